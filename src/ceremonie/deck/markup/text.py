"""Texts: boxes placed so that the baselines fall where the plan put them.

Lines are kept as the plan broke them, in one paragraph with line breaks: readers and searches see
one sentence, and no other font or program can break it elsewhere. Nothing wraps, nothing shrinks.
Spacing is exact for a single line too, so that baselines do not depend on a font's metrics.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import LANGUAGE, bold, fill, typefaces
from ceremonie.deck.markup.xml import Node, node
from ceremonie.planning.drawing import Anchor, Text
from ceremonie.theme.letters import SOFT_HYPHEN, reads_backwards, stretches
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import SUPERSCRIPT_RISE, ShapedLine, shape
from ceremonie.units import CANVAS_WIDTH, points

ALIGNMENT = {Anchor.START: "l", Anchor.MIDDLE: "ctr", Anchor.END: "r"}
SLACK = 1.35
"""A box is this much wider than its text, inside the slide: the bold of DejaVu Sans, the widest
usual fallback, then still stands on one line where a program wraps whatever it is told."""

BELOW_BASELINE = 0.2
"""What a line of exact spacing keeps under its baseline, in em: measured in LibreOffice from 36
to 430 px, one line to four, leadings 1.0 to 1.25, with our fonts and with a fallback alike."""

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


def placed(text: Text) -> tuple[Frame, float]:
    """The text's box, unturned, and the angle by which it turns about its own centre."""
    shaped = [_shaped(line, text.style) for line in text.lines]
    left, width = _span(text, shaped)
    top = text.baseline - first_baseline(text.style)
    box = Frame(left, top, width, len(text.lines) * text.style.line_height)
    return _turned(box, text), text.angle


def first_baseline(style: Style) -> float:
    """px from the top of the box to the first baseline."""
    return style.line_height - BELOW_BASELINE * style.size


def _shaped(line: str, style: Style) -> ShapedLine:
    return shape(line, style.weight, style.tracking, style.family)


def _span(text: Text, shaped: list[ShapedLine]) -> tuple[float, float]:
    """Left edge and width of the box; the ink of the widest line stands where the plan put it."""
    size = text.style.size
    widest = max(shaped, key=lambda line: line.ink_right - line.ink_left)
    width = max(line.advance for line in shaped) * size
    if text.anchor is Anchor.START:
        left = text.x - shaped[0].ink_left * size
        return left, _roomy(width, CANVAS_WIDTH - left)
    if text.anchor is Anchor.END:
        right = text.x + (widest.advance - widest.ink_right) * size
        return right - _roomy(width, right), _roomy(width, right)
    middle = text.x + (widest.advance - widest.ink_left - widest.ink_right) / 2 * size
    width = _roomy(width, 2 * min(middle, CANVAS_WIDTH - middle))
    return middle - width / 2, width


def _roomy(width: float, limit: float) -> float:
    return max(width, min(width * SLACK, limit))


def _turned(box: Frame, text: Text) -> Frame:
    """The box moved so that turning about its centre turns the text about (x, baseline)."""
    angle = math.radians(text.angle)
    dx = box.x + box.width / 2 - text.x
    dy = box.y + box.height / 2 - text.baseline
    x = text.x + dx * math.cos(angle) - dy * math.sin(angle)
    y = text.baseline + dx * math.sin(angle) + dy * math.cos(angle)
    return Frame(x - box.width / 2, y - box.height / 2, box.width, box.height)


def body(text: Text, tag: str = "p:txBody") -> Node:
    """The body of a shape: its lines as one paragraph. `tag` is what the shape calls it."""
    return node(tag, body_properties(), node("a:lstStyle"), paragraph(text))


def body_properties(wrap: str = "none") -> Node:
    """No inset, no shrinking; only what a person adds on a layout wraps (`square`)."""
    return node(
        "a:bodyPr", node("a:noAutofit"), wrap=wrap, lIns=0, tIns=0, rIns=0, bIns=0, anchor="t"
    )


def paragraph(text: Text) -> Node:
    """`a:p`: the lines with breaks between them, each run in the font that draws it."""
    content: list[Node] = []
    for index, line in enumerate(text.lines):
        if index:
            content.append(node("a:br", run_properties("a:rPr", text)))
        content += _runs(line, text)
    end = run_properties("a:endParaRPr", text)
    return node("a:p", paragraph_properties(text), *content, end)


def paragraph_properties(text: Text, tag: str = "a:pPr", *inner: Node) -> Node:
    """`a:pPr`: alignment, direction and exact line spacing; `inner` are further elements of it."""
    return node(
        tag,
        node("a:lnSpc", node("a:spcPts", val=round(points(text.style.line_height) * 100))),
        node("a:spcBef", node("a:spcPts", val=0)),
        node("a:buNone"),
        *inner,
        marL=0,
        indent=0,
        algn=ALIGNMENT[text.anchor],
        rtl=1 if reads_backwards(text.text) else None,
    )


def _runs(line: str, text: Text) -> Iterable[Node]:
    for level, part in enumerate(_written(line).split("^")):
        raised = round(SUPERSCRIPT_RISE * 100_000) if level % 2 else None
        for words, face in stretches(part, text.style.weight, text.style.family):
            properties = run_properties("a:rPr", text, face.fallback, baseline=raised)
            yield node("a:r", properties, node("a:t", words))


def _written(line: str) -> str:
    """The line as programs show it: a word parted at its end ends in a plain hyphen."""
    parted = line.endswith(SOFT_HYPHEN)
    return clean(line).translate(_SUBSTITUTES) + ("-" if parted else "")


def run_properties(tag: str, text: Text, fallback: str = "", **attributes: object) -> Node:
    """Size and tracking in 1/100 pt; kerned, as it was measured. `fallback` is the family of
    letters that the theme's fonts lack.
    """
    style = text.style
    return node(
        tag,
        fill(text.colour),
        *typefaces(style.weight, fallback),
        lang=None if tag == "a:defRPr" else LANGUAGE,
        sz=round(points(style.size) * 100),
        b=bold(style),
        kern=KERNED_FROM,
        spc=round(points(style.tracking * style.size) * 100),
        **attributes,
    )
