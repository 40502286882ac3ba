"""Texts: words that a program wraps into a room, and decorations that stand where they are drawn.

A paragraph is what the author wrote as one; nothing is broken by hand. Line spacing is a part of
the font's own line, so that it follows a scale and another font. Only what is measured stands on
exact spacing: its baselines do not depend on a font's metrics.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace

from ceremonie.deck.markup import fitting
from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import LANGUAGE, bold, fill, latin, named
from ceremonie.deck.markup.xml import Node, node
from ceremonie.planning.drawing import Anchor, Hang, Text
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.reserve import natural_line, spacing
from ceremonie.theme.letters import SOFT_HYPHEN, reads_backwards, stretches
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import SUPERSCRIPT_RISE, ShapedLine, shape
from ceremonie.units import points

ALIGNMENT = {Anchor.START: "l", Anchor.MIDDLE: "ctr", Anchor.END: "r"}
EDGE = {Hang.TOP: "t", Hang.MIDDLE: "ctr", Hang.BOTTOM: "b"}

SLACK = 1.35
"""A measured box is this much wider than its text: the bold of DejaVu Sans, the widest usual
fallback, then still stands on one line."""

BELOW_BASELINE = 0.2
"""What a line of exact spacing keeps under its baseline, in em: measured in LibreOffice from 36
to 430 px, one line to four, leadings 1.0 to 1.25, with our fonts and with a fallback alike."""

_WIDEST_DIGIT = str.maketrans("123456789", "000000000")
"""Digits are equally wide in most fonts; ours has a narrow 1."""

KERNED_FROM = 1200
"""1/100 pt; PowerPoint's own default, below everything that is set here."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SUBSTITUTES = str.maketrans({"\u2011": "-", SOFT_HYPHEN: ""})


def clean(text: str) -> str:
    """Without the control characters that XML 1.0 forbids."""
    return _CONTROLS.sub("", text)


def plain(text: str) -> str:
    """One line without the carets of raised letters."""
    return " ".join(clean(text).replace("^", "").split())


def full(text: Text) -> Style:
    """The style that the words have in their room where they are few."""
    return text.full or text.style


def sample(text: Text) -> Text:
    """How words look in a room, whatever they are today."""
    return replace(
        text, lines=("",), said="", headings=frozenset(), x=0, baseline=0, style=full(text),
        full=None, most=None, entrance=AT_ONCE, until=None, page=None,
    )  # fmt: skip


def room(text: Text) -> Frame:
    """The box of a text, unturned: its room, else what its words take and some more.

    Where the lines keep to the middle, the box is moved by half of what the first line lacks above
    its capitals, so that these stand in the middle of the room.
    """
    if text.room is None:
        return _measured(text)
    frame = Frame.of(text.room)
    if text.hang is not Hang.MIDDLE:
        return frame
    style = full(text)
    lacking = (1 - min(1.0, spacing(style))) * natural_line(style) * style.size
    return Frame(frame.x, frame.y + lacking / 2, frame.width, frame.height)


def scale(text: Text, frame: Frame) -> float:
    """The part of the full size at which the words stay in their box, at most 1."""
    paragraphs = tuple(_written(line) for line in text.paragraphs)
    return fitting.scale(
        paragraphs, full(text), fitting.Room(frame.width, frame.height), text.apart
    )


def _measured(text: Text) -> Frame:
    """The text's box; the first baseline stands where the plan put it."""
    shaped = [shape(line, text.style.weight, text.style.tracking, text.style.family)
              for line in text.lines]  # fmt: skip
    left, width = _span(text, shaped)
    top = text.baseline - first_baseline(text.style)
    box = Frame(left, top, width, len(text.lines) * text.style.line_height)
    return _turned(box, text)


def first_baseline(style: Style) -> float:
    """px from the top of a box of exact spacing to the first baseline."""
    return style.line_height - BELOW_BASELINE * style.size


def _span(text: Text, shaped: list[ShapedLine]) -> tuple[float, float]:
    """Left edge and width of the box; the ink of the widest line stands where the plan put it."""
    size = text.style.size
    widest = max(shaped, key=lambda line: line.ink_right - line.ink_left)
    wide = max(_breadth(line, text.style) for line in text.lines)
    if text.anchor is Anchor.START:
        return text.x - shaped[0].ink_left * size, wide * SLACK
    if text.anchor is Anchor.END:
        right = text.x + (widest.advance - widest.ink_right) * size
        return right - wide * SLACK, wide * SLACK
    middle = text.x + (widest.advance - widest.ink_left - widest.ink_right) / 2 * size
    return middle - wide * SLACK / 2, wide * SLACK


def _breadth(line: str, style: Style) -> float:
    """px of the line with digits as wide as the widest."""
    whole = line.translate(_WIDEST_DIGIT)
    return shape(whole, style.weight, style.tracking, style.family).advance * style.size


def _turned(box: Frame, text: Text) -> Frame:
    """The box moved so that turning about its centre turns the text about (x, baseline)."""
    angle = math.radians(text.angle)
    dx = box.x + box.width / 2 - text.x
    dy = box.y + box.height / 2 - text.baseline
    x = text.x + dx * math.cos(angle) - dy * math.sin(angle)
    y = text.baseline + dx * math.sin(angle) + dy * math.cos(angle)
    return Frame(x - box.width / 2, y - box.height / 2, box.width, box.height)


