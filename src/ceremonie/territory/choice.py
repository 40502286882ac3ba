"""Which territory is meant: by what is chosen, or by where the communes are that it must hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.territory.france import CITIES, departments, departments_with, regions
from ceremonie.territory.loading import of_city, of_departments, of_region
from ceremonie.territory.naming import plain_name
from ceremonie.territory.values import Territory


@dataclass(frozen=True)
class Choice:
    """What is written: codes of departments, or a region (name or code), or a city. All may be
    missing.
    """

    departments: tuple[str, ...] = ()
    region: str = ""
    city: str = ""

    @property
    def open(self) -> bool:
        return not (self.departments or self.region or self.city)


@dataclass(frozen=True)
class Towns:
    """The communes that a map has to show: all `stages`, and the workshops' as far as may be."""

    stages: tuple[str, ...] = ()
    workshops: tuple[str, ...] = ()


def chosen(choice: Choice) -> Territory | None:
    """None where there is no map of what is written, or nothing is written."""
    if choice.city:
        city = city_named(choice.city)
        return of_city(city) if city else None
    if choice.region:
        region = region_named(choice.region)
        return of_region(region) if region else None
    codes = tuple(dict.fromkeys(choice.departments))
    if not codes or not all(code in departments() for code in codes):
        return None
    return of_departments(codes)


def meant(choice: Choice, towns: Towns) -> Territory | None:
    """What is chosen, or else the one department that the communes leave."""
    if not choice.open:
        return chosen(choice)
    codes = possible(towns)
    return of_departments(tuple(codes)) if len(codes) == 1 else None


def possible(towns: Towns) -> frozenset[str]:
    """The codes of departments that have every stage, or without stages every workshop; where they
    are several, only those that have as many workshops as may be. A commune that no department has
    says nothing.
    """
    if not _anywhere(towns.stages):
        return _shared(_anywhere(towns.workshops))
    left = _shared(_anywhere(towns.stages))
    for codes in _anywhere(towns.workshops):
        left = left & codes or left
    return left


def _anywhere(names: Sequence[str]) -> list[frozenset[str]]:
    return [codes for name in dict.fromkeys(names) if (codes := departments_with(name))]


def _shared(several: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*several) if several else frozenset()


def region_named(written: str) -> str | None:
    """The code of a region, by its name or its code."""
    if written in regions():
        return written
    return next(
        (c for c, name in regions().items() if plain_name(name) == plain_name(written)), None
    )


def city_named(written: str) -> str | None:
    """The name of a city that has districts."""
    return next((c.name for c in CITIES if plain_name(c.name) == plain_name(written)), None)
