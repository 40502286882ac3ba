"""The way of a folder of photos, step by step."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import (
    Diagnostic,
    NodePath,
    StoryboardError,
    UsageError,
    errors,
    in_order,
)
from ceremonie.media.fault import UnusableError
from ceremonie.media.glance import Glance, glance
from ceremonie.media.means import Means
from ceremonie.media.names import Folder
from ceremonie.messages import problem
from ceremonie.progress import Step
from ceremonie.sorting import telling
from ceremonie.sorting.arranging import Arrangement, Better, Edition, arranged
from ceremonie.sorting.copying import check_room, copy_all
from ceremonie.sorting.dating import clock_is_wrong, dated
from ceremonie.sorting.days import EventDay, called, days_of
from ceremonie.sorting.finding import Listing, listing
from ceremonie.sorting.sameness import Found, pictures
from ceremonie.storyboard import Reading, editing
from ceremonie.storyboard.editing import Add, Change, Revision, Set
from ceremonie.storyboard.media import UNSORTED
from ceremonie.storyboard.query import mappings_with
from ceremonie.text import quotable

FILE = "fichier"


@dataclass(frozen=True)
class Sorted:
    """What a folder brings to the storyboard at `path`: the entries that it gets by `revision`, the
    files that are to be copied, and what is left to people. Nothing is written until `apply`.
    """

    path: Path
    revision: Revision
    arrangement: Arrangement
    summary: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def empty(self) -> bool:
        return self.revision.empty and not self.arrangement.copies

    def apply(self, means: Means) -> None:
        """The storyboard, whole, then the files one by one: what is interrupted, another run goes
        on with. Raises MachineError where there is no room, StoryboardError where the storyboard
        cannot be written, OSError as the system does.
        """
        folder = self.path.resolve().parent
        check_room(self.arrangement.copies, folder)
        if self.revision.refused:
            raise _unwritten(self.path, self.revision.refused[0].why)
        try:
            if not self.revision.empty:
                editing.write(self.revision, self.path)
        except editing.RefusedError as error:
            raise _unwritten(self.path, str(error)) from error
        if self.arrangement.copies:
            copy_all(self.arrangement.copies, folder, partial(means.progress, Step.COPIES))

    def as_json(self) -> dict[str, Any]:
        made = self.arrangement
        return {
            "storyboard": str(self.path),
            "ajoutees": [
                {"jour": one.day.index + 1, "fichier": one.name, "de": str(one.picture.best.file)}
                for one in made.placed
            ],
            "copies": len(made.copies),
            "remplacees": [one.name for one in made.better if one.unsorted],
            "deja": len(made.present) + len(made.left),
            "doubles": made.doubles,
            "sans_jour": [str(picture.best.file) for picture in made.unplaced],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def sort(
    reading: Reading, data: bytes, folder: Path, means: Means, day: str | None = None
) -> Sorted:
    """`data` is the text of the storyboard that was read; `day` is the one for what finds none.

    Raises UsageError where the folder or the day is none, StoryboardError where the storyboard has
    no days.
    """
    if not folder.is_dir():
        raise UsageError(problem("photos-dossier", name=quotable(folder)))
    days = days_of(reading.source.data)
    if not days:
        raise StoryboardError(*(errors(reading.diagnostics) or [problem("photos-sans-jours")]))
    chosen = _chosen(day, days)
    offered, own = _listings(folder.resolve(), reading.path.resolve().parent)
    found, damaged = _looked_at(offered, own, reading.path.resolve().parent, means)
    edition = _edition(reading, found, own, days, chosen)
    arrangement = arranged(pictures(found), edition)
    revision = editing.edit(data, _changes(arrangement), reading.path)
    mine = [one for one in found if one.offered]
    wrong = [one for one in mine if clock_is_wrong(one.glance, _now())]
    told = telling.told(arrangement, wrong, offered.unread, damaged)
    right = [one for one in mine if one not in wrong]
    summary = (*telling.summary(arrangement), *telling.spans(right))
    diagnostics = in_order(reading.source.located(told))
    return Sorted(reading.path, revision, arrangement, summary, diagnostics)


def _now() -> dt.datetime:
    return dt.datetime.now().replace(microsecond=0)


def _chosen(day: str | None, days: Sequence[EventDay]) -> EventDay | None:
    if day is None:
        return None
    chosen = called(day, days)
    if chosen is None:
        labels = ", ".join(one.label for one in days)
        raise UsageError(problem("photos-jour", name=quotable(day), days=labels))
    return chosen


def _listings(folder: Path, edition: Path) -> tuple[Listing, Listing]:
    """What is offered, and what the edition has: a folder around it offers all but that, one inside
    it is a part of it.
    """
    inside = folder.is_relative_to(edition)
    return listing(folder, None if inside else edition), listing(edition)


def _looked_at(
    offered: Listing, own: Listing, edition: Path, means: Means
) -> tuple[list[Found], list[Path]]:
    """Every file that can be used, and those offered ones that are damaged."""
    files = dict.fromkeys((*own.files, *offered.files))
    jobs = {file: partial(_glance, file, means) for file in files}
    glances = means.worked_off(jobs, Step.PHOTOS)
    mine, theirs = set(offered.files), set(own.files)
    now = _now()
    found = [
        Found(
            file, seen, dated(seen, file.stem, now),
            file.relative_to(edition).as_posix() if file in theirs else None,
            file in mine,
        )
        for file, seen in glances.items() if seen
    ]  # fmt: skip
    return found, [file for file in offered.files if glances[file] is None]


def _glance(file: Path, means: Means) -> Glance | None:
    try:
        return glance(file, file.name, means)
    except (UnusableError, OSError):
        return None


def _edition(
    reading: Reading,
    found: Iterable[Found],
    own: Listing,
    days: Sequence[EventDay],
    chosen: EventDay | None,
) -> Edition:
    folder = Folder(reading.path.parent)
    named: dict[Path, list[NodePath]] = defaultdict(list)
    written = set()
    for path, entry in mappings_with(reading.source.data, FILE):
        if isinstance(entry[FILE], str):
            written.add(entry[FILE].strip())
            if file := _meant(folder, entry[FILE], path):
                named[file].append(path)
    root = folder.root
    taken = {file.relative_to(root).as_posix().casefold(): "" for file in own.files}
    taken |= {one.name.casefold(): one.glance.digest for one in found if one.name}
    return Edition(days, named, frozenset(written), taken, chosen)


def _meant(folder: Folder, written: str, path: NodePath) -> Path | None:
    try:
        return folder.file(written, (*path, FILE))
    except UnusableError:
        return None


def _changes(arrangement: Arrangement) -> list[Change]:
    by_day: dict[int, list[dict[str, str]]] = defaultdict(list)
    for placed in arrangement.placed:
        by_day[placed.day.index].append({FILE: placed.name})
    added = [Add(("jours", day, UNSORTED), tuple(by_day[day])) for day in sorted(by_day)]
    return [*_replacing(arrangement.better), *added]


def _replacing(better: Iterable[Better]) -> list[Change]:
    """Of what nobody has chosen yet, the better copy is taken."""
    return [Set((*path, FILE), one.name) for one in better if one.unsorted for path in one.paths]


def _unwritten(path: Path, why: str) -> StoryboardError:
    return StoryboardError(problem("photos-refus", name=path.name, why=why))
