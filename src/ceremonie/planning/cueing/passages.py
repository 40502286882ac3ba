"""Which slides are one passage of the evening.

A passage is an item of `deroule` (a speech, a testimony, a workshop, a day with its gallery) or a
part that has no items of its own. What shares a planned time is one passage, unless the technicians
do something of their own at each of its items. A slide that is passed over belongs to the passage
that it is reached from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.planning.content import Blackout
from ceremonie.planning.moment import Moment
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.steps import Act

ITEMS = frozenset(
    {
        Section.SPEECHES,
        Section.TESTIMONIES,
        Section.ATHLETES,
        Section.PRIZES,
        Section.PERFORMANCES,
        Section.INTERLUDES,
        Section.CUSTOM,
    }
)
"""Parts each of whose items is a passage; figures and partners are told in one go."""

DAY, WORKSHOP = 2, 4
"""Steps of the way to a day and to one of its workshops."""

Key = tuple[int, NodePath]
"""The entry of `deroule`, counted from 0, and what of it the passage is; all of it where empty."""

Numbered = tuple[int, Moment]


@dataclass(frozen=True)
class Passage:
    """Slides with their numbers, from 1: those that are `seen` one after the other, and those
    beside them on which nothing is said. `path` leads to what it tells.
    """

    step: int
    path: NodePath
    seen: tuple[Numbered, ...]
    asides: tuple[Numbered, ...] = ()

    @property
    def first(self) -> Moment:
        return self.seen[0][1]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Those that are seen one after the other."""
        return tuple(moment for _, moment in self.seen)

    @property
    def slides(self) -> tuple[int, ...]:
        return tuple(sorted(number for number, _ in (*self.seen, *self.asides)))


@dataclass(frozen=True)
class Division:
    """What decides: the entries of `deroule` that are one passage each, because they have a time
    and no item with cues of its own, and the ways to all parts and items with a planned time.
    """

    whole: frozenset[int]
    timed: frozenset[NodePath]

    def key(self, moment: Moment) -> Key:
        if moment.step in self.whole:
            return moment.step, ()
        return moment.step, self._own(moment.path)

    def _own(self, path: NodePath) -> NodePath:
        if path[0] == Section.DAYS:
            return path[:DAY] if path[:DAY] in self.timed else path[:WORKSHOP]
        return path[:2] if path[0] in ITEMS else path[:1]


def division(
    acts: Sequence[Act], cued: frozenset[NodePath], seconds: Mapping[NodePath, float]
) -> Division:
    """`cued` are the ways to all parts and items that the technicians do something at."""
    own = {(path[0], path[1] if len(path) > 1 else None) for path in cued}
    whole = frozenset(
        act.place for act in acts if act.on_stage and not any(_holds(act, one) for one in own)
    )
    return Division(whole, frozenset(seconds))


def _holds(act: Act, item: tuple[str | int, str | int | None]) -> bool:
    part, index = item
    return part == act.part and (act.index is None or act.index == index)


def passages(moments: Sequence[Moment], divide: Division) -> tuple[Passage, ...]:
    """All of them, in the order of the evening."""
    numbered = tuple(enumerate(moments, 1))
    seen: dict[Key, list[Numbered]] = {}
    for number, moment in numbered:
        if not _is_aside(moment):
            seen.setdefault(divide.key(moment), []).append((number, moment))
    asides = _asides(numbered, divide)
    return tuple(
        Passage(key[0], slides[0][1].path[: len(key[1])] or slides[0][1].path[:1], tuple(slides),
                tuple(asides.get(key, ())))
        for key, slides in seen.items()
    )  # fmt: skip


def _is_aside(moment: Moment) -> bool:
    """Whether nothing is said on its slide: it is passed over, or black."""
    return moment.hidden or isinstance(moment.slide, Blackout)


def _asides(numbered: Sequence[Numbered], divide: Division) -> dict[Key, list[Numbered]]:
    """By the passage that they are reached from, or else that of the slide beside them."""
    reached: dict[str, Key] = {}
    for _, moment in numbered:
        if not moment.hidden:
            for link in moment.links:
                reached[link.target] = divide.key(moment)
    asides: dict[Key, list[Numbered]] = {}
    for number, moment in numbered:
        beside = _beside(number, numbered)
        if _is_aside(moment) and beside:
            key = reached.get(moment.id) or divide.key(beside)
            asides.setdefault(key, []).append((number, moment))
    return asides


def _beside(number: int, numbered: Sequence[Numbered]) -> Moment | None:
    """The slide that is seen before one that is not, or after it, where that alone is of its part
    or where there is none before.
    """
    part = numbered[number - 1][1].part
    before = next((m for _, m in reversed(numbered[: number - 1]) if not _is_aside(m)), None)
    after = next((m for _, m in numbered[number:] if not _is_aside(m)), None)
    follows = before is None or (after is not None and after.part == part != before.part)
    return after if follows else before
