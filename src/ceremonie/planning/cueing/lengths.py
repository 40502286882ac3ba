"""How long a passage takes: as planned, else reckoned from words, clips, film and the stage."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ceremonie.diagnostics import NodePath
from ceremonie.planning.cueing.passages import Passage
from ceremonie.planning.moment import Moment
from ceremonie.planning.notes import STEP
from ceremonie.planning.stage_time import HANDING_OVER
from ceremonie.storyboard.steps import Act
from ceremonie.units import seconds

WORDLESS = 10
"""Seconds of a slide beside which nothing is said or played: it is brought up, looked at as long as
a picture of a walk-in loop is at least, and left.
"""

ARRIVAL = 15
"""Seconds in which somebody who is called comes up and is applauded: ten steps and some claps."""

STAGED = {
    "ouverture": 180,
    "discours": 180,
    "spectacle": 180,
    "entracte": 900,
    "photo": 120,
    "lien": 30,
    "athlete": ARRIVAL,
    "prix": HANDING_OVER,
}
"""Seconds that what happens on the stage takes beside the presenter's words, by the kind of its
slide, where the storyboard gives it no `duree`: three minutes for a speech or a number, a quarter
of an hour for an interval, two minutes to gather for a photo, half a minute to take out a
telephone. They are guesses, marked as such wherever they are shown.
"""

SEVERAL = frozenset({"prix"})
"""Kinds of slides that may tell several, each in a paragraph of its own: a table of prizes."""

SPEECHES = frozenset({"ouverture", "discours"})
"""Kinds of slides beside which the words are a part of what is spoken on the stage."""


def lengths(
    passages: Sequence[Passage], acts: Mapping[int, Act], pace: int
) -> tuple[tuple[float, bool], ...]:
    """Seconds of each passage, and whether the storyboard plans them. Passages that share the time
    of an entry of `deroule` have parts of it, as long as they would take.
    """
    reckoned = [_reckoned(passage, pace) for passage in passages]
    whole: dict[int, float] = {}
    for passage, length in zip(passages, reckoned, strict=True):
        whole[passage.step] = whole.get(passage.step, 0.0) + length
    return tuple(
        _length(passage, acts.get(passage.step), length, length / whole[passage.step])
        for passage, length in zip(passages, reckoned, strict=True)
    )


def _length(passage: Passage, act: Act | None, reckoned: float, part: float) -> tuple[float, bool]:
    if act and act.on_stage:
        return act.on_stage * part, True
    if planned := sum(moment.on_stage or 0 for moment in passage.moments):
        return planned, not any(_runs_by_itself(moment) for moment in passage.moments)
    return reckoned, False


def _runs_by_itself(moment: Moment) -> bool:
    """Whether its time is that of its clip, which nobody planned."""
    return moment.on_stage is not None and moment.on_stage == float(seconds(moment.notes.playing))


def _reckoned(passage: Passage, pace: int) -> float:
    """In steps of five seconds where somebody acts: that is not known more closely."""
    spent = sum(_on_slide(moment, pace) for moment in passage.moments)
    staged = _on_stage(passage.moments)
    whole = max(spent, staged) if passage.first.kind in SPEECHES else spent + staged
    acted = staged or any(moment.notes.say for moment in passage.moments)
    return STEP * math.ceil(whole / STEP) if acted else math.ceil(whole)


def _on_stage(moments: Sequence[Moment]) -> int:
    """Of each item once, however many slides it has."""
    items: dict[tuple[str, NodePath], int] = {}
    for moment in moments:
        each, key = moment.kind in SEVERAL, (moment.kind, moment.path)
        items[key] = items.get(key, 0) + len(moment.notes.say) if each else 1
    return sum(STAGED.get(kind, 0) * count for (kind, _), count in items.items())


def _on_slide(moment: Moment, pace: int) -> float:
    notes = moment.notes
    busy = notes.spoken(pace) + float(seconds(notes.playing))
    return busy or (0 if moment.kind in STAGED else WORDLESS)
