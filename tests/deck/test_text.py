"""Where a text box lies, in px of the canvas."""

from __future__ import annotations

import math

import pytest

from ceremonie.deck.text import clean, placed, plain
from ceremonie.plan.drawing import Anchor, Text
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import shape
from tests.deck.sample import words

STYLE = Style(100, 800, 1.2)


def text(*lines: str, anchor: Anchor = Anchor.START, angle: float = 0, x: float = 900) -> Text:
    return words("texte", lines, x, 500, STYLE, Colour.IVORY, anchor=anchor, angle=angle)


def test_the_first_baseline_lies_a_fifth_of_the_size_above_the_end_of_its_line() -> None:
    box, _ = placed(text("Une", "deux"))
    assert box.y + STYLE.line_height - 0.2 * STYLE.size == pytest.approx(500)
    assert box.height == pytest.approx(2 * STYLE.line_height)


def test_ink_and_not_advance_stands_on_the_margin() -> None:
    box, _ = placed(text("Hop"))
    assert box.x == pytest.approx(900 - shape("Hop", 800, STYLE.tracking).ink_left * 100)


def test_a_centred_box_has_the_ink_in_its_middle() -> None:
    box, _ = placed(text("Hop", anchor=Anchor.MIDDLE))
    line = shape("Hop", 800, STYLE.tracking)
    start = box.x + (box.width - line.advance * 100) / 2
    assert start + (line.ink_left + line.ink_right) / 2 * 100 == pytest.approx(900)


def test_boxes_stay_inside_the_slide() -> None:
    box, _ = placed(text("Un titre assez long", x=850))
    assert box.x + box.width <= 1920


def test_turning_keeps_the_start_of_the_baseline_in_place() -> None:
    flat, _ = placed(text("Deux"))
    box, angle = placed(text("Deux", angle=30))
    centre = (box.x + box.width / 2, box.y + box.height / 2)
    turn = math.radians(angle)
    dx, dy = 900 - (flat.x + flat.width / 2), 500 - (flat.y + flat.height / 2)
    assert centre[0] + dx * math.cos(turn) - dy * math.sin(turn) == pytest.approx(900)
    assert centre[1] + dx * math.sin(turn) + dy * math.cos(turn) == pytest.approx(500)


def test_control_characters_never_reach_the_xml() -> None:
    assert clean("a\x00b\x0bc\ttab\x1f") == "abc\ttab"
    assert plain(" 3^e^\n édition ") == "3e édition"
