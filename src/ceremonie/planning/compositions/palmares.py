"""Many prizes: a table; in a narrow shape, a lane for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.pages import Turn, turns
from ceremonie.planning.compositions.table import FIELD, GAP, PAD, table
from ceremonie.planning.content import Awards
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Hang, Role, Text
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import READ, Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.palette import LANE_COLOURS
from ceremonie.theme.type import FLOOR
from ceremonie.theme.typeface import width


@dataclass(frozen=True)
class _TableLayout:
    """Title, and the place of the rows; `shares` part its width among two columns or three, or
    are none where the cells of a row stand one below the other.
    """

    title: Bounds
    baseline: float
    size: float
    rows: Bounds
    shares: dict[int, tuple[float, ...]]
    sizes: tuple[float, ...]


_WIDE_TABLE = _TableLayout(
    title=Bounds(96, 54, 1824, 220),
    baseline=164,
    size=104,
    rows=Bounds(96, 236, 1824, 1026),
    shares={2: (0.42, 0.58), 3: (0.33, 0.40, 0.27)},
    sizes=(44, 40, 38, 36),
)
_SQUARE_TABLE = _TableLayout(
    title=Bounds(54, 54, 1026, 170),
    baseline=140,
    size=88,
    rows=Bounds(54, 196, 1026, 1026),
    shares={},
    sizes=(44, 40, 36),
)
_TALL_TABLE = _TableLayout(
    title=Bounds(54, 96, 1026, 250),
    baseline=208,
    size=112,
    rows=Bounds(54, 290, 1026, 1526),
    shares={},
    sizes=(52, 48, 44, 40, 36),
)


def compose(content: Awards, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE_TABLE, square=_SQUARE_TABLE, tall=_TALL_TABLE)
    if staging.viewing.edited:
        layout = _edited(layout, staging)
        title = _slide_title(content, layout, staging)
        elements = (*title, *_side_by_side(content, layout, staging))
        return staging.drawing(FIELD, elements).still()
    body = _side_by_side if layout.shares else _stacked
    return staging.drawing(
        FIELD,
        (*_table_title(content, layout, staging), *body(content, layout, staging)),
    )


def _edited(layout: _TableLayout, staging: Staging) -> _TableLayout:
    """As wide as the screen; cells are read at 24 pt as long as all stand on the slide."""
    safe = staging.format.safe
    title = replace(layout.title, left=safe.left, right=safe.right)
    rows = replace(layout.rows, left=safe.left, right=safe.right)
    return replace(layout, title=title, rows=rows, sizes=(READ, *layout.sizes))


def _slide_title(content: Awards, layout: _TableLayout, staging: Staging) -> Iterator[Text]:
    """The title, and in the last third of its line whether prizes are invented."""
    place, pen = layout.title, pen_on(FIELD)
    split = place.left + place.width * 2 / 3
    title = Slot(replace(place, right=split - PAD), layout.size, Hang.MIDDLE)
    yield title.text(pen, "titre", content.title, staging.scale.lower_third, role=Role.TITLE)
    if content.illustration:
        said = Slot(replace(place, left=split), 40, Hang.MIDDLE, Anchor.END, least=FLOOR)
        yield said.text(
            pen, "illustration", content.illustration, staging.scale.small, role=Role.CREDIT
        )


def _table_title(content: Awards, layout: _TableLayout, staging: Staging) -> Iterator[Text]:
    style, place = staging.scale.lower_third.at(layout.size), layout.title
    end = place.left + width(content.title, style)
    pen = pen_on(FIELD, motion.text(staging.lead + motion.BAR))
    at = (place.left, layout.baseline)
    yield pen.line(
        "titre", content.title, at, style, role=Role.TITLE, room=replace(place, right=end)
    )
    if content.illustration:
        yield pen.line(
            "illustration",
            content.illustration,
            (end + PAD, layout.baseline),
            staging.scale.small,
            role=Role.CREDIT,
            room=replace(place, left=end + PAD),
        )


def _side_by_side(content: Awards, layout: _TableLayout, staging: Staging) -> Iterator[Element]:
    said = f"{content.title}\u00a0: {', '.join(content.rows[0])}"
    shares = layout.shares[len(content.rows[0])]
    return table(content.rows, layout.rows, shares, layout.sizes, staging=staging, alternative=said)


def _stacked(content: Awards, layout: _TableLayout, staging: Staging) -> Iterator[Element]:
    """A lane for each prize, its cells one below the other; as many at a time as stand."""
    lanes = [_Lane(layout, staging, row, content.rows[0]) for row in content.rows[1:]]
    pages = _paged(lanes, layout.rows.height)
    number = 0
    for page, turn in zip(pages, turns(len(pages), staging.lead, content.frames), strict=True):
        top = layout.rows.top
        for index, lane in enumerate(page):
            yield from lane.elements(number, top, turn, index)
            top, number = top + lane.height + GAP, number + 1


def _paged(lanes: Sequence[_Lane], height: float) -> list[list[_Lane]]:
    pages: list[list[_Lane]] = [[]]
    for lane in lanes:
        if pages[-1] and sum(one.height + GAP for one in (*pages[-1], lane)) - GAP > height:
            pages.append([])
        pages[-1].append(lane)
    return pages


@dataclass(frozen=True)
class _Lane:
    """One prize in a narrow shape."""

    layout: _TableLayout
    staging: Staging
    row: Sequence[str]
    header: Sequence[str]

    def _settings(self) -> list[Setting]:
        """What presents a prize is said with the word of its column."""
        room, largest = self.layout.rows.width - 2 * PAD, self.layout.sizes[0]
        scale, small = self.staging.scale, max(36, 0.82 * largest)
        texts = [self.row[0], self.row[1]]
        texts += [f"{self.header[2]} {cell}" for cell in self.row[2:] if cell]
        sizes = ((small, 600), (largest, 800), (small, 400))
        styles = [scale.style(size, weight, 1.1) for size, weight in sizes]
        return [
            settle(text, ladder(style, (style.size, 8)), room, is_name=True)
            for text, style in zip(texts, styles, strict=False)
        ]

    @property
    def height(self) -> float:
        words = self._settings()
        return sum(w.height + 1.2 * w.style.size for w in words) + 0.4 * words[0].style.size

    def elements(self, number: int, top: float, turn: Turn, index: int) -> Iterator[Element]:
        place, colour = self.layout.rows, LANE_COLOURS[number % len(LANE_COLOURS)]
        start = turn.start + 3 * index
        pen = Pen(pen_on(colour).ink, colour, motion.text(start + 6), turn.until, turn.page)
        yield Box(
            name=f"rangée {number + 1}",
            x=place.left,
            y=top,
            width=place.width,
            height=self.height,
            colour=colour,
            entrance=motion.row(start),
            until=turn.until,
            page=turn.page,
        )
        words = self._settings()
        y = top + 0.2 * words[0].style.size
        for cell, setting in enumerate(words):
            below = y + setting.height + 1.2 * setting.style.size
            room = Bounds(place.left + PAD, y, place.right - PAD, below)
            baseline = y + 0.93 * setting.style.size
            yield pen.set(f"case {number + 1}.{cell + 1}", setting, room, baseline)
            y = below
