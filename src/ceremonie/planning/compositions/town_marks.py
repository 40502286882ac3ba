"""The communes of a map where workshops were: discs with a number or a pictogram, and their names,
beside them or in lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.chart import (
    FIELD,
    Site,
    coming,
    commune,
    outlines,
    whole,
)
from ceremonie.planning.compositions.course import spread
from ceremonie.planning.compositions.route_layout import Layout
from ceremonie.planning.compositions.route_names import (
    LEADING,
    Row,
    legend,
    on_map,
    sized,
)
from ceremonie.planning.drawing import Anchor, Disc, Element, Pictogram, Role, ground
from ceremonie.planning.entrances import Entrance
from ceremonie.planning.labels import Label, Obstacles, Spot, place_labels
from ceremonie.planning.map_content import Place, WorkshopMap
from ceremonie.planning.pen import pen_on
from ceremonie.planning.reserve import WIDER
from ceremonie.planning.staging import Staging
from ceremonie.planning.typography import HARD
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Point
from ceremonie.theme.type import Style

RING = 5
"""px of the ring around a disc, half of it outside."""

AIR = 8
"""px between two discs."""

DOT = 0.4
"""Of the radius of a disc: a commune without a name."""

MAP, NAMES = "Carte", "Noms"
"""The groups of a slide."""

ARRIVAL = 24
"""Frames until the map is there, and again until the last commune is."""

SYMBOL = 1.4
"""Of the radius of a disc: its pictogram."""


@dataclass(frozen=True)
class TownMarks:
    """All but the words beside the map, whose rooms are `words`."""

    content: WorkshopMap
    site: Site
    layout: Layout
    staging: Staging
    words: tuple[Bounds, ...]

    @property
    def named(self) -> tuple[Place, ...]:
        return tuple(place for place in self.content.places if place.label)

    @cached_property
    def spots(self) -> tuple[Point, ...]:
        """Where the discs are; of the communes with a name first."""
        radius, frame = self.layout.widths.node, self.layout.map
        points = tuple(self._point(place) for place in self.named)
        apart = 2 * (radius + RING / 2) + AIR
        return spread(points, apart, frame.grown(-radius - RING / 2))

    def _point(self, place: Place) -> Point:
        one = self.site.territory.commune(place.town)
        assert one is not None, place.town
        return self.site.point(one.centre)

    @property
    def style(self) -> Style:
        return self.staging.scale.style(self.layout.name, 700, LEADING)

    @cached_property
    def labels(self) -> tuple[Label | None, ...]:
        """Where each name stands on the map, if it has a place there."""
        radius = self.layout.widths.node + RING / 2
        dots = tuple(self._point(place) for place in self.content.places if not place.label)
        spots = (
            *(Spot(x, y, radius, radius) for x, y in self.spots),
            *(Spot(x, y, DOT * radius, DOT * radius) for x, y in dots),
        )
        texts = (*(room.grown(self.layout.clear) for room in self.words), self.layout.lanes)
        obstacles = Obstacles(spots, (), 0, texts, self.staging.format.safe)
        names = tuple(place.label for place in self.named)
        return place_labels(names, self.style, obstacles, None, self._wider)

    @property
    def _wider(self) -> float:
        return WIDER if self.staging.viewing.edited else 1.0

    @property
    def listed(self) -> bool:
        """Whether the names stand in lists beside the map, by number."""
        return bool(self.layout.lists)

    @property
    def all_named(self) -> bool:
        return self.listed or None not in self.labels

    def drawn(self) -> tuple[Element, ...]:
        """Back to front."""
        edited, start = self.staging.viewing.edited, self.staging.lead
        land = whole(self.site) if edited else coming(self.site, start)
        there = motion.appear(start + ARRIVAL)
        faces = [ring for place in self.content.places for ring in outlines(self.site, place.town)]
        lit = commune("communes des ateliers", tuple(faces), self.site, Colour.BRIGHT, there)
        marks = (*([lit] if faces else []), *self._dots(), *self._discs())
        names = self._lists() if self.listed else self._names()
        return (*ground(*land), *self._grouped(MAP, marks), *self._grouped(NAMES, names))

    def _grouped(self, name: str, elements: Iterable[Element]) -> Iterator[Element]:
        """One shape on a slide."""
        group = name if self.staging.viewing.edited else ""
        return (replace(element, group=group) for element in elements)

    def _appear(self, index: int) -> Entrance:
        """One after the other, all within the same time however many they are."""
        return motion.appear(self.staging.lead + ARRIVAL + ARRIVAL * index // len(self.named))

    def _dots(self) -> Iterator[Element]:
        for index, place in enumerate(p for p in self.content.places if not p.label):
            x, y = self._point(place)
            yield Disc(
                name=f"point {index + 1}",
                x=x,
                y=y,
                radius=DOT * self.layout.widths.node,
                colour=Colour.INK,
                ring=FIELD,
                ring_width=RING,
                entrance=motion.appear(self.staging.lead + ARRIVAL),
            )

    def _discs(self) -> Iterator[Element]:
        for index, (place, (x, y)) in enumerate(zip(self.named, self.spots, strict=True)):
            yield Disc(
                name=f"commune {index + 1}",
                x=x,
                y=y,
                radius=self.layout.widths.node,
                colour=Colour.INK,
                ring=FIELD,
                ring_width=RING,
                entrance=self._appear(index),
            )
            yield self._sign(index, place, (x, y))

    def _sign(self, index: int, place: Place, at: Point) -> Element:
        """What stands on a disc: its rank in the list, or a pictogram, or how many workshops."""
        (x, y), radius = at, self.layout.widths.node
        pen = pen_on(Colour.INK, self._appear(index))
        if place.symbol and not self.listed:
            size = SYMBOL * radius
            return Pictogram(
                name=f"pictogramme {index + 1}",
                symbol=place.symbol,
                x=x - size / 2,
                y=y - size / 2,
                size=size,
                colour=pen.ink,
                entrance=pen.entrance,
            )
        style = self.staging.scale.style(radius * 40 / 37, 800)
        written = str(index + 1 if self.listed else place.count)
        return pen.line(
            f"nombre {index + 1}",
            written,
            (x, y + 0.35 * style.size),
            style,
            role=Role.DECORATION,
            anchor=Anchor.MIDDLE,
        )

    def _names(self) -> Iterator[Element]:
        edited = self.staging.viewing.edited
        for index, label in enumerate(self.labels):
            if label:
                pen = pen_on(FIELD, self._appear(index))
                yield from on_map(str(index + 1), label, self.style, pen, edited=edited)

    def _lists(self) -> Iterator[Element]:
        """In as many columns as there are rooms for them, all of one size."""
        rooms = self.layout.lists
        rows = [
            Row(index, _counted(place), pen_on(FIELD, self._appear(index - 1)), self._wider)
            for index, place in enumerate(self.named, 1)
        ]
        each = -(-len(rows) // len(rooms))
        columns = [rows[first : first + each] for first in range(0, len(rows), each)]
        style = _common(columns, rooms, self.style)
        for column, room in zip(columns, rooms, strict=False):
            yield from legend(column, room, style)


def _counted(place: Place) -> str:
    """« Créteil (3) »."""
    return place.label if place.count == 1 else f"{place.label}{HARD}({place.count})"


def _common(columns: Sequence[Sequence[Row]], rooms: Sequence[Bounds], style: Style) -> Style:
    """The size at which every column has its place."""
    sizes = (sized(column, room, style) for column, room in zip(columns, rooms, strict=False))
    return min(sizes, key=lambda one: one.size)
