"""The recipe of a deck: an empty package, a slide per page, what binds them, the check."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from pptx.opc.package import OpcPackage

from ceremonie import cache_names
from ceremonie.deck.binding import Bound, bind
from ceremonie.deck.package import additions, fonts, saving
from ceremonie.deck.package.check import inspect
from ceremonie.deck.package.media import Media
from ceremonie.deck.slide import pictures
from ceremonie.deck.slide.film_slide import with_film
from ceremonie.deck.slide.kept import slide as kept_slide
from ceremonie.deck.slide.page import Sheet
from ceremonie.deck.slide.pictures import Stored
from ceremonie.deck.slide.reading_order import drawn_titles
from ceremonie.deck.slide.shapes import Target
from ceremonie.deck.template import blank, foot
from ceremonie.deck.template.design import design
from ceremonie.diagnostics import CheckError, errors
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.planning.typography import full_date
from ceremonie.progress import Progress, Step
from ceremonie.theme.type import Scale

PICTURES, SLIDES = 0.6, 0.9
"""The part of the work that is done when all pictures are made, and when all slides are painted."""


def write(
    plan: Plan,
    target: Path,
    *,
    film: Path | None,
    progress: Progress,
    cache: Path | None = None,
    workers: int = 1,
) -> None:
    """Writes the plan's pages to `target`; `film` is embedded on the page that is made for it.

    `cache` is the folder that keeps pictures and slides from one run to the next; without it all
    are made anew. `workers` pictures are made at a time.

    Raises RenderingError where the target cannot be written, CheckError where the finished deck
    does not hold what it must.
    """
    progress(Step.DECK, 0)
    with tempfile.TemporaryDirectory() as workspace, saving.replacing(target) as partial:
        pages = with_film(plan, film, Path(workspace))
        kept = (cache or Path(workspace)) / cache_names.SLIDES
        saving.save(_package(plan, pages, kept, workers, progress), partial)
        faults = errors(inspect(partial))
        if faults:
            raise CheckError(*faults)
    progress(Step.DECK, 1)


def _package(
    plan: Plan, pages: tuple[Page, ...], kept: Path, workers: int, progress: Progress
) -> OpcPackage:
    titles = drawn_titles(pages)
    made = design(pages, titles, Scale(plan.family))
    media = Media(kept)
    media.prepare(_pictures(pages), workers, lambda part: progress(Step.DECK, PICTURES * part))
    _add_clips(pages, media)
    presentation = blank.presentation(plan, made.layouts, kept)
    layouts = list(presentation.slide_layouts)
    footer = f"{plan.title}{foot.SEPARATOR}{full_date(plan.date)}"
    slides = []
    for done, page in enumerate(pages, 1):
        layout, places = made.layouts[made.used[page.id]], made.places[page.id]
        sheet = Sheet(layout, places, titles.get(page.id), footer)
        finished = kept_slide(page, sheet, _targets(page, pages), media, kept)
        slides.append(Bound(page, finished, layouts[made.used[page.id]].part))
        progress(Step.DECK, PICTURES + (SLIDES - PICTURES) * done / len(pages))
    bind(presentation, slides, media)
    additions.sections(presentation.part._element, pages)
    fonts.embed(presentation.part, fonts.used(pages, plan.family))
    additions.core_properties(presentation.core_properties, plan)
    return presentation.part.package


def _pictures(pages: tuple[Page, ...]) -> Iterator[Stored]:
    """All that the slides show."""
    for page in pages:
        for element in page.drawing.at_rest().elements:
            if isinstance(element, Photo):
                yield pictures.stored(element)
            elif isinstance(element, Footage):
                yield pictures.poster(element)


def _add_clips(pages: tuple[Page, ...], media: Media) -> None:
    """All that the slides play, with their subtitles."""
    elements = (element for page in pages for element in page.drawing.at_rest().elements)
    for clip in (element.clip for element in elements if isinstance(element, Footage)):
        media.video(clip)
        if clip.subtitles:
            media.captions(clip.subtitles)


def _targets(page: Page, pages: tuple[Page, ...]) -> dict[str, Target]:
    """Element → where a click on it leads."""
    titles = {other.id: other.title for other in pages}
    return {link.element: Target(link.target, titles[link.target]) for link in page.links}
