"""The prompter in Chromium as somebody uses it: keys, fingers, clocks, the screen kept on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ...browser import Page
from .conftest import DESK, PHONE, beforehand, count, on_screen, opened, reach

pytestmark = pytest.mark.slow


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
