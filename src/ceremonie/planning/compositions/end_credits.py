"""Credits in columns under three thin lanes; a narrow shape turns its columns like pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.columns import Column, Entry, Placed, entries, flow
from ceremonie.planning.compositions import credits_head
from ceremonie.planning.compositions.credits_head import FIELD, LANE
from ceremonie.planning.compositions.pages import Turn, turns
from ceremonie.planning.content import EndCredits
from ceremonie.planning.drawing import Drawing, Element, Role, Text, ground
from ceremonie.planning.pen import Pen
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, wrap
from ceremonie.theme.grid import column
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import FLOOR, Style

ABOVE = 0.8
"""Part of a row above its baseline."""

APART = 0.3
"""Of a line, that parts two paragraphs on a slide."""

SLIDE_SIZE = 40
"""px of what a slide says; 18 pt are read where there is much of it."""


@dataclass(frozen=True)
class _Layout:
    """The title and the lanes under it; columns of `width` px from `lefts`, their first baseline at
    `top`, their last at `bottom` at most. `text` is the size of a line, px, and `leadings` are the
    distances between two, the usual one first.
    """

    title: Bounds
    baseline: float
    lanes: float
    lefts: tuple[float, ...]
    width: float
    top: float
    bottom: float
    text: int
    leadings: tuple[int, ...]

    def depth(self, leading: int) -> int:
        return int((self.bottom - self.top) // leading) + 1


_WIDE = _Layout(
    title=Bounds(96, 54, 1824, 170),
    baseline=146,
    lanes=180,
    lefts=(column(0), column(4), column(8)),
    width=560,
    top=270,
    bottom=1000,
    text=36,
    leadings=(50, 47, 44),
)
_LAPTOP = replace(
    _WIDE,
    title=Bounds(86.4, 54, 1641.6, 170),
    lefts=(86.4, 612.8, 1139.2),
    width=502,
    leadings=(50, 47, 44, 41, 38),
)
_CLASSIC = replace(
    _LAPTOP,
    title=Bounds(72, 54, 1368, 170),
    lefts=(72, 512, 952),
    width=416,
    top=262,
    bottom=1014,
)
_SQUARE = _Layout(
    title=Bounds(54, 54, 1026, 160),
    baseline=138,
    lanes=172,
    lefts=(54,),
    width=972,
    top=262,
    bottom=1006,
    text=40,
    leadings=(53,),
)
_TALL = _Layout(
    title=Bounds(54, 96, 1026, 236),
    baseline=208,
    lanes=250,
    lefts=(54,),
    width=972,
    top=366,
    bottom=1510,
    text=44,
    leadings=(57,),
)


def compose(content: EndCredits, staging: Staging) -> Drawing:
    layout = staging.by_shape(
        wide=_WIDE, square=_SQUARE, tall=_TALL, laptop=_LAPTOP, classic=_CLASSIC
    )
    title = credits_head.title(content.title, layout.title, layout.baseline, staging)
    lines = _Lines(layout, staging)
    written = lines.texts(content) if staging.viewing.edited else lines.elements(content)
    lanes = ground(*credits_head.lanes(layout.lanes, staging))
    return staging.drawing(FIELD, (title, *lanes, *written))


@dataclass(frozen=True)
class _Lines:
    """The blocks, wrapped to the columns of a layout."""

    layout: _Layout
    staging: Staging

    def elements(self, content: EndCredits) -> Iterator[Element]:
        leading, columns = self._columns(content)
        beside = len(self.layout.lefts)
        pages = [columns[first : first + beside] for first in range(0, len(columns), beside)]
        schedule = turns(len(pages), self.staging.lead, content.frames)
        for number, (page, turn) in enumerate(zip(pages, schedule, strict=True)):
            for index, lines in enumerate(page):
                first = motion.BEAT + 4 * index if number == 0 else 0
                enters = Turn(turn.start + first, turn.until, turn.page)
                name = f"{number * beside + index + 1}"
                yield from self._column(name, lines, index, leading, enters)

    def texts(self, content: EndCredits) -> Iterator[Text]:
        """On a slide, a text for each column: they are filled alike, and a block that goes on
        beside itself does not say its heading again.
        """
        every = entries(content.blocks)
        begun: set[int] = set()
        for index, placed in enumerate(self._beside(every)):
            own = [p.entry for p in placed if not (p.entry.heading and p.entry.block in begun)]
            begun.update(entry.block for entry in own)
            yield self._text_of(index, own)

    def _beside(self, every: Sequence[Entry]) -> tuple[Column, ...]:
        """All in the columns of the layout, none of them deeper than it must be."""
        flows = (self._flow(every, depth) for depth in count(1))
        return next(columns for columns in flows if len(columns) <= len(self.layout.lefts))

    def _text_of(self, index: int, placed: Sequence[Entry]) -> Text:
        paragraphs: list[str] = []
        headings = set()
        for entry in placed:
            if entry.heading:
                paragraphs += [""] if paragraphs else []
                headings.add(len(paragraphs))
            paragraphs.append(entry.text)
        style = self.staging.scale.style(SLIDE_SIZE, 400)
        slot = Slot(self._room(index), SLIDE_SIZE, least=FLOOR)
        name, words = f"mention {index + 1}", "\n".join(paragraphs)
        text = slot.text(Pen(Colour.PAPER, FIELD), name, words, style, role=Role.CREDIT)
        return replace(text, headings=frozenset(headings), apart=APART)

    def _room(self, index: int) -> Bounds:
        left, layout = self.layout.lefts[index], self.layout
        return Bounds(left, layout.lanes + 3 * LANE + 20, left + layout.width, 1026)

    def _columns(self, content: EndCredits) -> tuple[int, tuple[Column, ...]]:
        """The usual leading; a closer one where all columns then stand side by side. Where even
        that does not help, pages that are filled alike.
        """
        every = entries(content.blocks)
        for leading in self.layout.leadings:
            columns = self._flow(every, self.layout.depth(leading))
            if len(columns) <= len(self.layout.lefts):
                return leading, columns
        usual = self.layout.leadings[0]
        return usual, self._even(every, self.layout.depth(usual))

    def _even(self, every: Sequence[Entry], depth: int) -> tuple[Column, ...]:
        """In as many columns as this depth asks for, none of them deeper than it must be."""
        fewest = len(self._flow(every, depth))
        flows = (self._flow(every, least) for least in range(1, depth + 1))
        return next(columns for columns in flows if len(columns) <= fewest)

    def _flow(self, every: Sequence[Entry], depth: int) -> tuple[Column, ...]:
        return flow(every, depth, self._rows, self.staging.language)

    def _rows(self, entry: Entry) -> int:
        return len(self._wrapped(entry))

    def _wrapped(self, entry: Entry) -> tuple[str, ...]:
        return wrap(entry.text, self._style(entry), self.layout.width)

    def _style(self, entry: Entry) -> Style:
        size = self.layout.text
        if entry.heading:
            return self.staging.scale.style(size + 4, 700)
        return self.staging.scale.style(size, 400)

    def _column(
        self, name: str, column: Column, index: int, leading: int, turn: Turn
    ) -> Iterator[Element]:
        """The film shows its lines one by one."""
        for number, placed in enumerate(column):
            yield self._text(f"mention {name}.{number + 1}", placed, index, leading, turn)

    def _text(self, name: str, placed: Placed, index: int, leading: int, turn: Turn) -> Element:
        style = self._style(placed.entry)
        lines = self._wrapped(placed.entry)
        baseline = self.layout.top + placed.row * leading
        left = self.layout.lefts[index]
        above = baseline - ABOVE * leading
        room = Bounds(left, above, left + self.layout.width, above + placed.rows * leading)
        ink = Colour.BRIGHT if placed.entry.heading else Colour.PAPER
        pen = Pen(ink, FIELD, motion.appear(turn.start), turn.until, turn.page)
        spaced = self.staging.scale.style(style.size, style.weight, leading / style.size)
        words = Setting(lines, spaced, fits=True)
        return pen.set(name, words, room, baseline, role=Role.CREDIT)
