"""What the presenter reads beside a slide: a page of its own in the file."""

from __future__ import annotations

from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import clean
from ceremonie.deck.markup.xml import Node, node, root
from ceremonie.deck.template.parts import slide_data

PICTURE, WORDS = "Image de la diapositive", "Commentaires"


def notes(words: str) -> Node:
    """`p:notes`: the slide above, the words below, as the notes master has them."""
    shapes = (
        _shape(2, PICTURE, node("p:ph", type="sldImg", idx=2)),
        _shape(3, WORDS, node("p:ph", type="body", sz="quarter", idx=3), _body(words)),
    )
    mapping = node("p:clrMapOvr", node("a:masterClrMapping"))
    return root("p:notes", slide_data("", shapes, None), mapping)


def _shape(identity: int, name: str, mark: Node, words: Node | None = None) -> Node:
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=identity, name=name),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", mark),
        ),
        node("p:spPr"),
        words,
    )


def _body(words: str) -> Node:
    paragraphs = [_paragraph(line) for line in clean(words).split("\n")]
    return node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), *paragraphs)


def _paragraph(line: str) -> Node:
    run = node("a:r", node("a:rPr", lang=LANGUAGE), node("a:t", line)) if line else None
    return node("a:p", run, node("a:endParaRPr", lang=LANGUAGE))
