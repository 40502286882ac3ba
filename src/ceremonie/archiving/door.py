"""From a finished edition to its bag: all is judged before the first byte is written."""

from __future__ import annotations

import datetime as dt
import glob
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie import __version__, cache_names, machine, words
from ceremonie.archiving import aiming, bag, layout, preserving, sinks
from ceremonie.archiving.aiming import Form
from ceremonie.archiving.bag import BagFile, Written
from ceremonie.archiving.describing import described
from ceremonie.archiving.provenance import provenance
from ceremonie.archiving.readme import readme
from ceremonie.archiving.slip import slip
from ceremonie.archiving.subject import Subject, subject
from ceremonie.diagnostics import Diagnostic, MachineError, Severity
from ceremonie.edition import manifest
from ceremonie.edition.beside import UNDER_WAY
from ceremonie.edition.finding import found
from ceremonie.edition.folder import alone
from ceremonie.edition.outputs import DECK, FILM
from ceremonie.files import existing, free_bytes, move, remove, remove_folder
from ceremonie.messages import listed, problem
from ceremonie.progress import Progress, Step
from ceremonie.stick.refusing import refusals
from ceremonie.text import legible
from ceremonie.unchanged import Digests, digest_of, signature_of

SLACK = 1 << 16
"""Bytes that a file may take beyond its own."""

LOSSLESS = 40
"""So many times as large as the film may be what is kept of it without loss."""

UNFINISHED = ".ecriture"
"""Ends the name of an archive while it is written."""

ARCHIVE = "archive"
"""What the slugs of refusals begin with."""


@dataclass(frozen=True)
class Wanted:
    """`to` is None where the bag lies beside the edition, `storyboard` where it is looked for among
    those in `assets`. `lossless` asks for the film as FFV1 as well; `draft` lets one be sealed.
    """

    to: Path | None = None
    form: Form = Form.FOLDER
    lossless: bool = False
    draft: bool = False
    storyboard: Path | None = None
    assets: Path = Path("assets")


@dataclass(frozen=True)
class Sealed:
    """A bag that is there, and what it holds."""

    path: Path
    files: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def size(self) -> int:
        return sum(one.size for one in self.files)

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "chemin": str(self.path),
            "octets": self.size,
            "fichiers": [one.name for one in self.files],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def make(
    given: Path | str, output: Path, wanted: Wanted, cache: Path, progress: Progress
) -> Sealed:
    """The bag of an edition, `given` by its folder or its name in `output`.

    Raises UsageError where it cannot be sealed, or something is where it would lie, BusyError where
    another run is at work on it, RenderingError where its film does not come out without loss,
    MachineError where the system refuses a file, has no room, or a file changes meanwhile. What an
    interrupted run has written waits, hidden beside its place, for the next one.
    """
    digests = Digests(cache / cache_names.RECORD)
    folder = found(given, output, "archive-introuvable")
    mark = digest_of(folder / manifest.NAME)
    one = subject(folder, wanted.storyboard, wanted.assets, digests, draft=wanted.draft)
    target = aiming.target(folder, one.edition, wanted.to, wanted.form)
    progress(Step.ARCHIVE, 0.0)
    pages, told = preserving.pages(one, cache, digests)
    digests.save()
    with alone(target, "archive-en-cours"):
        stage = _stage(target, one, wanted)
        copies = (*_copies(one, mark), *described(one), *pages)
        _demand_room(target, copies, wanted, stage)
        files, by_hand = _sealed(one, copies, target, stage, wanted, progress)
    return Sealed(target, files, (*one.diagnostics, *told, *_by_hand(by_hand)))


def _copies(one: Subject, mark: str) -> Iterator[BagFile]:
    """The manifest last of the edition's files: where its digest is no longer `mark`, a run has put
    another edition there meanwhile.
    """
    made = {**one.made, manifest.NAME: mark}
    for name in one.outputs:
        of, called = one.folder / name, legible(name)
        yield BagFile(layout.of_output(called), of, made.get(name, ""), called)
    for name, file in sorted(one.sources.items()):
        path = Path(os.path.normpath(file))
        yield BagFile(layout.of_source(name, one.home), path, one.entered[name], name)


def _stage(target: Path, one: Subject, wanted: Wanted) -> Path:
    """Where the bag grows: a run of the same edition goes on there, what others left goes."""
    facts = one.folder.joinpath(manifest.NAME).read_bytes()
    film = signature_of(one.folder / FILM) if FILM in one.outputs else None
    told = repr((wanted.form, wanted.lossless, film)).encode()
    mark = hashlib.sha256(facts + told).hexdigest()[:8]
    stage = target.with_name(f".{target.name}.{mark}{UNDER_WAY}")
    beside = f".{glob.escape(target.name)}.{'?' * len(mark)}"
    for other in target.parent.glob(f"{beside}{UNDER_WAY}"):
        if other != stage and other.is_dir():
            remove_folder(other)
    for torn in target.parent.glob(f"{beside}{UNFINISHED}"):
        remove(torn)
    return stage


