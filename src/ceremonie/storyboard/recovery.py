"""Reading on after what is not YAML: every mistake told once, the rest read as it was meant.

Where the reader stops, the mistake is told and its line repaired in a copy of the text, and the
reader starts anew. The parts of a storyboard (its keys at the left edge) are read one by one, so
that a mistake costs the length of its part, and a quote left open does not reach the next one. A
line that resists is left without its value, then left out, then with its block: each line is
told once, and what only follows from a repair is not told.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import yaml

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard import repairs
from ceremonie.storyboard.decode import RefusedError
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.mended import Mended, joined, untouched
from ceremonie.storyboard.syntax import Mistake, explained

FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_MISTAKES = 100
"""So many mistakes of YAML are told in one run."""

MOST_FAST, MOST_EXACT = 6_000_000, 400_000
"""So many signs are read again by the fast reader and by the exact one, for all mistakes of a
storyboard: about a second each. A storyboard of 500 entries has 150 000."""

LEAST = 2_000
"""Reading a short text costs as much as so many signs."""

MAXIMUM_DEPTH = 30

_PART = re.compile(r"[^\W\d][\w-]* *:")
_OF_PLACE = {
    "yaml-retrait", "yaml-tiret", "yaml-tiret-colle", "tabulation", "espace-insecable"
}  # fmt: skip
"""Mistakes that say nothing about a line's value: it may have one of its own."""

_ENTRY = re.compile(r"\s*(?:-|[\w-]+ *[:=])")
"""What looks like a key or an item, be it written wrongly."""

_KEY = "x: ~\n"
"""Stands before a part that is read alone (after the first one), so that it is read as keys."""

MOST_PARTS = 200


class _TooDeepError(yaml.YAMLError):
    """Nested deeper than may be read from this mark on, where the fast reader gives up before it
    tells how deep.
    """

    def __init__(self, problem_mark: yaml.Mark) -> None:
        super().__init__()
        self.problem_mark = problem_mark


def error_in(text: str, exact: bool = True) -> yaml.YAMLError | None:
    """Why this is not YAML; None if it is, or if it is nested deeper than may be read.

    The exact reader tells better than the fast one what it found.
    """
    hidden = _hidden_keys(text)
    event: Any
    try:
        depth = 0
        for event in yaml.parse(text, Loader=FAST_LOADER):
            depth += _step(event)
            if depth > MAXIMUM_DEPTH:
                return None
            if _is_hidden(event, hidden):
                return yaml.MarkedYAMLError(problem="hard space", problem_mark=event.start_mark)
    except yaml.YAMLError as error:
        return _told_best(text, error) if exact else error
    return None


def hides_keys(text: str) -> bool:
    """Whether a line is indented by hard spaces: to YAML they belong to its key, and the line
    stands further left than everybody sees.
    """
    return bool(_hidden_keys(text)) and error_in(text, exact=False) is not None


def _hidden_keys(text: str) -> frozenset[int]:
    """Lines that may begin with such a key, if they are no part of a text of several lines."""
    if not repairs.HARD_KEY.search(text):
        return frozenset()
    lines = enumerate(text.split("\n"))
    return frozenset(number for number, line in lines if repairs.HARD_KEY.match(line))


def _is_hidden(event: Any, lines: frozenset[int]) -> bool:
    return (
        event.start_mark.line in lines
        and isinstance(event, yaml.ScalarEvent)
        and event.value.startswith(repairs.HARD_SPACES)
    )


def _step(event: Any) -> int:
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0


