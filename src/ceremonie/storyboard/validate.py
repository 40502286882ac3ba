"""Tree → Storyboard. Every fault that the model finds is told in French, at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import MOST_OF_A_KIND, others, problem
from ceremonie.storyboard.fault import Fault
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.tree import UNKNOWN
from ceremonie.storyboard.wording import WORDINGS, meant_keys, refused, space_lacking
from ceremonie.text import quotable

MOST_WORDS = 300
"""So many different unknown keys are compared with the keys that are missing."""


def validate(source: Source) -> tuple[Storyboard | None, tuple[Diagnostic, ...]]:
    """The storyboard, or everything that keeps this data from being one."""
    if source.data is UNKNOWN:
        return None, ()
    if not isinstance(source.data, dict):
        return None, (_not_a_storyboard(source),)
    try:
        return Storyboard.model_validate(source.data, by_alias=True, by_name=False), ()
    except ValidationError as error:
        faults = [_fault(detail, source) for detail in error.errors(include_url=False)]
    return None, tuple(_told([f for f in _telling(faults) if not _doubtful(f)]))


def _doubtful(fault: Fault) -> bool:
    """What a line that is not YAML may be the cause of: it was told there."""
    if fault.value is UNKNOWN:
        return True
    if fault.kind == "missing":
        return fault.source.doubtful(fault.path[:-1], str(fault.path[-1]))
    if fault.kind == "extra_forbidden":
        line, doubts = fault.source.key_mark(fault.path)[0], fault.source.doubts
        return line in doubts.lines or doubts.is_text(str(fault.path[-1]), line)
    return False


def _told(faults: Iterable[Fault]) -> Iterator[Diagnostic]:
    """The first ones of each kind in the order of the text, and how many more there are."""
    kinds: dict[str, list[Fault]] = {}
    for fault in sorted(faults, key=lambda f: f.source.mark(f.path)):
        kinds.setdefault(fault.kind, []).append(fault)
    for kind, alike in kinds.items():
        word = WORDINGS.get(kind, refused)
        yield from map(word, alike[:MOST_OF_A_KIND])
        if rest := alike[MOST_OF_A_KIND:]:
            yield others(word(rest[0]), len(rest))


def _not_a_storyboard(source: Source) -> Diagnostic:
    if source.data is None:
        return problem("storyboard-vide", place=source.place(()))
    if isinstance(source.data, list):
        return problem("racine", place=source.place(()), found="une liste")
    if lacking := space_lacking(source.data):
        return problem("yaml-espace", place=source.place(()), **lacking)
    return problem("racine", place=source.place(()), found=f"le texte « {quotable(source.data)} »")


def _fault(detail: ErrorDetails, source: Source) -> Fault:
    path, kind = _path(detail, source.data), detail["type"]
    return Fault(kind, path, detail["input"], detail.get("ctx", {}), source)


def _path(detail: ErrorDetails, data: Any) -> NodePath:
    """Pydantic's location without the names that it gives to the branches of a union."""
    path: list[str | int] = []
    node = data
    location = detail["loc"]
    for index, step in enumerate(location):
        missing = detail["type"] == "missing" and index == len(location) - 1
        if missing or (isinstance(node, dict) and step in node):
            path.append(step)
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int):
            path.append(step)
            node = node[step]
    return tuple(path)


def _telling(faults: Sequence[Fault]) -> list[Fault]:
    """Without what only follows from another fault: the other branches of a union, the length
    of a list that has faulty items, a key that is there but misspelt.
    """
    kept: list[Fault] = []
    explained = {(*f.path[:-1], word) for f in _unknown(faults) for word in meant_keys(f)}
    for fault in sorted(faults, key=lambda f: (len(f.path), _RANK.get(f.kind, 0)), reverse=True):
        if fault.path not in explained or fault.kind == "extra_forbidden":
            kept.append(fault)
            explained.update(fault.path[:length] for length in range(len(fault.path) + 1))
    return kept


def _unknown(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Unknown keys where others are missing; very many different ones are not all looked at."""
    lacking = {fault.path[:-1] for fault in faults if fault.kind == "missing"}
    words: set[str | int] = set()
    for fault in faults:
        if fault.kind == "extra_forbidden" and fault.path[:-1] in lacking:
            if len(words) < MOST_WORDS:
                words.add(fault.path[-1])
            if fault.path[-1] in words:
                yield fault


_RANK = {"string_too_long": 2, "tuple_type": 1}
"""Of two faults of one value, the one that tells more is kept."""
