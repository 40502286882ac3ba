"""One page as a slide: title, shapes in reading order, notes, timing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from ceremonie.deck.markup.geometry import Frame, clipped
from ceremonie.deck.markup.scheme import LANGUAGE, Slot, background
from ceremonie.deck.markup.text import clean, plain
from ceremonie.deck.markup.xml import Node, find, node
from ceremonie.deck.package import additions
from ceremonie.deck.package.media import Media
from ceremonie.deck.slide.reading_order import title_first
from ceremonie.deck.slide.shapes import Canvas, Target, paint
from ceremonie.deck.slide.timing import timing
from ceremonie.deck.template.layouts import slotted
from ceremonie.planning.drawing import Area, Element, Footage, Role, Table, Text
from ceremonie.planning.model import Page
from ceremonie.theme.grid import MARGIN_X
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.type import Scale

SEAM = 2
"""px by which a cover reaches over the edge of its video, which would shine through otherwise."""

HIDDEN_TITLE_BASELINE = -60
"""Above the slide: where PowerPoint's own command « hidden title » puts it."""


def paint_page(
    page: Page, slide: Any, links: Mapping[str, Target], drawn: Text | None, media: Media
) -> None:
    """Fills an empty slide that python-pptx made on the layout of the page's kind.

    `drawn` is the text of the page that is its title, None where there is none; `media` are those
    of the package.
    """
    ordered, spoken = _in_reading_order(page, drawn)
    elements = tuple(chain.from_iterable(_with_cover(e, page.drawing.field) for e in ordered))
    canvas = Canvas(slide.part, media, _places(elements), links, spoken)
    tree = slide.shapes._spTree
    for shape in find(tree, "p:sp"):
        tree.remove(shape)
    shapes = (paint(element, canvas) for element in elements)
    tree.extend(shape for shape in shapes if shape is not None)
    _background(slide, page)
    root = slide._element
    root.append(additions.transition())
    if canvas.playing:
        root.append(timing(canvas.playing))
    _notes(slide, page.notes)


def _background(slide: Any, page: Page) -> None:
    """The layout's field, unless this page has another."""
    own = slide.slide_layout._element.cSld.find("p:bg", slide._element.nsmap)
    wanted = background(page.drawing.field)
    if own is None or own.xpath("string(.//@val)") != wanted.xpath("string(.//@val)"):
        slide._element.cSld.insert(0, wanted)


def _in_reading_order(page: Page, drawn: Text | None) -> tuple[tuple[Element, ...], frozenset[str]]:
    """The elements with the title first; and the names of texts that a hidden title says.

    A title is hidden above the slide where the drawn one is made of several texts, stands on a
    picture that tells something, or is there twice in the deck.
    """
    elements = _joined(page.drawing.at_rest().elements)
    if drawn:
        titled = replace(drawn, role=Role.TITLE)
        placed = title_first(tuple(titled if e is drawn else e for e in elements), titled)
        if placed:
            return placed, frozenset()
    said = plain(page.title)
    heads = [e for e in elements if isinstance(e, Text) and e.role in (Role.TITLE, Role.KICKER)]
    spoken = frozenset(text.name for text in heads if plain(text.text) in said)
    rest = (_untitled(element) for element in elements)
    return (_hidden_title(page), *rest), spoken


def _joined(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Without what a table holds."""
    tables = [element for element in elements if isinstance(element, Table)]
    held = frozenset[str]().union(*(table.members for table in tables))
    return tuple(element for element in elements if element.name not in held)


def _with_cover(element: Element, field: Colour) -> tuple[Element, ...]:
    """No shape cuts a video in every program: the field is laid over what its mask leaves out."""
    if not isinstance(element, Footage) or not element.mask:
        return (element,)
    box = Frame(element.x, element.y, element.width, element.height)
    outlines = (box.grown(SEAM).outline, clipped(element.mask, box))
    return element, Area(name=f"{element.name}, bord", outlines=outlines, colour=field)


def _untitled(element: Element) -> Element:
    """A drawn title whose place the hidden one takes is a free text box."""
    if isinstance(element, Text) and element.role is Role.TITLE:
        return replace(element, role=Role.LABEL)
    return element


def _hidden_title(page: Page) -> Text:
    return Text(
        name="Titre de la diapositive",
        lines=(plain(page.title),),
        x=MARGIN_X,
        baseline=HIDDEN_TITLE_BASELINE,
        style=Scale().body,
        colour=ink_on(page.drawing.field),
        ground=page.drawing.field,
        role=Role.TITLE,
    )


def _places(elements: tuple[Element, ...]) -> dict[str, Slot]:
    """The placeholder of each text that has one; indices follow the drawing's order."""
    texts = [element for element in elements if isinstance(element, Text)]
    return {text.name: place for place, text in slotted(texts)}


def _notes(slide: Any, notes: str) -> None:
    page = slide.notes_slide
    names = {"sldImg": "Image de la diapositive", "body": "Commentaires"}
    for shape in find(page.shapes._spTree, "p:sp"):
        mark, own = find(shape, ".//p:ph")[0], find(shape, ".//p:cNvPr")[0]
        own.set("name", names[mark.get("type")])
    words = page.notes_text_frame._txBody
    for paragraph in find(words, "a:p"):
        words.remove(paragraph)
    words.extend(_paragraph(line) for line in clean(notes).split("\n"))


def _paragraph(line: str) -> Node:
    run = node("a:r", node("a:rPr", lang=LANGUAGE), node("a:t", line)) if line else None
    return node("a:p", run, node("a:endParaRPr", lang=LANGUAGE))
