"""From a finished edition to its sticks: all is judged before the first byte is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ceremonie import cache_names, machine, words
from ceremonie.diagnostics import Diagnostic, MachineError, Severity
from ceremonie.edition import manifest
from ceremonie.edition.finding import found
from ceremonie.edition.outputs import FILM
from ceremonie.files import existing, free_bytes
from ceremonie.messages import problem
from ceremonie.progress import Progress, Step
from ceremonie.scratch import scratch
from ceremonie.stick import (
    aiming,
    copying,
    finished,
    installation,
    making,
    marking,
    packing,
    wording,
)
from ceremonie.stick.alone import alone
from ceremonie.stick.checklist import Told, checklists
from ceremonie.stick.checks import UNCHECKED, programs
from ceremonie.stick.finished import Finished
from ceremonie.stick.placing import SPARE, placed
from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.text import quoted
from ceremonie.unchanged import Digests

SLACK = 1 << 16
"""Bytes that a file may take beyond its own: two clusters of 32 kB, the largest of FAT32."""


@dataclass(frozen=True)
class Wanted:
    """Where sticks are to be written: beside the edition where no place is named. `fat32` says that
    they hold no file beyond 4 GB, even where the system does not tell; `systems` for which the
    program itself comes along.
    """

    places: tuple[Path, ...] = ()
    zipped: bool = False
    fat32: bool = False
    systems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stick:
    """A stick that is there: its folder or its archive, and what it holds."""

    path: Path
    files: tuple[str, ...]
    size: int

    @property
    def checked(self) -> int:
        """How many of its files the programs on it check, and say so."""
        return sum(name not in UNCHECKED for name in self.files)

    @property
    def as_json(self) -> dict[str, Any]:
        return {"chemin": str(self.path), "octets": self.size, "fichiers": list(self.files)}


@dataclass(frozen=True)
class Sticks:
    edition: Path
    made: tuple[Stick, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def as_json(self) -> dict[str, Any]:
        made = [one.as_json for one in self.made]
        return {"cles": made, "diagnostics": [d.as_json() for d in self.diagnostics]}


@dataclass(frozen=True)
class _Content:
    """What one stick will hold, with its manifest's facts and what is to be told of it."""

    target: Path
    files: tuple[StickFile, ...]
    facts: dict[str, Any]
    told: tuple[Diagnostic, ...]


def make(
    given: Path | str,
    output: Path,
    wanted: Wanted,
    cache: Path,
    progress: Progress,
) -> Sticks:
    """The sticks of an edition, `given` by its folder or its name in `output`.

    Raises UsageError where the edition is a draft, is not whole or cannot be written there,
    RenderingError where its deck or its film cannot be read, BusyError where another run writes one
    of these sticks, MachineError where the system refuses
    a file, has no room, or no package is got: what was there before is then whole.
    """
    digests = Digests(cache / cache_names.RECORD)
    edition = finished.read(found(given, output, "usb-introuvable"), digests)
    wanted = _meant(wanted)
    targets = _targets(edition, wanted)
    media = aiming.media(targets)
    progress(Step.STICK, 0.0)
    with alone(targets), scratch() as room:
        own = making.made(edition, cache, room, digests)
        digests.save()
        program = installation.files(wanted.systems, room, progress)
        files = (*placed(edition.folder, edition.names, edition.added), *own.files, *program)
        contents = [_content(edition, files, own.left_out, t, wanted) for t in targets]
        aiming.demand_plugged(media)
        made, told = _written(contents, wanted, progress)
        aiming.demand_plugged(media)
    judged = (one for content in contents for one in content.told)
    every = (*edition.diagnostics, *judged, *told)
    return Sticks(edition.folder, made, tuple(dict.fromkeys(every)))


def _meant(wanted: Wanted) -> Wanted:
    """Whoever names archives wants archives."""
    named = [place.suffix.lower() == aiming.ZIP and not place.is_dir() for place in wanted.places]
    return replace(wanted, zipped=True) if named and all(named) else wanted


def _targets(edition: Finished, wanted: Wanted) -> tuple[Path, ...]:
    aim = aiming.archive if wanted.zipped else aiming.folder
    places: Sequence[Path | None] = wanted.places or (None,)
    return tuple(dict.fromkeys(aim(edition, place) for place in places))


