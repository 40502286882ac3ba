"""A slide of the relay: the map as it is when the flame has come to one of its stops.

The slides of a relay differ in what moves alone, so that one turns into the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ceremonie.planning.compositions.chart import FIELD, Site, commune, official, outlines, whole
from ceremonie.planning.compositions.leg_layout import CLASSIC, LAPTOP, WIDE, Layouts
from ceremonie.planning.compositions.route_layout import Layout
from ceremonie.planning.compositions.route_marks import Marks
from ceremonie.planning.compositions.route_names import has_room, legend, on_map
from ceremonie.planning.drawing import Drawing, Element, Role, Stroke, Text, ground
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.map_content import Leg, Route
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, cumulated, thinned

MAP, STOPS, NAMES, LEGEND, FLAME = "Carte", "!!étapes", "Noms", "Légende", "!!flamme"
"""The groups of a slide. What is named with « !! » travels from one slide to the next."""

CLOSE = 1.15
"""Leading of a mention of several lines."""


def compose(content: Leg, staging: Staging) -> Drawing:
    layouts = staging.by_shape(wide=WIDE, square=WIDE, tall=WIDE, laptop=LAPTOP, classic=CLASSIC)
    marks = _marks(content.route, layouts, staging)
    elements = (
        *ground(*whole(marks.site), *marks.ribbon()),
        *_grouped(MAP, _way(content, marks)),
        *_grouped(STOPS, _stops(content, marks)),
        *_grouped(FLAME, marks.flame(marks.way.stops[content.reached - 1])),
        *_grouped(NAMES, _names(content, marks)),
        *_grouped(LEGEND, _legend(marks)),
        *_words(content, marks, staging),
    )
    return staging.drawing(FIELD, elements)


def _marks(route: Route, layouts: Layouts, staging: Staging) -> Marks:
    """All slides of a relay have the same layout: the usual one where every name has its place on
    its map, and the title its place beside.
    """
    marks = _marked(route, layouts.usual, staging)
    (title,) = layouts.usual.titles
    measures = ladder(staging.scale.headline, *title.sizes)
    fits = settle(route.title, measures, title.room.width).fits
    if fits and not marks.unplaced:
        return marks
    return _marked(route, layouts.crowded, staging)


def _marked(route: Route, layout: Layout, staging: Staging) -> Marks:
    places = (*layout.titles, layout.count, layout.town, layout.mention)
    rooms = tuple(place.room for place in places)
    site = Site(route.territory, layout.map, layout.align)
    return Marks(route, site, layout, staging, rooms)


def _grouped(name: str, elements: Iterable[Element]) -> tuple[Element, ...]:
    return tuple(replace(element, group=name, entrance=AT_ONCE, until=None) for element in elements)


def _way(content: Leg, marks: Marks) -> Iterator[Element]:
    """The communes reached, the route, and what of it is done."""
    site = marks.site
    towns = [official(site, stop.town) for stop in content.route.stops[: content.reached]]
    for town in dict.fromkeys(towns):
        if face := outlines(site, town):
            yield commune(f"commune reliée {town}", face, site, Colour.BRIGHT, AT_ONCE)
    route, widths = marks.way.route, marks.layout.widths
    for name, width, colour, course in (
        ("bord du parcours", widths.casing, FIELD, route),
        ("parcours", widths.route, Colour.DEEP, route),
        ("parcours accompli", widths.route + 2, Colour.MIDDLE, _done(content, marks)),
    ):
        yield Stroke(name=name, course=_on_slide(course), width=width, colour=colour)


def _done(content: Leg, marks: Marks) -> Outline:
    lengths = cumulated(marks.way.route)
    end = bisect_left(lengths, marks.way.parts[content.reached - 1] * lengths[-1])
    return marks.way.route[: end + 1]


def _on_slide(course: Outline) -> Outline:
    """From the edge of the slide, and with no more points than are seen."""
    inside = [point for point in course if point[0] > 0]
    return thinned(((0.0, course[0][1]), *inside))


def _stops(content: Leg, marks: Marks) -> Iterator[Element]:
    for index in range(len(content.route.stops)):
        behind = index < content.reached
        yield from marks.node(index, "", Colour.INK if behind else Colour.PAPER)


def _names(content: Leg, marks: Marks) -> Iterator[Element]:
    """Those of the stops reached; in the colour of the route where the flame is."""
    for number, label in enumerate(marks.labels[: content.reached], 1):
        if label:
            ground_of = Colour.MIDDLE if number == content.reached else FIELD
            yield from on_map(str(number), label, marks.style, pen_on(ground_of), edited=True)


def _legend(marks: Marks) -> Iterator[Element]:
    room = marks.layout.legend
    if room and marks.unplaced:
        foot = marks.layout.mention.room.bottom if _is_long(marks) else room.bottom
        yield from legend(marks.unplaced, replace(room, bottom=foot), marks.style)


def _is_long(marks: Marks) -> bool:
    """Whether the legend takes the place of the mention too, which is then in the notes alone."""
    room = marks.layout.legend
    return (
        room is not None
        and bool(marks.unplaced)
        and not has_room(marks.unplaced, room, marks.style)
    )


def _words(content: Leg, marks: Marks, staging: Staging) -> Iterator[Text]:
    layout, scale, pen = marks.layout, staging.scale, pen_on(FIELD)
    (title,) = layout.titles
    yield title.text(pen, "titre", content.title, scale.headline, role=Role.TITLE)
    yield layout.count.text(pen, "surtitre", content.kicker, scale.label, role=Role.KICKER)
    if content.detail:
        yield layout.town.text(pen, "étape", content.detail, scale.body, role=Role.SUBTITLE)
    if content.route.mention and not _is_long(marks):
        small = replace(scale.small, leading=CLOSE)
        words = content.route.mention
        yield layout.mention.text(pen, "mention", words, small, role=Role.CREDIT)
