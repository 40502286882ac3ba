"""The relay over the map: one lane leaves the bundle and becomes the route of the flame."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ceremonie.planning import motion
from ceremonie.planning.drawing import (
    Anchor,
    Area,
    Box,
    Disc,
    Drawing,
    Easing,
    Element,
    Flame,
    Follow,
    Role,
    Run,
    Stroke,
)
from ceremonie.planning.labels import Label, Obstacles, place_labels
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import HARD, french, in_words, period, sentence, weekday
from ceremonie.planning.words import block, line, placed, setting
from ceremonie.storyboard.departments import Commune, Department, department
from ceremonie.storyboard.model import Relay
from ceremonie.storyboard.model import Stage as StageEntry
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import LOW_AXIS, MARGIN_X, MARGIN_Y, RIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, Point, cumulated, smooth_route
from ceremonie.theme.type import HEADLINE, NAME, PLACE, SMALL, Style

MAP = (656.0, 14.0, 1824.0, 1066.0)
ROUTE = 42
CASING = 54
RIBBON = 48
NODE = 37
HEAD = 74
TRAVEL = 34
HOLD = 25
"""Frames from one stage to the next, and at rest on it."""

STANDING_ROOM = 460
MENTION_ROOM = 600
STAGE_NAME = Style(40, 700, 42 / 40)
FIELD = Colour.PAPER


def scenes(stage: Stage) -> tuple[Scene, ...]:
    relay = stage.storyboard.relay
    place = department(relay.department) if relay else None
    if relay is None or place is None:
        return ()
    drawing = _draw(relay, _chart(relay, place), stage.lead)
    return (
        Scene(
            "flamme",
            "flamme",
            Section.RELAY,
            french(relay.title),
            ("flamme",),
            shot=drawing,
            page=drawing.at_rest(),
            notes=_notes(relay),
        ),
    )


def _notes(relay: Relay) -> str:
    stages = [
        f"{i}. {sentence(s.town, weekday(s.date) if s.date else None, s.action)}"
        for i, s in enumerate(relay.stages, 1)
    ]
    return french("\n".join(x for x in (*stages, relay.mention, relay.notes) if x))


@dataclass(frozen=True)
class _Chart:
    """The map on the canvas: contours, the stages' points, the route and where it meets them."""

    contours: tuple[tuple[Commune, tuple[Outline, ...]], ...]
    points: tuple[Point, ...]
    route: Outline
    parts: tuple[float, ...]


def _chart(relay: Relay, place: Department) -> _Chart:
    project = _projection(place)
    contours = tuple(
        (c, tuple(tuple(project(p) for p in ring) for ring in c.rings)) for c in place.communes
    )
    found = [place.commune(s.town) for s in relay.stages]
    points = tuple(project(c.centre) for c in found if c)
    entry = (min(660.0, points[0][0] - 120), float(LOW_AXIS))
    route, indices = smooth_route(((-20.0, float(LOW_AXIS)), entry, *points))
    lengths = cumulated(route)
    parts = tuple(lengths[i] / lengths[-1] for i in indices[2:])
    return _Chart(contours, points, route, parts)


def _projection(place: Department) -> Callable[[Point], Point]:
    """Longitude, latitude → px: the whole department as large as the map's area allows."""
    positions = [p for c in place.communes for ring in c.rings for p in ring]
    west, east = min(p[0] for p in positions), max(p[0] for p in positions)
    south, north = min(p[1] for p in positions), max(p[1] for p in positions)
    narrowing = math.cos(math.radians((south + north) / 2))
    x0, y0, x1, y1 = MAP
    scale = min((x1 - x0) / ((east - west) * narrowing), (y1 - y0) / (north - south))
    left = x1 - (east - west) * narrowing * scale
    top = (y0 + y1 - (north - south) * scale) / 2

    def project(position: Point) -> Point:
        return left + (position[0] - west) * narrowing * scale, top + (north - position[1]) * scale

    return project


