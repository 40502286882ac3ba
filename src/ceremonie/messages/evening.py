"""The evening: its clock, its running order, names, the walk-in, the stick for the hall."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

A_FIXED_HOUR = "« regie: heure » n'y change rien"
AN_END = "« heure_fin » n'y change rien"
A_COUNTDOWN = "rien ne dit quand lancer le compte à rebours (« accueil: decompte »)"
A_CUE = "le conducteur compte à partir de 0:00"
A_WELCOME = "rien ne dit jusqu'à quand « accueil » occupe l'écran"
"""What comes of it that the ceremony has no hour."""

AT_ONCE = "est l'heure même à laquelle la cérémonie commence"
TOO_EARLY = "vient avant le début de la cérémonie"
TOO_LATE = "vient plus de huit heures après le début de la cérémonie"
"""How an hour does not belong to the evening, for `heure-avant`."""

NEAREST_COLUMN = "écrivez {near}, ou ajoutez cette colonne à « conducteur: colonnes » (six au plus)"
FILL_COLUMN = (
    "retirez-la, et remplissez « regie: {key} », qui a cette colonne ; ou donnez-lui un autre nom"
)
NEAREST_NAME = "écrivez-le comme il paraît : {near}"
"""Remedies where something is near, or fills that column; else it is the catalogue's own."""

WAIT = "l'attente avant « {name} »"
"""What takes time beside the parts."""

EARLIER = (
    "avancez l'heure fixe de « {name} » (« regie: heure »), donnez une « duree » plus courte à un "
    "passage, ou changez « heure_fin »"
)
"""The remedy where there is a wait."""

GONE = "n'est plus là : l'accueil a changé depuis qu'il a été fait"
NOT_YET = "n'est pas encore fait : --seulement diaporama ne fait aucun film"
"""What is said of a film of the walk-in that a deck made alone does without."""

PROBLEMS = {
    "heure-forme": Wording(
        "« {key} » n'est pas une heure : {value}",
        'écrivez une heure entre guillemets, par exemple {key}: "18:30"',
    ),
    "accueil-sans-photo": Wording(
        "aucune photo à montrer pendant l'accueil : il tourne avec les mots seuls",
        "ajoutez des photos aux ateliers (« medias »), ou laissez-le ainsi",
    ),
    "accueil-sans-musique": Wording(
        "« musique: oui » reprend la musique du film, et le film n'en a pas : l'accueil est muet",
        "donnez une musique au film (« musique », en tête du storyboard), ou à l'accueil seul : "
        "musique: {{fichier: musique/attente.mp3}}",
    ),
    "accueil-a-refaire": Wording(
        "« {name} » {state}",
        "relancez sans --seulement pour le refaire",
    ),
    "heure-manque": Wording(
        "la cérémonie n'a pas d'heure de début : {why}",
        'écrivez-la sous « ceremonie », par exemple heure: "18:30"',
    ),
    "heure-avant": Wording(
        "« {key}: {hour} » {why} (« ceremonie: heure » : {start})",
        "corrigez l'une des deux heures ; après minuit, une soirée compte encore huit heures "
        "après son début",
    ),
    "soiree-longue": Wording(
        "la soirée finit à {stop}, {gap} après « heure_fin » ({end}) ; ce qui prend le plus de "
        "temps : {parts}",
        "donnez une « duree » plus courte à un passage, retirez-en un de « deroule », ou changez "
        "« heure_fin »",
    ),
    "soiree-courte": Wording(
        "la soirée finit à {stop}, {gap} avant « heure_fin » ({end})",
        "rien à faire si c'est voulu ; sinon donnez leur « duree » aux passages qui en durent plus",
    ),
    "soiree-trou": Wording(
        "rien n'est prévu de {begin} à {end} ({gap}) : « {name} » a son heure fixe, et ce qui "
        "précède est fini",
        "avancez cette heure, donnez leur « duree » aux passages qui précèdent s'ils durent plus, "
        "ou écrivez un entracte dans « moments » (« type: entracte »)",
    ),
    "passages-ensemble": Wording(
        "« {name} » commence à {hour}, et « {other} » dure jusqu'à {stop}",
        "changez l'heure de l'un, ou la « duree » de l'autre",
    ),
    "colonne-prise": Wording(
        "le conducteur a déjà une colonne « {other} », pour lui ou pour Ontime, et n'en peut avoir "
        "une autre du nom « {name} » (ni les accents ni les majuscules ne les distinguent)",
        "donnez-lui un autre nom",
    ),
    "colonne-inconnue": Wording(
        "le conducteur n'a pas de colonne « {name} » : ces mots n'y seront pas",
        "ajoutez-la à « conducteur: colonnes » (six au plus), ou retirez-la",
    ),
    "nom-deux-fois": Wording(
        "« {name} » s'écrit ailleurs « {other} »",
        "écrivez ce nom partout de la même façon",
    ),
    "nom-presque-pareil": Wording(
        "« {name} » et « {other} » se ressemblent",
        "si c'est une seule personne, écrivez son nom partout de la même façon ; sinon "
        "rien à faire",
    ),
    "fonction-deux-fois": Wording(
        "« {name} » a deux fonctions : « {first} » et « {second} »",
        "gardez la même partout, ou réunissez-les",
    ),
    "orateur-sans-fonction": Wording(
        "« {name} » prend la parole sans que sa fonction soit dite",
        "ajoutez « fonction » : la salle, le conducteur et la page des noms la montrent",
    ),
    "prononciation-deux-fois": Wording(
        "« {name} » se dit de deux façons : « {first} » et « {second} »",
        "gardez la bonne ; une seule ligne suffit",
    ),
    "prononciation-inutile": Wording(
        "« {name} » ne paraît nulle part en entier : sa prononciation ne servira pas",
        "écrivez-le comme il paraît, ou effacez cette ligne",
    ),
    "ordre-protocole": Wording(
        "« {first} » parle avant « {then} » ; dans les cérémonies publiques, les autorités parlent "
        "dans l'ordre inverse des préséances (décret n° 89-655, article 19)",
        "rien à faire si c'est voulu : qui invite prend le deuxième rang (article 9), et l'usage "
        "local compte ; la préfecture ou la mairie le savent",
    ),
}
