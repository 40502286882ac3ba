"""A place for words, as a layout gives it: data, so that each shape has its own."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Hang, Role, Text
from ceremonie.planning.pen import Pen
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.theme.faces import DESCENT
from ceremonie.theme.type import Style


@dataclass(frozen=True)
class TextPlace:
    """The room of a text, its first baseline, and its sizes with the most lines of each. What has
    too many lines for that begins higher, so that it ends inside its room. `hang` as in `Text`.
    """

    room: Bounds
    baseline: float
    sizes: tuple[tuple[float, int], ...]
    hang: Hang = Hang.TOP

    def text(self, pen: Pen, name: str, words: str, style: Style, *, role: Role) -> Text:
        """The words in this place, in the style at the largest size that fits."""
        setting = settle(words, ladder(style, *self.sizes), self.room.width)
        lowest = self.room.bottom - setting.style.size * DESCENT - setting.height
        return pen.set(
            name, setting, self.room, min(self.baseline, lowest), role=role, hang=self.hang
        )
