"""Pages in one shot: what a narrow shape cannot show at once follows one after the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Turn:
    """When a page comes and goes, in frames of its shot, and its number from 0; the only page of a
    shot has no number and stays.
    """

    start: int
    until: int | None = None
    page: int | None = None


def turns(pages: int, start: int, frames: int) -> tuple[Turn, ...]:
    """Equal parts of the `frames` after `start`; the last page stays."""
    if pages <= 1:
        return (Turn(start),)
    starts = [start + round(frames * page / pages) for page in range(pages)]
    ends = [*starts[1:], None]
    return tuple(
        Turn(begin, end, page) for page, (begin, end) in enumerate(zip(starts, ends, strict=True))
    )
