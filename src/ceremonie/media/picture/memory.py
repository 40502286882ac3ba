"""The memory of all pictures that are being decoded at once: bounded, whatever their number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from ceremonie.media.picture import reduction
from ceremonie.media.picture.source import Source

BUDGET = 1_000_000_000
"""Bytes of all decodes at once in this process (issue 8, kind 18)."""


class Budget:
    """Bytes that are lent and given back; whoever asks for more than there are waits."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.lent = 0
        self._changed = Condition()

    @contextmanager
    def lend(self, amount: int) -> Iterator[None]:
        """A picture that alone needs more than all waits until it is alone."""
        with self._changed:
            self._changed.wait_for(lambda: self.lent == 0 or self.lent + amount <= self.total)
            self.lent += amount
        try:
            yield
        finally:
            with self._changed:
                self.lent -= amount
                self._changed.notify_all()


DECODES = Budget(BUDGET)
"""Shared by all threads of the process, as its memory is."""


def of(picture: Source) -> int:
    """Bytes that decoding and reducing a picture take at their highest (measured on pictures of 63
    million pixels): its pixels, what the decoder needs beside them, and the conversions.
    """
    width, height = picture.size
    pixels = width * height
    own = 1 if picture.mode in _ONE_BYTE else 2 if picture.mode.startswith("I") else 4
    conversions = _WHOLE * min(pixels, reduction.WHOLE)
    return round(pixels * own + picture.facts.pixels * picture.facts.working + conversions)


_ONE_BYTE = {"1", "L", "P"}
_WHOLE = 8
"""Bytes a pixel where the whole picture is converted: one copy with its alpha multiplied in, and
one that is half reduced. Strips take less than the largest such picture.
"""
