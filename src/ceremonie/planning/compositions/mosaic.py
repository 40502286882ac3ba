"""Two to four pictures at once around the centre circle, each with its plate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds, Shape
from ceremonie.planning import motion
from ceremonie.planning.compositions import cells, gallery, infield, plate
from ceremonie.planning.compositions.cells import GAP, Placed
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.frame import Frame, filled
from ceremonie.planning.compositions.shares import shared
from ceremonie.planning.drawing import Anchor, Disc, Drawing, Element, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Grow
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Gallery, Mosaic
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.planning.typography import sentence
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Point, Track, circle

_HEADING = (116, 800, 0.98)
"""Size, weight and leading of the words in the circle."""

RAISED, BELOW = 24, 66
"""px that the heading stands above the middle, and from its last baseline to the place."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class _Circle:
    """The centre circle: `ring` px of its radius are the lane that is lit. Its words are centred on
    `axis`; the place stands `place_at` px below the centre, or lower under a long heading.
    """

    centre: Point
    radius: float
    ring: float
    axis: float
    room: float
    headings: Sizes
    place_room: float
    place_at: float
    places: Sizes

    @property
    def inner(self) -> float:
        return self.radius - self.ring

    @property
    def bounds(self) -> Bounds:
        (x, y), reach = self.centre, self.radius
        return Bounds(x - reach, y - reach, x + reach, y + reach)

    def across(self, width: float, top: float, bottom: float) -> Bounds:
        """The room of words `width` px wide about the axis."""
        return Bounds(self.axis - width / 2, top, self.axis + width / 2, bottom)


_WIDE = _Circle(
    centre=(1120, 540),
    radius=318,
    ring=48,
    axis=1120,
    room=468,
    headings=((116, 2), (96, 2), (80, 2), (68, 3), (56, 3)),
    place_room=390,
    place_at=148,
    places=((52, 1), (44, 2), (40, 2), (36, 2)),
)
_SQUARE = _Circle(
    centre=(540, 540),
    radius=238,
    ring=36,
    axis=540,
    room=344,
    headings=((88, 2), (80, 2), (72, 2), (60, 2), (52, 3)),
    place_room=284,
    place_at=108,
    places=((44, 1), (40, 1), (36, 2)),
)
_TALL = _Circle(
    centre=(880, 0),
    radius=310,
    ring=44,
    axis=842,
    room=368,
    headings=((108, 2), (96, 2), (84, 2), (72, 3), (60, 3)),
    place_room=330,
    place_at=142,
    places=((48, 1), (44, 2), (40, 2), (36, 2)),
)
_TALL_CENTRES = {2: 840, 3: 560, 4: 880}
"""Where the circle stands: on the edge between two bands."""

_VISIBLE = (46.0, 314.0)
"""Degrees clockwise from the right: the part of that ring that lies in the frame."""


def compose(content: Mosaic, staging: Staging) -> Drawing:
    """Each cell is lit for its share of the shot; where the heading is too long for the circle, the
    pictures share the infield of the landscape bend instead. A slide shows them as those of a day.
    """
    if staging.viewing.edited:
        day = content.cells[0].subject.day or 0
        return gallery.compose(
            Gallery(content.heading, content.detail, content.cells, day), staging
        )
    around = _circle(len(content.cells), staging)
    words = _settled(content, around, staging)
    if not all(setting.fits for setting in words):
        return _in_the_bend(content, staging)
    placed = _placed(content, around, staging)
    elements = (
        *(e for one in placed for e in cells.picture(one, around.bounds, content.frames, staging)),
        *ground(*_disc(around, staging.lead)),
        *(e for one in placed for e in _turn(one, placed, around, staging)),
        *_texts(words, around, staging.lead),
    )
    return staging.drawing(Colour.PAPER, elements)


def _circle(count: int, staging: Staging) -> _Circle:
    upright = replace(_TALL, centre=(_TALL.centre[0], _TALL_CENTRES[count]))
    return staging.by_shape(wide=_WIDE, square=_SQUARE, tall=upright)


