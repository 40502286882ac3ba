"""New values as the storyboard's template writes them: blocks below each other, words bare where
they can be, else in double quotes, lines of a text below a « | ».
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from ceremonie.storyboard.editing.changes import Value
from ceremonie.storyboard.scalars import meaning

WIDEST = 100
"""Signs of a line in which a new list or mapping is written; a longer one gets a line for each."""

_BARE = re.compile(r"[^\W_](?:[^\n\r\t\v\f\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*\S)?")
_MEANS_MORE = re.compile(r":(?:\s|$)|\s#")
"""Words that begin with a letter or a digit mean themselves, but for these (YAML 1.2, 7.3.3)."""

_BETWEEN_BRACKETS = re.compile(r"[,\[\]{}:]")
_LINES = re.compile(r"(?:\S(?:[^\n]*\S)?)(?:\n+\S(?:[^\n]*\S)?)+")
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""What a text may not hold unless it is in quotes, and there only by its number."""


def entry(key: str, value: Value, indent: int, dashes: int) -> list[str]:
    """The lines of a key at column `indent`; dashes below it stand `dashes` further right."""
    margin = " " * indent
    if isinstance(value, str) and _LINES.fullmatch(value) and not _UNSEEN.search(value):
        inner = " " * (indent + 2)
        lines = [f"{inner}{line}" if line else "" for line in value.split("\n")]
        return [f"{margin}{key}: |-", *lines]
    line = f"{margin}{key}: {flowing(value)}"
    if not _spreads(value, line):
        return [f"{margin}{key}: {word(value)}" if _is_scalar(value) else line]
    return [f"{margin}{key}:", *below(value, indent + _further(value, dashes), dashes)]


def below(value: Value, indent: int, dashes: int, gap: int = 1) -> list[str]:
    """The lines of a mapping or a list at column `indent`; `gap` blanks stand after each dash."""
    if isinstance(value, Mapping):
        return [line for key, one in value.items() for line in entry(key, one, indent, dashes)]
    assert not isinstance(value, str | int | float)
    return [line for one in value for line in item(one, indent, dashes, gap)]


def item(value: Value, column: int, dashes: int, gap: int = 1) -> list[str]:
    """The lines of an item whose dash stands at a column."""
    dash = " " * column + "-" + " " * gap
    if isinstance(value, Mapping) and value:
        first, *others = below(value, len(dash), dashes)
        return [dash + first[len(dash) :], *others]
    return [dash + (word(value) if _is_scalar(value) else flowing(value))]


def flowing(value: Value) -> str:
    """On one line, between brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flowing(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flowing, value)) + "]"
    written = word(value)
    bare = isinstance(value, str) and not written.startswith('"')
    return quoted(written) if bare and _BETWEEN_BRACKETS.search(written) else written


def word(value: Value) -> str:
    """A scalar, bare where it may be."""
    if not isinstance(value, str):
        return json.dumps(value)
    bare = _BARE.fullmatch(value) and not _MEANS_MORE.search(value)
    return value if bare and isinstance(meaning(value), str) else quoted(value)


def quoted(text: str) -> str:
    """In double quotes, which hold whatever there is."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def is_line(text: str) -> bool:
    """Whether it stands on one line, and nothing in it must be written by its number."""
    return "\n" not in text and not _UNSEEN.search(text)


def _is_scalar(value: Value) -> bool:
    return isinstance(value, str | int | float)


def _spreads(value: Value, line: str) -> bool:
    """Whether a collection gets lines of its own: mappings, and lists of them, always do."""
    if _is_scalar(value) or not value:
        return False
    nested = isinstance(value, Mapping) or any(isinstance(one, Mapping) for one in value)  # type: ignore[union-attr]
    return nested or len(line) > WIDEST


def _further(value: Value, dashes: int) -> int:
    return 2 if isinstance(value, Mapping) else dashes
