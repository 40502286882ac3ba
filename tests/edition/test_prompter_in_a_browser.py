"""The prompter in Chromium: keys, fingers, clocks, sizes, colours, and without its script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ceremonie.edition.prompter import prompter
from ceremonie.theme.palette import contrast_of

from ..browser import VIOLATIONS, Page, axe, browser, rgb, walked
from ..plan.materials import planned

pytestmark = pytest.mark.slow

PHONE, LYING, TABLET, DESK = (360, 640), (640, 360), (1024, 600), (1280, 900)
"""CSS px of windows: two of one telephone, upright and lying."""

ENHANCED = 7.0
"""Contrast of words (WCAG 1.4.6, AAA); what shows the focus has a third of it (1.4.11) and more."""

FINGER = 44
"""CSS px of the shorter side of what is touched (WCAG 2.5.5)."""

SPEECH = " ".join(f"Voici la phrase numéro {n} d'un long discours." for n in range(12))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An evening with an hour, a long speech third, and a name that is hard to say."""
    plan = planned(
        ceremonie={"date": "2024-12-06", "lieu": "Espace Albert-Camus", "heure": "18:30"},
        chiffres=[{"valeur": 30, "libelle": "centres"}],
        ouverture={
            "orateur": "La maire", "fonction": "maire de Bron", "message": "Bravo.",
            "notes": SPEECH, "points": [f"Point numéro {n}" for n in range(20)],
            "prononciation": "la mair",
        },
        temoignages=[{"citation": "On a couru ensemble.", "auteur": "Une élève"}],
        conducteur={"presentateur": "Une animatrice", "micro": "HF 1"},
        deroule=["titre", "ouverture", "chiffres", "temoignages", "cloture"],
    )  # fmt: skip
    path = tmp_path_factory.mktemp("prompteur") / "prompteur.html"
    path.write_text(prompter(plan), "utf-8")
    return path


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profil")) as page:
        yield page


@pytest.fixture
def page(chromium: Page, file: Path) -> Page:
    """As it is opened for the first time, on a desk."""
    return opened(chromium, file, DESK)


def opened(page: Page, file: Path, size: tuple[int, int]) -> Page:
    page.resize(*size)
    page.open(file)
    page.run("sessionStorage.clear()")
    page.run("location.hash = ''")
    page.reload()
    return page


@contextmanager
def beforehand(page: Page, script: str) -> Iterator[None]:
    """What every page finds done already when it begins."""
    added = page.send("Page.addScriptToEvaluateOnNewDocument", source=script)
    try:
        yield
    finally:
        page.send("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])


def on_screen(page: Page) -> list[str]:
    """The passages that are seen."""
    return list(
        page.run(
            """[...document.querySelectorAll(".passage")]
            .filter((one) => one.offsetHeight).map((one) => one.id)"""
        )
    )


def count(page: Page) -> int:
    return int(page.run("document.querySelectorAll('.passage').length"))


def reach(page: Page, passage: str) -> None:
    """By one key; those before it may be longer than the screen, too."""
    for _ in range(50):
        if on_screen(page) == [passage]:
            return
        page.press("ArrowRight")
    pytest.fail(f"{passage} does not come")


def test_every_key_of_a_keyboard_and_of_a_clicker_goes_on_or_back(page: Page) -> None:
    page.resize(1280, 3000)
    seen = []
    keys = ("ArrowRight", "PageDown", "Space", "Shift+Space", "PageUp", "ArrowLeft", "End", "Home")
    for key in (*keys, "ArrowDown", "ArrowUp"):
        page.press(key)
        seen.append(on_screen(page))
    last = f"p{count(page)}"
    expected = ["p2", "p3", "p4", "p3", "p2", "p1", last, "p1", "p2", "p1"]
    assert seen == [[name] for name in expected]
    assert page.run("document.querySelector('.avant').disabled")


def test_the_list_is_opened_and_left_by_the_same_key(page: Page) -> None:
    page.press("End")
    page.press("Escape")
    assert len(on_screen(page)) == count(page)
    page.press("Escape")
    assert on_screen(page) == [f"p{count(page)}"]
    page.press("Escape")
    page.run("document.querySelector('#p3 h2 a').click()")
    assert on_screen(page) == ["p3"]


def test_a_button_that_is_held_too_long_leaps_over_nothing(page: Page) -> None:
    page.resize(1280, 3000)
    held = {"key": "PageDown", "code": "PageDown", "windowsVirtualKeyCode": 34}
    for repeated in (False, True, True):
        page.send("Input.dispatchKeyEvent", type="keyDown", autoRepeat=repeated, **held)
    assert on_screen(page) == ["p2"]


def swiped(page: Page, across: int, down: int = 0) -> None:
    start, steps = (180, 250), 6
    for kind, step in (("touchStart", 0), *(("touchMove", n) for n in range(1, steps + 1))):
        x, y = start[0] + across * step / steps, start[1] + down * step / steps
        page.send("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y}])
    page.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])


