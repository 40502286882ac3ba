"""What people did in the folder of an edition survives its next production."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.messages import problem
from ceremonie.unchanged import digest_of

_PASSING = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Kept:
    """A file of the former edition, and its name in the new one; both relative, with slashes."""

    name: str
    target: str

    @property
    def changed(self) -> bool:
        return self.name != self.target


def kept(former: Path, folder: Path) -> tuple[Kept, ...]:
    """Files that were added to the former edition, and those that were changed by hand in it and
    are made anew in `folder`.
    """
    if not former.is_dir():
        return ()
    made = manifest.made(former)
    names = {name for name in _names(former) if name not in made}
    changed = {n for n in made if (former / n).is_file() and _changed(former, folder, n, made[n])}
    found = [Kept(name, name) for name in names]
    found += [Kept(name, _beside(name, names)) for name in changed]
    return tuple(sorted(found, key=lambda k: k.target))


def carry(former: Path, folder: Path, files: tuple[Kept, ...]) -> None:
    """Copy them into `folder`; nothing there is overwritten."""
    for file in files:
        target = folder / file.target
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(former / file.name, target)


def told(files: tuple[Kept, ...]) -> Iterator[Diagnostic]:
    for file in files:
        if file.changed:
            yield problem(
                "fichier-modifie", severity=Severity.WARNING, name=file.name, kept=file.target
            )


def _names(folder: Path) -> Iterator[str]:
    """Every file but the manifest and what programs leave behind (locks, thumbnails)."""
    for path in folder.rglob("*"):
        passing = path.name.startswith((".", "~$")) or path.name in _PASSING
        if path.is_file() and not passing and path.name != manifest.NAME:
            yield path.relative_to(folder).as_posix()


def _changed(former: Path, folder: Path, name: str, digest: str) -> bool:
    """Not what was made, and not what the new edition holds under that name either."""
    now = digest_of(former / name)
    new = folder / name
    return now != digest and not (new.is_file() and digest_of(new) == now)


def _beside(name: str, taken: set[str]) -> str:
    """« diaporama (modifié).pptx », or the next number that is free."""
    path = PurePosixPath(name)
    number = 1
    while True:
        mark = "modifié" if number == 1 else f"modifié {number}"
        found = str(path.with_name(f"{path.stem} ({mark}){path.suffix}"))
        if found not in taken:
            return found
        number += 1
