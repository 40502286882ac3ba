"""The slides of the recap film: the one on which it plays, and a spare one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning.compositions.shares import Division, columns, rows, shared
from ceremonie.planning.content import Screening, SpareScreening
from ceremonie.planning.drawing import Box, Drawing, Element, Hang, Photo, Role
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder
from ceremonie.theme.palette import Colour

FILM = "film"
"""The element that the film takes the place of; what lies under it is seen where there is none."""

STILL = "image du film"
"""The element that a frame of the film takes the place of."""

FIELD = Colour.BLACK
"""Nothing but the film is to be seen, and nothing once it is over."""

GAP = 12
"""px between pictures that are seen at once."""

MOST_PICTURES = 6
RATIO = 16 / 9
STILL_WIDTH = 1152
"""px: two thirds of a slide, so that words have room above and below."""

ABOVE, BELOW = 50, 46
"""px from the baseline of the title to the still, and from the still to the room of the mention."""


APART = 12
"""px from the middle of the slide to the names above and below it."""


def compose(content: Screening, staging: Staging) -> Drawing:
    """As wide as the slide; under it pictures in its place, or the film's name alone."""
    under = _pictures(content.pictures, staging) if content.pictures else _names(content, staging)
    return staging.drawing(FIELD, (*under, _box(FILM, _across(staging.format.whole))))


def compose_spare(content: SpareScreening, staging: Staging) -> Drawing:
    """A still with the title above it and, below, what to do."""
    whole, safe = staging.format.whole, staging.format.safe
    still = _across(Bounds(0, 0, min(STILL_WIDTH, safe.width), whole.height), whole.centre[0])
    head = Bounds(still.left, safe.top, still.right, still.top - ABOVE / 2)
    foot = Bounds(still.left, still.bottom + BELOW / 2, still.right, safe.bottom)
    title = Pen(Colour.BRIGHT, FIELD).block(
        "titre",
        content.title,
        head,
        still.top - ABOVE,
        ladder(staging.scale.statement, (72, 1), (60, 1), (52, 1)),
        role=Role.TITLE,
        hang=Hang.BOTTOM,
    )
    mention = pen_on(FIELD).block(
        "mention",
        content.mention,
        foot,
        still.bottom + BELOW + 30,
        ladder(staging.scale.label, (48, 2)),
        role=Role.BODY,
    )
    return staging.drawing(FIELD, (title, _still(content.picture, still), mention))


def _across(room: Bounds, middle: float | None = None) -> Bounds:
    """16:9, as wide as the room and in the middle of its height."""
    x, y = room.centre
    x, half = middle or x, room.width / 2
    return Bounds(x - half, y - half / RATIO, x + half, y + half / RATIO)


def _box(name: str, place: Bounds) -> Box:
    return Box(
        name=name,
        x=place.left,
        y=place.top,
        width=place.width,
        height=place.height,
        colour=FIELD,
    )


def _still(picture: Picture | None, place: Bounds) -> Element:
    return _photo(STILL, picture, place) if picture else _box(STILL, place)


def _photo(name: str, picture: Picture, place: Bounds) -> Photo:
    return Photo(
        name=name,
        picture=picture,
        x=place.left,
        y=place.top,
        width=place.width,
        height=place.height,
    )


def _pictures(pictures: Sequence[Picture], staging: Staging) -> Iterator[Element]:
    """Up to six at once, from edge to edge."""
    some = pictures[:MOST_PICTURES]
    places = _divided(staging.format.whole, some)
    for number, (picture, place) in enumerate(zip(some, places, strict=True), 1):
        yield _photo(f"photo {number}", picture, place)


def _divided(area: Bounds, pictures: Sequence[Picture]) -> Division:
    """More than four lie in two rows, the shorter one above."""
    if len(pictures) <= 4:
        return shared(area, pictures, GAP)
    upper, lower = rows(area, 2, GAP)
    above = len(pictures) // 2
    return (*columns(upper, above, GAP), *columns(lower, len(pictures) - above, GAP))


def _names(content: Screening, staging: Staging) -> Iterator[Element]:
    """The film's title and, below it, the event's."""
    safe = staging.format.safe
    middle = safe.centre[1]
    yield Pen(Colour.BRIGHT, FIELD).block(
        "titre",
        content.title,
        Bounds(safe.left, safe.top, safe.right, middle - APART),
        middle - 40,
        ladder(staging.scale.statement, (116, 1), (96, 1), (72, 2)),
        role=Role.TITLE,
        hang=Hang.BOTTOM,
    )
    yield pen_on(FIELD).block(
        "mention",
        content.mention,
        Bounds(safe.left, middle + APART, safe.right, safe.bottom),
        middle + 60,
        ladder(staging.scale.label, (48, 5)),
        role=Role.SUBTITLE,
    )
