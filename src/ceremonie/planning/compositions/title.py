"""The title: its giant words start on three lanes, staggered as on a bend."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning.compositions.logo import logo
from ceremonie.planning.content import Giant, Title
from ceremonie.planning.drawing import Drawing, Element, Role, Text, ground
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.lanes import Bundle, bands, lines, start_bar
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, excess, ladder, settle
from ceremonie.theme.grid import BAR, MARGIN_X, RIGHT
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Bend, Straight, Track, stagger
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import upright, width

FIELD = Colour.MIDDLE
LANES = 3
BEYOND = 40
"""px by which lanes begin outside the frame."""

SMALL = 0.5
"""Small words to the giant that they lead in to."""

SPACE = 0.2
"""em of the giant between it and its small words."""

QUIETER = 0.62
"""Of what leads in, to the giants: more, and nobody would see which is which."""

BELOW_MIDDLE = 0.27
"""em from the middle of a lane to the baseline of its words."""

CLEAR = 10
"""px at least between words and the line of a lane."""

RISING = 0.95
"""em that a capital with its accent reaches above the baseline."""

HANGING = 0.25
"""em that a line of text reaches below it."""


@dataclass(frozen=True)
class _Layout:
    """The lanes run at `top` and turn upwards by `angle` degrees from `bend` on; the first begins
    at the left of `kicker`, whose first baseline is at `kicker_at` for one line, two, and so on.
    """

    top: float
    pitch: float
    line: float
    bar: float
    bend: float
    radius: float
    angle: float
    indent: float
    giants: tuple[int, ...]
    kicker: Bounds
    kicker_sizes: tuple[tuple[float, int], ...]
    kicker_at: tuple[float, ...]
    foot: Bounds
    foot_at: tuple[float, float]
    foot_sizes: tuple[tuple[float, int], ...]
    logo: tuple[float, float]
    right: float

    @property
    def left(self) -> float:
        return self.kicker.left

    @property
    def bundle(self) -> Bundle:
        parts = (Straight(self.bend + BEYOND), Bend(self.radius, -self.angle), Straight(1200))
        track = Track((-BEYOND, self.top), 0, parts)
        return Bundle(track, self.pitch, LANE_COLOURS, 0, line_px=self.line)

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each lane is lit, behind its bar, measured along it."""
        ahead = stagger(self.bundle.track, self.pitch, LANES)
        return tuple(BEYOND + self.left + self.bar + distance for distance in ahead)

    def begin(self, lane: int) -> float:
        """Where words begin, a step behind the bar."""
        return self.starts[lane] - BEYOND + self.indent

    def middle(self, lane: int) -> float:
        return self.top + (lane + 0.5) * self.pitch

    def end(self, lane: int, lowest: float) -> float:
        """How far words may run before the line below them, which rises, comes up to `lowest`."""
        radius = self.radius + (lane + 1) * self.pitch
        depth = lowest + self.line / 2 + CLEAR - (self.top - self.radius)
        if depth >= radius:
            return self.bend
        return min(self.right, self.bend + math.sqrt(radius**2 - depth**2))


_WIDE = _Layout(
    top=216,
    pitch=216,
    line=8,
    bar=BAR,
    bend=1544,
    radius=96,
    angle=90,
    indent=30,
    giants=(200, 176, 150, 128, 108, 90, 80, 72, 64, 56, 48),
    kicker=Bounds(MARGIN_X, 54, 1544 + 48, 208),
    kicker_sizes=((88, 1), (72, 1), (60, 2), (52, 2), (44, 3), (40, 3)),
    kicker_at=(146, 104, 98),
    foot=Bounds(MARGIN_X, 876, RIGHT, WIDE.safe.bottom),
    foot_at=(950, 1018),
    foot_sizes=((60, 1), (52, 1), (44, 1), (36, 2)),
    logo=(300, 130),
    right=RIGHT,
)
_SQUARE = _Layout(
    top=282,
    pitch=174,
    line=6,
    bar=18,
    bend=865,
    radius=96,
    angle=45,
    indent=22,
    giants=(160, 144, 128, 112, 98, 86, 76, 68, 60, 52, 46),
    kicker=Bounds(54, 54, 865, 270),
    kicker_sizes=((68, 2), (60, 2), (52, 3), (44, 4), (40, 4), (36, 5)),
    kicker_at=(200, 128, 104),
    foot=Bounds(54, 826, 1026, 1026),
    foot_at=(894, 958),
    foot_sizes=((54, 1), (48, 1), (44, 1), (40, 2), (36, 3)),
    logo=(230, 120),
    right=1026,
)
_TALL = replace(
    _SQUARE,
    top=618,
    pitch=228,
    bend=963,
    angle=30,
    giants=(190, 176, 160, 144, 128, 112, 98, 86, 76, 68, 60, 52, 46),
    kicker=Bounds(54, 200, 980, 606),
    kicker_sizes=((80, 2), (72, 3), (64, 4), (56, 5), (48, 6), (44, 6)),
    kicker_at=(540, 452, 382, 330, 294, 276),
    foot=Bounds(54, 1336, 1026, 1536),
    foot_at=(1396, 1462),
)


