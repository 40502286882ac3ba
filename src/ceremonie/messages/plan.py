"""What does not fit, is shown nowhere, or is too small for its place."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "texte-trop-long": Wording(
        "le texte « {text} » ({count} signes) ne tient pas à l'écran, même en petit : "
        "{most} signes au plus",
        "raccourcissez-le ; le détail peut aller dans « notes »",
    ),
    "caractere-absent": Wording(
        "le film ne sait pas dessiner {alphabet} : {characters} ; rien ne se verra à leur place",
        "écrivez ces mots en lettres latines, ou retirez ces signes ; le diaporama les montre si "
        "l'ordinateur a une police qui les contient",
    ),
    "pas-montre": Wording(
        "ne sera pas montré : {what}",
        "le tableau du guide (chapitre 3) dit où paraît chaque clé : dites-le dans une autre, par "
        "exemple « notes », ou effacez-le",
    ),
    "photo-de-trop": Wording(
        "ne sera pas montré : {what}, en trop dans cet atelier",
        "le film montre les {count} premières photos d'un atelier : changez l'ordre de la liste, "
        "ou retirez « jours » de « diaporama: sauf », le diaporama les montrera toutes",
    ),
    "partie-ecartee": Wording(
        "ne sera pas montré : la partie « {name} », {why}",
        "retirez « {name} » d'un des deux « sauf » ou ajoutez-la à « deroule » ; sinon effacez-la",
    ),
    "couleur-contraste": Wording(
        "la couleur {colour} ne laisserait pas lire les textes : avec {other}, le contraste est de "
        "{ratio} pour 1, il faut {least} au moins",
        'écrivez "{nearest}", la plus proche qui convienne avec les autres',
    ),
    "couleurs-proches": Wording(
        "les couleurs {colour} et {other} se ressemblent trop : de la salle, on n'en verrait "
        "qu'une",
        'choisissez-en une autre ; "{nearest}" serait la plus proche qui convienne',
    ),
    "photo-petite": Wording(
        "{noun} « {name} » n'a que {width} × {height} points{trimmed} : {where} l'agrandira "
        "{times} fois, ce sera flou",
        "il faudrait au moins {least_width} × {least_height} points : demandez l'original, pas une "
        "copie reçue par messagerie",
    ),
    "logo-illisible": Wording(
        "le logo « {name} » est si allongé qu'il ne mesurera que {width} × {height} points sur un "
        "écran de {screen}",
        "on ne lit rien sous {least} points : prenez une version plus carrée, sur deux lignes par "
        "exemple{alone}",
    ),
}

ALONE_IN_ITS_RANK = " ; un partenaire seul dans son rang a plus de place"
"""Of a partner's logo only."""

ON_SCREEN, IN_A_FILM = "l'écran", "le film en {format}"
"""Where `photo-petite` sees it enlarged."""

TRIMMED = " (sans son bord transparent)"
"""What `photo-petite` adds where the file itself is larger."""

UNSEEN_WORDS, UNSEEN_KEY = "« {text} » (clé « {key} »)", "la clé « {key} », écrite {count} fois"
UNSEEN_PHOTOS, UNSEEN_MEDIA = "les photos", "les médias"
"""What is not shown, for `pas-montre` and `photo-de-trop`."""

PART_WITHOUT = "que « film: sauf » et « diaporama: sauf » écartent tous deux"
PART_UNNAMED = "que « deroule » ne nomme pas"
"""Why a part is not shown, for `partie-ecartee`."""

REMEDY_WITHOUT = "retirez « {part} » de {places}, dites-le ailleurs, ou effacez-le"
REMEDY_UNNAMED = "ajoutez « {part} » à « deroule », dites-le ailleurs, ou effacez-le"
"""Remedies for `pas-montre` where a part that would say it is left out."""