def _content(
    edition: Finished,
    files: tuple[StickFile, ...],
    left_out: tuple[str, ...],
    target: Path,
    wanted: Wanted,
) -> _Content:
    """With its checklist, hashes and programs; without what its file system cannot hold."""
    small = not wanted.zipped and (wanted.fat32 or machine.is_fat32(existing(target)))
    large = [f for f in files if small and f.size > machine.LARGEST_ON_FAT32]
    lines = tuple(wording.TOO_LARGE.format(name=file.name) for file in large)
    kept = tuple(sorted((f for f in files if f not in large), key=lambda one: one.name))
    told = Told(edition.edition, edition.ceremony, kept, (*left_out, *lines), edition.is_silent)
    listed = (*checklists(told), *kept)
    every = (*listed, *programs(listed, told.title))
    others = () if wanted.zipped else aiming.told(edition, target)
    warned = (*others, *_left_out(left_out), *map(_too_large, large))
    return _Content(target, every, marking.facts(edition, every), warned)


def _left_out(sentences: Sequence[str]) -> Iterator[Diagnostic]:
    for sentence in sentences:
        yield problem("usb-sans-pdf", severity=Severity.NOTE, why=sentence)


def _too_large(file: StickFile) -> Diagnostic:
    spare = wording.INSTEAD.format(name=Use.FILM.holding(SPARE))
    instead = spare if file.of == FILM else ""
    size, warning = words.sized(file.size), Severity.WARNING
    return problem("usb-fat32", severity=warning, name=file.name, size=size, instead=instead)


def _written(
    contents: Sequence[_Content], wanted: Wanted, progress: Progress
) -> tuple[tuple[Stick, ...], tuple[Diagnostic, ...]]:
    if wanted.zipped:
        return _packed(contents, wanted, progress)
    works = [copying.planned(one.target, one.files) for one in contents]
    _demand_room([(one.folder, sum(file.size + SLACK for file in one.new)) for one in works])
    advance = _counting(progress, sum(work.needed for work in works))
    told = [
        copying.write(work, one.facts, advance) for work, one in zip(works, contents, strict=True)
    ]
    return tuple(map(_stick, contents)), tuple(d for some in told for d in some)


def _packed(
    contents: Sequence[_Content], wanted: Wanted, progress: Progress
) -> tuple[tuple[Stick, ...], tuple[Diagnostic, ...]]:
    every = [(*one.files, _manifest(one)) for one in contents]
    told: list[Diagnostic] = []
    sizes = [(one.target, packing.size(files)) for one, files in zip(contents, every, strict=True)]
    _demand_room(sizes)
    for target, size in sizes:
        told += _of_archive(target, size, wanted)
    advance = _counting(progress, sum(file.size for files in every for file in files))
    for one, files in zip(contents, every, strict=True):
        packing.write(one.target, one.target.stem, files, advance)
    return tuple(map(_stick, contents)), tuple(told)


def _manifest(content: _Content) -> StickFile:
    return StickFile(manifest.NAME, marking.text(content.facts))


def _of_archive(target: Path, size: int, wanted: Wanted) -> Iterator[Diagnostic]:
    """Raises MachineError where its file system holds no archive of this size."""
    if size <= machine.LARGEST_ON_FAT32:
        return
    told = words.sized(size)
    if wanted.fat32 or machine.is_fat32(existing(target)):
        raise MachineError(problem("usb-zip-fat32", name=target, size=told))
    yield problem("usb-zip-grand", severity=Severity.WARNING, name=target.name, size=told)


def _demand_room(needs: Sequence[tuple[Path, int]]) -> None:
    """Of sticks that lie on one disk, for all together."""
    disks: dict[int, list[tuple[Path, int]]] = {}
    for target, needed in needs:
        disks.setdefault(existing(target).stat().st_dev, []).append((target, needed))
    for sharing in disks.values():
        needed, free = sum(size for _, size in sharing), free_bytes(sharing[0][0])
        if needed > free:
            wanted, there = words.too_little(needed, free)
            names = quoted([str(target) for target, _ in sharing], "et")
            raise MachineError(problem("usb-place", names=names, needed=wanted, free=there))


def _counting(progress: Progress, whole: int) -> copying.Advance:
    done = 0

    def advance(size: int) -> None:
        nonlocal done
        done += size
        progress(Step.STICK, min(1.0, done / whole) if whole else 1.0)

    return advance


def _stick(content: _Content) -> Stick:
    names = tuple(file.name for file in content.files)
    return Stick(content.target, names, sum(file.size for file in content.files))
