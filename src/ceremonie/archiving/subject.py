"""What is sealed: a finished edition, and the files that it was made from as they were then."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie.archiving import discretion, layout
from ceremonie.diagnostics import Diagnostic, Severity, StoryboardError, UsageError
from ceremonie.edition import manifest
from ceremonie.edition.finding import home_of, is_draft
from ceremonie.files import is_stray
from ceremonie.messages import listed, problem
from ceremonie.rights.register import register
from ceremonie.storyboard import Reading, location, read
from ceremonie.storyboard.model import Storyboard
from ceremonie.text import quotable
from ceremonie.unchanged import Digests


@dataclass(frozen=True)
class Subject:
    """`outputs` are the names of all files of the edition that are sealed; `sources` the files that
    it was made from, by their names from the storyboard on, `left_out` the names of those that stay
    at home. `keys` are names of keys to people's names, which are sealed nowhere.
    """

    folder: Path
    facts: Mapping[str, Any]
    reading: Reading
    outputs: tuple[str, ...]
    sources: Mapping[str, Path]
    left_out: tuple[str, ...]
    keys: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def board(self) -> Storyboard:
        assert self.reading.storyboard is not None
        return self.reading.storyboard

    @property
    def edition(self) -> str:
        return str(self.facts[manifest.EDITION])

    @property
    def home(self) -> str:
        """The name of the storyboard's folder."""
        return self.reading.path.resolve().parent.name

    @property
    def entered(self) -> Mapping[str, str]:
        """The digests that the edition's manifest tells of what it was made from."""
        return entered(self.facts)

    @property
    def made(self) -> Mapping[str, str]:
        """Those of what a run has made."""
        return manifest.made(self.folder)


def subject(
    folder: Path, given: Path | None, assets: Path, digests: Digests, *, draft: bool
) -> Subject:
    """What is sealed of an edition; its storyboard is `given`, or is looked for among `assets`.

    Raises UsageError where it is a `draft` that nobody has asked for, where it is not whole, where
    its storyboard is not found, where what it was made from is not there any more as it was, or
    where somebody in it has withdrawn since; StoryboardError where the storyboard has errors.
    """
    facts = manifest.contents(folder)
    drafts = is_draft(facts)
    if drafts and not draft:
        raise UsageError(problem("archive-brouillon", name=folder))
    _demand_whole(folder)
    path = _storyboard(facts, folder, given, assets)
    reading = read(path)
    base = path.resolve().parent
    _demand_consent(facts, reading)
    _demand_unchanged(facts, base, digests)
    if reading.storyboard is None:
        raise StoryboardError(*reading.diagnostics)
    sources = {name: base / name for name in entered(facts) if not _is_key(base / name)}
    discretion.demand_nameless(sources, reading)
    kept = discretion.barred(sources, facts, reading)
    keys = tuple(name for name in manifest.names(folder) if _is_key(folder / name))
    return Subject(
        folder,
        facts,
        reading,
        tuple(_outputs(folder, keys)),
        {name: file for name, file in sources.items() if name not in kept},
        kept,
        keys,
        tuple(_told(drafts, kept, keys)),
    )


def entered(facts: Mapping[str, Any]) -> dict[str, str]:
    told = facts.get(manifest.INPUTS)
    return {str(n): str(d) for n, d in told.items()} if isinstance(told, dict) else {}


def _demand_whole(folder: Path) -> None:
    missing = [name for name in manifest.made(folder) if not (folder / name).is_file()]
    if missing:
        raise UsageError(problem("archive-incomplete", name=folder, files=_some(missing)))


def _storyboard(facts: Mapping[str, Any], folder: Path, given: Path | None, assets: Path) -> Path:
    if given is not None:
        return location.found(given)
    beside = folder.resolve().parent.parent / location.EDITIONS
    if path := home_of(facts, (assets, beside)):
        return path
    raise UsageError(problem("archive-sans-storyboard", name=folder))


def _demand_consent(facts: Mapping[str, Any], reading: Reading) -> None:
    """Nobody who has withdrawn can be recognised in what is sealed."""
    withdrawn = register(reading.source.data).withdrawn
    if gone := [one for one in withdrawn if discretion.is_shown(facts, one)]:
        raise UsageError(problem("archive-retrait", people=discretion.called(gone)))


def _demand_unchanged(facts: Mapping[str, Any], base: Path, digests: Digests) -> None:
    told = entered(facts)
    others = [
        name
        for name, digest in told.items()
        if not _is_near(name) or not _is(base / name, digest, digests)
    ]
    if others or not told:
        raise UsageError(problem("archive-source-changee", files=_some(others)))


def _is_near(name: str) -> bool:
    """Whether a name leads into the storyboard's folder or to what is shared beside it, as all do
    that we write; anybody may have written a manifest.
    """
    path = PurePosixPath(name.removeprefix(layout.BESIDE))
    return not (
        path.is_absolute() or ".." in path.parts or "\\" in name or re.match("[A-Za-z]:", name)
    )


def _is(file: Path, digest: str, digests: Digests) -> bool:
    path = Path(os.path.normpath(file))
    return path.is_file() and digests.of(path) == digest


def _is_key(file: Path) -> bool:
    path = Path(os.path.normpath(file))
    return path in location.key_files(path.parent)


def _outputs(folder: Path, keys: tuple[str, ...]) -> Iterator[str]:
    for name in (*manifest.names(folder), manifest.NAME):
        if name not in keys and not is_stray(Path(name).name):
            yield name


MOST = 8
"""So many files are named; the others are counted."""


def _some(names: list[str]) -> str:
    more = len(names) - MOST
    return listed([*map(quotable, names[:MOST]), *([f"{more} autres"] if more > 0 else [])])


def _told(drafts: bool, kept: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Diagnostic]:
    if drafts:
        yield problem("archive-brouillon-pris", severity=Severity.WARNING)
    if kept:
        files = _some(list(kept))
        yield problem("archive-sans-source", severity=Severity.WARNING, files=files)
    if keys:
        yield problem("archive-clef", severity=Severity.WARNING, files=listed(keys))
