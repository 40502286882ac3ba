"""From a bag to its edition made again, and to what of it is the same."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.archiving import discretion
from ceremonie.audiences import Audience
from ceremonie.diagnostics import (
    CheckError,
    Diagnostic,
    MachineError,
    Place,
    Severity,
    StoryboardError,
    UsageError,
    errors,
)
from ceremonie.edition import manifest
from ceremonie.edition.beside import UNDER_WAY
from ceremonie.edition.folder import alone
from ceremonie.edition.outputs import RECORD
from ceremonie.files import existing, link_or_copy, move, near, remove_folder
from ceremonie.integrity import bags
from ceremonie.messages import abridged, listed, problem
from ceremonie.progress import Progress, Step
from ceremonie.rebuilding import aiming, consent, unpacking, versions
from ceremonie.rebuilding.bagged import EPOCH, Asked, Bagged, bagged
from ceremonie.rebuilding.verdicts import Outcome, Verdict, outcomes
from ceremonie.rebuilding.versions import Lock, Version
from ceremonie.storyboard import Reading, location
from ceremonie.text import quotable
from ceremonie.unchanged import digest_of

TWICE = 3
"""So many times what the edition takes is needed to make it again: itself, and its pieces."""

MOST = 8
"""So many files are named; the others are counted."""

Make = Callable[[Path, Asked, Path, Path], object]
"""Makes the edition of a storyboard as asked, in a folder of outputs, with a cache."""


@dataclass(frozen=True)
class Wanted:
    """`to` is None where the edition lies beside the bag, `storyboard` where that of today is
    looked for in `assets`. `code_local` lets code of the bag be run; `despite` makes an edition
    again in which somebody can be recognised who has withdrawn.
    """

    to: Path | None = None
    storyboard: Path | None = None
    assets: Path = Path(location.EDITIONS)
    code_local: bool = False
    despite: bool = False


@dataclass(frozen=True)
class Rebuilt:
    """The edition that was made again, and what each file of it is beside the one in the bag.
    `lock` is what to install to have the programs back that made it, where some are others.
    """

    path: Path
    outcomes: tuple[Outcome, ...]
    versions: tuple[Version, ...]
    lock: Lock | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_same(self) -> bool:
        """Whether all that could be made again is the same, to people at least."""
        return not errors(self.diagnostics)

    @property
    def is_identical(self) -> bool:
        """Whether every file has the bytes that the bag holds."""
        return all(one.verdict is Verdict.SAME for one in self.outcomes)

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "chemin": str(self.path),
            "pareil": self.is_same,
            "fichiers": [one.as_json for one in self.outcomes],
            "versions": [one.as_json for one in self.versions],
            "installer": self.lock.as_json if self.lock else None,
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def remake(given: Path, wanted: Wanted, make: Make, progress: Progress) -> Rebuilt:
    """The edition in the bag `given`, made again beside it or at `wanted.to`.

    Raises UsageError where it is no bag, or must not or cannot be made again, CheckError where the
    bag is not as it was sealed, BusyError where another run is at work on it, MachineError where
    there is no room, and what `make` raises. What an interrupted run has done waits, hidden beside
    its place, for the next one; of a bag that is refused nothing stays.
    """
    bag = unpacking.found(given)
    target = aiming.target(bag, wanted.to)
    with alone(target):
        stage = _stage(bag, target)
        size = 0 if bag.is_dir() else bag.stat().st_size
        with _gone_if_refused(stage):
            root = unpacking.unpacked(bag, stage, _counting(progress, Step.UNPACKING, size))
            progress(Step.UNPACKING, 1.0)
            _demand_whole(root, progress)
            one = bagged(root, bag)
            now = consent.today(one, wanted.storyboard, _roots(bag, wanted))
            told = tuple(_demand_allowed(one, now, wanted))
        key = _key(one, now)
        left = () if key else one.unmakeable
        asked = one.without(left)
        if asked.audiences:
            _made(one, asked, stage, key, make)
        again = stage / "output" / one.name
        again.mkdir(parents=True, exist_ok=True)
        advance = _part(progress)
        judged = outcomes(one.edition, again, left, advance, named=bool(key) or not one.keys)
        apart = versions.differing(one.facts)
        lock = versions.lock(root, one.facts, lasts=bag.is_dir()) if apart else None
        move(again, target)
        remove_folder(stage)
    progress(Step.COMPARISON, 1.0)
    diagnostics = (
        *told,
        *_of_key(one, key, left),
        *_of_versions(apart),
        *_of_files(judged, target),
    )
    return Rebuilt(near(target.absolute()), judged, apart, lock, abridged(diagnostics))


def _roots(bag: Path, wanted: Wanted) -> tuple[Path, ...]:
    return wanted.assets, bag.resolve().parent.parent / location.EDITIONS


def _stage(bag: Path, target: Path) -> Path:
    """Where the work is done: a run of the same bag goes on there, what others left goes."""
    mark = hashlib.sha256(_identity(bag).encode()).hexdigest()[:8]
    stage = target.with_name(f".{target.name}.{mark}{UNDER_WAY}")
    for other in existing(target.parent).iterdir():
        name = other.name
        ours = name.startswith(f".{target.name}.") and name.endswith(UNDER_WAY)
        if ours and other != stage and other.is_dir():
            remove_folder(other)
    stage.mkdir(exist_ok=True)
    return stage


@contextmanager
def _gone_if_refused(stage: Path) -> Iterator[None]:
    """What was unpacked may be damaged, or show somebody who has withdrawn; nobody would look for
    it there. Where there is no room, nothing was unpacked.
    """
    try:
        yield
    except (UsageError, CheckError, StoryboardError, MachineError):
        with suppress(OSError):  # another program holds a file
            remove_folder(stage)
        raise


def _identity(bag: Path) -> str:
    """Another one for each bag, and for an archive that was written anew."""
    manifests = sorted(bag.glob("tagmanifest-*.txt")) if bag.is_dir() else []
    if manifests:
        return digest_of(manifests[0])
    status = bag.stat()
    return f"{bag.absolute()} {status.st_size} {status.st_mtime_ns}"


def _demand_whole(root: Path, progress: Progress) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    advance = _counting(progress, Step.CONTROL, size)
    checked = bags.checked(root, advance, thorough=False)
    progress(Step.CONTROL, 1.0)
    if wrong := errors(checked.diagnostics):
        raise CheckError(*abridged(wrong), problem("refaire-abimee"))


def _demand_allowed(one: Bagged, now: Reading | None, wanted: Wanted) -> Iterator[Diagnostic]:
    """Raises UsageError where it cannot or must not be made again; tells what nobody checked."""
    if one.missing:
        raise UsageError(problem("refaire-sans-source", files=_some(one.missing)))
    if one.code and not wanted.code_local:
        raise UsageError(problem("refaire-code", files=_some(one.code)))
    if now is None:
        yield problem("refaire-sans-registre", severity=Severity.WARNING)
    if gone := consent.withdrawn_since(one, now):
        people = discretion.called(gone)
        if not wanted.despite:
            raise UsageError(problem("refaire-retrait", people=people))
        yield problem("refaire-retrait-passe", severity=Severity.WARNING, people=people)


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - MOST
    return listed([*map(quotable, names[:MOST]), *([f"{more} autres"] if more > 0 else [])])


def _key(one: Bagged, now: Reading | None) -> tuple[Path, ...]:
    """The keys to names beside the storyboard of today, where they still are what they were."""
    if now is None or not one.keys:
        return ()
    entered = one.facts[manifest.INPUTS]
    files = tuple(now.path.resolve().parent / name for name in one.keys)
    same = all(f.is_file() and digest_of(f) == entered[f.name] for f in files)
    return files if same else ()


def _made(one: Bagged, asked: Asked, stage: Path, key: tuple[Path, ...], make: Make) -> None:
    """A run that was interrupted goes on with the pieces in its own cache: what any other run has
    kept proves nothing.
    """
    size = sum(path.stat().st_size for path in one.edition.rglob("*") if path.is_file())
    sources = sum(file.stat().st_size for file in one.sources.values())
    unpacking.demand_room(stage, size * TWICE + sources)
    base, output = stage / "sources", stage / "output"
    remove_folder(base)
    for name, file in one.sources.items():
        base.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        link_or_copy(file, base / name)
    for file in key:
        shutil.copy2(file, base / one.home / file.name)
    remove_folder(output)
    _seed(one, output / one.name)
    with _instant(one.instant):
        make(base / one.storyboard, asked, output, stage / "cache")


def _seed(one: Bagged, folder: Path) -> None:
    """What the edition recorded of the one before it is known from its record alone: a build of
    which nothing differs keeps that, so it lies where a former edition would.
    """
    folder.mkdir(parents=True)
    record = one.edition / RECORD
    if record.is_file() and RECORD in manifest.made(one.edition):
        shutil.copyfile(record, folder / RECORD)
        facts = {"sha256": digest_of(record), "octets": record.stat().st_size}
        told = {manifest.OUTPUTS: {RECORD: facts}}
        folder.joinpath(manifest.NAME).write_text(json.dumps(told), "utf-8")


@contextmanager
def _instant(epoch: str | None) -> Iterator[None]:
    """As it was set, or not, when the edition was made."""
    before = os.environ.pop(EPOCH, None)
    if epoch is not None:
        os.environ[EPOCH] = epoch
    try:
        yield
    finally:
        os.environ.pop(EPOCH, None)
        if before is not None:
            os.environ[EPOCH] = before


def _counting(progress: Progress, step: Step, whole: int) -> Callable[[int], None]:
    done = 0

    def advance(size: int) -> None:
        nonlocal done
        done += size
        progress(step, min(1.0, done / whole) if whole else 1.0)

    return advance


def _part(progress: Progress) -> Callable[[float], None]:
    return lambda part: progress(Step.COMPARISON, part)


def _of_key(one: Bagged, key: tuple[Path, ...], left: tuple[Audience, ...]) -> Iterator[Diagnostic]:
    if one.keys and not key:
        publics = listed([f"« {audience} »" for audience in left]) if left else "aucun"
        yield problem("refaire-clef", severity=Severity.WARNING, audiences=publics)


def _of_versions(apart: tuple[Version, ...]) -> Iterator[Diagnostic]:
    if apart:
        each = (f"{v.name} ({v.then or 'rien'}, ici {v.here or 'rien'})" for v in apart)
        yield problem("refaire-versions", severity=Severity.WARNING, versions=listed(list(each)))


def _of_files(judged: tuple[Outcome, ...], target: Path) -> Iterator[Diagnostic]:
    for one in judged:
        if one.verdict.is_fault:
            at = Place(str(near(target.absolute()) / one.name), line=0)
            yield problem("refaire-differe", place=at, why=one.why)
