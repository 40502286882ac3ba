"""What stands below the content: the event with its date, and the number of the slide."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

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

WIDTH, NUMBER_WIDTH = 820, 64
HEIGHT, GAP = 36, 4
"""px; the foot begins GAP px below where words of the content may stand."""

SIZE = 28
"""px: 14 pt, for the one who presents."""

WITHOUT = frozenset({"titre", "chapitre", "extrait", "film", "cloture", "mosaique"})
"""Kinds of pages that are pictures as a whole."""

_FIELD = f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, 'ceremonie: numéro')).upper()}}}"


def places(canvas: Format, field: Colour) -> tuple[Place, Place]:
    """The number at the left margin, the footer beside it."""
    safe = canvas.safe
    top, style = safe.bottom + GAP, Scale().body.at(SIZE)
    number = Frame(safe.left, top, NUMBER_WIDTH, HEIGHT)
    footer = Frame(safe.left + NUMBER_WIDTH, top, WIDTH - NUMBER_WIDTH, HEIGHT)
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
    safe = canvas.safe
    zone = Frame(safe.left, safe.bottom + GAP, WIDTH, HEIGHT).bounds
    return not any(_frame(element).bounds.meets(zone) for element in ground)


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
    """`p:sp` on a slide."""
    body = node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), _paragraph(place, words))
    return _shape(identity, place, node("p:spPr"), body)


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
