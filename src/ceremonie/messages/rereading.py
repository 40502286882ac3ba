"""A corrected deck that is read again."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "relire-introuvable": Wording(
        "« {name} » n'existe pas", "donnez le diaporama corrigé, par exemple diaporama.pptx"
    ),
    "relire-autre-format": Wording(
        "« {name} » n'est pas un diaporama .pptx",
        "dans PowerPoint ou Impress, enregistrez-le au format « Présentation PowerPoint (.pptx) »",
    ),
    "relire-protege": Wording(
        "« {name} » est protégé par un mot de passe, ou dans l'ancien format .ppt",
        "dans PowerPoint, retirez le mot de passe (Fichier, Informations, Protéger la "
        "présentation) et enregistrez au format .pptx",
    ),
    "relire-macros": Wording(
        "« {name} » peut contenir des macros : il n'est pas ouvert",
        "enregistrez-le au format .pptx, sans macros",
    ),
    "relire-abime": Wording(
        "« {name} » est abîmé : il ne se lit pas en entier",
        "ouvrez-le dans PowerPoint ou Impress, enregistrez-le sous un autre nom, puis relancez ; "
        "s'il est venu par messagerie, faites-le renvoyer",
    ),
    "relire-demesure": Wording(
        "« {name} » contient bien plus que ne contient un diaporama : il n'est pas lu",
        "demandez d'où il vient ; corrigez le diaporama de l'édition elle-même",
    ),
    "relire-autre-edition": Wording(
        "ce diaporama est celui de l'édition « {theirs} », le storyboard celui de « {ours} »",
        "donnez le storyboard de son édition avec --storyboard",
    ),
    "relire-etranger": Wording(
        "aucune diapositive de « {name} » ne vient de ce storyboard",
        "donnez un diaporama produit par ceremonie, ou son storyboard avec --storyboard",
    ),
    "relire-gabarit": Wording(
        "« {name} » est fait dans le gabarit d'une institution : ses textes y sont réunis "
        "autrement que dans le storyboard, ils ne peuvent pas être relus",
        "reportez vos corrections à la main dans le storyboard",
    ),
    "relire-quel-storyboard": Wording(
        "on ne sait pas de quel storyboard vient « {name} »",
        "indiquez-le : {command} relire {name} --storyboard assets/2024",
    ),
    "relire-storyboard-change": Wording(
        "le storyboard a changé depuis que ce diaporama a été produit : ce que vous y avez changé "
        "ressort ici comme une correction à défaire",
        "regardez chaque ligne avant --appliquer ; au besoin, produisez l'édition et corrigez le "
        "nouveau diaporama",
    ),
    "relire-a-la-main": Wording(
        "diapositive {slide} : « {before} » est devenu « {after} », et l'on ne sait pas quelle "
        "valeur du storyboard cela change",
        "à reporter à la main dans le storyboard",
    ),
    "relire-tableau": Wording(
        "diapositive {slide} : « {words} » corrige une case du tableau, que ceremonie n'écrit pas",
        "corrigez-la dans le tableau, à la feuille et à la case indiquées",
    ),
    "relire-tableau-ordre": Wording(
        "des diapositives qui viennent du tableau ont changé d'ordre",
        "déplacez les lignes dans le tableau, à la feuille indiquée",
    ),
    "relire-refuse": Wording(
        "« {words} » ne peut pas être écrit ici : {why}",
        "à reporter à la main dans le storyboard",
    ),
    "relire-retire": Wording(
        "diapositive {slide} : « {what} » n'y est plus ; le storyboard le garde",
        "pour que cela ne revienne pas, effacez-le vous-même du storyboard",
    ),
    "relire-ajoute": Wording(
        "diapositive {slide} : « {words} » a été ajouté, sans place dans le storyboard",
        "à reporter à la main, par exemple dans « texte » ou « notes »",
    ),
    "relire-image-ajoutee": Wording(
        "diapositive {slide} : l'image « {name} » a été ajoutée ; elle n'est pas reprise",
        "rangez-la à côté du storyboard et ajoutez-la vous-même, par exemple sous « medias »",
    ),
    "relire-derniere-minute": Wording(
        "diapositive {slide} : « {words} » est écrit sur la diapositive « Dernière minute », qui "
        "sera vide à la prochaine production",
        "pour le garder, ajoutez cette ligne sous « moments: » : {entry}",
    ),
    "relire-photo": Wording(
        "diapositive {slide} : « {former} » est remplacée par « {new} »",
        "relisez « alt », « legende », « credit » et « personnes » : ils parlent encore de "
        "l'ancienne photo",
    ),
    "relire-photo-a-la-main": Wording(
        "diapositive {slide} : l'image « {name} » a été changée, et ne peut pas être reprise ici",
        "rangez la nouvelle image à côté du storyboard (JPEG ou PNG) et indiquez-la vous-même",
    ),
    "relire-diapositive-retiree": Wording(
        "la diapositive « {title} » n'est plus dans le diaporama ; le storyboard garde ce "
        "qu'elle dit",
        "pour ne plus la montrer, voyez « diaporama: sauf », ou effacez-la vous-même du storyboard",
    ),
    "relire-diapositive-copiee": Wording(
        "la diapositive {slide} est une copie de « {title} » : elle n'est pas reprise",
        "ajoutez vous-même ce qu'elle dit de plus au storyboard",
    ),
    "relire-diapositive-ajoutee": Wording(
        "la diapositive {slide} (« {words} ») ne vient pas du storyboard : elle n'est pas reprise",
        "ajoutez vous-même ce qu'elle dit au storyboard",
    ),
    "relire-diapositive-deplacee": Wording(
        "la diapositive {slide} (« {title} ») a été déplacée là où le storyboard ne sait pas la "
        "mettre",
        "changez vous-même l'ordre dans le storyboard : « deroule » pour les parties, l'ordre des "
        "listes pour le reste",
    ),
}
