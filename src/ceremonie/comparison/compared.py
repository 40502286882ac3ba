"""What differs between two editions: as lines, as a page, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ceremonie.comparing import Content, Difference, Entry, Likened, Record, lines
from ceremonie.comparison.sides import Side
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import changes
from ceremonie.edition.changes import Heading
from ceremonie.edition.page import HouseLook

NAME = "Comparaison"
SLIDES, SHOTS = "diapositive", "plan"
NONE = {SLIDES: "aucune diapositive", SHOTS: "aucun plan"}

Part = tuple[str, Sequence[Entry], Sequence[Entry], Sequence[Difference]]
"""What its entries are called, those before and after, and what differs of them."""


@dataclass(frozen=True)
class Compared:
    """The older side first; `changes` hold nothing that may not be told."""

    before: Side
    after: Side
    changes: Likened

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        sides = (self.before, self.after)
        return tuple(dict.fromkeys(told for side in sides for told in side.diagnostics))

    @property
    def names(self) -> tuple[str, str]:
        """Two years by what they are called, two builds of one edition by their folders: these as
        short as tells them apart, since the page may be passed on.
        """
        if self.before.edition != self.after.edition:
            return self.before.edition, self.after.edition
        before, after = self.before.folder.resolve(), self.after.folder.resolve()
        if before.name != after.name:
            return before.name, after.name
        return "/".join(before.parts[-2:]), "/".join(after.parts[-2:])

    @property
    def alike(self) -> str:
        """« 31 diapositives sur 40, 52 plans sur 60 »; empty where there is nothing to compare."""
        return ", ".join(
            f"{_counted(count, what)} sur {len(after)}"
            for what, before, after, some in self._parts
            for count in [len(after) - sum(one.after is not None for one in some)]
            if before and after
        )

    @property
    def _parts(self) -> Iterator[Part]:
        old, new = self.before.record.content, self.after.record.content
        yield SLIDES, old.slides, new.slides, self.changes.slides
        yield SHOTS, old.shots, new.shots, self.changes.shots

    @property
    def lines(self) -> Iterator[str]:
        """French, for a terminal: what is alike first."""
        before, after = self.names
        yield f"{before} → {after}"
        if self.alike:
            yield f"Pareil : {self.alike}."
        yield from self._lacking
        yield from lines(self.changes)
        were, are = map(_people, (self.before, self.after))
        former = f" (avant : {were})" if were != are else ""
        yield f"Personnes du registre : {are}{former}."

    @property
    def _lacking(self) -> Iterator[str]:
        """A deck or a film that only one of both has."""
        for what, before, after, _ in self._parts:
            whole = "diaporama" if what == SLIDES else "film"
            for name, here, there in zip(self.names, (before, after), (after, before), strict=True):
                if there and not here:
                    yield f"{name} : sans {whole}, qui n’est donc pas comparé."

    @property
    def page(self) -> str:
        """HTML that prints, with the pictures of what differs in it."""
        before, after = self.names
        content = self.after.record.content
        since = f"De {before} à {after}."
        heading = Heading(
            NAME, _both(self.before.record.content, content), since, before, self.alike
        )
        pictures = {**self.before.record.pictures, **self.after.record.pictures}
        return changes.sheet(HouseLook(), heading, Record(content, self.changes, pictures=pictures))

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "avant": _side(self.before),
            "apres": _side(self.after),
            "identiques": self.changes.none,
            "differences": {
                f"{what}s": [_difference(one) for one in some] for what, _, _, some in self._parts
            },
            "soirees": [asdict(evening) for evening in self.changes.evenings],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count > 1)}" if count else NONE[what]


def _both(before: Content, after: Content) -> str:
    """The titles of both, once where they are the same."""
    return " / ".join(dict.fromkeys((before.title, after.title)))


def _side(side: Side) -> dict[str, Any]:
    content = side.record.content
    return {
        "dossier": str(side.folder),
        "edition": side.edition,
        "diapositives": len(content.slides),
        "plans": len(content.shots),
        "images_du_film": content.frames,
        "personnes": _people(side),
    }


def _people(side: Side) -> int:
    """How many of its register appear in it."""
    entries = (*side.record.content.slides, *side.record.content.shots)
    return len({presence.person for one in entries for presence in one.people})


def _difference(one: Difference) -> dict[str, Any]:
    kinds = [str(kind) for kind in one.kinds]
    return {"genres": kinds, "avant": _entry(one.before), "apres": _entry(one.after)}


def _entry(entry: Entry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {
        "numero": entry.number,
        "titre": entry.title,
        "textes": list(entry.words),
        "notes": entry.notes,
        "parole": list(entry.speakers),
        "debut_image": entry.start,
        "duree_images": entry.length,
        "non_rappele": entry.withheld,
    }
