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
        "retirez « {name} » d'un « sauf », ajoutez-la à « deroule » ou écrivez-y « film: oui » ; "
        "sinon effacez-la",
    ),
    "duree-trop-courte": Wording(
        "le film ne tient pas en {asked} : pour que tout se lise, il en dure {made} ; ce qui prend "
        "le plus de temps : {parts}",
        "donnez {made} à « duree », ou écartez une partie (« film: sauf ») ou un élément "
        "(« film: non »)",
    ),
    "audiodescription-hors-film": Wording(
        "le film n'a pas d'instant {seconds} s après le début de « {part} » : ce passage "
        "d'audiodescription n'y est pas",
        "choisissez une partie que le film montre, ou un « apres » plus petit",
    ),
    "audiodescription-trop-longue": Wording(
        "lire ce passage d'audiodescription ({count} signes) prend {needed} s, et le suivant, ou "
        "la fin du film, vient après {seconds} s",
        "raccourcissez-le à {limit} signes, ou écartez-le du suivant par « apres »",
    ),
    "audiodescription-depasse": Wording(
        "la voix de l'audiodescription dure {heard} s, et le film {seconds} s : sa fin ne sera pas "
        "entendue",
        "raccourcissez l'enregistrement, ou donnez plus de temps au film (« film: duree »)",
    ),
    "audiodescription-absente": Wording(
        "le film d'internet n'a ni audiodescription, ni raison de s'en passer",
        "décrivez sous « audiodescription: textes » ce qui ne se comprend qu'en voyant, donnez-en "
        "la voix par « enregistrement », ou dites sous « raison » pourquoi rien n'y manque à qui "
        "ne voit pas",
    ),
    "duree-trop-longue": Wording(
        "le film ne remplit pas {asked} : il en dure {made}, chaque plan étant montré aussi "
        "longtemps qu'on le regarde",
        "donnez {made} à « duree », ou ajoutez des photos, des extraits, des textes",
    ),
    "secondes-trop-courtes": Wording(
        "{asked}, c'est moins qu'il n'en faut pour lire ou voir cela en entier : {least}",
        "donnez au moins {least} à « secondes » ou raccourcissez les textes ; un extrait se "
        "raccourcit par « de » et « a »",
    ),
    "secondes-trop-longues": Wording(
        "{asked}, c'est plus que ne durent ses extraits : {least}, et un extrait n'est pas ralenti",
        "retirez « secondes », ou changez « de » et « a » de l'extrait",
    ),
    "secondes-sans-plan": Wording(
        "« secondes » est sans effet ici : cet élément n'a pas de plan à lui dans le film",
        "retirez « secondes », ou faites entrer l'élément dans le film (« film: oui », "
        "« film: sauf », « deroule »)",
    ),
    "plein-ecran-sans-image": Wording(
        "« plein_ecran » n'a pas d'effet ici : il n'y a ni photo ni extrait à montrer seul",
        "ajoutez une photo ou un extrait, ou retirez cette ligne",
    ),
    "avant-apres-sens": Wording(
        "l'une des deux photos est en hauteur, l'autre en largeur : elles ne se superposent pas",
        "choisissez deux photos prises dans le même sens et, si possible, du même endroit",
    ),
    "avant-apres-meme": Wording(
        "« avant » et « apres » montrent la même photo",
        "donnez à « apres » la photo de ce qui a changé",
    ),
    "fondu-sans-effet": Wording(
        "« fondu » n'a pas d'effet ici : les plans s'enchaînent par des mouvements, et par des "
        "fondus seulement quand le mouvement est réduit",
        "retirez cette ligne, ou écrivez « mouvement: reduit » dans « theme »",
    ),
    "musique-partie-absente": Wording(
        "ce morceau ne sera pas entendu : le film n'a pas de partie « {part} »",
        "donnez-lui une partie que le film montre, ou retirez « partie » : il suivra alors le "
        "morceau d'avant",
    ),
    "musique-partie-double": Wording(
        "deux morceaux commencent avec la partie « {part} »",
        "retirez « partie » de celui-ci : il suivra l'autre ; ou donnez-lui une autre partie",
    ),
    "musique-a-declarer": Wording(
        "ce morceau sera dans « musiques.csv », la liste à déclarer, sans {missing}",
        "écrivez-les à côté de « fichier » ; « licence » peut être une autorisation",
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
        "{noun} « {name} » n'a que {width} × {height} points{trimmed} : {where} {effect}",
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

ENLARGED = "l'agrandira {times} fois, ce sera flou"
FRAMED_SMALL = "ne l'agrandit que {largest} fois, elle y sera petite"
"""What `photo-petite` says that is done with it."""

TRIMMED = " (sans son bord transparent)"
"""What `photo-petite` adds where the file itself is larger."""

UNSEEN_WORDS, UNSEEN_KEY = "« {text} » (clé « {key} »)", "la clé « {key} », écrite {count} fois"
UNSEEN_PHOTOS, UNSEEN_MEDIA = "les photos", "les médias"
"""What is not shown, for `pas-montre` and `photo-de-trop`."""

PART_WITHOUT = "que « film: sauf » et « diaporama: sauf » écartent tous deux"
PART_UNFILMED = "que « diaporama: sauf » écarte et dont rien ne dit « film: oui »"
PART_UNNAMED = "que « deroule » ne nomme pas"
"""Why a part is not shown, for `partie-ecartee`."""

REMEDY_WITHOUT = "retirez « {part} » de {places}, dites-le ailleurs, ou effacez-le"
REMEDY_UNFILMED = (
    "écrivez-y « film: oui » ou retirez « {part} » de « diaporama: sauf », dites-le ailleurs, ou "
    "effacez-le"
)
REMEDY_UNNAMED = "ajoutez « {part} » à « deroule », dites-le ailleurs, ou effacez-le"
"""Remedies for `pas-montre` where a part that would say it is left out."""
