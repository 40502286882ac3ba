"""The edition's folder and the system that keeps it."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
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
    "anciennes-cedees": Wording(
        "le disque est presque plein ; pour faire de la place, la plus vieille d'abord, ceci est "
        "effacé : {count} de « {name} »",
        "libérez de la place ; pour en garder moins, ajoutez par exemple --garder 1",
    ),
    "ancienne-refusee": Wording(
        "l'édition « {name} » qui vient d'être remplacée n'a pas pu être gardée : le système "
        "refuse de la ranger dans « {home} »",
        "renommez le fichier qui porte ce nom, ou vérifiez vos droits sur ce dossier ; la "
        "prochaine y sera gardée",
    ),
    "anciennes-retirees": Wording(
        "quelqu'un a retiré son accord ; ce qui le montrait est effacé : {count} de « {name} »",
        "il n'y a rien à faire ; ce qui a été copié ailleurs est à reprendre : « ceremonie "
        "retrait » le cherche",
    ),
    "source-enregistree": Wording(
        "« {name} » a été enregistré, déplacé ou effacé pendant la production : l'édition peut "
        "encore montrer ce qu'il contenait avant",
        "relancez : la nouvelle version sera prise",
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
    "fichier-lien": Wording(
        "« {name} », dans le dossier de l'édition, est un lien vers un autre endroit : ce qu'il "
        "montre n'est pas repris",
        "pour le garder dans l'édition, mettez-y le fichier lui-même à la place du lien",
    ),
    "film-vide": Wording(
        "le film n'a plus une seule image : toutes ses parties sont retirées",
        "laissez au moins une partie au film : voir « deroule », « film: sauf » et « film: non »",
    ),
    "film-absent": Wording(
        "l'édition n'a pas encore de film : le diaporama montre un carton à sa place",
        "produisez aussi le film : relancez sans --seulement diaporama",
    ),
    "film-autre-format": Wording(
        "l'édition n'a pas de film en 16:9 : le diaporama montre un carton à sa place",
        "produisez aussi ce format : ajoutez 16:9 à --format (ou à « film: format »)",
    ),
    "public-perime": Wording(
        "ce que l'édition contenait pour « {audience} » a été retiré : le storyboard, ses médias, "
        "les accords ou le programme ont changé depuis, ou c'était un brouillon",
        "pour l'avoir de nouveau : {command}",
    ),
    "diaporama-sans-salle": Wording(
        "le diaporama est celui de la salle : avec --seulement diaporama, il n'y a rien à produire "
        "pour « {audiences} »",
        "ajoutez la salle (--public salle), ou retirez --seulement diaporama",
    ),
    "regie-sans-film": Wording(
        "le film de la régie est fait des images du film de la salle, en pleine qualité : "
        "--regie ne va ni avec --brouillon, ni avec --seulement diaporama, ni sans la salle",
        "retirez --regie, ou produisez le film de la salle sans --brouillon ni --seulement "
        "diaporama",
    ),
    "regie-retiree": Wording(
        "« {name} » et ses pistes de son ont été retirés de l'édition : depuis qu'ils ont été "
        "produits, le storyboard ou ses médias ont changé",
        "pour les avoir de nouveau, relancez avec --regie {codec}",
    ),
    "partie-sans-accord": Wording(
        "« {name} » de l'édition précédente n'est pas gardé : l'accord de {people} ne permet plus "
        "de l'y montrer tel quel",
        "produisez l'édition entière : relancez sans --seulement {only}",
    ),
    "film-retire": Wording(
        "« {name} » a été retiré de l'édition : depuis qu'il a été produit, le storyboard ou ses "
        "médias ont changé, ou c'était un brouillon",
        "pour l'avoir de nouveau, ajoutez {format} à --format (ou à « film: format »)",
    ),
    "film-format-perime": Wording(
        "« {name} » ne correspond plus au storyboard ou à ses médias",
        "produisez-le de nouveau : relancez sans --seulement diaporama, avec --format {format}",
    ),
    "film-brouillon": Wording(
        "le film que montre le diaporama est un brouillon",
        "avant la cérémonie, produisez le vrai film : relancez sans --brouillon ni --seulement",
    ),
    "brouillon-film-fini": Wording(
        "« {name} » a un film fini : un brouillon ne prend pas sa place",
        "pour relire à part, relancez avec --sortie brouillons ; pour ne revoir que les "
        "diapositives, avec --seulement diaporama ; pour avoir le brouillon à la place du film, "
        "ajoutez --remplacer",
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
    "disque-absent": Wording(
        "« {name} » ne répond plus : le disque est débranché ou abîmé, ou le réseau est coupé",
        "rebranchez le disque ou rétablissez le réseau, puis relancez la même commande : ce qui "
        "était là avant est resté, ce qui est fait est repris",
    ),
    "etagere-etrangere": Wording(
        "« {name} », à côté des éditions, n'a pas été écrit par ceremonie : il est gardé, et la "
        "page de toutes les éditions n'est pas faite",
        "pour avoir cette page, renommez votre fichier ou rangez-le ailleurs, puis relancez",
    ),
    "etagere-impossible": Wording(
        "la page de toutes les éditions n'a pas pu être écrite dans « {name} » ; l'édition, elle, "
        "est faite",
        "vérifiez les droits d'écriture de ce dossier et la place sur le disque, et fermez ce qui "
        "tient ce fichier ; la page sera refaite à la prochaine production",
    ),
}
