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
    film_time,
    filming,
    motion,
    omissions,
    score,
    sequence,
    sharpness,
    timeline,
    tracing,
    transitions,
)
from ceremonie.planning.compositions import compose
from ceremonie.planning.corners import with_logo, with_mark
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.language import FRENCH
from ceremonie.planning.living import alive
from ceremonie.planning.model import Cut, Link, Page, Plan, Shot
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.running_order import with_running_order
from ceremonie.planning.notes import worded
from ceremonie.planning.pacing import lasting
from ceremonie.planning.schedule import Timed
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.planning.transition import CUT, FADE
from ceremonie.planning.typography import french
from ceremonie.planning.way_back import NAME, has_way_back, with_way_back
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames


def plan(
    storyboard: Storyboard, materials: Materials, shapes: Sequence[Shape] = (Shape.WIDE,)
) -> Plan:
    """Order, words, boxes, spans and cues of both the deck and the film, which is composed in each
    of `shapes`.

    What does not fit, what is shown nowhere and what is too small for its place is in the plan's
    diagnostics; each carries the path of its storyboard node.
    """
    planned = composed(storyboard, materials, shapes)
    marked = tracing.trace(storyboard, materials)
    traced = composed(marked.storyboard, marked.materials, shapes)
    diagnostics = (
        *check.check(storyboard, planned),
        *_empty(storyboard, planned.shots),
        *transitions.check(storyboard),
        *alone.check(storyboard),
        *colours.check(storyboard.theme.colours),
        *film_time.check(storyboard, materials),
        *omissions.check(storyboard, marked, traced),
        *sharpness.check(marked, traced),
        *score.check(materials.music, planned.shots),
    )
    return replace(planned, diagnostics=diagnostics)


def composed(storyboard: Storyboard, materials: Materials, shapes: Sequence[Shape]) -> Plan:
    """The same plan without diagnostics: nothing is judged."""
    script = Script(storyboard, materials, FRENCH)
    moments = sequence.moments(script)
    filmed = filming.moments(storyboard, moments)
    still = storyboard.theme.motion == "reduit"
    crossfade = frames(storyboard.film.crossfade) if still else 0
    timed = filming.timed(storyboard, filmed, materials.music)
    look = appearance.look(storyboard, materials)
    lead = crossfade or motion.HEAD
    stagings = [Staging(FORMATS[shape], look, lead) for shape in shapes]
    drawn = [tuple(_shots(timed, staging)) for staging in stagings]
    follow = partial(transitions.dissolved, frames=crossfade) if still else transitions.joined
    cuts = [Cut(s.format, follow(shots)) for s, shots in zip(stagings, drawn, strict=True)]
    shots, plays = cuts[0].shots, stagings[0].plays
    length = shots[-1].span.stop if shots else 0
    slides = replace(stagings[0], format=SCREENS[script.screen], audience=ROOM)
    return Plan(
        edition=storyboard.edition,
        title=french(storyboard.title),
        subtitle=french(storyboard.subtitle or ""),
        organiser=french(storyboard.organiser),
        date=storyboard.ceremony.date,
        shots=shots,
        pages=_pages(_slid(moments, storyboard, length), slides),
        music=score.music(materials.music, shots),
        speech=timeline.speech(filmed, shots, plays),
        subtitles=timeline.subtitles(filmed, shots, plays),
        format=cuts[0].format,
        cuts=tuple(cuts[1:]),
        palette=look.palette,
        family=look.scale.family,
    )


def _shots(timed: Sequence[Timed], staging: Staging) -> Iterator[Shot]:
    """Each moment as its shot shows it, the same length in every shape; how they follow each other
    is not decided.
    """
    last = len(timed) - 1
    for index, placed in enumerate(timed):
        moment = placed.moment
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


def _pages(moments: Iterable[Moment], staging: Staging) -> tuple[Page, ...]:
    """A slide for each moment that has one, and the running order."""
    ordered = _unique(with_running_order(moments, staging.language))
    followed = zip(ordered, _following(ordered), strict=True)
    return tuple(_page(moment, following, staging) for moment, following in followed)


def _following(moments: Sequence[Moment]) -> list[str]:
    """The title of the slide that « next » leads to from each: hidden ones are passed over, but not
    from one that is hidden itself.
    """
    titles = []
    after, visible = "", ""
    for moment in reversed(moments):
        titles.append(after if moment.hidden else visible)
        after, visible = moment.title, visible if moment.hidden else moment.title
    return titles[::-1]


def _page(moment: Moment, following: str, staging: Staging) -> Page:
    """`following` is the title of the slide that comes next."""
    assert moment.slide is not None
    composed = with_mark(compose(moment.slide, staging).at_rest(), staging)
    last = moment.section is Section.CLOSING
    drawing = with_logo(composed, staging, large=last)
    links = moment.links
    if moment.id != moment.home:
        drawing = with_way_back(drawing)
    if has_way_back(drawing):
        links = (*links, Link(NAME, moment.home))
    return Page(
        id=moment.id,
        kind=moment.kind,
        section=moment.section,
        title=moment.title,
        drawing=drawing,
        notes=worded(moment.notes, following, staging.language),
        links=links,
        film=moment.film,
        path=moment.path,
        hidden=moment.hidden,
        morph=moment.morph,
        builds=moment.builds,
        part=moment.part,
    )


def _unique(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Titles told apart by a number where two are equal."""
    seen: dict[str, int] = {}
    result = []
    for one in moments:
        seen[one.title] = count = seen.get(one.title, 0) + 1
        result.append(one if count == 1 else replace(one, title=f"{one.title} ({count})"))
    return tuple(result)
