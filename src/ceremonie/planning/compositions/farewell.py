"""The end: three lanes meet and rise, they are the stem of the i; the event's emblem is its dot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds, Shape
from ceremonie.planning import motion
from ceremonie.planning.compositions.credit_block import credit_block
from ceremonie.planning.content import Block, Farewell
from ceremonie.planning.drawing import Drawing, Element, Hang, Role, Stroke, Text, ground
from ceremonie.planning.entrances import AT_ONCE, Entrance, Grow
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, Setting, fit, ladder, settle
from ceremonie.theme.faces import vertical_metrics
from ceremonie.theme.grid import BOTTOM, MARGIN_X, MARGIN_Y, RIGHT, column
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import upright, width

FIELD = Colour.INK
PITCH = 36
LANES = (Colour.MIDDLE, Colour.BRIGHT, Colour.DEEP)
EDGE = 2
"""px of the line at a lane's edge that lie outside the lane."""

STEM = 1.5 * PITCH + EDGE
"""px from the middle of the three lanes to the edge of what is drawn."""

CLEAR = 16
"""px at least between the lanes and what is said below, and the letters of which they are the i."""

AIR = 40
"""px at least between other words and the lane beside: nearer, giant letters seem to touch it."""

ABOVE = 24
"""px at least between letters that hang and the lanes below them."""

BESIDE = 2 * PITCH
"""px from the middle of the lanes to words below the word."""

NARROWEST = 260
"""px that a block of the credits needs."""

RISING = 0.95
"""em that a capital with its accent reaches above the baseline."""

HANGS = 0.05
"""em below the baseline from which a letter is said to hang: round ones do by a hair."""

HANGING = 0.3
"""em that a line of text reaches below it."""


@dataclass(frozen=True)
class _Layout:
    """The word, and the room below the lanes that come from both sides.

    The word is set on one line at `largest` px, down to `single`, beside a stem that is `gap` px
    away from it at the largest; a longer one on several lines, at `sizes` with the most lines of
    each. What is said below begins at `below`, a message at `message` sizes; blocks of the credits
    stand side by side in `columns`, or one below the other. The emblem's circle has radius `dot`.
    """

    safe: Bounds
    largest: int
    single: int
    sizes: tuple[tuple[float, int], ...]
    gap: float
    baseline: float
    ground: float
    bend: float
    dot: float
    over_stem: float
    below: float
    message: tuple[tuple[float, int], ...]
    columns: tuple[float, ...] = ()

    @property
    def word_room(self) -> float:
        return self.safe.width - self.gap - BESIDE - 60


_WIDE = _Layout(
    safe=Bounds(MARGIN_X, 54, RIGHT, 1026),
    largest=640,
    single=240,
    sizes=((260, 2), (220, 2), (180, 3), (150, 3), (128, 4), (108, 5), (92, 5)),
    gap=78,
    baseline=596,
    ground=718,
    bend=96,
    dot=57,
    over_stem=28,
    below=858,
    message=((72, 2), (64, 3), (56, 3)),
    columns=(column(0), column(3), column(6), column(9)),
)
_LAPTOP = replace(
    _WIDE,
    safe=Bounds(86.4, MARGIN_Y, 1641.6, BOTTOM),
    largest=560,
    columns=(86.4, 478, 870, 1262),
)
_CLASSIC = replace(
    _WIDE,
    safe=Bounds(72, MARGIN_Y, 1368, BOTTOM),
    largest=440,
    sizes=((220, 2), (180, 2), (150, 3), (128, 4), (108, 5), (92, 5)),
    columns=(72, 512, 952),
)
_LONG = replace(
    _WIDE,
    largest=300,
    single=140,
    sizes=((130, 2), (92, 3)),
    gap=60,
    baseline=316,
    ground=412,
    dot=36,
    over_stem=20,
    below=540,
    message=((88, 5), (80, 6), (72, 6), (64, 7), (56, 7)),
)
_SQUARE = _Layout(
    safe=Bounds(54, 54, 1026, 1026),
    largest=360,
    single=160,
    sizes=((180, 2), (150, 2), (120, 3), (100, 3), (84, 4), (72, 5)),
    gap=44,
    baseline=420,
    ground=506,
    bend=72,
    dot=44,
    over_stem=22,
    below=626,
    message=((72, 4), (64, 5), (56, 6), (48, 7)),
)
_TALL = replace(
    _SQUARE,
    safe=Bounds(54, 96, 1026, 1536),
    sizes=((200, 2), (170, 3), (140, 3), (120, 4), (100, 5), (84, 6)),
    baseline=700,
    ground=790,
    below=930,
    message=((88, 5), (80, 6), (72, 7), (64, 8)),
)


@dataclass(frozen=True)
class _Word:
    """The word as it is set, the middle of the stem beside it, and where the stem ends."""

    words: Setting
    baseline: float
    stem: float
    top: float
    is_i: bool


