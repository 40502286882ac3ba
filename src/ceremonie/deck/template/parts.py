"""Layouts as XML: the ground, and placeholders that carry all looks."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.deck.markup.scheme import background
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.slide.shapes import Canvas, paint
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import Layout
from ceremonie.deck.template.placeholders import offered
from ceremonie.theme.palette import Colour


def layout(one: Layout) -> Node:
    """`p:sldLayout`."""
    canvas = Canvas(None)
    drawn = [shape for element in one.ground if (shape := paint(element, canvas)) is not None]
    held = [offered(next(canvas.ids), place) for place in one.places]
    feet = foot.places(one.format, one.field) if one.footed else ()
    below = [foot.offered(next(canvas.ids), place) for place in feet]
    return node(
        "p:sldLayout",
        slide_data(one.name, (*drawn, *held, *below), one.field),
        node("p:clrMapOvr", node("a:masterClrMapping")),
        preserve=True,
        userDrawn=True,
    )


def slide_data(name: str, shapes: Sequence[Node], field: Colour | None) -> Node:
    """`p:cSld`."""
    root = node(
        "p:nvGrpSpPr",
        node("p:cNvPr", id=1, name=""),
        node("p:cNvGrpSpPr"),
        node("p:nvPr"),
    )
    tree = node("p:spTree", root, node("p:grpSpPr"), *shapes)
    ground = None if field is None else background(field)
    return node("p:cSld", ground, tree, name=name or None)
