"""A place on a layout that slides fill."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.deck.markup.geometry import Frame
from ceremonie.planning.drawing import Text
from ceremonie.planning.typed import Blank
from ceremonie.theme.track import Outline


@dataclass(frozen=True)
class Place:
    """A placeholder: `name` is that of the element which fills it, `number` its `idx` (0 for the
    title), `kind` its type in the file. `text` says how words look there, `cut` is the outline of
    what a picture shows, in px of the slide.
    """

    name: str
    number: int
    kind: str
    frame: Frame
    text: Text | None = None
    cut: tuple[Outline, ...] = ()

    @property
    def prompt(self) -> str:
        if isinstance(self.text, Blank):
            return self.text.prompt
        return self.name[:1].upper() + self.name[1:]

    @property
    def holds_words(self) -> bool:
        return self.text is not None
