"""What stands below the content: the event with its date, and the number of the slide."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from ceremonie.deck.markup import fitting
from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import Frame, frame_of, preset
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.template.place import Place
from ceremonie.formats import Format
from ceremonie.planning.drawing import Anchor, Area, Box, Disc, Element, Hang, Stroke, Text
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.type import Scale, Style

FOOTER, NUMBER = 11, 12
"""`idx` of both on every layout: PowerPoint's own."""

NARROWEST, NUMBER_WIDTH = 480, 64
"""px that the foot has at least, and its number."""

HEIGHT, GAP = 46, 4
"""px; the foot begins GAP px below where words of the content may stand, and is high enough for the
highest of usual fonts.
"""

BESIDE = 40
"""px from the foot to what the ground shows beside it."""

SIZE, LEAST = 28, 24
"""px: 14 pt, for the one who presents; 12 pt where the event's name is long."""

SEPARATOR = ", "
"""Between the event and its date, which stands alone where there is no room for both."""

WITHOUT = frozenset(
    {
        "titre",
        "chapitre",
        "extrait",
        "film",
        "cloture",
        "mosaique",
        "ateliers",
        "photo",
        "projection",
    }
)
"""Kinds of pages that are pictures as a whole."""

_FIELD = f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, 'ceremonie: numéro')).upper()}}}"


def places(canvas: Format, field: Colour, ground: Sequence[Element] = ()) -> tuple[Place, Place]:
    """The number at the left margin, the footer beside it, as far as the ground leaves it free."""
    safe = canvas.safe
    top, style = safe.bottom + GAP, replace(Scale().body.at(SIZE), leading=1.0)
    number = Frame(safe.left, top, NUMBER_WIDTH, HEIGHT)
    width = _width(ground, canvas) - NUMBER_WIDTH
    footer = Frame(safe.left + NUMBER_WIDTH, top, width, HEIGHT)
    return (
        Place("Numéro", NUMBER, "sldNum", number, _look(style, field, number)),
        Place("Pied de page", FOOTER, "ftr", footer, _look(style, field, footer)),
    )


def _look(style: Style, field: Colour, frame: Frame) -> Text:
    return Text(
        name="", lines=("",), x=0, baseline=0, style=style, colour=ink_on(field), ground=field,
        anchor=Anchor.START, room=frame.bounds, hang=Hang.MIDDLE,
    )  # fmt: skip


def is_free(ground: Sequence[Element], canvas: Format) -> bool:
    """Whether nothing of a ground lies where the foot stands."""
    return _width(ground, canvas) >= NARROWEST


def _width(ground: Sequence[Element], canvas: Format) -> float:
    """px from the left margin to what lies nearest beside it on the height of the foot."""
    safe = canvas.safe
    zone = Frame(safe.left, safe.bottom + GAP, safe.width, HEIGHT).bounds
    beside = [_frame(element).bounds for element in ground]
    ends = [box.left - BESIDE for box in beside if box.meets(zone)]
    return min([safe.right, *ends]) - safe.left


def _frame(element: Element) -> Frame:
    """The smallest box around an element; empty where it has none."""
    match element:
        case Area():
            return frame_of(element.outlines)
        case Stroke():
            return frame_of((element.course,)).grown(element.width / 2)
        case Disc():
            radius = element.radius + element.ring_width / 2
            return Frame(element.x - radius, element.y - radius, 2 * radius, 2 * radius)
        case Box():
            return Frame(element.x, element.y, element.width, element.height)
    return Frame(0, 0, 0, 0)


def offered(identity: int, place: Place) -> Node:
    """`p:sp` on a layout or the master."""
    assert place.text
    body = typesetting.offering(place.text, "")
    words = body[-1]
    words.getparent().remove(words)
    body.append(_paragraph(place, ""))
    properties = node("p:spPr", place.frame.transform(), preset("rect"))
    return _shape(identity, place, properties, body)


def filled(identity: int, place: Place, words: str) -> Node:
    """`p:sp` on a slide: its number; or the event and its date, or the date alone."""
    said = words if _scale(words, place) >= LEAST / SIZE else words.rpartition(SEPARATOR)[-1]
    part = 1.0 if place.number == NUMBER else _scale(said, place)
    fit = node("a:normAutofit", fontScale=round(part * 100_000) if part < 1 else None)
    # LibreOffice shows a footer without any style of its own in another font, centred.
    styles = node("a:lstStyle", node("a:lvl1pPr"))
    body = node("p:txBody", node("a:bodyPr", fit), styles, _paragraph(place, said))
    return _shape(identity, place, node("p:spPr"), body)


def _scale(words: str, place: Place) -> float:
    if place.text is None:  # in a template of others: its size is theirs
        return 1.0
    room = fitting.Room(place.frame.width, place.frame.height)
    return fitting.scale((words,), typesetting.full(place.text), room)


def _paragraph(place: Place, words: str) -> Node:
    if place.kind == "sldNum":
        shown = node("a:fld", node("a:rPr", lang=LANGUAGE), node("a:t", "‹N°›"),
                     id=_FIELD, type="slidenum")  # fmt: skip
    else:
        shown = typesetting.run(words) if words else None
    return node("a:p", shown, node("a:endParaRPr", lang=LANGUAGE))


def _shape(identity: int, place: Place, properties: Node, body: Node) -> Node:
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name=place.name),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", node("p:ph", type=place.kind, sz="quarter", idx=place.number)),
        ),
        properties,
        body,
    )
