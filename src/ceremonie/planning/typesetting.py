"""Breaking text into balanced lines of the real font, at the largest size that fits."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from ceremonie.leaning import leans
from ceremonie.planning.hyphenation import Parting, chunks
from ceremonie.planning.typography import raised
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.letters import MARKS, SOFT_HYPHEN, reads_backwards
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import width

_CUT = "\ue000"
"""Stands where a word was cut; it never leaves this module."""

STEP = 2
"""px from one size to the next on the way down to the floor."""

HARDLY_SMALLER = 0.85
"""Of a size: one to which a text may go down so that its lines end better."""

KERNING = 8
"""px at most by which a line is narrower, or wider, than its words and spaces measured apart."""


@dataclass(frozen=True)
class Measure:
    """A way to set a text: a style and the most lines it may take."""

    style: Style
    lines: int


@dataclass(frozen=True)
class Setting:
    """A text as it will stand; a line that ends in a soft hyphen breaks a word.

    `fits` is False where even the smallest measure was too large; `most` is then how many of the
    text's signs would fit, if that was asked. `full` is the style of the largest measure. `said`
    are the words before they were broken into lines, with the author's own line feeds.
    """

    lines: tuple[str, ...]
    style: Style
    fits: bool
    most: int | None = None
    full: Style | None = None
    said: str = ""

    @property
    def orphan(self) -> bool:
        """Whether a single short word is left on the last line."""
        widths = [width(line, self.style) for line in self.lines]
        return len(widths) > 1 and widths[-1] < 0.35 * max(widths)

    @property
    def height(self) -> float:
        """From the first baseline to the last, px."""
        return (len(self.lines) - 1) * self.style.line_height


@lru_cache(maxsize=4096)
def ladder(style: Style, *steps: tuple[float, int]) -> tuple[Measure, ...]:
    """Measures of one style at falling sizes: (size in px, most lines)."""
    return tuple(Measure(style.at(size), lines) for size, lines in steps)


def filling(style: Style, height: float, sizes: Iterable[float]) -> tuple[Measure, ...]:
    """Measures of one style at falling sizes, each with as many lines as `height` px hold from the
    capitals of the first to what hangs below the last; at least one.
    """
    return tuple(_filling(style.at(size), height) for size in sizes)


def _filling(style: Style, height: float) -> Measure:
    rest = height - (CAP_HEIGHT + DESCENT) * style.size
    return Measure(style, 1 + max(0, int(rest / style.line_height)))


def settle(
    text: str, measures: Sequence[Measure], room: float, *, is_name: bool = False
) -> Setting:
    """The text at the first measure that fits; where none does, with its long words parted by
    hyphens, then smaller, down to the floor, in the height that the last measure has.

    A name is parted only where that alone keeps it above the floor. What does not fit at all says
    how many of its signs would.
    """
    settled = _settled(text, measures, room, is_name=is_name)
    words = replace(settled, full=measures[0].style)
    if words.fits:
        return words
    return replace(words, most=_most(text, measures, room, is_name=is_name))


def _settled(text: str, measures: Sequence[Measure], room: float, *, is_name: bool) -> Setting:
    first = fit(text, measures, room)
    if first.fits:
        return first
    lower = _lower(measures[-1])
    ordinary = Parting.NONE if is_name else Parting.WORDS
    attempts = [(measures, ordinary), (lower, ordinary), ((*measures, *lower), Parting.ALL)]
    settings = (fit(text, steps, room, parting) for steps, parting in attempts if steps)
    return next((words for words in settings if words.fits), first)


def _lower(last: Measure) -> tuple[Measure, ...]:
    """Smaller sizes, each with as many lines as stand where the last measure's do."""
    style, height = last.style, (last.lines - 1) * last.style.line_height
    sizes = range(math.ceil(style.size) - STEP, FLOOR - 1, -STEP)
    return tuple(Measure(style.at(s), 1 + int(height / (s * style.leading))) for s in sizes)


def _most(text: str, measures: Sequence[Measure], room: float, *, is_name: bool) -> int:
    """How many signs of a text fit, by bisection; what closes it (a guillemet, a stop) is kept."""
    body = re.sub(r"\W+$", "", text)
    closing = text[len(body) :]
    least, most = 0, len(body)
    while least < most:
        half = (least + most + 1) // 2
        part = body[:half].rstrip() + closing
        fits = _settled(part, measures, room, is_name=is_name).fits
        least, most = (half, most) if fits else (least, half - 1)
    return least + len(closing) if least else 0


