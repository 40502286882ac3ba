"""What those at work do in a passage, from the entry of `deroule` and from the item itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ceremonie.planning.typography import french
from ceremonie.storyboard.evening import StageCue

NOTHING = StageCue.model_validate({})

Owner = tuple[str | int, ...]
"""Who gives a cue: an entry of `deroule`, or an item each time that it comes."""


@dataclass
class Cues:
    """Hands out what is to be done: where something begins all of it, in the passages that follow
    only who speaks at which microphone, since nobody plays a jingle twice.
    """

    _begun: set[Owner] = field(default_factory=set)

    def of(self, given: Iterable[tuple[Owner, StageCue | None]]) -> StageCue:
        """That of the first who gives a thing goes before those of the others."""
        together = NOTHING
        for owner, cue in given:
            if cue is not None:
                told = _standing(cue) if owner in self._begun else cue
                together = _completed(together, told)
                self._begun.add(owner)
        return together


def _standing(cue: StageCue) -> StageCue:
    kept = {"voice": cue.voice, "microphone": cue.microphone}
    return NOTHING.model_copy(update=kept)


def _completed(first: StageCue, second: StageCue) -> StageCue:
    fields = type(first).model_fields
    values = {name: getattr(first, name) or getattr(second, name) for name in fields}
    values["columns"] = {**second.columns, **first.columns}
    return first.model_copy(update=values)


def in_columns(cue: StageCue, heads: Sequence[str]) -> tuple[str, ...]:
    """What the columns of one's own say, in their order."""
    return tuple(french(cue.columns.get(head, "")) for head in heads)
