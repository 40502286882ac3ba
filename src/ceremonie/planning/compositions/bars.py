"""Key figures as bars: lanes that all start from one line, each as long as its quantity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.figures import FIELD
from ceremonie.planning.content import Bar, Bars
from ceremonie.planning.drawing import Drawing, Element, Hang, Role, Stroke, Text
from ceremonie.planning.entrances import Slide, run
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import FLOOR
from ceremonie.theme.typeface import width

LINE = 10
"""px of the line from which all start: nought, whatever the quantities are."""

USUAL, LONGEST = Colour.MIDDLE, Colour.BRIGHT
ROW = 156
"""px that a row takes at most: a few bars do not become beams."""

THICK, BELOW = 0.58, 0.5
"""Of a row: its bar, beside its label and below it."""

BESIDE = 22
"""px between a bar and its number."""

GROWING = 40
"""Frames in which the longest bar grows: all grow at one pace, so that the longest comes last."""


@dataclass(frozen=True)
class _Layout:
    """What is counted is said in `label`, under the title; the bars start at `zero` and have
    `chart` for them and their numbers. Names stand in the `names` px before that line, or, where
    there are none, above their bars.
    """

    title: Slot
    label: Slot
    chart: Bounds
    names: float
    source: Slot

    def rows(self, count: int) -> tuple[Bounds, ...]:
        """In the middle of the chart, the first above."""
        high = min(ROW if self.names else 1.3 * ROW, self.chart.height / count)
        top = self.chart.top + (self.chart.height - high * count) / 2
        return tuple(
            replace(self.chart, top=top + n * high, bottom=top + (n + 1) * high)
            for n in range(count)
        )

    def bar(self, row: Bounds) -> Bounds:
        """As high as it is drawn, and as long as the longest may be."""
        thick = (THICK if self.names else BELOW) * row.height
        top = row.centre[1] - thick / 2 if self.names else row.bottom - thick
        return replace(row, top=top, bottom=top + thick)

    def name(self, row: Bounds) -> Slot:
        if self.names:
            left, right = row.left - self.names, row.left - BESIDE
            return Slot(replace(row, left=left, right=right).grown(-4), 52, Hang.MIDDLE)
        above = replace(row, bottom=self.bar(row).top - 2)
        return Slot(replace(above, left=row.left + BESIDE), 48, Hang.BOTTOM, least=FLOOR)


def _source(left: float, right: float, top: float, bottom: float) -> Slot:
    return Slot(Bounds(left, top, right, bottom), 40, Hang.BOTTOM, least=FLOOR)


_WIDE = _Layout(
    Slot(Bounds(96, 66, 1824, 186), 88),
    Slot(Bounds(96, 190, 1824, 290), 60),
    Bounds(560, 310, 1824, 924),
    464,
    _source(96, 1824, 932, 1026),
)
_LAPTOP = _Layout(
    Slot(Bounds(86.4, 66, 1641.6, 186), 88),
    Slot(Bounds(86.4, 190, 1641.6, 290), 60),
    Bounds(530, 310, 1641.6, 924),
    443,
    _source(86.4, 1641.6, 932, 1026),
)
_CLASSIC = _Layout(
    Slot(Bounds(72, 66, 1368, 186), 80),
    Slot(Bounds(72, 190, 1368, 300), 56),
    Bounds(550, 310, 1368, 924),
    478,
    _source(72, 1368, 932, 1026),
)
_SQUARE = _Layout(
    Slot(Bounds(54, 54, 1026, 144), 72),
    Slot(Bounds(54, 146, 1026, 252), 48),
    Bounds(60, 256, 1026, 926),
    0,
    _source(54, 1026, 932, 1026),
)
_TALL = _Layout(
    Slot(Bounds(54, 130, 1026, 250), 96),
    Slot(Bounds(54, 254, 1026, 410), 60),
    Bounds(60, 430, 1026, 1430),
    0,
    _source(54, 1026, 1440, 1536),
)


def compose(content: Bars, staging: Staging) -> Drawing:
    layout = staging.by_shape(
        wide=_WIDE, square=_SQUARE, tall=_TALL, laptop=_LAPTOP, classic=_CLASSIC
    )
    rows = layout.rows(len(content.bars))
    elements = (*_heading(content, layout, staging), *_chart(content, layout, rows, staging))
    return staging.drawing(FIELD, elements)


def _heading(content: Bars, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, enters = staging.scale, staging.lead + motion.BAR
    title = Pen(Colour.BRIGHT, FIELD, motion.text(enters))
    yield layout.title.text(title, "titre", content.title, scale.statement, role=Role.TITLE)
    pen, plain = pen_on(FIELD, motion.text(enters, 1)), scale.style(60, 600, 1.05)
    label = f"{content.above} {content.label}".strip()
    yield layout.label.text(pen, "libellé", label, plain, role=Role.BODY)
    if content.source:
        small = scale.style(40, 600, 1.0)
        yield layout.source.text(pen, "source", content.source, small, role=Role.CREDIT)


def _chart(
    content: Bars, layout: _Layout, rows: tuple[Bounds, ...], staging: Staging
) -> Iterator[Element]:
    start = staging.lead + motion.BEAT
    room = max(_breadth(bar.written, staging) for bar in content.bars) + 2 * BESIDE
    longest = layout.chart.width - room
    for number, (bar, row) in enumerate(zip(content.bars, rows, strict=True), 1):
        place = layout.bar(row)
        drawn = _bar(bar, number, replace(place, right=place.left + bar.part * longest), start)
        words = _words(bar, number, layout, row=row, longest=longest, staging=staging)
        yield from (replace(one, group=f"Barre {number}") for one in (*drawn, *words))
    yield _nought(layout, rows, start)


def _breadth(written: str, staging: Staging) -> float:
    return width(written, staging.scale.style(60, 800, 1.0))


def _bar(bar: Bar, number: int, place: Bounds, start: int) -> Iterator[Stroke]:
    """Drawn from nought, at the pace of all."""
    if bar.part > 0:
        y = place.centre[1]
        yield Stroke(
            name=f"barre {number}",
            course=((place.left, y), (place.right, y)),
            width=place.height,
            colour=LONGEST if bar.part == 1 else USUAL,
            entrance=run(start, max(motion.BAR, round(GROWING * bar.part))),
        )


def _words(
    bar: Bar, number: int, layout: _Layout, *, row: Bounds, longest: float, staging: Staging
) -> Iterator[Text]:
    """Its name, and its quantity at its end."""
    start = staging.lead + motion.BEAT
    pen = pen_on(FIELD, motion.text(start))
    plain = staging.scale.style(52, 600, 1.0)
    yield layout.name(row).text(pen, f"nom {number}", bar.label, plain, role=Role.LABEL)
    place = layout.bar(row)
    left = place.left + bar.part * longest + BESIDE
    room = Bounds(left, place.top, layout.chart.right, place.bottom)
    counted = Slot(room, min(60, room.height / 1.2), Hang.MIDDLE, least=FLOOR)
    grown = start + round(GROWING * bar.part)
    pen = pen_on(FIELD, Slide(grown, motion.TEXT, dx=-motion.TEXT_SHIFT))
    bold = staging.scale.style(60, 800, 1.0)
    yield counted.text(pen, f"chiffre {number}", bar.written, bold, role=Role.FIGURE)


def _nought(layout: _Layout, rows: tuple[Bounds, ...], start: int) -> Stroke:
    x = layout.chart.left - LINE / 2
    return Stroke(
        name="départ",
        course=((x, rows[0].top), (x, rows[-1].bottom)),
        width=LINE,
        colour=Colour.PAPER,
        entrance=run(start - motion.BAR, motion.BEAT),
        group="Départ",
    )
