"""What a deck is made of, whichever design it has: pages, their pictures, where links lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremonie.deck.package.media import Media
from ceremonie.deck.slide import pictures
from ceremonie.deck.slide.pictures import Stored
from ceremonie.deck.slide.shapes import Target
from ceremonie.deck.template import foot
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.planning.typography import full_date
from ceremonie.progress import Progress, Step

PICTURES, SLIDES = 0.6, 0.9
"""The part of the work that is done when all pictures are made, and when all slides are painted."""


@dataclass(frozen=True)
class Work:
    """`pages` are those of the plan with the film; `kept` is a folder for the next run."""

    plan: Plan
    pages: tuple[Page, ...]
    kept: Path
    workers: int
    progress: Progress

    @property
    def footer(self) -> str:
        return f"{self.plan.title}{foot.SEPARATOR}{full_date(self.plan.date)}"

    def media(self, stored: Iterable[Stored]) -> Media:
        """With the pictures that slides will show made, and with what they play."""
        media = Media(self.kept)
        media.prepare(stored, self.workers, lambda part: self.progress(Step.DECK, PICTURES * part))
        elements = (element for page in self.pages for element in page.drawing.at_rest().elements)
        for clip in (element.clip for element in elements if isinstance(element, Footage)):
            media.video(clip)
            if clip.subtitles:
                media.captions(clip.subtitles)
        return media

    def painted(self, count: int) -> None:
        """Tells that so many slides are done."""
        self.progress(Step.DECK, PICTURES + (SLIDES - PICTURES) * count / len(self.pages))


def shown(pages: Iterable[Page]) -> Iterator[Stored]:
    """All pictures of slides in our own design."""
    for page in pages:
        for element in page.drawing.at_rest().elements:
            if isinstance(element, Photo):
                yield pictures.stored(element)
            elif isinstance(element, Footage):
                yield pictures.poster(element)


def links(page: Page, pages: Iterable[Page]) -> dict[str, Target]:
    """Element → where a click on it leads."""
    to = targets(pages)
    return {link.element: to[link.target] for link in page.links}


def targets(pages: Iterable[Page]) -> dict[str, Target]:
    """Every slide as the goal of a click, by its page."""
    return {page.id: Target(page.id, page.title) for page in pages}
