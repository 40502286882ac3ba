"""Where a bag is written: never over anything, never into an edition."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from ceremonie.diagnostics import BusyError, UsageError
from ceremonie.edition.finding import is_edition
from ceremonie.edition.folder import alone
from ceremonie.messages import problem
from ceremonie.stick.placing import safe

MARK = "-archive"


class Form(StrEnum):
    """What a bag is: a folder, or one file."""

    FOLDER = "dossier"
    ZIP = "zip"
    TAR = "tar"

    @property
    def ending(self) -> str:
        return "" if self is Form.FOLDER else f".{self}"


def name(edition: str) -> str:
    """What the bag's folder is called."""
    return f"{safe(edition)}{MARK}"


def target(folder: Path, edition: str, wanted: Path | None, form: Form) -> Path:
    """Beside the edition's `folder`, or at `wanted`, or in it where that is a folder. Raises
    UsageError where something is there, or nothing that it could lie in.
    """
    called = f"{name(edition)}{form.ending}"
    place = wanted if wanted is not None else folder.parent
    path = place / called if wanted is None or place.is_dir() else _ending(place, form)
    if path.exists() or path.is_symlink():
        with suppress(OSError, BusyError), alone(path):
            pass  # nothing is left of a lock that a run which was killed has held
        raise UsageError(problem("archive-existe", name=path))
    if not path.absolute().parent.is_dir():
        raise UsageError(problem("archive-absente", name=path.absolute().parent))
    _demand_outside(path)
    return path


def _ending(path: Path, form: Form) -> Path:
    return path if path.suffix.lower() == form.ending else path.with_name(path.name + form.ending)


def _demand_outside(path: Path) -> None:
    for place in path.resolve().parents:
        if is_edition(place):
            raise UsageError(problem("archive-dans-edition", name=path, edition=place.name))
