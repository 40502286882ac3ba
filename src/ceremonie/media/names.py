"""From the name in the storyboard to the file on the disk, and to no file outside the edition.

A storyboard and its media come by e-mail: only the edition's folder and the shared folder beside it
may be read, wherever links lead.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ceremonie.diagnostics import NodePath
from ceremonie.media import kinds, nature
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.likeness import LEVELS, spelled
from ceremonie.media.nearness import Listing, listing, names_in
from ceremonie.messages import DISGUISED_ELSE
from ceremonie.storyboard.location import SHARED
from ceremonie.storyboard.suggestions import did_you_mean
from ceremonie.text import quotable, quoted

MAXIMUM_TOLD = 4
"""So many files are named among which a name does not choose."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")

Level = Callable[[str], str]


@dataclass(frozen=True)
class Candidate:
    """A file that a name may mean: where it lies, links followed, and what would be written."""

    file: Path
    name: str = ""

    def at(self, child: str) -> Candidate:
        name = f"{self.name}/{child}" if self.name else child
        return Candidate(Path(os.path.realpath(self.file / child)), name)


class Folder:
    """The folder of a storyboard, and the names that lead to files in it. Kept for one run: each
    folder is listed once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.root = Path(os.path.realpath(path))
        self._children: dict[tuple[Path, Level], dict[str, list[str]]] = {}
        self._listings: dict[tuple[Kind, ...], Listing] = {}

    def file(self, written: str, path: NodePath) -> Path:
        """The file that is meant at this place of the storyboard: absolute, links followed.
        Raises UnusableError where there is none that may be used, or more than one.
        """
        noun, wanted = kinds.noun(written, path), kinds.wanted(path)
        _refuse_foreign(written)
        candidates = self._meant(written)
        if not candidates:
            self._inside(Path(os.path.realpath(self.root / written)), written)
            raise UnusableError(
                "media-introuvable",
                remedy=self._nearest(written, wanted),
                noun=noun,
                name=spelled(written),
            )
        for candidate in candidates:
            self._inside(candidate.file, written)
        if len({candidate.file for candidate in candidates}) > 1:
            raise UnusableError(
                "media-noms-jumeaux", noun=noun, name=spelled(written), names=_told(candidates)
            )
        named = candidates[0].file
        head = _head(named, written, noun)
        if kinds.of(written) not in wanted:
            raise UnusableError("media-format", name=written, wanted=kinds.told(wanted))
        _refuse_disguised(head, written, wanted)
        return named

    def files(self, written: str, path: NodePath) -> list[tuple[str, Path]]:
        """The file that is meant, or those of its kind in the folder that is meant, with their
        names. Raises UnusableError as `file` does, or where a folder holds none.
        """
        try:
            return [(written, self.file(written, path))]
        except UnusableError as fault:
            if fault.slug != "media-dossier":
                raise
        top, wanted = self._meant(written)[0], kinds.wanted(path)
        names = [name for name in _children(top.file) if kinds.of(name) in wanted]
        if not names:
            raise UnusableError("dossier-sans-police", name=written)
        return [
            (f"{written.rstrip('/')}/{n}", self.file(f"{written.rstrip('/')}/{n}", path))
            for n in names
        ]

    def _inside(self, file: Path, written: str) -> None:
        if not self._allowed(file):
            raise UnusableError("media-hors-dossier", name=quotable(written))

    def _allowed(self, file: Path) -> bool:
        return any(file.is_relative_to(top) for top in (self.root, self.root.parent / SHARED))

    def _meant(self, written: str) -> list[Candidate]:
        """The name as written, else what is equal to it to the eye, as strictly as possible."""
        exact = Candidate(Path(os.path.realpath(self.root / written)), written)
        if os.path.lexists(exact.file):
            return [exact]
        alike = (self._alike(written, level) for level in LEVELS)
        return next((candidates for candidates in alike if candidates), [])

    def _alike(self, written: str, level: Level) -> list[Candidate]:
        """Part by part: several folders may be alike, and the file be in one of them. Each place is
        gone on from once, however many ways lead there: « a/../a/../… » would double them each
        time.
        """
        here = [Candidate(self.root)]
        for part in Path(written).parts:
            steps = (step for place in here for step in self._steps(place, part, level))
            here = list({step.file: step for step in steps if os.path.lexists(step.file)}.values())
        return here

    def _steps(self, place: Candidate, part: str, level: Level) -> list[Candidate]:
        if part == "..":
            return [place.at(part)]
        same = self._listed(place.file, level).get(level(part), [])
        return [place.at(child) for child in dict.fromkeys((part, *same))]

    def _listed(self, folder: Path, level: Level) -> dict[str, list[str]]:
        """What a folder holds, by what is seen of its names; outside only the shared folder."""
        key = (folder, level)
        if key not in self._children:
            here = _children(folder) if self._allowed(folder) else [SHARED]
            by_sight: dict[str, list[str]] = {}
            for child in here:
                by_sight.setdefault(level(child), []).append(child)
            self._children[key] = by_sight
        return self._children[key]

    def _nearest(self, written: str, wanted: tuple[Kind, ...]) -> str | None:
        """« vouliez-vous dire … ? »; None where no name is near."""
        if wanted not in self._listings:
            self._listings[wanted] = listing(self._names, wanted)
        near = self._listings[wanted].nearest(written)
        return did_you_mean([near]) if near else None

    @cached_property
    def _names(self) -> tuple[str, ...]:
        shared = names_in(self.root.parent / SHARED, f"../{SHARED}/")
        return names_in(self.root, "") + shared


def _told(candidates: Sequence[Candidate]) -> str:
    names = [spelled(candidate.name) for candidate in candidates]
    more = len(names) - MAXIMUM_TOLD
    return quoted(names[:MAXIMUM_TOLD], "et") + (f" (et {more} de plus)" if more > 0 else "")


def _refuse_foreign(written: str) -> None:
    if written.startswith(("/", "\\", "~")) or _DRIVE.match(written):
        raise UnusableError(
            "media-absolu", name=quotable(written), own=quotable(_own_name(written))
        )
    if "\\" in written:
        meant = written.replace("\\", "/")
        raise UnusableError("media-antislash", name=quotable(written), meant=quotable(meant))
    if _URL.match(written):
        raise UnusableError("media-adresse", name=quotable(written))
    if "\0" in written:
        raise UnusableError("media-hors-dossier", name=quotable(written))


def _own_name(written: str) -> str:
    """Without the folders of somebody's computer."""
    return re.split(r"[/\\:]", written)[-1] or "relais.jpg"


