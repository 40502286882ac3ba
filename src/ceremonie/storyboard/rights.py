"""What people agreed to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ceremonie.storyboard.values import Day, Entry, Key, YesNo


class Scope(StrEnum):
    """What a person agreed to."""

    CAPTURE = "captation"
    HALL = "salle"
    INTERNAL = "interne"
    WEB = "internet"
    SOCIAL = "reseaux"


class Consent(Entry):
    model_config = ConfigDict(title="Accord de droit à l'image")

    person: Key = Field(
        alias="personne", description="identifiant pseudonyme : P012", examples=["P012"]
    )
    minor: YesNo = Field(alias="mineur", description="mineur ou non", examples=["oui"])
    signatories: tuple[Key, ...] = Field(
        min_length=1,
        alias="signataires",
        description="qui a signé",
        examples=[["mère", "père", "enfant"]],
    )
    scopes: tuple[Scope, ...] = Field(
        min_length=1,
        alias="portees",
        description="usages acceptés",
        examples=[["captation", "salle"]],
    )
    show_name: YesNo = Field(False, alias="nom", description="le nom peut être dit")
    hear_voice: YesNo = Field(False, alias="voix", description="la voix peut être entendue")
    start: Day = Field(alias="debut", description="valable à partir du", examples=["2023-11-01"])
    end: Day = Field(alias="fin", description="valable jusqu'au", examples=["2024-12-31"])
    withdrawn: Day | None = Field(None, alias="retrait", description="retiré le")
    proof: Key | None = Field(None, alias="preuve", description="empreinte SHA-256 de l'accord")


def _in_a_file(value: Any) -> Any:
    """The name of a file says nothing by itself: its lines join the tree before (`joining`)."""
    return () if isinstance(value, str) else value


class _OrFile:
    """In the schema, a list or the name of a file."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(core)]}


Consents = Annotated[tuple[Consent, ...], BeforeValidator(_in_a_file), _OrFile()]
