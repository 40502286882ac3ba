"""The slide of a workshop or a performance: what it was in words, its picture in a bend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions import arch, plate
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.colours import field_of, three_lanes
from ceremonie.planning.compositions.frame import Frame
from ceremonie.planning.compositions.shares import shared
from ceremonie.planning.content import Sheet, Subject
from ceremonie.planning.drawing import Drawing, Element, Photo, Role, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.planning.typography import sentence
from ceremonie.theme.track import Bend, Outline, Straight, Track

GAP = 12
END = 1200
"""px: every course ends beyond the frame."""

BADGE_RADIUS = 54
KICKERS = ((48, 1), (44, 1), (40, 1), (36, 1))
TITLES = ((104, 2), (92, 2), (80, 2), (72, 3), (64, 3))
PLACES = ((52, 1), (48, 2))
BODY_SIZES = (56.0, 52.0, 48.0)
PARTNERS = ((48, 2), (44, 2), (40, 3))


@dataclass(frozen=True)
class _Layout:
    """Words stand in `column`, the kicker as far as `kicker_end`; three lanes of `pitch` px go up
    at `left`, and to the right at `top` on a bend of `radius` px: the pictures are the infield.
    """

    column: Bounds
    kicker_end: float
    left: float
    top: float
    radius: float
    pitch: float
    has_arch: bool = False

    def track(self, offset: float, canvas: float) -> Track:
        """`offset` px inside the outer edge of the bend, from below a canvas of this height."""
        x, y, radius = self.left + offset, self.top + offset, self.radius - offset
        foot = canvas + 20
        rise = Straight(foot - y - radius)
        return Track((x, foot), -90, (rise, Bend(radius, 90), Straight(END)))


_WIDE = _Layout(
    column=Bounds(WIDE.safe.left, WIDE.safe.top, 916, WIDE.safe.bottom),
    kicker_end=1100,
    left=972,
    top=48,
    radius=420,
    pitch=48,
    has_arch=True,
)
_SQUARE = _Layout(Bounds(54, 54, 1026, 640), 1026, left=54, top=672, radius=240, pitch=28)
_TALL = _Layout(Bounds(54, 96, 1026, 1040), 1026, left=54, top=1090, radius=380, pitch=36)


def compose(content: Sheet, staging: Staging) -> Drawing:
    """Words, and their pictures with captions; a portrait alone stands in the arch, and the
    pictogram where there is none.
    """
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    for said in _shortened(content):
        column = tuple(_column(said, layout, staging))
        if all(element.fits for element in column if isinstance(element, Text)):
            break
    beside = _pictures(content, layout, staging)
    return staging.drawing(field_of(content.subject), (*beside, *column))


def _shortened(content: Sheet) -> Iterator[Sheet]:
    """All of it; then without what would crowd out the text, for the notes hold that too."""
    yield content
    yield replace(content, participants="")
    yield replace(content, participants="", partners="")


def _pictures(content: Sheet, layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    pictures, subject = content.pictures, content.subject
    alone = not pictures or (len(pictures) == 1 and pictures[0].portrait)
    if layout.has_arch and alone:
        return _in_arch(content, staging)
    lanes = ground(*_bend(layout, subject, staging))
    if not pictures:
        area = _area(layout, staging)
        frame = Frame(area, area, _mask(layout, staging), (), area.bottom)
        return (*arch.symbol_in(frame, subject.symbol, staging.lead), *lanes)
    return (*_in_bend(content, layout, staging), *lanes)


def _in_arch(content: Sheet, staging: Staging) -> tuple[Element, ...]:
    frame = arch.standing(content.subject, staging)
    if not content.pictures:
        symbol = arch.symbol_in(frame, content.subject.symbol, staging.lead)
        return (*symbol, *frame.front)
    (picture,) = content.pictures
    photo = _photo("photo", picture, frame.box, frame.mask)
    return (photo, *frame.front, *plate.on(frame.foot, content.captions[0], staging))


def _in_bend(content: Sheet, layout: _Layout, staging: Staging) -> tuple[Element, ...]:
    """The infield is shared by the pictures, each with its caption if all have the room."""
    area = _area(layout, staging)
    cells = shared(area, content.pictures, GAP)
    photos = (
        _photo(
            "photo" if len(cells) == 1 else f"photo {number}",
            picture,
            cell,
            _mask(layout, staging) if _meets_the_bend(cell, area, layout) else None,
        )
        for number, (picture, cell) in enumerate(zip(content.pictures, cells, strict=True), 1)
    )
    return (*photos, *plate.all_or_none(cells, content.captions, staging))


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
    return Bounds(layout.left + inside, layout.top + inside, canvas.width, canvas.height)


def _meets_the_bend(cell: Bounds, area: Bounds, layout: _Layout) -> bool:
    """Whether the corner of a cell lies where the bend cuts it off."""
    reach = layout.radius - 3 * layout.pitch
    return cell.left < area.left + reach and cell.top < area.top + reach


def _mask(layout: _Layout, staging: Staging) -> Outline:
    """The infield, closed beyond the corner of the frame."""
    height = staging.format.height
    course = layout.track(3 * layout.pitch, height).line(0)
    return (*course, (course[-1][0], height + 20.0))


def _bend(layout: _Layout, subject: Subject, staging: Staging) -> tuple[Element, ...]:
    middle = 1.5 * layout.pitch
    track = layout.track(middle, staging.format.height)
    bundle = Bundle(track, layout.pitch, three_lanes(field_of(subject)), -middle)
    return (*bands(bundle, staging.lead), *lines(bundle, staging.lead))


def _column(content: Sheet, layout: _Layout, staging: Staging) -> Iterator[Element]:
    """Badge and kicker, heading, place, text, and the partners at the foot."""
    room, scale = layout.column, staging.scale
    pen = pen_on(field_of(content.subject))
    disc = room.left + BADGE_RADIUS, room.top + 66
    yield from badge(content.subject, disc, BADGE_RADIUS, staging.lead + motion.BEAT)
    beside = Bounds(room.left + 132, room.top + 12, layout.kicker_end, room.top + 120)
    kicker = settle(content.kicker, ladder(scale.label, *KICKERS), beside.width)
    yield pen.set("surtitre", kicker, beside, room.top + 83, role=Role.KICKER)
    title = settle(content.heading, ladder(scale.lower_third, *TITLES), room.width)
    where = sentence(content.place, content.participants)
    place = settle(where, ladder(scale.label_plain, *PLACES), room.width)
    first = room.top + 158 + title.style.size * 0.72
    below = first + title.height + 84
    split, top = below - PLACES[0][0], below + place.height + 88
    upper = replace(room, top=beside.bottom, bottom=split)
    yield pen.set("titre", title, upper, first, role=Role.TITLE)
    lower = replace(room, top=split, bottom=top - BODY_SIZES[0])
    yield pen.set("lieu", place, lower, below, role=Role.PLACE)
    foot = tuple(_partners(content.partners, room, pen, staging))
    if content.text:
        end = foot[0].baseline - 72 if foot else room.bottom
        yield _text(content.text, replace(room, top=lower.bottom, bottom=end), pen, staging)
    yield from foot


def _text(text: str, room: Bounds, pen: Pen, staging: Staging) -> Text:
    """As large as the column allows, never under 24 pt."""
    style, top = staging.scale.body, room.top + BODY_SIZES[0]
    heights = ((size, size * style.leading) for size in BODY_SIZES)
    measures = ladder(style, *((s, int((room.bottom - top) // high) + 1) for s, high in heights))
    words = settle(text, measures, room.width)
    return pen.set("texte", words, room, top, role=Role.BODY)


def _partners(partners: str, room: Bounds, pen: Pen, staging: Staging) -> Iterator[Text]:
    if partners:
        words = settle(partners, ladder(staging.scale.small, *PARTNERS), room.width)
        first = room.bottom - 20 - words.height
        place = replace(room, top=first - 50)
        yield pen.set("partenaires", words, place, first, role=Role.CREDIT)
