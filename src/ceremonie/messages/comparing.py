"""Two editions held against each other."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "comparer-introuvable": Wording(
        "« {name} » n'est pas une édition produite ; dans « {output} », il y a : {there}",
        "donnez le nom ou le dossier de deux éditions produites{such}",
    ),
    "comparer-sans-releve": Wording(
        "« {name} » n'a pas de relevé de son contenu (contenu.json), ou il ne se lit plus",
        "produisez cette édition de nouveau avec le programme d'aujourd'hui, puis relancez",
    ),
}
