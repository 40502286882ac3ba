"""One page as a slide: title, shapes in reading order, timing; and its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ceremonie.deck.markup.text import plain
from ceremonie.deck.markup.xml import Node, document, node, root
from ceremonie.deck.package.media import Media
from ceremonie.deck.package.parts import LAYOUT, NOTES, SLIDE
from ceremonie.deck.slide.notes import notes
from ceremonie.deck.slide.reading_order import title_first
from ceremonie.deck.slide.shapes import Canvas, Target, group, paint
from ceremonie.deck.slide.timing import builds, timing
from ceremonie.deck.slide.transition import transition
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import TITLE, Layout, standing
from ceremonie.deck.template.parts import slide_data
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


@dataclass(frozen=True)
class Finished:
    """The XML of a slide and of its notes, and what the slide points at: kinds and targets of its
    relationships in their order. A target is the name of a medium's part or the id of a page; it
    is empty for the slide's own layout and notes, whose names depend on where it stands.
    """

    slide: bytes
    notes: bytes
    relations: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts of the media among them."""
        return tuple(to for kind, to in self.relations if kind not in (LAYOUT, NOTES, SLIDE))


def painted(page: Page, sheet: Sheet, links: Mapping[str, Target], media: Media) -> Finished:
    """The page on its sheet; `media` are those of the package. What goes round has no number."""
    elements, spoken = _in_reading_order(page, sheet.title)
    canvas = Canvas(media, sheet.places, links, spoken)
    foot = () if page.advance else _foot(sheet, canvas)
    return finished(page, canvas, chain(_shapes(elements, canvas), foot))


def finished(page: Page, canvas: Canvas, shapes: Iterable[Node]) -> Finished:
    """A slide of these shapes, with all that is not seen: name, transition, timing, notes."""
    canvas.relations.to(LAYOUT, "")
    slide = document(_slide(page, canvas, shapes))
    canvas.relations.to(NOTES, "")
    pointed = tuple((one.kind, one.target) for one in canvas.relations.entries)
    return Finished(slide, document(notes(page.notes)), pointed)


def _slide(page: Page, canvas: Canvas, shapes: Iterable[Node]) -> Node:
    data = slide_data(page.id, tuple(shapes), None)
    clicks = builds(data[-1], page.builds)
    return root(
        "p:sld",
        data,
        node("p:clrMapOvr", node("a:masterClrMapping")),
        transition(morph=page.morph, advance=page.advance),
        timing(canvas.playing, clicks) if canvas.playing or clicks else None,
        show=False if page.hidden else None,
    )


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
        one = sheet.layout
        for place in foot.places(one.format, one.field, one.ground):
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
