"""The evening itself: the clock, what the technicians do, how names are said, what fills the hall
before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from ceremonie.storyboard.durations import Duration
from ceremonie.storyboard.hours import Hour
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.values import TOLD, Entry, YesNo

WORDS_A_MINUTE = 125
"""The calm end of the pace that Toastmasters International recommends to speakers, 125 to 160
words a minute (« Your Speaking Voice »): a hall wants pauses.
"""

Instruction = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160), TOLD
]
"""What only those at work read: it stands in the running order, never on a screen."""


class StageCue(Entry):
    model_config = ConfigDict(title="Régie d'un passage")

    hour: Hour | None = Field(
        None, alias="heure", description="heure à laquelle il commence, quand elle est fixée"
    )
    voice: Instruction | None = Field(
        None, alias="parole", description="qui parle, à défaut la personne citée ou qui présente"
    )
    microphone: Instruction | None = Field(
        None, alias="micro", description="le micro à ouvrir", examples=["pupitre"]
    )
    sound: Instruction | None = Field(None, alias="son", description="ce que fait le son")
    light: Instruction | None = Field(None, alias="lumiere", description="ce que fait la lumière")
    screen: Instruction | None = Field(
        None, alias="ecran", description="ce que l'écran montre, à défaut la diapositive"
    )
    words: Instruction | None = Field(
        None, alias="top", description="les mots ou le geste qui donnent le départ"
    )
    columns: Mapping[str, Instruction] = Field(
        {},
        alias="colonnes",
        description="ce que disent les colonnes de `conducteur`",
        examples=[{"Accessoires": "la coupe"}],
    )


StageCueChoice = Annotated[
    StageCue | None,
    Field(alias="regie", description="ce que font le son, la lumière et les micros"),
]
Pronounced = Annotated[
    Instruction | None,
    Field(alias="prononciation", description="comment son nom se dit", examples=["tchi-bo-zo"]),
]


class Conduct(Entry):
    model_config = ConfigDict(title="Conducteur de la soirée")

    presenter: Instruction | None = Field(
        None, alias="presentateur", description="qui présente la soirée"
    )
    microphone: Instruction | None = Field(
        None, alias="micro", description="le micro de qui présente", examples=["HF 1"]
    )
    pace: int = Field(
        WORDS_A_MINUTE,
        ge=80,
        le=200,
        alias="debit",
        description="mots par minute de qui présente",
    )
    columns: tuple[Instruction, ...] = Field(
        (),
        max_length=6,
        alias="colonnes",
        description="colonnes de plus, remplies par `regie: colonnes`",
        examples=[["Accessoires"]],
    )
    pronunciations: Mapping[str, Instruction] = Field(
        {},
        alias="prononciations",
        description="comment se disent d'autres noms, où qu'ils paraissent",
        examples=[{"Créteil": "cré-teille"}],
    )


class Welcome(Entry):
    model_config = ConfigDict(title="Accueil du public")

    seconds: float = Field(
        14, ge=8, le=30, alias="secondes", description="durée de chaque diapositive, en secondes"
    )
    music: YesNo | Music = Field(
        False, alias="musique", description="« oui » pour celle du film, ou un morceau à elle"
    )
    countdown: Duration | None = Field(
        None,
        ge=10,
        le=3600,
        alias="decompte",
        description="longueur du compte à rebours qui mène au titre, de 10 s à 1 h",
        examples=["10 min"],
    )


class MasterOptions(Entry):
    model_config = ConfigDict(title="Film pour la régie")

    rate: Literal[25, 50] = Field(
        25, alias="cadence", description="images par seconde : 25, ou 50 (chacune deux fois)"
    )
    before: float = Field(
        0, ge=0, le=60, alias="avant", description="secondes ajoutées avant la première image"
    )
    after: float = Field(
        0, ge=0, le=60, alias="apres", description="secondes ajoutées après la dernière image"
    )
    edges: Literal["noir", "image"] = Field(
        "noir",
        alias="bords",
        description="ce que montrent ces secondes : « noir », ou l'« image » arrêtée",
    )
