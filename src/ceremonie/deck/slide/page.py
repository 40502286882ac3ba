"""One page as a slide: title, shapes in reading order, notes, timing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import clean, plain
from ceremonie.deck.markup.xml import Node, find, node
from ceremonie.deck.package.media import Media
from ceremonie.deck.slide.reading_order import title_first
from ceremonie.deck.slide.shapes import Canvas, Target, group, paint
from ceremonie.deck.slide.timing import builds, timing
from ceremonie.deck.slide.transition import transition
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import TITLE, Layout, standing
from ceremonie.deck.template.place import Place
from ceremonie.planning.drawing import Element, Role, Text
from ceremonie.planning.model import Page
from ceremonie.theme.palette import ink_on
from ceremonie.theme.type import Scale


@dataclass(frozen=True)
class Sheet:
    """What a page's slide is made on: its layout, the places of its elements there, the text that
    is its title (None where it is read only), the words of the footer.
    """

    layout: Layout
    places: Mapping[str, Place]
    title: Text | None
    footer: str


def paint_page(
    page: Page, slide: Any, sheet: Sheet, links: Mapping[str, Target], media: Media
) -> None:
    """Fills an empty slide that python-pptx made on the sheet's layout; `media` are those of the
    package.
    """
    elements, spoken = _in_reading_order(page, sheet.title)
    canvas = Canvas(slide.part, media, sheet.places, links, spoken)
    tree = slide.shapes._spTree
    for shape in find(tree, "p:sp | p:pic | p:graphicFrame"):
        tree.remove(shape)
    tree.extend(_shapes(elements, canvas))
    tree.extend(_foot(sheet, canvas))
    root = slide._element
    root.cSld.set("name", page.id)
    if page.hidden:
        root.set("show", "0")
    root.append(transition(morph=page.morph))
    clicks = builds(tree, page.builds)
    if canvas.playing or clicks:
        root.append(timing(canvas.playing, clicks))
    _notes(slide, page.notes)


def _shapes(elements: Sequence[Element], canvas: Canvas) -> Iterator[Node]:
    """Each element as a shape; those of one group as one, where the first of them lies."""
    groups: dict[str, list[Element]] = {}
    for element in elements:
        groups.setdefault(element.group, []).append(element)
    for element in elements:
        if not element.group:
            shape = paint(element, canvas)
        else:
            members = groups.pop(element.group, [])
            shape = group(element.group, members, canvas) if members else None
        if shape is not None:
            yield shape


def _foot(sheet: Sheet, canvas: Canvas) -> Iterator[Node]:
    if sheet.layout.footed:
        for place in foot.places(sheet.layout.format, sheet.layout.field):
            yield foot.filled(next(canvas.ids), place, sheet.footer)


def _in_reading_order(page: Page, drawn: Text | None) -> tuple[tuple[Element, ...], frozenset[str]]:
    """The elements with the title first; and the names of texts that a hidden title says."""
    elements = standing(page.drawing)
    if drawn:
        ordered = title_first(elements, drawn)
        assert ordered
        return ordered, frozenset()
    said = plain(page.title)
    heads = [e for e in elements if isinstance(e, Text) and e.role in (Role.TITLE, Role.KICKER)]
    spoken = frozenset(text.name for text in heads if plain(text.text) in said)
    return (_hidden_title(page), *elements), spoken


def _hidden_title(page: Page) -> Text:
    field = page.drawing.field
    return Text(
        name=TITLE,
        lines=(plain(page.title),),
        x=0,
        baseline=0,
        style=Scale().body,
        colour=ink_on(field),
        ground=field,
        role=Role.TITLE,
    )


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
