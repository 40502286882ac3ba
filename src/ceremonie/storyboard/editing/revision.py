"""Changes tried one after the other; each is kept if the text then says that, and no more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, errors
from ceremonie.files import appearing
from ceremonie.storyboard.decode import BREAKS
from ceremonie.storyboard.editing.changes import Change, RefusedError
from ceremonie.storyboard.editing.paper import paper
from ceremonie.storyboard.editing.ways import ways
from ceremonie.storyboard.reading import Reading, read_bytes
from ceremonie.storyboard.source import parse

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
    """`after` equals `before` byte by byte where nothing was changed."""

    before: bytes
    after: bytes
    refused: tuple[Refusal, ...] = ()

    @property
    def empty(self) -> bool:
        return self.before == self.after


def edit(data: bytes, changes: Iterable[Change], path: Path) -> Revision:
    """The storyboard `data` with the changes, in their order: each one's path is meant in the text
    as those before it have left it. `path` only names the file.
    """
    current, refused = data, []
    reading = read_bytes(data, path)
    for change in changes:
        try:
            current, reading = _changed(current, reading, change)
        except _UnreadableError as unreadable:
            refused.append(Refusal(change, ELSEWHERE, unreadable.problems))
        except RefusedError as refusal:
            refused.append(Refusal(change, str(refusal)))
    return Revision(data, current, tuple(refused))


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
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Passage(min(a + 1, max(b, 1)), max(b, 1), tuple(before[a:b]), tuple(after[c:d]))
        for tag, a, b, c, d in codes
        if tag != "equal"
    )


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
    with appearing(path.resolve()) as partial:
        partial.write_bytes(revision.after)


class _UnreadableError(RefusedError):
    """What was written would not be read as it was meant."""

    def __init__(self, problems: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(ELSEWHERE)
        self.problems = problems


def _changed(data: bytes, before: Reading, change: Change) -> tuple[bytes, Reading]:
    """The first way to write it that reads as it is meant."""
    source = before.source
    if source.root is None or source.doubts.left_out or source.doubts.moved:
        raise RefusedError(DOUBTFUL)
    meant = change.applied(source.data)
    if meant == source.data:
        return data, before
    problems: tuple[Diagnostic, ...] = ()
    for page in ways(paper(data), source.root, change):
        if not _says(page.data, meant, before.path):
            continue
        after = read_bytes(page.data, before.path)
        problems = _new(after, before)
        if not problems:
            return page.data, after
    raise _UnreadableError(problems)


def _says(data: bytes, meant: Any, path: Path) -> bool:
    source, faults = parse(data, str(path))
    return not errors(faults) and _alike(source.data, meant)


def _alike(one: Any, other: Any) -> bool:
    """Equal, and of the same types: 1 is not true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return type(one) is type(other) and bool(one == other)


def _new(after: Reading, before: Reading) -> tuple[Diagnostic, ...]:
    """The errors that were not there."""
    former = {(d.slug, d.message) for d in errors(before.diagnostics)}
    return tuple(d for d in errors(after.diagnostics) if (d.slug, d.message) not in former)
