"""The recap film on its slides: the film itself on one, a still of it on the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from ceremonie.diagnostics import RenderingError
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.messages import problem
from ceremonie.planning.compositions.screening import FILM, STILL
from ceremonie.planning.drawing import Box, Element, Footage, Photo
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Page, Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import frames, seconds


def with_film(plan: Plan, film: Path | None, workspace: Path) -> tuple[Page, ...]:
    """The plan's pages with the film in its place, or with what is seen there if there is none."""
    if film is None or not any(page.film for page in plan.pages):
        return tuple(_without(page) for page in plan.pages)
    clip = _clip(plan, film, workspace)
    return tuple(_showing(page, clip) for page in plan.pages)


def _without(page: Page) -> Page:
    """What lies under the film can be seen, and the notes say why."""
    kept = (e for e in page.drawing.elements if not _is_place(e))
    return replace(_with(page, kept), notes=_missing(page.notes) if page.film else page.notes)


def _missing(notes: str) -> str:
    """What is not there needs no starting and takes no time; only what follows is kept."""
    following = (line for line in notes.split("\n") if line.startswith(FRENCH.following))
    return "\n".join((FRENCH.film_missing, *following))


def _is_place(element: Element) -> bool:
    """Whether it only keeps the place of something that is not there."""
    return element.name in (FILM, STILL) and isinstance(element, Box)


def _showing(page: Page, clip: Clip) -> Page:
    elements = page.drawing.elements
    if page.film:
        return _with(page, (_played(e, clip) for e in elements if e.name == FILM))
    return _with(page, (_still_of(e, clip.poster) if e.name == STILL else e for e in elements))


def _with(page: Page, elements: Iterable[Element]) -> Page:
    return replace(page, drawing=replace(page.drawing, elements=tuple(elements)))


def _played(place: Element, clip: Clip) -> Footage:
    assert isinstance(place, Box)
    return Footage(
        name=FILM, clip=clip, x=place.x, y=place.y, width=place.width, height=place.height
    )


def _still_of(place: Element, picture: Picture) -> Photo:
    assert isinstance(place, Box | Photo)
    return Photo(
        name=STILL, picture=picture, x=place.x, y=place.y, width=place.width, height=place.height
    )


def _clip(plan: Plan, film: Path, workspace: Path) -> Clip:
    """The film as it is: its size and length are read from the file.

    Raises RenderingError where it cannot be read.
    """
    from ceremonie.media.decoding.container import facts_of

    facts = facts_of(film)
    if not facts or not facts.video or not facts.seconds:
        raise RenderingError(problem("diaporama-film-illisible", name=film.name))
    with film.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    poster = workspace / f"{digest}.png"
    _still(film, _poster_time(plan, facts.seconds), poster)
    still = hashlib.sha256(poster.read_bytes()).hexdigest()
    width, height = facts.width, facts.height
    alternative = f"Film de la cérémonie\u00a0: {plan.title}"
    return Clip(
        digest=digest,
        width=width,
        height=height,
        frames=frames(facts.seconds),
        has_sound=facts.sound is not None,
        poster=Picture(still, width, height, alternative=alternative, path=poster),
        alternative=alternative,
        subtitles=tuple(
            SubtitleCue(one.span.start, one.span.stop, one.lines) for one in plan.subtitles
        ),
        path=film,
    )


def _poster_time(plan: Plan, length: Fraction) -> float:
    """Seconds: when the film's title has come in, or its middle where no shot says when."""
    title = seconds(plan.shots[0].drawing.settled() + 1) if plan.shots else length
    return float(min(length / 2, title))


def _still(film: Path, at: float, target: Path) -> None:
    """The frame at `at` seconds as a picture file."""
    output = ("-frames:v", "1", "-update", "1", ffmpeg.file_output(target))
    ffmpeg.run(("-ss", f"{at:.3f}", *ffmpeg.file_input(film), *output))
