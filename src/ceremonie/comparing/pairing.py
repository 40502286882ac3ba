"""Which entry of one record is which of another: by its title and what it says, then by its id."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from ceremonie.comparing.content import Entry
from ceremonie.signs import dice, keys

ALIKE = 0.6
"""Of the words of two entries, so many are the same where one is taken for the other under another
id: well above what two entries of one composition share by their labels.
"""

Pair = tuple[Entry, Entry]


def pairs(
    before: Sequence[Entry], after: Sequence[Entry], *, by_place: bool = True
) -> tuple[Pair, ...]:
    """Each entry at most once, in the order of `after`.

    Ids of workshops count their places, so an id alone is believed last: what was carried to
    another place has the id of what stood there. Between two years it tells nothing at all, and
    `by_place` is False: the first workshop of one is not that of the other.
    """
    taken: dict[str, Entry] = {}
    last = (_same_place,) if by_place else ()
    for fits in (_itself, _titled, _alike, *last):
        used = {entry.id for entry in taken.values()}
        left = [entry for entry in before if entry.id not in used]
        free = [entry for entry in after if entry.id not in taken]
        taken |= _likest([(a, b) for b in free for a in left if fits(a, b)])
    return tuple((taken[entry.id], entry) for entry in after if entry.id in taken)


def _itself(one: Entry, other: Entry) -> bool:
    return _same_place(one, other) and _titled(one, other)


def _titled(one: Entry, other: Entry) -> bool:
    return one.title == other.title


def _alike(one: Entry, other: Entry) -> bool:
    return likeness(one, other) >= ALIKE


def _same_place(one: Entry, other: Entry) -> bool:
    return one.id == other.id


def _likest(choices: Sequence[Pair]) -> dict[str, Entry]:
    """Id of the newer → the former one; the most alike first, then those that stand first."""
    taken: dict[str, Entry] = {}
    used: set[str] = set()
    for one, other in sorted(choices, key=lambda c: (-likeness(*c), c[0].number, c[1].number)):
        if one.id not in used and other.id not in taken:
            taken[other.id] = one
            used.add(one.id)
    return taken


def likeness(one: Entry, other: Entry) -> float:
    """1 where all words are the same, 0 where none is."""
    return dice(_words(one), _words(other))


def _words(entry: Entry) -> Counter[str]:
    return Counter(key for text in (entry.title, *entry.words) for key in keys(text))


def moved(couples: Sequence[Pair]) -> frozenset[str]:
    """Ids (those of after) of what changed its place among the others: the fewest of which the rest
    has kept its order. What only has another number, since something came or went before it, has
    not moved.
    """
    stay = _rising([before.number for before, _ in couples])
    return frozenset(after.id for at, (_, after) in enumerate(couples) if at not in stay)


def _rising(numbers: Sequence[int]) -> set[int]:
    """Places of a longest rising run: `ends[n]` is the smallest number in which one of n + 1
    numbers can end, `places[n]` where that is, `links` lead from each to the one before it.
    """
    ends: list[int] = []
    places: list[int] = []
    links: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length:] = [number, *ends[length + 1 :]]
        places[length:] = [place, *places[length + 1 :]]
        links.append(places[length - 1] if length else None)
    at = places[-1] if places else None
    stay = set()
    while at is not None:
        stay.add(at)
        at = links[at]
    return stay
