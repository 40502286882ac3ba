"""What a page says and shows, whatever it looks like: words, pictures, clips, a table.

Drawings (maps, lanes, pictograms) are ours: their words are kept, their lines are not. In colours
that a template of others gives them, nobody can say whether they can be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.deck.markup.text import plain
from ceremonie.deck.template.design import standing
from ceremonie.planning.drawing import Area, Element, Footage, Photo, Role, Stroke, Text
from ceremonie.planning.model import Page
from ceremonie.planning.tables import Table
from ceremonie.planning.typed import Blank

Thing = Photo | Footage | Table
_RANKS = {Role.KICKER: 0, Role.SUBTITLE: 0, Role.CREDIT: 2}
"""What is said first and last; all else keeps its order between them."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?$")


@dataclass(frozen=True)
class Words:
    """A paragraph, empty where it is to be typed; `listed` where it is one of several of a kind,
    `target` the slide that a click on it leads to.
    """

    text: str
    name: str
    listed: bool = False
    target: str = ""


@dataclass(frozen=True)
class Content:
    """`home` is the slide that a click on the title leads to; `drawn` tells that something was
    drawn of which only the words are kept.
    """

    title: str
    title_name: str
    words: tuple[Words, ...]
    things: tuple[Thing, ...]
    home: str = ""
    drawn: bool = False


def content(page: Page, title: Text | None) -> Content:
    """`title` is the drawn text that is the slide's title, if there is one."""
    elements = standing(page.drawing)
    things = tuple(e for e in elements if isinstance(e, Thing) and not _is_mark(e))
    words = tuple(_words(page, elements, title))
    targets = {one.target for one in words}
    home = next((link.target for link in page.links if link.target not in targets), "")
    return Content(
        " ".join(title.paragraphs) if title else page.title,
        title.name if title else "Titre de la diapositive",
        words,
        things,
        home,
        drawn=any(isinstance(e, Area | Stroke) and e.group for e in elements),
    )


def _is_mark(element: Element) -> bool:
    """The event's own logo and mark stay away: the template has its institution's."""
    return element.fixed and not isinstance(element, Footage)


def _words(page: Page, elements: Sequence[Element], title: Text | None) -> Iterator[Words]:
    targets = {link.element: link.target for link in page.links}
    said = plain(title.text if title else page.title)
    joined = _joined([e for e in elements if _is_said(e, title, said)])
    yield from (Words("", one.name) for one in elements if isinstance(one, Blank))
    for texts in sorted(joined, key=lambda one: _RANKS.get(one[0].role, 1)):
        first = texts[0]
        target = next((t for one in texts for t in _leads(one, targets)), "")
        listed = first.role is Role.LABEL or len(texts) > 1
        for line in _lines(texts):
            yield Words(line, first.name, listed, target)


def _is_said(element: Element, title: Text | None, said: str) -> bool:
    if not isinstance(element, Text) or element.role is Role.DECORATION:
        return False
    if title is not None and element.name == title.name:
        return False
    repeated = element.role in (Role.TITLE, Role.KICKER) and plain(element.text) in said
    return bool(element.text.strip()) and not repeated


def _joined(texts: Sequence[Element]) -> Iterator[list[Text]]:
    """« Environ », « 30 », « ateliers » of one number are one sentence; all else stands alone."""
    waiting: list[Text] = []
    for text in texts:
        assert isinstance(text, Text)
        if waiting and _number(text) != _number(waiting[-1]):
            yield from _sentences(waiting)
            waiting = []
        waiting.append(text)
    yield from _sentences(waiting)


def _number(text: Text) -> str | None:
    number = _NUMBER.search(text.name)
    return number[0] if number else None


def _sentences(texts: list[Text]) -> Iterator[list[Text]]:
    if len(texts) > 1 and any(text.role is Role.FIGURE for text in texts) and _number(texts[0]):
        yield texts
    else:
        yield from ([text] for text in texts)


def _lines(texts: Sequence[Text]) -> tuple[str, ...]:
    if len(texts) > 1:
        return (" ".join(" ".join(text.paragraphs) for text in texts),)
    lines = tuple(line for line in texts[0].paragraphs if line.strip())
    if texts[0].role is Role.FIGURE and len(lines) == 1:
        return (f"N°\u00a0{lines[0]}",)
    return _quoted(lines)


def _quoted(lines: tuple[str, ...]) -> tuple[str, ...]:
    """With the opening mark, which our design draws beside the words."""
    text = "".join(lines)
    if "»" in text and "«" not in text:
        return (f"«\u00a0{lines[0]}", *lines[1:])
    return lines


def _leads(text: Text, targets: dict[str, str]) -> Iterator[str]:
    for name in (text.name, text.group):
        if name in targets:
            yield targets[name]
