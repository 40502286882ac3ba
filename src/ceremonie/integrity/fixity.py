"""What a folder should hold against what it holds. Pure: digests in, differences out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What became of a file, as reports say it."""

    MISSING = "manquant"
    RENAMED = "renomme"
    SWAPPED = "echange"
    CHANGED = "modifie"
    ADDED = "ajoute"


@dataclass(frozen=True)
class Promise:
    """What a manifest says of a file; `size` in bytes, None where it does not tell."""

    digest: str
    size: int | None = None


@dataclass(frozen=True)
class Present:
    """What is there; `changed` is when it was last written, in nanoseconds."""

    digest: str
    size: int
    changed: int = 0


@dataclass(frozen=True, order=True)
class Difference:
    """`other` is the name that a file has now where that is another one, or, of one that was
    swapped, that of the file whose content it holds.
    """

    name: str
    kind: Kind
    other: str = ""


def differences(
    promised: Mapping[str, Promise], present: Mapping[str, Present]
) -> tuple[Difference, ...]:
    """By name; each file that is not as promised once, and each that nobody promised."""
    there = located(promised, present)
    extra = {name: one for name, one in present.items() if name not in there.values()}
    return tuple(sorted(_differences(promised, present, there, extra)))


def located(promised: Mapping[str, Promise], present: Mapping[str, Present]) -> dict[str, str]:
    """Promised name → the one under which the file is there: the same but for case and Unicode
    form, which sticks and other systems change.
    """
    by_fold: dict[str, list[str]] = {}
    for name in present:
        if name not in promised:
            by_fold.setdefault(_folded(name), []).append(name)
    there = {name: name for name in promised if name in present}
    for name in promised.keys() - there.keys():
        if alike := by_fold.get(_folded(name)):
            there[name] = alike[0]
    return there


def _differences(
    promised: Mapping[str, Promise],
    present: Mapping[str, Present],
    there: Mapping[str, str],
    extra: dict[str, Present],
) -> Iterator[Difference]:
    owners: dict[str, list[str]] = {}
    for name, promise in promised.items():
        owners.setdefault(promise.digest, []).append(name)
    told: set[str] = set()
    for name, promise in sorted(promised.items()):
        if name not in there:
            yield _gone(name, promise, extra)
        elif present[there[name]].digest != promise.digest and name not in told:
            other = _owner(present[there[name]], owners)
            if other in there and present[there[other]].digest == promise.digest:
                told.add(other)
            here = "" if there[name] == name else there[name]
            yield Difference(name, Kind.SWAPPED if other else Kind.CHANGED, other or here)
    yield from (Difference(name, Kind.ADDED) for name in extra)


def _gone(name: str, promise: Promise, extra: dict[str, Present]) -> Difference:
    """Perhaps under another name: then that one was not added."""
    for other, one in sorted(extra.items()):
        if one.digest == promise.digest:
            del extra[other]
            return Difference(name, Kind.RENAMED, other)
    return Difference(name, Kind.MISSING)


def _owner(one: Present, owners: Mapping[str, list[str]]) -> str:
    """The promised file that has this content; an empty name where none has."""
    return min(owners.get(one.digest, ()), default="")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
