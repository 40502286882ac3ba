"""The map of the relay: communes, the route as it is done, stops and their names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.chart import FIELD, Site, coming, commune, outlines
from ceremonie.planning.compositions.course import Course, course
from ceremonie.planning.compositions.route_layout import Layout
from ceremonie.planning.compositions.route_names import (
    LEADING,
    Row,
    has_room,
    legend,
    on_map,
)
from ceremonie.planning.drawing import Anchor, Disc, Element, Role, Stroke, ground
from ceremonie.planning.entrances import AT_ONCE, Easing, Entrance, Follow, Run
from ceremonie.planning.labels import Label, Obstacles, Spot, place_labels
from ceremonie.planning.map_content import Route
from ceremonie.planning.pen import pen_on
from ceremonie.planning.reserve import WIDER
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Point
from ceremonie.theme.type import Style

RING = 6
"""px of the ring around a stop's disc, half of it outside."""

AROUND = 6
"""px between the disc of a stop and that of the flame on another."""


@dataclass(frozen=True)
class Marks:
    """All but the words beside the map, whose rooms are `words`."""

    content: Route
    site: Site
    layout: Layout
    staging: Staging
    words: tuple[Bounds, ...]

    @property
    def start(self) -> int:
        return self.staging.lead

    @cached_property
    def way(self) -> Course:
        towns = tuple(stop.town for stop in self.content.stops)
        layout = self.layout
        return course(
            self.site,
            towns,
            layout.arrival,
            self.words,
            apart=layout.widths.apart,
            frame=self._frame,
            inside=layout.widths.least_head + AROUND,
        )

    @property
    def _frame(self) -> Bounds:
        """What no disc leaves: as high as the map, as wide as the canvas."""
        return replace(self.layout.map, left=0, right=self.staging.format.width)

    @cached_property
    def head(self) -> float:
        """px: the radius of the flame's disc, which lies on the number of no other stop, and
        leaves the map nowhere.
        """
        stops, widths, frame = self.way.stops, self.layout.widths, self._frame
        nearest = min(math.dist(one, other) for one, other in combinations(stops, 2))
        edge = min(min(x, frame.right - x, y - frame.top, frame.bottom - y) for x, y in stops)
        room = min(nearest - widths.node, edge) - AROUND
        return max(widths.least_head, min(widths.head, room))

    @cached_property
    def journey(self) -> Run:
        """How much of the route is done: it rests at each stop."""
        keys: list[tuple[int, float]] = [(self.start + self.content.departs, 0.0)]
        for part, stop in zip(self.way.parts, self.content.stops, strict=True):
            keys += [(self.start + stop.reached, part), (self.start + stop.left, part)]
        return Run(tuple(keys[:-1]), Easing.DRAW)

    def drawn(self) -> tuple[Element, ...]:
        """Back to front."""
        return (
            *self._communes(),
            *ground(*self.ribbon()),
            *self._strokes(),
            *self._nodes(),
            *self.flame(self.way.stops[-1], Follow(self.way.route, self.journey)),
            *self._names(),
        )

    def _communes(self) -> Iterator[Element]:
        """The map from west to east, and each commune again as the flame reaches it."""
        yield from ground(*coming(self.site, self.start))
        for index, stop in enumerate(self.content.stops, 1):
            reached = motion.appear(self.start + stop.reached)
            name = f"commune de l'étape {index}"
            if face := outlines(self.site, stop.town):
                yield commune(name, face, self.site, Colour.BRIGHT, reached)

    def ribbon(self) -> Iterator[Stroke]:
        """The neighbours of the lane that leaves: they stop, staggered by a quarter of a turn."""
        pitch, axis, end = (
            self.layout.widths.ribbon,
            self.layout.arrival.axis,
            self.layout.lane_end,
        )
        lanes = ((axis - pitch, end), (axis + pitch, end - math.pi / 2 * pitch))
        for index, (y, stop) in enumerate(lanes):
            yield Stroke(
                name=f"couloir {index + 1}",
                course=((-10.0, y), (stop, y)),
                width=pitch,
                colour=Colour.BRIGHT,
                entrance=motion.lane(self.start, index),
            )

    def _strokes(self) -> Iterator[Stroke]:
        there, widths = motion.lane(self.start), self.layout.widths
        done = widths.route + 2  # the softened edge of the route below must not shine through
        for name, width, colour, entrance in (
            ("bord du parcours", widths.casing, FIELD, there),
            ("parcours", widths.route, Colour.DEEP, there),
            ("parcours accompli", done, Colour.MIDDLE, self.journey),
        ):
            yield Stroke(
                name=name, course=self.way.route, width=width, colour=colour, entrance=entrance
            )

    def _nodes(self) -> Iterator[Element]:
        """Each stop twice: before the flame has left it, and after."""
        for index, stop in enumerate(self.content.stops):
            ahead = motion.appear(self.start + self.content.departs)
            left = self.start + stop.left
            yield from self.node(index, "", Colour.PAPER, ahead, left)
            yield from self.node(index, "fait", Colour.INK, motion.appear(left))

    def node(
        self,
        index: int,
        done: str,
        colour: Colour,
        entrance: Entrance = AT_ONCE,
        until: int | None = None,
    ) -> Iterator[Element]:
        x, y = self.way.stops[index]
        radius = self.layout.widths.node
        pen = pen_on(colour, entrance, until)
        style = self.staging.scale.style(radius * 40 / 37, 800)
        yield Disc(
            name=f"étape {index + 1} {done and done + 'e'}".strip(),
            x=x,
            y=y,
            radius=radius,
            colour=colour,
            ring=pen.ink,
            ring_width=RING,
            entrance=entrance,
            until=until,
        )
        yield pen.line(
            f"numéro {index + 1} {done}".strip(),
            str(index + 1),
            (x, y + 0.35 * style.size),
            style,
            role=Role.DECORATION,
            anchor=Anchor.MIDDLE,
        )

    def flame(self, at: Point, entrance: Entrance = AT_ONCE) -> tuple[Element, ...]:
        """The emblem on its disc, at rest here; in the film it runs ahead of the part of the route
        that is done.
        """
        (x, y), size = at, self.head
        radius = size * 30 / 74
        disc = Disc(
            name="tête du relais", x=x, y=y, radius=size, colour=Colour.INK, entrance=entrance
        )
        emblem = self.staging.emblem(
            name="flamme", x=x, y=y + radius / 2, radius=radius, entrance=entrance
        )
        plain = replace(disc, name="flamme", radius=radius, colour=Colour.BRIGHT)
        return disc, *(emblem or (plain,))

    @cached_property
    def labels(self) -> tuple[Label | None, ...]:
        """Where each name stands if all are seen at a time."""
        return self._labels()

    @cached_property
    def unplaced(self) -> tuple[Row, ...]:
        """The names that have no place on the map."""
        stops = enumerate(zip(self.labels, self.content.stops, strict=True), 1)
        return tuple(
            Row(
                number,
                stop.label,
                pen_on(FIELD, motion.appear(self.start + stop.reached)),
                self._wider,
            )
            for number, (label, stop) in stops
            if label is None
        )

    @property
    def all_named(self) -> bool:
        """Whether every name has its place on the map or in the legend."""
        room = self.layout.legend
        return not self.unplaced or bool(room and has_room(self.unplaced, room, self.style))

    @property
    def style(self) -> Style:
        return self.staging.scale.style(self.layout.name, 700, LEADING)

    def _names(self) -> Iterator[Element]:
        """Each from when its stop is reached; where not all can be read at a time, only that of
        the stop that is reached, and that of the next.
        """
        if len(self.labels) <= self.layout.most_names and self.all_named:
            yield from self._staying()
        else:
            yield from self._passing(self._labels(together=2))

    def _labels(self, together: int | None = None) -> tuple[Label | None, ...]:
        node, last = self.layout.widths.node + RING / 2, len(self.way.stops) - 1
        spots = tuple(
            Spot(x, y, self.head if index == last else node, self.head)
            for index, (x, y) in enumerate(self.way.stops)
        )
        layout = self.layout
        words = (*self.words, *([layout.legend] if layout.legend else []))
        texts = (*(room.grown(layout.clear) for room in words), layout.lanes)
        obstacles = Obstacles(
            spots, self.way.route[::4], layout.widths.casing, texts, self.staging.format.safe
        )
        names = tuple(stop.label for stop in self.content.stops)
        return place_labels(names, self.style, obstacles, together, self._wider)

    @property
    def _wider(self) -> float:
        return WIDER if self.staging.viewing.edited else 1.0

    def _staying(self) -> Iterator[Element]:
        last = len(self.labels)
        stops = zip(self.labels, self.content.stops, strict=True)
        for index, (label, stop) in enumerate(stops, 1):
            colour = Colour.MIDDLE if index == last else FIELD
            pen = pen_on(colour, motion.appear(self.start + stop.reached))
            if label:
                yield from on_map(str(index), label, self.style, pen)
        if self.unplaced and self.layout.legend:
            yield from legend(self.unplaced, self.layout.legend, self.style)

    def _passing(self, labels: Sequence[Label | None]) -> Iterator[Element]:
        """What has no place even so is read beside the map alone."""
        stops, start = self.content.stops, self.start
        before = (self.content.departs, *(stop.reached for stop in stops[:-1]))
        after = (*(start + stop.reached for stop in stops[1:]), None)
        for index, (label, stop) in enumerate(zip(labels, stops, strict=True)):
            if label is None:
                continue
            name, reached = str(index + 1), start + stop.reached
            coming = pen_on(FIELD, motion.appear(start + before[index]), reached)
            yield from on_map(f"{name}, à venir", label, self.style, coming)
            there = pen_on(Colour.MIDDLE, motion.appear(reached), after[index])
            yield from on_map(name, label, self.style, there)
