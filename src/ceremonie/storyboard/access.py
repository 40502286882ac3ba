"""What makes the film whole for those who do not see it."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry, Key, Text


class Description(Entry):
    model_config = ConfigDict(title="Passage d'audiodescription")

    part: Section = Field(
        alias="partie", description="la partie du film qu'il décrit", examples=["flamme"]
    )
    after: float = Field(0, ge=0, alias="apres", description="secondes depuis le début de celle-ci")
    text: Text = Field(
        alias="texte", description="ce que l'on voit", examples=["La carte se dessine."]
    )


class AudioDescription(Entry):
    model_config = ConfigDict(title="Audiodescription")

    texts: tuple[Description, ...] = Field(
        (), alias="textes", description="ce qui est décrit, dit par le lecteur du public"
    )
    recording: Key | None = Field(
        None,
        alias="enregistrement",
        description="voix enregistrée, depuis le début du film",
        examples=["sons/audiodescription.wav"],
    )
    reason: Text | None = Field(
        None,
        alias="raison",
        description="pourquoi le film s'en passe, s'il s'en passe",
        examples=["Ce que le film montre y est aussi écrit ou dit."],
    )

    @property
    def is_empty(self) -> bool:
        """Whether it neither describes nor says why not."""
        return not (self.texts or self.recording or self.reason)
