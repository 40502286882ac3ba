"""Which departments, regions and cities there is a map of, and in which departments a name is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ceremonie.territory.naming import parted, plain_name
from ceremonie.territory.packing import AMONG, unpacked_names


@dataclass(frozen=True)
class Department:
    """`region` is the code of the region that it belongs to."""

    code: str
    name: str
    region: str


@dataclass(frozen=True)
class City:
    """One that has a town hall in each of its districts; `code` is its own as a commune."""

    code: str
    name: str
    department: str


CITIES = (
    City("75056", "Paris", "75"),
    City("69123", "Lyon", "69"),
    City("13055", "Marseille", "13"),
)

OF_ONE_CITY = {city.department: city for city in CITIES if city.name == "Paris"}
"""Departments that are one commune: their map is that of its districts."""


def read_data(name: str) -> bytes:
    """A file of the packed data. Raises FileNotFoundError."""
    return (resources.files("ceremonie") / "data" / "territoires" / name).read_bytes()


@lru_cache(maxsize=1)
def departments() -> Mapping[str, Department]:
    """By their code, in the order of codes."""
    rows = json.loads(read_data("liste.json"))["departments"]
    return {code: Department(code, name, region) for code, (name, region) in rows.items()}


@lru_cache(maxsize=1)
def regions() -> Mapping[str, str]:
    """Code → name."""
    names: dict[str, str] = json.loads(read_data("liste.json"))["regions"]
    return names


def department_of(commune: str) -> str:
    """The code of its department, from that of a commune."""
    return commune[:3] if commune.startswith("97") else commune[:2]


def departments_with(name: str) -> frozenset[str]:
    """The codes of all departments that have a commune or a district of this name, official or
    former.
    """
    bare, code = parted(name)
    codes = frozenset(filter(None, _codes_of_names().get(plain_name(bare), "").split(AMONG)))
    return codes & {code} if code else codes


@lru_cache(maxsize=1)
def _codes_of_names() -> Mapping[str, str]:
    return unpacked_names(read_data("noms.bin"))


def district_names(city: str, number: int) -> tuple[str, ...]:
    """What people write for « Lyon 3e Arrondissement »."""
    ordinals = ("1er",) if number == 1 else (f"{number}e", f"{number}ème")
    return (
        *(f"{city} {ordinal}" for ordinal in ordinals),
        *(f"{ordinal} arrondissement" for ordinal in ordinals),
        f"{city} {number}",
    )
