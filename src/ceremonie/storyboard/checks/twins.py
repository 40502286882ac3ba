"""The same thing written twice, and figures that contradict what the storyboard lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.query import EACH, Pattern, find, texts
from ceremonie.storyboard.source import Source
from ceremonie.text import plain, quotable

_WORKSHOPS: Pattern = ("jours", EACH, "ateliers", EACH)


@dataclass(frozen=True)
class _Kind:
    """Entries are the same if all the texts of `same` are, and if none of `apart` that both have
    differs. Accents, case and spaces make no difference.
    """

    pattern: Pattern
    same: tuple[str, ...]
    apart: tuple[str, ...] = ()


_KINDS = (
    _Kind(_WORKSHOPS, ("titre", "commune"), ("lieu", "participants")),
    _Kind(("temoignages", EACH), ("citation",), ("auteur",)),
    _Kind(("athletes", EACH), ("nom", "discipline"), ("club", "dossard", "palmares")),
    _Kind(("prix", EACH), ("titre", "laureat")),
    _Kind(("partenaires", EACH), ("nom",)),
    _Kind(("spectacle", EACH), ("titre",), ("artistes", "texte")),
    _Kind(("chiffres", EACH), ("libelle",), ("surtitre",)),
)


def check(source: Source) -> Iterator[Diagnostic]:
    for kind in _KINDS:
        yield from _doubled(source, kind)
    yield from _contradicted(source)


def _doubled(source: Source, kind: _Kind) -> Iterator[Diagnostic]:
    seen: dict[tuple[Any, ...], list[tuple[NodePath, dict[str, Any]]]] = {}
    for path, entry in find(source.data, *kind.pattern):
        words = _words(_in_town(entry, source.data), kind.same)
        if not all(words):
            continue
        alike = seen.setdefault((_day(source.data, path), *words), [])
        for first, other in alike[:1]:
            if not _apart(entry, other, kind.apart):
                where = (*path, kind.same[0])
                yield problem(
                    "element-double",
                    path=where,
                    place=source.place(where),
                    severity=Severity.WARNING,
                    name=quotable(entry[kind.same[0]]),
                    list=next(step for step in reversed(path) if isinstance(step, str)),
                    first=source.place((*first, kind.same[0])).beside,
                )
        alike.append((path, entry))


def _in_town(entry: Any, data: Any) -> Any:
    """A workshop that names no commune is in the one that is named for all."""
    common = next((name for _, name in texts(data, "commune")), None)
    if common is None or not isinstance(entry, dict) or entry.get("commune"):
        return entry
    return {**entry, "commune": common}


def _words(entry: Any, keys: tuple[str, ...]) -> tuple[str, ...]:
    values = [entry.get(key) if isinstance(entry, dict) else None for key in keys]
    return tuple(plain(str(v)) if isinstance(v, str | int | float) else "" for v in values)


def _apart(one: dict[str, Any], other: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Two groups may do the same at the same place; then something tells them apart."""
    pairs = zip(_words(one, keys), _words(other, keys), strict=True)
    return any(first and second and first != second for first, second in pairs)


def _day(data: Any, path: NodePath) -> Any:
    """The day of a workshop; two days are apart even where one has no date, and a morning is apart
    from an afternoon.
    """
    if path[0] != "jours":
        return None
    date = next((value for _, value in texts(data, *path[:2], "date")), None)
    name = next((value for _, value in texts(data, *path[:2], "nom")), None)
    return (date, name) if date else path[1]


_ROUGH = re.compile(r"(?i)environ|pr[eè]s de|plus de|moins de|au moins|quelque|une? |jusqu")
"""Words above or before a number that does not count exactly."""

_FILLING = {
    "ateliers", "communes", "jours", "journees", "partenaires", "proposes", "organises", "animes",
    "tenus", "ouverts", "sportifs", "inclusifs", "traversees", "participantes", "hotes", "au",
    "total", "en", "tout", "de", "d", "et", "dans", "le", "departement", "sport", "fete",
    "mobilises", "engages", "presents",
}  # fmt: skip
"""Words after what is counted that do not mean a part of it only."""

_CLOSE = 10
"""A figure above what is listed is told up to a tenth above it: beyond, not all is listed."""


def _contradicted(source: Source) -> Iterator[Diagnostic]:
    for path, figure in find(source.data, "chiffres", EACH):
        if not isinstance(figure, dict):
            continue
        value, label = _whole(figure), _label(figure)
        counting = _COUNTED.get(label[0]) if label else None
        if value is None or counting is None or not _FILLING.issuperset(label):
            continue
        if _ROUGH.match(str(figure.get("surtitre") or "")) or source.unread(("jours",)):
            continue
        counts = counting(source.data)
        if counts and not any(_agrees(value, count) for count in counts):
            where = (*path, "valeur")
            yield problem(
                "chiffre-contredit",
                path=where,
                place=source.place(where),
                severity=Severity.WARNING,
                value=value,
                label=quotable(figure["libelle"]),
                count=counts[0],
            )


def _agrees(value: int, count: int) -> bool:
    return value == count or value > count + max(1, count // _CLOSE)


def _whole(figure: dict[str, Any]) -> int | None:
    value = figure.get("valeur")
    digits = re.sub(r"[ \u00a0\u202f]", "", str(value))
    whole = isinstance(value, int | str) and not isinstance(value, bool) and digits.isdecimal()
    return int(digits) if whole and len(digits) < 7 else None


def _label(figure: dict[str, Any]) -> list[str]:
    """The words of the label, without accents and case."""
    return [plain(word) for word in re.findall(r"\w+", str(figure.get("libelle") or ""))]


def _workshops(data: Any) -> list[int]:
    return [sum(1 for _, entry in find(data, *_WORKSHOPS) if isinstance(entry, dict))]


def _days(data: Any) -> list[int]:
    return [sum(1 for _ in find(data, "jours", EACH))]


def _communes(data: Any) -> list[int]:
    """Of the workshops, of the relay, of both: any of them may be meant."""
    entries = (_in_town(entry, data) for _, entry in find(data, *_WORKSHOPS))
    workshops = {plain(name) for entry in entries for _, name in texts(entry, "commune")}
    stages = {plain(name) for _, name in texts(data, "flamme", "etapes", EACH, "commune")}
    return [len(one) for one in (workshops, stages, workshops | stages) if one]


def _partners(data: Any) -> list[int]:
    return [sum(1 for _ in find(data, "partenaires", EACH))]


_COUNTED: dict[str, Callable[[Any], list[int]]] = {
    "ateliers": _workshops,
    "communes": _communes,
    "jours": _days,
    "journees": _days,
    "partenaires": _partners,
}
"""What a figure may count that the storyboard lists → how many there are."""
