"""A film that flashes is dangerous for people with photosensitive epilepsy: it is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.diagnostics import Diagnostic, RenderingError
from ceremonie.flashing import Trace, across
from ceremonie.messages import problem
from ceremonie.planning.drawing import Footage
from ceremonie.planning.model import Plan, Shot
from ceremonie.units import FrameSpan, clock


def check(plan: Plan, traces: Sequence[Trace]) -> None:
    """`traces` are those of the film's segments, in order. Raises RenderingError with every
    stretch that flashes, at the storyboard's node of its shot.
    """
    diagnostics = tuple(_stretch(plan, span) for span in across(traces))
    if diagnostics:
        raise RenderingError(*diagnostics)


def _stretch(plan: Plan, span: FrameSpan) -> Diagnostic:
    first, *others = _shots(plan, span)
    played = any(isinstance(e, Footage) for shot in (first, *others) for e in shot.drawing.elements)
    return problem(
        "film-eclairs-extrait" if played else "film-eclairs",
        path=first.path or None,
        title=first.title,
        start=clock(span.start),
        stop=clock(span.stop),
    )


def _shots(plan: Plan, span: FrameSpan) -> Iterator[Shot]:
    """Those that are seen meanwhile."""
    for shot in plan.shots:
        if shot.span.start < span.stop and span.start < shot.span.stop:
            yield shot