def _draw(relay: Relay, chart: _Chart, start: int) -> Drawing:
    begins = start + motion.LANE
    stops = tuple(begins + TRAVEL + i * (TRAVEL + HOLD) for i in range(len(relay.stages)))
    journey = _journey(chart.parts, begins, stops)
    elements = (
        *_communes(relay, chart, start, stops),
        *_ribbon(start),
        *_route(chart, start, journey),
        *_nodes(chart, start, stops),
        *_head(chart, journey),
        *_names(relay, chart, stops),
        *_title(relay, start, stops),
    )
    length = max(readable(0, *(s.town for s in relay.stages)), stops[-1] - start + 75)
    return Drawing(FIELD, elements, start + length)


def _journey(parts: Sequence[float], begins: int, stops: Sequence[int]) -> Run:
    keys: list[tuple[int, float]] = [(begins, 0.0)]
    for part, stop in zip(parts, stops, strict=True):
        keys += [(stop, part), (stop + HOLD, part)]
    return Run(tuple(keys[:-1]), Easing.DRAW)


def _communes(relay: Relay, chart: _Chart, start: int, stops: Sequence[int]) -> list[Element]:
    west_first = sorted(chart.contours, key=lambda c: min(p[0] for p in c[1][0]))
    areas: list[Element] = [
        Area(
            name=f"commune {commune.name}",
            outlines=outlines,
            colour=Colour.DEEP,
            line=FIELD,
            line_width=3,
            entrance=motion.appear(start + index // 2),
        )
        for index, (commune, outlines) in enumerate(west_first)
    ]
    for index, (entry, stop) in enumerate(zip(relay.stages, stops, strict=True)):
        outlines = next((o for c, o in chart.contours if _same(c, entry)), ())
        areas.append(
            Area(
                name=f"commune de l'étape {index + 1}",
                outlines=outlines,
                colour=Colour.BRIGHT,
                line=FIELD,
                line_width=3,
                entrance=motion.appear(stop),
            )
        )
    return areas


def _same(commune: Commune, entry: StageEntry) -> bool:
    return Department("", (commune,)).commune(entry.town) is not None


def _ribbon(start: int) -> list[Element]:
    """The neighbours of the lane that leaves: they stop, staggered by a quarter of a turn."""
    stagger = math.pi / 2 * RIBBON
    return [
        Stroke(
            name=f"couloir {i + 1}",
            course=((-10.0, y), (end, y)),
            width=RIBBON,
            colour=Colour.BRIGHT,
            entrance=motion.lane(start, i),
        )
        for i, (y, end) in enumerate(
            ((LOW_AXIS - RIBBON, 420.0), (float(LOW_AXIS + RIBBON), 420.0 - stagger))
        )
    ]


def _route(chart: _Chart, start: int, journey: Run) -> list[Element]:
    there = motion.lane(start)
    return [
        Stroke(
            name="bord du parcours", course=chart.route, width=CASING, colour=FIELD, entrance=there
        ),
        Stroke(
            name="parcours", course=chart.route, width=ROUTE, colour=Colour.DEEP, entrance=there
        ),
        Stroke(
            name="parcours accompli",
            course=chart.route,
            width=ROUTE + 2,  # the softened edge of the route below must not shine through
            colour=Colour.MIDDLE,
            entrance=journey,
        ),
    ]


def _nodes(chart: _Chart, start: int, stops: Sequence[int]) -> list[Element]:
    nodes: list[Element] = []
    for i, ((x, y), stop) in enumerate(zip(chart.points, stops, strict=True), 1):
        for done in (False, True):
            ground, ink = (Colour.INK, Colour.PAPER) if done else (Colour.PAPER, Colour.INK)
            when = motion.appear(stop + HOLD if done else start + motion.LANE)
            until = None if done else stop + HOLD
            nodes += [
                Disc(
                    name=f"étape {i}{' faite' if done else ''}",
                    x=x,
                    y=y,
                    radius=NODE,
                    colour=ground,
                    ring=ink,
                    ring_width=6,
                    entrance=when,
                    until=until,
                ),
                line(
                    f"numéro {i}{' fait' if done else ''}",
                    str(i),
                    x,
                    y + 14,
                    Style(40, 800),
                    ink,
                    ground,
                    role=Role.DECORATION,
                    anchor=Anchor.MIDDLE,
                    entrance=when,
                    until=until,
                ),
            ]
    return nodes


def _head(chart: _Chart, journey: Run) -> list[Element]:
    x, y = chart.points[-1]
    follow = Follow(chart.route, journey)
    return [
        Disc(name="tête du relais", x=x, y=y, radius=HEAD, colour=Colour.INK, entrance=follow),
        Flame(name="flamme", x=x, y=y + 15, radius=30, entrance=follow),
    ]


def _names(relay: Relay, chart: _Chart, stops: Sequence[int]) -> list[Element]:
    last = len(chart.points) - 1
    discs = tuple((x, y, HEAD if i == last else NODE) for i, (x, y) in enumerate(chart.points))
    obstacles = Obstacles(
        discs,
        chart.route[::4],
        ((MARGIN_X, MARGIN_Y, 800, 330), (MARGIN_X, 400, 620, 780)),
        (MARGIN_X, MARGIN_Y, RIGHT, 1026),
    )
    labels = place_labels([french(s.town) for s in relay.stages], STAGE_NAME, obstacles)
    return [
        element
        for i, (label, stop) in enumerate(zip(labels, stops, strict=True))
        for element in _name(i, label, stop, last=i == last)
    ]


def _name(index: int, label: Label, stop: int, *, last: bool) -> list[Element]:
    ground = Colour.MIDDLE if last else FIELD
    x0, y0, x1, y1 = label.box
    there = motion.appear(stop)
    return [
        Box(
            name=f"étiquette {index + 1}",
            x=x0,
            y=y0,
            width=x1 - x0,
            height=y1 - y0,
            colour=ground,
            entrance=there,
        ),
        *(
            line(
                f"nom {index + 1}" + (f", ligne {j + 1}" if j else ""),
                words,
                x0 + 14,
                y0 + 44 + j * 42,
                STAGE_NAME,
                Colour.INK,
                ground,
                entrance=there,
            )
            for j, words in enumerate(label.lines)
        ),
    ]


def _title(relay: Relay, start: int, stops: Sequence[int]) -> list[Element]:
    elements: list[Element] = [
        block(
            "titre",
            french(relay.title),
            MARGIN_X,
            180,
            ladder(HEADLINE, (132, 2), (112, 2), (96, 2), (80, 3)),
            700,
            Colour.INK,
            FIELD,
            role=Role.TITLE,
            entrance=motion.text(start),
        )
    ]
    count = len(relay.stages)
    for i, (entry, stop) in enumerate(zip(relay.stages, stops, strict=True)):
        gone = stops[i + 1] if i + 1 < count else stop + HOLD
        elements += _standing(
            i, f"Étape{HARD}{i + 1} sur{HARD}{count}", french(entry.town), stop, gone
        )
    dates = [s.date for s in relay.stages if s.date]
    when = period(min(dates), max(dates)) if dates else ""
    number = in_words(count)
    elements += _standing(
        count, f"{number[0].upper()}{number[1:]} étapes", when, stops[-1] + HOLD, None
    )
    if relay.mention:
        elements.append(
            block(
                "mention",
                french(relay.mention),
                MARGIN_X,
                758,
                ladder(SMALL, (40, 1), (36, 2)),
                MENTION_ROOM,
                Colour.INK,
                FIELD,
                role=Role.CREDIT,
            )
        )
    return elements


def _standing(index: int, head: str, below: str, start: int, until: int | None) -> list[Element]:
    rows = (
        (f"étape en cours {index + 1}", head, 470, NAME),
        (f"lieu en cours {index + 1}", below, 538, PLACE.at(52)),
    )
    return [
        placed(
            name,
            setting(text, ladder(style, (style.size, 1), (44, 2)), STANDING_ROOM),
            MARGIN_X,
            y,
            Colour.INK,
            FIELD,
            role=Role.SUBTITLE,
            entrance=motion.appear(start),
            until=until,
        )
        for name, text, y, style in rows
        if text
    ]
