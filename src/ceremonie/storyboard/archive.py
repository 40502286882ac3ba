"""What the archives want to know of an edition: who made it, how long it is kept, and then what."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from ceremonie.storyboard.values import Entry, Key

Fate = Literal["conserver", "trier", "eliminer"]
"""What becomes of it once it need not be kept any more: the « sort final » of French archives (Code
du patrimoine, articles L212-2 and R212-14).
"""


class ArchiveTerms(Entry):
    model_config = ConfigDict(title="Versement aux archives")

    service: Key | None = Field(
        None,
        description="service producteur, ou son identifiant chez les archives",
        examples=["Service de la communication"],
    )
    author: Key | None = Field(
        None, alias="auteur", description="auteur des images et du film, à défaut l'organisateur"
    )
    shelf_mark: Key | None = Field(
        None, alias="cote", description="cote donnée par les archives", examples=["1450 W 12"]
    )
    subjects: tuple[Key, ...] = Field(
        (), max_length=20, alias="sujets", description="mots-clés", examples=[["sport", "égalité"]]
    )
    years: int | None = Field(
        None,
        ge=0,
        le=200,
        alias="duree_conservation",
        description="durée d'utilité administrative (DUA), en années après la cérémonie",
        examples=[10],
    )
    rule: Key | None = Field(
        None,
        alias="regle",
        description="code de la règle de gestion chez les archives",
        examples=["APP-00001"],
    )
    fate: Fate | None = Field(
        None, alias="sort_final", description="ensuite : « conserver », « trier » ou « eliminer »"
    )
