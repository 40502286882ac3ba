"""Words in a placeholder: the letters that draw them, the way they run, what never gets there."""

from __future__ import annotations

import math

import pytest

from ceremonie.deck.markup.text import clean, filling, plain, room
from ceremonie.deck.markup.xml import Node, find
from ceremonie.deck.package.fonts import Used, shipped, used
from ceremonie.deck.package.unpacked import Opened
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.model import Page
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from tests.deck.sample import words

STYLE = Style(100, 800, 1.2)


def text(*lines: str, angle: float = 0) -> Text:
    return words("texte", lines, 900, 500, STYLE, Colour.PAPER, angle=angle)


def filled(*lines: str) -> Node:
    """What a slide says in a room that is wide enough."""
    written = text(*lines)
    return filling(written, room(written))


def runs(*lines: str) -> list[tuple[str, str]]:
    """Words and the font that is asked for them; none where the layout's draws them."""
    found = find(filled(*lines), ".//a:r")
    return [
        (find(run, "a:t/text()")[0], next(iter(find(run, "a:rPr/a:latin/@typeface")), ""))
        for run in found
    ]


def test_turning_keeps_the_start_of_the_baseline_in_place() -> None:
    flat, turned = room(text("Deux")), room(text("Deux", angle=30))
    centre = (turned.x + turned.width / 2, turned.y + turned.height / 2)
    turn = math.radians(30)
    dx, dy = 900 - (flat.x + flat.width / 2), 500 - (flat.y + flat.height / 2)
    assert centre[0] + dx * math.cos(turn) - dy * math.sin(turn) == pytest.approx(900)
    assert centre[1] + dx * math.sin(turn) + dy * math.cos(turn) == pytest.approx(500)


def test_control_characters_never_reach_the_xml() -> None:
    assert clean("a\x00b\x0bc\ttab\x1f") == "abc\ttab"
    assert plain(" 3^e^\n édition ") == "3e édition"
    assert runs("a\x00b\x0bc") == [("abc", "")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Boxe", [("Boxe", "")]),
        ("Hội de Orly", [("Hội ", "Noto Sans"), ("de Orly", "")]),
        ("oui محمد علي", [("oui ", ""), ("محمد علي", "Noto Sans Arabic")]),
        ("à 王 heures", [("à 王 heures", "")]),
        ("Կ ა ש", [("Կ ", "Noto Sans Armenian"), ("ა ", "Noto Sans Georgian"),
                   ("ש", "Noto Sans Hebrew")]),
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
    assert find(filled(*lines), ".//a:pPr/@rtl") == rtl


def test_a_word_that_the_film_parts_is_whole_again() -> None:
    assert runs("intergéné\u00ad", "rationnelles") == [("intergénérationnelles", "")]


def test_lines_of_the_film_are_one_paragraph_without_a_break() -> None:
    body = filled("Le sport", "rapproche")
    assert len(find(body, "a:p")) == 1
    assert not find(body, ".//a:br")
    assert runs("Le sport", "rapproche") == [("Le sport rapproche", "")]


def page(line: str) -> Page:
    shown = words("texte", (line,), 900, 500, STYLE, Colour.PAPER)
    drawing = Drawing(Colour.INK, (shown,))
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


def test_no_words_of_a_slide_are_kept_from_wrapping(opened: Opened) -> None:
    for slide in opened.slides:
        assert not find(opened.root(slide), "//a:bodyPr[@wrap='none'] | //a:br"), slide


def test_all_colours_follow_the_theme(opened: Opened) -> None:
    """Another set of colours changes layouts as it changes slides."""
    layouts = [name for name in opened.parts if name.startswith("ppt/slideLayouts/slideLayout")]
    assert layouts
    for name in (*opened.slides, *layouts):
        assert not find(opened.root(name), "//a:srgbClr"), name