def filling(text: Text, frame: Frame) -> Node:
    """`p:txBody` of a placeholder on a slide: words that take everything from the layout, but for
    the scale at which they stay inside it.
    """
    part = scale(text, frame)
    shrunk = None if part == 1 else round(part * 100_000)
    return node(
        "p:txBody",
        node("a:bodyPr", node("a:normAutofit", fontScale=shrunk)),
        node("a:lstStyle"),
        *(
            _paragraph(line, text, None, strong=index in text.headings)
            for index, line in enumerate(text.paragraphs)
        ),
    )


def offering(text: Text, prompt: str) -> Node:
    """`p:txBody` of a placeholder on a layout: how its words look, and what belongs there."""
    style = full(text)
    level = _paragraph_properties(
        "a:lvl1pPr", text, _relative(style), run_properties("a:defRPr", text, style)
    )
    return node(
        "p:txBody",
        body_properties(EDGE[text.hang] if text.room else "t", node("a:normAutofit")),
        node("a:lstStyle", level),
        node("a:p", run(prompt), node("a:endParaRPr", lang=LANGUAGE)),
    )


def run(words: str) -> Node:
    """`a:r` in French, which takes its looks from elsewhere."""
    return node("a:r", node("a:rPr", lang=LANGUAGE), node("a:t", clean(words)))


def body(text: Text) -> Node:
    """`p:txBody` of a text box of its own: in its room, or where it was measured."""
    if text.room:
        properties = body_properties(EDGE[text.hang], node("a:normAutofit"))
        style, height = full(text), _relative(full(text))
    else:
        properties = body_properties("t", node("a:noAutofit"))
        style, height = text.style, _exact(text.style)
    lines = text.paragraphs if text.room else text.lines
    return node(
        "p:txBody",
        properties,
        node("a:lstStyle"),
        *(_paragraph(line, text, style, height) for line in lines),
    )


def body_properties(edge: str, fit: Node) -> Node:
    """No inset: a room is a room."""
    return node("a:bodyPr", fit, wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor=edge)


def cell(text: Text) -> Node:
    """`a:txBody` of a table's cell, whose text has its looks itself."""
    paragraph = _paragraph(" ".join(text.paragraphs), text, text.style, _relative(text.style))
    return node("a:txBody", node("a:bodyPr"), node("a:lstStyle"), paragraph)


def level(style: Style, sample: Text) -> Node:
    """`a:lvl1pPr` of a master."""
    return _paragraph_properties(
        "a:lvl1pPr", sample, _relative(style), run_properties("a:defRPr", sample, style)
    )


def _relative(style: Style) -> Node:
    return node("a:spcPct", val=round(spacing(style) * 100_000))


def _exact(style: Style) -> Node:
    return node("a:spcPts", val=round(points(style.line_height) * 100))


def _paragraph(
    line: str, text: Text, style: Style | None, height: Node | None = None, *, strong: bool = False
) -> Node:
    """`a:p`; without a style its looks come from the layout, but for the bold of a heading."""
    backwards = reads_backwards(line)
    if height is None:
        properties = node("a:pPr", rtl=1) if backwards else None
    else:
        properties = _paragraph_properties("a:pPr", text, height)
    end = run_properties("a:endParaRPr", text, style)
    return node("a:p", properties, *_runs(line, text, style, strong=strong), end)


def _paragraph_properties(tag: str, text: Text, height: Node, *inner: Node) -> Node:
    """`a:pPr`: alignment, direction and line spacing; `inner` are further elements of it."""
    return node(
        tag,
        node("a:lnSpc", height),
        _above(text),
        node("a:buNone"),
        *inner,
        marL=0,
        indent=0,
        algn=ALIGNMENT[text.anchor],
        rtl=1 if reads_backwards(text.text) else None,
    )


def _above(text: Text) -> Node:
    """`a:spcBef`: none, or a part of the line, so that it follows the scale."""
    apart = node("a:spcPct", val=round(text.apart * 100_000)) if text.apart else None
    return node("a:spcBef", node("a:spcPts", val=0) if apart is None else apart)


def _runs(line: str, text: Text, style: Style | None, *, strong: bool) -> Iterable[Node]:
    heavier = {"b": 1} if strong else {}
    for level, part in enumerate(_written(line).split("^")):
        raised = round(SUPERSCRIPT_RISE * 100_000) if level % 2 else None
        for words, face in stretches(part, text.style.weight, text.style.family):
            properties = run_properties(
                "a:rPr", text, style, face.fallback, baseline=raised, **heavier
            )
            yield node("a:r", properties, node("a:t", words))


def _written(line: str) -> str:
    """The line as programs show it: a word parted at its end ends in a plain hyphen."""
    parted = line.endswith(SOFT_HYPHEN)
    return clean(line).translate(_SUBSTITUTES) + ("-" if parted else "")


def run_properties(
    tag: str, text: Text, style: Style | None, fallback: str = "", **attributes: object
) -> Node:
    """Language and, where it has a style of its own: colour, font, size and tracking in 1/100 pt;
    kerned, as it was measured. `fallback` is the family of letters that the theme's fonts lack.
    """
    language = None if tag == "a:defRPr" else LANGUAGE
    fonts = named(fallback) if fallback else ()
    if style is None:
        return node(tag, *fonts, lang=language, **attributes)
    return node(
        tag,
        fill(text.colour),
        *(fonts or (latin(style.weight),)),
        lang=language,
        sz=round(points(style.size) * 100),
        b=bold(style),
        kern=KERNED_FROM,
        spc=round(points(style.tracking * style.size) * 100),
        **attributes,
    )
