"""Where a stick is written: never among files of other people, never into an edition."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, MachineError, Severity, UsageError
from ceremonie.edition import manifest
from ceremonie.edition.finding import is_edition
from ceremonie.files import existing, is_stray
from ceremonie.messages import problem
from ceremonie.stick.checks import UNFINISHED
from ceremonie.stick.finished import Finished
from ceremonie.stick.placing import safe
from ceremonie.stick.refusing import REASONS

MARK = "-cle"
ZIP = ".zip"

STAGE = ".cle-{mark}.partiel"
"""Where files lie until all are there; beside them, so that they only have to be renamed."""

_OF_SYSTEMS = frozenset(
    {
        *("system volume information", "$recycle.bin", "lost.dir", "lost+found", "found.000"),
        *(".trashes", ".spotlight-v100", ".fseventsd", ".temporaryitems", ".metadata_never_index"),
    }
)
"""What systems put on sticks by themselves."""


def folder(edition: Finished, wanted: Path | None) -> Path:
    """The folder of the stick: beside the edition, or `wanted`; in a folder of its own where that
    holds something else. Raises UsageError where it cannot be one.
    """
    own = _called(edition)
    target = wanted if wanted is not None else edition.folder.parent / own
    if wanted is not None and not _is_free(target, edition):
        target = target / own
    _demand_place(target)
    if not _is_free(target, edition):
        raise UsageError(problem("usb-etrangere", name=target))
    return target


def told(edition: Finished, target: Path) -> Iterator[Diagnostic]:
    """That the folder of a stick lies on the stick of another edition, which is seen first."""
    beside = target.absolute().parent
    facts = manifest.contents(beside)
    if manifest.STICK in facts:
        yield problem(
            "usb-autre-edition",
            severity=Severity.WARNING,
            name=beside,
            other=facts.get(manifest.EDITION),
            edition=edition.edition,
            own=target.name,
        )


def media(targets: Iterable[Path]) -> dict[Path, int]:
    """On which file system each of them will lie, as the system numbers it."""
    return {target: existing(target).stat().st_dev for target in targets}


def demand_plugged(before: Mapping[Path, int]) -> None:
    """Raises MachineError where one of these `media` is no longer there: somebody has pulled the
    stick out, and what is written there now goes to the computer's own disk.
    """
    for target, device in media(before).items():
        if device != before[target]:
            raise MachineError(problem("usb-refus", name=target, why=REASONS[errno.ENODEV]))


def archive(edition: Finished, wanted: Path | None) -> Path:
    """The file of the stick as an archive: `wanted`, or in that folder. Raises UsageError where
    something else has that name.
    """
    target = wanted if wanted is not None else edition.folder.parent
    if target.suffix.lower() != ZIP or target.is_dir():
        target = target / f"{_called(edition)}{ZIP}"
    _demand_place(target)
    if target.exists() and not _is_stick(target):
        raise UsageError(problem("usb-etrangere", name=target))
    return target


def _called(edition: Finished) -> str:
    return f"{safe(edition.edition)}{MARK}"


def _demand_place(target: Path) -> None:
    """A folder that is not there is a stick that is not plugged in, more often than not. And what
    is put into an edition would be taken for somebody's own file.
    """
    beside = target.absolute().parent
    if not target.exists() and not beside.is_dir():
        slug = "usb-etrangere" if beside.exists() else "usb-absente"
        raise UsageError(problem(slug, name=beside))
    real = target.resolve()
    for place in (real, *real.parents):
        if is_edition(place):
            raise UsageError(problem("usb-dans-edition", name=target, edition=place.name))


def _is_free(target: Path, edition: Finished) -> bool:
    """Whether nothing is there, or a stick of this edition."""
    if not target.exists():
        return True
    if not target.is_dir():
        return False
    facts = manifest.contents(target)
    if manifest.STICK in facts:
        return facts.get(manifest.EDITION) == edition.edition
    return not any(_of_people(target)) or (target / UNFINISHED).is_file()


def _of_people(target: Path) -> Iterator[Path]:
    for path in target.iterdir():
        name = path.name
        of_system = name.lower() in _OF_SYSTEMS or name.startswith(".Trash-")
        if not (of_system or is_stray(name) or path.match(STAGE.format(mark="*"))):
            yield path


def _is_stick(file: Path) -> bool:
    """Whether an archive is a stick of ours."""
    import zipfile

    try:
        with zipfile.ZipFile(file) as opened:
            return any(name.endswith(f"{MARK}/{manifest.NAME}") for name in opened.namelist())
    except (OSError, zipfile.BadZipFile):
        return False
