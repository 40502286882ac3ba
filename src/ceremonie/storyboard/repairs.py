"""How a line that is not YAML is read all the same: what was most probably meant, and if that does
not help, without its value, without the line, without its block.

Each repair takes the text and the line, and gives the text with the line repaired.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ceremonie.storyboard.mended import PLACEHOLDER, Mended

Repair = Callable[[Mended, int], Mended]

TAB = re.compile(r" *(\t[ \t]*)\S")
HARD_SPACE = re.compile(r" *(?:- *)?([\u00a0\u202f]+)|\s*(?:- *)?[\w-]+ *:([\u00a0\u202f]+)")
HARD_SPACES = ("\u00a0", "\u202f")
HARD_KEY = re.compile(r"^ *(?:- +)*[\u00a0\u202f][ \u00a0\u202f]*[\w-]+ *:(?=\s|$)", re.MULTILINE)
BARE_COLOUR = re.compile(
    r"(?:[^#\"']|\"[^\"]*\"|'[^']*')*[\[,] *(#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3}))(?![\w#])"
)
"""In a list on one line, a colour that YAML takes for the beginning of a comment."""

KEY = re.compile(r"(?P<lead>[ \t]*(?:- +)*)(?P<key>\w[\w-]*|\"[^\"]*\"|'[^']*') *:(?=\s|$)")
DASH = re.compile(r" *- ")
_GLUED = re.compile(r"^( *)-([^\W\d])")

_FLOW = ("{", "[")
_QUOTES = ('"', "'")
_LEVEL = 2
"""So many spaces are one step inwards in the storyboards that we write."""

_MEANT_BY_YAML = re.compile(r"[\"'\[\]{}&*!|>%@`#,?-]|.*(:\s|:$|\s#)", re.DOTALL)


def in_quotes(value: str) -> str:
    """The value in double quotes, inner ones turned into French ones."""
    bare = re.sub(r'"([^"]*)"', r"« \1 »", value.strip()).replace('"', "").replace("\\", "/")
    return f'"{bare}"'


def as_value(value: str) -> str:
    """As it can stand after a colon: in quotes if YAML would read it as something else."""
    value = value.strip()
    collection = value[:1] in (*_FLOW, *_QUOTES)
    return in_quotes(value) if not collection and _MEANT_BY_YAML.match(value) else value


def valued(column: int) -> Repair:
    """A space before what stands from this column on, which becomes the value of its key."""

    def repair(text: Mended, line: int) -> Mended:
        written = text.lines[line]
        value = as_value(written.text[column:])
        return text.with_lines(line, written.spliced(column, len(written.text), f" {value}"))

    return repair


def colon_set(end: int, start: int) -> Repair:
    """A colon between the end of a key and the start of its value."""

    def repair(text: Mended, line: int) -> Mended:
        written = text.lines[line]
        value = as_value(written.text[start:])
        return text.with_lines(line, written.spliced(end, len(written.text), f": {value}"))

    return repair


def quoted(column: int) -> Repair:
    """What stands from this column on is a text; in a list on one line, up to the next comma."""

    def repair(text: Mended, line: int) -> Mended:
        written = text.lines[line]
        end = _item_end(written.text, column)
        value = in_quotes(written.text[column:end])
        return text.with_lines(line, written.spliced(column, end, value))

    return repair


def _item_end(text: str, column: int) -> int:
    before = text[:column]
    inside = any(before.count(opening) > before.count(closing) for opening, closing in ("[]", "{}"))
    hit = re.compile(r"[,\]}]").search(text, column) if inside else None
    return hit.start() if hit else len(text)


def closed(character: str) -> Repair:
    """A bracket is closed at the end of what belongs to it: lines further right without a key."""

    def repair(text: Mended, line: int) -> Mended:
        last = line
        for number in range(line + 1, text.block_end(line)):
            if KEY.match(text.text(number)) or DASH.match(text.text(number)):
                break
            last = number if text.text(number).strip() else last
        written = text.lines[last]
        end = len(written.text.rstrip().rstrip(","))
        return text.with_lines(last, written.spliced(end, len(written.text), character))

    return repair


def slashes(text: Mended, line: int) -> Mended:
    """As a path is meant."""
    written = text.lines[line]
    return text.with_lines(line, replace(written, text=written.text.replace("\\", "/")))


def ordinary_spaces(text: Mended, line: int) -> Mended:
    written = text.lines[line]
    return text.with_lines(line, replace(written, text=re.sub("[\u00a0\u202f]", " ", written.text)))


def colours_quoted(text: Mended, line: int) -> Mended:
    """Every colour of a list on one line in quotes."""
    written = text.lines[line]
    while hit := BARE_COLOUR.match(written.text):
        written = written.spliced(*hit.span(1), f'"{hit[1]}"')
    return text.with_lines(line, written)


def untabbed(text: Mended, line: int) -> Mended:
    """Each tab is as wide as it must be for the line to stand under one of those above it."""
    written = text.lines[line]
    above = _above(text, line)
    tabs = written.text[: written.indent].count("\t")
    spaces = written.indent - tabs
    possible = [spaces + tabs * width for width in (_LEVEL, 4, 8)]
    columns = above.dashes if DASH.match(written.text.lstrip()) else above.keys
    column = next((p for p in possible if p in columns), possible[0])
    placed = written.spliced(0, written.indent, " " * column)
    return text.with_lines(line, replace(placed, realigned=True))


def dash_apart(column: int) -> Repair:
    """A dash that sticks to its key, or stands on the line of its list's key, gets a line of its
    own; what follows it stands where the next lines of its block do.
    """

    def repair(text: Mended, line: int) -> Mended:
        written = text.lines[line]
        after = len(written.text) - len(written.text[column + 1 :].lstrip())
        own_line = not written.text[:column].strip(" -")
        dash = column if own_line else written.indent + _LEVEL
        block = text.lines[line + 1 : text.block_end(line, dash)]
        at = min((one.indent for one in block if not one.bare), default=dash + _LEVEL)
        head = written.spliced(column, len(written.text), "-" if own_line else "")
        rest = written.spliced(0, after, " " * at)
        if own_line:
            return text.with_lines(line, head, rest)
        marked = written.spliced(0, column, " " * dash)
        dashed = marked.spliced(dash + 1, len(marked.text), "")
        return text.with_lines(line, head, dashed, rest)

    return repair


@dataclass(frozen=True)
class _Above:
    """The columns of keys and of dashes under which a line may stand."""

    keys: tuple[int, ...]
    dashes: tuple[int, ...]


def _above(text: Mended, line: int) -> _Above:
    """From the line upwards, each block only as far as it holds the ones before."""
    keys: list[int] = []
    dashes: list[int] = []
    limit: int | None = None
    for number in range(line - 1, -1, -1):
        written = text.lines[number]
        if written.bare or "\t" in written.text[: written.indent]:
            continue
        text_there = _GLUED.sub(r"\1- \2", written.text)
        columns = [hit.start() for hit in re.finditer(r"- ", _lead(text_there))]
        key = KEY.match(text_there)
        under = [key.end("lead")] if key else []
        keys += [column for column in under if limit is None or column < limit]
        dashes += [column for column in columns if limit is None or column < limit]
        if columns or under:
            least = min(columns + under)
            limit = least if limit is None else min(limit, least)
        if limit == 0:
            break
    return _Above(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(dashes)))


def _lead(text: str) -> str:
    hit = re.match(r"[ ]*(?:- +)*", text)
    return hit[0] if hit else ""


def realigned(text: Mended, line: int) -> Mended:
    """Under the nearest line above that it can stand under, with the lines that are shifted alike;
    a key under a dash lacks a dash of its own.
    """
    written = text.lines[line]
    above = _above(text, line)
    is_item = DASH.match(written.text) is not None
    columns = above.dashes if is_item else above.keys
    own = written.indent
    last = _shifted_alike(text, line, (*above.keys, *above.dashes))
    if not is_item and own in above.dashes and own not in above.keys:
        moved = [other.moved(_LEVEL) for other in text.lines[line:last]]
        moved[0] = replace(written.spliced(own, own, "- "), realigned=True)
        return text.with_lines(line, *moved, count=last - line)
    if not columns:
        return lost(text, line)
    by = min(columns, key=lambda column: (abs(column - own), -column)) - own
    moved = [other.moved(by) for other in text.lines[line:last]]
    return text.with_lines(line, *moved, count=last - line)


def _shifted_alike(text: Mended, line: int, columns: tuple[int, ...]) -> int:
    """The line after those that go along: not further left, and not where others stand."""
    own = text.lines[line].indent
    for number in range(line + 1, len(text.lines)):
        other = text.lines[number]
        if not other.bare and (
            other.indent < own or (other.indent > own and other.indent in columns)
        ):
            return number
        if not other.bare and other.indent == own and DASH.match(other.text):
            return number
    return len(text.lines)


def lost(text: Mended, line: int) -> Mended:
    """The key stays, its value is not known; nor is what stands further right below it."""
    written = text.lines[line]
    key = KEY.match(written.text)
    dash = re.match(r"[ ]*(?:- +)*-(?=\s)", written.text)
    if not key and not dash:
        return left_out(text, line)
    start = key.end() if key else dash.end() if dash else 0
    emptied = replace(written.spliced(start, len(written.text), f" {PLACEHOLDER}"), lost=True)
    column = key.end("lead") if key else written.indent
    return text.without(line + 1, text.block_end(line, column)).with_lines(line, emptied)


def left_out(text: Mended, line: int) -> Mended:
    return text.without(line, line + 1)


def block_left_out(text: Mended, line: int) -> Mended:
    return text.without(line, text.block_end(line))


def part_lost(text: Mended, line: int) -> Mended:
    """Of the whole part, only its name is known."""
    named = next((n for n, one in enumerate(text.lines) if KEY.match(one.text)), None)
    if named is None or text.lines[named].lost:
        return text.without(0, len(text.lines))
    key = KEY.match(text.text(named))
    written = text.lines[named]
    assert key is not None
    emptied = replace(written.spliced(key.end(), len(written.text), f" {PLACEHOLDER}"), lost=True)
    return text.without(0, len(text.lines)).with_lines(named, emptied)


LAST_RESORTS: tuple[Repair, ...] = (lost, left_out, block_left_out, part_lost, part_lost)
"""When what was probably meant does not help, one after the other."""
