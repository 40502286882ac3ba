"""How long each part and item is on the stage, where the storyboard says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ceremonie.diagnostics import NodePath
from ceremonie.planning.moment import Moment
from ceremonie.storyboard.steps import Act

HANDING_OVER = 60
"""Seconds in which a prize is handed over, once it is announced: the winners come up (a quarter of
a minute), receive it and shake hands, stand for the photo (shows hold them half a minute there,
panigrahana.com, « Awards ceremony run of show »), and go down under applause. Galas with speeches
count three minutes a prize (blackberryproductions.co.uk, « Awards »).
"""

Turn = tuple[int, NodePath]
"""An entry of `deroule`, and what of it has a time of its own: an item, or the whole entry."""


def timed(
    moments: Sequence[Moment], acts: Sequence[Act], seconds: Mapping[NodePath, float]
) -> tuple[Moment, ...]:
    """The first slide of each part or item carries its time on stage. The time that an entry of
    `deroule` gives goes before those of its items, which are `seconds` by the way to them, or which
    a slide has already that shows several.
    """
    whole = {act.place: act.on_stage for act in acts if act.on_stage}
    turns = [_turn(moment, whole, seconds) if moment.slide else None for moment in moments]
    slides = Counter(turn for turn in turns if turn)
    first = {turn: index for index, turn in reversed(list(enumerate(turns))) if turn}
    planned = {
        first[turn]: (whole.get(turn[0]) or seconds[turn[1]], count == 1)
        for turn, count in slides.items()
    }
    return tuple(
        _with(moment, *planned.get(index, (_own(moment, whole), True)))
        for index, moment in enumerate(moments)
    )


def _own(moment: Moment, whole: Mapping[int, float]) -> float | None:
    """What a slide has by itself, where nothing goes before it."""
    return None if moment.step in whole else moment.on_stage


def _turn(
    moment: Moment, whole: Mapping[int, float], seconds: Mapping[NodePath, float]
) -> Turn | None:
    if moment.step in whole:
        return moment.step, ()
    item = next((path for path in _leading(moment.path) if path in seconds), None)
    return (moment.step, item) if item else None


def _leading(path: NodePath) -> Iterator[NodePath]:
    return (path[:length] for length in range(len(path), 0, -1))


def _with(moment: Moment, seconds: float | None, alone: bool) -> Moment:
    notes = replace(moment.notes, on_stage=seconds, alone=alone)
    return replace(moment, on_stage=seconds, notes=notes)
