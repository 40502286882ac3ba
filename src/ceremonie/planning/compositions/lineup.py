"""Workshops without pictures, each on a lane of its own: they start staggered, and one lane after
the other is lit as the next is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.colours import field_of, label_badge, second_lane
from ceremonie.planning.drawing import Box, Drawing, Element, Pictogram, Role, Stroke, Text, ground
from ceremonie.planning.entrances import run
from ceremonie.planning.lanes import Bundle, bands, lines, start_bar
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Entrant, Lineup
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track, stagger
from ceremonie.theme.type import FLOOR, Style

BEYOND = 40
"""px by which lanes begin outside the frame."""

FIRST_TURN = motion.BEAT + 3
"""Frames until the first lane is lit: its words have come to rest."""

LIT = 36
"""Frames at most in which a lane is lit from its start to beyond the frame."""

TITLE_PART, TOWN_PART = 0.4, 0.27
"""Of the pitch: sizes of a title and of its town."""

TITLE_MOST, TOWN_MOST = 108, 60
"""px."""

SYMBOL = 0.72
"""Of its block."""

AIR = 12
"""px between words and the lines of their lane, at least."""

HANGING, ACCENT = 0.22, 0.3
"""em that letters reach below the baseline, and accents above capitals."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class _Layout:
    """The lanes end above `bottom`, begin below `top` and are `widest` px wide at most; at `bend`
    they turn upwards by `angle` degrees. A block of `block` px at most stands behind each bar.
    """

    top: float
    bottom: float
    widest: float
    left: float
    bend: float
    angle: float
    bar: float
    block: float
    heading: Bounds
    headings: Sizes
    heading_at: float
    detail: Bounds
    details: Sizes
    detail_at: float


_WIDE = _Layout(
    top=296,
    bottom=1032,
    widest=300,
    left=96,
    bend=1452,
    angle=30,
    bar=24,
    block=180,
    heading=Bounds(96, 54, 1400, 190),
    headings=((116, 1), (100, 1), (88, 1), (72, 1), (56, 2)),
    heading_at=160,
    detail=Bounds(96, 194, 1400, 268),
    details=((52, 1), (44, 1)),
    detail_at=240,
)
_SQUARE = _Layout(
    top=250,
    bottom=1032,
    widest=290,
    left=54,
    bend=984,
    angle=15,
    bar=16,
    block=116,
    heading=Bounds(54, 54, 1026, 156),
    headings=((96, 1), (84, 1), (72, 1), (60, 1), (48, 2)),
    heading_at=136,
    detail=Bounds(54, 160, 1026, 228),
    details=((46, 1), (40, 1)),
    detail_at=206,
)
_TALL = _Layout(
    top=420,
    bottom=1512,
    widest=360,
    left=54,
    bend=984,
    angle=15,
    bar=16,
    block=140,
    heading=Bounds(54, 150, 1026, 300),
    headings=((120, 1), (104, 1), (88, 1), (72, 1), (56, 2)),
    heading_at=270,
    detail=Bounds(54, 304, 1026, 390),
    details=((56, 1), (48, 1)),
    detail_at=356,
)


@dataclass(frozen=True)
class _Lane:
    """Where one workshop stands: its lane from `top` to `bottom`, its block, its words; its lane is
    lit from frame `begins` on, for `turn` frames.
    """

    index: int
    entrant: Entrant
    block: Bounds
    words: Bounds
    begins: int
    turn: int

    @property
    def number(self) -> int:
        return self.index + 1


def compose(content: Lineup, staging: Staging) -> Drawing:
    """Heading on top, a lane for each below it, all seen from the start. What colour unlit lanes
    have is there before the words that are read on it.
    """
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    field = field_of(content.entrants[0].subject)
    bundle = _bundle(layout, len(content.entrants), field)
    starts = _starts(bundle, layout)
    lanes = tuple(_lanes(content, layout, bundle, starts, staging))
    elements = (
        *ground(*bands(bundle, staging.lead - motion.LANE - motion.BAR)),
        *(_light(lane, bundle, starts[lane.index], field) for lane in lanes),
        *ground(*lines(bundle, staging.lead)),
        *(e for lane in lanes for e in _block(lane, bundle, starts, layout, staging)),
        *_heading(content, layout, field, staging),
        *(text for lane in lanes for text in _words(lane, bundle, field, staging)),
    )
    return staging.drawing(field, elements)


def _bundle(layout: _Layout, count: int, field: Colour) -> Bundle:
    """As wide lanes as there is room for, down to the foot of their place; on the dark field they
    have a colour that the same ink is read on as on lit ones.
    """
    pitch = min(layout.widest, (layout.bottom - layout.top) / count)
    unlit = Colour.MIDDLE if field is Colour.DEEP else None
    straight = Straight(layout.bend + BEYOND)
    track = Track(
        (-BEYOND, layout.bottom - count * pitch),
        0,
        (straight, Bend(96, -layout.angle), Straight(1400)),
    )
    return Bundle(track, pitch, (unlit,) * count, 0)


def _starts(bundle: Bundle, layout: _Layout) -> tuple[float, ...]:
    """Where each starts, behind its bar, so that all have as far to go: px along its lane."""
    ahead = stagger(bundle.track, bundle.pitch, len(bundle.colours))
    return tuple(BEYOND + layout.left + layout.bar + distance for distance in ahead)


