"""Reading the storyboard: the file, its encoding, its YAML."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
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
}

HIDDEN_ENDING = (
    "le fichier s'appelle en réalité « {actual} » : Windows cache la fin des noms ; renommez-le en "
    "« {name} » (Explorateur : Affichage, Afficher, Extensions de noms de fichiers)"
)
"""The remedy of `storyboard-introuvable` for a file with one ending too many."""
