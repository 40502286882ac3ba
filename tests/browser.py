"""Chromium without a window, told what to do by its own protocol through two pipes: so neither a
driver nor a library stands between, and nothing listens on a port.

The protocol: « Chrome DevTools Protocol », with `--remote-debugging-pipe`; each message is JSON and
ends with a NUL.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from .conftest import require

PROGRAM = "chromium"

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--mute-audio",
    "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required",
)  # fmt: skip
"""Without a window, as root too, and asking nobody for anything."""

KEYS = {
    "Tab": 9, "Enter": 13, "Escape": 27, "Space": 32, "PageUp": 33, "PageDown": 34, "End": 35,
    "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
}  # fmt: skip
"""Codes of keys as Windows numbers them: the protocol asks for these."""

TYPED = {"Enter": "\r", "Space": " "}


STOP = """(() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const look = getComputedStyle(at);
  const grounds = [];
  for (let one = at.parentElement; one; one = one.parentElement)
    grounds.push(getComputedStyle(one).backgroundColor);
  return {
    name: at.tagName, words: at.textContent.trim(), href: at.getAttribute("href"),
    outline: [look.outlineStyle, parseFloat(look.outlineWidth), look.outlineColor],
    ground: grounds.find((colour) => colour !== "rgba(0, 0, 0, 0)") || "rgb(255, 255, 255)",
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()"""
"""Where the keyboard is: what has the focus, and how that is seen."""

VIOLATIONS = """axe.run(document).then((found) => found.violations.map(
  (one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ")).join(", ")))"""


@dataclass
class Page:
    """A page of a browser; `asked` are the addresses that it has asked for since it was opened."""

    commands: int
    answers: int
    session: str = ""
    asked: list[str] = field(default_factory=list)
    _sent: int = 0
    _rest: bytes = b""
    _events: list[dict[str, Any]] = field(default_factory=list)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The answer to a command. Raises AssertionError where the browser refuses it."""
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._sent:
                assert "error" not in answer, answer
                return dict(answer["result"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self.answers, 1 << 20)
            assert data, "the browser has ended"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        if answer.get("method") == "Network.requestWillBeSent":
            self.asked.append(answer["params"]["request"]["url"])
        self._events.append(answer)
        return answer

    def open(self, path: Path) -> None:
        """Loads a file and waits until all of it is there."""
        self.asked.clear()
        self._events.clear()
        self.send("Page.navigate", url=path.resolve().as_uri())
        self._wait()

    def reload(self) -> None:
        """As a person does who touched the wrong button."""
        self._events.clear()
        self.send("Page.reload")
        self._wait()

    def _wait(self) -> None:
        while not any(e.get("method") == "Page.loadEventFired" for e in self._events):
            self._read()

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript, awaited."""
        answer = self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """A key as a person presses it; Shift is held for « Shift+Tab »."""
        *held, name = key.split("+")
        press = {
            "key": TYPED.get(name, name), "code": name, "modifiers": 8 if held else 0,
            "windowsVirtualKeyCode": KEYS[name],
        }  # fmt: skip
        text = {"text": TYPED[name]} if name in TYPED else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", **press, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **press)

    def resize(self, width: int, height: int) -> None:
        """In CSS px."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A page of a browser of its own, whose profile is a folder that nobody else uses."""
    program = require(PROGRAM, why=_why_not())
    here, there = os.pipe(), os.pipe()
    wanted = (program, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={profile}")
    joined = f'exec "$@" 3<&{here[0]} 4>&{there[1]}'
    process = subprocess.Popen(
        ["bash", "-c", joined, "bash", *wanted, "about:blank"],
        pass_fds=(here[0], there[1]),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(here[0])
    os.close(there[1])
    page = Page(here[1], there[0])
    try:
        _attach(page)
        yield page
        page.session = ""
        page.send("Browser.close")
    finally:
        os.close(here[1])
        process.terminate()
        process.wait(30)
        os.close(there[0])


def _attach(page: Page) -> None:
    target = page.send("Target.createTarget", url="about:blank")["targetId"]
    page.session = page.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Network"):
        page.send(f"{domain}.enable")


def _why_not() -> str:
    """Ubuntu's `chromium` only starts a snap, which sees no file of ours and may not be there."""
    path = Path("/usr/bin") / PROGRAM
    if path.is_file() and path.stat().st_size < 10_000 and b"snap" in path.read_bytes():
        return "there is only a snap of chromium, which sees no temporary files"
    return ""


def printed_pages(page: Page) -> int:
    """How many sheets of paper the page takes, of the size that it asks for."""
    pdf = page.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf)))


def axe() -> str:
    """The source of axe-core, from the package that brings it: nothing of that is run."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text("utf-8")


@dataclass(frozen=True)
class Walk:
    """All that has the focus one after another, from the top of a page to its end."""

    stops: tuple[dict[str, Any], ...]

    @property
    def links(self) -> list[str]:
        return [stop["href"] for stop in self.stops if stop["name"] == "A"]


def walked(page: Page) -> Walk:
    """With the Tab key alone; a page that holds the focus never ends."""
    stops: list[dict[str, Any]] = []
    for _ in range(200):
        page.press("Tab")
        stop = page.run(STOP)
        if stop["name"] == "BODY":
            return Walk(tuple(stops))
        stops.append(stop)
    pytest.fail("the focus does not leave the page")


def rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = re.findall(r"\d+", colour)[:3]
    return int(red), int(green), int(blue)
