"""One fixed content for each kind, and the two looks that it is shown in."""

from __future__ import annotations

from ceremonie.planning.content import Chapter, Content, Person, Quote, Speech
from ceremonie.planning.emblem import Emblem
from ceremonie.planning.staging import Look
from ceremonie.theme.palette import Palette

TOWN = Look(
    palette=Palette(paper="F7F4EA", bright="F9C846", middle="5BB5D6", deep="0B6E4F", ink="102A43"),
    emblem=Emblem.NONE,
)
"""An event's own, as far from the house's as it may be."""

LOOKS = {"house": Look(), "town": TOWN}

CONTENTS: dict[str, Content] = {
    "chapter": Chapter("Jour 2", 1, 3, "Mercredi 29 novembre", "Prendre soin de soi"),
    "chapter-alone": Chapter("Samedi 14 juin", 0, 1, "", "Tout le monde joue"),
    "speech": Speech(
        kicker="Ouverture",
        message="Le sport crée des liens, brise les barrières et fait grandir le respect.",
        mention="En substance, d’après son allocution",
        speaker="Une oratrice",
        position="préfète",
    ),
    "person": Person(
        kicker="Rencontre",
        illustration="(illustration)",
        name="Une escrimeuse",
        facts=("Escrime fauteuil", "Club du Val-de-Marne", "Équipe départementale"),
        number="94",
        portrait=None,
    ),
    "quote": Quote(
        quote="Personne ne m’a demandé ce que je ne pouvais pas faire. On m’a demandé de jouer.",
        author="Une collégienne",
        position="atelier football à cinq",
        illustration="(illustration)",
    ),
}