def _demand_room(target: Path, copies: tuple[BagFile, ...], wanted: Wanted, stage: Path) -> None:
    """With what may come of the film, and without what lies there already."""
    film = next((f.size for f in copies if f.name == layout.of_output(FILM)), 0)
    lossless = film * LOSSLESS if wanted.lossless and not (stage / layout.FILM).is_file() else 0
    sizes = [one.size for one in copies if not _is_there(stage / one.name, one)]
    needed, free = sum(sizes) + SLACK * len(sizes) + lossless, free_bytes(target)
    if needed > free:
        asked, there = words.too_little(needed, free)
        raise MachineError(problem("archive-place", name=target, needed=asked, free=there))
    whole = wanted.form is not Form.FOLDER
    largest = sum(sizes) if whole else max(one.size for one in copies)
    if largest > machine.LARGEST_ON_FAT32 and machine.is_fat32(existing(target)):
        raise MachineError(problem("archive-quatre-go", name=target))


def _is_there(path: Path, file: BagFile) -> bool:
    return path.is_file() and path.stat().st_size == file.size


def _sealed(
    one: Subject,
    copies: tuple[BagFile, ...],
    target: Path,
    stage: Path,
    wanted: Wanted,
    progress: Progress,
) -> tuple[tuple[Written, ...], tuple[str, ...]]:
    """What is in it, and which files of the edition people have changed or added."""
    needed = sum(file.size for file in copies)
    with refusals(target, needed, ARCHIVE):
        film = (preserving.film(one, stage),) if wanted.lossless else ()
        every = (*copies, *film)
        advance = _counting(progress, sum(file.size for file in every))
        if wanted.form is Form.FOLDER:
            with sinks.in_folder(stage, advance) as sink:
                files, by_hand = _filled(sink, one, every)
                sink.prune({file.name for file in files})
                sink.settle()
            _put(stage, target)
        else:
            partial = stage.with_suffix(UNFINISHED)
            try:
                with _archive(partial, one, wanted, advance) as sink:
                    files, by_hand = _filled(sink, one, every)
                _put(partial, target)
            finally:
                with suppress(OSError):  # the next run sweeps
                    remove(partial)
            with suppress(OSError):
                remove_folder(stage)
    return files, by_hand


def _put(stage: Path, target: Path) -> None:
    """Nothing that came there meanwhile is replaced."""
    if target.exists():
        raise MachineError(problem("archive-existe", name=target))
    move(stage, target)


@contextmanager
def _archive(
    partial: Path, one: Subject, wanted: Wanted, advance: Callable[[int], None]
) -> Iterator[sinks.Sink]:
    root = aiming.name(one.edition)
    opened: AbstractContextManager[sinks.Sink] = (
        sinks.zipped(partial, root, advance)
        if wanted.form is Form.ZIP
        else sinks.tarred(partial, root, today(), advance)
    )
    with opened as sink:
        yield sink


def _filled(
    sink: sinks.Sink, one: Subject, files: tuple[BagFile, ...]
) -> tuple[tuple[Written, ...], tuple[str, ...]]:
    """First what is copied, then what tells of it, then the lists that hold both."""
    done = [_checked(sink.put(file), file) for file in files]
    made = one.made
    by_hand = tuple(
        file.of
        for file, written in zip(files, done, strict=True)
        if written.name.startswith(f"{layout.EDITION}/")
        if file.of != manifest.NAME and written.sha256 != made.get(file.of)
    )
    own = [layout.of_output(name) for name in by_hand]
    done.append(sink.put(provenance(one, done, _derived(done), own)))
    payload = tuple(done)
    for tag in (
        readme(one, payload, by_hand),
        slip(one.board, payload),
        bag.declaration(),
        bag.info(_told(one), payload),
        bag.manifest(payload),
    ):
        done.append(sink.put(tag))
    done.append(sink.put(bag.tag_manifest(done)))
    return tuple(done), by_hand


def _checked(written: Written, file: BagFile) -> Written:
    """Raises MachineError where a source or the edition has changed while it was copied."""
    is_source = file.name.startswith(f"{layout.SOURCES}/")
    changed = (is_source or file.of == manifest.NAME) and written.sha256 != file.digest
    if changed or written.size != file.size:
        raise MachineError(problem("archive-changee", name=file.of or file.name))
    return written


def _derived(files: list[Written]) -> Mapping[str, str]:
    names = {one.name for one in files}
    origins = {layout.PAGES: layout.of_output(DECK), layout.FILM: layout.of_output(FILM)}
    return {name: origin for name, origin in origins.items() if name in names}


def _told(one: Subject) -> dict[str, str]:
    """What `bag-info.txt` says, by the labels of RFC 8493 (2.2.2)."""
    terms = one.board.archive
    day = one.board.ceremony.date.isoformat()
    return {
        "Source-Organization": (terms and terms.service) or one.board.organiser,
        "External-Description": f"{one.board.title}, {one.edition} ({day})",
        "External-Identifier": (terms and terms.shelf_mark) or one.edition,
        "Internal-Sender-Identifier": one.edition,
        "Bagging-Date": today().isoformat(),
        "Bag-Software-Agent": f"ceremonie {__version__}",
    }


def today() -> dt.date:
    """The day of sealing: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else None
    return (now or dt.datetime.now(dt.UTC).astimezone()).date()


def _by_hand(names: tuple[str, ...]) -> Iterator[Diagnostic]:
    if names:
        yield problem("archive-modifies", severity=Severity.WARNING, files=listed(sorted(names)))


def _counting(progress: Progress, whole: int) -> sinks.Advance:
    done = 0

    def advance(size: int) -> None:
        nonlocal done
        done += size
        progress(Step.ARCHIVE, min(1.0, done / whole) if whole else 1.0)

    return advance
