"""Where the workshops were: the territory, a disc on each commune, its name beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.chart import FIELD, Site
from ceremonie.planning.compositions.route_layout import Layout
from ceremonie.planning.compositions.town_marks import TownMarks
from ceremonie.planning.compositions.workshop_map_layout import (
    CLASSIC,
    LAPTOP,
    ROOM_WIDE,
    SQUARE,
    TALL,
    WIDE,
)
from ceremonie.planning.drawing import Drawing, Element, Role, Stroke, Text, ground
from ceremonie.planning.map_content import WorkshopMap
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import LANE_COLOURS

CLOSE = 1.15
"""Leading of a mention of several lines."""


def compose(content: WorkshopMap, staging: Staging) -> Drawing:
    """The first layout that has a place for every name; in the last they stand in lists."""
    for layout in _layouts(staging):
        words = tuple(_words(content, layout, staging))
        rooms = tuple(dict.fromkeys(text.room for text in words if text.room))
        site = Site(content.territory, layout.map, layout.align)
        marks = TownMarks(content, site, layout, staging, rooms)
        if marks.all_named:
            break
    return staging.drawing(FIELD, (*ground(*_lanes(layout, staging)), *words, *marks.drawn()))


def _layouts(staging: Staging) -> tuple[Layout, ...]:
    if staging.viewing.edited:
        return staging.by_screen(wide=ROOM_WIDE, laptop=LAPTOP, classic=CLASSIC)
    return staging.by_shape(wide=WIDE, square=SQUARE, tall=TALL)


def _lanes(layout: Layout, staging: Staging) -> Iterator[Element]:
    """Three, which stop before the map, staggered by a quarter of a turn."""
    pitch = layout.widths.ribbon
    for index, colour in enumerate(LANE_COLOURS):
        y = layout.arrival.axis + (index - 1) * pitch
        stop = layout.lane_end - index * pitch * math.pi / 2
        entrance = motion.lane(staging.lead, index)
        course = ((-10.0, y), (stop, y))
        yield Stroke(
            name=f"couloir {index + 1}",
            course=course,
            width=pitch,
            colour=colour,
            entrance=entrance,
        )


def _words(content: WorkshopMap, layout: Layout, staging: Staging) -> Iterator[Text]:
    scale, start = staging.scale, staging.lead
    (place,), later = layout.titles, pen_on(FIELD, motion.text(start, 1))
    title = pen_on(FIELD, motion.text(start))
    yield place.text(title, "titre", content.title, scale.headline, role=Role.TITLE)
    yield layout.count.text(later, "total", content.total, scale.name, role=Role.SUBTITLE)
    if content.detail:
        yield layout.town.text(later, "lieu", content.detail, scale.place, role=Role.PLACE)
    if content.mention:
        small, pen = replace(scale.small, leading=CLOSE), pen_on(FIELD)
        mention = layout.mention.text(pen, "mention", content.mention, small, role=Role.CREDIT)
        yield mention if staging.viewing.edited else _fitted(mention, layout)


def _fitted(mention: Text, layout: Layout) -> Text:
    """Its room is what it takes: the map needs the rest."""
    room: Bounds = replace(layout.mention.room, top=mention.baseline - mention.style.size)
    return replace(mention, room=room)
