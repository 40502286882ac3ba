"""Territories made of the packed data; each is the same object however often it is asked for."""

from __future__ import annotations

from functools import lru_cache

from ceremonie.territory.france import (
    CITIES,
    OF_ONE_CITY,
    departments,
    read_data,
    regions,
)
from ceremonie.territory.packing import unpacked
from ceremonie.territory.values import Commune, Territory


@lru_cache(maxsize=16)
def of_departments(codes: tuple[str, ...]) -> Territory:
    """One or several, as one territory. Raises KeyError for a code that there is no map of."""
    if len(codes) == 1 and codes[0] in OF_ONE_CITY:
        return of_city(OF_ONE_CITY[codes[0]].name)
    names = [departments()[code].name for code in codes]
    communes = tuple(commune for code in codes for commune in _communes(code))
    return Territory(_listed(names), codes, communes)


@lru_cache(maxsize=16)
def of_region(code: str) -> Territory:
    """All its departments. Raises KeyError for a code of no region."""
    codes = tuple(d.code for d in departments().values() if d.region == code)
    if len(codes) == 1:
        return of_departments(codes)
    return Territory(regions()[code], codes, of_departments(codes).communes)


@lru_cache(maxsize=len(CITIES))
def of_city(name: str) -> Territory:
    """By districts. Raises KeyError for a city that has none."""
    city = {city.name: city for city in CITIES}[name]
    return Territory(city.name, (city.department,), unpacked(read_data(f"{city.code}.bin")))


@lru_cache(maxsize=128)
def _communes(department: str) -> tuple[Commune, ...]:
    return unpacked(read_data(f"{department}.bin"))


def _listed(names: list[str]) -> str:
    return " et ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
