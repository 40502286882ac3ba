"""The recipe of a deck: an empty package, a slide per page, what binds them, the check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pptx.opc.package import OpcPackage

from ceremonie import cache_names
from ceremonie.deck.binding import Bound, bind
from ceremonie.deck.foreign.offers import Template
from ceremonie.deck.foreign.writing import in_template
from ceremonie.deck.package import additions, fonts, saving
from ceremonie.deck.package.check import inspect
from ceremonie.deck.slide.film_slide import with_film
from ceremonie.deck.slide.kept import slide as kept_slide
from ceremonie.deck.slide.page import Sheet
from ceremonie.deck.slide.reading_order import drawn_titles
from ceremonie.deck.template import blank
from ceremonie.deck.template.design import design
from ceremonie.deck.work import Work, links, shown
from ceremonie.diagnostics import CheckError, errors
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step
from ceremonie.scratch import scratch
from ceremonie.theme.type import Scale


def write(
    plan: Plan,
    target: Path,
    *,
    film: Path | None,
    progress: Progress,
    cache: Path | None = None,
    workers: int = 1,
    template: Template | None = None,
) -> None:
    """Writes the plan's pages to `target`; `film` is embedded on the page that is made for it.
    With a `template` of others it is made in their design.

    `cache` is the folder that keeps pictures and slides from one run to the next; without it all
    are made anew. `workers` pictures are made at a time.

    Raises RenderingError where the target cannot be written, CheckError where the finished deck
    does not hold what it must.
    """
    progress(Step.DECK, 0)
    with scratch() as workspace, saving.replacing(target) as partial:
        pages = with_film(plan, film, workspace)
        kept = (cache or workspace) / cache_names.SLIDES
        work = Work(plan, pages, kept, workers, progress)
        saving.save(in_template(work, template) if template else _package(work), partial)
        faults = errors(inspect(partial))
        if faults:
            raise CheckError(*faults)
    progress(Step.DECK, 1)


def write_template(plan: Plan, target: Path) -> None:
    """Writes our design of the plan's deck to `target`, without a slide: its theme, its master, a
    layout for each kind of page.

    Raises RenderingError where the target cannot be written.
    """
    with scratch() as workspace, saving.replacing(target) as partial:
        pages = with_film(plan, None, workspace)
        made = design(pages, drawn_titles(pages), Scale(plan.family))
        empty = replace(plan, pages=())
        presentation = blank.presentation(empty, made.layouts, workspace)
        fonts.embed(presentation.part, fonts.used(pages, plan.family))
        additions.core_properties(presentation.core_properties, plan)
        saving.save(presentation.part.package, partial)


def _package(work: Work) -> OpcPackage:
    plan, pages = work.plan, work.pages
    titles = drawn_titles(pages)
    made = design(pages, titles, Scale(plan.family))
    media = work.media(shown(pages))
    presentation = blank.presentation(plan, made.layouts, work.kept)
    layouts = list(presentation.slide_layouts)
    slides = []
    for done, page in enumerate(pages, 1):
        layout, places = made.layouts[made.used[page.id]], made.places[page.id]
        sheet = Sheet(layout, places, titles.get(page.id), work.footer)
        finished = kept_slide(page, sheet, links(page, pages), media, work.kept)
        slides.append(Bound(page, finished, layouts[made.used[page.id]].part))
        work.painted(done)
    bind(presentation, slides, media)
    additions.sections(presentation.part._element, pages)
    additions.show(presentation, plan)
    fonts.embed(presentation.part, fonts.used(pages, plan.family))
    additions.core_properties(presentation.core_properties, plan)
    return presentation.part.package
