"""Storyboard and materials → the plan. Pure: no file is opened but the data of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ceremonie.diagnostics import Diagnostic
from ceremonie.formats import FORMATS, SCREENS, Shape
from ceremonie.media.material import Materials
from ceremonie.messages import problem
from ceremonie.planning import (
    alone,
    appearance,
    check,
    colours,
    describing,
    film_time,
    filming,
    holding,
    last_minute,
    motion,
    omissions,
    paging,
    pairs,
    score,
    sequence,
    sharpness,
    timeline,
    tracing,
    transitions,
    welcome,
)
from ceremonie.planning.compositions import compose
from ceremonie.planning.corners import with_logo, with_mark
from ceremonie.planning.cueing import check as cues
from ceremonie.planning.cueing import evening
from ceremonie.planning.cueing.pronouncing import pronounced
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.language import spoken
from ceremonie.planning.living import alive
from ceremonie.planning.model import Cut, Event, Plan, Shot
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.running_order import with_running_order
from ceremonie.planning.pacing import lasting
from ceremonie.planning.schedule import Timed
from ceremonie.planning.staging import HALL, ROOM, Staging, Viewing
from ceremonie.planning.telling import told
from ceremonie.planning.transition import CUT, FADE
from ceremonie.planning.typography import french, period
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames


def plan(
    storyboard: Storyboard,
    materials: Materials,
    shapes: Sequence[Shape] = (Shape.WIDE,),
    viewing: Viewing = HALL,
) -> Plan:
    """Order, words, boxes, spans and cues of both the deck and the film, which is composed in each
    of `shapes`, for those who watch as `viewing` says.

    What does not fit, what is shown nowhere and what is too small for its place is in the plan's
    diagnostics; each carries the path of its storyboard node.
    """
    planned = composed(storyboard, materials, shapes, viewing)
    marked = tracing.trace(storyboard, materials)
    traced = composed(marked.storyboard, marked.materials, shapes, viewing)
    diagnostics = (
        *check.check(storyboard, planned),
        *_empty(storyboard, planned.shots),
        *transitions.check(storyboard),
        *alone.check(storyboard),
        *pairs.check(storyboard, materials),
        *colours.check(storyboard.theme.colours),
        *film_time.check(storyboard, materials),
        *describing.check(storyboard, planned),
        *omissions.check(storyboard, marked, traced),
        *sharpness.check(marked, traced),
        *score.check(materials.music, planned.shots),
        *welcome.check(storyboard, planned),
        *(_for_the_evening(storyboard, planned) if viewing.attending else ()),
    )
    return replace(planned, diagnostics=diagnostics)


def _for_the_evening(storyboard: Storyboard, planned: Plan) -> Iterator[Diagnostic]:
    """What is wrong with the papers of those who run it, and of those who declare its music."""
    yield from cues.check(storyboard, planned.evening)
    yield from score.undeclared(planned)


def composed(
    storyboard: Storyboard,
    materials: Materials,
    shapes: Sequence[Shape],
    viewing: Viewing = HALL,
) -> Plan:
    """The same plan without diagnostics: nothing is judged."""
    script = Script(storyboard, materials, spoken(storyboard))
    moments = sequence.moments(script)
    filmed = filming.moments(storyboard, moments)
    still = storyboard.theme.motion == "reduit"
    crossfade = frames(storyboard.film.crossfade) if still else 0
    timed = filming.timed(storyboard, filmed, materials.music)
    look = appearance.look(storyboard, materials)
    lead = crossfade or motion.HEAD
    language = script.language
    stagings = [Staging(FORMATS[shape], look, lead, viewing, language) for shape in shapes]
    drawn = [tuple(_shots(timed, staging)) for staging in stagings]
    follow = partial(transitions.dissolved, frames=crossfade) if still else transitions.joined
    cuts = [Cut(s.format, follow(shots)) for s, shots in zip(stagings, drawn, strict=True)]
    shots, plays = cuts[0].shots, stagings[0].plays
    length = shots[-1].span.stop if shots else 0
    slides = replace(stagings[0], format=SCREENS[script.screen], viewing=ROOM)
    title = french(storyboard.title)
    slid = tuple(_slid(moments, storyboard, length))
    ordered = with_running_order(slid, language)
    held = holding.with_holding(ordered, language, title) if storyboard.welcome else ordered
    deck = paging.unique(last_minute.with_last_minute(held, language))
    planned = Plan(
        edition=storyboard.edition,
        title=title,
        subtitle=french(storyboard.subtitle or ""),
        organiser=french(storyboard.organiser),
        date=storyboard.ceremony.date,
        shots=shots,
        pages=paging.pages(pronounced(deck, storyboard), slides, storyboard.conduct.pace),
        music=score.music(materials.music, shots),
        tracks=tuple(materials.music),
        speech=timeline.speech(filmed, shots, plays),
        subtitles=timeline.subtitles(filmed, shots, plays),
        described=describing.described(storyboard, shots),
        undescribed=describing.reason(storyboard),
        narration=describing.narration(materials.narration),
        format=cuts[0].format,
        cuts=tuple(cuts[1:]),
        palette=look.palette,
        family=look.scale.family,
        language=language,
        event=_event(storyboard),
        evening=evening(storyboard, deck),
    )
    return replace(planned, welcome=welcome.walk_in(script, planned, slid, slides))


def _event(storyboard: Storyboard) -> Event:
    dates = [day.date for day in storyboard.days if day.date]
    return Event(
        place=french(storyboard.ceremony.place),
        days=period(min(dates), max(dates)) if dates else "",
        contact=storyboard.publication.contact or "",
    )


def _shots(timed: Sequence[Timed], staging: Staging) -> Iterator[Shot]:
    """Each moment as its shot shows it, the same length in every shape; how they follow each other
    is not decided.
    """
    last = len(timed) - 1
    for index, placed in enumerate(timed):
        moment = placed.moment
        assert moment.screen is not None
        yield Shot(
            id=moment.id,
            kind=moment.kind,
            section=moment.section,
            title=moment.title,
            span=placed.span,
            transition=CUT,
            drawing=_filmed(placed, staging),
            path=moment.path,
            chapter=sequence.chapter(moment, staging.language),
            fade=FADE if index == last else 0,
            told=told(moment.screen, moment.title),
        )


def _filmed(placed: Timed, staging: Staging) -> Drawing:
    assert placed.moment.screen is not None
    content = lasting(placed.moment.screen, placed.frames)
    drawing = with_mark(compose(content, staging), staging)
    if placed.moment.section is Section.CLOSING:
        drawing = with_logo(drawing, staging, large=True)
    return alive(replace(drawing, frames=placed.frames))


def _empty(storyboard: Storyboard, shots: Sequence[Shot]) -> Iterator[Diagnostic]:
    """A film without a single shot is nobody's intention."""
    if not shots:
        yield problem(
            "film-vide", path=("film", "sauf") if storyboard.film.without else ("deroule",)
        )


def _slid(moments: Iterable[Moment], storyboard: Storyboard, film: int) -> Iterator[Moment]:
    """Those of the deck; what lasts as long as the film says so."""
    for moment in moments:
        if moment.section not in storyboard.deck.without:
            notes = replace(moment.notes, playing=film) if moment.film else moment.notes
            yield replace(moment, notes=notes)
