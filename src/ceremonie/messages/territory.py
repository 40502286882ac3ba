"""Maps: which territory is meant, whether communes are on it, contours of one's own."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "departement-inconnu": Wording(
        "il n'y a pas de carte pour le département « {code} »",
        "vérifiez le code : 01 à 95, 2A, 2B (Corse), 971 à 974 ou 976 ; pour un autre "
        "territoire, donnez ses contours : carte: {{fichier: contours.geojson}}",
    ),
    "region-inconnue": Wording(
        "« {name} » n'est pas une région",
        "écrivez son nom entier, « Grand Est » par exemple, ou son code",
    ),
    "ville-sans-arrondissement": Wording(
        "il n'y a pas de carte de « {name} » par arrondissements",
        "Paris, Lyon et Marseille en ont ; pour les quartiers d'une autre ville, donnez leurs "
        "contours : carte: {{fichier: quartiers.geojson}}",
    ),
    "carte-choisie-deux-fois": Wording(
        "la carte est choisie deux fois : « {one} » et « {other} »",
        "gardez l'une des deux clés ; plusieurs départements s'écrivent en liste : "
        'departement: ["69", "01"]',
    ),
    "carte-a-choisir": Wording(
        "ces communes existent dans plusieurs départements : {codes}",
        'dites lequel, par exemple : carte: {{departement: "{one}"}}',
    ),
    "carte-dispersee": Wording(
        "aucun département n'a toutes ces communes : {where}",
        'dites ce que la carte montre, par exemple : carte: {{departement: ["69", "01"]}}, ou '
        "carte: {{region: Bretagne}}",
    ),
    "carte-sans-commune": Wording(
        "rien ne dit de quel département est la carte",
        'dites-le, par exemple : carte: {{departement: "69"}} ; vérifiez aussi l\'orthographe des '
        "communes",
    ),
    "commune-double": Wording(
        "« {name} » est plusieurs fois sur la carte", "dites laquelle, en écrivant {written}"
    ),
    "commune-inconnue": Wording(
        "« {name} » n'est pas sur la carte ({territory})",
        "vérifiez l'orthographe, ou ce que dit « carte » ou « departement »",
    ),
    "carte-illisible": Wording(
        "« {name} » n'est pas du GeoJSON, ou n'est pas entier",
        "exportez de nouveau la carte, au format GeoJSON",
    ),
    "carte-topojson": Wording("« {name} » est du TopoJSON", "exportez la carte au format GeoJSON"),
    "carte-trop-lourde": Wording(
        "« {name} » dépasse {size} Mo",
        "gardez la seule ville ou le seul territoire qu'il faut, et simplifiez ses contours",
    ),
    "carte-sans-contours": Wording(
        "« {name} » ne contient aucun contour",
        "il faut des surfaces (Polygon ou MultiPolygon), une par quartier ou par commune",
    ),
    "carte-sans-noms": Wording(
        "les contours de « {name} » n'ont pas tous un nom (propriétés : {keys})",
        "donnez à chacun une propriété « nom »",
    ),
    "carte-projection": Wording(
        "les coordonnées de « {name} » ne sont pas des degrés ({value}) : Lambert 93, peut-être",
        "exportez la carte en WGS 84 (EPSG:4326) : longitude et latitude en degrés",
    ),
    "carte-hors-du-monde": Wording(
        "une coordonnée de « {name} » n'est pas de ce monde : {value}",
        "exportez la carte en WGS 84 (EPSG:4326) : longitude de -180 à 180, latitude de -90 à 90",
    ),
    "carte-inversee": Wording(
        "« {name} » donne la latitude avant la longitude ({first}, puis {second})",
        "exportez la carte en GeoJSON, où la longitude vient d'abord",
    ),
}

DISTRICT_MISSING = "dites l'arrondissement, par exemple « {city} 3e »"
"""The remedy of `commune-inconnue` on the map of a city by districts."""

ELSEWHERE = "« {name} » existe ailleurs : {codes} ; ajoutez ce département à la carte, ou corrigez"
"""The remedy of `commune-inconnue` for a commune of another department."""
