"""The map of the relay: communes, the route as it is done, stops and their names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.chart import Course, Site, contours, course, official
from ceremonie.planning.compositions.route_layout import Layout
from ceremonie.planning.content import Route
from ceremonie.planning.drawing import Anchor, Area, Box, Disc, Element, Role, Stroke, ground
from ceremonie.planning.entrances import Easing, Entrance, Follow, Run
from ceremonie.planning.labels import PAD, Label, Obstacles, Spot, place_labels
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline
from ceremonie.theme.type import Style

FIELD = Colour.PAPER
BORDER = 3
"""px of the line between two communes."""

NAME_LEADING = 1.05


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
        return course(self.site, towns, self.layout.arrival, self.words)

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
            *ground(*self._ribbon()),
            *self._strokes(),
            *self._nodes(),
            *self._head(),
            *self._names(),
        )

    def _communes(self) -> Iterator[Area]:
        """The map from west to east, and each commune again as the flame reaches it."""
        outlines_of = dict(contours(self.site))
        for index, name in enumerate(outlines_of):
            there = motion.appear(self.start + index // 2)
            area = _commune(f"commune {name}", outlines_of[name], Colour.DEEP, there)
            yield replace(area, fixed=True)
        for index, stop in enumerate(self.content.stops, 1):
            outlines = outlines_of[official(self.site, stop.town)]
            reached = motion.appear(self.start + stop.reached)
            yield _commune(f"commune de l'étape {index}", outlines, Colour.BRIGHT, reached)

    def _ribbon(self) -> Iterator[Stroke]:
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
            yield from self._node(index, "", Colour.PAPER, ahead, left)
            yield from self._node(index, "fait", Colour.INK, motion.appear(left))

    def _node(
        self, index: int, done: str, colour: Colour, entrance: Entrance, until: int | None = None
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
            ring_width=6,
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

    def _head(self) -> tuple[Element, ...]:
        """The emblem on its disc runs ahead of the part of the route that is done."""
        x, y = self.way.stops[-1]
        follow, size = Follow(self.way.route, self.journey), self.layout.widths.head
        radius = size * 30 / 74
        disc = Disc(
            name="tête du relais", x=x, y=y, radius=size, colour=Colour.INK, entrance=follow
        )
        emblem = self.staging.emblem(
            name="flamme", x=x, y=y + radius / 2, radius=radius, entrance=follow
        )
        plain = replace(disc, name="flamme", radius=radius, colour=Colour.BRIGHT)
        return disc, *(emblem or (plain,))

    def _names(self) -> Iterator[Element]:
        """Each from when its stop is reached; where not all can be read at a time, only that of
        the stop that is reached, and that of the next.
        """
        style = self.staging.scale.style(self.layout.name, 700, NAME_LEADING)
        labels = self._labels(style)
        if len(labels) <= self.layout.most_names and not _collide(labels):
            yield from self._staying(labels, style)
        else:
            yield from self._passing(self._labels(style, together=2), style)

    def _labels(self, style: Style, together: int | None = None) -> tuple[Label, ...]:
        widths, last = self.layout.widths, len(self.way.stops) - 1
        spots = tuple(
            Spot(x, y, widths.head if index == last else widths.node)
            for index, (x, y) in enumerate(self.way.stops)
        )
        texts = (*(room.grown(self.layout.clear) for room in self.words), self.layout.lanes)
        obstacles = Obstacles(spots, self.way.route[::4], texts, self.staging.format.safe)
        names = tuple(stop.label for stop in self.content.stops)
        return place_labels(names, style, obstacles, together)

    def _staying(self, labels: Sequence[Label], style: Style) -> Iterator[Element]:
        last = len(labels)
        stops = zip(labels, self.content.stops, strict=True)
        for index, (label, stop) in enumerate(stops, 1):
            colour = Colour.MIDDLE if index == last else FIELD
            pen = pen_on(colour, motion.appear(self.start + stop.reached))
            yield from _name(str(index), label, style, pen)

    def _passing(self, labels: Sequence[Label], style: Style) -> Iterator[Element]:
        stops, start = self.content.stops, self.start
        before = (self.content.departs, *(stop.reached for stop in stops[:-1]))
        after = (*(start + stop.reached for stop in stops[1:]), None)
        for index, (label, stop) in enumerate(zip(labels, stops, strict=True)):
            name, reached = str(index + 1), start + stop.reached
            coming = pen_on(FIELD, motion.appear(start + before[index]), reached)
            yield from _name(f"{name}, à venir", label, style, coming)
            there = pen_on(Colour.MIDDLE, motion.appear(reached), after[index])
            yield from _name(name, label, style, there)


def _commune(name: str, outlines: tuple[Outline, ...], colour: Colour, entrance: Entrance) -> Area:
    return Area(
        name=name,
        outlines=outlines,
        colour=colour,
        line=FIELD,
        line_width=BORDER,
        entrance=entrance,
    )


def _collide(labels: Sequence[Label]) -> bool:
    return any(one.box.meets(other.box) for one, other in combinations(labels, 2))


def _name(name: str, label: Label, style: Style, pen: Pen) -> Iterator[Element]:
    box = label.box
    yield Box(
        name=f"étiquette {name}",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        colour=pen.ground,
        entrance=pen.entrance,
        until=pen.until,
    )
    room = replace(box, left=box.left + PAD)
    words = Setting(label.lines, style, fits=True)
    yield pen.set(f"nom {name}", words, room, box.top + 1.1 * style.size)
