"""Which colours a thing has, told by its subject: the field, the badge, the lanes beside them."""

from __future__ import annotations

from ceremonie.planning.pictured_content import Subject
from ceremonie.storyboard.programme import Role, Section
from ceremonie.theme.palette import Colour, day_colour

Badge = tuple[Colour, Colour]
"""The ground of a badge, and the pictogram on it."""

_ROLES: dict[Role, Colour] = {
    Role.BRIGHT: Colour.BRIGHT,
    Role.MIDDLE: Colour.MIDDLE,
    Role.DEEP: Colour.DEEP,
    Role.INK: Colour.INK,
    Role.PAPER: Colour.PAPER,
}

_WITHOUT_TOPIC: Badge = (Colour.INK, Colour.BRIGHT)

_FIELDS = {Section.CUSTOM: Colour.INK, Section.INTERLUDES: Colour.DEEP}
"""Of what belongs to no day; every other part stands on bright."""


def field_of(subject: Subject) -> Colour:
    if subject.day is not None:
        return day_colour(subject.day)
    return _FIELDS.get(subject.section, Colour.BRIGHT)


def label_badge(subject: Subject) -> Badge:
    """As it stands on the label of a picture."""
    if subject.topic is None:
        return _WITHOUT_TOPIC
    return _ROLES[subject.topic.ground], _ROLES[subject.topic.symbol]


def badge_of(subject: Subject) -> Badge:
    """As it stands on the subject's field; swapped where its ground would vanish there."""
    ground, symbol = label_badge(subject)
    return (symbol, ground) if ground is field_of(subject) else (ground, symbol)


def cell_ground(subject: Subject, turn: int) -> Colour:
    """Of a cell without a picture: neighbours take the colours of the days in turn, from their own
    on, and ink where that would be the colour of the circle between them.
    """
    colour = day_colour((subject.day or 0) + turn)
    return Colour.INK if colour is Colour.DEEP else colour


def second_lane(field: Colour) -> Colour:
    """The lane beside a lane of the field's own colour."""
    return Colour.MIDDLE if field is Colour.BRIGHT else Colour.BRIGHT


def three_lanes(field: Colour) -> tuple[Colour, Colour, Colour]:
    """A bundle on a field; the lane in the middle is lit."""
    unlit, lit = {
        Colour.BRIGHT: (Colour.DEEP, Colour.MIDDLE),
        Colour.MIDDLE: (Colour.DEEP, Colour.BRIGHT),
        Colour.DEEP: (Colour.MIDDLE, Colour.BRIGHT),
    }.get(field, (Colour.DEEP, Colour.MIDDLE))
    return unlit, lit, unlit
