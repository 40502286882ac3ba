"""Words that were changed on slides, as edits of the values that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ceremonie.rereading.provenance import Origin, Value
from ceremonie.signs import Sign, clean, signs, typed


@dataclass(frozen=True)
class Edit:
    """In the value, the text from `start` to before `stop` becomes `words`."""

    value: Value
    start: int
    stop: int
    words: str


class UnclearError(Exception):
    """It cannot be told which value the words were changed in."""


def edits(before: str, after: str, origins: Sequence[Origin | None]) -> tuple[Edit, ...]:
    """What was changed from the text `before`, whose signs have these origins, to `after`.

    Raises UnclearError where that is not certain, or where a value would be left without a word.
    """
    before, after = clean(before), clean(after)
    old, new = signs(before), signs(after)
    matcher = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return tuple(_edit(code, (old, new), after, origins) for code in changed)


def _edit(
    code: tuple[str, int, int, int, int],
    both: tuple[Sequence[Sign], Sequence[Sign]],
    after: str,
    origins: Sequence[Origin | None],
) -> Edit:
    (_, start, stop, first, last), (old, new) = code, both
    left = origins[start - 1] if start else None
    right = origins[stop] if stop < len(origins) else None
    value = _only(origins[start:stop] or [origin for origin in (left, right) if origin])
    inside_left = left is not None and left.value == value
    inside_right = right is not None and right.value == value
    begin = left.stop if left and inside_left else _first(origins[start:stop], right)
    end = right.start if right and inside_right else _last(origins[start:stop], left)
    written_from = new[first - 1].stop if inside_left and first else _start(new, first, after)
    written_to = new[last].start if inside_right and last < len(new) else _stop(new, last)
    words = typed(after[written_from : max(written_from, written_to)], value.text)
    if start < stop and not inside_left:
        words = _lowered(words, old[start], origins[start])
    return Edit(value, begin, end, words)


def _only(origins: Sequence[Origin | None]) -> Value:
    """Words put in between two values belong to neither for certain."""
    values = {origin.value if origin else None for origin in origins}
    value = next(iter(values), None)
    if len(values) != 1 or value is None:
        raise UnclearError
    return value


def _first(inside: Sequence[Origin | None], right: Origin | None) -> int:
    origin = next((one for one in inside if one), right)
    assert origin
    return origin.start


def _last(inside: Sequence[Origin | None], left: Origin | None) -> int:
    origin = next((one for one in reversed(inside) if one), left)
    assert origin
    return origin.stop


def _start(new: Sequence[Sign], first: int, after: str) -> int:
    return new[first].start if first < len(new) else len(after)


def _stop(new: Sequence[Sign], last: int) -> int:
    return new[last - 1].stop if last else 0


def _lowered(words: str, shown: Sign, origin: Origin | None) -> str:
    """A value whose first letter was only raised on the slide keeps a small one."""
    own = origin.value.text[origin.start : origin.stop] if origin else ""
    raised = shown.key[:1].isupper() and own[:1].islower()
    return words[:1].lower() + words[1:] if raised else words


def merged(text: str, changes: Iterable[Edit]) -> str:
    """The text with all edits, each once. Raises UnclearError where two contradict each other, or
    where nothing would be left.
    """
    ordered = sorted(set(changes), key=lambda edit: (edit.start, edit.stop), reverse=True)
    least = len(text) + 1
    for edit in ordered:
        if edit.stop > least or (edit.stop == least == edit.start):
            raise UnclearError
        text = text[: edit.start] + edit.words + text[edit.stop :]
        least = edit.start
    if not text.strip():
        raise UnclearError
    return text
