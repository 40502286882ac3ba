"""What is to be done with each picture: pure, from what lies where and what is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ceremonie.diagnostics import NodePath
from ceremonie.sorting.days import EventDay, day_of
from ceremonie.sorting.sameness import Found, Picture
from ceremonie.storyboard.media import waits

FOLDER = "photos"
"""Where copies go, beside the storyboard."""

BETTER = 1.1
"""So many times the pixels make a copy a better one."""

DIGITS = (6, 12, 24, 64)
"""Of the digest, in a name: as few as tell it from other pictures of the same minute."""


@dataclass(frozen=True)
class Copy:
    """`source` is to lie at `name`, from the edition's folder on."""

    source: Path
    name: str
    digest: str


@dataclass(frozen=True)
class Placed:
    """A picture that joins a day under `name`."""

    picture: Picture
    day: EventDay
    name: str


@dataclass(frozen=True)
class Better:
    """An entry's picture is there with more pixels: `name` instead of what the entry at `paths`
    names. `unsorted` where all of these entries still wait for their workshop.
    """

    picture: Picture
    former: Found
    name: str
    paths: tuple[NodePath, ...]

    @property
    def unsorted(self) -> bool:
        return all(map(waits, self.paths))


@dataclass
class Arrangement:
    """`present` are pictures that the storyboard names already, `left` those that only lie in its
    folder, `unplaced` those of no day; `doubles` counts files that are copies of another.
    """

    placed: list[Placed] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    better: list[Better] = field(default_factory=list)
    present: list[Picture] = field(default_factory=list)
    left: list[Picture] = field(default_factory=list)
    unplaced: list[Picture] = field(default_factory=list)
    doubles: int = 0


@dataclass(frozen=True)
class Edition:
    """`named` leads from the files of the edition to the entries that name them, `written` holds
    every name that the storyboard writes, `taken` the digest of each file of its folder by its name
    in small letters (empty where it cannot be read). `chosen` is the day for what finds none.
    """

    days: Sequence[EventDay]
    named: Mapping[Path, Sequence[NodePath]]
    written: frozenset[str]
    taken: Mapping[str, str]
    chosen: EventDay | None = None


def arranged(pictures: Sequence[Picture], edition: Edition) -> Arrangement:
    """Each picture of which a file was offered, those of a day in the order of their moments."""
    made = Arrangement()
    for picture in sorted(pictures, key=_moment):
        offered = [found for found in picture.files if found.offered]
        if offered:
            made.doubles += len(offered) - 1
            _arrange(picture, edition, made)
    return made


def _moment(picture: Picture) -> tuple[str, str]:
    moment = picture.dated.moment.isoformat() if picture.dated else ""
    return moment, str(picture.best.file)


def _arrange(picture: Picture, edition: Edition, made: Arrangement) -> None:
    named = [found for found in picture.files if found.file in edition.named]
    if named:
        _compare(picture, named[0], edition, made)
        return
    here = [found for found in picture.files if found.name]
    own = [found for found in here if found.offered]
    day = day_of(picture.dated, edition.days) or edition.chosen
    if here and not own:
        made.left.append(picture)
    elif day is None:
        made.unplaced.append(picture)
    elif own and own[0].name:
        made.placed.append(Placed(picture, day, own[0].name))
    else:
        _place(picture, day, edition, made)


def _place(picture: Picture, day: EventDay, edition: Edition, made: Arrangement) -> None:
    """An entry that is there already is that of a run that was interrupted before it had copied."""
    name = _name(picture, day, edition)
    made.copies.append(Copy(picture.best.file, name, picture.best.glance.digest))
    if name not in edition.written:
        made.placed.append(Placed(picture, day, name))


def _compare(picture: Picture, used: Found, edition: Edition, made: Arrangement) -> None:
    """`used` is the best of those that the storyboard names."""
    best = picture.best
    if best.glance.pixels <= used.glance.pixels * BETTER:
        made.present.append(picture)
        return
    day = day_of(picture.dated, edition.days)
    name = best.name or _name(picture, day, edition)
    if best.name is None:
        made.copies.append(Copy(best.file, name, best.glance.digest))
    made.better.append(Better(picture, used, name, tuple(edition.named[used.file])))


def _name(picture: Picture, day: EventDay | None, edition: Edition) -> str:
    """Of the moment and the picture's own digest: the same in every run, and nobody's name."""
    best = picture.best.glance
    names = (
        f"{FOLDER}/{_stem(picture, day)}-{best.digest[:digits]}{best.ending}" for digits in DIGITS
    )
    return next(n for n in names if edition.taken.get(n.casefold(), best.digest) == best.digest)


def _stem(picture: Picture, day: EventDay | None) -> str:
    dated = picture.dated
    if dated is None or (day and day is not day_of(dated, [day])):  # of another day by its clock
        of_day = (day.date.isoformat() if day.date else f"jour-{day.index + 1}") if day else ""
        return of_day or "sans-date"
    return f"{dated.day}-{dated.time:%Hh%M}" if dated.time else str(dated.day)
