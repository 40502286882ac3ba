"""Placeholders as XML: whole on a layout, hardly more than their mark on a slide."""

from __future__ import annotations

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import freeform, preset
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.template.place import Place


def offered(identity: int, place: Place) -> Node:
    """`p:sp` of a layout: where it stands, what its words or its picture look like."""
    angle = place.text.angle if place.text else 0
    geometry = freeform(place.cut, place.frame, closed=True) if place.cut else preset("rect")
    properties = node("p:spPr", place.frame.transform(angle), geometry)
    return shape(identity, place, properties, _words(place))


def _words(place: Place) -> Node:
    if place.text:
        return typesetting.offering(place.text, place.prompt)
    prompt = node("a:p", typesetting.run(place.prompt), node("a:endParaRPr", lang=LANGUAGE))
    return node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), prompt)


def shape(identity: int, place: Place, properties: Node, words: Node) -> Node:
    """`p:sp` of a placeholder with its own prompt."""
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name=place.name),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", mark(place, hasCustomPrompt=True)),
        ),
        properties,
        words,
    )


def mark(place: Place, **attributes: object) -> Node:
    """`p:ph`: a title has no index of its own."""
    if place.kind == "title":
        return node("p:ph", type="title", **attributes)
    return node("p:ph", type=place.kind, sz="quarter", idx=place.number, **attributes)
