"""Whether an SVG is a plain drawing: nothing moves, runs, is fetched or grows.

A logo comes by e-mail. What is not plain is refused with the reason before any renderer sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

MAXIMUM_BYTES = 4_000_000
"""A logo has some ten kilobytes; a traced one a few hundred."""

MAXIMUM_ELEMENTS = 50_000
"""With every reference (`use`, a pattern, a mask) counted as all that it repeats."""

MAXIMUM_DEPTH = 100
"""Groups within groups, and references to what refers on: renderers go down by recursion."""

MAXIMUM_RATIO = 40
"""Longer side to shorter: beyond, one of them would be less than a pixel somewhere."""

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_MOVING = {"animate", "animateMotion", "animateTransform", "animateColor", "set", "discard"}
_RUNNING = {"script", "handler", "listener", "foreignObject", "iframe", "audio", "video"}
_WRITTEN = {"text", "tspan", "textPath", "tref"}
_INCLUDED = {"image", "feImage"}
_CSS_OUT = re.compile(r"@import|url\(\s*['\"]?(?!['\"]?#)", re.IGNORECASE)
_CSS_LINK = re.compile(r"url\(\s*['\"]?#([^'\")]+)", re.IGNORECASE)
_CSS_MOVING = re.compile(r"@keyframes|animation", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)

RUNS = "un programme (script) ou une page incluse"
MOVES = "une animation"
FETCHES = "une image incluse ou un lien vers un autre fichier"
WRITES = "du texte qui dépend des polices de l'ordinateur"
SHORTENS = "des abréviations (« ENTITY ») que d'autres logiciels lisent mal"
GROWS = "trop de formes, ou des formes répétées sans fin"


class NotPlainError(Exception):
    """`holds` says in French what the drawing holds."""

    def __init__(self, holds: str) -> None:
        super().__init__(holds)
        self.holds = holds


@dataclass(frozen=True)
class PlainDrawing:
    """`text` is the drawing, `ratio` its width to its height."""

    text: str
    ratio: float


def plain(data: bytes) -> PlainDrawing:
    """Raises NotPlainError with what it holds, ValueError where it is no SVG that says its size."""
    if len(data) > MAXIMUM_BYTES:
        raise NotPlainError(GROWS)
    if b"<!ENTITY" in data.upper():
        raise NotPlainError(SHORTENS)
    root = _parsed(data)
    for element in root.iter():
        for holds in _held(element):
            raise NotPlainError(holds)
    if _grown(root) > MAXIMUM_ELEMENTS:
        raise NotPlainError(GROWS)
    return PlainDrawing(ElementTree.tostring(root, encoding="unicode"), _ratio(root))


def _parsed(data: bytes) -> ElementTree.Element:
    """Piece by piece: what is nested too deeply or is too much is given up at once."""
    parser: Any = ElementTree.XMLPullParser(("start", "end"))
    depth = count = 0
    root: ElementTree.Element | None = None
    try:
        for start in range(0, len(data), 1 << 16):
            parser.feed(data[start : start + (1 << 16)])
            for event, element in parser.read_events():
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                count += event == "start"
                if depth > MAXIMUM_DEPTH or count > MAXIMUM_ELEMENTS:
                    raise NotPlainError(GROWS)
        parser.close()
    except (ElementTree.ParseError, LookupError, UnicodeError) as error:
        raise ValueError("no XML") from error
    if root is None or root.tag != f"{_SVG}svg":
        raise ValueError("no SVG")
    return root


def _held(element: ElementTree.Element) -> Iterator[str]:
    """What is not plain about one element and its attributes."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    links = [element.get(key, "") for key in ("href", _LINK)]
    styles = " ".join([*element.attrib.values(), (element.text or "") if name == "style" else ""])
    if name in _RUNNING or any(key.lower().startswith("on") for key in element.attrib):
        yield RUNS
    if name in _MOVING or _CSS_MOVING.search(styles):
        yield MOVES
    if name in _INCLUDED or _CSS_OUT.search(styles):
        yield FETCHES
    if name != "a" and any(link.strip() and not link.strip().startswith("#") for link in links):
        yield FETCHES
    if name in _WRITTEN:
        yield WRITES


def _grown(root: ElementTree.Element) -> int:
    """How many elements are drawn once every reference has been followed; more than the limit where
    that never ends or goes too deep.
    """
    named = {name: element for element in root.iter() if (name := element.get("id"))}
    sizes: dict[int, tuple[int, int]] = {}

    def size(element: ElementTree.Element, depth: int) -> tuple[int, int]:
        """Elements, and how deep they lie within each other; each element is measured once, and one
        that is met again while it is being measured holds itself.
        """
        if depth > MAXIMUM_DEPTH:
            return _WITHOUT_END
        key = id(element)
        if key not in sizes:
            sizes[key] = _WITHOUT_END
            parts = [*element, *(named[name] for name in _references(element) if name in named)]
            measured = [size(part, depth + 1) for part in parts]
            count = 1 + sum(count for count, _ in measured)
            deepest = 1 + max((deep for _, deep in measured), default=0)
            too_much = count > MAXIMUM_ELEMENTS or deepest > MAXIMUM_DEPTH
            sizes[key] = _WITHOUT_END if too_much else (count, deepest)
        return sizes[key]

    return size(root, 0)[0]


_WITHOUT_END = (MAXIMUM_ELEMENTS + 1, MAXIMUM_DEPTH + 1)


def _references(element: ElementTree.Element) -> Iterator[str]:
    """The names of what it repeats: by a link, or as its pattern, mask, path or filter."""
    for key in ("href", _LINK):
        yield (element.get(key) or "").strip()[1:]
    for value in element.attrib.values():
        yield from _CSS_LINK.findall(value)


def _ratio(root: ElementTree.Element) -> float:
    """Width to height. Raises ValueError where they are not told, or no drawing has them."""
    lengths = [_LENGTH.fullmatch(root.get(key, "")) for key in ("width", "height")]
    if all(lengths):
        wide, high = (float(length[1]) for length in lengths if length)
    else:
        box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
        _, _, wide, high = box
    if not (wide > 0 and high > 0 and 1 / MAXIMUM_RATIO <= wide / high <= MAXIMUM_RATIO):
        raise ValueError("no size")
    return wide / high
