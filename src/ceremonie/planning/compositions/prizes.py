"""Prizes: lanes are the ribbon of a medal that holds who won it; many prizes are a table."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions import prize_slide
from ceremonie.planning.compositions.pages import Turn, turns
from ceremonie.planning.compositions.table import FIELD as FIELD_OF_TABLES
from ceremonie.planning.compositions.table import GAP, PAD, table
from ceremonie.planning.content import Award, Awards
from ceremonie.planning.drawing import (
    Anchor,
    Box,
    Disc,
    Drawing,
    Element,
    Hang,
    Photo,
    Pictogram,
    Role,
    Text,
    ground,
)
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import READ, Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Straight, Track, circle
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import width

FIELD = Colour.DEEP
RIBBON = (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE)
RIM = 1 / 12
"""Width of a medal's rim, by its radius."""

SYMBOL = "trophee"
SYMBOL_SIZE = 1.15
"""Of the pictogram on a medal without a photo, by its radius."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class _Medal:
    """A medal of `radius` px about (x, y); its ribbon, whose lanes are `pitch` px wide, comes from
    `spread` px to both sides of it at the top of the frame.
    """

    x: float
    y: float
    radius: float
    spread: float
    pitch: float


@dataclass(frozen=True)
class _Layout:
    """The medal, and the column of words, which stand in its middle or begin at its top; the sizes
    of prize, winner and presenter, and px between two of them.
    """

    medal: _Medal
    column: Bounds
    prize: Sizes
    winner: Sizes
    presenter: Sizes
    gap: float
    middle: bool = False


_SMALL_SIZES: Sizes = ((48, 2), (44, 3), (40, 4), (36, 5))
_WIDE = _Layout(
    medal=_Medal(1420, 600, 300, 380, 52),
    column=Bounds(96, 60, 1010, 1020),
    prize=((60, 2), (52, 3), (44, 5)),
    winner=((148, 2), (120, 3), (104, 4), (84, 5), (68, 6), (60, 8)),
    presenter=((52, 2), (44, 3), (40, 4), (36, 5)),
    gap=48,
    middle=True,
)
_SQUARE = _Layout(
    medal=_Medal(540, 330, 190, 240, 36),
    column=Bounds(54, 580, 1026, 1022),
    prize=((52, 1), (48, 2), (44, 2)),
    winner=((120, 1), (104, 1), (88, 2), (76, 2), (64, 3)),
    presenter=((44, 1), (40, 2)),
    gap=34,
)
_TALL = _Layout(
    medal=_Medal(540, 520, 300, 380, 52),
    column=Bounds(54, 900, 1026, 1526),
    prize=((60, 2), (52, 2), (48, 3)),
    winner=((148, 1), (120, 2), (104, 2), (88, 3), (76, 4)),
    presenter=((52, 1), (48, 2), (44, 2)),
    gap=44,
)
_LAPTOP_MEDAL = _Medal(1262, 600, 280, 330, 50)
_CLASSIC_MEDAL = _Medal(1076, 600, 250, 250, 44)
_CROWDED_SQUARE = replace(
    _SQUARE,
    medal=_Medal(540, 180, 116, 130, 22),
    column=Bounds(54, 340, 1026, 1022),
    prize=_SMALL_SIZES,
    winner=((64, 4), (56, 5), (52, 6), (48, 6)),
    presenter=_SMALL_SIZES,
)
_CROWDED_TALL = replace(
    _TALL,
    medal=_Medal(540, 380, 210, 260, 40),
    column=Bounds(54, 650, 1026, 1526),
    prize=_SMALL_SIZES,
    winner=((76, 5), (64, 6), (56, 7)),
    presenter=_SMALL_SIZES,
)


def compose_one(content: Award, staging: Staging) -> Drawing:
    if staging.audience.edited:
        return _on_a_slide(content, staging)
    layout, words = _column(content, staging)
    start = staging.lead
    return staging.drawing(
        FIELD,
        (
            *ground(*_ribbon(layout.medal, start)),
            *_medal(content, layout.medal, start + motion.LANE),
            *_words(words, layout, start + motion.BEAT),
        ),
    )


def _on_a_slide(content: Award, staging: Staging) -> Drawing:
    """All but the words and the photo is ground."""
    medal = staging.by_screen(wide=_WIDE.medal, laptop=_LAPTOP_MEDAL, classic=_CLASSIC_MEDAL)
    drawn = tuple(_medal(content, medal, 0))
    photo = tuple(element for element in drawn if isinstance(element, Photo))
    rest = (element for element in drawn if not isinstance(element, Photo))
    words = prize_slide.words(content, FIELD, staging)
    elements = (*ground(*_ribbon(medal, 0), *rest), *photo, *words)
    return staging.drawing(FIELD, elements).still()


def _ribbon(medal: _Medal, start: int) -> Iterator[Element]:
    """Three lanes from the left, then three from the right over them; both end behind the medal."""
    for side, name in ((-1, "à gauche"), (1, "à droite")):
        x, y = medal.x + side * medal.spread, -3.0 * medal.pitch
        length = math.hypot(medal.x - x, medal.y - y)
        heading = math.degrees(math.atan2(medal.y - y, medal.x - x))
        track = Track((x, y), heading, (Straight(length - medal.radius / 2),))
        bundle = Bundle(track, medal.pitch, RIBBON, -1.5 * medal.pitch)
        for stroke in (*bands(bundle, start), *lines(bundle, start)):
            yield replace(stroke, name=f"{stroke.name} {name}")


def _medal(content: Award, medal: _Medal, start: int) -> Iterator[Element]:
    """The photo in the medal, or a cup on it."""
    rim = medal.radius * RIM
    yield Disc(
        name="médaille",
        x=medal.x,
        y=medal.y,
        radius=medal.radius + rim,
        colour=Colour.BRIGHT,
        ring=Colour.PAPER,
        ring_width=rim / 2,
        entrance=motion.drop(start),
    )
    if content.photo:
        yield Photo(
            name="photo",
            picture=content.photo,
            x=medal.x - medal.radius,
            y=medal.y - medal.radius,
            width=2 * medal.radius,
            height=2 * medal.radius,
            mask=circle((medal.x, medal.y), medal.radius).line(0),
            entrance=motion.drop(start),
        )
        return
    size = SYMBOL_SIZE * medal.radius
    yield Pictogram(
        name="pictogramme",
        symbol=SYMBOL,
        x=medal.x - size / 2,
        y=medal.y - size / 2,
        size=size,
        colour=Colour.INK,
        entrance=motion.drop(start),
    )


@dataclass(frozen=True)
class _Word:
    """A text of the column: what it is called, how it is set, in which ink."""

    name: str
    words: Setting
    role: Role
    ink: Colour = Colour.PAPER

    @property
    def height(self) -> float:
        size = self.words.style.size
        return self.words.height + size * (CAP_HEIGHT + DESCENT)


def _column(content: Award, staging: Staging) -> tuple[_Layout, list[_Word]]:
    """The words in the usual layout; in one with more room for them where they need it."""
    usual = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    crowded = staging.by_shape(wide=_WIDE, square=_CROWDED_SQUARE, tall=_CROWDED_TALL)
    words = _set(content, usual, staging)
    stands = all(word.words.fits for word in words)
    return (usual, words) if stands else (crowded, _set(content, crowded, staging))


def _set(content: Award, layout: _Layout, staging: Staging) -> list[_Word]:
    scale, room = staging.scale, layout.column.width

    def one(text: str, style: Style, sizes: Sizes) -> Setting:
        return settle(text, ladder(style, *sizes), room, is_name=True)

    below = " ".join(text for text in (content.presenter, content.illustration) if text)
    found = [
        _Word(
            "prix", one(content.title, scale.label, layout.prize), Role.KICKER, ink=Colour.BRIGHT
        ),
        _Word("lauréat", one(content.winner, scale.headline, layout.winner), Role.TITLE),
    ]
    if below:
        words = one(below, scale.label_plain, layout.presenter)
        found.append(_Word("remis par", words, Role.PLACE))
    return found


def _words(words: Sequence[_Word], layout: _Layout, start: int) -> Iterator[Text]:
    """One below the other; each has the room from the middle of the gap above to that below."""
    column, half = layout.column, layout.gap / 2
    heights = [word.height + layout.gap for word in words]
    spare = column.height - sum(heights) + layout.gap
    top = column.top - half + (max(0, spare) / 2 if layout.middle else 0)
    edges = accumulate(heights, initial=top)
    for index, (word, (above, below)) in enumerate(zip(words, pairwise(edges), strict=True)):
        room = replace(column, top=max(above, column.top - half), bottom=min(below, column.bottom))
        pen = Pen(word.ink, FIELD, motion.text(start, index))
        baseline = above + half + word.words.style.size * CAP_HEIGHT
        yield pen.set(word.name, word.words, room, baseline, role=word.role)


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


def compose_many(content: Awards, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE_TABLE, square=_SQUARE_TABLE, tall=_TALL_TABLE)
    if staging.audience.edited:
        layout = _edited(layout, staging)
        title = _slide_title(content, layout, staging)
        elements = (*title, *_side_by_side(content, layout, staging))
        return staging.drawing(FIELD_OF_TABLES, elements).still()
    body = _side_by_side if layout.shares else _stacked
    return staging.drawing(
        FIELD_OF_TABLES,
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
    place, pen = layout.title, pen_on(FIELD_OF_TABLES)
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
    pen = pen_on(FIELD_OF_TABLES, motion.text(staging.lead))
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
        start = turn.start + (motion.BEAT if not turn.page else 0) + 3 * index
        pen = Pen(pen_on(colour).ink, colour, motion.text(start + 6), turn.until, turn.page)
        yield Box(
            name=f"rangée {number + 1}",
            x=place.left,
            y=top,
            width=place.width,
            height=self.height,
            colour=colour,
            entrance=motion.photo(start),
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
