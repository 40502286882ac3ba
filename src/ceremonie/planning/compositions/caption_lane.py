"""A heading and its place in two lanes that run in over the foot of a picture."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.colours import second_lane
from ceremonie.planning.compositions.plate import breadth
from ceremonie.planning.drawing import Element, Role, Stroke
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour

WIDEST = 1240
"""px of the words: a longer line would hide more of the picture than a second one."""

ABOVE, BELOW = 30, 30
"""px between the words and the edges of their lane."""

END = 64
"""px from the end of the words to that of their lane."""


def lower_third(heading: str, detail: str, field: Colour, staging: Staging) -> Iterator[Element]:
    """The lane of the heading above that of the place, both from the frame's left edge."""
    safe, scale = staging.format.safe, staging.scale
    room = min(WIDEST, safe.width)
    title = settle(heading, ladder(scale.lower_third, (80, 1), (68, 1), (60, 2), (52, 3)), room)
    place = settle(detail, ladder(scale.label_plain, (44, 1), (40, 1), (36, 2), (36, 3)), room)
    enters = staging.lead + motion.BEAT
    bottom = safe.bottom
    if detail:
        second = second_lane(field)
        top = bottom - _height(place)
        yield from _lane("lieu", place, Bounds(safe.left, top, safe.left + room, bottom),
                         second, enters=enters + motion.AFTER_TITLE, role=Role.PLACE)  # fmt: skip
        bottom = top
    top = bottom - _height(title)
    yield from _lane("titre", title, Bounds(safe.left, top, safe.left + room, bottom), field,
                     enters=enters, role=Role.TITLE)  # fmt: skip


def _height(words: Setting) -> float:
    return words.height + words.style.size * CAP_HEIGHT + ABOVE + BELOW


def _lane(
    name: str, words: Setting, room: Bounds, colour: Colour, *, enters: int, role: Role
) -> Iterator[Element]:
    y = room.centre[1]
    yield Stroke(
        name=f"couloir, {name}",
        course=((-40.0, y), (room.left + breadth(words) + END, y)),
        width=room.height,
        colour=colour,
        entrance=motion.ribbon(enters),
    )
    baseline = room.top + ABOVE + words.style.size * CAP_HEIGHT
    pen = pen_on(colour, motion.text(enters + motion.ON_RIBBON))
    yield pen.set(name, words, room, baseline, role=role)
