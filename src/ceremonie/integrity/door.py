"""From folders to what is wrong in them; nothing is written, whatever is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, errors
from ceremonie.integrity import bags, editions
from ceremonie.integrity.editions import Advance, Checked
from ceremonie.integrity.places import Kind, subjects
from ceremonie.messages import abridged
from ceremonie.progress import Progress, Step

Checker = Callable[..., Checked]

CHECKERS: dict[Kind, Checker] = {Kind.EDITION: editions.checked, Kind.BAG: bags.checked}
"""Who checks what: a folder and how to tell how far it is → what was found."""


@dataclass(frozen=True)
class Control:
    """Of all folders; `thorough` where films were decoded."""

    folders: tuple[Checked, ...]
    thorough: bool

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return abridged(one for folder in self.folders for one in folder.diagnostics)

    @property
    def is_whole(self) -> bool:
        return not errors(self.diagnostics)

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "complet": self.thorough,
            "entier": self.is_whole,
            "dossiers": [
                {
                    "dossier": str(one.folder),
                    "fichiers": one.files,
                    "octets": one.size,
                    "entier": not errors(one.diagnostics),
                    "diagnostics": [d.as_json() for d in one.diagnostics],
                }
                for one in self.folders
            ],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def control(given: Path, *, thorough: bool, progress: Progress) -> Control:
    """Raises UsageError where there is nothing that could be checked."""
    found = subjects(given)
    total = sum(editions.size_of(one.folder) for one in found) or 1
    advance = _advance(total, progress)
    progress(Step.CONTROL, 0)
    checked = tuple(CHECKERS[one.kind](one.folder, advance, thorough=thorough) for one in found)
    progress(Step.CONTROL, 1)
    return Control(checked, thorough)


def _advance(total: int, progress: Progress) -> Advance:
    read = 0

    def advance(count: int) -> None:
        nonlocal read
        read += count
        progress(Step.CONTROL, min(1.0, read / total))

    return advance
