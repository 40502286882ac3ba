"""Who speaks, as far as a file says it: a dash shows that somebody else does, a name never."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from ceremonie.media.subtitles.rolling import Spoken

DASHES = ("–", "—", "-")
"""What opens the words of another speaker: they keep a line of their own."""

DASH = "–\u00a0"
"""As we write it."""


@dataclass(frozen=True)
class Turn:
    """What one of them says; `voice` is empty where the file does not say who it is."""

    voice: str
    lines: tuple[str, ...]


def speaking(start: Fraction, stop: Fraction, turns: Sequence[Turn], line: int) -> Spoken:
    """A subtitle of what one says, or several in turn, each behind a dash."""
    said = [turn for turn in turns if turn.lines]
    voices = tuple(turn.voice for turn in said if turn.voice)
    if len(set(voices)) > 1:
        said = [replace(turn, lines=dashed(turn.lines)) for turn in said]
    return Spoken(start, stop, tuple(one for turn in said for one in turn.lines), voices, line)


def in_turn(cues: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """With a dash before what another says than the one before, where both are known."""
    written = tuple(cues)
    changed = (
        replace(cue, lines=dashed(cue.lines)) if _another(before, cue) else cue
        for before, cue in pairwise(written)
    )
    return (*written[:1], *changed)


def _another(before: Spoken, cue: Spoken) -> bool:
    return bool(before.voices and cue.voices) and before.voices[-1] != cue.voices[0]


def dashed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A sound that is described is nobody's words."""
    if not lines or lines[0].startswith((*DASHES, "[", "♪")):
        return lines
    return (DASH + lines[0], *lines[1:])
