"""What a spreadsheet changes in a storyboard, as it is shown and written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, StoryboardError, errors
from ceremonie.importing.comparing import Difference
from ceremonie.importing.identity import IDENTITIES
from ceremonie.importing.matching import Entry
from ceremonie.messages import problem
from ceremonie.sheets.kinds import Kind
from ceremonie.sheets.rows import Record
from ceremonie.storyboard import editing
from ceremonie.storyboard.editing import Passage, RefusedError, Revision


@dataclass(frozen=True)
class Part:
    """What becomes of one list: rows that are new, rows that change an entry, how many change
    nothing, and what stands in the storyboard alone, where it stays.
    """

    kind: Kind
    added: tuple[Record, ...]
    changed: tuple[tuple[Record, tuple[Difference, ...]], ...]
    same: int
    absent: tuple[Entry, ...]

    def name(self, data: Any) -> str:
        """How an entry is called."""
        return IDENTITIES[self.kind.key].name(data)

    def head(self, difference: Difference, record: Record) -> str:
        """The title of the column that a difference comes from."""
        bare = _keys(difference.path[len(record.list) + 1 :])
        return next((c.head for c in self.kind.columns if _keys(c.path) == bare), str(bare[-1]))

    def as_json(self) -> dict[str, Any]:
        return {
            "liste": self.kind.key,
            "ajoutes": [{"nom": self.name(one.data), **_at(one)} for one in self.added],
            "changes": [
                {"nom": self.name(record.data), **_at(record), "valeurs": list(map(_told, made))}
                for record, made in self.changed
            ],
            "inchanges": self.same,
            "hors_tableau": [self.name(one.data) for one in self.absent],
        }


def _keys(path: NodePath) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


def _at(record: Record) -> dict[str, Any]:
    return {"feuille": record.first.sheet, "ligne": record.first.row}


def _told(one: Difference) -> dict[str, Any]:
    return {
        "cle": _keys(one.path)[-1],
        "case": one.cell.reference,
        "avant": one.before,
        "apres": one.after,
    }


@dataclass(frozen=True)
class Imported:
    """What the spreadsheet `table` changes in the storyboard at `path`; while a diagnostic is an
    error, nothing of it can be written.
    """

    path: Path
    table: Path
    revision: Revision
    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def empty(self) -> bool:
        return self.revision.empty

    @property
    def wrong(self) -> bool:
        return bool(errors(self.diagnostics))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The lines that change, in the order of the text."""
        return editing.passages(self.revision)

    def as_json(self) -> dict[str, Any]:
        return {
            "storyboard": str(self.path),
            "tableau": str(self.table),
            "listes": [part.as_json() for part in self.parts],
            "corrections": [
                {"ligne": p.first, "avant": p.before, "apres": p.after} for p in self.passages
            ],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }

    def apply(self) -> None:
        """The storyboard takes everything over, or nothing: StoryboardError is raised where there
        are errors, or where it was changed meanwhile; OSError as the system does.
        """
        if self.wrong:
            raise StoryboardError(*errors(self.diagnostics))
        try:
            editing.write(self.revision, self.path)
        except RefusedError as error:
            raise StoryboardError(problem("importer-entre-temps", name=self.path.name)) from error
