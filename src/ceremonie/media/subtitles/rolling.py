"""Captions that roll, as video sites make them by machine: each line is shown once.

There every cue repeats the line before and adds one, and between two of them stands a cue of ten
milliseconds that holds the finished line. Shown as they are, all words would be read twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

FLASH = Fraction(1, 20)
"""Seconds; nobody writes a subtitle that is shorter (YouTube's are of 0.01 s)."""


@dataclass(frozen=True)
class Spoken:
    """Lines from `start` to `stop`, in seconds of the file; `voices` are the names of those who
    speak, where it says them. Its timing stands at `line` of the file, from 1.
    """

    start: Fraction
    stop: Fraction
    lines: tuple[str, ...]
    voices: tuple[str, ...] = field(default=(), compare=False)
    line: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def once(cues: Iterable[Spoken], *, machine: bool) -> tuple[Spoken, ...]:
    """The cues without the lines that the cue before still shows, if the file rolls: if a `machine`
    told when each word is said, or flashes repeat what stands there. A cue without a line of its
    own prolongs the one before it.
    """
    written = tuple(cues)
    if not machine and not any(_flash(*pair) for pair in pairwise(written)):
        return written
    kept: list[Spoken] = list(written[:1])
    for before, cue in pairwise(written):
        own = cue.lines[_repeated(before, cue) :]
        if own:
            kept.append(replace(cue, lines=own))
        else:
            kept[-1] = replace(kept[-1], stop=max(kept[-1].stop, cue.stop))
    return tuple(kept)


def _flash(before: Spoken, cue: Spoken) -> bool:
    return cue.stop - cue.start < FLASH and _repeated(before, cue) == len(cue.lines)


def _repeated(before: Spoken, cue: Spoken) -> int:
    """How many of the first lines were the last of the cue before, shown until now."""
    if cue.start - before.stop > FLASH:
        return 0
    longest = min(len(before.lines), len(cue.lines))
    return next((n for n in range(longest, 0, -1) if before.lines[-n:] == cue.lines[:n]), 0)
