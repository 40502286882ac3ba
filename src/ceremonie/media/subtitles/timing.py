"""Subtitles on the frames of a cut clip: in order, never two at a time, two lines at most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ceremonie.media.material import SubtitleCue
from ceremonie.media.subtitles.reading import Track
from ceremonie.media.subtitles.signs import NO_BREAK
from ceremonie.units import frames

LINES = 2
LINE_LENGTH = 36
"""At most two lines of 36 signs (charter of the CSA, now Arcom)."""

GAP = 2
"""Frames between two subtitles, so that the change is seen."""


def cues(track: Track, start: Fraction, length: int) -> tuple[SubtitleCue, ...]:
    """On the frames of a clip cut at `start` seconds and `length` frames long: in order, never two
    at a time. Words that begin on the same frame are shown together.
    """
    lines, stops = _by_first_frame(track, start, length)
    firsts = sorted(lines)
    parts: list[SubtitleCue] = []
    for first, after in zip(firsts, [*firsts[1:], length + GAP], strict=False):
        parts += _parted(first, min(stops[first], max(first + 1, after - GAP)), lines[first])
    following = [*(part.start for part in parts[1:]), length + GAP]
    cut = (
        replace(part, stop=min(part.stop, max(part.start + 1, after - GAP)))
        for part, after in zip(parts, following, strict=False)
    )
    return tuple(part for part in cut if part.stop > part.start)


def _by_first_frame(
    track: Track, start: Fraction, length: int
) -> tuple[dict[int, list[str]], dict[int, int]]:
    """The lines that are said from each frame on, and until which frame; nothing that the cut
    leaves out.
    """
    lines: dict[int, list[str]] = {}
    stops: dict[int, int] = {}
    for spoken in track.spoken:
        first = frames(max(Fraction(0), spoken.start - start))
        stop = min(length, frames(max(Fraction(0), spoken.stop - start)))
        if stop > first:
            lines.setdefault(first, []).extend(spoken.lines)
            stops[first] = max(stop, stops.get(first, 0))
    return lines, stops


def _parted(start: int, stop: int, lines: Sequence[str]) -> Iterator[SubtitleCue]:
    """Two lines at most at a time; a longer text is shown in parts, each as long as its share."""
    parts = _screens(lines)
    total = sum(len(" ".join(part)) for part in parts)
    said = 0
    for part in parts:
        first = start + (stop - start) * said // total
        said += len(" ".join(part))
        yield SubtitleCue(first, start + (stop - start) * said // total, part)


def _screens(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """As they were cut where that can be shown, else cut anew."""
    if len(lines) > LINES or any(len(line) > LINE_LENGTH for line in lines):
        lines = wrapped(" ".join(lines))
    return [tuple(lines[i : i + LINES]) for i in range(0, len(lines), LINES)]


def wrapped(text: str) -> list[str]:
    """Lines of 36 signs at most, as equal in length as their number allows."""
    best = _filled(text, LINE_LENGTH)
    for width in range(LINE_LENGTH - 1, 0, -1):
        narrower = _filled(text, width)
        if len(narrower) > len(best):
            break
        best = narrower
    return best


def _filled(text: str, width: int) -> list[str]:
    """Greedy lines. No-break spaces hold as long as the words that they join fit on a line; only a
    word longer than that is cut.
    """
    lines: list[str] = []
    for joined in text.split(" "):
        for space, word in _pieces(joined, width):
            if lines and len(lines[-1]) + 1 + len(word) <= width:
                lines[-1] += space + word
            else:
                lines += [word[i : i + width] for i in range(0, len(word), width)]
    return lines


def _pieces(joined: str, width: int) -> Iterator[tuple[str, str]]:
    """Each with the space before it."""
    if len(joined) <= width:
        yield " ", joined
        return
    space = " "
    for index, piece in enumerate(re.split(f"([{NO_BREAK}])", joined)):
        if index % 2:
            space = piece
        elif piece:
            yield space, piece