def compose(content: Title, staging: Staging) -> Drawing:
    """Composed from its first frame on: it is the poster of the film, which most often begins with
    it.
    """
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    giants = tuple(_giants(content, layout, staging))
    elements = (
        *ground(*_lanes(layout)),
        *_kicker(content, layout, staging, giants),
        *giants,
        *_foot(content, layout, staging),
        *_emblem(content, layout, staging, giants),
        *_logo(layout, staging),
    )
    return staging.drawing(FIELD, elements)


def _lanes(layout: _Layout) -> Iterator[Element]:
    """The first lane has the colour of the field: only its lines are seen."""
    bundle, starts = layout.bundle, layout.starts
    drawn = [b for b in bands(bundle, 0, starts) if b.colour is not FIELD]
    drawn += lines(bundle, 0)
    drawn += (
        start_bar(bundle, lane, at=position, width=layout.bar, colour=Colour.PAPER, start=0)
        for lane, position in enumerate(starts)
    )
    return (replace(element, entrance=AT_ONCE) for element in drawn)


def _giants(content: Title, layout: _Layout, staging: Staging) -> Iterator[Text]:
    style = _largest(content.giants, layout, staging.scale.title_lane)
    for lane, giant in enumerate(content.giants):
        yield from _giant(giant, lane, layout, style)


def _largest(giants: tuple[Giant, ...], layout: _Layout, style: Style) -> Style:
    """One size for all of them."""
    sizes = [style.at(size) for size in layout.giants]
    fitting = (
        one
        for one in sizes
        if all(
            layout.begin(lane) + _breadth(giant, one) <= _end(lane, layout, one)
            and upright(giant.word, one)[0] <= _over(layout, one)
            for lane, giant in enumerate(giants)
        )
    )
    return next(fitting, sizes[-1])


def _over(layout: _Layout, style: Style) -> float:
    """How far words may rise above their baseline, below the upper line of their lane."""
    return layout.pitch / 2 + BELOW_MIDDLE * style.size - layout.line / 2 - CLEAR


def _breadth(giant: Giant, style: Style) -> float:
    return _before(giant, style) + width(giant.word, style)


def _before(giant: Giant, style: Style) -> float:
    """px that the small words take."""
    if not giant.small:
        return 0
    return width(giant.small, _smaller(style)) + SPACE * style.size


def _smaller(style: Style) -> Style:
    return style.at(max(FLOOR, SMALL * style.size))


def _baseline(lane: int, layout: _Layout, style: Style) -> float:
    return layout.middle(lane) + BELOW_MIDDLE * style.size


def _end(lane: int, layout: _Layout, style: Style) -> float:
    return layout.end(lane, _baseline(lane, layout, style) + HANGING * style.size)


def _giant(giant: Giant, lane: int, layout: _Layout, style: Style) -> Iterator[Text]:
    """The small words, then the giant one, on the same baseline of their lane."""
    x, end, baseline = layout.begin(lane), _end(lane, layout, style), _baseline(lane, layout, style)
    pen = pen_on(LANE_COLOURS[lane])
    edge = layout.line / 2
    room = Bounds(x, layout.top + lane * layout.pitch + edge, end, 0)
    room = replace(room, bottom=room.top + layout.pitch - 2 * edge)
    word = x + _before(giant, style)
    if giant.small:
        small = _smaller(style)
        before = replace(room, right=word - SPACE * style.size / 2)
        name = f"petits mots {lane + 1}"
        yield pen.line(name, giant.small, (x, baseline), small, role=Role.TITLE, room=before)
        room = replace(room, left=before.right)
    large = pen.line(
        f"mot {lane + 1}", giant.word, (word, baseline), style, role=Role.TITLE, room=room
    )
    yield replace(large, most=excess(giant.word, style, end - word))


