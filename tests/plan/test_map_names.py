"""The names of the relay's stops, however near these are: nothing lies on anything."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from ceremonie.formats import FORMATS, SCREENS, Bounds, Screen, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.drawing import Box, Disc, Drawing, Element, Role, Stroke, Text
from ceremonie.planning.entrances import Follow
from ceremonie.planning.map_content import Leg, Route, Stop
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.territory.values import Territory

from .contents import VAL_DE_MARNE
from .measures import line_boxes

FILMS = {f"film {shape}": Staging(FORMATS[shape]) for shape in Shape}
SLIDES = {f"slide {one}": Staging(SCREENS[one], viewing=ROOM) for one in Screen}
STATIONS = FILMS | SLIDES

TIGHT = (
    "Gentilly", "Le Kremlin-Bicêtre", "Arcueil", "Cachan", "Villejuif", "L'Haÿ-les-Roses",
    "Chevilly-Larue", "Rungis", "Fresnes", "Thiais", "Vitry-sur-Seine", "Ivry-sur-Seine",
)  # fmt: skip
RIVER = (
    "Fontenay-sous-Bois", "Ivry-sur-Seine", "Le Kremlin-Bicêtre", "Maisons-Alfort",
    "Joinville-le-Pont", "Nogent-sur-Marne", "Vitry-sur-Seine", "Saint-Maurice",
    "Charenton-le-Pont", "Alfortville", "Saint-Mandé", "Vincennes",
)  # fmt: skip
SMALLEST_AND_LARGEST = (
    "Saint-Maurice", "Vitry-sur-Seine", "Charenton-le-Pont", "Champigny-sur-Marne", "Gentilly",
    "Périgny", "Mandres-les-Roses", "Sucy-en-Brie",
)  # fmt: skip
THERE_AND_BACK = ("Créteil", "Orly", "Créteil", "Valenton", "Créteil")
LONG = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
CASES = {
    "tight": TIGHT,
    "river": RIVER,
    "smallest-and-largest": SMALLEST_AND_LARGEST,
    "there-and-back": THERE_AND_BACK,
}


def neighbours(seed: int) -> tuple[str, ...]:
    """2 to 12 communes near to each other, in any order."""
    chosen, place = random.Random(seed), VAL_DE_MARNE
    middle = chosen.choice(place.communes).centre
    nearest = sorted(place.communes, key=lambda one: math.dist(one.centre, middle))
    towns = [one.name for one in nearest[: 2 + seed % 11]]
    return tuple(chosen.sample(towns, len(towns)))


def route(*towns: str, territory: Territory = VAL_DE_MARNE) -> Route:
    return Route(
        title="La Flamme en relais",
        territory=territory,
        departs=24,
        stops=tuple(
            Stop(town, town, f"Étape {i + 1} sur {len(towns)}", 58 + 59 * i, 83 + 59 * i)
            for i, town in enumerate(towns)
        ),
        total=f"{len(towns)} étapes",
        dates="du 28 au 30 novembre 2023",
        mention="Parcours illustratif",
    )


@pytest.mark.parametrize("towns", CASES.values(), ids=CASES)
@pytest.mark.parametrize("station", STATIONS)
def test_no_name_lies_on_anything_on_the_densest_maps(station: str, towns: tuple[str, ...]) -> None:
    assert list(collisions(route(*towns), STATIONS[station])) == []


@pytest.mark.parametrize("seed", range(8))
def test_no_name_lies_on_anything_wherever_the_stops_are(seed: int) -> None:
    for station in STATIONS.values():
        assert list(collisions(route(*neighbours(seed)), station)) == []


@pytest.mark.parametrize("station", STATIONS)
def test_names_of_forty_five_signs_have_their_place(station: str) -> None:
    content = route(*SMALLEST_AND_LARGEST)
    stops = [replace(s, label=LONG if i % 2 else s.label) for i, s in enumerate(content.stops)]
    assert list(collisions(replace(content, stops=tuple(stops)), STATIONS[station])) == []


@pytest.mark.parametrize("towns", [TIGHT, RIVER], ids=["tight", "river"])
@pytest.mark.parametrize("station", FILMS)
def test_every_stop_is_named_while_the_flame_is_there(station: str, towns: tuple[str, ...]) -> None:
    content = route(*towns)
    drawing = compose(content, FILMS[station])
    for index, stop in enumerate(content.stops):
        read = [t.text for t in drawing.elements if isinstance(t, Text) and t.visible(stop.reached)]
        assert towns[index] in read


@pytest.mark.parametrize("station", ["film 16:9", *SLIDES])
def test_what_has_no_place_on_the_map_is_in_its_legend_by_number(station: str) -> None:
    staging = STATIONS[station]
    content = route(*RIVER)
    drawing = compose(leg(content, 12) if station in SLIDES else content, staging)
    texts = {e.name: e for e in drawing.elements if isinstance(e, Text)}
    listed = [int(name.split()[1]) for name in texts if name.startswith("légende ")]
    named = [int(name.split()[1]) for name in texts if name.startswith("nom ")]
    assert sorted((*listed, *named)) == list(range(1, 13))
    assert listed == sorted(listed) != []
    for number in listed:
        assert texts[f"légende {number}"].text == RIVER[number - 1]
        assert texts[f"rang {number}"].text == str(number)


def leg(content: Route, reached: int) -> Leg:
    return Leg(content, "La Flamme en relais", content.stops[reached - 1].label, "Étape", reached)


def collisions(content: Route, staging: Staging) -> Iterator[str]:
    """What lies upon what while the flame rests at a stop, and at the end."""
    if staging.viewing.edited:
        for index in range(len(content.stops)):
            yield from _at(compose(leg(content, index + 1), staging), 0, index)
        return
    drawing = compose(content, staging)
    for index, stop in enumerate(content.stops):
        yield from _at(drawing, stop.reached, index)
    yield from _at(drawing, content.stops[-1].left + 1, len(content.stops) - 1)


def _at(drawing: Drawing, frame: int, stop: int) -> Iterator[str]:
    """At a frame at which the flame rests at a stop."""
    seen = [e for e in drawing.elements if e.visible(frame)]
    boxes = [(e.name, box) for e in seen for box in _read(e)]
    discs = {e.name: e for e in seen if isinstance(e, Disc) and e.name.startswith("étape")}
    places = {int(name.split()[1]): (e.x, e.y, e.radius) for name, e in discs.items()}
    head = next(e for e in seen if isinstance(e, Disc) and e.name == "tête du relais")
    x, y, _ = places[stop + 1]
    flame = (x, y, head.radius) if isinstance(head.entrance, Follow) else _circle(head)
    for (one, box), (other, beside) in combinations(boxes, 2):
        if one.split()[1:] != other.split()[1:] and box.meets(beside):
            yield f"{frame}: {one} on {other}"
    for name, box in boxes:
        if not drawing.format.safe.holds(box, 1):
            yield f"{frame}: {name} over the edge"
        if any(near(box, circle) for circle in (flame, *places.values())):
            yield f"{frame}: {name} on a disc"
        if _on_route(box, drawing):
            yield f"{frame}: {name} on the route"
    circles = [flame, *(circle for n, circle in places.items() if n != stop + 1)]
    for one_circle, other_circle in combinations(circles, 2):
        if math.dist(one_circle[:2], other_circle[:2]) < one_circle[2] + other_circle[2]:
            yield f"{frame}: a disc on another at {one_circle[:2]}"


def _read(element: Element) -> tuple[Bounds, ...]:
    """The plates of names, and the ink of all other words."""
    if isinstance(element, Box) and element.name.startswith("étiquette"):
        x, y = element.x, element.y
        return (Bounds(x, y, x + element.width, y + element.height),)
    if isinstance(element, Text) and element.role is not Role.DECORATION:
        return () if element.name.startswith("nom ") else line_boxes(element)
    return ()


def _on_route(box: Bounds, drawing: Drawing) -> bool:
    route = next(e for e in drawing.elements if e.name == "parcours" and isinstance(e, Stroke))
    near = box.grown(route.width / 2 - 2)
    return any(
        near.left < x < near.right and near.top < y < near.bottom for x, y in route.course[::3]
    )


def _circle(disc: Disc) -> tuple[float, float, float]:
    return disc.x, disc.y, disc.radius


def near(box: Bounds, circle: tuple[float, float, float]) -> bool:
    """Whether a box and a disc share a point."""
    x, y, radius = circle
    across = max(box.left - x, 0, x - box.right)
    down = max(box.top - y, 0, y - box.bottom)
    return math.hypot(across, down) < radius
