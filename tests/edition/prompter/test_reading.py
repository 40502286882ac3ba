"""The prompter in Chromium as it is read: sizes, colours, focus, and without its script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ceremonie.theme.palette import contrast_of

from ...browser import VIOLATIONS, Page, axe, rgb, walked
from .conftest import LYING, PHONE, TABLET, count, on_screen, opened, reach

pytestmark = pytest.mark.slow

ENHANCED = 7.0
"""Contrast of words (WCAG 1.4.6, AAA); what shows the focus has a third of it (1.4.11) and more."""

FINGER = 44
"""CSS px of the shorter side of what is touched (WCAG 2.5.5)."""

LINES = """(() => {
  const bar = document.querySelector(".barre").getBoundingClientRect().top, lines = [];
  const words = document.createTreeWalker(
    document.querySelector(".montre"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const box of range.getClientRects())
      lines.push([Math.round(box.top + scrollY), box.top >= 0 && box.bottom <= bar,
        box.left >= 0 && box.right <= innerWidth]);
  }
  return lines;
})()"""
"""Of each line of the passage: where it stands, whether it is seen whole, whether its ends are."""


@pytest.mark.parametrize("size", [PHONE, LYING, TABLET, (320, 256)])
def test_every_line_of_a_long_passage_is_seen_whole_before_the_next_comes(
    chromium: Page, file: Path, size: tuple[int, int]
) -> None:
    page = opened(chromium, file, size)
    reach(page, "p3")
    every: set[int] = set()
    whole: set[int] = set()
    screens = 0
    while on_screen(page) == ["p3"] and screens < 100:
        lines = page.run(LINES)
        every |= {top for top, *_ in lines}
        whole |= {top for top, is_seen, _ in lines if is_seen}
        assert all(ends for *_, ends in lines)
        page.press("PageDown")
        screens += 1
    assert 2 < screens < 100
    assert sorted(every - whole) == []
    assert on_screen(page) == ["p4"]


BAR = """[...document.querySelectorAll(".barre > *")].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.className, Math.min(box.width, box.height), one.scrollWidth - one.clientWidth,
    box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight];
})"""


@pytest.mark.parametrize("size", [PHONE, LYING, TABLET, (320, 640)])
def test_the_bar_is_whole_and_large_enough_for_a_finger(
    chromium: Page, file: Path, size: tuple[int, int]
) -> None:
    page = opened(chromium, file, size)
    page.press("ArrowRight")
    page.run("document.querySelector('#temps-heure span').textContent = 'retard 59 min'")
    for name, least, cut, is_inside in page.run(BAR):
        assert (cut, is_inside) == (0, True), name
        assert name == "temps" or least >= FINGER, name
    assert page.run("document.documentElement.scrollWidth") <= size[0]
    share = page.run("document.querySelector('.barre').offsetHeight / innerHeight")
    assert share < 0.25


COLOURS = """(() => {
  const pairs = {};
  for (const one of document.querySelectorAll("body *")) {
    const said = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!said || !one.getClientRects().length) continue;
    let below = one;
    while (below && getComputedStyle(below).backgroundColor === "rgba(0, 0, 0, 0)")
      below = below.parentElement;
    const ground = below ? getComputedStyle(below).backgroundColor : "rgb(255, 255, 255)";
    pairs[`${getComputedStyle(one).color} / ${ground}`] = one.className || one.tagName;
  }
  return pairs;
})()"""
"""Colours of words and of what is behind them."""


def weak(page: Page) -> dict[str, str]:
    pairs = page.run(COLOURS)
    assert pairs
    return {
        f"{name}: {pair}": f"{ratio:.2f}"
        for pair, name in pairs.items()
        if (ratio := contrast_of(*map(rgb, pair.split(" / ")))) < ENHANCED
    }


def test_words_have_the_contrast_of_the_highest_level_everywhere(page: Page) -> None:
    assert weak(page) == {}  # « Avant » is disabled
    page.run("document.querySelector('#temps-passage b').classList.add('depasse')")
    page.press("ArrowRight")
    assert weak(page) == {}
    page.press("Escape")
    assert weak(page) == {}
    page.send("Emulation.setEmulatedMedia", media="print")
    assert weak(page) == {}
    page.send("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("size", [PHONE, LYING, TABLET])
def test_axe_finds_nothing_in_passages_nor_in_the_list(
    chromium: Page, file: Path, size: tuple[int, int]
) -> None:
    page = opened(chromium, file, size)
    page.run(axe())
    options = '{rules: {"color-contrast-enhanced": {enabled: true}}}'
    violations = VIOLATIONS.replace("run(document)", f"run(document, {options})")
    told: list[Any] = []
    for key in ("Home", "ArrowRight", "Escape"):
        page.press(key)
        told += page.run(violations)
    assert told == []


def test_the_focus_is_seen_in_the_list_and_beside_it(page: Page) -> None:
    page.press("ArrowRight")
    title = page.run("getComputedStyle(document.activeElement).boxShadow")
    assert (page.run("document.activeElement.tagName"), title == "none") == ("H2", False)
    for key in ("ArrowRight", "Escape"):
        page.press(key)
        faint = {}
        page.run("document.activeElement.blur()")
        for stop in walked(page).stops:
            style, width, colour = stop["outline"]
            ratio = contrast_of(rgb(colour), rgb(stop["ground"]))
            if style == "none" or width < 2 or ratio < 3 or not stop["seen"]:
                faint[stop["words"] or stop["name"]] = (style, width, round(ratio, 2))
        assert faint == {}


def test_without_its_script_every_word_is_read_and_printed(page: Page, file: Path) -> None:
    words = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
    page.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(file)
        assert len(on_screen(page)) == count(page)
        for media in ("screen", "print"):
            page.send("Emulation.setEmulatedMedia", media=media)
            text = page.run(words)
            expected = (
                "phrase numéro 11",
                "Point numéro 19",
                "Une animatrice",
                "la mair",
                "On a couru ensemble",
                "la fin.",
            )
            assert [one for one in expected if one not in text] == []
            assert page.run("document.querySelector('.barre').offsetHeight") == 0
            assert weak(page) == {}
    finally:
        page.send("Emulation.setEmulatedMedia", media="")
        page.send("Emulation.setScriptExecutionDisabled", value=False)
