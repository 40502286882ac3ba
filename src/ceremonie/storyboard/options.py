"""How the event looks, and what is particular to the film or to the deck."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ceremonie.formats import Screen, Shape
from ceremonie.storyboard.durations import Duration
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry, Key, YesNo, parted

FEWEST_COLOURS, MOST_COLOURS = 3, 5
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def _colour(value: Any) -> Any:
    """#RRVVBB or #RVB, as #RRVVBB in capitals."""
    if value is None:
        raise PydanticCustomError("colour_lost", "a # without quotes begins a comment")
    if not isinstance(value, str) or not _HEX.fullmatch(value.strip()):
        raise PydanticCustomError("colour_form", "a colour is written #RRVVBB")
    digits = value.strip()[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


ColourValue = Annotated[
    str,
    BeforeValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}),
]


EMBLEMS = ("flamme", "aucun")


def _emblem(value: Any) -> Any:
    """One of `EMBLEMS`, or a medium's mapping; no other word."""
    if isinstance(value, str) and value.strip() not in EMBLEMS:
        raise PydanticCustomError("emblem_form", "neither an emblem's name nor a picture")
    return value.strip() if isinstance(value, str) else value


EmblemChoice = Annotated[Media | Literal["flamme", "aucun"], BeforeValidator(_emblem)]


_ONE = {"enum": [str(shape) for shape in Shape]}
_SEVERAL = "|".join(Shape)

Shapes = Annotated[
    tuple[Shape, ...],
    BeforeValidator(parted),
    WithJsonSchema(
        {
            "anyOf": [
                _ONE,
                {"type": "array", "items": _ONE, "minItems": 1},
                {"type": "string", "pattern": f"^({_SEVERAL})( *, *({_SEVERAL}))*$"},
            ]
        }
    ),
]

ScreenChoice = Annotated[Screen, WithJsonSchema({"enum": [str(screen) for screen in Screen]})]


class Theme(Entry):
    model_config = ConfigDict(title="Apparence")

    @model_validator(mode="before")
    @classmethod
    def _colours_lost(cls, data: Any) -> Any:
        """`couleurs: #003366` is a key without a value to YAML: told all the same."""
        if isinstance(data, dict) and "couleurs" in data and not data["couleurs"]:
            return {**data, "couleurs": [None]}
        return data

    motion: Literal["normal", "reduit"] = Field(
        "normal", alias="mouvement", description="« reduit » supprime les animations du film"
    )
    faces: YesNo = Field(
        True,
        alias="visages",
        description="« non » : ne pas chercher les visages pour cadrer les photos",
    )
    colours: tuple[ColourValue, ...] = Field(
        (),
        min_length=FEWEST_COLOURS,
        max_length=MOST_COLOURS,
        alias="couleurs",
        description='trois à cinq couleurs de l\'événement, entre guillemets : "#RRVVBB"',
        examples=[["#FFC72C", "#FF5A1F", "#00565B"]],
    )
    font: Key | tuple[Key, ...] | None = Field(
        None,
        alias="police",
        description="police de l'événement : le dossier de ses fichiers, ou ces fichiers",
        examples=["polices/Montserrat"],
    )
    logo: Media | None = Field(
        None, description="logo de l'organisateur, sur le titre, la clôture et les diapositives"
    )
    mark: Media | None = Field(
        None,
        alias="marque",
        description="marque d'une institution, seule en haut à gauche partout où elle a sa place",
    )
    emblem: EmblemChoice | None = Field(
        None,
        alias="embleme",
        description="« flamme » (d'office s'il y a un relais), « aucun », ou l'image d'un fichier",
    )
    template: Key | None = Field(
        None,
        alias="gabarit",
        description="gabarit PowerPoint d'une institution, dans lequel le diaporama est composé",
        examples=["prefecture.pptx"],
    )


class FilmOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au film")

    without: tuple[Section, ...] = Field((), alias="sauf", description="parties absentes du film")
    duration: Duration | None = Field(
        None,
        ge=20,
        le=3600,
        alias="duree",
        description="durée du film : le temps est partagé entre les parties",
        examples=["2 min 45"],
    )
    pace: Literal["posé", "normal", "vif"] = Field(
        "normal", alias="rythme", description="« posé », « normal » ou « vif »"
    )
    texts: YesNo = Field(
        False, alias="textes", description="« oui » : le texte et le lieu des ateliers y sont aussi"
    )
    crossfade: float = Field(
        0.48,
        ge=0,
        le=2,
        alias="fondu",
        description="durée des fondus enchaînés, en secondes, quand le mouvement est réduit",
    )
    shapes: Shapes = Field(
        (Shape.WIDE,),
        alias="format",
        min_length=1,
        examples=["16:9"],
        description="« 16:9 » pour la salle, « 1:1 » carré, « 9:16 » debout pour le téléphone ; "
        "un seul ou plusieurs",
    )
    master: MasterOptions = Field(
        MasterOptions(), alias="regie", description="le film que reçoit la régie"
    )


class DeckOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au diaporama")

    without: tuple[Section, ...] = Field(
        (), alias="sauf", description="parties absentes du diaporama"
    )
    screen: ScreenChoice = Field(
        Screen.WIDE,
        alias="format",
        description="« 16:9 », « 16:10 » ou « 4:3 », selon le vidéoprojecteur de la salle",
    )
    mode: Literal["ceremonie", "complet"] = Field(
        "ceremonie",
        description="« ceremonie » montre ce qui se dit sur scène et cache les diapositives des "
        "ateliers, à un clic de là ; « complet » les montre toutes",
    )
