"""What a folder holds that can be checked: an edition, a stick, or several of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ceremonie.archiving.bag import DECLARATION, MANIFEST, TAG_MANIFEST
from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.files import is_stray
from ceremonie.messages import problem

TELLING = (manifest.NAME, DECK, *FILMS.values())
"""A folder with one of them is an edition, be its manifest gone."""

BAG = DECLARATION
OF_BAGS = (BAG, MANIFEST, TAG_MANIFEST)
"""A folder with one of them is a bag, be its declaration gone (RFC 8493, 2.1)."""


class Kind(StrEnum):
    EDITION = "edition"
    BAG = "sac"


@dataclass(frozen=True)
class Subject:
    """A folder to be checked, and as what."""

    folder: Path
    kind: Kind


def subjects(given: Path) -> tuple[Subject, ...]:
    """The folder itself, else those right inside it. Raises UsageError where there is none."""
    if not given.is_dir():
        raise UsageError(problem("controle-introuvable", name=given))
    own = _subject(given)
    found = (own,) if own else tuple(filter(None, map(_subject, _folders(given))))
    if not found:
        raise UsageError(problem("controle-rien", name=given))
    return found


def files(folder: Path) -> Iterator[str]:
    """Every file below, relative and with slashes, but the manifest of the folder itself and what
    programs leave behind. Links to folders are not followed.
    """
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            if not is_stray(name) and path != folder / manifest.NAME:
                yield path.relative_to(folder).as_posix()


def _subject(folder: Path) -> Subject | None:
    if any((folder / name).is_file() for name in OF_BAGS):
        return Subject(folder, Kind.BAG)
    telling = any((folder / name).is_file() for name in TELLING)
    return Subject(folder, Kind.EDITION) if telling else None


def _folders(given: Path) -> list[Path]:
    inside = (path for path in given.iterdir() if path.is_dir())
    return sorted(path for path in inside if not path.name.startswith("."))
