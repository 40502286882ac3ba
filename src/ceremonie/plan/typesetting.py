"""Breaking text into balanced lines of the real font, at the largest size that fits."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

_CUT = "\ue000"
"""Stands where a word was cut; it never leaves this module."""


@dataclass(frozen=True)
class Measure:
    """A way to set a text: a style and the most lines it may take."""

    style: Style
    lines: int


@dataclass(frozen=True)
class Setting:
    """A text as it will stand. `fits` is False where even the smallest measure was too large."""

    lines: tuple[str, ...]
    style: Style
    fits: bool

    @property
    def orphan(self) -> bool:
        """Whether a single short word is left on the last line."""
        widths = [width(line, self.style) for line in self.lines]
        return len(widths) > 1 and widths[-1] < 0.35 * max(widths)

    @property
    def height(self) -> float:
        """From the first baseline to the last, px."""
        return (len(self.lines) - 1) * self.style.line_height


def ladder(style: Style, *steps: tuple[float, int]) -> tuple[Measure, ...]:
    """Measures of one style at falling sizes: (size in px, most lines)."""
    return tuple(Measure(style.at(size), lines) for size, lines in steps)


def fit(text: str, measures: Sequence[Measure], room: float) -> Setting:
    """The first measure whose lines all fit into `room` px; the last one if none does."""
    for measure in measures:
        lines = wrap(text, measure.style, room)
        if len(lines) <= measure.lines and all(width(x, measure.style) <= room for x in lines):
            return Setting(lines, measure.style, True)
    last = measures[-1]
    return Setting(wrap(text, last.style, room), last.style, False)


def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """As few lines as fill `room` px, as even as their words allow; a line feed is kept."""
    return tuple(line for part in text.split("\n") for line in _even(part, style, room))


def _even(text: str, style: Style, room: float) -> list[str]:
    pieces = [
        p for word in re.split(r"[ \t]+", text.strip()) for p in _at_hyphens(word, style, room)
    ]
    fewest = _greedy(pieces, style, room)
    if len(fewest) < 2:
        return fewest
    widths = [width(piece.rstrip(_CUT), style) for piece in pieces]
    breaks = _breaks(widths, len(fewest), style, room)
    lines = [_joined(pieces[start:stop]) for start, stop in pairwise(breaks)]
    fits = lines and all(width(line, style) <= room for line in lines)
    return lines if fits else fewest


def _greedy(pieces: Sequence[str], style: Style, room: float) -> list[str]:
    lines: list[list[str]] = []
    for piece in pieces:
        if lines and width(_joined([*lines[-1], piece]), style) <= room:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(line) for line in lines] or [""]


def _joined(pieces: Sequence[str]) -> str:
    """Words with spaces between them; the halves of a word cut at its hyphen without."""
    return re.sub(f"{_CUT} ?", "", " ".join(pieces))


def _breaks(widths: Sequence[float], lines: int, style: Style, room: float) -> list[int]:
    """Where `lines` lines begin and end so that the squares of what they leave empty are least."""
    space = width("a a", style) - width("aa", style)
    count = len(widths)
    ends = list(accumulate((w + space for w in widths), initial=0.0))
    best: list[tuple[float, list[int]]] = [(0.0, [0])] + [(math.inf, [])] * count
    for _ in range(lines):
        row: list[tuple[float, list[int]]] = [(math.inf, [])] * (count + 1)
        for stop in range(1, count + 1):
            for start in range(stop):
                length = ends[stop] - ends[start] - space
                cost = best[start][0] + (room - length) ** 2
                if length <= room + 0.5 and cost < row[stop][0]:
                    row[stop] = (cost, [*best[start][1], stop])
        best = row
    return best[count][1]


def _at_hyphens(word: str, style: Style, room: float) -> list[str]:
    """A word wider than the room is cut after its own hyphens, evenly; others stay whole."""
    parts = re.findall(r"[^-]+-?", word)
    if width(word, style) <= room or len(parts) < 2:
        return [word]
    cuts = [("".join(parts[:i]), "".join(parts[i:])) for i in range(1, len(parts))]
    head, tail = min(cuts, key=lambda cut: max(width(cut[0], style), width(cut[1], style)))
    return [head + _CUT, tail]
