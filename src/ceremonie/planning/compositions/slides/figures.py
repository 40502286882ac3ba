"""Key figures on a slide: steps as in the film, each number in a room that is the same for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.content import Figure, Figures
from ceremonie.planning.drawing import Drawing, Element, Hang, Role, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR

FIELD = Colour.DEEP
COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.PAPER)

PITCH = 140
"""px of a lane: its label has two lines in whatever font."""

LOWEST = 900
"""The upper edge of the lowest lane."""

RADIUS = 200
"""px of the innermost bend; the lanes go down beyond the margin."""

HEADING = 130
"""px below the upper margin that the heading takes."""

SOURCE = (24, 66)
"""px that the words which say where figures come from reach into the room of the heading, and
below it.
"""

ABOVE = 84
"""px for the words above a number, on one line."""

SUNK = 14
"""px that the room of a number reaches into its lane, above the label: what hangs below digits is
empty, and they are to stand on their lane.
"""

NUMBER_LINE = 1.16
"""em that a line of digits takes in whatever font, as close as programs set lines."""

INDENT, APART = 28, 28
"""px from the start of a lane to its words, and between a number and what stands beside it."""


@dataclass(frozen=True)
class _Stairs:
    """`count` steps on a canvas; a number is `size` px where it has the room."""

    count: int
    size: float
    staging: Staging

    @property
    def step(self) -> float:
        """px by which a lane starts behind the one below it."""
        return self.staging.format.safe.width / len(COLOURS)

    @property
    def bend(self) -> float:
        """Where the lanes leave their straight."""
        return self.staging.format.width - RADIUS

    def left(self, index: int) -> float:
        return self.staging.format.safe.left + index * self.step

    def top(self, index: int) -> float:
        return LOWEST - index * PITCH

    def column(self, index: int) -> Bounds:
        """What stands above a lane: as far as the next step, or the margin."""
        safe = self.staging.format.safe
        last = index == self.count - 1
        right = safe.right if last else self.left(index + 1) - APART
        beside_heading = index == len(COLOURS) - 1
        top = safe.top + (0 if beside_heading else HEADING)
        return Bounds(self.left(index), top, right, self.top(index))

    def above(self, index: int) -> Bounds:
        """The words above a number stand right over the largest one."""
        number = self.number(index)
        return replace(number, top=number.top - ABOVE, bottom=number.top)

    def number(self, index: int) -> Bounds:
        column = self.column(index)
        bottom = column.bottom + SUNK
        high = min(self.size * NUMBER_LINE, bottom - column.top - ABOVE)
        return replace(column, top=bottom - high, bottom=bottom)

    def label(self, index: int) -> Bounds:
        """On the lane, as far as its edge falls by less than what is free above the words."""
        left, top = self.left(index) + INDENT, self.top(index)
        right = self.staging.format.safe.right if index else self.bend
        low = min(top + PITCH, self.staging.format.safe.bottom)
        return Bounds(left, top + SUNK, right, low)


def compose(content: Figures, staging: Staging) -> Drawing:
    stairs = _stairs(len(content.figures), staging)
    safe = staging.format.safe
    room = Bounds(safe.left, safe.top, safe.left + 2 * stairs.step - APART, safe.top + HEADING)
    over = SOURCE[0] if content.source else 0
    title = Slot(replace(room, bottom=room.bottom - over), 88, Hang.MIDDLE)
    pen = Pen(Colour.BRIGHT, FIELD)
    elements = (
        *ground(*_lanes(stairs)),
        title.text(pen, "titre", content.title, staging.scale.statement, role=Role.TITLE),
        *_source(content.source, room, staging),
        *_words(content.figures, stairs),
    )
    return staging.drawing(FIELD, elements).still()


def _source(source: str, title: Bounds, staging: Staging) -> Iterator[Text]:
    if source:
        room = replace(title, top=title.bottom - SOURCE[0], bottom=title.bottom + SOURCE[1])
        style = staging.scale.style(40, 600, 1.0)
        slot = Slot(room, 40, least=FLOOR)
        yield slot.text(pen_on(FIELD), "source", source, style, role=Role.CREDIT)


def _stairs(count: int, staging: Staging) -> _Stairs:
    """The fewer figures, the larger."""
    sizes = staging.by_screen(wide=(500, 372, 372), laptop=(480, 336, 336), classic=(420, 276, 276))
    return _Stairs(count, sizes[count - 1], staging)


def _lanes(stairs: _Stairs) -> Iterator[Element]:
    """They run to a bend and out below, thin lines between them."""
    lanes = len(COLOURS)
    track = Track(
        (-40, LOWEST),
        0,
        (Straight(stairs.bend + 40), Bend(RADIUS, 90), Straight(300)),
    )
    bundle = Bundle(track, PITCH, COLOURS[::-1], (1 - lanes) * PITCH, FIELD, line_px=8)
    starts = [stairs.left(index) + 40 for index in reversed(range(lanes))]
    unused = lanes - stairs.count
    yield from bands(bundle, 0, starts)[unused:]
    for index, stroke in enumerate(lines(bundle, 0)):
        if unused < index < lanes:
            offset = bundle.first + index * PITCH
            yield replace(stroke, course=track.line(offset, starts[index] - 8))


def _words(figures: Sequence[Figure], stairs: _Stairs) -> Iterator[Text]:
    scale = stairs.staging.scale
    plain, on_field = scale.style(48, 700, 1.0), pen_on(FIELD)
    for index, figure in enumerate(figures):
        number = index + 1
        if figure.above:
            above = Slot(stairs.above(index), 60, Hang.BOTTOM)
            yield above.text(on_field, f"surtitre {number}", figure.above, plain, role=Role.KICKER)
        place = Slot(stairs.number(index), stairs.size, Hang.BOTTOM)
        yield replace(
            place.text(
                on_field, f"chiffre {number}", figure.written, scale.figure, role=Role.FIGURE
            ),
            plain_zero=True,
        )
        label = Slot(stairs.label(index), 52, Hang.MIDDLE)
        pen = pen_on(COLOURS[index])
        yield label.text(pen, f"libellé {number}", figure.label, plain, role=Role.LABEL)
