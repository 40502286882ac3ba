"""The catalogue of problems: what each slug says to the user, and the remedy. All in French.

A problem is made by `problem("slug", path=…, name=value)`; the values fill the braces. The guide's
chapter on problems documents every slug of this table; a test compares both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from ceremonie import command
from ceremonie.diagnostics import Diagnostic, Place, Severity

MOST_OF_A_KIND = 100
"""So many problems of a kind are told one by one; of the others, how many there are."""


class Wording(NamedTuple):
    message: str
    remedy: str = ""


PROBLEMS: dict[str, Wording] = {
    # reading the storyboard
    "storyboard-introuvable": Wording(
        "le storyboard « {name} » n'existe pas",
        "vérifiez le chemin, ou commencez une édition : {command} nouvelle {free}",
    ),
    "storyboard-dossier": Wording(
        "« {name} » est un dossier, pas un storyboard", "donnez le fichier : {example}"
    ),
    "storyboard-illisible": Wording(
        "le storyboard « {name} » ne peut pas être ouvert",
        "fermez-le dans les autres programmes et vérifiez vos droits sur le fichier",
    ),
    "storyboard-trop-gros": Wording(
        "ce fichier dépasse {limit} Mo : ce n'est pas un storyboard",
        "donnez le fichier storyboard.yaml de l'édition",
    ),
    "storyboard-autre-format": Wording(
        "ce fichier est {format}, pas un storyboard",
        "le storyboard est un fichier texte : ouvrez storyboard.yaml avec le Bloc-notes, "
        "TextEdit ou VS Code",
    ),
    "storyboard-vide": Wording(
        "le storyboard est vide (ou ne contient que des commentaires)",
        "partez d'un modèle complet : {command} nouvelle 2024",
    ),
    "encodage": Wording(
        "le fichier n'est pas enregistré en UTF-8 : l'octet {byte} vient sans doute de "
        "Windows-1252 ou Latin-1 (« {guess} »)",
        "Bloc-notes : Fichier, Enregistrer sous, Codage : UTF-8 ; VS Code : cliquez en bas à "
        "droite sur l'encodage, puis « Enregistrer avec l'encodage », UTF-8",
    ),
    "encodage-utf16": Wording(
        "le fichier est enregistré en UTF-16 (« Unicode »), pas en UTF-8",
        "Bloc-notes : Fichier, Enregistrer sous, Codage : UTF-8",
    ),
    "caractere-interdit": Wording(
        "cette ligne contient un caractère de commande ({code})",
        "effacez-le ; au besoin, retapez la ligne",
    ),
    "caractere-invisible": Wording(
        "cette ligne contient un caractère invisible ({code}), venu sans doute d'un copier-coller",
        "effacez-le : placez le curseur juste après, puis touche Retour arrière",
    ),
    "tabulation": Wording(
        "cette ligne commence par une tabulation ; YAML n'accepte que des espaces",
        "remplacez la tabulation par des espaces, deux pour chaque cran",
    ),
    "espace-insecable": Wording(
        "cette ligne contient une espace insécable là où YAML attend une espace ordinaire",
        "effacez-la et retapez une espace avec la barre d'espace",
    ),
    "yaml-espace": Wording(
        "il manque une espace après les deux-points de « {key} »", "écrivez {key}: {value}"
    ),
    "yaml-sans-deux-points": Wording(
        "cette ligne n'a pas de deux-points : « {text} »",
        "écrivez « clé: valeur » ; si c'est la suite du texte de la ligne précédente, décalez-la "
        "de deux espaces de plus qu'elle",
    ),
    "yaml-deux-points": Wording(
        "la valeur de « {key} » contient des deux-points, que YAML prend pour une nouvelle clé",
        "mettez toute la valeur entre guillemets droits : {key}: {value}",
    ),
    "yaml-retrait": Wording(
        "cette ligne n'est pas alignée avec les lignes qui l'entourent",
        "alignez les clés d'un même bloc sur la même colonne ; ce qui est à l'intérieur est "
        "décalé de deux espaces",
    ),
    "yaml-guillemet": Wording(
        "ce guillemet n'est jamais fermé",
        "fermez-le à la fin de la valeur ; à l'intérieur du texte, prenez des guillemets français",
    ),
    "yaml-apres-guillemet": Wording(
        "le texte continue après le guillemet ou l'apostrophe qui ferme la valeur de « {key} »",
        "entourez toute la valeur de guillemets doubles : {key}: {value}",
    ),
    "yaml-apres-crochet": Wording(
        "le texte continue après ce qui ferme la valeur de « {key} »",
        "si c'est un texte, entourez-le de guillemets doubles : {key}: {value}",
    ),
    "yaml-premier-signe": Wording(
        "une valeur ne peut pas commencer par « {character} » : ce signe a un sens en YAML",
        "mettez la valeur entre guillemets droits : {value}",
    ),
    "yaml-antislash": Wording(
        "entre guillemets doubles, la barre oblique inverse « \\ » a un sens en YAML",
        "dans un chemin, écrivez « / », même sous Windows : photos/relais.jpg",
    ),
    "yaml-crochet": Wording(
        "« {opened} » est ouvert ici mais pas fermé comme il faut",
        "fermez-le avec « {closing} », séparez les éléments par des virgules ; si c'est un texte, "
        "mettez-le entre guillemets doubles",
    ),
    "yaml-tiret": Wording(
        "un élément de liste ne peut pas commencer sur la ligne de la clé",
        "passez à la ligne avant le tiret et décalez-le de deux espaces",
    ),
    "yaml-tiret-colle": Wording("il manque une espace après le tiret", "écrivez - {text}: …"),
    "yaml-bloc": Wording(
        "après « {character} », le texte commence à la ligne suivante",
        "passez à la ligne et décalez le texte de deux espaces ; ou mettez-le entre guillemets "
        "doubles",
    ),
    "yaml-syntaxe": Wording(
        "cette ligne ne se lit pas comme du YAML",
        "vérifiez ici et à la ligne précédente les deux-points, les guillemets et les espaces du "
        "début",
    ),
    "yaml-documents": Wording(
        "« --- » commence un second document ; un storyboard n'en contient qu'un",
        "supprimez cette ligne, ou mettez la suite dans un autre fichier",
    ),
    "yaml-etiquette": Wording(
        "les étiquettes YAML comme « {tag} » ne sont pas acceptées",
        "supprimez-la ; si c'est un texte, mettez toute la valeur entre guillemets doubles",
    ),
    "yaml-alias": Wording(
        "« *{name} » renvoie à une ancre « &{name} » qui n'est pas définie avant",
        "si c'est un texte, mettez toute la valeur entre guillemets doubles",
    ),
    "yaml-bombe": Wording(
        "ce bloc se recopie lui-même un trop grand nombre de fois par des alias (« * »)",
        "écrivez les éléments en toutes lettres, sans alias",
    ),
    "yaml-demesure": Wording(
        "le fichier compte plus de {limit} 000 éléments : ce n'est pas un storyboard",
        "donnez le fichier storyboard.yaml de l'édition",
    ),
    "yaml-suite": Wording(
        "la suite de cette partie n'est pas lue : trop de lignes ne sont pas du YAML",
        "corrigez d'abord les lignes indiquées, puis vérifiez de nouveau",
    ),
    "yaml-profondeur": Wording(
        "il y a trop de niveaux les uns dans les autres",
        "vérifiez les crochets et les espaces du début de ligne",
    ),
    "yaml-fusion": Wording(
        "la clé de fusion « << » n'est pas acceptée", "recopiez les clés en toutes lettres"
    ),
    "yaml-cle": Wording(
        "il faut ici une clé écrite comme un simple mot",
        "écrivez « clé: valeur » ; si c'est un texte, mettez-le entre guillemets doubles",
    ),
    "cle-double": Wording(
        "la clé « {key} » est écrite deux fois ; la première est à la ligne {first}",
        "gardez-en une seule",
    ),
    "diese": Wording(
        "ce qui suit « # » est pris pour un commentaire et ne sera pas affiché",
        "mettez toute la valeur entre guillemets doubles ; pour un commentaire, laissez une espace "
        "après « # »",
    ),
    # the storyboard's vocabulary
    "racine": Wording(
        "le storyboard doit être un bloc de clés, pas {found}",
        "commencez par « edition: », « titre: », « organisateur: »… au bord gauche",
    ),
    "cle-inconnue": Wording("la clé « {key} » n'existe pas {holder}"),
    "cle-deplacee": Wording("la clé « {key} » n'a pas sa place {holder}"),
    "cle-manquante": Wording("il manque la clé « {key} » {holder}", "ajoutez {example}"),
    "cle-vide": Wording("la clé « {key} » n'a pas de valeur", "complétez, par exemple : {example}"),
    "element-vide": Wording(
        "{name} est vide", "complétez-le, ou supprimez le tiret ou la clé qui l'annonce"
    ),
    "bloc-attendu": Wording(
        "{name} doit être un bloc de clés, pas « {value} »", "écrivez {example}"
    ),
    "liste-de-trop": Wording(
        "{name} doit être un bloc de clés, pas une liste",
        "supprimez les tirets ; les clés possibles sont : {keys}",
    ),
    "liste-attendue": Wording("{name} doit être une liste", "écrivez {example}"),
    "liste-attendue-bloc": Wording(
        "{name} doit être une liste, pas un bloc de clés",
        "mettez un tiret suivi d'une espace devant la première clé de chaque élément",
    ),
    "personnes-forme": Wording(
        "« personnes » est une liste d'identifiants du registre, « foule » ou « aucune »"
    ),
    "texte-attendu": Wording(
        "{name} doit être un texte, pas {found}",
        "mettez le texte entre guillemets doubles, sur une ligne",
    ),
    "texte-vrai-faux": Wording(
        "{name} doit être un texte ; « {value} » sans guillemets veut dire oui ou non",
        'mettez des guillemets : "{value}"',
    ),
    "texte-vide": Wording("{name} est un texte vide", "complétez-le, ou supprimez la clé"),
    "texte-demesure": Wording(
        "{name} est trop long : {length} signes, {limit} au plus",
        "raccourcissez ; le détail peut aller dans « notes »",
    ),
    "nombre-attendu": Wording(
        "{name} doit être un nombre, pas « {value} »", "écrivez un nombre, par exemple 12 ou 2.5"
    ),
    "entier-attendu": Wording(
        "{name} doit être un nombre entier, pas « {value} »", "écrivez 1, 2 ou 3"
    ),
    "nombre-hors-bornes": Wording("{name} vaut {value}", "il faut {expected}"),
    "chiffre-forme": Wording(
        "{name} doit être un nombre ou un texte court",
        'écrivez par exemple : valeur: 20, ou valeur: "3 mois"',
    ),
    "oui-non": Wording("{name} vaut « {value} », ni oui ni non", "écrivez oui ou non"),
    "valeur-inconnue": Wording("{name} ne peut pas valoir « {value} »"),
    "valeur-refusee": Wording(
        "{name} n'accepte pas « {value} »", "voyez cette clé dans le guide, ou dans le modèle"
    ),
    "departement-forme": Wording(
        "« {value} » n'est pas un code de département",
        'écrivez deux ou trois signes entre guillemets, comme "01", "2A" ou "971"',
    ),
    "edition-forme": Wording(
        "le nom d'édition « {value} » servira de nom de dossier : lettres, chiffres et tirets, "
        "40 signes au plus",
        'écrivez par exemple edition: "{free}"',
    ),
    "liste-vide": Wording("{name} est une liste vide", "complétez : {example}"),
    "liste-trop-courte": Wording(
        "{name} compte trop peu d'éléments ({count})", "il en faut {least} au moins"
    ),
    "liste-trop-longue": Wording(
        "« {key} » compte trop d'éléments ({count})",
        "il en faut {limit} au plus : retirez les autres à partir d'ici",
    ),
    "date-forme": Wording(
        "« {value} » n'est pas une date de la forme année-mois-jour",
        "écrivez {key}: AAAA-MM-JJ (quatre chiffres pour l'année, deux pour le mois, deux pour le "
        "jour)",
    ),
    "date-impossible": Wording(
        "le {value} n'existe pas : {why}", "vérifiez le calendrier ; l'ordre est année-mois-jour"
    ),
    # the storyboard as a whole
    "departement-inconnu": Wording(
        "il n'y a pas de carte pour le département « {code} »",
        "départements disponibles : {known} ; le guide dit comment en ajouter un",
    ),
    "commune-inconnue": Wording(
        "« {name} » n'est pas une commune du département {code}",
        "vérifiez l'orthographe, ou le code de « departement »",
    ),
    "jours-desordre": Wording(
        "le {day} vient après le {before} : les jours ne sont pas dans l'ordre",
        "rangez les jours du premier au dernier",
    ),
    "jour-double": Wording(
        "le {day} est déjà à la ligne {first}", "réunissez les ateliers des deux dans un seul jour"
    ),
    "jour-apres-ceremonie": Wording(
        "le {day} est après la cérémonie ({ceremony})",
        "corrigez ce jour, ou la date de « ceremonie »",
    ),
    "date-ancienne": Wording(
        "le {day} est plus de dix mois avant la cérémonie ({ceremony})",
        "si c'est une date de l'édition précédente, corrigez-la ; sinon celle de « ceremonie »",
    ),
    "edition-annee": Wording(
        "l'édition s'appelle « {name} », mais la cérémonie est le {ceremony}",
        "corrigez « edition », ou la date de « ceremonie »",
    ),
    "element-double": Wording(
        "« {name} » est deux fois dans « {list} » : déjà à la ligne {first}",
        "retirez l'un des deux ; s'ils sont différents, dites en quoi (lieu, public, auteur…)",
    ),
    "chiffre-contredit": Wording(
        "le chiffre « {value} {label} » ne va pas avec le storyboard, qui en compte {count}",
        "corrigez le nombre ou la liste ; si le nombre est arrondi, ajoutez « surtitre: Environ »",
    ),
    "etapes-desordre": Wording(
        "l'étape du {day} vient après celle du {before} : le trajet suit l'ordre de la liste",
        "rangez les étapes dans l'ordre du parcours, ou corrigez la date",
    ),
    "partie-double": Wording(
        "la partie « {name} » est deux fois dans « {key} » ; la première est à la ligne {first}",
        "gardez-en une seule",
    ),
    "partie-oubliee": Wording(
        "la partie « {name} » est remplie mais absente de « deroule » : elle ne sera pas montrée",
        "ajoutez « {name} » à « deroule » (ligne {order})",
    ),
    "extrait-bornes": Wording(
        "l'extrait commence à {start} s et finit à {stop} s",
        "« de » et « a » se comptent en secondes depuis le début du fichier, « de » avant « a »",
    ),
    "pictogramme-inconnu": Wording(
        "le pictogramme « {name} » n'existe pas",
        "retirez la clé (celui du thème sera pris), ou choisissez dans la liste du guide",
    ),
    "texte-controle": Wording(
        "ce texte contient un caractère de commande ({code})",
        "dans un chemin, écrivez « / » au lieu de « \\ » ; sinon effacez ce caractère",
    ),
    "personnes-absentes": Wording(
        "ce média ne dit pas qui l'on reconnaît à l'image",
        "ajoutez « personnes: aucune », « personnes: foule », ou les identifiants du registre : "
        "personnes: [P012]",
    ),
    "identifiant-nom": Wording(
        "cet identifiant ressemble au nom d'une personne ; le storyboard et les rapports le "
        "montreraient",
        "remplacez-le partout par un identifiant comme {free}, et gardez la liste des noms "
        "ailleurs, hors du dossier de l'édition",
    ),
    "droits-inconnus": Wording(
        "« {name} » n'est pas dans le registre « droits » : rien ne permet de "
        "montrer cette personne",
        "inscrivez son accord dans « droits », ou choisissez un autre média",
    ),
    "droits-retires": Wording(
        "« {name} » a retiré son accord le {day} (ligne {line})",
        "retirez ce média ou choisissez-en un autre sans cette personne",
    ),
    "droits-portee": Wording(
        "l'accord de « {name} » (ligne {line}) ne permet pas la projection en salle",
        "obtenez cet accord et ajoutez « salle » à ses « portees », ou choisissez un autre média",
    ),
    "droits-echus": Wording(
        "l'accord de « {name} » (ligne {line}) finit le {day}, avant la cérémonie du {ceremony}",
        "faites renouveler l'accord et corrigez « fin », ou choisissez un autre média",
    ),
    "droits-a-venir": Wording(
        "l'accord de « {name} » (ligne {line}) ne vaut qu'à partir du {day}, après la cérémonie "
        "du {ceremony}",
        "corrigez « debut » si l'accord est plus ancien, ou choisissez un autre média",
    ),
    "droits-doubles": Wording(
        "« {name} » est déjà dans le registre à la ligne {first}",
        "réunissez ses accords, ou donnez à chaque personne son identifiant",
    ),
    "droits-dates": Wording(
        "l'accord de « {name} » finit le {end}, avant son début le {start}",
        "corrigez « debut » ou « fin »",
    ),
    # an edition begun
    "edition-nom": Wording(
        "« {name} » ne peut pas nommer une édition",
        "prenez des lettres, des chiffres et des tirets, 40 signes au plus : "
        "{command} nouvelle {free}",
    ),
    "edition-existante": Wording(
        "l'édition « {name} » existe déjà : {file}",
        "choisissez un autre nom ; rien n'a été modifié",
    ),
    "edition-impossible": Wording(
        "le dossier « {name} » ne peut pas être écrit",
        "vérifiez vos droits et la place sur le disque, ou lancez la commande depuis un dossier à "
        "vous",
    ),
    # media
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
    "photo-demesuree": Wording(
        "la photo « {name} » a plus de {limit} millions de points",
        "réduisez-la : 5000 points de large suffisent toujours",
    ),
    "photo-abimee": Wording(
        "l'image « {name} » est abîmée {where} : couleurs fausses, bandes grises ou décalées",
        "copiez-la de nouveau depuis l'appareil, ou redemandez-la à qui l'a envoyée",
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
    "logo-invisible": Wording(
        "le logo « {name} » se confond avec le fond {ground} sur lequel il sera posé",
        "demandez sa version {wanted}, ou une version avec son propre fond",
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
        "on n'entend rien dans « {name} » : le film serait muet",
        "ouvrez-le pour vérifier ; choisissez un autre fichier ou retirez « musique »",
    ),
    "sous-titres-encodage": Wording(
        "les sous-titres « {name} » ne sont pas en UTF-8 ; ils sont lus comme du {encoding}",
        "vérifiez les accents, ou enregistrez le fichier en UTF-8",
    ),
    "sous-titres-illisibles": Wording(
        "le fichier « {name} » ne contient aucun sous-titre lisible",
        "il faut un fichier .srt ou .vtt, avec des lignes comme « 00:00:01,000 --> 00:00:03,000 »",
    ),
    "sous-titres-ligne": Wording(
        "« {name} », ligne {line} : « {text} » n'est pas un minutage",
        "écrivez par exemple « 00:00:01,000 --> 00:00:03,000 », la fin après le début",
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
    # plan
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
        "les {count} premières photos d'un atelier sont montrées : changez l'ordre de la liste, ou "
        "partagez l'atelier en deux",
    ),
    "partie-ecartee": Wording(
        "ne sera pas montré : la partie « {name} », {why}",
        "retirez « {name} » d'un des deux « sauf » ou ajoutez-la à « deroule » ; sinon effacez-la",
    ),
    "photo-petite": Wording(
        "{noun} « {name} » n'a que {width} × {height} points{trimmed} : l'écran l'agrandira "
        "{times} fois, ce sera flou",
        "il faudrait au moins {least_width} × {least_height} points : demandez l'original, pas une "
        "copie reçue par messagerie",
    ),
    "logo-illisible": Wording(
        "le logo « {name} » est si allongé qu'il ne mesurera que {width} × {height} points sur un "
        "écran de 1920 × 1080",
        "on ne lit rien sous {least} points : prenez une version plus carrée, sur deux lignes par "
        "exemple ; un partenaire seul dans son rang a plus de place",
    ),
    # film
    "rendu-interrompu": Wording(
        "le rendu du film a été arrêté par le système",
        "fermez d'autres programmes pour libérer de la mémoire, puis relancez : "
        "ce qui est fini ne sera pas refait",
    ),
    "plan-echoue": Wording(
        "le rendu {part} a échoué : {cause}",
        "retirez ou remplacez les médias de cette partie, puis relancez",
    ),
    "grappe-adresse": Wording(
        "« {address} » n'est pas l'adresse d'une grappe",
        "écrivez par exemple --grappe tcp://192.168.1.10:8786",
    ),
    "grappe-absente": Wording(
        "il manque de quoi rendre le film sur plusieurs machines",
        'installez-le : pip install "ceremonie[grappe]" (ou relancez sans --grappe)',
    ),
    "grappe-injoignable": Wording(
        "la grappe « {address} » ne répond pas, ou ne répond plus",
        "vérifiez l'adresse et que « dask scheduler » y tourne, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "grappe-vide": Wording(
        "la grappe « {address} » n'a aucune machine au travail",
        "lancez « dask worker {address} » sur chacune, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "grappe-differente": Wording(
        "une machine de la grappe a une autre version de ceremonie ou de ses bibliothèques",
        "installez la même version partout, relancez « dask scheduler » et « dask worker », puis "
        "relancez (ou sans --grappe)",
    ),
    "grappe-arretee": Wording(
        "plusieurs machines de la grappe se sont arrêtées l'une après l'autre pendant un même plan",
        "vérifiez leur mémoire et leur alimentation, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "film-different": Wording(
        "le film rendu diffère de ce qui était prévu : {what} ({found} au lieu de {wanted})",
        "relancez ; si cela persiste, transmettez ce message",
    ),
    "image-illisible": Wording(
        "l'image préparée « {name} » ne se lit plus",
        "relancez : elle sera préparée de nouveau ; vérifiez qu'aucun autre programme n'y touche",
    ),
    "extrait-illisible": Wording(
        "l'extrait préparé « {name} » s'arrête avant sa fin",
        "relancez : il sera préparé de nouveau ; vérifiez que la vidéo se lit en entier",
    ),
    "ffmpeg-absent": Wording(
        "le programme ffmpeg est introuvable",
        "réinstallez ceremonie : ffmpeg vient avec le paquet imageio-ffmpeg",
    ),
    "ffmpeg-echec": Wording(
        "ffmpeg s'est arrêté (code {code}) : {words}",
        "relancez ; si cela persiste, relancez avec --trace et transmettez le message",
    ),
    "disque-plein": Wording(
        "il n'y a plus de place sur le disque",
        "libérez au moins 2 Go (corbeille, téléchargements), puis relancez",
    ),
    # deck
    "diaporama-inaccessible": Wording(
        "le diaporama « {name} » ne peut pas être remplacé",
        "fermez PowerPoint ou Impress s'il y est ouvert, vérifiez que le dossier n'est pas en "
        "lecture seule, puis relancez",
    ),
    "diaporama-film-illisible": Wording(
        "le film « {name} » ne se lit pas, il ne peut pas entrer dans le diaporama",
        "produisez à nouveau le film",
    ),
    "diaporama-illisible": Wording(
        "le diaporama ne se lit pas ({cause})", "produisez à nouveau l'édition"
    ),
    "diaporama-relation-rompue": Wording(
        "{part} renvoie à « {target} », qui n'est pas dans le diaporama",
        "produisez à nouveau l'édition",
    ),
    "diaporama-partie-superflue": Wording(
        "le diaporama contient une partie inutile : {part}", "produisez à nouveau l'édition"
    ),
    "diaporama-formes-doubles": Wording(
        "{slide} : des formes portent le même identifiant ou le même nom ({names})",
        "produisez à nouveau l'édition",
    ),
    "diaporama-ordre": Wording(
        "{slide} : ses éléments ne sont pas dans l'ordre qu'attend PowerPoint",
        "produisez à nouveau l'édition",
    ),
    "diaporama-video": Wording(
        "{slide} : le lancement de la vidéo ne désigne pas sa forme",
        "produisez à nouveau l'édition",
    ),
    "diaporama-titre": Wording(
        "{slide} : il faut un titre, un seul, différent des autres et lu en premier",
        "donnez un titre propre à cette partie dans le storyboard",
    ),
    "diaporama-alternative": Wording(
        "{slide} : l'image « {name} » n'est ni décrite ni décorative",
        "ajoutez « alt: » à ce média dans le storyboard",
    ),
    "diaporama-langue": Wording(
        "{slide} : un texte n'est pas marqué comme français", "produisez à nouveau l'édition"
    ),
    "diaporama-espace-reserve": Wording(
        "{slide} : un espace réservé manque sur sa disposition ou sert deux fois",
        "produisez à nouveau l'édition",
    ),
    "diaporama-hors-theme": Wording(
        "{slide} : une couleur ou une police ne vient pas du thème",
        "produisez à nouveau l'édition",
    ),
    "diaporama-commentaires": Wording(
        "{slide} : il manque les notes pour la personne qui présente",
        "ajoutez « notes: » à cette partie dans le storyboard",
    ),
    "diaporama-sections": Wording(
        "les sections ne listent pas chaque diapositive une fois, dans l'ordre",
        "produisez à nouveau l'édition",
    ),
    "diaporama-fuite": Wording(
        "{part} contient {what}", "produisez à nouveau l'édition avant de la diffuser"
    ),
    # edition and command line
    "edition-en-cours": Wording(
        "l'édition « {name} » est déjà en cours de production",
        "attendez la fin de l'autre production, ou fermez-la, puis relancez",
    ),
    "sortie-occupee": Wording(
        "l'édition précédente ne peut pas être remplacée : « {name} » est ouvert",
        "fermez PowerPoint, le lecteur vidéo et l'explorateur sur ce dossier, puis relancez : la "
        "nouvelle édition est prête et sera mise en place aussitôt ; l'édition précédente est "
        "intacte",
    ),
    "edition-autre": Wording(
        "l'édition « {name} » existe déjà et vient d'un autre storyboard (cérémonie du {day})",
        "donnez un autre nom à « edition » ; pour remplacer « {folder} », relancez avec "
        "--remplacer",
    ),
    "sortie-etrangere": Wording(
        "« {name} » existe déjà et n'a pas été produit par ceremonie",
        "renommez-le, ou rangez l'édition ailleurs avec --sortie",
    ),
    "fichier-modifie": Wording(
        "« {name} » avait été modifié à la main depuis la dernière production",
        "vos modifications sont gardées à côté, dans « {kept} »",
    ),
    "fichier-ajoute": Wording(
        "« {name} », que vous avez mis dans le dossier de l'édition, porte le nom d'un fichier "
        "de l'édition",
        "votre fichier est gardé à côté, dans « {kept} »",
    ),
    "film-vide": Wording(
        "le film n'a plus une seule image : toutes ses parties sont retirées",
        "laissez au moins une partie au film : voir « deroule » et « film: sauf »",
    ),
    "film-absent": Wording(
        "l'édition n'a pas encore de film : le diaporama montre un carton à sa place",
        "produisez aussi le film : relancez sans --seulement diaporama",
    ),
    "film-brouillon": Wording(
        "le film que montre le diaporama est un brouillon",
        "avant la cérémonie, produisez le vrai film : relancez sans --brouillon ni --seulement",
    ),
    "film-perime": Wording(
        "le film que montre le diaporama ne correspond plus au storyboard ou à ses médias",
        "produisez aussi le film : relancez sans --seulement diaporama",
    ),
    "film-etranger": Wording(
        "le film que montre le diaporama a été mis ou modifié à la main dans le dossier de "
        "l'édition",
        "si c'est bien lui qui sera projeté, il n'y a rien à faire ; sinon, relancez sans "
        "--seulement diaporama (le vôtre sera gardé à côté)",
    ),
    "diaporama-ancien-film": Wording(
        "le diaporama gardé contient encore le film précédent",
        "relancez avec --seulement diaporama pour y mettre le nouveau film",
    ),
    "sortie-impossible": Wording(
        "l'édition n'a pas pu être mise en place dans « {name} »",
        "vérifiez les droits d'écriture de ce dossier, puis relancez : la nouvelle édition est "
        "prête et sera mise en place aussitôt ; l'édition précédente est intacte",
    ),
    "acces-refuse": Wording(
        "le système refuse d'écrire ou de lire « {name} »",
        "vérifiez que le dossier existe et que vous pouvez y écrire, ou choisissez-en un autre "
        "avec --sortie ou --cache",
    ),
}


SHOT, SOUND = "de « {title} » (plan {id})", "du son"
"""The parts of the film of which `plan-echoue` tells."""


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

OTHERS = Wording(
    "… et {count} autres « {slug} », à partir d'ici",
    "corrigez d'abord les premiers : ils ont souvent la même cause",
)

RESERVED_NAME = "Windows garde ce nom pour lui : {command} nouvelle {free}"
"""The remedy of `edition-nom` for « con » or « aux », of which nothing else is wrong."""

HIDDEN_ENDING = (
    "le fichier s'appelle en réalité « {actual} » : Windows cache la fin des noms ; renommez-le en "
    "« {name} » (Explorateur : Affichage, Afficher, Extensions de noms de fichiers)"
)
"""The remedy of `storyboard-introuvable` for a file with one ending too many."""

PEOPLE_BY_NAME = (
    "jamais de nom ici : donnez à la personne un identifiant, inscrivez son accord sous cet "
    "identifiant dans « droits », puis écrivez personnes: [{free}]"
)
"""The remedy of `personnes-forme` where a name was written."""


DISGUISED_ELSE = "il faut ici {wanted} : choisissez un autre fichier"
"""The remedy of `media-deguise` where another name would not help."""

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

LISTED = 3
"""A message names so many things; it counts the others."""


def listed(names: Sequence[str]) -> str:
    """« a », « a et b », « a, b, c et 12 autres »."""
    if len(names) > LISTED:
        names = [*names[:LISTED], f"{len(names) - LISTED} autres"]
    return " et ".join(x for x in (", ".join(names[:-1]), *names[-1:]) if x)


def decimal(value: float | Fraction, places: int = 1) -> str:
    """« 13 », « 2,5 »: as French writes a number, rounded, without needless zeros."""
    return f"{float(value):.{places}f}".rstrip("0").rstrip(".").replace(".", ",")


def problem(
    slug: str,
    *,
    path: tuple[str | int, ...] | None = None,
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    remedy: str | None = None,
    also: tuple[tuple[str | int, ...], ...] = (),
    **values: object,
) -> Diagnostic:
    """The diagnostic of this slug; `path` leads to the storyboard node that is meant, `also` to
    others that it is about.

    `remedy` replaces the catalogue's own where only the place of the problem knows a better one.
    """
    wording = PROBLEMS[slug]
    return Diagnostic(
        slug,
        wording.message.format(**values),
        place=place,
        remedy=wording.remedy.format(**{"command": command.name(), **values})
        if remedy is None
        else remedy,
        severity=severity,
        path=path,
        also=also,
    )


def others(first: Diagnostic, count: int) -> Diagnostic:
    """What stands for this problem and all later ones of its kind, `count` in all."""
    number = f"{count:,}".replace(",", "\u00a0")
    message = OTHERS.message.format(count=number, slug=first.slug)
    return replace(first, message=message, remedy=OTHERS.remedy, count=count)


def abridged(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The first ones of each kind, and one that counts the others, where the first of them stood.
    What counts others already is added to it.
    """
    kept: list[Diagnostic] = []
    told: dict[tuple[str, Severity], int] = {}
    counting: dict[tuple[str, Severity], int] = {}
    for diagnostic in diagnostics:
        kind = diagnostic.slug, diagnostic.severity
        if diagnostic.count == 1 and told.get(kind, 0) < MOST_OF_A_KIND:
            told[kind] = told.get(kind, 0) + 1
            kept.append(diagnostic)
        elif kind in counting:
            at = counting[kind]
            kept[at] = others(kept[at], kept[at].count + diagnostic.count)
        else:
            counting[kind] = len(kept)
            kept.append(others(diagnostic, diagnostic.count))
    return tuple(kept)
