"""Why a text is not YAML, in the words of someone who never heard of YAML.

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
from ceremonie.storyboard.decode import MAXIMUM_TOLD
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.tree import Mark
from ceremonie.storyboard.words import shown

_TAB = re.compile(r" *(\t[ \t]*)\S")
_HARD_SPACE = re.compile(r" *(?:- *)?([\u00a0\u202f]+)|\s*(?:- *)?[\w-]+ *:([\u00a0\u202f]+)")
_NO_SPACE = re.compile(r"(\s*(?:- +)*)([^\W\d][\w-]*):([^\s/].*)")
_ENTRY = re.compile(r"(\s*(?:- +)*)([\w-]+) *:\s+(\S.*)")
_GLUED_DASH = re.compile(r"\s*(-([^\W\d]\w*))\s*:")
_QUOTES = "\"'"
_LOOK_BACK = 40
"""A quote left open is looked for so many lines up."""


@dataclass(frozen=True)
class _Stop:
    """Where the reader gave up, what it says, and where the thing it was reading began."""

    problem: str
    context: str
    at: Mark
    since: Mark
    lines: Lines

    @property
    def line(self) -> str:
        return self.lines.text(self.at[0])

    @property
    def character(self) -> str:
        return self.line[self.at[1] : self.at[1] + 1]

    def tell(self, slug: str, start: Mark, stop: Mark | None = None, **values: Any) -> Diagnostic:
        return problem(slug, place=self.lines.place(start, stop), **values)

    def whole_line(self, slug: str, line: int, **values: Any) -> Diagnostic:
        text = self.lines.text(line)
        return self.tell(slug, (line, len(text) - len(text.lstrip())), **values)


def explained(error: yaml.YAMLError, lines: Lines) -> tuple[Diagnostic, ...]:
    """At least one diagnostic; several where the same fault stands on several lines."""
    stop = _stop(error, lines)
    return (
        _everywhere(_TAB, "tabulation", lines)
        or _everywhere(_HARD_SPACE, "espace-insecable", lines)
        or (_cause(stop),)
    )


def _stop(error: yaml.YAMLError, lines: Lines) -> _Stop:
    mark = getattr(error, "problem_mark", None)
    since = getattr(error, "context_mark", None) or mark
    at = (mark.line, mark.column) if mark else (0, 0)
    return _Stop(
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
        _on_text(at, lines),
        (since.line, since.column) if since else at,
        lines,
    )


def _on_text(at: Mark, lines: Lines) -> Mark:
    """The end of the file is shown at its last line that has a text."""
    line = at[0]
    if line < len(lines.texts) and lines.text(line).strip():
        return at
    while line > 0 and not lines.text(line).strip():
        line -= 1
    return (line, max(0, len(lines.text(line).rstrip()) - 1)) if line < at[0] else at


def _everywhere(pattern: re.Pattern[str], slug: str, lines: Lines) -> tuple[Diagnostic, ...]:
    found = []
    for number, text in enumerate(lines.texts):
        if hit := pattern.match(text):
            group = hit.lastindex or 0
            start, stop = (number, hit.start(group)), (number, hit.end(group))
            found.append(problem(slug, place=lines.place(start, stop)))
    return tuple(found[:MAXIMUM_TOLD])


def _cause(stop: _Stop) -> Diagnostic:
    return next(
        (tell(stop) for words, tell in _CAUSES if words in f"{stop.context} | {stop.problem}"),
        stop.tell("yaml-syntaxe", stop.at),
    )


def _colon(stop: _Stop) -> Diagnostic:
    """« mapping values are not allowed »: a colon too many, a space too few, a line shifted."""
    for line in (stop.at[0] - 1, stop.at[0]):
        if missing := _NO_SPACE.fullmatch(stop.lines.text(line)):
            return _space_missing(stop, line, missing)
    entry = _ENTRY.fullmatch(stop.line)
    if entry and entry.start(3) < stop.at[1]:
        value = entry[3].rstrip()
        return stop.tell(
            "yaml-deux-points", stop.at, (stop.at[0], stop.at[1] + 1), key=entry[2],
            value=_in_quotes(value),
        )  # fmt: skip
    return _shifted(stop)


def _no_colon(stop: _Stop) -> Diagnostic:
    line = stop.since[0]
    if missing := _NO_SPACE.fullmatch(stop.lines.text(line)):
        return _space_missing(stop, line, missing)
    return stop.whole_line("yaml-sans-deux-points", line, text=shown(stop.lines.text(line)))


def _space_missing(stop: _Stop, line: int, found: re.Match[str]) -> Diagnostic:
    return stop.tell(
        "yaml-espace",
        (line, found.start(2)),
        (line, found.start(3) + 1),
        key=found[2],
        value=shown(found[3]),
    )


def _block_end(stop: _Stop) -> Diagnostic:
    """Something stands where an entry should end: a quote closed too early, or a shifted line."""
    column = stop.at[1]
    before = stop.line[:column]
    entry = _ENTRY.fullmatch(stop.line)
    opened = _opened_above(stop) if before.strip() else None
    if opened is not None:
        return stop.tell("yaml-guillemet", opened)
    if entry and entry[3][0] in _QUOTES and column > entry.start(3):
        inner = entry[3].strip().strip(entry[3][0])
        return stop.tell("yaml-apres-guillemet", stop.at, key=entry[2], value=_in_quotes(inner))
    if entry and column > entry.start(3):
        return stop.tell("yaml-apres-crochet", stop.at, key=entry[2], value=_in_quotes(entry[3]))
    return _shifted(stop)


def _opened_above(stop: _Stop) -> Mark | None:
    """The value above that opens a double quote and leaves it open on its own line."""
    for line in range(stop.at[0] - 1, max(-1, stop.at[0] - _LOOK_BACK), -1):
        entry = _ENTRY.fullmatch(stop.lines.text(line))
        if entry and entry[3].startswith('"') and entry[3].count('"') % 2 == 1:
            return line, entry.start(3)
    return None


def _open_quote(stop: _Stop) -> Diagnostic:
    return stop.tell("yaml-guillemet", stop.since)


def _first_character(stop: _Stop) -> Diagnostic:
    line, column = stop.since if "scanning a" in stop.context else stop.at
    text = stop.lines.text(line)
    return stop.tell(
        "yaml-premier-signe",
        (line, column),
        (line, column + 1),
        character=text[column : column + 1],
        value=_in_quotes(text[column:].strip()),
    )


def _backslash(stop: _Stop) -> Diagnostic:
    line, column = stop.at
    start = stop.line.rfind("\\", 0, column + 1)
    return stop.tell("yaml-antislash", (line, max(0, start)), (line, column + 1))


def _bracket(stop: _Stop) -> Diagnostic:
    line, column = stop.since
    opened = stop.lines.text(line)[column : column + 1]
    closing = "}" if opened == "{" else "]"
    return stop.tell("yaml-crochet", (line, column), opened=opened, closing=closing)


def _dash(stop: _Stop) -> Diagnostic:
    return stop.tell("yaml-tiret", stop.at, (stop.at[0], stop.at[1] + 1))


def _block_text(stop: _Stop) -> Diagnostic:
    return stop.tell("yaml-bloc", stop.since, character=_at(stop, stop.since))


def _shifted(stop: _Stop) -> Diagnostic:
    for line in (stop.at[0] - 1, stop.at[0]):
        if glued := _GLUED_DASH.match(stop.lines.text(line)):
            start = line, glued.start(1)
            return stop.tell("yaml-tiret-colle", start, (line, glued.end(1)), text=glued[2])
    return stop.whole_line("yaml-retrait", stop.at[0])


def _at(stop: _Stop, mark: Mark) -> str:
    return stop.lines.text(mark[0])[mark[1] : mark[1] + 1]


def _in_quotes(value: str) -> str:
    """The value as it can be pasted: in double quotes, inner ones turned into French ones."""
    bare = re.sub(r'"([^"]*)"', r"« \1 »", value.strip()).replace('"', "").replace("\\", "/")
    return f'"{shown(bare)}"'


_CAUSES: tuple[tuple[str, Callable[[_Stop], Diagnostic]], ...] = (
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
