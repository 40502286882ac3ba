"""Audio description: what the storyboard tells of the picture, at its place on the film's clock."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.material import Sound
from ceremonie.messages import decimal, problem
from ceremonie.planning.model import Cue, Described, Plan, Shot
from ceremonie.planning.typography import french
from ceremonie.storyboard.access import AudioDescription, Description
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import FRAME_RATE, SAMPLE_RATE, FrameSpan, frames, samples, seconds

PACE = 15
"""Signs that a reader says in a second: about 150 words a minute (house rule, after the pace at
which news is read).
"""

TEXTS: NodePath = ("audiodescription", "textes")
RECORDING: NodePath = ("audiodescription", "enregistrement")

Placed = tuple[int, Description, int]
"""Which one of the storyboard's, from 0, and the frame from which it is read."""


def described(storyboard: Storyboard, shots: Sequence[Shot]) -> tuple[Described, ...]:
    """In the order of the film, each for as long as it takes to read it, or until the next one."""
    placed = sorted(_placed(storyboard, shots), key=lambda one: one[2])
    end = shots[-1].span.stop if shots else 0
    following = [*(start for *_, start in placed), end][1:]
    return tuple(
        Described(FrameSpan(start, min(start + spoken_for(one), after)), french(one.text))
        for (_, one, start), after in zip(placed, following, strict=False)
        if after > start
    )


def reason(storyboard: Storyboard) -> str:
    """Why the film does without."""
    return french(_of(storyboard).reason or "")


def narration(voice: Sound | None) -> Cue | None:
    """A recorded voice begins with the film."""
    return Cue(voice, 0, 0, voice.samples) if voice else None


def spoken_for(description: Description) -> int:
    """Frames that it takes to say it."""
    return math.ceil(Fraction(len(description.text), PACE) * FRAME_RATE)


def check(storyboard: Storyboard, plan: Plan) -> Iterator[Diagnostic]:
    """Warnings where the film has no such moment, and where the next text begins too early."""
    placed = sorted(_placed(storyboard, plan.shots), key=lambda one: one[2])
    there = {index for index, *_ in placed}
    for index, one in enumerate(_of(storyboard).texts):
        if index not in there:
            yield _missing(index, one)
    following = [*(start for *_, start in placed), plan.frames][1:]
    for (index, one, start), after in zip(placed, following, strict=False):
        if spoken_for(one) > after - start:
            yield _too_long(index, one, after - start)
    yield from _outlasting(plan)


def _of(storyboard: Storyboard) -> AudioDescription:
    return storyboard.description or AudioDescription()


def _placed(storyboard: Storyboard, shots: Sequence[Shot]) -> Iterator[Placed]:
    """Those for which the film has a moment."""
    begins = {shot.section: shot.span.start for shot in reversed(shots)}
    for index, one in enumerate(_of(storyboard).texts):
        start = begins.get(one.part)
        if start is not None and start + frames(one.after) < shots[-1].span.stop:
            yield index, one, start + frames(one.after)


def _outlasting(plan: Plan) -> Iterator[Diagnostic]:
    """A voice that goes on after the film; silence at the end of its recording may."""
    if plan.narration is None:
        return
    voice, end = plan.narration.source, samples(plan.frames)
    extent = voice.extent if isinstance(voice, Sound) else None
    ends = extent.ends if extent else plan.narration.samples
    if ends > end:
        yield problem(
            "audiodescription-depasse",
            path=RECORDING,
            severity=Severity.WARNING,
            heard=decimal(Fraction(ends, SAMPLE_RATE)),
            seconds=decimal(seconds(plan.frames)),
        )


def _missing(index: int, description: Description) -> Diagnostic:
    return problem(
        "audiodescription-hors-film",
        path=(*TEXTS, index, "partie"),
        severity=Severity.WARNING,
        part=description.part,
        seconds=decimal(Fraction(str(description.after))),
    )


def _too_long(index: int, description: Description, room: int) -> Diagnostic:
    return problem(
        "audiodescription-trop-longue",
        path=(*TEXTS, index, "texte"),
        severity=Severity.WARNING,
        count=len(description.text),
        needed=decimal(seconds(spoken_for(description))),
        seconds=decimal(seconds(room)),
        limit=int(seconds(room) * PACE),
    )
