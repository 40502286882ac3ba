"""Small plans, and the film of one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ceremonie.film.rendering import render
from ceremonie.planning.drawing import Element, Stroke
from ceremonie.planning.entrances import run
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Cue, Plan, Shot
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.progress import silent
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.units import FrameSpan

from .conftest import drawing

DAY = dt.date(2023, 12, 1)


def shot(index: int, start: int, length: int, field: Colour, *elements: Element) -> Shot:
    section = (Section.TITLE, Section.DAYS, Section.CREDITS)[index % 3]
    into = Transition(Move.DISSOLVE, 6) if start else CUT
    made = drawing(*elements, field=field, frames=length)
    return Shot(
        f"plan-{index}", "essai", section, f"Plan {index}", FrameSpan(start, start + length),
        into, made, chapter=FRENCH.parts[section],
    )  # fmt: skip


def plan_of(*shots: Shot, music: tuple[Cue, ...] = (), speech: tuple[Cue, ...] = ()) -> Plan:
    return Plan("2023", "Un essai ; d'été", "", "Mairie", DAY, shots, (), music, speech)


def short_plan() -> Plan:
    lane = Stroke(
        name="couloir", course=((0.0, 500.0), (1900.0, 500.0)), width=96, colour=Colour.BRIGHT,
        entrance=run(0, 12),
    )  # fmt: skip
    return plan_of(
        shot(0, 0, 20, Colour.MIDDLE),
        shot(1, 20, 15, Colour.DEEP, lane),
        shot(2, 35, 10, Colour.INK),
    )


def draft(plan: Plan, folder: Path, workers: int = 1, *, full: bool = False) -> Path:
    """The film as a draft, or in its full quality."""
    target = folder / "film.mp4"
    targets = {plan.format.shape: target}
    render(plan, targets, folder / "segments", workers=workers, draft=not full, progress=silent)
    return target
