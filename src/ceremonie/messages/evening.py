"""The evening: its clock, its running order, names, the walk-in, the stick for the hall."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "heure-forme": Wording(
        "« {key} » n'est pas une heure : {value}",
        'écrivez une heure entre guillemets, par exemple {key}: "18:30"',
    ),
    "accueil-sans-photo": Wording(
        "aucune photo à montrer pendant l'accueil : il tourne avec les mots seuls",
        "ajoutez des photos aux ateliers (« medias »), ou laissez-le ainsi",
    ),
    "accueil-a-refaire": Wording(
        "« {name} » n'est plus là : l'accueil a changé, ou n'avait pas encore été fait",
        "relancez sans --seulement pour le refaire",
    ),
}
