"""Layouts as XML: the ground, and placeholders that carry all looks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ceremonie import cache_names
from ceremonie.deck.markup.scheme import background
from ceremonie.deck.markup.xml import Node, document, node, root
from ceremonie.deck.package.keeping import kept_or_made, key
from ceremonie.deck.slide.shapes import Canvas, paint
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import Layout
from ceremonie.deck.template.placeholders import offered
from ceremonie.theme.palette import Colour


def kept(one: Layout, folder: Path) -> bytes:
    """The part of a layout, from `folder` where it lies there; else made, and kept there."""
    return kept_or_made(cache_names.slide(folder, key(one)), lambda: document(layout(one)))


def layout(one: Layout) -> Node:
    """`p:sldLayout`."""
    canvas = Canvas()
    drawn = [shape for element in one.ground if (shape := paint(element, canvas)) is not None]
    held = [offered(next(canvas.ids), place) for place in one.places]
    feet = foot.places(one.format, one.field, one.ground) if one.footed else ()
    below = [foot.offered(next(canvas.ids), place) for place in feet]
    return root(
        "p:sldLayout",
        slide_data(one.name, (*drawn, *held, *below), one.field),
        node("p:clrMapOvr", node("a:masterClrMapping")),
        preserve=True,
        userDrawn=True,
    )


def slide_data(name: str, shapes: Sequence[Node], field: Colour | None) -> Node:
    """`p:cSld`."""
    own = node(
        "p:nvGrpSpPr",
        node("p:cNvPr", id=1, name=""),
        node("p:cNvGrpSpPr"),
        node("p:nvPr"),
    )
    tree = node("p:spTree", own, node("p:grpSpPr"), *shapes)
    ground = None if field is None else background(field)
    return node("p:cSld", ground, tree, name=name or None)
