"""What is done to the copy of a medium before anybody sees or hears it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A box at a second of the file: left, top, width, height as parts of the upright picture."""

    at: float
    left: float
    top: float
    width: float
    height: float


Region = tuple[Key, ...]
"""A face's way through a clip, in the order of time; a photo has one key."""


@dataclass(frozen=True)
class Treatment:
    """`whole`: all of the picture is blurred; else the regions are. `muted`: nothing is heard."""

    whole: bool = False
    regions: tuple[Region, ...] = ()
    muted: bool = False

    @property
    def blurred(self) -> bool:
        return self.whole or bool(self.regions)


AS_IT_IS = Treatment()
