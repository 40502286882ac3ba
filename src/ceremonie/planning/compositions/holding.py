"""What stays while nobody speaks: words above three lanes that turn up at the right; or black."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.logo import logo
from ceremonie.planning.content import Blackout, Holding
from ceremonie.planning.drawing import Box, Drawing, Element, Hang, Photo, Role, Text, ground
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Bend, Straight, Track

FIELD = Colour.INK
PITCH, LINE = 76, 8
BEYOND = 40
"""px by which lanes begin outside the frame."""

RADIUS = 72
INDENT = 96
"""px from the words to the lanes beside them."""


@dataclass(frozen=True)
class _Layout:
    """Lanes run at `top` and turn upwards at `bend`; words begin at `left`, the largest of them are
    `size` px.
    """

    left: float
    top: float
    bend: float
    size: float
    emblem: tuple[float, float, float]

    @property
    def bundle(self) -> Bundle:
        parts = (Straight(self.bend + BEYOND), Bend(RADIUS, -90), Straight(1200))
        track = Track((-BEYOND, self.top), 0, parts)
        return Bundle(track, PITCH, LANE_COLOURS, 0, line_px=LINE)

    @property
    def right(self) -> float:
        return self.bend + RADIUS - INDENT

    @property
    def words(self) -> Bounds:
        return Bounds(self.left, 260, self.right, 600)

    @property
    def event(self) -> Bounds:
        return Bounds(self.left, 616, self.right, self.top - 30)

    @property
    def logo(self) -> Bounds:
        return Bounds(self.right - 300, 70, self.right, 196)


_WIDE = _Layout(left=96, top=768, bend=1440, size=150, emblem=(152, 176, 52))
_LAPTOP = replace(_WIDE, left=88, bend=1260, size=140, emblem=(144, 176, 52))
_CLASSIC = replace(_WIDE, left=72, bend=990, size=120, emblem=(128, 176, 52))


def compose(content: Holding, staging: Staging) -> Drawing:
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    bundle = layout.bundle
    lanes = (replace(one, entrance=AT_ONCE) for one in (*bands(bundle, 0), *lines(bundle, 0)))
    elements = (
        *ground(*lanes),
        *_texts(content, layout, staging),
        *_emblem(layout, staging),
        *_logo(layout, staging),
    )
    return staging.drawing(FIELD, elements)


def compose_black(content: Blackout, staging: Staging) -> Drawing:
    """From edge to edge, so that no corner is left for a logo."""
    whole = staging.format.whole
    box = Box(name="noir", x=0, y=0, width=whole.width, height=whole.height, colour=Colour.BLACK)
    return staging.drawing(Colour.BLACK, ground(box))


def _texts(content: Holding, layout: _Layout, staging: Staging) -> Iterator[Text]:
    large = replace(staging.scale.headline, leading=CLOSE)
    small = replace(staging.scale.name, leading=CLOSE)
    words, event = Slot(layout.words, layout.size, Hang.BOTTOM), Slot(layout.event, 60)
    yield words.text(pen_on(FIELD), "titre", content.words, large, role=Role.TITLE)
    pen = Pen(Colour.BRIGHT, FIELD)
    yield event.text(pen, "sous-titre", content.event, small, role=Role.SUBTITLE)


def _emblem(layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    """Above the words, where the institution's mark leaves its place free."""
    x, y, radius = layout.emblem
    drawn = staging.emblem(name="flamme", x=x, y=y, radius=radius) if not staging.mark else ()
    return tuple(e if isinstance(e, Photo) else replace(e, fixed=True) for e in drawn)


def _logo(layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    if not staging.look.logo:
        return ()
    return logo("logo", staging.look.logo, layout.logo, field=FIELD, palette=staging.look.palette)