def _kicker(
    content: Title, layout: _Layout, staging: Staging, giants: tuple[Text, ...]
) -> list[Text]:
    """What leads in: on as few lines as it stands on, quieter than the giants."""
    if not content.kicker:
        return []
    most = QUIETER * max(giant.style.size for giant in giants)
    loud = [(size, count) for size, count in layout.kicker_sizes if size <= most]
    sizes = loud or [layout.kicker_sizes[-1]]
    place = staging.beside_mark(layout.kicker)
    words = settle(content.kicker, ladder(staging.scale.statement, *sizes), place.width)
    pen = pen_on(FIELD)
    baseline = _kicker_baseline(words, place, layout.kicker_at)
    return [pen.set("surtitre", words, place, baseline, role=Role.KICKER)]


def _kicker_baseline(words: Setting, place: Bounds, usual: tuple[float, ...]) -> float:
    """Where the layout says for so many lines, as far as accents and hanging letters allow."""
    rises, _ = upright(words.lines[0], words.style)
    _, hangs = upright(words.lines[-1], words.style)
    lowest = place.bottom - words.height - hangs
    return max(place.top + rises, min(usual[min(len(words.lines), len(usual)) - 1], lowest))


def _foot(content: Title, layout: _Layout, staging: Staging) -> list[Text]:
    """Where and when; long ones on several lines, from the top of their room."""
    room = layout.foot
    if staging.look.logo:
        room = replace(room, right=room.right - layout.logo[0] - 48)
    styles = (("lieu", staging.scale.name), ("dates", staging.scale.place))
    settled = [
        (name, settle(text, ladder(style, *layout.foot_sizes), room.width))
        for (name, style), text in zip(styles, content.foot, strict=True)
        if text
    ]
    pen = pen_on(FIELD)
    edges = _edges([words for _, words in settled], layout)
    return [
        pen.set(name, words, replace(room, top=top, bottom=bottom), baseline, role=Role.SUBTITLE)
        for (name, words), (baseline, top, bottom) in zip(settled, edges, strict=True)
    ]


def _edges(settled: list[Setting], layout: _Layout) -> list[tuple[float, float, float]]:
    """First baseline, upper and lower edge of each text of the foot."""
    hangs = [upright(words.lines[-1], words.style)[1] for words in settled]
    baselines = [
        min(usual, layout.foot.bottom - hang)
        for usual, hang in zip(layout.foot_at, hangs, strict=False)
    ]
    if any(len(words.lines) > 1 for words in settled):
        baselines = [layout.foot.top + RISING * settled[0].style.size]
        for above, below in pairwise(settled):
            baselines.append(baselines[-1] + above.height + 1.1 * below.style.size)
    tops = [b - RISING * w.style.size for b, w in zip(baselines, settled, strict=True)]
    bottoms = [*tops[1:], layout.foot.bottom]
    return list(zip(baselines, tops, bottoms, strict=True))


def _emblem(
    content: Title, layout: _Layout, staging: Staging, giants: tuple[Text, ...]
) -> tuple[Element, ...]:
    """It waits in the lane that no word takes, else in the second, if its word leaves room."""
    radius = round(layout.pitch * 58 / 216)
    free = len(content.giants) < LANES
    lane = LANES - 1 if free else 1
    middle = layout.middle(lane)
    x = layout.begin(lane) + radius if free else layout.end(lane, middle + radius) - 2 * radius
    word = next((t for t in giants if t.name == f"mot {lane + 1}"), None)
    if word and word.x + width(word.lines[0], word.style) > x - radius - BEYOND:
        return ()
    y = middle + radius / 2
    return staging.emblem(name="flamme", x=x, y=y, radius=radius)


def _logo(layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    if not staging.look.logo:
        return ()
    right, top = layout.foot.right, layout.foot.top + 8
    place = Bounds(right - layout.logo[0], top, right, top + layout.logo[1])
    return logo("logo", staging.look.logo, place, field=FIELD, palette=staging.look.palette)
