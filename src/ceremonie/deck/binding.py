"""Finished slides in their package: numbered, bound to what they point at, listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceremonie.deck.markup.xml import document, find, node, parsed
from ceremonie.deck.package import additions, fonts
from ceremonie.deck.package.media import Media
from ceremonie.deck.package.parts import (
    LAYOUT,
    MAIN,
    NOTES,
    NOTES_MASTER,
    SLIDE,
    Package,
    Part,
    Relations,
)
from ceremonie.deck.package.unpacked import PRESENTATION
from ceremonie.deck.slide.page import Finished
from ceremonie.planning.model import Page

_FIRST_ID = 256
"""Ids of slides begin here (ISO/IEC 29500-1, 19.7.13)."""


@dataclass(frozen=True)
class Bound:
    """A page's slide, and the part of its layout."""

    page: Page
    finished: Finished
    layout: str


def bind(package: Package, slides: Sequence[Bound], media: Media) -> None:
    """Adds the slides in their order, with what they show."""
    numbers = {one.page.id: number for number, one in enumerate(slides, 1)}
    master = package.parts[PRESENTATION].relations.of(NOTES_MASTER)
    assert master
    for number, one in enumerate(slides, 1):
        package.add(_slide_part(one, number, numbers))
        package.add(_notes_part(one, number, master))
        for name in one.finished.shown:
            package.add(media.parts[name])


def _slide_part(one: Bound, number: int, numbers: dict[str, int]) -> Part:
    relations = Relations()
    own = {LAYOUT: one.layout, NOTES: _notes(number)}
    for kind, target in one.finished.relations:
        to_page = _slide(numbers[target]) if kind == SLIDE else target
        relations.to(kind, own.get(kind, to_page))
    return Part(_slide(number), f"{MAIN}.slide+xml", one.finished.slide, relations)


def _notes_part(one: Bound, number: int, master: str) -> Part:
    relations = Relations()
    relations.to(NOTES_MASTER, master)
    relations.to(SLIDE, _slide(number))
    return Part(_notes(number), f"{MAIN}.notesSlide+xml", one.finished.notes, relations)


def _slide(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _notes(number: int) -> str:
    return f"ppt/notesSlides/notesSlide{number}.xml"


def list_slides(package: Package, pages: Sequence[Page], used: Iterable[fonts.Used]) -> None:
    """Tells the presentation of its slides, their sections and the fonts that they use."""
    part = package.parts[PRESENTATION]
    assert isinstance(part.content, bytes)
    root = parsed(part.content)
    (listed,) = find(root, "p:sldIdLst")
    for number in range(1, len(pages) + 1):
        identity = part.relations.to(SLIDE, _slide(number))
        listed.append(node("p:sldId", id=_FIRST_ID + number - 1, r_id=identity))
    additions.sections(root, pages)
    fonts.embed(package, root, part.relations, used)
    part.content = document(root)
