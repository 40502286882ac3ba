"""The event's own words: what its things are called, and the themes that it sorts them by."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from ceremonie.storyboard.programme import Role
from ceremonie.storyboard.values import Entry, Key
from ceremonie.text import unaccented

LONGEST = 30
"""Signs of a word that stands in titles and beside numbers."""

Term = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
"""A word that the program says in its own sentences."""


def _unaccented(value: Any) -> Any:
    return unaccented(value.strip()) if isinstance(value, str) else value


Gender = Annotated[Literal["masculin", "feminin"], BeforeValidator(_unaccented)]
"""« féminin » is as good."""


class Word(Entry):
    model_config = ConfigDict(title="Mot de l'événement")

    word: Term = Field(alias="mot", description="le mot, au singulier", examples=["stand"])
    plural: Term | None = Field(
        None, alias="pluriel", description="au pluriel, à défaut selon les règles du français"
    )
    gender: Gender = Field(
        "masculin", alias="genre", description="« masculin » ou « feminin », pour les accords"
    )


class Vocabulary(Entry):
    model_config = ConfigDict(title="Vocabulaire de l'événement")

    day: Word | None = Field(None, alias="jour", description="au lieu de « jour »")
    workshop: Word | None = Field(
        None,
        alias="atelier",
        description="au lieu de « atelier »",
        examples=[{"mot": "stand", "pluriel": "stands", "genre": "masculin"}],
    )
    stage: Word | None = Field(None, alias="etape", description="au lieu de « étape »")
    testimony: Word | None = Field(
        None, alias="temoignage", description="au lieu de « témoignage »"
    )
    athlete: Word | None = Field(None, alias="athletes", description="au lieu de « rencontre »")
    prize: Word | None = Field(None, alias="prix", description="au lieu de « prix »")
    partner: Word | None = Field(None, alias="partenaire", description="au lieu de « partenaire »")
    performance: Word | None = Field(
        None, alias="spectacle", description="au lieu de « numéro » du spectacle"
    )


RoleWord = Annotated[Role, BeforeValidator(_unaccented)]


class OwnTopic(Entry):
    model_config = ConfigDict(title="Thématique de l'événement")

    name: Term = Field(alias="nom", description="le nom du thème", examples=["Cuisine"])
    pictogram: Key = Field("atelier", alias="pictogramme", description="son pictogramme")
    role: RoleWord = Field(
        Role.INK,
        alias="couleur",
        description="« vif », « moyen », « profond », « encre » ou « papier »",
    )
