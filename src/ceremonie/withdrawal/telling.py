"""Traces and what was done about them, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ceremonie import command, words
from ceremonie.edition.appearance import AUDIENCE, BLURRED, HOW, NAME, SLIDE, SOURCE, START, STOP
from ceremonie.messages import listed
from ceremonie.units import clock, frames
from ceremonie.withdrawal import wording
from ceremonie.withdrawal.applying import Applied
from ceremonie.withdrawal.holding import Holding, file_of, making
from ceremonie.withdrawal.mentions import Board, Mention
from ceremonie.withdrawal.traces import Traces


def lines(found: Traces, output: Path) -> Iterator[str]:
    """Everything that is known of where the person is."""
    for board in found.naming:
        yield from _board(board, found.person)
    of_person = [one for one in found.editions if one.of(found.person)]
    shown = dict.fromkeys((*of_person, *found.to_remake))
    for holding in (*shown, *found.remains):
        yield from _holding(found, holding, output)
    if not shown:
        yield wording.NOWHERE.format(person=found.person)
    yield from _apart(found, wording.DOUBTFUL, found.doubtful)
    yield from _apart(found, wording.ELSEWHERE, found.elsewhere)
    if found.cut:
        yield wording.CUT.format(output=output)


def done(applied: Applied, output: Path) -> Iterator[str]:
    """What was done, and what of the person is left."""
    yield from (wording.WRITTEN.format(path=path) for path in applied.written)
    yield from (wording.REMADE.format(path=path) for path in applied.remade)
    yield from (wording.PURGED.format(path=path) for path in applied.purged)
    count, size = applied.emptied
    yield wording.EMPTIED.format(files=words.counted(count, "fichier"), size=words.sized(size))
    after = applied.after or applied.before
    for holding in after.editions:
        if holding.of(after.person) and not holding.shows(after.person):
            yield wording.QUOTED.format(person=after.person, path=holding.path)
        if holding.others and holding.path in applied.remade:
            yield wording.HOLDING.format(path=holding.path, kind=holding.kind)
            yield wording.BY_HAND.format(files=", ".join(holding.others))
    yield from _apart(after, wording.DOUBTFUL, after.doubtful)
    yield from _apart(after, wording.ELSEWHERE, after.elsewhere)
    ending = wording.NOT_GONE if applied.exit_code else wording.GONE
    yield ending.format(person=after.person, output=output)


def _apart(found: Traces, head: str, holdings: Iterable[Holding]) -> Iterator[str]:
    told = [line for one in holdings for line in _where(found, one)]
    if told:
        yield head
        yield from told


def _board(board: Board, person: str) -> Iterator[str]:
    state = wording.WITHDRAWN if board.is_withdrawn else wording.NOT_WITHDRAWN
    yield wording.HEAD.format(person=person, withdrawn=f"{state}, {board.path}")
    yield from (_mention(one, board) for one in board.mentions)
    if board.silent:
        sentence = wording.SILENT if board.silent > 1 else wording.SILENT_ONE
        yield sentence.format(count=f"{board.silent} médias")


def _mention(mention: Mention, board: Board) -> str:
    place = mention.place
    where = wording.LINE.format(line=place.line)
    if place.cell:
        where = wording.CELL.format(sheet=place.sheet, cell=place.cell)
    if not board.is_own(place):
        where = wording.IN_OTHER.format(name=Path(place.file).name, where=where)
    what = wording.KEYS.get(mention.key, mention.key).format(file=mention.file)
    return wording.MENTION.format(where=where, what=what)


def _holding(found: Traces, holding: Holding, output: Path) -> Iterator[str]:
    yield from _where(found, holding)
    if holding in found.to_remake:
        board = found.board_of(holding)
        yield remaking(board, holding, output) if board else wording.NO_BOARD


def remaking(board: Board, holding: Holding, output: Path) -> str:
    """The command that makes an edition again as it was."""
    return wording.REMAKE.format(command=to_remake(board, holding, output))


def to_remake(board: Board, holding: Holding, output: Path) -> str:
    asked = making(holding)
    typed = [command.name(), "produire", command.argument(board.path)]
    typed += ["--public", ",".join(asked.audiences)]
    typed += ["--format", ",".join(asked.shapes)] if asked.shapes else []
    typed += ["--seulement", asked.only] if asked.only else []
    typed += ["--brouillon"] if asked.draft else []
    typed += ["--sortie", command.argument(output)] if output != Path("output") else []
    return " ".join(typed)


def _where(found: Traces, holding: Holding) -> Iterator[str]:
    """The files of a holding that show the person, and what is not known of it."""
    yield wording.HOLDING.format(path=holding.path, kind=holding.kind)
    told = holding.of(found.person)
    every = (*found.editions, *found.holdings)
    alike = next((one for one in every if told and one.of(found.person) == told), holding)
    if alike is not holding:
        yield wording.ALIKE.format(path=alike.path)
    else:
        yield from _files(told)
    yield from _doubts(holding)
    if clues := found.clues(holding):
        yield wording.CLUES.format(files=", ".join(clues))


def _files(told: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """By audience and file."""
    for audience in dict.fromkeys(str(one.get(AUDIENCE)) for one in told):
        yield wording.FOR.format(audience=audience)
        own = [one for one in told if one.get(AUDIENCE) == audience]
        for file in dict.fromkeys(map(file_of, own)):
            places = _places([one for one in own if file_of(one) == file])
            yield wording.FILE.format(file=file, places=" ; ".join(places))
    names = dict.fromkeys(str(one[SOURCE].get(NAME)) for one in told if SOURCE in one)
    if names:
        yield wording.SOURCES.format(sources=", ".join(names))


def _doubts(holding: Holding) -> Iterator[str]:
    """What is not known of it."""
    if not holding.is_known:
        yield wording.PUBLISHED if holding.is_published else _why_unknown(holding)
    if holding.unknown:
        yield wording.UNKNOWN_FILES.format(files=listed(holding.unknown))
    if holding.others:
        yield wording.BY_HAND.format(files=", ".join(holding.others))


def _why_unknown(holding: Holding) -> str:
    return wording.UNKNOWN_WHOLE if holding.facts else wording.NO_MANIFEST


def _places(told: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each slide and stretch of time once, with all that is true of the person there; those of
    which the same is true stand together.
    """
    ways: dict[tuple[str, str], dict[str, None]] = {}
    for one in sorted(told, key=lambda one: (one.get(SLIDE, 0), one.get(START, -1))):
        way = f"{one.get(HOW, '')}{f', {wording.BLURRED}' if one.get(BLURRED) else ''}"
        ways.setdefault(_place(one), {})[way] = None
    together: dict[tuple[str, str], list[str]] = {}
    for (kind, where), some in ways.items():
        together.setdefault((kind, ", ".join(some)), []).append(where)
    for (kind, some_ways), places in together.items():
        yield wording.places(kind, places, some_ways)


def _place(one: Mapping[str, Any]) -> tuple[str, str]:
    """What kind of place it is, and where."""
    slide = str(one.get(SLIDE, ""))
    if START not in one:
        return wording.SLIDE, slide
    start, stop = (clock(frames(one[key])) for key in (START, STOP))
    span = start if start == stop else wording.SPAN.format(start=start, stop=stop)
    return wording.IN_FILM.format(slide=slide) if slide else wording.TIME, span
