"""Who appears where in what was made for an audience.

plan ─▶ sights: of a shot (over its frames) or of a slide ─▶ the files that show them ─▶ Appearance
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.edition import walk_in
from ceremonie.edition.appearance import Appearance, How, Sight, Source, Spot
from ceremonie.edition.naming import Naming, texts
from ceremonie.edition.outputs import (
    DECK,
    FILMS,
    LIGHT,
    MASTER,
    PAGE,
    PAPERS,
    POSTER,
    SHEETS,
    STEM_SPEECH,
    SUBRIP,
    TRANSCRIPT,
    WEBVTT,
    WELCOME_DECK,
)
from ceremonie.media.material import Cast, Clip
from ceremonie.planning.drawing import Drawing, Element, Footage, Photo
from ceremonie.planning.entrances import changing
from ceremonie.planning.model import Cue, Plan, Shot
from ceremonie.units import FrameSpan, samples

Place = tuple[Spot, Sight]
READ = {How.NAMED, How.QUOTED}


@dataclass(frozen=True)
class Shown:
    """What an audience is given: its `plan`, in files that lie in `folder`, of those called `names`
    from the edition's; who is named in it, and its `sources` by the path of their entries.
    """

    audience: str
    folder: str
    plan: Plan
    naming: Naming
    sources: Mapping[NodePath, Source]
    names: Collection[str]


def appearances(shown: Shown) -> tuple[Appearance, ...]:
    """Everybody in every file of an audience."""
    folder = f"{shown.folder}/" if shown.folder else ""
    return tuple(
        Appearance(shown.audience, f"{folder}{file}", *place)
        for file, places in _by_file(shown)
        if f"{folder}{file}" in shown.names
        for place in places
    )


def by_slide(shown: Shown) -> Mapping[int, tuple[Sight, ...]]:
    """Everybody on each slide, by its number."""
    told: dict[int, list[Sight]] = {}
    for spot, sight in _of_slides(shown, shown.plan):
        told.setdefault(spot.slide or 0, []).append(sight)
    return {number: tuple(dict.fromkeys(some)) for number, some in told.items()}


def by_shot(shown: Shown) -> Mapping[int, tuple[Sight, ...]]:
    """Everybody in each shot, by its number; whoever is seen or heard into the next, in both."""
    places = [(spot.span, sight) for spot, sight in _of_film(shown, shown.plan)]
    return {
        number: tuple(dict.fromkeys(s for span, s in places if span and _meet(span, shot.span)))
        for number, shot in enumerate(shown.plan.shots, 1)
    }


def _meet(one: FrameSpan, other: FrameSpan) -> bool:
    return one.start < other.stop and other.start < one.stop


def _by_file(shown: Shown) -> Iterator[tuple[str, Iterable[Place]]]:
    for film in shown.plan.in_each_shape:
        shape = film.format.shape
        yield FILMS[shape], _of_film(shown, film)
        yield SHEETS[shape], _of_sheet(shown, film)
    yield LIGHT, _of_film(shown, shown.plan.in_each_shape[0])
    yield MASTER, _of_film(shown, shown.plan.in_each_shape[0])
    yield STEM_SPEECH, _voices(shown, shown.plan, How.HEARD)
    if shown.plan.shots:
        yield POSTER, _of_still(shown, shown.plan, shown.plan.cover)
    slides = list(_of_slides(shown, shown.plan))
    yield DECK, slides
    yield from _of_walk_in(shown)
    yield from _of_words(shown, slides)


def _of_walk_in(shown: Shown) -> Iterator[tuple[str, Iterable[Place]]]:
    """What the screen shows before the ceremony."""
    for name, film in walk_in.films(shown.plan).items():
        yield name, _of_film(shown, film)
    if shown.plan.welcome:
        yield WELCOME_DECK, _of_slides(shown, shown.plan.welcome.loop)


def _of_words(shown: Shown, slides: list[Place]) -> Iterator[tuple[str, Iterable[Place]]]:
    """Subtitle files, and the documents that tell what film and slides say."""
    said = list(_voices(shown, shown.plan, How.QUOTED)) if shown.plan.subtitles else []
    filmed = [place for place in _of_film(shown, shown.plan) if place[1].how in READ]
    yield SUBRIP, said
    yield WEBVTT, said
    yield TRANSCRIPT, [*filmed, *said]
    yield PAGE, [*filmed, *said]
    conducted = [*filmed, *(place for place in slides if place[1].how in READ)]
    yield from ((name, conducted) for name in PAPERS)


def _of_film(shown: Shown, film: Plan) -> Iterator[Place]:
    for shot, tail in zip(film.shots, _tails(film), strict=True):
        part = film.language.parts[shot.section]
        for element, cast in _casts(shot.drawing):
            spot = Spot(part, span=_presence(shot, element, tail))
            yield from ((spot, sight) for sight in _seen(shown, cast))
        words, spot = texts(shot.drawing, shot.title), Spot(part, span=shot.span)
        yield from ((spot, sight) for sight in _told(shown, shot.path, words))
    yield from _voices(shown, film, How.HEARD)


def _tails(film: Plan) -> Iterator[int]:
    """Frames for which each shot is seen past its own end, as the next one comes."""
    yield from (shot.transition.frames for shot in film.shots[1:])
    yield from (0 for _ in film.shots[-1:])


def _presence(shot: Shot, element: Element, tail: int) -> FrameSpan:
    """The frames of the film on which something of an element may be seen."""
    length = len(shot.span) + tail
    ends = [length if element.until is None else min(element.until, length)]
    ends += [min(element.leaves.stop, length)] if element.leaves else []
    start = max(0, min(changing(element.entrance)[0], *ends))
    return FrameSpan(start, max(start, min(ends))).shifted(shot.span.start)


def _voices(shown: Shown, film: Plan, how: How) -> Iterator[Place]:
    """Where people speak in clips."""
    for cue in film.speech:
        if isinstance(cue.source, Clip):
            spot = Spot(_part(film, span := _sounding(cue)), span=span)
            yield from ((spot, sight) for sight in _heard(shown, cue.source.cast, how))


def _sounding(cue: Cue) -> FrameSpan:
    """The frames of the film in which something of it may be heard."""
    frame = samples(1)
    return FrameSpan(cue.start // frame, -(-(cue.start + cue.samples) // frame))


def _part(film: Plan, span: FrameSpan) -> str:
    """What the part of the film is called that begins before the span ends."""
    shots = [shot for shot in film.shots if shot.span.start < span.stop]
    return film.language.parts[shots[-1].section] if shots else ""


def _of_sheet(shown: Shown, film: Plan) -> Iterator[Place]:
    for shot in film.shots:
        yield from _of_still(shown, film, shot)


def _of_still(shown: Shown, film: Plan, shot: Shot) -> Iterator[Place]:
    """The frame that stands for a shot."""
    frame = FrameSpan(shot.telling, shot.telling + 1).shifted(shot.span.start)
    spot = Spot(film.language.parts[shot.section], span=frame)
    drawing = shot.drawing.staying()
    for element, cast in _casts(drawing):
        if element.visible(shot.telling):
            yield from ((spot, sight) for sight in _seen(shown, cast))
    for sight in _told(shown, shot.path, texts(drawing, shot.title)):
        yield spot, sight


def _of_slides(shown: Shown, deck: Plan) -> Iterator[Place]:
    """A clip on a slide is a file with all that is heard in it."""
    for number, page in enumerate(deck.pages, 1):
        spot = Spot(deck.language.parts[page.section], number)
        for element, cast in _casts(page.drawing):
            yield from ((spot, sight) for sight in _seen(shown, cast))
            if isinstance(element, Footage):
                yield from ((spot, sight) for sight in _heard(shown, cast, How.HEARD))
        words = texts(page.drawing, page.title, page.notes)
        yield from ((spot, sight) for sight in _told(shown, page.path, words))


def _casts(drawing: Drawing) -> Iterator[tuple[Element, Cast]]:
    for element in drawing.elements:
        match element:
            case Photo(picture=medium) | Footage(clip=medium):
                yield element, medium.cast


def _seen(shown: Shown, cast: Cast) -> Iterator[Sight]:
    source = shown.sources.get(cast.path)
    for person in cast.seen:
        yield Sight(person, How.SEEN, source, person in cast.blurred)


def _heard(shown: Shown, cast: Cast, how: How) -> Iterator[Sight]:
    source = shown.sources.get(cast.path)
    yield from (Sight(person, how, source) for person in cast.heard)


def _told(shown: Shown, path: NodePath, words: Callable[[], str]) -> Iterator[Sight]:
    for person, by_name in shown.naming.within(path, words):
        yield Sight(person, How.NAMED if by_name else How.QUOTED)
