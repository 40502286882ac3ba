"""Storyboard and the deck's moments → the walk-in: its slides, the films of them, its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.material import Track
from ceremonie.messages import problem
from ceremonie.planning import paging, score
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Holding
from ceremonie.planning.corners import with_logo, with_mark
from ceremonie.planning.cues import UNPLANNED
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.holding import WELCOME
from ceremonie.planning.model import Page, Plan, Shot, WalkIn
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.staging import Staging
from ceremonie.planning.transition import Move, Transition
from ceremonie.planning.typography import french
from ceremonie.planning.welcome import countdown, showing
from ceremonie.storyboard.evening import Welcome
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import FrameSpan, frames

DISSOLVE = Transition(Move.DISSOLVE, frames(1))
"""From each page to the next, and from the last to the first."""


def walk_in(
    script: Script, plan: Plan, moments: Sequence[Moment], staging: Staging
) -> WalkIn | None:
    """None where the storyboard has no `accueil`. `moments` are those of the deck, `staging` is
    that of its slides, `plan` has their look.
    """
    asked = script.storyboard.welcome
    if asked is None:
        return None
    told = paging.unique(showing.moments(script, moments))
    composed = paging.pages(told, staging, script.storyboard.conduct.pace)
    pages = tuple(replace(page, advance=asked.seconds) for page in composed)
    bare = _bare(plan, staging)
    shots = _shots(pages, frames(asked.seconds), script.language.walk_in)
    tracks = _tracks(script, asked)
    loop = replace(
        bare,
        pages=pages,
        shots=shots,
        loops=True,
        music=score.around(tracks, shots[-1].span.stop),
        tracks=tracks,
    )
    counted = asked.countdown and countdown.planned(
        script, bare, pages[0], asked.countdown, staging
    )
    return WalkIn(loop, _card(script, staging), counted or None)


def check(storyboard: Storyboard, plan: Plan) -> Iterator[Diagnostic]:
    """Warnings where nothing but words goes round, or where the music that is asked for is that of
    a film without any.
    """
    asked, made = storyboard.welcome, plan.welcome
    if not (asked and made):
        return
    if not any(showing.is_pictured(page) for page in made.loop.pages):
        yield problem("accueil-sans-photo", path=WELCOME, severity=Severity.WARNING)
    if asked.music is True and not made.loop.tracks:
        yield problem("accueil-sans-musique", path=(*WELCOME, "musique"), severity=Severity.WARNING)


def _bare(plan: Plan, staging: Staging) -> Plan:
    """Nothing of the film and nothing of the deck: only what is said of the event, and its look."""
    return Plan(
        edition=plan.edition,
        title=plan.title,
        subtitle=plan.subtitle,
        organiser=plan.organiser,
        date=plan.date,
        shots=(),
        pages=(),
        format=staging.format,
        palette=plan.palette,
        family=plan.family,
        language=plan.language,
        evening=UNPLANNED,
    )


def _shots(pages: Sequence[Page], length: int, chapter: str) -> tuple[Shot, ...]:
    """Each page at rest, as long as the others, and dissolved out of the one before it."""
    return tuple(
        Shot(
            id=page.id,
            kind=page.kind,
            section=page.section,
            title=page.title,
            span=FrameSpan(number * length, (number + 1) * length),
            transition=DISSOLVE,
            drawing=replace(page.drawing.still(), frames=length),
            path=page.path,
            chapter=chapter,
        )
        for number, page in enumerate(pages)
    )


def _tracks(script: Script, asked: Welcome) -> tuple[Track, ...]:
    """The film's music, a piece of its own, or none; its parts are those of the film, so they say
    nothing here.
    """
    if asked.music is False:
        return ()
    own = script.materials.walk_in
    tracks = script.materials.music if asked.music is True else (own,) if own else ()
    return tuple(
        replace(track, entry=track.entry.model_copy(update={"part": None})) for track in tracks
    )


def _card(script: Script, staging: Staging) -> Drawing:
    content = Holding(script.language.begins, french(script.storyboard.title))
    drawing = compose(content, staging).still()
    return with_logo(with_mark(drawing, staging), staging, large=True)
