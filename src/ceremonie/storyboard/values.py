"""The kinds of values: shown texts, keys that steer, days, yes or no; what every mapping shares."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ceremonie.files import is_reserved
from ceremonie.storyboard import dates
from ceremonie.storyboard.durations import Duration


@dataclass(frozen=True)
class Said:
    """Marks the type of a field whose words are meant for people, in the hall or on the stage: the
    plan tells those that it shows nowhere.
    """


SAID = Said()


@dataclass(frozen=True)
class Told:
    """Marks the type of a field whose words only those at work read: the running order says them,
    and no screen shows them.
    """


TOLD = Told()

_LINE = StringConstraints(strip_whitespace=True, min_length=1, max_length=160)
_TEXT = StringConstraints(strip_whitespace=True, min_length=1, max_length=600)

Text = Annotated[str, _TEXT, SAID]
Line = Annotated[str, _LINE, SAID]
Key = Annotated[str, _LINE]
"""What steers the program: a file, an identifier, a name that must be known."""

DEPARTMENT_CODE = r"^(\d{2,3}|2[AB])$"


def _day(value: Any) -> dt.date:
    """A date is written AAAA-MM-JJ; pydantic alone would also take instants and numbers."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and dates.is_iso(value.strip()):
        if date := dates.day(value.strip()):
            return date
        raise PydanticCustomError("date_impossible", "this day does not exist")
    raise PydanticCustomError("date_form", "a date is written AAAA-MM-JJ")


Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


def _yes_or_no(value: Any) -> bool:
    """`oui` and `non`, or YAML's own `true` and `false`; no number, no English word."""
    answers = {"oui": True, "non": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in answers:
        return answers[value.strip().casefold()]
    raise PydanticCustomError("yes_or_no", "neither yes nor no")


def is_yes(value: Any) -> bool:
    """Whether a raw value says « oui »."""
    return value is True or (isinstance(value, str) and value.strip().casefold() == "oui")


def is_no(value: Any) -> bool:
    """Whether a raw value says « non »."""
    return value is False or (isinstance(value, str) and value.strip().casefold() == "non")


YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["oui", "non", True, False]})
]


def parted(value: Any) -> Any:
    """One value, several parted by commas, or a list."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return value
    return [part.strip() for part in str(value).split(",") if part.strip()]


def _percent(value: Any) -> Any:
    """« 70 % » or 70."""
    if isinstance(value, str):
        return value.strip().removesuffix("%").strip()
    return value


Percent = Annotated[
    float,
    BeforeValidator(_percent),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\d+ *%?$"}]}),
]


def figure(value: Any) -> Any:
    """« 1 200 » is a number as it is written in French; so is 12.5, with a comma."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise PydanticCustomError("figure_form", "neither a number nor a text")
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}([ \u00a0\u202f]\d{3})+", value.strip()):
        return int(re.sub(r"\D", "", value))
    return _decimal(value) if isinstance(value, float) else value


def _decimal(value: float) -> str:
    """12.5 is « 12,5 », 12000.5 « 12 000,5 »; what only an exponent can write stays."""
    whole, _, rest = str(value).partition(".")
    return f"{int(whole):,}".replace(",", "\u202f") + f",{rest}" if rest.isdigit() else str(value)


def _not_reserved(name: str) -> str:
    if is_reserved(name):
        raise PydanticCustomError("edition_reserved", "no folder may have this name under Windows")
    return name


EditionName = Annotated[
    str, StringConstraints(pattern=r"^[\w-]{1,40}$"), AfterValidator(_not_reserved)
]


class Entry(BaseModel):
    """What every mapping shares: unknown keys are refused, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        validate_by_name=True,
        validate_by_alias=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: Any) -> Any:
        """A key left without a value (`athletes:`) counts as not written."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        names = {*cls.model_fields, *(field.alias for field in cls.model_fields.values())}
        return {k: v for k, v in data.items() if v is not None or k not in names}


Seconds = Annotated[
    float | None,
    Field(gt=0, le=600, alias="secondes", description="sa durée dans le film, en secondes"),
]
InFilm = Annotated[
    YesNo | None,
    Field(alias="film", description="« non » pour qu'il ne soit pas dans le film"),
]
FullScreen = Annotated[
    YesNo,
    Field(alias="plein_ecran", description="« oui » : ses images restent seules à l'écran du film"),
]

LONGEST_ON_STAGE = 6 * 3600
"""Seconds: longer than any ceremony."""

OnStage = Annotated[
    Duration | None,
    Field(
        gt=0,
        le=LONGEST_ON_STAGE,
        alias="duree",
        description="son temps sur scène, pour le conducteur : « 5 min »",
    ),
]
Identifier = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[\w-]{1,40}$")] | None,
    Field(description="nom court par lequel le déroulé le désigne : lettres, chiffres, tirets"),
]
Who = Annotated[
    Key | None,
    Field(alias="qui", description="identifiant au registre de la personne nommée : P012"),
]
Nameless = Annotated[
    Key | None,
    Field(
        alias="sans_nom",
        description="ce qui se dit là où le nom ne peut l'être ; à défaut, la fonction",
        examples=["Une collégienne"],
    ),
]
Signed = Annotated[
    YesNo,
    Field(
        alias="langue_des_signes",
        description="« oui » quand une personne interprète en langue des signes",
    ),
]
