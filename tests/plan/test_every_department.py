"""The map of every department: nothing lies on anything, and its size does not grow with it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from ceremonie.formats import SCREENS, Screen
from ceremonie.planning.compositions import compose
from ceremonie.planning.compositions.plane import MOST_POINTS
from ceremonie.planning.drawing import Area, Drawing, Lines, Stroke
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.territory.france import departments
from ceremonie.territory.loading import of_city, of_departments, of_region
from ceremonie.territory.values import Territory

from .test_map_names import STATIONS, collisions, leg, route

STOPS = 12
DENSE, LARGE = ("75", "92", "93"), ("33", "40", "59", "62", "73", "80")

MOST_ELEMENTS = 160
"""Of a shot with twelve stops, whatever lies below them."""

SLIDE = Staging(SCREENS[Screen.WIDE], viewing=ROOM)
FILM = STATIONS["film 16:9"]


def far(territory: Territory, count: int = STOPS) -> tuple[str, ...]:
    """Communes as far from each other as may be, one after the other."""
    places = territory.communes
    chosen = [places[len(places) // 3]]
    apart = [math.dist(one.centre, chosen[0].centre) for one in places]
    while len(chosen) < min(count, len(places)):
        chosen.append(places[apart.index(max(apart))])
        nearer = (math.dist(one.centre, chosen[-1].centre) for one in places)
        apart = [min(pair) for pair in zip(apart, nearer, strict=True)]
    return tuple(one.name for one in chosen)


def near(territory: Territory) -> tuple[str, ...]:
    """Those around the commune in the middle of the list."""
    places = territory.communes
    middle = places[len(places) // 2].centre
    ordered = sorted(places, key=lambda one: math.dist(one.centre, middle))
    return tuple(one.name for one in ordered[:STOPS])


@pytest.mark.slow  # a hundred and one maps
def test_every_department_has_a_map_in_film_and_deck_without_a_collision() -> None:
    told = [f"{code}: {fault}" for code in departments() for fault in faults_of(code)]
    assert told == []


def faults_of(code: str) -> Iterator[str]:
    territory = of_departments((code,))
    content = route(*far(territory, 6), territory=territory)
    yield from collisions(content, FILM)
    film = compose(content, FILM)
    slide = compose(leg(content, len(content.stops)), SLIDE)
    yield from (f"{name} leaves the frame" for name in outside(film))
    if len(film.elements) > MOST_ELEMENTS:
        yield f"{len(film.elements)} elements"
    if points(slide) > 2 * MOST_POINTS:
        yield f"{points(slide)} points on a slide"


def outside(drawing: Drawing) -> Iterator[str]:
    """Strokes of which a point lies beyond the upper, the lower or the right edge."""
    wide, high = drawing.format.width, drawing.format.height
    for one in drawing.elements:
        if isinstance(one, Stroke) and any(x > wide or not 0 <= y <= high for x, y in one.course):
            yield one.name


def points(drawing: Drawing) -> int:
    lines = sum(len(c) for e in drawing.elements if isinstance(e, Lines) for c in e.courses)
    return lines + sum(len(o) for e in drawing.elements if isinstance(e, Area) for o in e.outlines)


@pytest.mark.slow  # the densest and the largest, on every canvas
@pytest.mark.parametrize("code", [*DENSE, *LARGE])
def test_twelve_stops_are_named_on_every_canvas(code: str) -> None:
    territory = of_departments((code,))
    towns = near(territory) if code in DENSE else far(territory)
    content = route(*towns, territory=territory)
    told = [
        f"{station}: {fault}"
        for station, staging in STATIONS.items()
        for fault in collisions(content, staging)
    ]
    assert told == []


@pytest.mark.parametrize(
    "territory",
    [of_departments(("94",)), of_departments(("62",)), of_region("11"), of_city("Lyon")],
    ids=lambda one: one.name,
)
def test_a_map_is_drawn_with_as_many_elements_whatever_its_communes(territory: Territory) -> None:
    content = route(*far(territory, 6), territory=territory)
    lands = [e for e in compose(content, FILM).elements if isinstance(e, Area | Lines) and e.fixed]
    assert len(lands) <= 25
    slide = compose(leg(content, 6), SLIDE)
    assert len([e for e in slide.elements if isinstance(e, Area | Lines) and e.fixed]) <= 3
