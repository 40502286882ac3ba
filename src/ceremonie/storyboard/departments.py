"""The communes of a department: official names and contours, one data file for each department."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from ceremonie.text import unaccented

Position = tuple[float, float]
"""Longitude and latitude, degrees (WGS 84)."""


@dataclass(frozen=True)
class Commune:
    """`code` is the INSEE code; `rings` are closed contours, `centre` the town hall where known."""

    code: str
    name: str
    rings: tuple[tuple[Position, ...], ...]
    centre: Position


@dataclass(frozen=True)
class Department:
    code: str
    communes: tuple[Commune, ...]

    def commune(self, name: str) -> Commune | None:
        """By name, whatever its accents, case, hyphens; None if it is not in the department."""
        return next((c for c in self.communes if _plain(c.name) == _plain(name)), None)


def known_departments() -> tuple[str, ...]:
    folder = resources.files("ceremonie") / "data" / "departements"
    return tuple(
        sorted(f.name.removesuffix(".geojson") for f in folder.iterdir() if "geojson" in f.name)
    )


@lru_cache(maxsize=4)
def department(code: str) -> Department | None:
    """The department, None where there is no data file for it."""
    if code not in known_departments():
        return None
    file = resources.files("ceremonie") / "data" / "departements" / f"{code}.geojson"
    features = json.loads(file.read_text("utf-8"))["features"]
    return Department(code, tuple(_commune(f["properties"], f["geometry"]) for f in features))


def _commune(properties: dict[str, object], geometry: dict[str, object]) -> Commune:
    polygons: object = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    assert isinstance(polygons, list)
    rings = tuple(tuple((float(p[0]), float(p[1])) for p in r) for part in polygons for r in part)
    hall = properties.get("mairie")
    centre = (float(hall[0]), float(hall[1])) if isinstance(hall, list) else _centroid(rings[0])
    return Commune(str(properties["code"]), str(properties["nom"]), rings, centre)


def _centroid(ring: tuple[Position, ...]) -> Position:
    crosses = [x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)]
    area = sum(crosses) * 3
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairwise(ring), crosses, strict=True))
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(pairwise(ring), crosses, strict=True))
    return x / area, y / area


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    letters = re.sub(r"\bst(e?)\b", r"saint\1", unaccented(name.replace("’", "'")))
    return re.sub(r"[\s'-]+", " ", letters).strip()
