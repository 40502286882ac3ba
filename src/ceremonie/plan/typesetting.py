"""Breaking text into balanced lines of the real font, at the largest size that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width


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
    """As few lines as fill `room` px, then made as even as they can be; a line feed is kept."""
    return tuple(line for part in text.split("\n") for line in _balanced(part, style, room))


def _balanced(text: str, style: Style, room: float) -> list[str]:
    lines = _greedy(text, style, room)
    low, high = room / max(1, len(lines)) * 0.8, room
    while high - low > 2:
        middle = (low + high) / 2
        trial = _greedy(text, style, middle)
        if len(trial) > len(lines) or any(width(line, style) > middle for line in trial):
            low = middle
        else:
            high, lines = middle, trial
    return lines


def _greedy(text: str, style: Style, room: float) -> list[str]:
    lines: list[str] = []
    for word in re.split(r"[ \t]+", text.strip()):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, style) <= room:
            lines[-1] = joined
        else:
            lines.extend(_at_hyphens(word, style, room))
    return lines or [""]


def _at_hyphens(word: str, style: Style, room: float) -> list[str]:
    """A word wider than the room is cut after its own hyphens, evenly; others stay whole."""
    parts = re.findall(r"[^-]+-?", word)
    if width(word, style) <= room or len(parts) < 2:
        return [word]
    cuts = [("".join(parts[:i]), "".join(parts[i:])) for i in range(1, len(parts))]
    head, tail = min(cuts, key=lambda cut: max(width(cut[0], style), width(cut[1], style)))
    return [head, tail]