def test_a_finger_leafs_through_it_and_scrolls_without_leafing(page: Page) -> None:
    page.send("Emulation.setTouchEmulationEnabled", enabled=True)
    seen = []
    for across, down in ((-150, 10), (150, -10), (-40, 0), (-90, 120)):
        swiped(page, across, down)
        seen += on_screen(page)
    assert seen == ["p2", "p1", "p1", "p1"]
    x, y = page.run(
        """(() => { const box = document.querySelector(".apres").getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2]; })()"""
    )
    page.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
    page.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    page.send("Emulation.setTouchEmulationEnabled", enabled=False)
    assert on_screen(page) == ["p2"]


CLOCK = """(() => {
  const Real = Date;
  const kept = Number(window.name);
  window.at = kept || new Real(2024, 11, 6, HOUR, MINUTE).getTime();
  window.later = (seconds) => { window.at += 1000 * seconds; window.name = window.at; };
  Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(window.at); }
    static now() { return window.at; }
  };
})()"""
"""A clock that stands until it is told to go on, and that a page loaded anew finds as it was."""


@contextmanager
def clock(page: Page, file: Path, hour: int, minute: int) -> Iterator[None]:
    script = CLOCK.replace("HOUR", str(hour)).replace("MINUTE", str(minute))
    page.run("window.name = ''")
    with beforehand(page, script):
        opened(page, file, DESK)
        yield
    page.run("window.name = ''")


def times(page: Page, *, after: int = 0) -> list[list[str]]:
    """What the bar tells so many seconds later, as it wakes."""
    page.run(f"later({after}); document.dispatchEvent(new Event('visibilitychange'))")
    told = """[...document.querySelectorAll(".temps")].map(
      (one) => [one.querySelector("span").textContent, one.querySelector("b").textContent])"""
    return list(page.run(told))


def test_clocks_tell_how_the_evening_is_beside_its_plan(chromium: Page, file: Path) -> None:
    with clock(chromium, file, 18, 33):
        (hour, passage, rest) = times(chromium)
        assert hour == ["heure", "18:33"]
        assert passage[0] == "ce passage"
        reach(chromium, "p3")
        hour, passage, rest = times(chromium)
        lasting, left = seconds(passage[1]), seconds(rest[1])
        assert (hour, passage[0]) == (["retard 3 min", "18:33"], "ce passage")
        hour, passage, rest = times(chromium, after=90)
        assert (hour, passage[0]) == (["retard 3 min", "18:34"], "ce passage")
        assert (lasting - seconds(passage[1]), left - seconds(rest[1])) == (90, 90)


def seconds(told: str) -> int:
    minutes, rest = told.split(":")
    return 60 * int(minutes) + int(rest)


def test_a_page_that_slept_tells_the_time_it_is(chromium: Page, file: Path) -> None:
    with clock(chromium, file, 18, 30):
        reach(chromium, "p3")
        lasting = seconds(times(chromium)[1][1])
        hour, passage, rest = times(chromium, after=20 * 60)
        assert (hour[1], passage[0]) == ("18:50", "dépassé de")
        assert seconds(passage[1]) == 20 * 60 - lasting
        assert chromium.run("document.querySelectorAll('.depasse').length") == 1
        chromium.reload()
        assert on_screen(chromium) == ["p3"]
        assert times(chromium) == [hour, passage, rest]


def test_far_from_its_hour_the_evening_counts_from_its_own_beginning(
    chromium: Page, file: Path
) -> None:
    with clock(chromium, file, 14, 0):
        chromium.press("ArrowRight")
        assert times(chromium)[0][0] == "à l'heure"
        times(chromium, after=3600)
        chromium.press("End")
        assert times(chromium)[0][0].startswith("retard 5")
        chromium.press("Home")
        times(chromium, after=3600)
        chromium.press("End")
        assert times(chromium)[0][0] == "à l'heure"


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("{request: (kind) => { asked.push(kind); return Promise.resolve({}); }}", ["screen"] * 2),
        ("{request: (kind) => { asked.push(kind); return Promise.reject(0); }}", ["screen"] * 2),
        ("undefined", []),
    ],
)
def test_the_screen_is_kept_on_where_that_is_possible_and_nothing_is_said_where_not(
    chromium: Page, file: Path, lock: str, asked: list[str]
) -> None:
    script = f"""window.asked = []; window.amiss = [];
      Object.defineProperty(navigator, "wakeLock", {{value: {lock}}});
      addEventListener("error", (event) => amiss.push(event.message));
      addEventListener("unhandledrejection", (event) => amiss.push(String(event.reason)));"""
    with beforehand(chromium, script):
        opened(chromium, file, PHONE)
        chromium.run("document.dispatchEvent(new Event('visibilitychange'))")
        chromium.press("ArrowRight")
        told = chromium.run("new Promise((done) => setTimeout(() => done([asked, amiss]), 50))")
    assert told == [asked, []]


def test_it_asks_nobody_for_anything(page: Page, file: Path) -> None:
    page.press("End")
    own = file.parent.as_uri() + "/"
    assert [url for url in page.asked if not url.startswith((own, "data:"))] == []


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
