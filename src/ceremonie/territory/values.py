"""A territory and its communes, as values: names, contours, and which commune a name means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ceremonie.territory.naming import parted, plain_name

Position = tuple[float, float]
"""Longitude and latitude, degrees (WGS 84)."""

Ring = tuple[Position, ...]
"""A closed contour: the last position is the first one again."""


@dataclass(frozen=True, eq=False)
class Commune:
    """`code` is the INSEE code (or that of a district of a city); `rings` are its contours, those
    of holes among them, to be filled even-odd; `centre` is the town hall where known, else a place
    inside. `former` are the names of communes that it was made of.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    centre: Position
    former: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Territory:
    """What a map shows: departments, a region, a city by districts, or contours of one's own.

    `codes` are those of its departments, none for contours of one's own. Two territories are the
    same only if they are one object, so that what is drawn of one is kept by it.
    """

    name: str
    codes: tuple[str, ...]
    communes: tuple[Commune, ...]

    def commune(self, name: str) -> Commune | None:
        """By official or former name, whatever its accents, case, hyphens; None if not here. Of
        several, the first: « Saint-Denis (93) » says which.
        """
        return next(iter(self.named(name)), None)

    def named(self, name: str) -> tuple[Commune, ...]:
        """All that this name may mean. A commune of today goes before a former one."""
        if plain_name(name) in self._by_name:
            return self._by_name[plain_name(name)]
        bare, code = parted(name)
        possible = self._by_name.get(plain_name(bare), ()) if code else ()
        return tuple(commune for commune in possible if commune.code.startswith(code))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Commune, ...]]:
        today = _grouped((commune.name, commune) for commune in self.communes)
        former = _grouped((name, commune) for commune in self.communes for name in commune.former)
        return former | today


def _grouped(named: Iterable[tuple[str, Commune]]) -> dict[str, tuple[Commune, ...]]:
    groups: dict[str, tuple[Commune, ...]] = {}
    for name, commune in named:
        groups[plain_name(name)] = (*groups.get(plain_name(name), ()), commune)
    return groups