def _told_best(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    event: Any
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += _step(event)
            if depth > MAXIMUM_DEPTH:  # its time grows with the square of the depth
                return _TooDeepError(event.start_mark)
    except yaml.MarkedYAMLError as better:
        return better
    except (yaml.YAMLError, ValueError, OverflowError):
        return error
    return error


def mended(lines: Lines) -> tuple[Mended, tuple[Diagnostic, ...]]:
    """The text with every line repaired that is not YAML, and what to tell about them.

    Raises RefusedError where it is nested too deep.
    """
    recovery = _Recovery()
    parts = _parts(untouched(lines))
    done: list[Mended] = []
    while parts and not recovery.exhausted:
        part = parts.pop(0)
        done.append(recovery.mended(part, first=not done, last=not parts))
    if parts:
        rest = joined(lines, parts)
        done.append(recovery.mended(rest, first=not done, last=True))
    whole = joined(lines, done)
    return recovery.mended(whole, first=True, last=True), tuple(recovery.diagnostics)


def _parts(text: Mended) -> list[Mended]:
    """From one key at the left edge to the next; several together where there are very many."""
    starts = [n for n, line in enumerate(text.lines) if _PART.match(line.text)]
    starts = starts[1 :: len(starts) // MOST_PARTS + 1]
    bounds = itertools.pairwise([0, *starts, len(text.lines)])
    return [replace(text, lines=text.lines[start:stop]) for start, stop in bounds]


class _Recovery:
    """Counts what was told and what was read."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._tried: dict[int, set[str]] = defaultdict(set)
        self._resorts: dict[int, int] = defaultdict(int)
        self._fast, self._exact = MOST_FAST, MOST_EXACT

    @property
    def exhausted(self) -> bool:
        return self._fast < 0 or len(self.diagnostics) >= MOST_MISTAKES

    def mended(self, text: Mended, *, first: bool, last: bool) -> Mended:
        """The part as it can be read; it may be the first one, or the last."""
        while (error := self._error(text, first=first, last=last)) is not None:
            if isinstance(error, _TooDeepError):
                raise RefusedError(*self.diagnostics, _told_deep(error, text))
            mistake = explained(error, text)
            enough = self.exhausted
            text = self._given_up(text, mistake) if enough else self._repaired(text, mistake)
        return text

    def _error(self, text: Mended, *, first: bool, last: bool) -> yaml.YAMLError | None:
        whole = f"{'' if first else _KEY}{text.whole}\n{_KEY if first and not last else ''}"
        exact = self._exact > 0
        error = error_in(whole, exact)
        self._fast -= len(whole) + LEAST
        self._exact -= len(whole) if error else 0
        return _raised(error) if error and not first else error

    def _repaired(self, text: Mended, mistake: Mistake) -> Mended:
        """As it was meant, the first time; then with less and less of the line."""
        line = mistake.lines[0]
        number = text.lines[line].number
        if self._follows(text, line):
            return repairs.left_out(text, line)
        if mistake.slug in self._tried[number]:
            resort = repairs.LAST_RESORTS[min(self._resorts[number], len(repairs.LAST_RESORTS) - 1)]
            self._resorts[number] += 1
            return resort(text, line)
        if not self._tried[number] or (
            self._tried[number] <= _OF_PLACE and mistake.slug not in _OF_PLACE
        ):
            self.diagnostics += mistake.diagnostics
        for one in reversed(mistake.lines):
            self._tried[text.lines[one].number].add(mistake.slug)
            text = mistake.repair(text, one)
        return text

    def _follows(self, text: Mended, line: int) -> bool:
        """A line of text, no entry, below one that was repaired: it belonged to its value."""
        written = text.lines[line]
        if _ENTRY.match(written.text):
            return False
        above = next((one for one in reversed(text.lines[:line]) if one.text.strip()), None)
        return above is not None and bool(self._tried.get(above.number))

    def _given_up(self, text: Mended, mistake: Mistake) -> Mended:
        line = mistake.lines[0]
        if not any(diagnostic.slug == "yaml-suite" for diagnostic in self.diagnostics):
            self.diagnostics.append(problem("yaml-suite", place=text.place((line, 0))))
        return repairs.part_lost(text, line)


def _told_deep(error: _TooDeepError, text: Mended) -> Diagnostic:
    mark = error.problem_mark
    return problem("yaml-profondeur", place=text.place((mark.line, mark.column)))


def _raised(error: yaml.YAMLError) -> yaml.YAMLError:
    """With its marks one line higher: the line that stands before a part is not its own."""
    for name in ("problem_mark", "context_mark"):
        mark = getattr(error, name, None)
        if mark is not None:
            moved = yaml.Mark(mark.name, mark.index, max(0, mark.line - 1), mark.column, None, 0)
            setattr(error, name, moved)
    return error