def _lanes(
    content: Lineup,
    layout: _Layout,
    bundle: Bundle,
    starts: tuple[float, ...],
    staging: Staging,
) -> Iterator[_Lane]:
    first = staging.lead + FIRST_TURN
    turn = max(1, (content.frames - first) // len(content.entrants))
    for index, (entrant, start) in enumerate(zip(content.entrants, starts, strict=True)):
        top = bundle.track.start[1] + index * bundle.pitch
        left, bottom = start - BEYOND, top + bundle.pitch
        end = left + min(bundle.pitch, layout.block)
        yield _Lane(
            index,
            entrant,
            Bounds(left, top, end, bottom),
            Bounds(end + 2 * AIR, top + AIR, layout.bend, bottom - AIR),
            begins=first + index * turn,
            turn=turn,
        )


def _light(lane: _Lane, bundle: Bundle, start: float, field: Colour) -> Stroke:
    """It stays: in the end all have run."""
    return Stroke(
        name=f"couloir allumé {lane.number}",
        course=bundle.course(lane.index, start),
        width=bundle.pitch,
        colour=second_lane(field),
        entrance=run(lane.begins, min(lane.turn, LIT)),
    )


def _block(
    lane: _Lane, bundle: Bundle, starts: tuple[float, ...], layout: _Layout, staging: Staging
) -> Iterator[Element]:
    """The start bar, and behind it the pictogram on its block."""
    begins, box = _begins(lane, staging), lane.block
    colour, ink = _badge(lane.entrant, bundle)
    comes = replace(motion.text(begins), dx=-box.width)
    yield Box(
        name=f"case {lane.number}",
        x=box.left,
        y=box.top + _line(bundle),
        width=box.width,
        height=box.height - 2 * _line(bundle),
        colour=colour,
        entrance=comes,
    )
    size = SYMBOL * min(box.width, box.height)
    yield Pictogram(
        name=f"pictogramme {lane.number}",
        symbol=lane.entrant.subject.symbol,
        x=box.centre[0] - size / 2,
        y=box.centre[1] - size / 2,
        size=size,
        colour=ink,
        entrance=comes,
    )
    yield replace(
        start_bar(
            bundle,
            lane.index,
            at=starts[lane.index],
            width=layout.bar,
            colour=Colour.PAPER,
            start=staging.lead,
        ),
        entrance=motion.bar(begins),
    )


def _begins(lane: _Lane, staging: Staging) -> int:
    return staging.lead + motion.LANE_OFFSET * lane.index


def _line(bundle: Bundle) -> float:
    """Half the line beside a lane."""
    return (bundle.line_px or 8) / 2


def _badge(entrant: Entrant, bundle: Bundle) -> tuple[Colour, Colour]:
    """Swapped where its ground would be lost in a lane."""
    colour, ink = label_badge(entrant.subject)
    return (ink, colour) if ink is Colour.INK else (colour, ink)


def _words(lane: _Lane, bundle: Bundle, field: Colour, staging: Staging) -> Iterator[Text]:
    """Title and town, in the middle of the lane together."""
    title, town = _settled(lane, bundle, staging)
    whole = _height(title) + (_height(town) if lane.entrant.town else 0)
    top = lane.words.centre[1] - whole / 2
    first = top + (ACCENT + CAP_HEIGHT) * title.style.size
    split = top + _height(title)
    pen = pen_on(
        Colour.MIDDLE if field is Colour.DEEP else field, motion.text(_begins(lane, staging))
    )
    upper, lower = replace(lane.words, bottom=split), replace(lane.words, top=split)
    yield pen.set(f"atelier {lane.number}", title, upper, first, role=Role.SUBTITLE)
    if lane.entrant.town:
        at = split + (ACCENT + CAP_HEIGHT) * town.style.size
        yield pen.set(f"commune {lane.number}", town, lower, at, role=Role.PLACE)


def _settled(lane: _Lane, bundle: Bundle, staging: Staging) -> tuple[Setting, Setting]:
    """The town on one line, the title as large as what is left of the lane's height allows."""
    scale, room, entrant = staging.scale, lane.words, lane.entrant
    large = max(FLOOR, min(TOWN_MOST, round(TOWN_PART * bundle.pitch)))
    small = scale.style(large, 400)
    town = settle(entrant.town, ladder(small, (large, 1), (40, 1), (FLOOR, 1)), room.width)
    left = room.height - (_height(town) if entrant.town else 0)
    size = min(TITLE_MOST, round(TITLE_PART * bundle.pitch))
    style = scale.style(size, 800, 1.05)
    measures = [_measure(style.at(px), left) for px in (*range(size, FLOOR, -4), FLOOR)]
    return settle(entrant.title, measures, room.width), town


def _height(words: Setting) -> float:
    """From the accents of the first line to what hangs below the last, px."""
    return (ACCENT + CAP_HEIGHT + HANGING) * words.style.size + words.height


def _measure(style: Style, height: float) -> Measure:
    rest = height - (ACCENT + CAP_HEIGHT + HANGING) * style.size
    return Measure(style, 1 + max(0, int(rest / style.line_height)))


def _heading(content: Lineup, layout: _Layout, field: Colour, staging: Staging) -> Iterator[Text]:
    scale = staging.scale
    room = staging.beside_mark(layout.heading)
    words = settle(content.heading, ladder(scale.headline, *layout.headings), room.width)
    pen = pen_on(field, motion.text(staging.lead))
    at = layout.heading_at - words.height
    yield pen.set("titre", words, room, at, role=Role.TITLE)
    if content.detail:
        room = replace(staging.beside_mark(layout.detail), left=room.left)
        style = scale.label_plain
        pen = pen_on(field, motion.text(staging.lead, 1))
        yield pen.block(
            "jour",
            content.detail,
            room,
            layout.detail_at,
            ladder(style, *layout.details),
            role=Role.PLACE,
        )
