"""The workshops of a day on one slide: pictures with their names below, or rows with them beside.

The first cells of a grid are the day's own; its gaps are the day's colour. Every cell is a group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import gallery_places
from ceremonie.planning.compositions.colours import three_lanes
from ceremonie.planning.compositions.gallery_places import Places, Tile
from ceremonie.planning.drawing import (
    Box,
    Drawing,
    Element,
    Hang,
    Photo,
    Pictogram,
    Role,
    Text,
    ground,
)
from ceremonie.planning.lanes import Bundle, bands, start_bar
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Cell, Gallery
from ceremonie.planning.reserve import WIDER
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import filling, fit, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.grid import BAR
from ceremonie.theme.palette import LANE_COLOURS, Colour, day_colour, ink_on
from ceremonie.theme.track import Straight, Track
from ceremonie.theme.type import Style

LABEL = 48
"""px: 24 pt, for what is read from the last row."""

HEADINGS = (104, 96, 88, 80, 72, 64, 56)
DETAILS = (52, 48)
SYMBOL = 0.66
"""Of the lesser side of a cell without a picture."""

PITCH = 20
"""px of a lane under the day's name; each starts a quarter of a turn behind the one above."""

STAGGER = 31
AIR = 24


def compose(content: Gallery, staging: Staging) -> Drawing:
    """In the first arrangement in which all names are read, whatever font shows them."""
    field = day_colour(content.day)
    style = staging.scale.style(LABEL, 700)
    tried = gallery_places.arrangements(len(content.cells), staging)
    places = next((one for one in tried if _reads(content.cells, one, style)), tried[-1])
    grounds = [colour for colour in (Colour.INK, *LANE_COLOURS) if colour is not field]
    cells = zip(content.cells, places.tiles, strict=True)
    elements = (
        *ground(*_lanes(places.lanes, field)),
        *_heading(content, places, field, staging),
        *(
            element
            for index, (cell, tile) in enumerate(cells)
            for element in _cell(index, cell, tile, grounds[index % len(grounds)], style)
        ),
    )
    return staging.drawing(field, elements).still()


def _reads(cells: Sequence[Cell], places: Places, style: Style) -> bool:
    """Whether every name stands in its room in a wider font with higher lines."""
    return all(
        fit(cell.label, ladder(style, (LABEL, tile.lines)), tile.words.width / WIDER).fits
        for cell, tile in zip(cells, places.tiles, strict=True)
    )


def _cell(index: int, cell: Cell, tile: Tile, colour: Colour, style: Style) -> Iterator[Element]:
    number = index + 1
    group = f"atelier {number}"
    for element in (*_picture(number, cell, tile.picture, colour), _plate(number, tile.plate)):
        yield replace(element, group=group)
    yield replace(_label(number, cell, tile, style), group=group)


def _picture(number: int, cell: Cell, box: Bounds, colour: Colour) -> Iterator[Element]:
    if cell.picture:
        yield Photo(
            name=f"photo {number}",
            picture=cell.picture,
            x=box.left,
            y=box.top,
            width=box.width,
            height=box.height,
        )
        return
    yield _box(f"fond {number}", box, colour)
    size, (x, y) = SYMBOL * min(box.width, box.height), box.centre
    yield Pictogram(
        name=f"pictogramme {number}",
        symbol=cell.subject.symbol,
        x=x - size / 2,
        y=y - size / 2,
        size=size,
        colour=ink_on(colour),
    )


def _plate(number: int, box: Bounds) -> Box:
    return _box(f"plaque {number}", box, Colour.PAPER)


def _box(name: str, box: Bounds, colour: Colour) -> Box:
    return Box(name=name, x=box.left, y=box.top, width=box.width, height=box.height, colour=colour)


def _label(number: int, cell: Cell, tile: Tile, style: Style) -> Text:
    """In the middle of its plate's height."""
    words = settle(cell.label, ladder(style, (LABEL, tile.lines)), tile.words.width)
    middle = tile.words.centre[1] + words.style.size * (CAP_HEIGHT - DESCENT) / 2
    return pen_on(Colour.PAPER).set(
        f"étiquette {number}",
        words,
        tile.words,
        middle - words.height / 2,
        role=Role.LABEL,
        hang=Hang.MIDDLE,
    )


def _heading(content: Gallery, places: Places, field: Colour, staging: Staging) -> Iterator[Text]:
    """The day's name over what is said of it, both from the line between them."""
    pen, scale = pen_on(field), staging.scale
    room = places.heading
    style = scale.style(HEADINGS[0], 800, 1.0)
    words = settle(content.heading, filling(style, room.height, HEADINGS), room.width)
    baseline = room.bottom - AIR - words.height
    yield pen.set("titre", words, room, baseline, role=Role.TITLE, hang=Hang.BOTTOM)
    if content.detail:
        room = places.detail
        measures = filling(scale.label_plain, room.height, DETAILS)
        words = settle("\n".join(content.detail), measures, room.width)
        baseline = room.top + words.style.size * CAP_HEIGHT + AIR
        yield pen.set("détail", words, room, baseline, role=Role.SUBTITLE)


def _lanes(place: Bounds | None, field: Colour) -> Iterator[Element]:
    """Three lanes to the edge of the day's own cells, the upper one ahead of those below."""
    if place is None:
        return
    colours = three_lanes(field)
    track = Track((place.left, place.top), 0, (Straight(place.width),))
    bundle = Bundle(track, PITCH, colours, 0)
    starts = [STAGGER * (len(colours) - lane) for lane in range(len(colours))]
    yield from bands(bundle, 0, starts)
    for lane, at in enumerate(starts):
        yield start_bar(bundle, lane, at=at, width=BAR / 2, colour=ink_on(field), start=0)
