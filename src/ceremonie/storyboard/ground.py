"""Which map is shown: departments, a region, the districts of a city, or contours from a file."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from ceremonie.storyboard.evening import StageCueChoice
from ceremonie.storyboard.values import (
    DEPARTMENT_CODE,
    Entry,
    InFilm,
    Key,
    Line,
    OnStage,
    Seconds,
    Text,
    parted,
)

Department = Annotated[str, StringConstraints(pattern=DEPARTMENT_CODE)]
_ONE = {"type": "string", "pattern": DEPARTMENT_CODE}

Departments = Annotated[
    tuple[Department, ...],
    BeforeValidator(parted),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": _ONE}]}),
]
"""One code, several parted by commas, or a list."""


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class MapChoice(Entry):
    model_config = ConfigDict(title="Carte")

    title: Line | None = Field(None, alias="titre", description="titre de la carte")
    departments: Departments = Field(
        (),
        alias="departement",
        description="code du département, entre guillemets, ou plusieurs ; à défaut, celui des "
        "communes",
        examples=["69"],
    )
    region: Annotated[Key, BeforeValidator(_text)] | None = Field(
        None, description="une région entière, par son nom ou son code"
    )
    city: Key | None = Field(
        None, alias="ville", description="une ville par arrondissements : Paris, Lyon ou Marseille"
    )
    file: Key | None = Field(
        None, alias="fichier", description="des contours à soi : fichier .geojson de l'édition"
    )
    mention: Line | None = Field(None, description="précision sous la carte")
    seconds: Seconds = None
    in_film: InFilm = None
    on_stage: OnStage = None
    cue: StageCueChoice = None
    notes: Text | None = Field(None, description="notes pour la personne qui présente")
