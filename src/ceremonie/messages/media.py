"""Media: files, photos, clips, sound, subtitles, scenes of one's own."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "media-introuvable": Wording(
        "{noun} « {name} » n'existe pas",
        "vérifiez le nom et le dossier ; le chemin part du dossier du storyboard",
    ),
    "media-noms-jumeaux": Wording(
        "{noun} « {name} » : plusieurs fichiers portent ce nom à l'œil, {names}",
        "renommez ces fichiers pour les distinguer, sans signe invisible, puis écrivez le nom de "
        "celui que vous voulez",
    ),
    "media-hors-dossier": Wording(
        "« {name} » mène hors du dossier de l'édition",
        "copiez le fichier à côté du storyboard (ou dans ../commun), puis corrigez le chemin",
    ),
    "media-absolu": Wording(
        "« {name} » est un chemin propre à un ordinateur",
        "copiez le fichier à côté du storyboard, dans le dossier « photos » par exemple, et "
        "écrivez : photos/{own}",
    ),
    "media-adresse": Wording(
        "« {name} » est une adresse, pas un fichier",
        "téléchargez le fichier, rangez-le à côté du storyboard et écrivez son nom",
    ),
    "media-antislash": Wording(
        "« {name} » contient une barre oblique inverse", "écrivez : {meant}"
    ),
    "media-dossier": Wording(
        "« {name} » est un dossier, pas un fichier", "indiquez un fichier de ce dossier"
    ),
    "media-vide": Wording(
        "{noun} « {name} » est un fichier vide", "copiez ou téléchargez-le de nouveau"
    ),
    "media-illisible": Wording(
        "{noun} « {name} » ne s'ouvre pas",
        "fermez ce fichier dans les autres programmes et vérifiez vos droits",
    ),
    "media-format": Wording("« {name} » n'a pas un format que l'on attend ici", "il faut {wanted}"),
    "media-deguise": Wording(
        "« {name} » s'appelle comme une {called}, mais c'est une {actual}",
        "renommez le fichier en « {last} », puis écrivez ici : {own}",
    ),
    "media-abime": Wording(
        "{noun} « {name} » ne se lit pas : le fichier est abîmé, incomplet ou d'un autre format",
        "ouvrez-le pour vérifier ; copiez-le de nouveau ou enregistrez-le sous un autre format",
    ),
    "dessin-refuse": Wording(
        "le dessin « {name} » contient {holds} : seul un dessin SVG simple est accepté",
        "demandez un SVG simple, textes vectorisés et sans image, ou le logo en PNG à fond "
        "transparent",
    ),
    "police-illisible": Wording(
        "« {name} » n'est pas une police que l'on sait lire",
        "prenez le fichier .ttf ou .otf d'origine (pas .woff, .ttc ni .zip), ou téléchargez-le de "
        "nouveau",
    ),
    "dossier-sans-police": Wording(
        "le dossier « {name} » ne contient aucune police",
        "rangez-y les fichiers .ttf ou .otf de la famille",
    ),
    "police-licence": Wording(
        "la licence de « {name} » n'autorise pas à l'intégrer au diaporama ; le film, lui, "
        "l'emploie",
        "installez-la sur l'ordinateur de la salle, ou demandez une licence qui permette "
        "l'intégration",
    ),
    "police-non-integree": Wording(
        "PowerPoint ne peut pas contenir « {name} » (police variable ou OpenType PostScript) ; "
        "le film, lui, l'emploie",
        "installez-la sur l'ordinateur de la salle, ou prenez sa version TrueType, un fichier par "
        "graisse",
    ),
    "police-lettres": Wording(
        "il manque à « {name} » : {letters} ; ces mots seront dans une autre police",
        "prenez une version complète de la police, ou acceptez ce mélange",
    ),
    "police-un-poids": Wording(
        "« {name} » est seule : titres et textes auront la même graisse",
        "ajoutez la version grasse (Bold ou ExtraBold) de la famille",
    ),
    "photo-demesuree": Wording(
        "la photo « {name} » a plus de {limit} millions de points",
        "réduisez-la : 5000 points de large suffisent toujours",
    ),
    "photo-abimee": Wording(
        "l'image « {name} » est abîmée {where} : couleurs fausses, bandes grises ou décalées",
        "copiez-la de nouveau depuis l'appareil, ou redemandez-la à qui l'a envoyée",
    ),
    "visage-vu": Wording(
        "on voit un visage sur « {name} », et « personnes » dit « aucune »",
        "si l'on peut reconnaître quelqu'un, donnez son identifiant du registre ; sinon écrivez "
        "« foule », qui convient aussi à un visage peint ou dessiné",
    ),
    "cadrage-propose": Wording(
        "cadrage choisi d'après les visages : {names}",
        "regardez la planche ; pour un autre cadrage, écrivez-le avec la photo, et « visages: "
        "non » sous « theme » pour que les visages ne soient pas cherchés",
    ),
    "photo-cmjn": Wording(
        "l'image « {name} » est en couleurs d'imprimerie (CMJN) sans dire pour quelle presse : ses "
        "couleurs sont estimées",
        "demandez la version écran (RVB), ou vérifiez les couleurs dans le film",
    ),
    "photo-animee": Wording(
        "l'image « {name} » est animée : seule sa première image sera montrée",
        "si le mouvement compte, convertissez-la en vidéo (MP4)",
    ),
    "photo-transparente": Wording(
        "l'image « {name} » est toute transparente, ou presque : on ne verra rien",
        "enregistrez-la de nouveau avec son fond, ou choisissez un autre fichier",
    ),
    "photo-minuscule": Wording(
        "l'image « {name} » n'a que {size} points : c'est une icône ou une vignette",
        "prenez l'original, ou demandez-le à qui l'a envoyée",
    ),
    "alt-manquant": Wording(
        "ce média n'a pas de texte pour qui ne le voit pas",
        "ajoutez « alt: » : une phrase qui dit ce que l'on voit",
    ),
    "alt-nom-de-fichier": Wording(
        "« {text} » est un nom de fichier : il ne dit rien à qui ne voit pas l'image",
        "écrivez à la place une phrase qui dit ce que l'on voit",
    ),
    "extrait-hors-limites": Wording(
        "l'extrait {what} à {wanted} s, mais « {name} » dure {seconds} s",
        "corrigez « de » et « a » : des secondes, de 0 à {bound}",
    ),
    "video-eclairs": Wording(
        "la vidéo « {name} » clignote plus de trois fois par seconde {spans} : "
        "c'est dangereux pour les personnes photosensibles",
        "écartez ce passage avec « de » et « a », ou écrivez « flashs: attenuer »",
    ),
    "flou-personne": Wording(
        "« {name} » est à flouter ici, mais « personnes » ne l'y reconnaît pas",
        "corrigez cet identifiant, ou ajoutez-le à « personnes » ; sans « personne », l'endroit "
        "est toujours flouté",
    ),
    "flou-hors-image": Wording(
        "la boîte à flouter dépasse l'image : « {edge} » et « {size} » font ensemble {total}",
        "mesurez-la de nouveau en parts de l'image, de 0 à 1 : « x » et « y » sont son coin en "
        "haut à gauche ; au bord, arrêtez-la à 1",
    ),
    "flou-ordre": Wording(
        "l'instant {at} s ne vient pas après {before} s, celui de la boîte précédente",
        "rangez les boîtes d'une vidéo dans l'ordre du temps, une seule par instant",
    ),
    "flou-plusieurs-boites": Wording(
        "une image ne bouge pas : un endroit à flouter n'y a qu'une boîte",
        "gardez-en une ; pour un autre visage, ajoutez à « flous » un autre endroit",
    ),
    "flou-hors-extrait": Wording(
        "l'instant {at} s n'est pas dans l'extrait, qui va de {start} à {end} s",
        "donnez une seconde du fichier entre ces bornes, ou enlevez cette boîte",
    ),
    "flou-perdu": Wording(
        "dans « {name} », un visage à flouter ne peut être suivi {spans} : toute l'image y est "
        "floutée",
        "ajoutez des boîtes dans ce passage, et une de chaque côté d'un changement de plan ; ou "
        "écartez-le avec « de » et « a »",
    ),
    "video-incomplete": Wording(
        "la vidéo « {name} » annonce {wanted} s mais s'arrête à {seconds} s",
        "copiez-la de nouveau si elle est incomplète ; sinon ajoutez « a: {bound} »",
    ),
    "video-son-plus-long": Wording(
        "l'image de la vidéo « {name} » s'arrête à {seconds} s, mais son son continue jusqu'à "
        "{heard} s : la suite ne sera pas entendue",
        "si ce n'est pas voulu, copiez-la de nouveau ou exportez-la avec toute son image",
    ),
    "media-passages-abimes": Wording(
        "« {name} » est abîmé par endroits : {spans}",
        "regardez ou écoutez ces passages ; copiez de nouveau le fichier, ou choisissez avec "
        "« de » et « a » une partie saine",
    ),
    "video-sans-image": Wording(
        "la vidéo « {name} » ne contient que du son",
        "pour une musique, donnez ce fichier à « musique » en .m4a ; sinon demandez la vidéo "
        "entière à son auteur",
    ),
    "video-une-image": Wording(
        "la vidéo « {name} » ne dure que {milliseconds} ms : on ne la verra pas passer",
        "enregistrez-la comme une photo, ou corrigez « de » et « a »",
    ),
    "video-noire": Wording(
        "la vidéo « {name} » est toute noire",
        "ouvrez-la pour vérifier ; copiez-la de nouveau ou choisissez un autre passage",
    ),
    "video-transparente": Wording(
        "la vidéo « {name} » est {how} transparente : ce qui l'est sera montré en blanc",
        "pour un autre fond, enregistrez-la sans transparence",
    ),
    "video-son-illisible": Wording(
        "le son de la vidéo « {name} » est dans un format qui ne se lit pas : elle sera muette",
        "enregistrez-la avec un son AAC, par exemple avec HandBrake ou VLC",
    ),
    "son-incomplet": Wording(
        "le son « {name} » annonce {wanted} s mais s'arrête à {seconds} s ; il sera joué une fois, "
        "sans recommencer",
        "copiez-le de nouveau : le téléchargement n'était sans doute pas fini",
    ),
    "son-coupe": Wording(
        "le son « {name} » s'arrête à {seconds} s sans la marque de sa fin ; il sera joué une "
        "fois, sans recommencer",
        "écoutez sa fin ; si elle manque, copiez-le de nouveau",
    ),
    "son-muet": Wording(
        "on n'entend rien dans « {name} »",
        "ouvrez-le pour vérifier ; choisissez un autre fichier, ou retirez-le du storyboard",
    ),
    "paroles-sans-sous-titres": Wording(
        "on parle dans « {name} » ({seconds} s, dès {at}) et rien ne permet de le lire",
        "donnez-lui des sous-titres par « sous_titres » ; si personne n'y parle, écrivez "
        "« voix: aucune », et si le son n'importe pas, « son: coupé »",
    ),
    "sous-titres-encodage": Wording(
        "les sous-titres « {name} » ne sont pas en UTF-8 ; ils sont lus comme du {encoding}",
        "vérifiez les accents, ou enregistrez le fichier en UTF-8",
    ),
    "sous-titres-illisibles": Wording(
        "le fichier « {name} » ne contient aucun sous-titre lisible",
        "il faut un fichier .srt, .vtt, .ass ou .sbv, avec des lignes comme « 00:00:01,000 --> "
        "00:00:03,000 »",
    ),
    "sous-titres-ligne": Wording(
        "« {name} », ligne {line} : « {text} » n'est pas un minutage",
        "écrivez par exemple « {example} », la fin après le début",
    ),
    "sous-titres-sans-minutage": Wording(
        "« {name} », ligne {line} : « {text} » vient avant tout minutage et ne sera pas montré",
        "écrivez au-dessus quand le montrer, par exemple « 00:00:01,000 --> 00:00:03,000 », ou "
        "effacez cette ligne",
    ),
    "sous-titres-rapides": Wording(
        "« {name} », à {at} : {count} signes pour {seconds} s, c'est trop pour être lu",
        "raccourcissez le texte à {limit} signes ou laissez-le plus longtemps",
    ),
    "sous-titres-rapides-autres": Wording(
        "« {name} » : {count} autres sous-titres, de {first} à {last}, passent trop vite pour être "
        "lus",
        "raccourcissez les textes ou laissez-les plus longtemps : comptez 12 signes pour 1 s, 36 "
        "pour 3 s",
    ),
    "sous-titres-hors-extrait": Wording(
        "aucun des sous-titres de « {name} » ne tombe dans l'extrait",
        "leurs minutages se comptent depuis le début de la vidéo entière, pas de l'extrait",
    ),
    "sous-titres-plus-longs": Wording(
        "« {name} », ligne {line} : {count} sous-titres durent après la fin de la vidéo, à {end}",
        "vérifiez que c'est bien le fichier de cette vidéo, puis retirez ce qui dépasse",
    ),
    "sous-titres-sans-video": Wording(
        "des sous-titres accompagnent ce qui n'est pas une vidéo", "retirez « sous_titres »"
    ),
    "code-local-refuse": Wording(
        "le storyboard demande d'exécuter un fichier Python, « {name} » : rien n'est exécuté sans "
        "votre accord",
        "relisez ce fichier et ceux de son dossier ; s'ils viennent de vous ou de quelqu'un de "
        "confiance, relancez avec --code-local",
    ),
    "scene-dossier": Wording(
        "le dossier du fichier Python « {name} » est trop gros pour être surveillé ({what})",
        "rangez la scène dans un dossier à elle, par exemple scenes/, avec seulement ce qu'elle "
        "utilise",
    ),
    "scene-sur-mesure": Wording(
        "« {name} »{line} : {cause}",
        "corrigez ce fichier Python, ou retirez cette scène de « sur_mesure » ; le guide montre un "
        "exemple complet",
    ),
    "cache-inaccessible": Wording(
        "le dossier de travail « {name} » ne peut pas être écrit",
        "vérifiez vos droits, ou choisissez un autre dossier avec --cache",
    ),
    "cache-occupe": Wording(
        "une production est en cours : rien n'est effacé de « {name} »",
        "attendez qu'elle soit finie, puis relancez {command} cache --vider",
    ),
}

SCENE_CAUSES = {
    "exception": "{text}",
    "fonction": "il n'y a pas de fonction « {function} » dans ce fichier",
    "type": "la fonction « {function} » doit rendre un VideoClip de MoviePy, pas {found}",
    "duree": "la durée du clip doit être un nombre de secondes plus grand que 0 (with_duration)",
    "image": "à {seconds} s, l'image n'est pas un tableau de hauteur × largeur × 3, ou n'a pas "
    "la taille de la première",
    "nombre": "{found} images rendues au lieu de {wanted}",
    "arret": "le code s'est arrêté sans un mot (code {code})",
    "fige": "aucune image n'est venue pendant dix minutes : une boucle sans fin ?",
}
"""Why a scene of one's own cannot be shown, for `scene-sur-mesure`."""

SCENE_LINE, SCENE_FILES, SCENE_SIZE = (
    ", ligne {line}",
    "plus de {limit} fichiers",
    "plus de {limit} Mo",
)

DISGUISED_ELSE = "il faut ici {wanted} : choisissez un autre fichier"
"""The remedy of `media-deguise` where another name would not help."""