def compose(content: Farewell, staging: Staging) -> Drawing:
    """Where the message goes on from the shot before, everything else stands there already."""
    layout = _layout(content, staging)
    start = staging.lead
    word = _word(content.word, layout, staging.scale.word_giant)
    elements = (
        *ground(*_lanes(word, layout, staging, start)),
        _title(word, layout, motion.text(start)),
        *ground(*_dot(word, layout, staging, start + motion.LANE + motion.BEAT)),
        *_below(content, word, layout, staging, start + motion.BEAT),
    )
    if content.continued:
        still = (e if e.name == "message" else replace(e, entrance=AT_ONCE) for e in elements)
        elements = tuple(still)
    return staging.drawing(FIELD, elements)


def _layout(content: Farewell, staging: Staging) -> _Layout:
    """A message too long for the foot of the wide screen has a smaller word above it."""
    layouts = staging.by_shape(
        wide=_WIDE, square=_SQUARE, tall=_TALL, laptop=_LAPTOP, classic=_CLASSIC
    )
    usual = _clear_of_mark(layouts, staging)
    if staging.format.shape is not Shape.WIDE or not content.message:
        return usual
    word = _word(content.word, usual, staging.scale.word_giant)
    room = _message_room(word, usual)
    short = fit(content.message, ladder(staging.scale.statement, *usual.message), room.width)
    return (
        usual
        if short.fits and not content.parted
        else _clear_of_mark(replace(_LONG, safe=usual.safe), staging)
    )


def _clear_of_mark(layout: _Layout, staging: Staging) -> _Layout:
    return replace(layout, safe=staging.below_mark(layout.safe))


def _word(title: str, layout: _Layout, style: Style) -> _Word:
    ends_in_stem = title.endswith("i") and len(title) > 1
    if ends_in_stem and (one := _on_one_line(title[:-1], layout, style)):
        return _placed(one, layout, is_i=True)
    return _placed(_on_one_line(title, layout, style) or _on_lines(title, layout, style), layout)


def _on_one_line(word: str, layout: _Layout, style: Style) -> Setting | None:
    """Where the word is short enough: as large as it stands clear of the frame and the lanes."""
    room = layout.word_room - _bend_beside(word, layout, style)
    over = layout.baseline - layout.safe.top
    under = layout.ground - PITCH / 2 - EDGE - ABOVE - layout.baseline
    for size in range(layout.largest, layout.single - 1, -20):
        rises, hangs = upright(word, style.at(size))
        if width(word, style.at(size)) <= room and rises <= over and hangs <= under:
            return Setting((word,), style.at(size), fits=True)
    return None


def _bend_beside(word: str, layout: _Layout, style: Style) -> float:
    """px more between the word and the stem, where its last letter hangs into the bend of the lane
    that comes from the left.
    """
    _, hangs = upright(word[-1:], style)
    return layout.bend if hangs > style.size * HANGS else 0


def _on_lines(word: str, layout: _Layout, style: Style) -> Setting:
    """As large as all lines stand below the upper edge of the safe area, or below the mark."""
    over = layout.baseline - layout.safe.top
    for first in range(len(layout.sizes)):
        words = settle(word, ladder(style, *layout.sizes[first:]), layout.word_room)
        if words.height + upright(words.lines[0], words.style)[0] <= over:
            break
    return words


def _placed(words: Setting, layout: _Layout, *, is_i: bool = False) -> _Word:
    """The last line stands on the baseline; the stem rises as high as the emblem above it can,
    and so far that the lanes have ended their bends.
    """
    size = words.style.size
    gap = max(STEM + (CLEAR if is_i else AIR), layout.gap * size / layout.largest)
    gap += _bend_beside(words.lines[-1], layout, words.style)
    wide = max(width(line, words.style) for line in words.lines)
    first = layout.baseline - words.height
    family = words.style.family
    top = first - (family.x_height if is_i else family.cap_height) * size
    highest = layout.safe.top + 3 * layout.dot + layout.over_stem
    bent = layout.ground - layout.bend - PITCH
    stem_top = min(max(top, highest), bent)
    return _Word(words, first, layout.safe.left + wide + gap, stem_top, is_i)


def _lanes(word: _Word, layout: _Layout, staging: Staging, start: int) -> list[Element]:
    """Two lanes come from the sides and turn up beside the one that rises straight."""
    side, height = PITCH + layout.bend, layout.ground - layout.bend - word.top
    stem, low, edge = word.stem, staging.format.height + 50, staging.format.width + 40
    from_left = (Straight(stem - side + 40), Bend(layout.bend, -90), Straight(height))
    from_right = (Straight(edge - stem - side), Bend(layout.bend, 90), Straight(height))
    tracks = (
        Track((-40, layout.ground), 0, from_left),
        Track((stem, low), -90, (Straight(low - word.top),)),
        Track((edge, layout.ground), 180, from_right),
    )
    enters = [motion.lane(start, i) for i in range(len(tracks))]
    ways = list(zip(tracks, LANES, enters, strict=True))
    bands = [_band(i, *way) for i, way in enumerate(ways)]
    return [*bands, *(line for i, way in enumerate(ways) for line in _edges(i, way[0], way[2]))]


def _band(index: int, track: Track, colour: Colour, entrance: Entrance) -> Stroke:
    return Stroke(
        name=f"couloir {index + 1}",
        course=track.line(0),
        width=PITCH,
        colour=colour,
        entrance=entrance,
    )


