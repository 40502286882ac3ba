"""The finished deck."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "gabarit-existe": Wording(
        "« {name} » existe déjà",
        "donnez un autre nom avec --vers, ou ajoutez --remplacer",
    ),
    "gabarit-autre-format": Wording(
        "le gabarit « {name} » n'est pas un fichier de PowerPoint (.pptx ou .potx)",
        "dans PowerPoint ou Impress, enregistrez-le au format « Présentation PowerPoint (.pptx) »",
    ),
    "gabarit-protege": Wording(
        "le gabarit « {name} » est protégé par un mot de passe, ou dans l'ancien format .ppt",
        "dans PowerPoint, retirez le mot de passe (Fichier, Informations, Protéger la "
        "présentation) et enregistrez au format .pptx",
    ),
    "gabarit-macros": Wording(
        "le gabarit « {name} » peut contenir des macros : il n'est pas ouvert",
        "enregistrez-le au format .pptx ou .potx, sans macros",
    ),
    "gabarit-abime": Wording(
        "le gabarit « {name} » est abîmé : il ne se lit pas en entier",
        "ouvrez-le dans PowerPoint ou Impress, enregistrez-le sous un autre nom, puis relancez ; "
        "s'il est venu par messagerie, faites-le renvoyer",
    ),
    "gabarit-demesure": Wording(
        "le gabarit « {name} » contient bien plus que ne contient un gabarit : il n'est pas lu",
        "supprimez-en les diapositives, les vidéos et les photos d'exemple, puis enregistrez-le "
        "sous un autre nom",
    ),
    "gabarit-sans-titre": Wording(
        "aucune disposition du gabarit « {name} » n'a d'emplacement pour un titre",
        "dans PowerPoint : Affichage, Masque des diapositives, puis cochez « Titre » sur au moins "
        "une disposition",
    ),
    "gabarit-format": Wording(
        "« diaporama: format » demande {wanted}, mais les diapositives du gabarit sont en {given}",
        "le gabarit décide ; retirez « format », ou changez la taille des diapositives du gabarit",
    ),
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
}
