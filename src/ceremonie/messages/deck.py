"""The finished deck."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
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
