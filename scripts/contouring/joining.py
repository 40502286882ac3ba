"""Contours and names joined: the communes of today, each with the names that it had."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ceremonie.territory.france import district_names
from ceremonie.territory.naming import plain_name
from ceremonie.territory.shapes import holds, middle
from ceremonie.territory.values import Commune, Position, Ring
from contouring.gaps import filled
from contouring.merging import dissolved, rounded
from contouring.sources import Contours, Unit

TODAY, DISTRICT = "commune-actuelle", "arrondissement-municipal"
FAR = 0.05
"""Degrees: a town hall that lies so far outside its commune is a mistake of the source."""


Former = Mapping[str, tuple[str, ...]]
"""Code → the other names by which the commune is understood."""


@dataclass
class Joined:
    """`communes` and `districts` by department, or by the commune that they are districts of;
    `grown` are those that got a gap beside them; `left` says, by department too, which have no
    contour: both for who runs the script.
    """

    communes: dict[str, list[Commune]] = field(default_factory=lambda: defaultdict(list))
    districts: dict[str, list[Commune]] = field(default_factory=lambda: defaultdict(list))
    grown: list[str] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Names:
    """The list of today, by code; names that are no more, by the code of the commune of today; the
    codes of all communes that there were before.
    """

    today: Mapping[str, dict[str, Any]]
    districts: Mapping[str, dict[str, Any]]
    former: Former
    before: frozenset[str] = frozenset()


def names(now: Sequence[dict[str, Any]], before: Sequence[dict[str, Any]]) -> Names:
    """`before` names communes that are neither delegated nor associated any more, and those that
    have another name now.
    """
    today = {row["code"]: row for row in now if row["type"] == TODAY}
    heirs = {old: code for code, row in today.items() for old in row.get("anciensCodes", ())}
    former: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in (*now, *before):
        code = row.get("chefLieu", row["code"])
        code = code if code in today else heirs.get(code, "")
        if code and row["type"] != DISTRICT and _differs(row["nom"], today[code]["nom"]):
            former[code].setdefault(plain_name(row["nom"]), row["nom"])
    districts = {row["code"]: row for row in now if row["type"] == DISTRICT}
    whole = frozenset(row["code"] for row in before if row["type"] == TODAY)
    return Names(today, districts, {code: tuple(f.values()) for code, f in former.items()}, whole)


def _differs(one: str, other: str) -> bool:
    return plain_name(one) != plain_name(other)


def joined(contours: Contours, told: Names) -> Joined:
    made = Joined()
    parts, former = _parts_of(contours, told), _with_districts(told)
    for code, row in told.today.items():
        whole = contours.wholes.get(code)
        rings = _outline(whole, parts.get(code, ()))
        if rings:
            made.communes[row["departement"]].append(_commune(code, row, rings, whole, former))
        else:
            made.left[row["departement"]].append(_left(row["nom"], row["departement"], told))
    _fill(made, _larger(contours, told))
    for code in told.districts:
        home = told.districts[code]["commune"]
        made.districts[home].append(_district(contours.districts[code], told))
    return made


def _district(unit: Unit, told: Names) -> Commune:
    rings, row = rounded(unit.rings), told.districts[unit.code]
    city = told.today[row["commune"]]["nom"]
    names = {unit.code: district_names(city, int(re.findall(r"\d+", row["nom"])[0]))}
    return _commune(unit.code, row, rings, unit, names)


def _larger(contours: Contours, told: Names) -> set[str]:
    """Communes that have taken others in whose contours are missing."""
    drawn = {*contours.parts, *contours.wholes}
    lacking = {code for code, part in contours.parts.items() if not part.rings}
    return {
        code
        for code, row in told.today.items()
        for old in (code, *row.get("anciensCodes", ()))
        if old in lacking or (old in told.before and old not in drawn)
    }


def _fill(made: Joined, larger: set[str]) -> None:
    everywhere = [commune for communes in made.communes.values() for commune in communes]
    grown = filled(everywhere, larger)
    for code, communes in made.communes.items():
        made.communes[code] = [grown.get(commune.code, commune) for commune in communes]
    made.grown.extend(f"{commune.name} ({code})" for code, commune in grown.items())


def _left(name: str, department: str, told: Names) -> str:
    """A commune that has parted from another one, and has no contour yet, is shown as its part."""
    homes = [
        told.today[code]["nom"]
        for code, former in told.former.items()
        if name in former and told.today[code]["departement"] == department
    ]
    return f"{name} (a part of {' or '.join(homes)})" if homes else name


def _parts_of(contours: Contours, told: Names) -> Mapping[str, list[Unit]]:
    heirs = {old: code for code, row in told.today.items() for old in row.get("anciensCodes", ())}
    parts: defaultdict[str, list[Unit]] = defaultdict(list)
    for code, unit in contours.parts.items():
        parts[heirs.get(code, code)].append(unit)
    for code, unit in contours.wholes.items():
        if code not in told.today and code in heirs:
            parts[heirs[code]].append(unit)
    return parts


def _outline(whole: Unit | None, parts: Sequence[Unit]) -> tuple[Ring, ...]:
    """The contour of the commune; one that has none is made of those of its parts."""
    if whole and whole.rings:
        return rounded(whole.rings)
    if not parts or not all(part.rings for part in parts):
        return ()
    return dissolved(ring for part in parts for ring in part.rings)


def _commune(
    code: str, row: Mapping[str, Any], rings: tuple[Ring, ...], unit: Unit | None, former: Former
) -> Commune:
    hall = unit.hall if unit and unit.hall and _near(unit.hall, rings) else None
    return Commune(code, row["nom"], rings, hall or middle(rings), former.get(code, ()))


def _near(place: Position, rings: Sequence[Ring]) -> bool:
    if holds(rings, place):
        return True
    x, y = place
    return any(abs(x - a) < FAR and abs(y - b) < FAR for ring in rings for a, b in ring)


def _with_districts(told: Names) -> Former:
    """A whole city answers to the names of its districts."""
    former = dict(told.former)
    for row in told.districts.values():
        city, number = told.today[row["commune"]], int(re.findall(r"\d+", row["nom"])[0])
        names = (row["nom"], *district_names(city["nom"], number))
        former[city["code"]] = (*former.get(city["code"], ()), *names)
    return former


def every_name(made: Joined) -> Iterator[tuple[str, str]]:
    """Each name and its department."""
    for code, communes in made.communes.items():
        for commune in communes:
            for name in (commune.name, *commune.former):
                yield name, code
