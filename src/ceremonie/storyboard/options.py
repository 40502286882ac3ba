"""How the event looks, and what is particular to the film or to the deck."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from ceremonie.storyboard.media import Media
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry

EMBLEMS = ("flamme", "aucun")


def _emblem(value: Any) -> Any:
    """One of `EMBLEMS`, or a medium's mapping; no other word."""
    if isinstance(value, str) and value.strip() not in EMBLEMS:
        raise PydanticCustomError("emblem_form", "neither an emblem's name nor a picture")
    return value.strip() if isinstance(value, str) else value


EmblemChoice = Annotated[Media | Literal["flamme", "aucun"], BeforeValidator(_emblem)]


class Theme(Entry):
    model_config = ConfigDict(title="Apparence")

    motion: Literal["normal", "reduit"] = Field(
        "normal", alias="mouvement", description="« reduit » supprime les animations du film"
    )
    logo: Media | None = Field(None, description="logo de l'organisateur, posé sur le titre")
    emblem: EmblemChoice | None = Field(
        None,
        alias="embleme",
        description="« flamme » (d'office s'il y a un relais), « aucun », ou l'image d'un fichier",
    )


class FilmOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au film")

    without: tuple[Section, ...] = Field((), alias="sauf", description="parties absentes du film")
    crossfade: float = Field(
        0.48, ge=0, le=2, alias="fondu", description="durée des fondus enchaînés, en secondes"
    )


class DeckOptions(Entry):
    model_config = ConfigDict(title="Ce qui est propre au diaporama")

    without: tuple[Section, ...] = Field(
        (), alias="sauf", description="parties absentes du diaporama"
    )