def _head(file: Path, written: str, noun: str) -> bytes:
    """Its first bytes: opening a file is the only way to know that it may be read."""
    if file.is_dir():
        raise UnusableError("media-dossier", name=written)
    if not file.is_file():
        raise UnusableError("media-illisible", noun=noun, name=written)
    try:
        with file.open("rb") as opened:
            head = opened.read(nature.HEAD)
    except OSError:
        raise UnusableError("media-illisible", noun=noun, name=written) from None
    if not head:
        raise UnusableError("media-vide", noun=noun, name=written)
    return head


def _refuse_disguised(head: bytes, written: str, wanted: tuple[Kind, ...]) -> None:
    """A photo that is called as a video is, or the other way round."""
    actual, called = nature.of(head), kinds.of(written)
    if actual is None or called is actual.kind or called not in (Kind.PICTURE, Kind.CLIP):
        return
    own = PurePosixPath(written).with_suffix(actual.ending)
    raise UnusableError(
        "media-deguise",
        remedy=None if actual.kind in wanted else DISGUISED_ELSE.format(wanted=kinds.told(wanted)),
        name=written,
        called=called.noun.partition(" ")[2],
        actual=actual.kind.noun.partition(" ")[2],
        last=own.name,
        own=own,
    )


def _children(folder: Path) -> list[str]:
    try:
        return sorted(child.name for child in folder.iterdir())
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG}:
            return []
        raise
