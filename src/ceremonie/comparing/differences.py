"""What differs between two records, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ceremonie.comparing.content import Content, Entry, Evening
from ceremonie.comparing.pairing import Pair, moved, pairs


class Kind(StrEnum):
    """What became of a slide or a shot; the weightiest first."""

    ADDED = "ajouté"
    REMOVED = "retiré"
    MOVED = "déplacé"
    SPOKEN = "parole"
    REWORDED = "texte"
    NOTED = "notes"
    PICTURED = "image"
    RETIMED = "durée"
    REDRAWN = "aspect"


@dataclass(frozen=True)
class Difference:
    """Of an entry that is there `before`, `after` or both; `kinds` in the order of weight."""

    kinds: tuple[Kind, ...]
    before: Entry | None
    after: Entry | None

    @property
    def is_withheld(self) -> bool:
        """Whether one of both may not be told."""
        return any(entry.withheld for entry in (self.before, self.after) if entry)


@dataclass(frozen=True)
class Likened:
    """`slides` and `shots` are what differs, in the order of the newer edition, each that is gone
    where it was; `renumbered` are slides with nothing but another number, `shifted` shots with
    nothing but another start. `frames` are the film's, before and after, and `decks` are how many
    slides there are; nothing is compared with what is not there at all.
    """

    slides: tuple[Difference, ...]
    shots: tuple[Difference, ...]
    renumbered: int
    shifted: int
    frames: tuple[int, int]
    decks: tuple[int, int]
    evenings: tuple[Evening, Evening] = (Evening(), Evening())

    @property
    def none(self) -> bool:
        """Whether nothing differs at all."""
        counts = (self.slides, self.shots, self.renumbered, self.shifted)
        totals = (self.frames, self.decks, self.evenings)
        return not any(counts) and all(before == after for before, after in totals)

    def with_entries(self, content: Content) -> Likened:
        """The same of a content that does not differ from the newer one, with its entries."""
        slides = {one.number: one for one in content.slides}
        shots = {one.number: one for one in content.shots}
        return replace(
            self,
            slides=tuple(_with(one, slides) for one in self.slides),
            shots=tuple(_with(one, shots) for one in self.shots),
        )


def _with(one: Difference, entries: Mapping[int, Entry]) -> Difference:
    return replace(one, after=entries[one.after.number]) if one.after else one


def differences(before: Content, after: Content, *, by_place: bool = True) -> Likened:
    """`by_place` is False between two years, of which only titles and words are compared."""
    decks = pairs(before.slides, after.slides, by_place=by_place)
    films = pairs(before.shots, after.shots, by_place=by_place)
    slides = _compared(before.slides, after.slides, decks)
    shots = _compared(before.shots, after.shots, films)
    return Likened(
        slides=slides,
        shots=shots,
        renumbered=_only(slides, decks),
        shifted=_only(shots, films),
        frames=(before.frames, after.frames),
        decks=(len(before.slides), len(after.slides)),
        evenings=(before.evening, after.evening),
    )


def _compared(
    before: Sequence[Entry], after: Sequence[Entry], couples: Sequence[Pair]
) -> tuple[Difference, ...]:
    if not (before and after):
        return ()
    elsewhere = moved(couples)
    former = {new.id: old for old, new in couples}
    told = [_of(former.get(one.id), one, one.id in elsewhere) for one in after]
    there = [one for one in told if one.kinds]
    stay = {old.id for old, _ in couples}
    gone = [Difference((Kind.REMOVED,), one, None) for one in before if one.id not in stay]
    return tuple(sorted((*there, *gone), key=_place))


def _of(before: Entry | None, after: Entry, elsewhere: bool) -> Difference:
    if before is None:
        return Difference((Kind.ADDED,), None, after)
    return Difference(tuple(_kinds(before, after, elsewhere)), before, after)


def _kinds(before: Entry, after: Entry, elsewhere: bool) -> Iterator[Kind]:
    reworded = before.words != after.words or _named(before) != _named(after)
    pictured = before.media != after.media
    if elsewhere:
        yield Kind.MOVED
    if before.speakers != after.speakers:
        yield Kind.SPOKEN
    if reworded:
        yield Kind.REWORDED
    if before.notes != after.notes:
        yield Kind.NOTED
    if pictured:
        yield Kind.PICTURED
    if before.length != after.length:
        yield Kind.RETIMED
    elif before.drawing != after.drawing and not (reworded or pictured):
        yield Kind.REDRAWN  # a shot of another length is drawn anew in any case


def _named(entry: Entry) -> str:
    """Its title but for numbers, which count its place: they change as something comes before."""
    return re.sub(r"\d+", "", entry.title)


def _place(difference: Difference) -> tuple[int, int]:
    """By its number in the newer edition, else by its former one, before what has that now."""
    if difference.after:
        return difference.after.number, 1
    assert difference.before
    return difference.before.number, 0


def _only(there: Sequence[Difference], couples: Sequence[Pair]) -> int:
    """How many have nothing but another place in the row or in time."""
    told = {one.after.id for one in there if one.after}
    return sum(
        (old.number, old.start) != (new.number, new.start)
        for old, new in couples
        if new.id not in told
    )
