"""The cue sheet of the evening, from what is told and shown: pure, as all of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ceremonie.planning.cueing import clock, people, pronouncing
from ceremonie.planning.cueing.rows import Rows
from ceremonie.planning.cues import CueRow, CueSheet
from ceremonie.planning.moment import Moment
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard


def evening(board: Storyboard, slides: Sequence[Moment]) -> CueSheet:
    """A row for each passage; `slides` are the moments of all slides in their order, the running
    order and those that are passed over among them.
    """
    rows = pronouncing.heard(_timed(Rows(board).all(slides), board), board)
    ceremony, conduct = board.ceremony, board.conduct
    return CueSheet(
        rows=rows,
        start=ceremony.hour,
        end=ceremony.end,
        columns=tuple(map(french, conduct.columns)),
        presenter=french(conduct.presenter or ""),
        names=people.all_names(rows, board),
    )


def _timed(rows: Sequence[CueRow], board: Storyboard) -> tuple[CueRow, ...]:
    starts = clock.starts(((row.seconds, row.fixed) for row in rows), board.ceremony.hour)
    return tuple(replace(row, start=start) for row, start in zip(rows, starts, strict=True))
