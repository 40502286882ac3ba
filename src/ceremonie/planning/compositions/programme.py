"""The running order, on a slide: a lane for each part, its number on a disc at the start, its words
behind. Days have their own colours, all else has the colour of the field.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.content import Part, Programme
from ceremonie.planning.drawing import Anchor, Area, Disc, Drawing, Element, Hang, Role, Text
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import READ, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour, day_colour

FIELD = Colour.PAPER
HEADING = 100
"""px below the upper margin that the heading takes."""

BELOW = 16
"""px between the heading and the first lane."""

APART, BESIDE = 10, 32
"""px between two lanes, one below the other or side by side."""

HIGHEST = 120
"""px: height of a lane where there are few; up to `ALONE` stand in one column."""

ALONE = 7

LINE = 6
"""px: width of the line around a lane."""

DIGITS = 44
"""px of a number in full; on a low lane it is smaller."""

INDENT = 20
"""px from a disc to the words behind it, and from these to the end of their lane."""


def compose(content: Programme, staging: Staging) -> Drawing:
    room = staging.beside_mark(staging.format.safe)
    heading = replace(room, bottom=room.top + HEADING)
    title = Slot(heading, 88, Hang.MIDDLE).text(
        pen_on(FIELD), "titre", content.title, staging.scale.statement, role=Role.TITLE
    )
    below = replace(staging.format.safe, top=heading.bottom + BELOW)
    lanes = _places(below, len(content.parts))
    rows = (
        replace(element, group=f"rangée {number}")
        for number, (part, lane) in enumerate(zip(content.parts, lanes, strict=True), content.first)
        for element in _Row(number, lane, staging).elements(part)
    )
    return staging.drawing(FIELD, (title, *rows))


def _places(room: Bounds, count: int) -> Iterator[Bounds]:
    """Lanes in one column or two, filled one after the other."""
    columns = 1 if count <= ALONE else 2
    rows = max(1, math.ceil(count / columns))
    high = min(HIGHEST, (room.height - APART * (rows - 1)) / rows)
    wide = (room.width - BESIDE * (columns - 1)) / columns
    for index in range(count):
        column, row = divmod(index, rows)
        left, top = room.left + column * (wide + BESIDE), room.top + row * (high + APART)
        yield Bounds(left, top, left + wide, top + high)


@dataclass(frozen=True)
class _Row:
    number: int
    lane: Bounds
    staging: Staging

    @property
    def radius(self) -> float:
        return self.lane.height / 2

    def elements(self, part: Part) -> Iterator[Element]:
        colour = FIELD if part.day is None else day_colour(part.day)
        yield self._band(colour)
        yield self._disc()
        yield self._digits()
        room = replace(
            self.lane,
            left=self.lane.left + 2 * self.radius + INDENT,
            right=self.lane.right - INDENT,
        )
        style = self.staging.scale.style(READ, 700, 1.0)
        name = f"partie {self.number}"
        words = Slot(room, style.size, Hang.MIDDLE)
        yield words.text(pen_on(colour), name, part.name, style, role=Role.LABEL)

    def _band(self, colour: Colour) -> Area:
        """From the middle of the disc; its line lies inside the lane."""
        lane, half = self.lane, LINE / 2
        left, right = lane.left + self.radius, lane.right - half
        top, bottom = lane.top + half, lane.bottom - half
        return Area(
            name=f"couloir {self.number}",
            outlines=(((left, top), (right, top), (right, bottom), (left, bottom)),),
            colour=colour,
            line=Colour.INK,
            line_width=LINE,
        )

    def _disc(self) -> Disc:
        x, y = self.lane.left + self.radius, self.lane.centre[1]
        name = f"pastille {self.number}"
        return Disc(name=name, x=x, y=y, radius=self.radius, colour=Colour.INK)

    def _digits(self) -> Text:
        style = self.staging.scale.style(min(DIGITS, self.radius), 800)
        x, y = self.lane.left + self.radius, self.lane.centre[1]
        return Pen(Colour.PAPER, Colour.INK).line(
            f"rang {self.number}",
            str(self.number),
            (x, y + style.size * CAP_HEIGHT / 2),
            style,
            role=Role.DECORATION,
            anchor=Anchor.MIDDLE,
        )
