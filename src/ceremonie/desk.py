"""The doors of the office: what comes back from colleagues, and what is sent to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from ceremonie import cache as caching
from ceremonie.diagnostics import Diagnostic, UsageError
from ceremonie.edition.outputs import REPORT_PAGE, Part
from ceremonie.messages import problem
from ceremonie.order import Edition, Order
from ceremonie.production import at_work, prepare, produce, readable, shelved, told_in_french
from ceremonie.progress import Progress, silent
from ceremonie.storyboard import location

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from ceremonie.agreements.collecting import Collection
    from ceremonie.archiving.door import Sealed, Wanted
    from ceremonie.audiences import Audience
    from ceremonie.comparison.compared import Compared
    from ceremonie.comparison.sides import Places as Among
    from ceremonie.importing.imported import Imported
    from ceremonie.integrity.door import Control
    from ceremonie.rebuilding.bagged import Asked
    from ceremonie.rebuilding.door import Rebuilt
    from ceremonie.rebuilding.door import Wanted as Remade
    from ceremonie.rereading.door import Reread
    from ceremonie.sorting.door import Sorted
    from ceremonie.stick.door import Sticks
    from ceremonie.withdrawal.applying import Applied
    from ceremonie.withdrawal.holding import Making
    from ceremonie.withdrawal.mentions import Board
    from ceremonie.withdrawal.traces import Places, Traces


def reread(
    deck: Path | str,
    *,
    storyboard: Path | str | None = None,
    code_local: bool = False,
    cache: Path | str | None = None,
    workers: int | None = None,
    progress: Progress = silent,
) -> Reread:
    """What a deck that people have corrected changes in its storyboard: nothing is written until
    `apply` of what is returned is called. The storyboard is found by the manifest beside the deck.

    Raises UsageError where the deck cannot be read, or is that of another storyboard;
    StoryboardError where the storyboard has errors.
    """
    from ceremonie.rereading.door import reread
    from ceremonie.verifying import prepared

    order = Order(None, only=Part.DECK, code_local=code_local)
    with (
        told_in_french(),
        at_work(cache, caching.MOST_BYTES, workers, progress, code_local=code_local) as means,
    ):
        return reread(Path(deck), storyboard, lambda reading: prepared(reading, order, means).shown)


def import_table(table: Path | str, *, storyboard: Path | str | None = None) -> Imported:
    """What a colleague's spreadsheet (.xlsx, .xlsm, .ods, .csv) adds to a storyboard and changes in
    it: nothing is written until `apply` of what is returned is called. The storyboard is the one
    beside the spreadsheet, or that of the only edition.

    Raises UsageError where the spreadsheet cannot be read, or its storyboard is not known;
    StoryboardError where the storyboard is not YAML.
    """
    from ceremonie.importing.door import imported

    with told_in_french():
        return imported(Path(table), storyboard)


def sort_photos(
    path: Path | str,
    folder: Path | str,
    *,
    day: str | None = None,
    write: bool = True,
    cache: Path | str | None = None,
    workers: int | None = None,
    progress: Progress = silent,
) -> Sorted:
    """The photos and clips of a folder, sorted into the days of a storyboard: new ones are copied
    beside it and wait in `a_classer`, unless `write` forbids it. `day` (its number, date or name)
    is the one for what finds none.

    Raises UsageError where the folder or the day is none, StoryboardError where the storyboard
    cannot be read or written, MachineError where there is no room.
    """
    from ceremonie.sorting.door import sort

    with told_in_french():
        reading = readable(Path(path))
        data = reading.path.read_bytes()
        with at_work(cache, caching.MOST_BYTES, workers, progress, code_local=False) as means:
            sorting = sort(reading, data, Path(folder), means, day)
            if write:
                sorting.apply(means)
            return sorting


def template(
    path: Path | str,
    target: Path | str,
    *,
    replace: bool = False,
    code_local: bool = False,
    cache: Path | str | None = None,
    workers: int | None = None,
    progress: Progress = silent,
) -> Path:
    """The design of a storyboard's deck as a PowerPoint template, without a slide: its screen,
    colours and fonts, a layout for each kind of slide that it has.

    Raises UsageError where `target` is there and `replace` does not allow it to be replaced, and
    what `prepare` raises.
    """
    from ceremonie import deck

    file = Path(target)
    if file.exists() and not (replace and file.is_file()):
        raise UsageError(problem("gabarit-existe", name=file.name))
    planned = prepare(path, code_local=code_local, cache=cache, workers=workers, progress=progress)
    with told_in_french():
        file.parent.mkdir(parents=True, exist_ok=True)
        deck.write_template(planned, file)
    return file


class Looking(TypedDict, total=False):
    """Where `traces` looks: the folder of outputs, that of storyboards, further folders, and the
    cache.
    """

    output: Path | str
    assets: Path | str
    further: Sequence[Path | str]
    cache: Path | str | None


def traces(person: str, **where: Unpack[Looking]) -> Traces:
    """Where somebody is, by their identifier: in storyboards, and, by their manifests, in all
    editions in and beside the folder of outputs.

    Raises UsageError where it looks like a name, or is nowhere.
    """
    from ceremonie.withdrawal.traces import traces

    with told_in_french():
        return traces(person, _places(**where))


def withdraw(
    person: str,
    *,
    day: str,
    code_local: bool = False,
    workers: int | None = None,
    progress: Progress = silent,
    **where: Unpack[Looking],
) -> Applied:
    """Somebody's agreement is withdrawn on a `day` (AAAA-MM-JJ): written into the storyboards that
    speak of them, editions made again as they were, what is left of former ones and the cache
    thrown away. What failed is in what is returned. Raises as `traces` does.
    """
    from ceremonie.withdrawal.applying import apply

    found, places = traces(person, **where), _places(**where)

    def remake(board: Board, asked: Making) -> tuple[Diagnostic, ...]:
        made = produce(
            board.path,
            only=Part(asked.only) if asked.only else None,
            shapes=asked.shapes,
            draft=asked.draft,
            audiences=asked.audiences,
            output=places.output,
            cache=places.cache,
            code_local=code_local,
            workers=workers,
            progress=progress,
        )
        return made.diagnostics

    with told_in_french():
        done = apply(found, day, places, remake)
        if places.output.is_dir():
            done.remarks += shelved(places.output)
        return done


def _places(
    *,
    output: Path | str = "output",
    assets: Path | str = location.EDITIONS,
    further: Sequence[Path | str] = (),
    cache: Path | str | None = None,
) -> Places:
    """Storyboards lie in `assets`, from here or from beside the folder of outputs."""
    from ceremonie.withdrawal.traces import Places

    beside = Path(output).resolve().parent / location.EDITIONS
    roots = (Path(assets), beside)
    return Places(Path(output), roots, tuple(map(Path, further)), caching.folder(cache))


def table(path: Path | str, name: str | None = None) -> Path:
    """A spreadsheet for colleagues in the folder of a storyboard, with what that says already;
    by itself `tableau.xlsx`.

    Raises UsageError where a file of this name is there or it is no name of an .xlsx,
    StoryboardError where the storyboard cannot be read at all.
    """
    from ceremonie.sheets import writing

    with told_in_french():
        reading = readable(Path(path))
        file = name or writing.NAME
        own = bool(reading.register)
        return writing.write_table(reading.source.data, reading.path.parent, file, register=own)


def stick(
    edition: Path | str,
    *,
    to: Sequence[Path | str] = (),
    zipped: bool = False,
    fat32: bool = False,
    systems: Sequence[str] = (),
    output: Path | str = "output",
    cache: Path | str | None = None,
    progress: Progress = silent,
) -> Sticks:
    """All that the hall needs of a finished edition, given by its folder or by its name in
    `output`: in a folder beside it, in each of `to`, or as an archive where it is `zipped`. Files
    beyond 4 GB are left out where `fat32` says so, or the system does. For `systems` (« windows »,
    « macos », « linux ») the program comes along, to be installed with no network.

    Raises UsageError where the edition is a draft or not whole, or where something else is there,
    RenderingError where it cannot be read, MachineError where there is no room, the system
    refuses a file, or a package is not got: what was there is whole then.
    """
    from ceremonie.stick.door import Wanted, make

    place, wanted = (
        caching.folder(cache),
        Wanted(tuple(map(Path, to)), zipped, fat32, tuple(systems)),
    )
    with told_in_french(), caching.in_use(place):
        return make(edition, Path(output), wanted, place, progress)


def archive(
    edition: Path | str,
    wanted: Wanted,
    *,
    output: Path | str = "output",
    cache: Path | str | None = None,
    progress: Progress = silent,
) -> Sealed:
    """A finished edition, given by its folder or by its name in `output`, sealed as a BagIt bag
    with all that it was made from. Raises as `archiving.door.make` does.
    """
    from ceremonie.archiving.door import make

    place, shelf = caching.folder(cache), Path(output)
    with told_in_french(), caching.in_use(place):
        sealed = make(edition, shelf, wanted, place, progress)
    told = shelved(shelf) if shelf.is_dir() else ()
    return replace(sealed, diagnostics=(*sealed.diagnostics, *told))


def rebuild(
    bag: Path | str,
    wanted: Remade,
    *,
    workers: int | None = None,
    progress: Progress = silent,
) -> Rebuilt:
    """The edition in a bag that `archive` has sealed (a folder, a zip or a tar), made again from
    nothing but the bag, and each file of it held against the one there. Nothing is installed, and
    no cache of other runs is used. Raises as `rebuilding.door.remake` does.
    """
    from ceremonie.rebuilding.door import remake

    def make(storyboard: Path, asked: Asked, output: Path, cache: Path) -> Edition:
        return produce(
            storyboard,
            only=Part(asked.only) if asked.only else None,
            shapes=asked.shapes,
            draft=asked.draft,
            audiences=asked.audiences,
            master=asked.master,
            output=output,
            cache=cache,
            code_local=asked.code_local or wanted.code_local,
            workers=workers,
            progress=progress,
        )

    with told_in_french():
        return remake(Path(bag), wanted, make, progress)


def compare(
    before: Path | str,
    after: Path | str,
    places: Among,
    *,
    page: Path | None = None,
    replace: bool = False,
) -> Compared:
    """What differs between two finished editions, each given by its folder or its name; `page` is
    where it is written as HTML besides. Raises as `comparison.door.compare` and `write` do.
    """
    from ceremonie.comparison.door import compare, write

    with told_in_french():
        compared = compare(before, after, places)
        if page:
            write(compared, page, replace=replace)
        return compared


def consents(
    path: Path | str, *, audiences: Sequence[Audience] = (), before: dt.date | None = None
) -> Collection:
    """Who is seen, heard or named in a storyboard and what their agreements lack for `audiences`:
    by itself the hall, and the web where the publication has its days; whose ends `before` a day.

    Raises StoryboardError where the storyboard cannot be read at all.
    """
    from ceremonie.agreements.collecting import collection

    with told_in_french():
        return collection(readable(Path(path)), audiences, before)


def consent_papers(
    collected: Collection, folder: Path | str, *, replace: bool = False
) -> tuple[Path, ...]:
    """A paper to sign for each person whose agreement is to be asked for, and the list of them, as
    HTML to print. Only here are names of people written, from the key beside the storyboard.

    Raises UsageError where the folder belongs to an edition or its storyboard, or where one of the
    files is there and `replace` does not allow it to be replaced.
    """
    from ceremonie.agreements.writing import write

    with told_in_french():
        return write(collected, Path(folder), replace=replace)


def shown_by_system(edition: Edition) -> bool:
    """Open an edition's folder as a double-click would, and on top of it its report, where there is
    one. Whether the system could be asked for both.
    """
    from ceremonie.tools.opening import opened

    reports = (path for path in edition.files if path.name == REPORT_PAGE)
    asked = [opened(path) for path in (edition.folder, *reports)]
    return all(asked)


def control(folder: Path | str, *, thorough: bool = False, progress: Progress = silent) -> Control:
    """Whether every file of an edition, a stick, or all that a folder holds, is as it was made;
    `thorough` decodes films to their end. Nothing is written.

    Raises UsageError where there is nothing to check.
    """
    from ceremonie.integrity.door import control

    with told_in_french():
        return control(Path(folder), thorough=thorough, progress=progress)
