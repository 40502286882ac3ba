"""Contours of one's own, from GeoJSON (RFC 7946): checked, snapped to a grid, named."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ceremonie.territory.shapes import doubled_area, middle
from ceremonie.territory.values import Commune, Position, Ring, Territory
from ceremonie.text import plain

CELLS = 4000
"""Steps of the grid from edge to edge of the map, in which it is at most some 1900 px wide: what is
nearer together than half a px becomes one position, the same for neighbours who share it.
"""

NAMES = (
    "nom", "name", "libelle", "nomcom", "nomcommune", "nomquartier", "nomquart", "quartier",
    "lqu", "lar", "nomofficiel", "label", "titre",
)  # fmt: skip
"""Properties that hold a name, as they are compared: the first that all features have is taken."""

CODES = ("code", "insee", "inseecom", "codeinsee", "id")
LEFT, RIGHT, SOUTH, NORTH = -180.0, 180.0, -90.0, 90.0

METROPOLE = (-6.0, 41.0, 10.0, 52.0)
"""West, south, east, north of metropolitan France, degrees."""


class ContoursError(Exception):
    """Says by the slug of a problem what is wrong, with the values of its message."""

    def __init__(self, slug: str, **values: str) -> None:
        super().__init__(slug, values)
        self.slug = slug
        self.values = values


@dataclass(frozen=True)
class _Feature:
    """`rings` as they are written, any number of values in a position."""

    properties: Mapping[str, Any]
    rings: Sequence[Sequence[Any]]


def territory(data: bytes, name: str) -> Territory:
    """What the file shows; `name` is what it is called if it says nothing. Raises ContoursError."""
    tree = _tree(data)
    features = [one for one in _features(tree) if one.rings]
    if not features:
        raise ContoursError("carte-sans-contours")
    key = _key(features)
    placed = [(one, [_ring(ring) for ring in one.rings]) for one in features]
    _refuse_elsewhere([ring for _, rings in placed for ring in rings])
    communes = tuple(_communes(placed, key))
    if not communes:
        raise ContoursError("carte-sans-contours")
    title = tree.get("name")
    return Territory(title if isinstance(title, str) and title.strip() else name, (), communes)


def _tree(data: bytes) -> Mapping[str, Any]:
    try:
        tree = json.loads(
            data.decode("utf-8-sig"), parse_int=float, parse_constant=_refuse_constant
        )
    except ContoursError:
        raise
    except (ValueError, RecursionError):
        raise ContoursError("carte-illisible") from None
    if not isinstance(tree, dict) or not isinstance(tree.get("type"), str):
        raise ContoursError("carte-illisible")
    if tree["type"] == "Topology":
        raise ContoursError("carte-topojson")
    return tree


def _refuse_constant(written: str) -> float:
    """NaN and Infinity are no JSON, and no place."""
    raise ContoursError("carte-hors-du-monde", value=written)


def _features(tree: Mapping[str, Any]) -> Iterator[_Feature]:
    listed = tree.get("features") if tree["type"] == "FeatureCollection" else [tree]
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("geometry"), dict):
            properties = one.get("properties")
            named = properties if isinstance(properties, dict) else {}
            yield _Feature(named, tuple(_rings(one["geometry"])))


def _rings(geometry: Any) -> Iterator[Sequence[Any]]:
    """Of areas alone; of a collection those that are in it."""
    if not isinstance(geometry, dict):
        return
    parts, kind = geometry.get("coordinates"), geometry.get("type")
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        for one in geometry["geometries"]:
            if isinstance(one, dict) and one.get("type") != kind:
                yield from _rings(one)
    polygons = {"Polygon": [parts], "MultiPolygon": parts}.get(str(kind))
    for polygon in polygons if isinstance(polygons, list) else ():
        for ring in polygon if isinstance(polygon, list) else ():
            if isinstance(ring, list) and len(ring) > 2:
                yield ring


def _ring(written: Sequence[Any]) -> list[Position]:
    try:
        positions = [(position[0], position[1]) for position in written]
    except (TypeError, IndexError, KeyError):
        raise ContoursError("carte-illisible") from None
    if not all(isinstance(value, float) for value in chain.from_iterable(positions)):
        raise ContoursError("carte-illisible")
    return positions


def _refuse_elsewhere(rings: Sequence[Sequence[Position]]) -> None:
    """Degrees lie in the world, and France does not lie off Somalia."""
    west, south, east, north = _bounds(rings)
    if west < LEFT or east > RIGHT or south < SOUTH or north > NORTH:
        worst = max((west, south, east, north), key=abs)
        far = max(abs(west), abs(east)) > 1000 and max(abs(south), abs(north)) > 1000
        raise ContoursError(
            "carte-projection" if far else "carte-hors-du-monde", value=f"{worst:.12g}"
        )
    left, bottom, right, top = METROPOLE
    if bottom < west and east < top and left < south and north < right:
        raise ContoursError("carte-inversee", first=f"{west:.4g}", second=f"{south:.4g}")


def _bounds(rings: Sequence[Sequence[Position]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*chain.from_iterable(rings), strict=True)
    if not all(map(math.isfinite, (sum(xs), sum(ys)))):
        raise ContoursError("carte-hors-du-monde", value="1e999")
    return min(xs), min(ys), max(xs), max(ys)


def _key(features: Sequence[_Feature]) -> str:
    """The property that names every feature; without one that is usual, the only text there is."""
    shared = set.intersection(*({k for k, v in f.properties.items() if _text(v)} for f in features))
    usual = {plain(key): key for key in sorted(shared)}
    for name in NAMES:
        if name in usual:
            return usual[name]
    words = [key for key in sorted(shared) if all(_wordy(f.properties[key]) for f in features)]
    if len(words) == 1:
        return words[0]
    seen = dict.fromkeys(str(key) for feature in features for key in feature.properties)
    raise ContoursError("carte-sans-noms", keys=", ".join(list(seen)[:8]) or "aucune")


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _wordy(value: Any) -> bool:
    return _text(value) and any(sign.isalpha() for sign in value)


def _communes(
    placed: Sequence[tuple[_Feature, list[list[Position]]]], key: str
) -> Iterator[Commune]:
    """Parts of one name are one."""
    west, south, east, north = _bounds([ring for _, rings in placed for ring in rings])
    step = max(east - west, north - south) / CELLS
    by_name: dict[str, tuple[str, list[Ring]]] = {}
    for number, (feature, rings) in enumerate(placed, 1):
        name = " ".join(str(feature.properties[key]).split())
        snapped = [ring for written in rings if (ring := _snapped(written, step))]
        by_name.setdefault(name, (_code(feature, number), []))[1].extend(snapped)
    for name, (code, all_rings) in by_name.items():
        if all_rings:
            yield Commune(code, name, tuple(all_rings), middle(all_rings))


def _code(feature: _Feature, number: int) -> str:
    codes = {plain(str(key)): value for key, value in feature.properties.items()}
    written = next((codes[key] for key in CODES if isinstance(codes.get(key), str)), "")
    return written or str(number)


def _snapped(ring: Sequence[Position], step: float) -> Ring:
    """On the grid and closed; empty where nothing is left of it."""
    if not step:
        return ()
    cells = dict.fromkeys((round(x / step), round(y / step)) for x, y in ring)
    if len(cells) < 3:
        return ()
    kept = _without_repeats([(round(x / step), round(y / step)) for x, y in ring])
    closed = tuple((x * step, y * step) for x, y in (*kept, kept[0]))
    return closed if doubled_area(closed) else ()


def _without_repeats(cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """No cell twice in a row, nor as first and last."""
    kept = [cell for i, cell in enumerate(cells) if not i or cell != cells[i - 1]]
    return kept[:-1] if kept[0] == kept[-1] else kept