def _placed(content: Mosaic, around: _Circle, staging: Staging) -> tuple[Placed, ...]:
    boxes = cells.divided(content.cells, around.centre, staging.format)
    share = max(1, (content.frames - motion.BEAT) // len(boxes))
    begins = [staging.lead + motion.BEAT + index * share for index in range(len(boxes))]
    ends = [*begins[1:], None]
    turns = zip(begins, ends, strict=True)
    rows = zip(content.cells, boxes, turns, strict=True)
    return tuple(Placed(cell, index, box, turn) for index, (cell, box, turn) in enumerate(rows))


def _disc(around: _Circle, start: int) -> Iterator[Disc]:
    x, y = around.centre
    grow = Grow(start, motion.BEAT)
    yield Disc(
        name="rond central", x=x, y=y, radius=around.radius, colour=Colour.DEEP, entrance=grow
    )
    for index, (radius, px) in enumerate(((around.radius, 12), (around.inner, 8)), 1):
        yield Disc(
            name=f"ligne du rond {index}",
            x=x,
            y=y,
            radius=radius,
            colour=None,
            ring=Colour.PAPER,
            ring_width=px,
            entrance=grow,
        )


def _turn(
    one: Placed, placed: Sequence[Placed], around: _Circle, staging: Staging
) -> Iterator[Element]:
    """The arc of the ring beside the picture that is spoken about, and its label."""
    first, last = _arc(one, len(placed), around, staging)
    radius = around.radius - around.ring / 2
    whole = circle(around.centre, radius, first)
    begins, ends = one.turn
    yield Stroke(
        name=f"quart allumé {one.index + 1}",
        course=Track(whole.start, whole.heading, (Bend(radius, last - first),)).line(0),
        width=around.ring - 10,
        colour=Colour.BRIGHT,
        entrance=motion.appear(begins),
        until=ends,
    )
    yield from cells.label(one, around.bounds, staging)


def _arc(one: Placed, count: int, around: _Circle, staging: Staging) -> tuple[float, float]:
    """Degrees clockwise from the right: the quarters that a cell touches; beside bands, an equal
    share of what is seen of the ring, from the top on.
    """
    if staging.format.shape is Shape.TALL:
        first, last = _VISIBLE
        share = (last - first) / count
        return last - (one.index + 1) * share, last - one.index * share
    touched = [start for start, point in _quarters(around) if _lies_in(point, one.box)]
    first = 270 if {0, 270} <= {*touched} else min(touched)
    return first, first + 90 * len(touched)


def _quarters(around: _Circle) -> Iterator[tuple[int, Point]]:
    """Where each quarter begins, and a point in it."""
    x, y = around.centre
    for start, across, down in ((0, 1, 1), (90, -1, 1), (180, -1, -1), (270, 1, -1)):
        yield start, (x + across * around.ring, y + down * around.ring)


def _lies_in(point: Point, box: Bounds) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _settled(content: Mosaic, around: _Circle, staging: Staging) -> tuple[Setting, Setting]:
    heading = staging.scale.style(*_HEADING)
    place, detail = staging.scale.label, "\n".join(content.detail)
    return (
        settle(content.heading, ladder(heading, *around.headings), around.room),
        settle(detail, ladder(place, *around.places), around.place_room),
    )


def _texts(words: tuple[Setting, Setting], around: _Circle, start: int) -> Iterator[Text]:
    """The heading above the place, or alone in the middle."""
    heading, place = words
    (_, y), there = around.centre, motion.appear(start + motion.BEAT)
    alone = not any(place.lines)
    first = y + heading.style.size * 0.3 - heading.height / 2 - (0 if alone else RAISED)
    below = max(y + around.place_at - place.height, first + heading.height + BELOW)
    split = below - place.style.size
    room = around.across(around.room, y - around.inner, y + around.inner if alone else split)
    pen = pen_on(Colour.DEEP, there)
    yield pen.set("titre", heading, room, first, role=Role.TITLE, anchor=Anchor.MIDDLE)
    if not alone:
        pen = replace(pen, ink=Colour.BRIGHT)
        room = around.across(around.place_room, split, y + around.inner)
        yield pen.set("lieu", place, room, below, role=Role.PLACE, anchor=Anchor.MIDDLE)


def _in_the_bend(content: Mosaic, staging: Staging) -> Drawing:
    """The pictures share the infield from the first frame on; a caption at its foot ends before the
    lanes rise there.
    """
    subject = content.cells[0].subject
    frame = infield.frame(content.heading, sentence(*content.detail), subject, staging)
    pictures = [cell.picture for cell in content.cells if cell.picture]
    captions = [cell.label for cell in content.cells if cell.picture]
    boxes = shared(frame.box, pictures, GAP)
    photos = (
        replace(filled(picture, box, frame.mask, staging), name=f"photo {number}")
        for number, (picture, box) in enumerate(zip(pictures, boxes, strict=True), 1)
    )
    feet = [_above_the_lanes(box, frame) for box in boxes]
    with_lanes = motion.appear(staging.lead + motion.LANE)
    plates = plate.all_or_none(feet, captions, staging, entrance=with_lanes)
    return staging.drawing(field_of(subject), (*photos, *frame.front, *plates))


def _above_the_lanes(box: Bounds, frame: Frame) -> Bounds:
    lowest = box.bottom >= frame.foot.bottom
    return replace(box, right=min(box.right, frame.foot.right)) if lowest else box
