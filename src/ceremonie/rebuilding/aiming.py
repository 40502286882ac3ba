"""Where the edition is put that was made again: never over anything, never into a bag."""

from __future__ import annotations

from pathlib import Path

from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest
from ceremonie.integrity.places import BAG
from ceremonie.messages import problem

MARK = "-refaite"
ARCHIVES = (".zip", ".tar")


def target(bag: Path, wanted: Path | None) -> Path:
    """Beside the `bag`, or at `wanted`. Raises UsageError where something is there, or nothing that
    it could lie in, or where that is a bag or an edition.
    """
    place = bag.absolute()
    stem = place.stem if place.suffix.lower() in ARCHIVES else place.name
    path = place.with_name(f"{stem}{MARK}") if wanted is None else wanted
    if path.exists() or path.is_symlink():
        raise UsageError(problem("refaire-existe", name=path))
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UsageError(problem("refaire-absent", name=folder))
    for around in path.resolve().parents:
        if (around / BAG).is_file() or (around / manifest.NAME).is_file():
            raise UsageError(problem("refaire-dedans", name=path, other=around.name))
    return path
