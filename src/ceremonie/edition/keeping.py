"""What people did in the folder of an edition survives its next production.

Names are compared as Windows and macOS do, without regard to case and Unicode form, on every
system: an edition is carried from one to the other on a stick.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.files import appearing, is_stray
from ceremonie.messages import problem
from ceremonie.unchanged import Digests, digest_of


class Why(StrEnum):
    """What a person did with a file, as its name tells where it has to give way."""

    CHANGED = "modifié"
    ADDED = "ajouté"


LINK = "fichier-lien"
SLUGS = {Why.CHANGED: "fichier-modifie", Why.ADDED: "fichier-ajoute"}


@dataclass(frozen=True)
class Kept:
    """A file of the former edition, and its name in the new one; both relative, with slashes."""

    name: str
    target: str
    why: Why

    @property
    def moved(self) -> bool:
        return self.name != self.target


def kept(former: Path, folder: Path, outputs: Iterable[str], digests: Digests) -> tuple[Kept, ...]:
    """What people added to the former edition, and what they changed by hand in it; `digests` know
    what is in it.

    `outputs` names all that the new edition will hold, what is made of it lies in `folder`. Where
    one of them has the name of a kept file, or of a folder with one in it, the file gives way; it
    is left out where both are the same. What links outside show stays out: nobody has put that
    there.
    """
    if not former.is_dir():
        return ()
    made = manifest.made(former)
    home = former.resolve()
    names = [name for name in sorted(_names(former)) if _is_own(former / name, home)]
    taken = _Taken(outputs)
    others: list[Kept] = []
    for name in sorted(names, key=taken.is_free, reverse=True):
        origin = _origin(name, made, names)
        now = digests.of(former / name)
        if now == made.get(origin or "") or _is_made_again(folder / name, now):
            continue
        why = Why.CHANGED if origin else Why.ADDED
        free = why is Why.ADDED and taken.is_free(name)
        target = name if free else taken.beside(name, why)
        taken.take(target)
        others.append(Kept(name, target, why))
    return tuple(sorted(others, key=lambda file: file.target))


def by_hand(folder: Path, digests: Digests) -> tuple[str, ...]:
    """What people have put into an edition or changed in it."""
    made = manifest.made(folder)
    return tuple(
        name for name in sorted(_names(folder)) if digests.of(folder / name) != made.get(name)
    )


def carry(former: Path, folder: Path, files: Iterable[Kept]) -> None:
    """Copy them into `folder`, each at once; nothing there is overwritten."""
    for file in files:
        target = folder / file.target
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with appearing(target) as partial:
                shutil.copy2(former / file.name, partial)


def rescue(former: Path, target: Path, digests: Digests) -> None:
    """Copy into the edition that has taken its place what people put into the former one after
    `kept` had looked there, under names that are free.
    """
    there = sorted(_names(target))
    late = kept(former, target, (*there, manifest.NAME), digests)
    if late:
        carried = {digests.of(target / name) for name in there}
        late = tuple(f for f in late if digests.of(former / f.name) not in carried)
        carry(former, target, late)


def told(files: Iterable[Kept]) -> Iterator[Diagnostic]:
    """A warning for each file that could not keep its name."""
    for file in files:
        if file.moved:
            slug, severity = SLUGS[file.why], Severity.WARNING
            yield problem(slug, severity=severity, name=file.name, kept=file.target)


def links_told(former: Path, folder: Path, digests: Digests) -> Iterator[Diagnostic]:
    """A warning for each link that is not followed into the new edition in `folder`; the name of an
    output may be one, to where that was moved.
    """
    home, mild = former.resolve(), Severity.WARNING
    for path in sorted(former.rglob("*")) if former.is_dir() else ():
        if is_stray(path.name) or _is_own(path, home):
            continue
        name = path.relative_to(former)
        if not (path.is_file() and _is_made_again(folder / name, digests.of(path))):
            yield problem(LINK, severity=mild, name=name.as_posix())


def state(former: Path, digests: Digests) -> Iterator[str]:
    """A line for each file that a person might have put or changed there; equal lines, nothing was
    changed in between.
    """
    for name in sorted(_names(former)) if former.is_dir() else ():
        yield f"{name!r} {digests.of(former / name)}"


class _Taken:
    """Names that are taken in the new edition, and the folders that they lie in."""

    def __init__(self, outputs: Iterable[str]) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        for name in outputs:
            self.take(name)

    def take(self, name: str) -> None:
        path = PurePosixPath(_folded(name))
        self._files.add(str(path))
        self._folders.update(str(parent) for parent in path.parents)

    def is_free(self, name: str) -> bool:
        path = PurePosixPath(_folded(name))
        ways = {str(path), *(str(parent) for parent in path.parents)}
        return not (ways & self._files) and str(path) not in self._folders

    def beside(self, name: str, why: Why) -> str:
        """« film (ajouté).mp4 », or the next number that is free; where a file has the name of the
        folder that it lies in, the folder's name is told apart.
        """
        path = PurePosixPath(name)
        ways = (path, *path.parents[:-1])
        at = next((way for way in reversed(ways) if _folded(str(way)) in self._files), path)
        number = 1
        while True:
            mark = f" ({why} {number})" if number > 1 else f" ({why})"
            other = at.with_name(f"{at.stem}{mark}{at.suffix}") / path.relative_to(at)
            if self.is_free(str(other)):
                return str(other)
            number += 1


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _origin(name: str, made: Iterable[str], names: Collection[str]) -> str | None:
    """The output that a file is, be it under a name of other case."""
    if name in made:
        return name
    same = (output for output in made if _folded(output) == _folded(name))
    return next((output for output in same if output not in names), None)


def _is_made_again(file: Path, digest: str) -> bool:
    """What a person put there may be just what the new edition holds under that name."""
    return file.is_file() and digest_of(file) == digest


def _is_own(path: Path, home: Path) -> bool:
    """What lies in an edition, `home`, wherever links lead; a link to a folder is none of it."""
    inside = path.resolve().is_relative_to(home)
    return inside and (path.is_file() or not path.is_symlink())


def _names(folder: Path) -> Iterator[str]:
    """Every file but its manifest and what programs leave behind (locks, thumbnails)."""
    for path in folder.rglob("*"):
        if path.is_file() and not is_stray(path.name) and path != folder / manifest.NAME:
            yield path.relative_to(folder).as_posix()
