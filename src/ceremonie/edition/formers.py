"""Former editions: each good build keeps the one that it replaces, so that it can be gone back to.

One becomes a former one by a new name and nothing else: no byte is copied, and whatever instant a
run is killed at, each lies whole in its place or in the one it is going to. What goes is given a
name of its own first, for the same reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.edition.appearance import is_open
from ceremonie.edition.beside import FORMERS, doomed, formers, next_former
from ceremonie.edition.finding import is_draft
from ceremonie.files import free_bytes, move, near, remove_folder
from ceremonie.messages import problem

USUAL = 3
"""So many are kept where nothing else is said."""


@dataclass
class Formers:
    """How many are kept, and the people who are not to be seen, heard or named in any of them.

    `given_up` are those that made room on a short disk; `barred` are those that showed one of these
    people; `refused` are those that the system did not let stay.
    """

    most: int = 0
    withdrawn: Collection[str] = ()
    given_up: list[Path] = field(default_factory=list)
    barred: list[Path] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)

    def take(self, former: Path, target: Path, *, left_behind: bool) -> None:
        """Keep the one that `target` has taken the place of, where it is another one: what a killed
        run has `left_behind` may be newer, and never have been in its place. Of what was replaced
        just now that is no question, whatever the clock did meanwhile.
        """
        made, now = manifest.made(former), manifest.made(target)
        if not self.most or not made or made == now or self._is_barred(former):
            return
        try:
            instant, later = (_made_at(folder) for folder in (former, target))
            if left_behind and instant > later:
                return
            place = next_former(target, instant)
            place.parent.mkdir(parents=True, exist_ok=True)
            move(former, place)
        except OSError:
            self.refused.append(former)

    def limit(self, target: Path) -> None:
        """What is too many goes, and what shows who has withdrawn."""
        for folder in formers(target):
            if self._is_barred(folder) and drop(folder, target):
                self.barred.append(folder)
        there = _first_to_go(target)
        for folder in there[: max(0, len(there) - self.most)]:
            drop(folder, target)

    def make_room(self, target: Path) -> None:
        """What will be made is supposed to be as large as what is there. Where the disk has no room
        for that, former editions go.
        """
        needed = size_of(target)
        for folder in _first_to_go(target):
            if free_bytes(target.parent) >= needed:
                return
            if drop(folder, target):
                self.given_up.append(folder)

    def told(self, target: Path) -> Iterator[Diagnostic]:
        """Which are gone, and why."""
        if self.given_up:
            count = _counted(len(self.given_up))
            mild = Severity.WARNING
            yield problem("anciennes-cedees", severity=mild, count=count, name=target.name)
        if self.refused:
            mild, home = Severity.WARNING, near(target.parent / FORMERS)
            yield problem("ancienne-refusee", severity=mild, name=target.name, home=home)
        if self.barred:
            count = _counted(len(self.barred))
            note = Severity.NOTE
            yield problem("anciennes-retirees", severity=note, count=count, name=target.name)

    def _is_barred(self, folder: Path) -> bool:
        """Where a manifest does not tell who appears in what, anybody may."""
        if not self.withdrawn:
            return False
        people = manifest.contents(folder).get(manifest.PEOPLE)
        if not isinstance(people, dict):
            return True
        return any(is_open(one) for who in self.withdrawn for one in people.get(who, ()))


def _first_to_go(target: Path) -> list[Path]:
    """Former editions, the oldest first; where a draft has taken its place, the last one that is
    none comes after all others: it is the one that can be shown.
    """
    there = formers(target)
    if not is_draft(manifest.contents(target)):
        return there
    finished = [folder for folder in there if not is_draft(manifest.contents(folder))][-1:]
    return [*(folder for folder in there if folder not in finished), *finished]


def drop(folder: Path, target: Path) -> bool:
    """Whether a former edition of `target` is gone, be it that some of it is still to be removed;
    what another program holds stays.
    """
    gone = doomed(target)
    try:
        move(folder, gone)
    except OSError:
        return False
    with suppress(OSError):  # the next run tries again
        remove_folder(gone)
    for empty in (folder.parent, folder.parent.parent):
        with suppress(OSError):  # others are in it
            empty.rmdir()
    return True


def _made_at(edition: Path) -> float:
    """In seconds since the epoch: nothing is written into an edition after its manifest."""
    return (edition / manifest.NAME).stat().st_mtime


def _counted(number: int) -> str:
    return f"{number} ancienne{'s' if number > 1 else ''} édition{'s' if number > 1 else ''}"


def size_of(folder: Path) -> int:
    """Bytes."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
