"""`carte: {fichier: …}`: contours of one's own, checked as any other file of the edition."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from ceremonie.diagnostics import Severity
from ceremonie.planning import ground
from tests.media.editions import Edition, whole

Place = Callable[[float, float], list[float]]
NAMES = ("Gratte-Ciel", "Cusset", "Les Buers", "Créteil")


def geojson(
    place: Place = lambda x, y: [x, y], points: int = 12, key: str = "nom"
) -> dict[str, Any]:
    """Round quarters around Villeurbanne."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {key: name},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [_round(4.88 + i / 100, 45.77, points, place)],
                },
            }
            for i, name in enumerate(NAMES)
        ],
    }


def _round(x: float, y: float, points: int, place: Place) -> list[list[float]]:
    angles = [2 * math.pi * i / points for i in range(points)]
    return [place(x + 0.005 * math.cos(a), y + 0.005 * math.sin(a)) for a in (*angles, 0.0)]


def shown(edition: Edition, content: str | bytes, name: str = "quartiers.geojson") -> Edition:
    data = content if isinstance(content, bytes) else content.encode()
    (edition.folder / "quartiers.geojson").write_bytes(data)
    edition.top = {"carte": {"fichier": name}}
    return edition


def test_contours_of_ones_own_are_the_ground_of_the_map_and_an_input(edition: Edition) -> None:
    examined = shown(edition, json.dumps(geojson())).examine()
    assert examined.diagnostics == ()
    board = examined.reading.storyboard
    assert board
    territory = ground.of(board, examined.materials(whole(examined.reading)))
    assert territory
    assert [commune.name for commune in territory.communes] == list(NAMES)
    assert (edition.folder / "quartiers.geojson").resolve() in examined.sources
    assert examined.literal


def test_nobody_is_asked_who_is_to_be_recognised_on_a_map(edition: Edition) -> None:
    shown(edition, json.dumps(geojson()))
    assert edition.reading().diagnostics == ()


def test_a_commune_that_is_not_in_the_file_is_told_with_a_name_that_is_near(
    edition: Edition,
) -> None:
    stages = [{"commune": "Gratte-Ciel"}, {"commune": "Cuset"}]
    shown(edition, json.dumps(geojson()))
    edition.top = {**edition.top, "flamme": {"etapes": stages}}
    (told,) = edition.inspect()
    assert (told.slug, told.severity) == ("commune-inconnue", Severity.ERROR)
    assert told.remedy == "vouliez-vous dire « Cusset » ?"
    assert told.place
    assert told.path == ("flamme", "etapes", 1, "commune")


def test_two_hundred_thousand_points_become_as_many_as_are_seen(edition: Edition) -> None:
    examined = shown(edition, json.dumps(geojson(points=50_000))).examine()
    assert examined.diagnostics == ()
    territory = examined.materials(whole(examined.reading)).ground
    assert territory
    assert sum(len(ring) for c in territory.communes for ring in c.rings) < 20_000


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (geojson(lambda x, y: [842_000 + 7e4 * x, 6_517_000 + 1e5 * y]), "carte-projection"),
        (geojson(lambda x, y: [y, x]), "carte-inversee"),
        (geojson(lambda x, y: [x, y + 60]), "carte-hors-du-monde"),
        (geojson(lambda x, y: [x, math.nan]), "carte-hors-du-monde"),
        (geojson(lambda x, y: [x]), "carte-illisible"),
        (geojson(lambda x, y: ["4.8", "45.7"]), "carte-illisible"),  # type: ignore[list-item]
        (geojson(lambda x, y: [4.8, 45.7]), "carte-sans-contours"),
        (geojson(key="OBJET 1") | {"features": [{"geometry": None}]}, "carte-sans-contours"),
        ({"type": "FeatureCollection", "features": []}, "carte-sans-contours"),
        ({"type": "Topology", "arcs": []}, "carte-topojson"),
        ([1, 2], "carte-illisible"),
    ],
)
def test_what_is_no_map_of_this_world_is_told(edition: Edition, content: Any, slug: str) -> None:
    (told,) = shown(edition, json.dumps(content)).inspect()
    assert told.slug == slug
    assert told.path == ("carte", "fichier")
    assert told.remedy


@pytest.mark.parametrize(
    "content", [b"{", b"[" * 100_000, b"\xff\xfe{", json.dumps(geojson()).encode()[:-40]]
)
def test_what_is_not_whole_is_told(edition: Edition, content: bytes) -> None:
    assert [d.slug for d in shown(edition, content).inspect()] == ["carte-illisible"]


def test_contours_without_names_say_which_properties_they_have(edition: Edition) -> None:
    content = json.dumps(geojson(key="IDU")).replace('"Cusset"', "12")
    (told,) = shown(edition, content).inspect()
    assert told.slug == "carte-sans-noms"
    assert "IDU" in told.message


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("../quartiers.geojson", "media-hors-dossier"),
        ("/tmp/quartiers.geojson", "media-absolu"),
        ("quartier.geojson", "media-introuvable"),
        ("storyboard.yaml", "media-format"),
    ],
)
def test_the_file_is_looked_for_as_any_other_of_the_edition(
    edition: Edition, name: str, slug: str
) -> None:
    (edition.folder.parent / "quartiers.geojson").write_bytes(b"{}")
    (told,) = shown(edition, json.dumps(geojson()), name).inspect()
    assert told.slug == slug