def excess(text: str, style: Style, room: float) -> int | None:
    """None where a line fits into `room` px; else how many of its signs do."""
    if width(text, style) <= room:
        return None
    return bisect_right(range(1, len(text)), room, key=lambda count: width(text[:count], style))


def fit(
    text: str, measures: Sequence[Measure], room: float, parting: Parting = Parting.NONE
) -> Setting:
    """The first measure whose lines all fit into `room` px; the last one if none does. Where a line
    ends in a word that leans on the next there, the measure after it if that is hardly smaller and
    its lines do not. Ordinals are raised where they are large enough.
    """
    settings = _fitting(text, measures, room, parting)
    first = next(settings, None)
    if first:
        if not _hanging(first.lines):
            return first
        least = HARDLY_SMALLER * first.style.size
        others = (x for x in settings if x.style.size >= least and not _hanging(x.lines))
        return next(others, first)
    last = measures[-1].style
    words = raised(text, last.size)
    return Setting(wrap(words, last, room, parting), last, False, said=words)


def _fitting(
    text: str, measures: Sequence[Measure], room: float, parting: Parting
) -> Iterator[Setting]:
    """In each measure whose lines all fit."""
    for measure in measures:
        style, words = measure.style, raised(text, measure.style.size)
        if _hopeless(words, measure, room):
            continue
        lines = wrap(words, style, room, parting, measure.lines)
        if len(lines) <= measure.lines and all(width(x, style) <= room for x in lines):
            yield Setting(lines, style, True, said=words)


def _hopeless(text: str, measure: Measure, room: float) -> bool:
    """Whether a text is longer than all its lines together: told by one look at its length."""
    style = measure.style
    length = width(text.replace("\n", " "), style)
    return length > measure.lines * (room + _space(style)) + style.size


@lru_cache(maxsize=16384)
def wrap(
    text: str, style: Style, room: float, parting: Parting = Parting.WORDS, most: int = 0
) -> tuple[str, ...]:
    """As few lines as fill `room` px, as even as their words allow; a line feed is kept.

    A word wider than the room is cut at its own hyphens, else where `parting` allows. No line ends
    in a word that leans on the next where another break keeps it from that, in one line more if
    need be and there are `most` at least.
    """
    paragraphs = text.split("\n")
    lines = [line for part in paragraphs for line in _even(part, style, room, parting)]
    spare = most - len(lines)
    if spare > 0 and any(map(_hangs, lines[:-1])):
        lines = [x for part in paragraphs for x in _even(part, style, room, parting, more=spare)]
    return _directed(lines, reads_backwards(text))


def _directed(lines: Sequence[str], backwards: bool) -> tuple[str, ...]:
    """Each line runs as its text does, with a mark where its own letters would not tell."""
    mark = MARKS[backwards]
    return tuple(
        line if reads_backwards(line) == backwards or not line else mark + line for line in lines
    )


def _even(text: str, style: Style, room: float, parting: Parting, *, more: int = 0) -> list[str]:
    """In the fewest lines, or with one more of the `more` that there are where those end better."""
    whole = " ".join(_words(text))
    if width(whole, style) <= room:
        return [whole]
    pieces = list(_pieces(text, style, room, parting))
    fewest = _greedy(pieces, style, room)
    if len(fewest) < 2:
        return fewest
    counts = (len(fewest), len(fewest) + 1)[: 1 + more]
    return min((_evenly(pieces, style, room, count) or fewest for count in counts), key=_hanging)


def _evenly(pieces: Sequence[str], style: Style, room: float, count: int) -> list[str]:
    """Pieces in so many lines; nothing where they do not fit."""

    def fits(start: int, stop: int) -> bool:
        return width(_joined(pieces[start:stop]), style) <= room

    widths = [width(piece.rstrip(_CUT), style) for piece in pieces]
    leaning = [leans(piece) for piece in pieces]
    breaks = _breaks(widths, count, room, fits, space=_space(style), leaning=leaning)
    lines = [_joined(pieces[start:stop]) for start, stop in pairwise(breaks)]
    return lines if all(width(line, style) <= room for line in lines) else []


