"""How the event looks, and what is particular to the film or to the deck."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from ceremonie.storyboard.media import Media
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry


class Theme(Entry):
    model_config = ConfigDict(title="Apparence")

    motion: Literal["normal", "reduit"] = Field(
        "normal", alias="mouvement", description="« reduit » supprime les animations du film"
    )
    logo: Media | None = Field(None, description="logo de l'organisateur, posé sur le titre")


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
