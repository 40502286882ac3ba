"""The deck in a template of others: which layout each page goes on, the slides, what is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ceremonie.deck.binding import Bound, bind
from ceremonie.deck.foreign import package
from ceremonie.deck.foreign.arranging import Arrangement, arrange
from ceremonie.deck.foreign.content import Content, content
from ceremonie.deck.foreign.filling import Leading, feet, shapes, stored
from ceremonie.deck.foreign.matching import Choice, Means, choose
from ceremonie.deck.foreign.offers import Template
from ceremonie.deck.package import additions
from ceremonie.deck.package.media import Media
from ceremonie.deck.slide.page import Finished, Sheet, finished, painted
from ceremonie.deck.slide.pictures import Stored
from ceremonie.deck.slide.reading_order import drawn_titles
from ceremonie.deck.slide.shapes import Canvas
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import Design, Layout, design
from ceremonie.deck.work import Work, links, shown, targets
from ceremonie.planning.drawing import Text
from ceremonie.planning.model import Page
from ceremonie.theme.type import Scale


@dataclass(frozen=True)
class Matched:
    """What is known of all pages before a slide is made: `titles` are the drawn texts that are
    their titles, `made` is our own design of them.
    """

    template: Template
    titles: Mapping[str, Text]
    made: Design
    contents: Mapping[str, Content]
    choices: Mapping[str, Choice]

    def layout(self, page: Page) -> Layout:
        """Our own."""
        return self.made.layouts[self.made.used[page.id]]

    def arrangement(self, page: Page) -> Arrangement:
        """On the layout of theirs."""
        offer = self.choices[page.id].offer
        return arrange(self.contents[page.id], offer, self.template.frame)

    def is_ours(self, page: Page) -> bool:
        """Whether the layout is our own, with all that the page needs: so it stays whole."""
        ours, choice = self.layout(page), self.choices[page.id]
        size = (self.template.frame.width, self.template.frame.height)
        if choice.means is not Means.OURS or size != (ours.format.width, ours.format.height):
            return False
        below = foot.places(ours.format, ours.field) if ours.footed else ()
        places = (*self.made.places[page.id].values(), *below)
        return {(place.kind, place.number) for place in places} <= choice.offer.marks


def matched(pages: Sequence[Page], template: Template, scale: Scale) -> Matched:
    """A layout of theirs for each page."""
    titles = drawn_titles(tuple(pages))
    made = design(pages, titles, scale)
    contents = {page.id: content(page, titles.get(page.id)) for page in pages}
    choices = {
        page.id: choose(page, contents[page.id], made.layouts[made.used[page.id]].name, template)
        for page in pages
    }
    return Matched(template, titles, made, contents, choices)


def in_template(work: Work, template: Template) -> Any:
    """The finished package. Raises UsageError where the template cannot be used any more."""
    pages = work.pages
    found = matched(pages, template, Scale(work.plan.family))
    presentation = package.presentation(template.file)
    layouts = list(package.layouts(presentation))
    media = work.media(_pictures(pages, found))
    slides = []
    for done, page in enumerate(pages, 1):
        layout = layouts[found.choices[page.id].offer.index].part
        slides.append(Bound(page, _painted(page, found, work, media), layout))
        work.painted(done)
    bind(presentation, slides, media)
    additions.sections(presentation.part._element, pages)
    additions.show(presentation, work.plan)
    additions.core_properties(presentation.core_properties, work.plan)
    return presentation.part.package


def _pictures(pages: Sequence[Page], found: Matched) -> Iterator[Stored]:
    """As the slides will show them."""
    yield from shown(page for page in pages if found.is_ours(page))
    for page in pages:
        if not found.is_ours(page):
            yield from stored(found.arrangement(page))


def _painted(page: Page, found: Matched, work: Work, media: Media) -> Finished:
    if found.is_ours(page):
        places, title = found.made.places[page.id], found.titles.get(page.id)
        sheet = Sheet(found.layout(page), places, title, work.footer)
        return painted(page, sheet, links(page, work.pages), media)
    offer, canvas = found.choices[page.id].offer, Canvas(media)
    leading = Leading(canvas, targets(work.pages))
    drawn = (
        *shapes(found.contents[page.id], found.arrangement(page), offer, canvas, leading),
        *feet(offer, canvas, work.footer),
    )
    return finished(replace(page, builds=(), morph=False), canvas, drawn)
