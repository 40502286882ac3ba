"""Which map is meant, and whether the communes are on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import DISTRICT_MISSING, ELSEWHERE, problem
from ceremonie.storyboard.query import EACH, find, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.storyboard.values import DEPARTMENT_CODE, parted
from ceremonie.territory.choice import (
    Choice,
    Towns,
    city_named,
    meant,
    possible,
    region_named,
)
from ceremonie.territory.france import department_of, departments, departments_with, regions
from ceremonie.territory.values import Commune, Territory
from ceremonie.text import quotable, quoted

FRANCE = "France entière"
FILE = ("carte", "fichier")
_RELAY = ("flamme", "departement")
_KEYS = (("carte", "departement"), ("carte", "region"), ("carte", "ville"), FILE, _RELAY)
_STAGES = ("flamme", "etapes", EACH, "commune")
_WORKSHOPS = ("jours", EACH, "ateliers", EACH, "commune")
_TOWN = ("commune",)

_MUST = (
    (_STAGES, Severity.ERROR),
    (_WORKSHOPS, Severity.WARNING),
    (_TOWN, Severity.WARNING),
)
"""Which communes are to be on the map, and how grave it is if they are not."""

NAMED = 4
"""So many departments, and communes, a message names at most."""

LOOKED_FOR = 40
"""Of so many unknown communes a name that is near is looked for: a region has four thousand."""


def check(source: Source) -> Iterator[Diagnostic]:
    """A stage elsewhere has no place on the map; a workshop elsewhere is only worth a look."""
    yield from source.located(_faults(source.data))


def on(territory: Territory, data: Any) -> Iterator[Diagnostic]:
    """What is not on this map, of all communes that the raw tree names."""
    remedies: dict[str, str | None] = {}
    for pattern, severity in _MUST:
        for path, name in texts(data, *pattern):
            communes = territory.named(name)
            if not communes and name not in remedies and len(remedies) < LOOKED_FOR:
                remedies[name] = _remedy(name, territory)
            if not communes:
                yield _absent(name, path, severity, _called(territory), remedies.get(name))
            elif len(communes) > 1:
                yield _twice(name, path, severity, communes)


def _called(territory: Territory) -> str:
    by_districts = territory.name == city_named(territory.name)
    return f"{territory.name}, par arrondissements" if by_districts else territory.name


def _absent(
    name: str, path: NodePath, severity: Severity, where: str, remedy: str | None = None
) -> Diagnostic:
    return problem(
        "commune-inconnue",
        path=path,
        severity=severity,
        remedy=remedy,
        name=quotable(name),
        territory=where,
    )


def _twice(
    name: str, path: NodePath, severity: Severity, communes: Iterable[Commune]
) -> Diagnostic:
    codes = sorted({department_of(commune.code) for commune in communes})
    return problem(
        "commune-double",
        path=path,
        severity=severity,
        name=quotable(name),
        written=quoted([f"{quotable(name)} ({code})" for code in codes]),
    )


def _faults(data: Any) -> Iterator[Diagnostic]:
    if not isinstance(data, dict) or (data.get("flamme"), data.get("carte")) == (None, None):
        return
    written = _written(data)
    wrong = [*_contradicted(written), *_unknown(written)]
    yield from wrong
    if wrong or FILE in written:
        return
    territory = meant(_choice(written), _towns(data))
    if territory:
        yield from on(territory, data)
    elif not any(_malformed(value) for value in written.values()):
        yield from _doubt(data)


def _written(data: Mapping[str, Any]) -> dict[NodePath, tuple[str, ...]]:
    """What chooses the map: the way to it, and its values."""
    values = {
        key: value for key in _KEYS for _, value in find(data, *key) if value not in (None, "")
    }
    return {key: _several(value) for key, value in values.items() if _several(value)}


def _several(value: Any) -> tuple[str, ...]:
    listed = parted(value)
    if not isinstance(listed, list):
        return ()
    return tuple(
        str(one).strip() for one in listed if isinstance(one, str | int) and str(one).strip()
    )


def _contradicted(written: Mapping[NodePath, tuple[str, ...]]) -> Iterator[Diagnostic]:
    """A map is chosen once; « flamme: departement » may say the same again."""
    (first, *others) = written or [()]
    for other in others:
        same = {first, other} == {_KEYS[0], _RELAY} and written[first] == written[other]
        if not same:
            yield problem(
                "carte-choisie-deux-fois",
                path=other,
                one=_told(first, written[first]),
                other=_told(other, written[other]),
            )


def _told(key: NodePath, values: tuple[str, ...]) -> str:
    return f"{key[0]}: {key[1]}: {quotable(', '.join(values))}"


def _unknown(written: Mapping[NodePath, tuple[str, ...]]) -> Iterator[Diagnostic]:
    for key, values in written.items():
        for value in values:
            if key[-1] == "departement" and not _malformed((value,)):
                yield from _unknown_department(key, value)
            elif key[-1] == "region" and not region_named(value):
                near = did_you_mean(nearest(value, regions().values()))
                yield problem(
                    "region-inconnue", path=key, remedy=near or None, name=quotable(value)
                )
            elif key[-1] == "ville" and not city_named(value):
                yield problem("ville-sans-arrondissement", path=key, name=quotable(value))


def _malformed(values: tuple[str, ...]) -> bool:
    return not all(re.fullmatch(DEPARTMENT_CODE, value) for value in values)


def _unknown_department(key: NodePath, code: str) -> Iterator[Diagnostic]:
    if code not in departments():
        yield problem("departement-inconnu", path=key, code=quotable(code))


def _choice(written: Mapping[NodePath, tuple[str, ...]]) -> Choice:
    by_key = {key[-1]: values for key, values in written.items()}
    return Choice(
        by_key.get("departement", ()),
        ", ".join(by_key.get("region", ())),
        ", ".join(by_key.get("ville", ())),
    )


def _towns(data: Any) -> Towns:
    workshops = [name for pattern in (_WORKSHOPS, _TOWN) for _, name in texts(data, *pattern)]
    return Towns(tuple(name for _, name in texts(data, *_STAGES)), tuple(workshops))


def _doubt(data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Nothing says which map is meant, or the communes do not leave one alone."""
    path: NodePath = ("flamme",) if data.get("flamme") else ("carte",)
    towns = _towns(data)
    names = dict.fromkeys(towns.stages or towns.workshops)
    codes_of = {name: codes for name in names if (codes := departments_with(name))}
    if codes := possible(towns):
        yield problem("carte-a-choisir", path=path, codes=_listed(codes), one=min(codes))
    elif codes_of:
        yield problem("carte-dispersee", path=path, where=_spread(codes_of))
    else:
        yield problem("carte-sans-commune", path=path)
    for place, name in texts(data, *_STAGES):
        if not departments_with(name):
            yield _absent(name, place, Severity.ERROR, FRANCE)


def _spread(codes_of: Mapping[str, frozenset[str]]) -> str:
    """« Créteil » : Val-de-Marne (94) ; … The names that say most come first."""
    surest = sorted(codes_of, key=lambda name: len(codes_of[name]))[:NAMED]
    return " ; ".join(f"« {quotable(name)} » : {_listed(codes_of[name])}" for name in surest)


def _listed(codes: Iterable[str]) -> str:
    named = [f"{departments()[code].name} ({code})" for code in sorted(codes)]
    more = len(named) - NAMED
    if more <= 1:
        return ", ".join(named)
    return f"{', '.join(named[:NAMED])} et {more} autres"


def _remedy(name: str, territory: Territory) -> str | None:
    """The district that is to be named, a name that is near, or where the commune is."""
    if territory.name == city_named(name):
        return DISTRICT_MISSING.format(city=territory.name)
    near = did_you_mean(nearest(name, [commune.name for commune in territory.communes]))
    elsewhere = departments_with(name)
    if near or not elsewhere or not territory.codes:
        return near or None
    return ELSEWHERE.format(name=quotable(name), codes=_listed(elsewhere))
