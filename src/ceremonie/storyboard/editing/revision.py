"""Changes tried all at once, else part by part; they are kept if the text then says that, and no
more.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, errors
from ceremonie.files import appearing, sweep
from ceremonie.storyboard.decode import BREAKS
from ceremonie.storyboard.editing.changes import Change, RefusedError, Reorder
from ceremonie.storyboard.editing.paper import OverlapError, Paper, paper
from ceremonie.storyboard.editing.ways import ways
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.reading import reading_of
from ceremonie.storyboard.source import Source, parse
from ceremonie.storyboard.tree import Node

ELSEWHERE = "le storyboard dirait alors autre chose ailleurs"
DOUBTFUL = "des lignes du storyboard ne sont pas du YAML : corrigez-les d'abord"


@dataclass(frozen=True)
class Refusal:
    """A change that was not made, and why: a French clause; `problems` are those that it would
    have caused.
    """

    change: Change
    why: str
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Revision:
    """`after` equals `before` byte by byte where nothing was changed, and says `source`. `numbers`
    says for each line after which one before it was, NEW for those that are new or changed.
    """

    before: bytes
    after: bytes
    refused: tuple[Refusal, ...]
    numbers: tuple[int, ...]
    source: Source

    @property
    def empty(self) -> bool:
        return self.before == self.after


def edit(data: bytes, changes: Iterable[Change], path: Path) -> Revision:
    """The storyboard `data` with the changes, in their order: each one's path is meant in the text
    as those before it have left it. One that would make an error is refused. `path` only names the
    file.
    """
    changes = tuple(changes)
    try:
        text = _text_of(paper(data), path)
    except UnicodeDecodeError:
        nothing = Source(Lines(str(path), ()))
        return Revision(data, data, tuple(Refusal(one, DOUBTFUL) for one in changes), (), nothing)
    return _revised(text, changes, judged=True)


def draft(data: bytes, changes: Iterable[Change], source: Source) -> Revision:
    """As `edit`, whatever the storyboard's vocabulary says of the values: only what cannot be
    written is refused. `source` is what `data` says, which is YAML.
    """
    text = _Text(paper(data), Path(source.file), source, ())
    return _revised(text, tuple(changes), judged=False)


def _revised(before: _Text, changes: tuple[Change, ...], *, judged: bool) -> Revision:
    text, refused = _made(before, changes, judged=judged)
    return Revision(before.page.data, text.page.data, refused, text.page.numbers, text.source)


@dataclass(frozen=True)
class Passage:
    """Lines of the text before, from `first` to `last` (from 1), and what they become; where lines
    are only added, the one that they are added after.
    """

    first: int
    last: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def passages(revision: Revision) -> tuple[Passage, ...]:
    """All that changes, in the order of the text."""
    before, after = _lines(revision)
    return tuple(
        Passage(min(a + 1, max(b, 1)), max(b, 1), tuple(before[a:b]), tuple(after[c:d]))
        for a, b, c, d in _differing(before, after, _gaps(revision.numbers, len(before)))
    )


Gap = tuple[int, int, int, int]
"""Lines before, from and to, and the lines after in their place."""


def _gaps(numbers: Sequence[int], count: int) -> Iterator[Gap]:
    """What stands between lines that stayed, of `count` lines before."""
    before = after = 0
    for line, number in enumerate((*numbers, count)):
        if number < before:  # new, or moved up
            continue
        if number > before or line > after:
            yield before, number, after, line
        before, after = number + 1, line + 1


def _differing(before: list[str], after: list[str], gaps: Iterable[Gap]) -> Iterator[Gap]:
    for a, b, c, d in gaps:
        matcher = difflib.SequenceMatcher(None, before[a:b], after[c:d], autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            if tag != "equal":
                yield a + i, a + j, c + k, c + m


def difference(revision: Revision, name: str) -> str:
    """A unified diff of the lines, one line feed after each; empty where nothing was changed."""
    lines = difflib.unified_diff(*_lines(revision), name, name, n=2, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines(revision: Revision) -> tuple[list[str], list[str]]:
    before, after = (d.decode("utf-8-sig") for d in (revision.before, revision.after))
    return BREAKS.split(before), BREAKS.split(after)


def write(revision: Revision, path: Path) -> None:
    """The file holds the text after, whole, or is left as it is.

    Raises OSError as the system does; RefusedError where the file has been changed meanwhile.
    """
    if path.read_bytes() != revision.before:
        raise RefusedError("le fichier a été modifié entre-temps")
    target = path.resolve()
    sweep(target)
    with appearing(target) as partial:
        partial.write_bytes(revision.after)


@dataclass(frozen=True, eq=False)
class _Text:
    """A storyboard on the way, read."""

    page: Paper
    path: Path
    source: Source
    faults: tuple[Diagnostic, ...]

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        return errors(reading_of(self.source, self.faults, self.path).diagnostics)


def _text_of(page: Paper, path: Path) -> _Text:
    return _Text(page, path, *parse(page.data, str(path)))


class _UnreadableError(RefusedError):
    """What was written would not be read as it was meant."""

    def __init__(self, problems: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(ELSEWHERE)
        self.problems = problems


def _made(
    text: _Text, changes: tuple[Change, ...], *, judged: bool
) -> tuple[_Text, tuple[Refusal, ...]]:
    """All at once where that can be, for reading the text again takes longer than anything else;
    else each half by itself, down to the changes that are to be refused.
    """
    try:
        return _changed(text, changes, judged=judged), ()
    except RefusedError as refusal:
        if len(changes) == 1:
            problems = refusal.problems if isinstance(refusal, _UnreadableError) else ()
            return text, (Refusal(changes[0], str(refusal), problems),)
    half = len(changes) // 2
    text, first = _made(text, changes[:half], judged=judged)
    text, second = _made(text, changes[half:], judged=judged)
    return text, (*first, *second)


def _changed(before: _Text, changes: tuple[Change, ...], *, judged: bool) -> _Text:
    """The first way to write them that reads as it is meant."""
    source = before.source
    if source.root is None or source.doubts.left_out or source.doubts.moved:
        raise RefusedError(DOUBTFUL)
    meant, made = _meant(source.data, changes)
    if not made:
        return before
    problems: tuple[Diagnostic, ...] = ()
    for page in _written(before.page, source.root, made):
        after = _text_of(page, before.path)
        if errors(after.faults) or not _alike(after.source.data, meant):
            continue
        problems = _new(after, before) if judged else ()
        if not problems:
            return after
    raise _UnreadableError(problems)


def _meant(data: Any, changes: tuple[Change, ...]) -> tuple[Any, tuple[Change, ...]]:
    """The data with the changes, and those that make a difference."""
    made = list[Change]()
    for change in changes:
        former, data = data, change.applied(data)
        if former != data:
            made.append(change)
    return data, tuple(made)


def _written(page: Paper, root: Node, changes: tuple[Change, ...]) -> Iterator[Paper]:
    """Several ways for one change, one for many. Raises RefusedError where there is none."""
    if len(changes) == 1:
        yield from (page.spliced(way) for way in ways(page, root, changes[0]))
        return
    if any(isinstance(change, Reorder) for change in changes):
        raise RefusedError(ELSEWHERE)  # paths of others may be meant in the new order
    first = [next(ways(page, root, change)) for change in changes]
    try:
        yield page.spliced(splice for way in first for splice in way)
    except OverlapError as error:
        raise RefusedError(ELSEWHERE) from error


def _alike(one: Any, other: Any) -> bool:
    """Equal, and of the same types: 1 is not true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return type(one) is type(other) and bool(one == other)


def _new(after: _Text, before: _Text) -> tuple[Diagnostic, ...]:
    """The errors that were not there."""
    former = {(d.slug, d.message) for d in before.errors}
    return tuple(d for d in after.errors if (d.slug, d.message) not in former)
