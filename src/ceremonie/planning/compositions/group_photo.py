"""The photo of everybody: it fills the frame, and its title stands where no head is, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions import heads, pictures, plate
from ceremonie.planning.drawing import Box, Drawing, Element, Photo, Role
from ceremonie.planning.entrances import Departure
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import GroupPhoto
from ceremonie.planning.reading import FOUND, readable
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour

FIELD = Colour.INK
PLATE = Colour.BRIGHT

SIZES = ((72, 1), (64, 1), (56, 1), (56, 2), (48, 2), (44, 3), (40, 4))
"""px of the title, and the most lines of each."""

WIDEST = 1100
"""px of a plate: a longer line would run under the people rather than beside them."""

PADDING = 32
"""px around the words of a plate."""


def compose(content: GroupPhoto, staging: Staging) -> Drawing:
    photos = pictures.sequence(
        (content.picture,), (0,), staging.format.whole, _frames(content), staging
    )
    return staging.drawing(FIELD, (*photos, *_title(content, photos, staging)))


def _frames(content: GroupPhoto) -> int:
    """Of a shot whose length is not set yet: as it may usually be."""
    return content.frames or motion.YIELD + pictures.USUAL


def _title(content: GroupPhoto, photos: Sequence[Photo], staging: Staging) -> Iterator[Element]:
    """It comes once the photo has been alone, and leaves it alone again where there is time."""
    words = _settled(content.title, staging)
    away = heads.swept(photos[-1], _frames(content))
    place = next((p for p in _places(words, staging) if not any(map(p.meets, away))), None)
    if not content.title or not words.fits or place is None:
        return
    leaves = _leaving(content)
    for element in _plate(words, place):
        yield replace(element, leaves=leaves)


def _leaving(content: GroupPhoto) -> Departure | None:
    reading = readable(0, content.title).least - FOUND
    end = motion.ending(_frames(content), reading)
    return motion.departure(end + motion.EXIT) if end else None


def _settled(title: str, staging: Staging) -> Setting:
    room = min(WIDEST, staging.format.safe.width) - 2 * PADDING
    return settle(title, ladder(staging.scale.statement, *SIZES), room)


def _places(words: Setting, staging: Staging) -> Iterator[Bounds]:
    """Of the plate: in each corner of the safe area, below on the left first."""
    safe = staging.format.safe
    width = plate.breadth(words) + 2 * PADDING
    height = words.height + words.style.size * CAP_HEIGHT + 2 * PADDING
    for top in (safe.bottom - height, safe.top):
        for left in (safe.left, safe.right - width):
            yield Bounds(left, top, left + width, top + height)


def _plate(words: Setting, place: Bounds) -> Iterator[Element]:
    enters = motion.text(motion.YIELD)
    yield Box(
        name="plaque",
        x=place.left,
        y=place.top,
        width=place.width,
        height=place.height,
        colour=PLATE,
        entrance=enters,
    )
    room = Bounds(place.left + PADDING, place.top, place.right - PADDING, place.bottom)
    baseline = place.centre[1] - words.height / 2 + CAP_HEIGHT / 2 * words.style.size
    yield pen_on(PLATE, enters).set("titre", words, room, baseline, role=Role.TITLE)
