"""The title on a slide: the event's whole name in one broad lane, where and when in two below it.

The lanes start staggered, as on a bend, and rise beside the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.logo import logo
from ceremonie.planning.content import Title
from ceremonie.planning.drawing import Drawing, Element, Hang, Photo, Role, Stroke, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.grid import BAR
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track

FIELD = Colour.MIDDLE
LANES = (Colour.BRIGHT, Colour.DEEP, Colour.MIDDLE)
"""The name's, the place's, and one in the colour of the field for the dates."""

LINE = 8
INDENT = 30
"""px from a start bar to the words behind it."""

CLEAR = 6
"""px at least between a room and the line of its lane."""


@dataclass(frozen=True)
class _Layout:
    """Lanes of these `widths` lie below each other from `top` on, begin at `starts`, and turn
    upwards from `bend` on, the first on `radius` px. The name is set at `size` px.
    """

    top: float
    widths: tuple[float, float, float]
    starts: tuple[float, float, float]
    bend: float
    radius: float
    size: float
    logo: Bounds
    emblem: tuple[float, float, float]

    @property
    def track(self) -> Track:
        return Track((0, self.top), 0, (Straight(self.bend), Bend(self.radius, -90), Straight(900)))

    def edge(self, lane: int) -> float:
        """px from the first line to the upper line of a lane."""
        return sum(self.widths[:lane])

    def room(self, lane: int) -> Bounds:
        top, inset = self.top + self.edge(lane), LINE / 2 + CLEAR
        left = self.starts[lane] + BAR + INDENT
        return Bounds(left, top + inset, self.bend, top + self.widths[lane] - inset)

    def above(self, *, has_logo: bool) -> Bounds:
        """Between the emblem and the logo."""
        x, _, radius = self.emblem
        right = self.logo.left - INDENT if has_logo else self.bend
        return Bounds(x + radius + INDENT, 60, right, self.top - 20)


_WIDE = _Layout(
    top=236,
    widths=(470, 128, 128),
    starts=(96, 380, 664),
    bend=1560,
    radius=60,
    size=136,
    logo=Bounds(1220, 70, 1520, 196),
    emblem=(180, 176, 52),
)
_LAPTOP = replace(
    _WIDE,
    starts=(88, 340, 592),
    bend=1420,
    size=128,
    logo=Bounds(1100, 70, 1380, 196),
    emblem=(172, 176, 52),
)
_CLASSIC = replace(
    _WIDE,
    starts=(72, 220, 368),
    bend=1200,
    size=112,
    logo=Bounds(940, 70, 1180, 196),
    emblem=(152, 176, 52),
)


def compose(content: Title, staging: Staging) -> Drawing:
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    elements = (
        *ground(*_lanes(layout)),
        *_texts(content, layout, staging),
        *_emblem(layout, staging),
        *_logo(layout, staging),
    )
    return staging.drawing(FIELD, elements)


def _lanes(layout: _Layout) -> Iterator[Element]:
    for lane, (colour, width) in enumerate(zip(LANES, layout.widths, strict=True)):
        middle, start = layout.edge(lane) + width / 2, layout.starts[lane]
        if colour is not FIELD:
            course = layout.track.line(middle, start + BAR)
            yield Stroke(name=f"couloir {lane + 1}", course=course, width=width, colour=colour)
    for line in range(len(LANES) + 1):
        course = layout.track.line(layout.edge(line))
        yield Stroke(name=f"ligne {line + 1}", course=course, width=LINE, colour=Colour.PAPER)
    for lane, (start, width) in enumerate(zip(layout.starts, layout.widths, strict=True)):
        course = layout.track.line(layout.edge(lane) + width / 2, start, start + BAR)
        yield Stroke(name=f"départ {lane + 1}", course=course, width=width, colour=Colour.PAPER)


def _texts(content: Title, layout: _Layout, staging: Staging) -> Iterator[Text]:
    """The name that is shown large is one text; a longer one that leads in to it stands above."""
    scale, (place, dates) = staging.scale, content.foot
    official = content.official
    lead_in = content.kicker.removeprefix(official).strip()
    name = " ".join(part for part in (lead_in, *(g.text for g in content.giants)) if part)
    if official:
        slot = Slot(layout.above(has_logo=staging.look.logo is not None), 56, Hang.MIDDLE)
        yield slot.text(pen_on(FIELD), "surtitre", official, scale.label, role=Role.KICKER)
    rows = (
        ("titre", name, layout.size, scale.title_lane, Role.TITLE),
        ("lieu", place, 60, scale.name, Role.SUBTITLE),
        ("dates", dates, 60, scale.place, Role.SUBTITLE),
    )
    for lane, (label, words, size, style, role) in enumerate(rows):
        if words:
            slot = Slot(layout.room(lane), size, Hang.MIDDLE)
            close = replace(style, leading=CLOSE)
            yield slot.text(pen_on(LANES[lane]), label, words, close, role=role)


def _emblem(layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    """Above the start of the name's lane."""
    x, y, radius = layout.emblem
    drawn = staging.emblem(name="flamme", x=x, y=y, radius=radius) if not staging.mark else ()
    return tuple(e if isinstance(e, Photo) else replace(e, fixed=True) for e in drawn)


def _logo(layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    if not staging.look.logo:
        return ()
    palette = staging.look.palette
    return logo("logo", staging.look.logo, layout.logo, field=FIELD, palette=palette)
