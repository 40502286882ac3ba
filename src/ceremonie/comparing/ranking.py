"""What differs, put together and in order: what somebody who runs the evening has to know first.

A slide and its shot in the film are one change. Places that changed in the same way (the slide of a
workshop whose title was corrected, the list of the day that holds it too) are told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from ceremonie.comparing.differences import Difference, Kind, Likened
from ceremonie.comparing.wording import Fate, Run, runs


class Weight(IntEnum):
    """What a change asks of whoever runs the evening; the weightiest first: another order, another
    voice, other words, another picture, other notes, another length; nothing where only the look
    differs.
    """

    ORDER = 0
    PEOPLE = 1
    WORDS = 2
    PICTURES = 3
    NOTES = 4
    LENGTHS = 5
    LOOKS = 6


_WEIGHTS = {
    Kind.ADDED: Weight.ORDER,
    Kind.REMOVED: Weight.ORDER,
    Kind.MOVED: Weight.ORDER,
    Kind.SPOKEN: Weight.PEOPLE,
    Kind.REWORDED: Weight.WORDS,
    Kind.NOTED: Weight.NOTES,
    Kind.PICTURED: Weight.PICTURES,
    Kind.RETIMED: Weight.LENGTHS,
    Kind.REDRAWN: Weight.LOOKS,
}


@dataclass(frozen=True)
class Change:
    """Of a slide, of its shot or of both. `also` are places that changed in just the same way."""

    slide: Difference | None
    shot: Difference | None
    also: tuple[Change, ...] = ()

    @property
    def each(self) -> tuple[Difference, ...]:
        return tuple(filter(None, (self.slide, self.shot)))

    @property
    def main(self) -> Difference:
        return self.each[0]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Each once, the weightiest first."""
        told = {kind for one in self.each for kind in one.kinds}
        return tuple(kind for kind in Kind if kind in told)

    @property
    def weight(self) -> Weight:
        return min(_WEIGHTS[kind] for kind in self.kinds)


def ranked(likened: Likened) -> tuple[Change, ...]:
    """By weight, and by the place in the evening."""
    changes = _folded(tuple(_changes(likened)))
    return tuple(sorted(changes, key=_order))


def _order(change: Change) -> tuple[int, int]:
    main = change.main
    entry = main.after or main.before
    assert entry
    return change.weight, entry.number


def _changes(likened: Likened) -> Iterator[Change]:
    """Slides with their shots, then shots of which no slide has changed."""
    shots = {_key(one): one for one in likened.shots}
    for slide in likened.slides:
        yield Change(slide, shots.pop(_key(slide), None))
    yield from (Change(None, shot) for shot in shots.values())


def _key(one: Difference) -> tuple[str, str]:
    return one.before.id if one.before else "", one.after.id if one.after else ""


def _folded(changes: Sequence[Change]) -> Iterator[Change]:
    """One of those that changed alike: the one that tells least besides."""
    alike: dict[object, list[Change]] = {}
    for at, change in enumerate(changes):
        alike.setdefault(_signature(change) or at, []).append(change)
    for some in alike.values():
        first = min(some, key=_order_of_telling)
        yield replace(first, also=tuple(one for one in some if one is not first))


def _order_of_telling(change: Change) -> tuple[int, int, int]:
    """What is seen comes before what stands in notes, then what shows and says little besides."""
    entry = change.main.after or change.main.before
    assert entry
    return change.weight, len(entry.media), len(entry.text)


def _signature(change: Change) -> object:
    """What came and what went; None where the place itself is what matters."""
    if change.weight not in {Weight.WORDS, Weight.PICTURES, Weight.NOTES}:
        return None
    gone, come = _words(change.main)
    pictures = _media(change.each)
    return (gone, come, pictures) if gone or come or pictures else None


def _words(one: Difference) -> tuple[frozenset[str], frozenset[str]]:
    parts = tuple(_runs(one))
    gone, come = (
        frozenset(word for run in parts if run.fate is fate for word in run.text.split())
        for fate in (Fate.GONE, Fate.COME)
    )
    return gone, come


def _runs(one: Difference) -> Iterator[Run]:
    if one.before and one.after:
        was, now = one.before, one.after
        for before, after in ((was.title, now.title), (was.text, now.text), (was.notes, now.notes)):
            yield from runs(before, after)


def _media(each: Iterable[Difference]) -> frozenset[str]:
    """What is seen now and was not; only where nothing came, what went: a list shows a picture that
    was replaced elsewhere once more.
    """
    both = [(one.before, one.after) for one in each]
    was = {digest for before, _ in both if before for digest in before.media}
    now = {digest for _, after in both if after for digest in after.media}
    return frozenset(now - was or was - now)
