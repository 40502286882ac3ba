"""The slide of a workshop or a performance: what it was in words, its picture in a bend.

It is never in a film. The caption of a picture alone stands beside it, on a plate of its own:
nothing lies over a face. Those of several are in the notes, which hold every caption.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions import arch
from ceremonie.planning.compositions.arch import Arch
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.colours import field_of, three_lanes
from ceremonie.planning.compositions.shares import columns, heads_lost, rows
from ceremonie.planning.drawing import (
    Area,
    Box,
    Drawing,
    Element,
    Hang,
    Photo,
    Pictogram,
    Role,
    ground,
)
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Sheet, Subject
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typography import sentence
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Outline, Straight, Track
from ceremonie.theme.type import FLOOR, Scale, Style

GAP = 12
END = 1200
BEYOND = 20
"""px: every course begins and ends beyond the frame."""

BADGE_RADIUS = 54
BESIDE_BADGE = 128
"""px from the left of the column to the words beside the badge."""

LEADING = 1.14
"""Of what is read in several lines: as close as the other words of the slide."""

CAPTION = 112
"""px: two lines of a caption at 24 pt, in whatever font."""

PLATE_AIR, PLATE_INSET = 12, 28
"""px from the words of a caption to the picture, and to the sides of their plate."""

SYMBOL = 520 / 636
"""The pictogram in the arch, by the width of the infield."""

SYMBOL_RISE = 0.05
"""Of the height of the infield, above its middle: its upper corners are round."""


@dataclass(frozen=True)
class _Layout:
    """Words stand between `left` and `right`, a short heading at `title` px; the text at `body` px
    from `reading` on as far as `end`. A picture alone and upright stands in the arch; others are
    the infield of three lanes of `pitch` px that rise at `bend` and turn to the right at `turn`, on
    a bend of `radius` px; or that come down there, where the text stands below the picture.
    """

    left: float
    right: float
    title: float
    body: float
    arch: Arch
    bend: float
    radius: float
    pitch: float
    turn: float
    reading: float
    end: float
    comes_down: bool = False

    def track(self, offset: float, canvas: float) -> Track:
        """`offset` px inside the outer edge of the bend, from beyond a canvas of this height."""
        x, radius = self.bend + offset, self.radius - offset
        if self.comes_down:
            course = (Straight(self.turn - self.radius + BEYOND), Bend(radius, -90), Straight(END))
            return Track((x, -BEYOND), 90, course)
        foot = canvas + BEYOND
        rise = Straight(foot - self.turn - self.radius)
        return Track((x, foot), -90, (rise, Bend(radius, 90), Straight(END)))

    def slot(self, top: float, bottom: float, size: float, hang: Hang = Hang.TOP) -> Slot:
        """As wide as the column."""
        return Slot(Bounds(self.left, top, self.right, bottom), size, hang)

    @property
    def badge(self) -> tuple[float, float]:
        return self.left + BADGE_RADIUS, self.kicker.room.centre[1]

    @property
    def kicker(self) -> Slot:
        slot = self.slot(54, 150, 48, Hang.MIDDLE)
        return replace(slot, room=replace(slot.room, left=self.left + BESIDE_BADGE))

    @property
    def heading(self) -> Slot:
        """Two lines of it; one stands near the place below."""
        return self.slot(158, 414, self.title, Hang.BOTTOM)

    @property
    def place(self) -> Slot:
        return self.slot(418, 538, 48)

    @property
    def partners(self) -> Slot:
        lines = 2 if self.end == self.right else 1
        room = Bounds(self.left, 1026 - 52 * lines, self.end, 1026)
        return Slot(room, 40, Hang.BOTTOM, least=FLOOR)

    def text(self, *, has_partners: bool) -> Slot:
        foot = self.partners.room.top - 14 if has_partners else 1026
        return Slot(Bounds(self.left, self.reading, self.end, foot), self.body)


_WIDE = _Layout(
    left=96,
    right=1010,
    title=112,
    body=60,
    arch=Arch(centre=1480, radius=290, pitch=44, top=48, foot=1100),
    bend=1058,
    radius=400,
    pitch=44,
    turn=48,
    reading=558,
    end=1010,
)
_LAPTOP = _Layout(
    left=88,
    right=894,
    title=100,
    body=56,
    arch=Arch(centre=1318, radius=266, pitch=42, top=48, foot=1100),
    bend=932,
    radius=380,
    pitch=42,
    turn=48,
    reading=558,
    end=894,
)
_CLASSIC = _Layout(
    left=72,
    right=744,
    title=88,
    body=56,
    arch=Arch(centre=1096, radius=220, pitch=34, top=40, foot=584),
    bend=774,
    radius=300,
    pitch=34,
    turn=584,
    reading=622,
    end=1368,
    comes_down=True,
)
"""Narrow: the text has the whole width, below the picture."""


def compose(content: Sheet, staging: Staging) -> Drawing:
    """Words, and their pictures; the pictogram stands in the arch where there is none."""
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    caption = _caption(content, layout, staging)
    elements = (
        *_pictures(content, layout, caption, staging),
        *(_said(content, caption, staging) if caption else ()),
        *_column(content, layout, staging),
    )
    return staging.drawing(field_of(content.subject), elements)


@dataclass(frozen=True)
class _Caption:
    """A plate of a constant size for the words of a picture alone, and where they stand on it; what
    it leaves of the picture's place.
    """

    plate: Bounds
    slot: Slot
    picture: Bounds


def _caption(content: Sheet, layout: _Layout, staging: Staging) -> _Caption | None:
    """None where there is nothing to say, or no room in which it is read."""
    if len(content.pictures) != 1 or not content.captions[0]:
        return None
    upright = content.pictures[0].portrait
    if upright and layout.comes_down:
        return None
    place = layout.arch.box(staging.format) if upright else _area(layout, staging)
    caption = _captioned(place, layout, staging.format.safe)
    words = content.captions[0]
    return caption if caption.slot.holds(words, staging.scale.caption) else None


def _captioned(place: Bounds, layout: _Layout, safe: Bounds) -> _Caption:
    """The plate is at the foot of the picture; above it where the bend runs below."""
    if layout.comes_down:
        edge = safe.top + CAPTION + PLATE_AIR
        plate, picture = replace(place, bottom=edge), replace(place, top=edge)
    else:
        edge = safe.bottom - CAPTION - PLATE_AIR
        plate, picture = replace(place, top=edge), replace(place, bottom=edge)
    room = Bounds(
        plate.left + PLATE_INSET,
        max(plate.top + PLATE_AIR, safe.top),
        min(plate.right - PLATE_INSET, safe.right),
        min(plate.bottom - PLATE_AIR, safe.bottom),
    )
    return _Caption(plate, Slot(room, 48, Hang.MIDDLE), picture)


def _said(content: Sheet, caption: _Caption, staging: Staging) -> Iterator[Element]:
    plate = caption.plate
    yield Box(
        name="plaque, légende",
        x=plate.left,
        y=plate.top,
        width=plate.width,
        height=plate.height,
        colour=Colour.PAPER,
        fixed=True,
    )
    pen, style = pen_on(Colour.PAPER), staging.scale.caption
    yield caption.slot.text(pen, "légende", content.captions[0], style, role=Role.LABEL)


def _pictures(
    content: Sheet, layout: _Layout, caption: _Caption | None, staging: Staging
) -> tuple[Element, ...]:
    """Their number decides where they stand, and whether one alone is upright."""
    pictures, subject = content.pictures, content.subject
    if not pictures:
        around = ground(*arch.lanes(layout.arch, subject, staging))
        return (*_symbol(subject.symbol, layout.arch, staging), *around)
    if len(pictures) == 1 and pictures[0].portrait:
        box = caption.picture if caption else layout.arch.box(staging.format)
        photo = _photo("photo", pictures[0], box, layout.arch.mask)
        return (photo, *ground(*arch.lanes(layout.arch, subject, staging)))
    area = caption.picture if caption else _area(layout, staging)
    return (*_in_bend(pictures, area, layout, staging), *ground(*_bend(layout, subject, staging)))


def _symbol(symbol: str, place: Arch, staging: Staging) -> tuple[Element, ...]:
    """What stands in the arch where there is no photo: ink, and the pictogram in bright."""
    box, start = place.box(staging.format), staging.lead
    size = round(box.width * SYMBOL)
    x, y = box.centre
    return (
        Area(
            name="fond du pictogramme",
            outlines=(place.mask,),
            colour=Colour.INK,
            fixed=True,
        ),
        Pictogram(
            name="grand pictogramme",
            symbol=symbol,
            x=x - size / 2,
            y=round(y - size / 2 - SYMBOL_RISE * box.height),
            size=size,
            colour=Colour.BRIGHT,
            entrance=motion.rise(start + motion.BEAT),
            group="Grand pictogramme",
        ),
    )


def _in_bend(
    pictures: Sequence[Picture], area: Bounds, layout: _Layout, staging: Staging
) -> Iterator[Photo]:
    """The infield is shared by the pictures: those that the bend cuts are cut by it."""
    whole = _area(layout, staging)
    for number, (picture, cell) in enumerate(zip(pictures, _cells(area, pictures), strict=True), 1):
        name = "photo" if len(pictures) == 1 else f"photo {number}"
        cut = _meets_the_bend(cell, whole, layout)
        yield _photo(name, picture, cell, _mask(layout, staging) if cut else None)


def _cells(area: Bounds, pictures: Sequence[Picture]) -> tuple[Bounds, ...]:
    """Wide ones, for most photos are: below each other, or two in a row; two that are upright stand
    side by side, and two whose heads would be cut otherwise.
    """
    count = len(pictures)
    if count == 2:
        above, beside = rows(area, 2, GAP), columns(area, 2, GAP)
        cut = heads_lost(above, pictures) - heads_lost(beside, pictures)
        upright = all(picture.portrait for picture in pictures)
        return beside if cut > 0 or (upright and cut == 0) else above
    if count <= 2:
        return rows(area, count, GAP)
    upper, lower = rows(area, 2, GAP)
    first = (upper,) if count == 3 else columns(upper, 2, GAP)
    return (*first, *columns(lower, 2, GAP))


def _photo(name: str, picture: Picture, box: Bounds, mask: Outline | None) -> Photo:
    return Photo(
        name=name,
        picture=picture,
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        mask=mask,
    )


def _area(layout: _Layout, staging: Staging) -> Bounds:
    """The infield, as far as it is seen."""
    inside, canvas = 3 * layout.pitch, staging.format
    left = layout.bend + inside
    if layout.comes_down:
        return Bounds(left, 0, canvas.width, layout.turn - inside)
    return Bounds(left, layout.turn + inside, canvas.width, canvas.height)


def _meets_the_bend(cell: Bounds, area: Bounds, layout: _Layout) -> bool:
    """Whether the corner of a cell lies where the bend cuts it off."""
    reach = layout.radius - 3 * layout.pitch
    near = cell.bottom > area.bottom - reach if layout.comes_down else cell.top < area.top + reach
    return cell.left < area.left + reach and near


def _mask(layout: _Layout, staging: Staging) -> Outline:
    """The infield, closed beyond the corner of the frame."""
    height = staging.format.height
    course = layout.track(3 * layout.pitch, height).line(0)
    return (*course, (course[-1][0], course[0][1]))


def _bend(layout: _Layout, subject: Subject, staging: Staging) -> tuple[Element, ...]:
    middle = 1.5 * layout.pitch
    track = layout.track(middle, staging.format.height)
    bundle = Bundle(track, layout.pitch, three_lanes(field_of(subject)), -middle)
    return (*bands(bundle, staging.lead), *lines(bundle, staging.lead))


def _column(content: Sheet, layout: _Layout, staging: Staging) -> Iterator[Element]:
    """Badge and kicker, heading, place, text, and the partners at the foot."""
    yield from badge(content.subject, layout.badge, BADGE_RADIUS, staging.lead + motion.BEAT)
    pen = pen_on(field_of(content.subject))
    for name, words, slot, style, role in _texts(content, layout, staging.scale):
        if words:
            yield slot.text(pen, name, words, style, role=role)


def _texts(
    content: Sheet, layout: _Layout, scale: Scale
) -> Iterator[tuple[str, str, Slot, Style, Role]]:
    body, small = replace(scale.body, leading=LEADING), replace(scale.small, leading=LEADING)
    text = layout.text(has_partners=bool(content.partners))
    yield "surtitre", content.kicker, layout.kicker, scale.label, Role.KICKER
    yield "titre", content.heading, layout.heading, scale.lower_third, Role.TITLE
    where = _place(content, layout.place, scale.label_plain)
    yield "lieu", where, layout.place, scale.label_plain, Role.PLACE
    yield "texte", content.text, text, body, Role.BODY
    yield "partenaires", content.partners, layout.partners, small, Role.CREDIT


def _place(content: Sheet, slot: Slot, style: Style) -> str:
    """With who took part, if that is read there: the notes hold it too."""
    whole = sentence(content.place, content.participants)
    return whole if slot.holds(whole, style) else content.place or whole
