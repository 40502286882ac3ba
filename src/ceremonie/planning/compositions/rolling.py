"""Texts that roll: they come from behind the lower edge of a window and go behind its upper one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Text
from ceremonie.planning.entrances import SOFT, STEP, Entrance, roll
from ceremonie.theme.palette import Colour

HOLD, REST = 38, 50
"""Frames before the first line moves, and after the last one has come."""


@dataclass(frozen=True)
class Rolling:
    """The texts as they stand before they move, on a field of the colour `ground`. Their lines are
    `leading` px apart, and what hangs below the last of them takes `below` px.
    """

    texts: tuple[Text, ...]
    window: Bounds
    ground: Colour
    leading: float
    below: float

    @property
    def stands(self) -> bool:
        """Whether all of it is seen without moving."""
        return self._hidden <= 0

    def lasts(self, step: int = STEP) -> int:
        """Frames that all of it takes to pass, at so many px a frame."""
        return HOLD + roll(0, self._hidden, self.window, self.ground, step).frames + REST

    def moved(self, frames: int) -> tuple[Text, ...]:
        """Placed as it stands in the end, in so many frames."""
        if self.stands:
            return self.texts
        moving = roll(HOLD, self._hidden, self.window, self.ground, self._step(frames))
        spare = max(0, frames - HOLD - moving.frames - REST)
        moving = replace(moving, start=HOLD + spare // 2)
        return tuple(_lifted(text, moving.shift, moving) for text in self.texts)

    def _step(self, frames: int) -> int:
        """px a frame: the usual ones, more only where nothing else lets all of it pass."""
        steps = range(STEP, STEP + frames)
        return next((step for step in steps if self.lasts(step) <= frames), STEP)

    @cached_property
    def _hidden(self) -> float:
        """px from the lowest line to where it comes to stand."""
        last = max(t.baseline + (len(t.lines) - 1) * self.leading for t in self.texts)
        return last + self.below - (self.window.bottom - SOFT)


def _lifted(text: Text, px: float, entrance: Entrance) -> Text:
    room = text.room and replace(text.room, top=text.room.top - px, bottom=text.room.bottom - px)
    return replace(text, baseline=text.baseline - px, room=room, entrance=entrance)
