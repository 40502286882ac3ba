"""A clip on a slide: a plain rectangle that nothing lies over, its lanes below and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.colours import field_of, second_lane, three_lanes
from ceremonie.planning.compositions.frame import filled
from ceremonie.planning.drawing import Drawing, Element, Hang, Role, Stroke, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Framed
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Point, Straight, Track

LINE = 8
BEYOND = 40
"""px that a course begins and ends outside the frame."""

BADGE_RADIUS = 54
BESIDE_BADGE = 146
"""px from the left of the words' lane to the words beside the badge."""

TITLE_LANE, PLACE_LANE = 164, 112
CLEAR = 6
"""px at least between a room and the line of its lane."""


@dataclass(frozen=True)
class _Lying:
    """The clip fills the upper left corner of the slide; two lanes run below it and rise beside
    it. Words begin at `left`, the heading at `title` px.
    """

    box: Bounds
    left: float
    title: float

    @property
    def badge(self) -> Point:
        return self.left + BADGE_RADIUS, self._top + TITLE_LANE / 2

    @property
    def heading(self) -> Slot:
        return self._slot(self.left + BESIDE_BADGE, (0, TITLE_LANE), self.title)

    @property
    def place(self) -> Slot:
        return self._slot(self.left + BESIDE_BADGE, (TITLE_LANE, PLACE_LANE), 48)

    @property
    def _top(self) -> float:
        return self.box.bottom + LINE / 2

    def _slot(self, left: float, lane: tuple[float, float], size: float) -> Slot:
        top, inset = self._top + lane[0], LINE / 2 + CLEAR
        room = Bounds(left, top + inset, self.box.right, top + lane[1] - inset)
        return Slot(room, size, Hang.MIDDLE)

    def lanes(self, field: Colour, start: int) -> Iterator[Element]:
        along = Straight(self.box.right + BEYOND)
        turn = (along, Bend(LINE / 2, -90), Straight(self.box.bottom + BEYOND))
        track = Track((-BEYOND, self._top), 0, turn)
        yield Stroke(
            name="couloir du lieu",
            course=track.line(TITLE_LANE + PLACE_LANE / 2),
            width=PLACE_LANE,
            colour=second_lane(field),
            entrance=motion.lane(start, 1),
        )
        for index, offset in enumerate((0, TITLE_LANE, TITLE_LANE + PLACE_LANE)):
            course, entrance = track.line(offset), motion.lane(start, index)
            name = f"ligne {index + 1}"
            yield Stroke(
                name=name, course=course, width=LINE, colour=Colour.PAPER, entrance=entrance
            )


@dataclass(frozen=True)
class _Upright:
    """The clip is as high as the slide, between lanes of `pitch` px; words stand from `left` to
    `right`.
    """

    box: Bounds
    pitch: float
    left: float
    right: float
    title: float

    @property
    def badge(self) -> Point:
        return self.left + BADGE_RADIUS, 114

    @property
    def heading(self) -> Slot:
        return Slot(Bounds(self.left, 200, self.right, 588), self.title, Hang.BOTTOM)

    @property
    def place(self) -> Slot:
        return Slot(Bounds(self.left, 604, self.right, 1000), 52)

    def lanes(self, field: Colour, start: int) -> Iterator[Element]:
        sides = (
            ("à gauche", self.box.left - 3 * self.pitch - LINE / 2),
            ("à droite", self.box.right + LINE / 2),
        )
        for side, x in sides:
            track = Track((x, self.box.bottom + BEYOND), -90, (Straight(1080 + 2 * BEYOND),))
            bundle = Bundle(track, self.pitch, three_lanes(field), 0, line_px=LINE)
            strokes = (*bands(bundle, start), *lines(bundle, start))
            yield from (replace(one, name=f"{one.name} {side}") for one in strokes)


def _corner(width: float, height: float) -> Bounds:
    return Bounds(0, 0, width, height)


_LYING = {
    "wide": _Lying(_corner(1304, 734), left=96, title=92),
    "laptop": _Lying(_corner(1280, 720), left=88, title=88),
    "classic": _Lying(_corner(1136, 639), left=72, title=80),
}
_UPRIGHT = {
    "wide": _Upright(Bounds(1128, 0, 1736, 1080), 44, left=96, right=950, title=120),
    "laptop": _Upright(Bounds(976, 0, 1584, 1080), 40, left=88, right=820, title=108),
    "classic": _Upright(Bounds(744, 0, 1352, 1080), 26, left=72, right=634, title=88),
}


def compose(content: Framed, staging: Staging) -> Drawing:
    layout: _Lying | _Upright
    if content.medium.portrait:
        layout = staging.by_screen(**_UPRIGHT)
    else:
        layout = staging.by_screen(**_LYING)
    field = field_of(content.subject)
    elements = (
        filled(content.medium, layout.box, None, staging),
        *ground(*layout.lanes(field, staging.lead)),
        *badge(content.subject, layout.badge, BADGE_RADIUS, staging.lead),
        *_texts(content, layout, field, staging),
    )
    return staging.drawing(field, elements)


def _texts(
    content: Framed, layout: _Lying | _Upright, field: Colour, staging: Staging
) -> Iterator[Text]:
    title, place = (
        replace(style, leading=CLOSE)
        for style in (staging.scale.lower_third, staging.scale.label_plain)
    )
    yield layout.heading.text(pen_on(field), "titre", content.heading, title, role=Role.TITLE)
    if content.detail:
        below = field if isinstance(layout, _Upright) else second_lane(field)
        yield layout.place.text(pen_on(below), "lieu", content.detail, place, role=Role.PLACE)