def _edges(index: int, track: Track, entrance: Entrance) -> Iterator[Stroke]:
    for side, letter in ((-1, "a"), (1, "b")):
        yield Stroke(
            name=f"ligne {index + 1}{letter}",
            course=track.line(side * PITCH / 2),
            width=2 * EDGE,
            colour=Colour.PAPER,
            entrance=entrance,
        )


def _title(word: _Word, layout: _Layout, entrance: Entrance) -> Text:
    """Its room ends where a line of the word's font does: so it keeps to the baseline. What is said
    below begins lower.
    """
    style = word.words.style
    _, below = vertical_metrics(style.weight, style.family)
    line = word.baseline + word.words.height + below * style.size
    under = min(line, layout.ground + PITCH / 2 + CLEAR)
    room = Bounds(layout.safe.left, layout.safe.top, word.stem - STEM, under)
    return pen_on(FIELD, entrance).set(
        "titre", word.words, room, word.baseline, role=Role.TITLE, hang=Hang.BOTTOM
    )


def _dot(word: _Word, layout: _Layout, staging: Staging, start: int) -> tuple[Element, ...]:
    """The i is dotted even where there is no emblem."""
    return staging.emblem(
        name="flamme",
        x=word.stem,
        y=word.top - layout.over_stem - layout.dot,
        radius=layout.dot,
        entrance=Grow(start, 10),
        instead=Colour.BRIGHT if word.is_i else None,
    )


def _below(
    content: Farewell, word: _Word, layout: _Layout, staging: Staging, start: int
) -> list[Text]:
    if content.message:
        return [_message(content.message, word, layout, staging, motion.text(start))]
    if layout.columns:
        return list(_side_by_side(content.blocks, word, layout, staging, start))
    return list(_stacked(content.blocks, word, layout, staging, start))


def _message(
    message: str, word: _Word, layout: _Layout, staging: Staging, entrance: Entrance
) -> Text:
    room, style = _message_room(word, layout), staging.scale.statement
    words = fit(message, ladder(style, *layout.message), room.width)
    baseline = layout.below
    if not words.fits or baseline + words.height + HANGING * words.style.size > room.bottom:
        words = settle(message, _filling(layout, style, room.height), room.width)
        baseline = room.top + RISING * words.style.size
    return pen_on(FIELD, entrance).set("message", words, room, baseline, role=Role.BODY)


def _filling(layout: _Layout, style: Style, height: float) -> list[Measure]:
    """As many lines as stand in a room of this height, ever smaller."""
    bold = style.at(layout.message[-1][0])
    smaller = range(round(bold.size) - 2, FLOOR - 1, -2)
    styles = (bold, *(replace(style, weight=600).at(size) for size in smaller))
    return [
        Measure(one, 1 + int((height - (RISING + HANGING) * one.size) / one.line_height))
        for one in styles
    ]


def _message_room(word: _Word, layout: _Layout) -> Bounds:
    """On the wider side of the stem."""
    safe = layout.safe
    top = layout.ground + PITCH / 2 + 2 * CLEAR
    left = Bounds(safe.left, top, word.stem - BESIDE, safe.bottom)
    right = Bounds(word.stem + BESIDE, top, safe.right, safe.bottom)
    return left if left.width >= right.width else right


def _side_by_side(
    blocks: tuple[Block, ...], word: _Word, layout: _Layout, staging: Staging, start: int
) -> Iterator[Text]:
    """Each in its column, clear of the stem that crosses them; the end credits show them whole,
    so here one that has no room is left out.
    """
    spans = zip(blocks, layout.columns, layout.columns[1:], strict=False)
    for index, (block, left, end) in enumerate(spans):
        place = _beside_stem(left, end - 24, word.stem)
        room = Bounds(place[0], layout.below - 46, place[1], layout.safe.bottom)
        texts = credit_block(index, block, room, staging, motion.text(start, index))
        if all(text.fits for text in texts):
            yield from texts


def _beside_stem(left: float, right: float, stem: float) -> tuple[float, float]:
    """What a stem leaves of a column that it crosses: the part before it, if that is enough."""
    if left >= stem + BESIDE or right <= stem - BESIDE:
        return left, right
    if stem - BESIDE - left >= NARROWEST:
        return left, stem - BESIDE
    return stem + BESIDE, right


def _stacked(
    blocks: tuple[Block, ...], word: _Word, layout: _Layout, staging: Staging, start: int
) -> Iterator[Text]:
    """One below the other, as many as there is room for."""
    place = replace(_message_room(word, layout), top=layout.below - 46)
    for index, block in enumerate(blocks):
        texts = credit_block(index, block, place, staging, motion.text(start, index))
        last = texts[-1]
        foot = last.baseline + (len(last.lines) - 1) * last.style.line_height
        if all(t.fits for t in texts) and foot + HANGING * last.style.size <= place.bottom:
            for text in texts:
                room = text.room or place
                yield replace(text, room=replace(room, bottom=min(room.bottom, foot + 14)))
            place = replace(place, top=foot + 32)
