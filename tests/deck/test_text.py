"""Where a text box lies, in px of the canvas."""

from __future__ import annotations

import math

import pytest

from ceremonie.deck.markup.text import clean, paragraph, placed, plain
from ceremonie.deck.markup.xml import find
from ceremonie.deck.package.fonts import Used, shipped, used
from ceremonie.planning.drawing import Anchor, Drawing, Text
from ceremonie.planning.model import Page
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import shape
from tests.deck.sample import words

STYLE = Style(100, 800, 1.2)


def text(*lines: str, anchor: Anchor = Anchor.START, angle: float = 0, x: float = 900) -> Text:
    return words("texte", lines, x, 500, STYLE, Colour.PAPER, anchor=anchor, angle=angle)


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


def runs(*lines: str) -> list[tuple[str, str]]:
    """Words and the font that is asked for them."""
    found = find(paragraph(text(*lines)), "a:r")
    return [(find(run, "a:t/text()")[0], find(run, "a:rPr/a:latin/@typeface")[0]) for run in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Boxe", [("Boxe", "+mj-lt")]),
        ("Hội de Orly", [("Hội ", "Noto Sans ExtraBold"), ("de Orly", "+mj-lt")]),
        ("oui محمد علي", [("oui ", "+mj-lt"), ("محمد علي", "Noto Sans Arabic ExtraBold")]),
        ("à 王 heures", [("à 王 heures", "+mj-lt")]),
        ("Կ ა ש", [("Կ ", "Noto Sans Armenian ExtraBold"), ("ა ", "Noto Sans Georgian ExtraBold"),
                   ("ש", "Noto Sans Hebrew ExtraBold")]),
    ],
)  # fmt: skip
def test_letters_that_the_theme_lacks_name_a_font_that_comes_along(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert runs(line) == expected


@pytest.mark.parametrize(
    ("lines", "rtl"),
    [(("محمد علي",), ["1"]), (("Boxe",), []), (("أهلا وسهلا", "في Créteil"), ["1"]),
     (("Association سلام",), []), (("שלום",), ["1"])],
)  # fmt: skip
def test_a_paragraph_runs_as_its_letters_do(lines: tuple[str, ...], rtl: list[str]) -> None:
    assert find(paragraph(text(*lines)), "a:pPr/@rtl") == rtl


def test_a_parted_word_ends_its_line_in_a_hyphen() -> None:
    assert runs("intergéné\u00ad", "rationnelles") == [
        ("intergéné-", "+mj-lt"), ("rationnelles", "+mj-lt"),
    ]  # fmt: skip


def page(*lines: str) -> Page:
    drawing = Drawing(Colour.INK, (text(*lines),))
    return Page("p", "titre", Section.TITLE, "Titre", drawing, "", (), False)


@pytest.mark.parametrize(
    ("words_shown", "families"),
    [
        ("Boxe", {""}),
        ("Nguyễn", {"", "Noto Sans"}),
        ("سلام Київ", {"", "Noto Sans", "Noto Sans Arabic"}),
    ],
)  # fmt: skip
def test_a_font_for_other_letters_goes_with_the_deck_only_where_they_are_shown(
    words_shown: str, families: set[str]
) -> None:
    pages = [page(words_shown)]
    assert {font.fallback for font in used(pages)} == families
    names = {name.partition("_")[0] for name in shipped(pages)}
    stems = {family.replace(" ", "") for family in families - {""}}
    licences = {"LICENSE-AtkinsonHyperlegibleNext.txt"}
    if stems:
        licences.add("LICENSE-NotoSans.txt")
    assert names == stems | licences | {"AtkinsonHyperlegibleNext"}
    assert all(path.is_file() for path in shipped(pages).values())
    assert Used("", 400) in used(pages)
