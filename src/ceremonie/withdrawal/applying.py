"""A withdrawal carried out: written, editions made again, what is left of former ones purged.

Each step leaves something that a run may go on from: what is written is not written again, an
edition that no longer shows the person is not made again, and what is gone is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ceremonie import cache as caching
from ceremonie.audiences import Audience
from ceremonie.diagnostics import CeremonieError, Diagnostic, ExitCode, StoryboardError
from ceremonie.edition import folder as folders
from ceremonie.edition import keeping
from ceremonie.edition.appearance import is_open
from ceremonie.edition.beside import edition_of, is_former
from ceremonie.messages import listed, problem
from ceremonie.storyboard.query import find
from ceremonie.text import quotable
from ceremonie.unchanged import Digests
from ceremonie.withdrawal import writing
from ceremonie.withdrawal.holding import Holding, Making, file_of, making
from ceremonie.withdrawal.mentions import Board
from ceremonie.withdrawal.traces import Places, Traces, looked_up

OTHERWISE = ("publication", "sinon")
"""The key that says what is done with what nobody agreed to."""

Remake = Callable[[Board, Making], tuple[Diagnostic, ...]]
"""Makes the edition of a storyboard again, and returns what is to be told of it; raises as
`production.produce` does.
"""


@dataclass
class Applied:
    """What was done: the storyboards that were `written`, the editions that were `remade`, the
    folders that were `purged`, files and bytes of the cache that are gone; what went wrong, what
    else is to be told of the new editions, and where the person is `after`.
    """

    before: Traces
    written: list[Path] = field(default_factory=list)
    remade: list[Path] = field(default_factory=list)
    purged: list[Path] = field(default_factory=list)
    emptied: tuple[int, int] = (0, 0)
    failures: list[CeremonieError] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    after: Traces | None = None

    @property
    def left(self) -> tuple[Diagnostic, ...]:
        """What still shows the person, of what is ours."""
        found = self.after or self.before
        held = (*found.editions, *found.remains)
        return tuple(_left(self, one, found.person) for one in held if one.shows(found.person))

    @property
    def is_refused(self) -> bool:
        """Whether an edition could not be made since somebody in it has not agreed."""
        told = (one.slug for error in self.failures for one in error.diagnostics)
        return any(slug.startswith("droits-") for slug in told)

    @property
    def exit_code(self) -> ExitCode:
        if self.failures:
            return self.failures[0].exit_code
        return ExitCode.STORYBOARD if self.left else ExitCode.DONE

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        told = [one for error in self.failures for one in error.diagnostics]
        return tuple(dict.fromkeys((*self.remarks, *told, *self.left)))


def _left(done: Applied, holding: Holding, person: str) -> Diagnostic:
    shown = dict.fromkeys(file_of(one) for one in holding.of(person) if is_open(one))
    files, person = listed(list(shown)), quotable(person)
    board = done.before.board_of(holding)
    if board is None or not done.is_refused:
        return problem("retrait-reste", name=holding.path, person=person, files=files)
    return problem(
        "retrait-refuse",
        name=holding.path,
        person=person,
        files=files,
        otherwise=", ".join(f"{one}: retirer" for one in _refusing(board, making(holding))),
    )


def _refusing(board: Board, asked: Making) -> list[Audience]:
    """The audiences for which the storyboard refuses what is not agreed to: the hall by itself."""
    said = {
        audience: next((v for _, v in find(board.reading.source.data, *OTHERWISE, audience)), "")
        for audience in asked.audiences
    }
    refusing = [one for one, way in said.items() if way == "refuser" or (one.is_hall and not way)]
    return refusing or [*asked.audiences]


def apply(found: Traces, day: str, places: Places, remake: Remake) -> Applied:
    """Write the withdrawal of that day, make again what shows the person, purge what is left. What
    fails does not keep the rest from being done; sealed and other copies stay as they are.
    """
    done = Applied(found)
    due = [board for board in found.naming if not board.is_withdrawn]
    for board in due:
        if _tried(done, partial(writing.write, board, found.person, day)):
            done.written.append(board.path)
    refused = {board.path for board in due} - {*done.written}
    for holding in found.to_remake:
        _remake(done, holding, refused, remake)
    for target, doomed in _remains(looked_up(found.person, places)):
        _tried(done, partial(_purge, done, target, doomed))
    _tried(done, partial(_empty, done, places.cache))
    done.after = looked_up(found.person, places)
    return done


def _tried(done: Applied, step: Callable[[], object]) -> bool:
    try:
        step()
    except CeremonieError as error:
        done.failures.append(error)
        return False
    return True


def _remake(done: Applied, holding: Holding, refused: set[Path], remake: Remake) -> None:
    """Where the withdrawal could not be written, the edition would show the person again."""
    board, person = done.before.board_of(holding), quotable(done.before.person)
    if board is None:
        absent = problem("retrait-sans-storyboard", name=holding.path, person=person)
        done.failures.append(StoryboardError(absent))
    elif board.path not in refused:
        _tried(done, partial(_remade, done, board, holding, remake))


def _remade(done: Applied, board: Board, holding: Holding, remake: Remake) -> None:
    done.remarks += remake(board, making(holding))
    done.remade.append(holding.path)


def _remains(found: Traces) -> Iterator[tuple[Path, list[Path]]]:
    """By edition. What is ready and no longer shows the person waits to be put in its place."""
    doomed: dict[Path, list[Path]] = {}
    for one in found.remains:
        doomed.setdefault(_edition_of(one.path), []).append(one.path)
    yield from doomed.items()


def _edition_of(left: Path) -> Path:
    if is_former(left):
        return edition_of(left)
    return left.with_name(left.name[1:].rpartition(".")[0].rpartition(".")[0])


def _purge(done: Applied, target: Path, doomed: list[Path]) -> None:
    digests = Digests()

    def rescue(former: Path, edition: Path) -> None:
        keeping.rescue(former, edition, digests)

    held = folders.discard(target, doomed, rescue)
    done.purged += [folder for folder in doomed if folder not in held]
    if held:
        raise StoryboardError(*(problem("retrait-purge", name=folder) for folder in held))


def _empty(done: Applied, cache: Path) -> None:
    gone = caching.empty(cache)
    done.emptied = len(gone), sum(entry.size for entry in gone)
    if caching.entries(cache):
        raise StoryboardError(problem("retrait-purge", name=cache))
