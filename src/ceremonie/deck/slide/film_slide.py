"""The recap film as a clip of its own slide."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from pathlib import Path

from ceremonie.diagnostics import RenderingError
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.messages import problem
from ceremonie.planning.drawing import Anchor, Box, Element, Footage, Photo, Text
from ceremonie.planning.model import Page, Plan
from ceremonie.theme.palette import ink_on
from ceremonie.theme.type import Scale
from ceremonie.tools import ffmpeg
from ceremonie.units import frames, seconds

ELEMENT = "film"
"""The name of the element that the film takes the place of."""

MISSING = "Insérer ici la vidéo «\u00a0film.mp4\u00a0»"


def with_film(page: Page, plan: Plan, film: Path | None, workspace: Path) -> Page:
    """The page with the film in place, or with words that say where it goes if there is none."""
    if not page.film:
        return page
    if film is None:
        pairs = (
            (element, *_announced(element, Scale(plan.family))) for element in page.drawing.elements
        )
        elements = tuple(chain.from_iterable(pairs))
    else:
        clip = _clip(plan, film, workspace)
        elements = tuple(_embedded(element, clip) for element in page.drawing.elements)
    return replace(page, drawing=replace(page.drawing, elements=elements))


def _announced(element: Element, scale: Scale) -> tuple[Element, ...]:
    """In an empty place, what is missing there."""
    if element.name != ELEMENT or not isinstance(element, Box):
        return ()
    text = Text(
        name="film absent",
        lines=(MISSING,),
        x=element.x + element.width / 2,
        baseline=element.y + element.height / 2,
        style=scale.label,
        colour=ink_on(element.colour),
        ground=element.colour,
        anchor=Anchor.MIDDLE,
    )
    return (text,)


def _embedded(element: Element, clip: Clip) -> Element:
    if element.name != ELEMENT or not isinstance(element, Box | Photo | Footage):
        return element
    return Footage(
        name=ELEMENT,
        clip=clip,
        x=element.x,
        y=element.y,
        width=element.width,
        height=element.height,
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
    width, height = facts.width, facts.height
    return Clip(
        digest=digest,
        width=width,
        height=height,
        frames=frames(facts.seconds),
        has_sound=facts.sound is not None,
        poster=Picture(digest, width, height, alternative="", path=poster),
        alternative=f"Film de la cérémonie\u00a0: {plan.title}",
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
