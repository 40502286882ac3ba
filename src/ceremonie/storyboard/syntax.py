"""Why a text is not YAML, in the words of someone who never heard of YAML, and how to read on.

The reader says where it stopped and what it expected there; the cause is often an earlier line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard import repairs, vocabulary
from ceremonie.storyboard.decode import MAXIMUM_TOLD
from ceremonie.storyboard.mended import Mended
from ceremonie.storyboard.repairs import Repair
from ceremonie.storyboard.tree import Mark
from ceremonie.text import quotable

_NO_SPACE = re.compile(r"(\s*(?:- +)*)([^\W\d][\w-]*):([^\s/].*)")
_ENTRY = re.compile(r"(\s*(?:- +)*)([\w-]+) *:\s+(\S.*)")
_GLUED_DASH = re.compile(r"\s*(-([^\W\d]\w*))\s*:")
_EQUALS = re.compile(r"(\s*(?:- +)*)([^\W\d]\w*) *=\s*(\S.*)")
_FIRST_WORD = re.compile(r"(\s*(?:- +)*)([^\W\d]\w*) +(\S.*)")
_QUOTES = "\"'"
_LOOK_BACK = 40
"""A quote left open is looked for so many lines up."""


@dataclass(frozen=True)
class Mistake:
    """What to tell; the lines of the copy where it stands, and how each is repaired."""

    diagnostics: tuple[Diagnostic, ...]
    lines: tuple[int, ...]
    repair: Repair

    @property
    def slug(self) -> str:
        return self.diagnostics[0].slug


@dataclass(frozen=True)
class _Stop:
    """Where the reader gave up, what it says, and where the thing it was reading began."""

    problem: str
    context: str
    at: Mark
    since: Mark
    lines: Mended

    @property
    def line(self) -> str:
        return self.lines.text(self.at[0])

    @property
    def character(self) -> str:
        return self.line[self.at[1] : self.at[1] + 1]

    def tell(
        self, slug: str, start: Mark, stop: Mark | None, repair: Repair, **values: Any
    ) -> Mistake:
        diagnostic = problem(slug, place=self.lines.place(start, stop), **values)
        return Mistake((diagnostic,), (start[0],), repair)

    def whole_line(self, slug: str, line: int, repair: Repair, **values: Any) -> Mistake:
        text = self.lines.text(line)
        return self.tell(slug, (line, len(text) - len(text.lstrip())), None, repair, **values)


def explained(error: yaml.YAMLError, lines: Mended) -> Mistake:
    """The mistake behind an error; several diagnostics where the same stands on several lines."""
    stop = _stop(error, lines)
    return (
        _everywhere(repairs.TAB, "tabulation", repairs.untabbed, stop)
        or _everywhere(repairs.HARD_SPACE, "espace-insecable", repairs.ordinary_spaces, stop)
        or _everywhere(repairs.BARE_COLOUR, "couleur-diese", repairs.colours_quoted, stop)
        or _cause(stop)
    )


def _stop(error: yaml.YAMLError, lines: Mended) -> _Stop:
    mark = getattr(error, "problem_mark", None)
    since = getattr(error, "context_mark", None) or mark
    at = (mark.line, mark.column) if mark else (0, 0)
    return _Stop(
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
        _on_text(at, lines),
        _on_text((since.line, since.column) if since else at, lines),
        lines,
    )


def _on_text(at: Mark, lines: Mended) -> Mark:
    """The end of the file is shown at its last line that has a text."""
    line = min(at[0], len(lines.lines))
    if line < len(lines.lines) and lines.text(line).strip():
        return at
    while line > 0 and not lines.text(line).strip():
        line -= 1
    return (line, max(0, len(lines.text(line).rstrip()) - 1)) if line < at[0] else at


def _everywhere(pattern: re.Pattern[str], slug: str, repair: Repair, stop: _Stop) -> Mistake | None:
    """If one of the lines in question has this fault, it most often stands on others too."""
    lines = stop.lines
    if not any(pattern.match(lines.text(n)) for n in (stop.at[0] - 1, stop.at[0], stop.since[0])):
        return None
    hits = [
        (number, hit.start(hit.lastindex or 0), hit.end(hit.lastindex or 0))
        for number, line in enumerate(lines.lines)
        if (hit := pattern.match(line.text))
    ]
    diagnostics = tuple(
        problem(slug, place=lines.place((number, start), (number, end)))
        for number, start, end in hits
    )
    return Mistake(diagnostics[:MAXIMUM_TOLD], tuple(number for number, _, _ in hits), repair)


def _cause(stop: _Stop) -> Mistake:
    return next(
        (tell(stop) for words, tell in _CAUSES if words in f"{stop.context} | {stop.problem}"),
        stop.tell("yaml-syntaxe", stop.at, None, repairs.lost),
    )


def _colon(stop: _Stop) -> Mistake:
    """« mapping values are not allowed »: a colon too many, a space too few, a line shifted."""
    for line in (stop.at[0] - 1, stop.at[0]):
        if missing := _NO_SPACE.fullmatch(stop.lines.text(line)):
            return _space_missing(stop, line, missing)
    above = stop.at[0] - 1
    if (equals := _EQUALS.fullmatch(stop.lines.text(above))) and vocabulary.homes(equals[2]):
        return _colon_missing(stop, above, equals)
    entry = _ENTRY.fullmatch(stop.line)
    if entry and entry.start(3) < stop.at[1]:
        return stop.tell(
            "yaml-deux-points",
            stop.at,
            (stop.at[0], stop.at[1] + 1),
            repairs.quoted(entry.start(3)),
            key=entry[2],
            value=_in_quotes(entry[3]),
        )
    return _shifted(stop)


def _no_colon(stop: _Stop) -> Mistake:
    line = stop.since[0]
    text = stop.lines.text(line)
    if missing := _NO_SPACE.fullmatch(text):
        return _space_missing(stop, line, missing)
    first = _EQUALS.fullmatch(text) or _FIRST_WORD.fullmatch(text)
    if first and vocabulary.homes(first[2]):
        return _colon_missing(stop, line, first)
    return stop.whole_line("yaml-sans-deux-points", line, repairs.left_out, text=quotable(text))


def _colon_missing(stop: _Stop, line: int, key: re.Match[str]) -> Mistake:
    return stop.whole_line(
        "yaml-sans-deux-points",
        line,
        repairs.colon_set(key.end(2), key.start(3)),
        text=quotable(key[0].strip()),
        remedy=f"écrivez {key[2]}: {quotable(repairs.as_value(key[3]))}",
    )


def _space_missing(stop: _Stop, line: int, stuck: re.Match[str]) -> Mistake:
    return stop.tell(
        "yaml-espace",
        (line, stuck.start(2)),
        (line, stuck.start(3) + 1),
        repairs.valued(stuck.start(3)),
        key=stuck[2],
        value=quotable(repairs.as_value(stuck[3])),
    )


def _block_end(stop: _Stop) -> Mistake:
    """Something stands where an entry should end: a quote closed too early, or a shifted line."""
    column = stop.at[1]
    before = stop.line[:column]
    entry = _ENTRY.fullmatch(stop.line)
    opened = _opened_above(stop) if before.strip() else None
    if opened is not None:
        return stop.tell("yaml-guillemet", opened, None, repairs.quoted(opened[1]))
    if entry and column > entry.start(3):
        quote = entry[3][0] in _QUOTES
        inner = entry[3].strip().strip(entry[3][0]) if quote else entry[3]
        return stop.tell(
            "yaml-apres-guillemet" if quote else "yaml-apres-crochet",
            stop.at,
            None,
            repairs.quoted(entry.start(3)),
            key=entry[2],
            value=_in_quotes(inner),
        )
    return _shifted(stop)


def _opened_above(stop: _Stop) -> Mark | None:
    """The value above that opens a double quote and leaves it open on its own line."""
    for line in range(stop.at[0] - 1, max(-1, stop.at[0] - _LOOK_BACK), -1):
        entry = _ENTRY.fullmatch(stop.lines.text(line))
        if entry and entry[3].startswith('"') and entry[3].count('"') % 2 == 1:
            return line, entry.start(3)
    return None


def _open_quote(stop: _Stop) -> Mistake:
    return stop.tell("yaml-guillemet", stop.since, None, repairs.quoted(stop.since[1]))


def _first_character(stop: _Stop) -> Mistake:
    line, column = stop.since if "scanning a" in stop.context else stop.at
    text = stop.lines.text(line)
    return stop.tell(
        "yaml-premier-signe",
        (line, column),
        (line, column + 1),
        repairs.quoted(column),
        character=text[column : column + 1],
        value=_in_quotes(text[column:].strip()),
    )


def _backslash(stop: _Stop) -> Mistake:
    line, column = stop.at
    start = max(0, stop.line.rfind("\\", 0, column + 1))
    return stop.tell("yaml-antislash", (line, start), (line, column + 1), repairs.slashes)


def _bracket(stop: _Stop) -> Mistake:
    line, column = stop.since
    opened = stop.lines.text(line)[column : column + 1]
    closing = "}" if opened == "{" else "]"
    return stop.tell(
        "yaml-crochet",
        (line, column),
        None,
        repairs.closed(closing),
        opened=opened,
        closing=closing,
    )


def _dash(stop: _Stop) -> Mistake:
    line, column = stop.at
    return stop.tell("yaml-tiret", stop.at, (line, column + 1), repairs.dash_apart(column))


def _block_text(stop: _Stop) -> Mistake:
    return stop.tell("yaml-bloc", stop.since, None, repairs.lost, character=_at(stop, stop.since))


def _shifted(stop: _Stop) -> Mistake:
    for line in (stop.at[0] - 1, stop.at[0]):
        if glued := _GLUED_DASH.match(stop.lines.text(line)):
            start = line, glued.start(1)
            return stop.tell(
                "yaml-tiret-colle",
                start,
                (line, glued.end(1)),
                repairs.dash_apart(glued.start(1)),
                text=glued[2],
            )
    return stop.whole_line("yaml-retrait", stop.at[0], repairs.realigned)


def _at(stop: _Stop, mark: Mark) -> str:
    return stop.lines.text(mark[0])[mark[1] : mark[1] + 1]


def _in_quotes(value: str) -> str:
    """As it can be pasted; a long one is cut."""
    return f'"{quotable(repairs.in_quotes(value)[1:-1])}"'


_CAUSES: tuple[tuple[str, Callable[[_Stop], Mistake]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("quoted scalar | found unexpected", _open_quote),
    ("escape", _backslash),
    ("that cannot start any token", _first_character),
    ("scanning an alias", _first_character),
    ("scanning an anchor", _first_character),
    ("scanning a tag", _first_character),
    ("scanning a block scalar", _block_text),
    ("sequence entries are not allowed", _dash),
    ("parsing a flow", _bracket),
    ("expected the node content", _first_character),
    ("expected <block end>", _block_end),
    ("expected '<document start>'", _shifted),
)
"""What the reader says → how its cause is found."""
