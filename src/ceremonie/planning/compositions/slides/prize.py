"""A prize on a slide: the medal where it always is, beside rooms that words keep to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.prizes import FIELD, Medal, medal_with, ribbon
from ceremonie.planning.content import Award
from ceremonie.planning.drawing import Drawing, Hang, Photo, Role, Text, ground
from ceremonie.planning.pen import Pen
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour


@dataclass(frozen=True)
class _Words:
    """The column of words: the prize from `top`, the winner down to `split`, then who presents it.
    A winner is `size` px in few words.
    """

    column: Bounds
    size: float


_WIDE = _Words(Bounds(96, 54, 976, 1026), 148)
_LAPTOP = _Words(Bounds(86.4, 54, 880, 1026), 132)
_CLASSIC = _Words(Bounds(72, 54, 744, 1026), 112)

_WIDE_MEDAL = Medal(1420, 600, 300, 380, 52)
_LAPTOP_MEDAL = Medal(1262, 600, 280, 330, 50)
_CLASSIC_MEDAL = Medal(1076, 600, 250, 250, 44)

PRIZE, PRESENTER = 286, 266
"""px: heights of the rooms above and below that of the winner."""

APART = 12


def compose(content: Award, staging: Staging) -> Drawing:
    """All but the words and the photo is ground."""
    medal = staging.by_screen(wide=_WIDE_MEDAL, laptop=_LAPTOP_MEDAL, classic=_CLASSIC_MEDAL)
    drawn = tuple(medal_with(content, medal, 0))
    photo = tuple(element for element in drawn if isinstance(element, Photo))
    rest = (element for element in drawn if not isinstance(element, Photo))
    elements = (*ground(*ribbon(medal, 0), *rest), *photo, *_words(content, FIELD, staging))
    return staging.drawing(FIELD, elements)


def _words(content: Award, field: Colour, staging: Staging) -> Iterator[Text]:
    """The winner keeps to the lower edge of the room, right above who presents the prize."""
    place = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    column, scale = place.column, staging.scale
    plain, bright = Pen(Colour.PAPER, field), Pen(Colour.BRIGHT, field)
    prize = replace(column, bottom=column.top + PRIZE)
    yield Slot(prize, 60).text(bright, "prix", content.title, scale.label, role=Role.KICKER)
    winner = replace(column, top=prize.bottom + APART, bottom=column.bottom - PRESENTER - APART)
    yield Slot(winner, place.size, Hang.BOTTOM).text(
        plain, "lauréat", content.winner, scale.headline, role=Role.TITLE, is_name=True
    )
    below = " ".join(text for text in (content.presenter, content.illustration) if text)
    if below:
        room = replace(column, top=column.bottom - PRESENTER)
        yield Slot(room, 52).text(plain, "remis par", below, scale.label_plain, role=Role.PLACE)
