"""The place of a text on a slide: all that its words may take, whatever they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Anchor, Hang, Role, Text
from ceremonie.planning.pen import Pen
from ceremonie.planning.reserve import WIDER, line_height
from ceremonie.planning.typesetting import Measure, Setting, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.type import FLOOR, Style

READ = 48
"""px, 24 pt: what a room reads stays as large, as long as its words have the place for it."""

STEP = 4
"""px from one size to the next."""

CLOSE = 1.0
"""Leading of words in a lane, which are a line or two."""

RISING = 0.92
"""em that a capital with its accent reaches above the baseline."""

HANGING = 0.25
"""em that a line reaches below it."""


@dataclass(frozen=True)
class Slot:
    """Few words stand at `size` px; more are set smaller, in as many lines as the room holds. They
    keep to the edge of it that `hang` names, and are read from the last row down to `least` px.
    """

    room: Bounds
    size: float
    hang: Hang = Hang.TOP
    anchor: Anchor = Anchor.START
    least: float = READ

    def text(
        self, pen: Pen, name: str, words: str, style: Style, *, role: Role, is_name: bool = False
    ) -> Text:
        """The words in this place, in the style at the largest size that fits."""
        setting = self.settled(words, style, is_name=is_name)
        baseline = self._baseline(setting)
        anchor, hang = self.anchor, self.hang
        return pen.set(name, setting, self.room, baseline, role=role, anchor=anchor, hang=hang)

    def settled(self, words: str, style: Style, *, is_name: bool = False) -> Setting:
        measures = _measures(style, self.size, self.room.height)
        return settle(words, measures, self.room.width, is_name=is_name)

    def holds(self, words: str, style: Style) -> bool:
        """Whether the words are read from the last row there, in whatever font."""
        measures = _measures(style, self.size, self.room.height)
        setting = settle(words, measures, self.room.width / WIDER)
        return setting.fits and setting.style.size >= self.least

    def _baseline(self, words: Setting) -> float:
        """The first."""
        size = words.style.size
        if self.hang is Hang.TOP:
            return self.room.top + RISING * size
        if self.hang is Hang.BOTTOM:
            return self.room.bottom - HANGING * size - words.height
        return self.room.centre[1] + CAP_HEIGHT / 2 * size - words.height / 2


@lru_cache(maxsize=1024)
def _measures(style: Style, size: float, height: float) -> tuple[Measure, ...]:
    """From `size` px down to the floor, each with the lines that stand in this height."""
    count = max(0, int((size - FLOOR) // STEP) + 1)
    styles = [style.at(size - STEP * number) for number in range(count)]
    return tuple(Measure(one, max(1, int(height / line_height(one)))) for one in styles)
