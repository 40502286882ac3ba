"""A value as its author would write it: in the quotes, the block, the width that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.storyboard.editing import fresh
from ceremonie.storyboard.editing.changes import Value
from ceremonie.storyboard.editing.paper import Paper, Splice
from ceremonie.storyboard.tree import Mark

PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
"""An anchor or a tag before a value: they stay."""

_BLOCK = re.compile(r"([|>])[-+0-9]*[ \t]*(#.*)?$")
NARROWEST = 40
"""Signs: lines of a text are never broken earlier than here."""


@dataclass(frozen=True)
class Place:
    """Where a scalar stands: from `start`, after its properties, to `stop`; `indent` is the column
    of the lines that go on below it, `flow` whether it stands between brackets or braces.
    """

    start: Mark
    stop: Mark
    indent: int
    flow: bool


def rewritten(page: Paper, place: Place, value: Value) -> Iterator[Splice]:
    """This value in place of the other: as the author wrote it, then in quotes, which hold whatever
    the first cannot.
    """
    if isinstance(value, str) and (header := _header(page, place)):
        if body := _block(page, place, header, value):
            yield body
        place = Place(place.start, _end_of_block(page, place), place.indent, place.flow)
        value += "" if "-" in header[0] else "\n"  # a block ends its last line
    elif isinstance(value, str):
        yield Splice(place.start, place.stop, _folded(page, place, _like(page, place, value)))
    else:
        yield Splice(place.start, place.stop, _emitted(value, flow=place.flow))
    if isinstance(value, str):
        yield Splice(place.start, place.stop, fresh.quoted(value))


def spellings(value: Value, *, flow: bool) -> Iterator[str]:
    """The value alone on a line: as short as it can be, then in quotes."""
    yield _emitted(value, flow=flow)
    if isinstance(value, str):
        yield fresh.quoted(value)


def _emitted(value: Value, *, flow: bool) -> str:
    """The value alone, on one line; in a flow collection commas need quotes."""
    return fresh.flowing(value) if flow or not isinstance(value, str) else fresh.word(value)


def is_block(page: Paper, start: Mark) -> bool:
    """Whether a literal or folded block begins here."""
    return _BLOCK.match(page.line(start[0]), start[1]) is not None


def _header(page: Paper, place: Place) -> re.Match[str] | None:
    return _BLOCK.match(page.line(place.start[0]), place.start[1])


def last_of_block(page: Paper, start: Mark, stop: Mark) -> int:
    """The last line of a block that is not empty; that of its header where it has none."""
    last = stop[0] if stop[1] else stop[0] - 1
    while last > start[0] and not page.line(last).strip():
        last -= 1
    return last


def _end_of_block(page: Paper, place: Place) -> Mark:
    last = last_of_block(page, place.start, place.stop)
    return last, len(page.line(last))


def _block(page: Paper, place: Place, header: re.Match[str], value: str) -> Splice | None:
    """The block with other lines; None where a block cannot hold the value."""
    first = place.start[0] + 1
    after = last_of_block(page, place.start, place.stop) + 1
    former = [line for line in page.texts[first:after] if line.strip()]
    if not former or not value.strip() or re.search(r"^[ \t]|[ \t]$", value, re.MULTILINE):
        return None
    indent = len(former[0]) - len(former[0].lstrip(" "))
    lines = value.rstrip("\n").split("\n")
    if header[1] == ">":
        width = max(NARROWEST, *map(len, former)) - indent
        lines = "\n\n".join("\n".join(_filled(line, width)) for line in lines).split("\n")
    return page.lines(first, after, [" " * indent + x if x else "" for x in lines])


def _like(page: Paper, place: Place, value: str) -> str:
    """In the quotes that stand there, if there are any; single ones hold one line."""
    opening = page.line(place.start[0])[place.start[1] : place.start[1] + 1]
    if opening == "'" and fresh.is_line(value):
        return "'" + value.replace("'", "''") + "'"
    return fresh.quoted(value) if opening in {"'", '"'} else _emitted(value, flow=place.flow)


def _folded(page: Paper, place: Place, words: str) -> str:
    """Over several lines, as wide as they are now, where it stands on several now."""
    former = page.texts[place.start[0] : place.stop[0] + 1]
    margin = " " * (_indent(former[1]) if len(former) > 1 else place.indent)
    if len(former) < 2:
        return words
    width = max(NARROWEST, *map(len, former))
    return f"\n{margin}".join(_filled(words, width - len(margin), width - place.start[1]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _filled(words: str, width: int, first: int | None = None) -> list[str]:
    """As many words a line as `width` signs hold, `first` on the first line; lines are broken at
    single spaces alone, since more than one would be lost.
    """
    lines, room = [""], width if first is None else first
    for word in re.split(r"(?<! ) (?! )", words):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
            room = width
    return lines
