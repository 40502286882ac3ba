"""Whether the edition that is there is what a run would make now: then there is nothing to do.

Neither the storyboard's words nor its media are looked at. An edition is made from files, which its
manifest names with their digests, by this program, as it was asked for. Where all of this is the
same, and all outputs are as they were made, so would be the edition. Whatever is not quite sure is
answered with no: a run then finds out.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.edition import folder as folders
from ceremonie.edition import keeping, manifest, origin, outputs
from ceremonie.files import is_stray
from ceremonie.storyboard import decode
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.location import SHARED, key_files
from ceremonie.unchanged import Digests

OF_ONE_RUN = {
    *keeping.SLUGS.values(),
    keeping.LINK,
    outputs.SAVED,
    outputs.TAKEN_AWAY,
    outputs.OUT_OF_DATE,
    outputs.LEFT,
    outputs.BARRED,
    outputs.WITHOUT_MASTER,
    "tableau-ouvert",
}
"""Slugs of what happened in a run and would not happen again: another run tells less."""

MOST_NAMES = 20_000
"""So many files and folders around a storyboard are listed."""


@dataclass(frozen=True)
class Standing:
    """An edition that stays as it is, and the warnings that it was made with."""

    folder: Path
    diagnostics: tuple[Diagnostic, ...]


def standing(
    storyboard: Path, output: Path, asked: str, digests: Digests, *, apart: Collection[Path]
) -> Standing | None:
    """The edition that a run of this storyboard would make again as it is; None where it might
    become another one. `asked` are the options that make a difference, `output` is where editions
    lie, `apart` are folders whose names do not count.

    Raises BusyError where another run is at work on it.
    """
    target = _candidate(storyboard, output, digests)
    if target is None:
        return None
    with folders.alone(target.resolve()):
        facts = manifest.sealed(target, asked)
        if folders.has_remains(target.resolve()) or not facts:
            return None
        base = storyboard.resolve().parent
        same = (
            facts[manifest.ORIGIN].get(origin.FOLDER) == origin.folder_of(storyboard)
            and _is_same_around(facts[manifest.AROUND], base, target, apart)
            and all(_is_entered(base / n, d, digests) for n, d in facts[manifest.INPUTS].items())
            and _keys(storyboard) <= facts[manifest.INPUTS].keys()
            and all(_is(target / n, d, digests) for n, d in manifest.made(target).items())
            and not _has_own_film(target)
        )
        return _told(target, storyboard) if same else None


def around(base: Path, target: Path, apart: Collection[Path]) -> str | None:
    """A digest of all names in a storyboard's folder `base` and the shared one beside it, and of
    where links lead; None where there are too many. What lies around the edition `target` or in the
    folders `apart`, or was left by programs, does not count.
    """
    shut = {os.path.realpath(folder) for folder in (target, target.parent, *apart)}
    tops = (base, base.parent / SHARED)
    names = list(islice((n for top in tops for n in _names(top, base, shut)), MOST_NAMES + 1))
    if len(names) > MOST_NAMES:
        return None
    beside, shelf = f".{target.name}.", os.path.relpath(target.with_name(outputs.SHELF), base)
    told = sorted(name for name in names if not name.startswith(beside) and name != shelf)
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _is_same_around(told: str | None, base: Path, target: Path, apart: Collection[Path]) -> bool:
    """An empty digest says that no name counts."""
    return told == "" or (told is not None and told == around(base, target, apart))


def _candidate(storyboard: Path, output: Path, digests: Digests) -> Path | None:
    """The edition whose manifest names a storyboard of this name and these bytes."""
    if not (storyboard.is_file() and output.is_dir()) or storyboard.is_symlink():
        return None
    now = digests.of(storyboard)
    for folder in sorted(output.iterdir()):
        facts = manifest.contents(folder)
        entered = facts.get(manifest.INPUTS)
        named = isinstance(entered, dict) and entered.get(storyboard.name) == now
        if named and facts.get(manifest.EDITION) == folder.name:
            return folder
    return None


def _keys(storyboard: Path) -> set[str]:
    """The keys to names that lie beside it now: one that came since is no input yet."""
    return {file.name for file in key_files(storyboard.resolve().parent)}


def _is_entered(file: Path, digest: str, digests: Digests) -> bool:
    """Whether an input is what it was; one that a link leads to is somewhere else."""
    path = os.path.normpath(file)
    return os.path.realpath(path) == path and _is(Path(path), digest, digests)


def _is(path: Path, digest: str, digests: Digests) -> bool:
    return path.is_file() and digests.of(path) == digest


def _names(folder: Path, base: Path, shut: Collection[str]) -> Iterator[str]:
    """Every name below a folder, relative to `base`; a link with where it leads."""
    for here, folders_here, files in os.walk(folder):
        folders_here[:] = [n for n in folders_here if os.path.realpath(f"{here}/{n}") not in shut]
        for name in (*folders_here, *(file for file in files if not is_stray(file))):
            path = Path(here, name)
            told = os.path.relpath(path, base)
            yield f"{told} -> {path.readlink()}" if path.is_symlink() else told


def _has_own_film(target: Path) -> bool:
    """Whether a person put a film there, which the deck would show."""
    return (target / outputs.FILM).is_file() and outputs.FILM not in manifest.made(target)


def _told(folder: Path, storyboard: Path) -> Standing | None:
    """With the warnings of its report, at their places in the storyboard."""
    facts = json.loads(folder.joinpath(outputs.REPORT_FACTS).read_text("utf-8"))
    lines = Lines(str(storyboard), decode.lines(storyboard.read_bytes(), str(storyboard)))
    diagnostics = tuple(_diagnostic(one, lines) for one in facts["avertissements"])
    happened = any(diagnostic.slug in OF_ONE_RUN for diagnostic in diagnostics)
    return None if happened else Standing(folder, diagnostics)


def _diagnostic(facts: Mapping[str, Any], lines: Lines) -> Diagnostic:
    """What `Diagnostic.as_json` tells, as it was."""
    line, column, width = facts["ligne"], facts["colonne"], facts["longueur"]
    own = Path(lines.file)
    file = own.with_name(facts["fichier"] or own.name)
    if facts["fichier"] and not line:
        at = Place(facts["fichier"], line=0, within=facts["endroit"] or "")
    elif facts["case"]:
        shown = ((line, facts["contenu"]),) if width else ()
        sheet, cell = facts["feuille"], facts["case"]
        at = Place(str(file), line, column, width or 1, shown, sheet=sheet, cell=cell)
    elif file == own:
        at = lines.spanned(line, column, width) if width else Place(lines.file, line, column)
    else:
        at = _apart(file, line, column, width)
    return Diagnostic(
        facts["code"],
        facts["message"],
        at if facts["fichier"] else None,
        facts["aide"],
        Severity(facts["gravite"]),
        count=facts["nombre"],
    )


def _apart(file: Path, line: int, column: int, width: int | None) -> Place:
    """A place of a register that is a text of its own; without an excerpt where it lies in another
    folder than the storyboard.
    """
    if not width or not file.is_file():
        return Place(str(file), line, column, width or 1, apart=True)
    lines = Lines(str(file), decode.lines(file.read_bytes(), str(file)))
    return replace(lines.spanned(line, column, width), apart=True)
