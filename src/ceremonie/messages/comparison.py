"""Two editions that are compared."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "comparer-introuvable": Wording(
        "« {name} » n'est pas une édition produite ; dans « {output} », il y a : {there}",
        "donnez le nom ou le dossier d'une édition produite{such} ; pour produire celle-ci : "
        "{command} produire {asked}",
    ),
    "comparer-sans-releve": Wording(
        "« {name} » n'a pas de relevé (contenu.json) qui se lise : rien ne dit ce que l'édition "
        "montrait",
        "produisez-la de nouveau, puis relancez ; une édition d'une version plus ancienne n'en a "
        "pas",
    ),
    "comparer-sans-registre": Wording(
        "le storyboard de « {name} » n'est pas là : rien ne dit qui a retiré son accord depuis",
        "donnez le dossier des storyboards avec --dossier ; à défaut, relisez avant de montrer la "
        "comparaison à quelqu'un",
    ),
    "comparer-existe": Wording(
        "« {name} » existe déjà",
        "donnez un autre nom avec --vers, ou ajoutez --remplacer",
    ),
    "comparer-dedans": Wording(
        "la page serait dans « {name} », l'une des deux éditions, qui ne sont jamais touchées",
        "donnez à --vers un fichier hors de l'édition",
    ),
}
