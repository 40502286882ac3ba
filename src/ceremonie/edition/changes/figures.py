"""Two editions held against each other, in figures alone.

Neither titles nor words nor people are given on: records are kept as they were written, and whoever
stood in one may have withdrawn since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.comparing import Content, Difference, Entry, Kind, differences
from ceremonie.diagnostics import UsageError
from ceremonie.edition import finding, manifest
from ceremonie.edition.changes.comparison import former
from ceremonie.edition.changes.summary import numbers
from ceremonie.messages import problem
from ceremonie.units import clock

MISSING = "comparer-introuvable"

KINDS = {
    Kind.ADDED: "ajouts",
    Kind.REMOVED: "retraits (anciens numéros)",
    Kind.MOVED: "déplacements",
    Kind.SPOKEN: "qui parle",
    Kind.REWORDED: "texte",
    Kind.NOTED: "notes",
    Kind.PICTURED: "images",
    Kind.RETIMED: "durée",
    Kind.REDRAWN: "aspect seul",
}


@dataclass(frozen=True)
class Count:
    """Of slides, or of shots: how many there are `before` and `after`, how many of these are the
    `same`, and the numbers of all others by what became of them; those that are gone have their
    former ones.
    """

    before: int
    after: int
    same: int
    kinds: Mapping[Kind, tuple[int, ...]]


@dataclass(frozen=True)
class Figures:
    """`names` are those of both editions, in the order in which they were given; so are `frames`,
    the lengths of their films, and `people`, how many of the register appear.
    """

    names: tuple[str, str]
    slides: Count
    shots: Count
    frames: tuple[int, int]
    people: tuple[int, int]

    @property
    def lines(self) -> tuple[str, ...]:
        """What is the same first, then what is not."""
        return tuple(_lines(self))

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "editions": list(self.names),
            "diapositives": _as_json(self.slides),
            "plans": _as_json(self.shots),
            "images": list(self.frames),
            "personnes": list(self.people),
        }


def figures(given: Sequence[Path | str], output: Path) -> Figures:
    """Of two editions, given by folder or by name in the folder of outputs. Raises UsageError where
    one is not found, or has no record that can be read.
    """
    first, second = (finding.found(one, output, MISSING) for one in given)
    before, after = _content(first), _content(second)
    names = _edition(first), _edition(second)
    likened = differences(before, after, by_place=names[0] == names[1])
    return Figures(
        names=names if names[0] != names[1] else (first.name, second.name),
        slides=_count(before.slides, after.slides, likened.slides),
        shots=_count(before.shots, after.shots, likened.shots),
        frames=likened.frames,
        people=(_people(before), _people(after)),
    )


def _edition(folder: Path) -> str:
    return str(manifest.contents(folder)[manifest.EDITION])


def _content(folder: Path) -> Content:
    record = former(folder).record
    if record is None:
        raise UsageError(problem("comparer-sans-releve", name=folder.name))
    return record.content


def _count(before: Sequence[Entry], after: Sequence[Entry], each: Sequence[Difference]) -> Count:
    changed = sum(1 for one in each if one.after)
    same = len(after) - changed if before else 0
    kinds = {kind: tuple(_numbers(kind, each)) for kind in Kind}
    return Count(
        len(before), len(after), same, {kind: some for kind, some in kinds.items() if some}
    )


def _numbers(kind: Kind, each: Sequence[Difference]) -> Iterator[int]:
    for one in each:
        if kind in one.kinds and (entry := one.after or one.before):
            yield entry.number


def _people(content: Content) -> int:
    entries = (*content.slides, *content.shots)
    return len({presence.person for one in entries for presence in one.people})


def _lines(compared: Figures) -> Iterator[str]:
    first, second = compared.names
    yield f"De « {first} » à « {second} »"
    yield from _told("Diapositives", "le diaporama", compared.slides, compared)
    yield from _told("Plans du film", "le film", compared.shots, compared)
    if all(compared.frames):
        yield f"Durée du film : {_both(*map(clock, compared.frames))}"
    yield f"Personnes du registre : {_both(*map(str, compared.people))}"


def _told(head: str, whole: str, count: Count, compared: Figures) -> Iterator[str]:
    if count.before and count.after:
        were = _both(str(count.before), str(count.after))
        yield f"{head} : {count.same} sans changement ; en tout {were}"
        for kind, some in count.kinds.items():
            yield f"  {KINDS[kind]} : {numbers(some)}"
    else:
        sides = zip(compared.names, (count.before, count.after), strict=True)
        without = " et ".join(f"« {name} »" for name, many in sides if not many)
        yield f"{head} : rien à comparer, {whole} n’est pas dans {without}"


def _both(before: str, after: str) -> str:
    return after if before == after else f"{after} (avant : {before})"


def _as_json(count: Count) -> dict[str, Any]:
    return {
        "avant": count.before,
        "apres": count.after,
        "identiques": count.same,
        "differences": {kind.value: list(some) for kind, some in count.kinds.items()},
    }