def _hanging(lines: Sequence[str]) -> int:
    return sum(map(_hangs, lines[:-1]))


def _hangs(line: str) -> bool:
    """Whether the last word of a line leans on the first of the next."""
    return leans(line.rsplit(" ", 1)[-1])


def _pieces(text: str, style: Style, room: float, parting: Parting) -> Iterator[str]:
    """Words, and the parts of those that are wider than the room."""
    for index, word in enumerate(_words(text)):
        if width(word, style) <= room:
            yield word
        else:
            yield from _parted(word, style, room, parting, first=index == 0)


def _words(text: str) -> list[str]:
    return re.split(r"[ \t]+", text.strip())


def _parted(word: str, style: Style, room: float, parting: Parting, *, first: bool) -> list[str]:
    """At its own hyphens if that is enough; as parting allows if not."""
    parts = _parts(chunks(word, Parting.NONE, first=first), style, room)
    if all(width(part.rstrip(_CUT), style) <= room for part in parts):
        return parts
    return _parts(chunks(word, parting, first=first), style, room)


def _parts(bits: Sequence[str], style: Style, room: float) -> list[str]:
    """The chunks of a word joined into as few parts as fit, and those as even as can be."""
    widths = [width(_whole([bit]), style) for bit in bits]
    narrowed = room - width("-", style)
    count, length = 1, 0.0
    for wide in widths:
        count, length = (count, length + wide) if length + wide <= narrowed else (count + 1, wide)

    def fits(start: int, stop: int) -> bool:
        return width(_whole(bits[start:stop]), style) <= narrowed

    leaning = [leans(bit.rstrip("-")) for bit in bits]
    breaks = _breaks(widths, count, narrowed, fits, leaning=leaning) or list(range(len(bits) + 1))
    parts = [_whole(bits[start:stop]) for start, stop in pairwise(breaks)]
    return [*(part + _CUT for part in parts[:-1]), parts[-1]]


def _whole(bits: Sequence[str]) -> str:
    """Chunks in one; a soft hyphen is kept at the end alone."""
    return "".join(bit.rstrip(SOFT_HYPHEN) for bit in bits[:-1]) + bits[-1]


def _greedy(pieces: Sequence[str], style: Style, room: float) -> list[str]:
    lines: list[list[str]] = []
    for piece in pieces:
        if lines and width(_joined([*lines[-1], piece]), style) <= room:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(line) for line in lines] or [""]


def _joined(pieces: Sequence[str]) -> str:
    """Words with spaces between them; the parts of a word that was cut without."""
    return re.sub(f"{SOFT_HYPHEN}?{_CUT} |{_CUT}", "", " ".join(pieces))


@lru_cache(maxsize=256)
def _space(style: Style) -> float:
    return width("a a", style) - width("aa", style)


def _breaks(
    widths: Sequence[float],
    lines: int,
    room: float,
    fits: Callable[[int, int], bool],
    *,
    leaning: Sequence[bool],
    space: float = 0,
) -> list[int]:
    """Where `lines` lines begin and end so that as few as can be end in a piece that leans on the
    next and the squares of what they leave empty are least; nothing where they cannot. `space` px
    lie between two pieces; `fits` measures what is as long as the room, as near as kerning.
    """
    count = len(widths)
    dear = [lines * room**2 if leans_on else 0.0 for leans_on in leaning[:-1]] + [0.0]
    ends = list(accumulate((w + space for w in widths), initial=0.0))
    best: list[tuple[float, list[int]]] = [(0.0, [0])] + [(math.inf, [])] * count
    for _ in range(lines):
        row: list[tuple[float, list[int]]] = [(math.inf, [])] * (count + 1)
        for stop in range(1, count + 1):
            for start in range(stop - 1, -1, -1):
                length = ends[stop] - ends[start] - space
                if length > room + KERNING:
                    break
                if length > room - KERNING and not fits(start, stop):
                    continue
                cost = best[start][0] + (room - length) ** 2 + dear[stop - 1]
                if cost <= row[stop][0] and cost < math.inf:
                    row[stop] = (cost, [*best[start][1], stop])
        best = row
    return best[count][1]
