"""What is wrong with an evening before it begins: hours, length, columns, names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.messages.evening import (
    A_COUNTDOWN,
    A_CUE,
    A_FIXED_HOUR,
    A_WELCOME,
    AN_END,
    AT_ONCE,
    EARLIER,
    TOO_EARLY,
    TOO_LATE,
    WAIT,
)
from ceremonie.messages.wording import listed
from ceremonie.planning.cueing import check_columns, check_names, clock, protocol
from ceremonie.planning.cues import CueRow, CueSheet
from ceremonie.planning.notes import said
from ceremonie.storyboard.model import Storyboard

CEREMONY: NodePath = ("ceremonie",)
END: NodePath = (*CEREMONY, "heure_fin")

MINUTE = 60
"""Seconds within which lengths that are reckoned are true."""

SHORT, UNUSED = 2 / 3, 20 * MINUTE
"""An evening that fills less of its slot, and leaves more seconds of it, is told: a part may have
been forgotten.
"""

LONGEST_PARTS = 3
"""So many are named, those that take the most time."""

HOLE = 15 * MINUTE
"""Seconds before a fixed hour in which nothing is planned: as long as an interval, which would have
been written. A shorter wait is room for what runs late.
"""


@dataclass(frozen=True)
class Hole:
    """From so many seconds after the beginning, when all before it is over, to the own hour of the
    passage in this row.
    """

    begin: float
    row: CueRow

    @property
    def seconds(self) -> float:
        return self.row.start - self.begin


def check(board: Storyboard, sheet: CueSheet) -> Iterator[Diagnostic]:
    """Warnings, and remarks where nothing need be wrong, for an evening can be run with all of it;
    an error where one of its papers cannot be written.
    """
    yield from _missing_hour(board, sheet)
    yield from _before_the_start(sheet)
    yield from _slot(sheet)
    yield from _together(sheet)
    yield from _empty(sheet)
    yield from check_columns.check(board)
    yield from check_names.check(board)
    yield from protocol.check(board, sheet.rows)


def _missing_hour(board: Storyboard, sheet: CueSheet) -> Iterator[Diagnostic]:
    """A warning where something counts on it, a remark where somebody prepares the evening."""
    if sheet.start is not None:
        return
    fixed = [row.fixed_at for row in sheet.rows if row.fixed]
    also = (END,) if sheet.end else tuple(fixed[:1])
    for why, severity, is_so in (
        (AN_END, Severity.WARNING, sheet.end),
        (A_FIXED_HOUR, Severity.WARNING, fixed),
        (A_COUNTDOWN, Severity.WARNING, board.welcome and board.welcome.countdown),
        (A_CUE, Severity.NOTE, board.conduct.columns or any(check_columns.cues(board))),
        (A_WELCOME, Severity.NOTE, board.welcome),
    ):
        if is_so:
            yield problem("heure-manque", path=CEREMONY, also=also, severity=severity, why=why)
            return


def _before_the_start(sheet: CueSheet) -> Iterator[Diagnostic]:
    """Hours that no evening reaches that begins when this one does."""
    if sheet.start is None:
        return
    hours = [(row.fixed, row.fixed_at) for row in sheet.rows if row.fixed]
    for hour, path in (*([(sheet.end, END)] if sheet.end else ()), *hours):
        distance = clock.after(hour, sheet.start)
        if distance is None or (path == END and not distance):
            yield problem(
                "heure-avant",
                path=path,
                also=((*CEREMONY, "heure"),),
                severity=Severity.WARNING,
                key=path[-1],
                hour=f"{hour:%H:%M}",
                start=f"{sheet.start:%H:%M}",
                why=_amiss(hour, sheet.start),
            )


def _amiss(hour: dt.time, start: dt.time) -> str:
    if hour == start:
        return AT_ONCE
    return TOO_LATE if hour > start else TOO_EARLY


def _slot(sheet: CueSheet) -> Iterator[Diagnostic]:
    """Where the evening is longer than the hall is free, or much shorter."""
    slot = clock.after(sheet.end, sheet.start) if sheet.start and sheet.end else None
    if not slot or not sheet.rows:
        return
    stop = max(row.stop for row in sheet.rows)
    beyond = stop - slot
    facts: dict[str, Any] = {
        "stop": sheet.hour(stop),
        "end": f"{sheet.end:%H:%M}",
        "gap": said(abs(beyond)),
    }
    if beyond > MINUTE:
        holes = tuple(_holes(sheet))
        remedy = EARLIER.format(name=holes[0].row.title) if holes else None
        parts = listed(_longest(sheet.rows, holes))
        yield problem(
            "soiree-longue",
            path=END,
            severity=Severity.WARNING,
            remedy=remedy,
            parts=parts,
            **facts,
        )
    elif stop < SHORT * slot and -beyond > UNUSED:
        yield problem("soiree-courte", path=END, severity=Severity.NOTE, **facts)


def _longest(rows: Sequence[CueRow], holes: Iterable[Hole]) -> list[str]:
    """« Discours (12 min) »: the parts and the waits that take the most time."""
    spent: dict[str, float] = {}
    for row in rows:
        spent[row.part] = spent.get(row.part, 0.0) + row.seconds
    spent |= {WAIT.format(name=hole.row.title): hole.seconds for hole in holes}
    ordered = sorted(spent, key=lambda part: -spent[part])
    return [f"{part} ({said(spent[part])})" for part in ordered[:LONGEST_PARTS]]


def _together(sheet: CueSheet) -> Iterator[Diagnostic]:
    """Passages whose own hour comes while another is still going on."""
    for row, going_on in _with_an_hour(sheet):
        if going_on and going_on.stop - row.start > MINUTE:
            yield problem(
                "passages-ensemble",
                path=row.fixed_at,
                also=(going_on.fixed_at or going_on.path,),
                severity=Severity.WARNING,
                name=row.title,
                hour=sheet.hour(row.start),
                other=going_on.title,
                stop=sheet.hour(going_on.stop),
            )


def _empty(sheet: CueSheet) -> Iterator[Diagnostic]:
    for hole in _holes(sheet):
        yield problem(
            "soiree-trou",
            path=hole.row.fixed_at,
            severity=Severity.WARNING,
            name=hole.row.title,
            begin=sheet.hour(hole.begin),
            end=sheet.hour(hole.row.start),
            gap=said(hole.seconds),
        )


def _holes(sheet: CueSheet) -> Iterator[Hole]:
    for row, before in _with_an_hour(sheet):
        hole = Hole(before.stop if before else 0.0, row)
        if hole.seconds > HOLE:
            yield hole


def _with_an_hour(sheet: CueSheet) -> Iterator[tuple[CueRow, CueRow | None]]:
    """The passages that begin at an hour of their own, each with that of all before it which goes
    on the longest.
    """
    going_on: CueRow | None = None
    for row in sheet.rows:
        if row.fixed and sheet.start and clock.after(row.fixed, sheet.start) is not None:
            yield row, going_on
        going_on = row if going_on is None or row.stop > going_on.stop else going_on
