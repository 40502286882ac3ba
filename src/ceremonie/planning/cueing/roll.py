"""Everybody whom the storyboard names, at each place where it does."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.rows import entries
from ceremonie.planning.cues import Speaker
from ceremonie.storyboard.model import Storyboard


def everyone(board: Storyboard) -> Iterator[Speaker]:
    """With the function and the pronunciation that stand at that place alone: speakers, guests and
    winners, then partners and volunteers.
    """
    for path, entry in entries(board).items():
        yield from people.named(entry, path)
    yield from people.partners(board)
    yield from people.volunteers(board)
