"""A territory on the canvas: in a fixed number of elements, however many communes it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.borders import Face, dissolved
from ceremonie.planning.compositions.plane import Plane, plane
from ceremonie.planning.drawing import Area, Element, Lines
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.freedom import covers
from ceremonie.territory.values import Territory
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, Point

FIELD = Colour.PAPER

BANDS, LAG = 12, 2
"""From west to east: the parts in which a map comes in, and frames from one to the next."""

FINEST = 16
"""px across of a usual commune, at least: of smaller ones no borders are drawn, but those of
departments.
"""

BORDER, THINNEST = 3.0, 1.2
"""px of the line between two communes, at most and at least."""

FINE = 0.04
"""Of the width of a usual commune: that line."""

SEAM = 1.5
"""px by which two parts of a map lie upon each other where no border covers where they meet."""

BETWEEN_DEPARTMENTS = 6.0
"""px of the line between two departments."""


@dataclass(frozen=True)
class Site:
    """Where a territory lies: as large as `box` allows, at its left (0) to its right (1)."""

    territory: Territory
    box: Bounds
    align: float

    @cached_property
    def plane(self) -> Plane:
        return plane(self.territory)

    @cached_property
    def scale(self) -> float:
        """px of a degree of latitude."""
        return min(self.box.width / self.plane.wide, self.box.height / self.plane.high)

    @property
    def border(self) -> float:
        """px of the line between two communes."""
        return min(BORDER, max(THINNEST, FINE * self.plane.usual * self.scale))

    @property
    def has_borders(self) -> bool:
        """Whether its communes are large enough to be told apart."""
        return self.plane.usual * self.scale >= FINEST

    def point(self, position: Point) -> Point:
        """Where a longitude and latitude lies on the canvas."""
        return self.placed(self.plane.projection.point(position))

    def placed(self, point: Point) -> Point:
        """A point of the plane on the canvas."""
        box, scale = self.box, self.scale
        left = box.left + (box.width - self.plane.wide * scale) * self.align
        top = (box.top + box.bottom - self.plane.high * scale) / 2
        return round(left + point[0] * scale, 2), round(top + point[1] * scale, 2)

    def courses(self, courses: Iterable[Outline]) -> tuple[Outline, ...]:
        """Courses of the plane on the canvas."""
        return tuple(tuple(self.placed(point) for point in course) for course in courses)


@dataclass(frozen=True)
class _Band:
    """A part of a map: its land, and the borders in it and to the part before."""

    land: Face
    borders: tuple[Outline, ...]


def coming(site: Site, start: int) -> Iterator[Element]:
    """The map of the film from frame `start` on, from west to east."""
    for index, band in enumerate(_bands(site, BANDS)):
        yield from _drawn(f"{index + 1}", band, site, motion.appear(start + LAG * index))
    yield from _between(site, motion.appear(start + LAG * BANDS))


def whole(site: Site) -> Iterator[Element]:
    """The same at once, in as few elements as may be."""
    for band in _bands(site, 1):
        yield from _drawn("", band, site, AT_ONCE)
    yield from _between(site, AT_ONCE)


def commune(name: str, face: Face, site: Site, colour: Colour, entrance: Entrance) -> Area:
    """One that is told apart from the others, lined as they are."""
    return Area(
        name=name,
        outlines=face,
        colour=colour,
        line=FIELD,
        line_width=site.border,
        entrance=entrance,
    )


def _drawn(number: str, band: _Band, site: Site, entrance: Entrance) -> Iterator[Element]:
    land = f"territoire {number}".strip()
    yield Area(
        name=land,
        outlines=band.land,
        colour=Colour.DEEP,
        line=Colour.DEEP if number and not band.borders else None,
        line_width=SEAM,
        entrance=entrance,
    )
    if band.borders:
        yield Lines(
            name=f"limites {number}".strip(),
            courses=band.borders,
            width=site.border,
            colour=FIELD,
            entrance=entrance,
        )


def _between(site: Site, entrance: Entrance) -> Iterator[Element]:
    if borders := site.plane.between_departments:
        yield Lines(
            name="limites des départements",
            courses=site.courses(borders),
            width=BETWEEN_DEPARTMENTS,
            colour=FIELD,
            entrance=entrance,
        )


@lru_cache(maxsize=32)
def _bands(site: Site, most: int) -> tuple[_Band, ...]:
    """The map in as many parts with as many communes each, from west to east."""
    faces = site.plane.partition.faces
    count = min(most, len(faces))
    edges = [round(len(faces) * part / count) for part in range(count + 1)]
    return tuple(_band(site, range(*span)) for span in pairwise(edges))


def _band(site: Site, span: range) -> _Band:
    partition = site.plane.partition
    land = dissolved(partition.faces[span.start : span.stop])
    borders: Iterable[Outline] = ()
    if site.has_borders:
        borders = (b.course for b in partition.borders if len(b.sides) > 1 and max(b.sides) in span)
    return _Band(site.courses(land), site.courses(borders))


def outlines(site: Site, town: str) -> Face:
    """The commune that is called so, on the canvas; nothing where it is too small to be seen."""
    place = site.territory.commune(town)
    return site.courses(site.plane.face(place)) if place else ()


def official(site: Site, town: str) -> str:
    """The name of a commune as the map has it."""
    place = site.territory.commune(town)
    return place.name if place else town


def touches(site: Site, box: Bounds) -> bool:
    """Whether the land reaches into the box."""
    return covers(_coast(site), box)


@lru_cache(maxsize=32)
def _coast(site: Site) -> Face:
    return site.courses(ring for face in site.plane.departments for ring in face)
