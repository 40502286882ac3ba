"""The edition that a stick is made from: finished, and what people did in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.command import argument
from ceremonie.diagnostics import Diagnostic, Severity, UsageError
from ceremonie.edition import keeping, manifest, origin
from ceremonie.edition.finding import is_draft
from ceremonie.edition.outputs import DECK, FILM
from ceremonie.edition.parts import SILENT
from ceremonie.messages import listed, problem
from ceremonie.stick.placing import is_taken
from ceremonie.storyboard.location import key_files
from ceremonie.unchanged import Digests


@dataclass(frozen=True)
class Finished:
    """`names` are the files of the hall that a run has made and a stick takes; of these, `changed`
    are those that people have changed since, and `added` are those that they have put there. All
    by their names in the folder.
    """

    folder: Path
    facts: dict[str, Any]
    names: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def edition(self) -> str:
        return str(self.facts[manifest.EDITION])

    @property
    def ceremony(self) -> str:
        """The day, AAAA-MM-JJ; empty where the manifest does not tell it."""
        told = self.facts.get(manifest.ORIGIN)
        return str(told.get(origin.CEREMONY, "")) if isinstance(told, dict) else ""

    @property
    def is_silent(self) -> bool:
        """Whether its film is known to be silent; nothing is known of one that people changed."""
        told = manifest.films(self.folder).get(FILM, {})
        return FILM not in self.changed and bool(told.get(SILENT))


def read(folder: Path, digests: Digests) -> Finished:
    """Raises UsageError where it is a draft, or is not what its manifest says."""
    facts = manifest.contents(folder)
    made = manifest.made(folder)
    names = tuple(name for name in sorted(made) if is_taken(name))
    _demand_finished(folder, facts, names)
    by_hand = [n for n in keeping.by_hand(folder, digests) if not _is_for_others(n)]
    changed = tuple(name for name in by_hand if name in names)
    own = [name for name in by_hand if name not in made]
    keys = {name for name in own if is_key(folder / name)}
    added = tuple(name for name in own if name not in keys)
    told = tuple(_told(names, changed, added, sorted(keys)))
    return Finished(folder, facts, names, changed, added, told)


def _demand_finished(folder: Path, facts: dict[str, Any], names: tuple[str, ...]) -> None:
    if is_draft(facts):
        edition = argument(str(facts[manifest.EDITION]))
        raise UsageError(problem("usb-brouillon", name=folder, edition=edition))
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise UsageError(problem("usb-incomplete", name=folder, files=listed(missing)))
    if DECK not in names and FILM not in names:
        raise UsageError(problem("usb-vide", name=folder))


def _is_for_others(name: str) -> bool:
    """What an audience is given that is not the hall."""
    return name.partition("/")[0] in {audience.folder for audience in Audience if audience.folder}


def is_key(file: Path) -> bool:
    """Whether it tells who is meant by the register's identifiers: that stays in the house."""
    return file in key_files(file.parent)


def _told(
    names: tuple[str, ...], changed: tuple[str, ...], added: tuple[str, ...], keys: list[str]
) -> Iterator[Diagnostic]:
    lacking = [what for name, what in ((DECK, "diaporama"), (FILM, "film")) if name not in names]
    for what in lacking:
        yield problem("usb-sans-piece", severity=Severity.WARNING, what=what)
    if changed:
        yield problem("usb-modifies", severity=Severity.WARNING, files=listed(changed))
    if added:
        yield problem("usb-ajoutes", severity=Severity.NOTE, files=listed(added))
    if keys:
        yield problem("usb-clef", severity=Severity.WARNING, files=listed(keys))
