"""Slides that stand in another order, as another order of the storyboard's lists and parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ceremonie.diagnostics import NodePath
from ceremonie.planning.model import Page
from ceremonie.storyboard.editing import Change, Reorder, Set
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section

MOVABLE = frozenset({"ateliers", "temoignages", "athletes", "prix", "spectacle", "sur_mesure"})
"""Lists whose order is free; days follow the calendar, partners their rank."""

ORDER: NodePath = ("deroule",)


@dataclass(frozen=True)
class Moves:
    """`changes` bring the pages into the slides' order, but for those in `stray`, which no order
    of lists brings there.
    """

    changes: tuple[Change, ...] = ()
    stray: tuple[Page, ...] = ()


@dataclass(frozen=True)
class _Ranks:
    """New ranks of parts, and new orders of lists."""

    parts: Mapping[Section, int]
    items: Mapping[NodePath, tuple[int, ...]]


def moves(storyboard: Storyboard, pages: Sequence[Page], found: Sequence[Page]) -> Moves:
    """`pages` in the order of the plan, `found` those of them that have a slide, in the deck's."""
    there = [page for page in pages if page in found]
    if there == list(found):
        return Moves()
    ranks = _Ranks(_parts(storyboard, there, found), dict(_items(pages, there, found)))
    sorted_anew = _sorted(there, ranks)
    stray = _stray(sorted_anew, found)
    if len(stray) >= len(_stray(there, found)):
        return Moves(stray=tuple(_stray(there, found)))
    return Moves((*_reorders(ranks), *_order(storyboard, ranks)), tuple(stray))


def _sorted(pages: Sequence[Page], ranks: _Ranks) -> list[Page]:
    """As the plan would have them: the pages of an item stay together and in their order."""
    ordered = list(pages)
    for path, order in ranks.items.items():
        slots = [i for i, page in enumerate(ordered) if _item(page, path) is not None]
        members = [ordered[slot] for slot in slots]
        members.sort(key=lambda page: order.index(_item(page, path) or 0))
        for slot, page in zip(slots, members, strict=True):
            ordered[slot] = page
    return sorted(ordered, key=lambda page: ranks.parts[page.section])


def _item(page: Page, path: NodePath) -> int | None:
    """Which item of the list at `path` it belongs to."""
    step = page.path[len(path)] if len(page.path) > len(path) else None
    return step if isinstance(step, int) and page.path[: len(path)] == path else None


def _parts(
    storyboard: Storyboard, there: Sequence[Page], found: Sequence[Page]
) -> dict[Section, int]:
    """Parts by the middle of their slides; one without slides stays after the one before it."""
    places: dict[Section, list[int]] = {}
    for place, page in enumerate(found):
        places.setdefault(page.section, []).append(place)
    before = list(dict.fromkeys(page.section for page in there))
    after = sorted(before, key=lambda part: median(places[part]))
    following = iter(after)
    moved = [next(following) if part in places else part for part in storyboard.order]
    return {part: rank for rank, part in enumerate(dict.fromkeys([*moved, *before]))}


def _items(
    pages: Sequence[Page], there: Sequence[Page], found: Sequence[Page]
) -> Iterator[tuple[NodePath, tuple[int, ...]]]:
    """New orders of lists; an item whose slides are gone keeps its place."""
    for path in dict.fromkeys(page.path[:-1] for page in there if _movable(page)):
        after = _own(found, path)
        if after != _own(there, path):
            following = iter(after)
            every = sorted(_own(pages, path))
            yield path, tuple(next(following) if i in after else i for i in every)


def _movable(page: Page) -> bool:
    return len(page.path) > 1 and isinstance(page.path[-1], int) and page.path[-2] in MOVABLE


def _own(pages: Sequence[Page], path: NodePath) -> list[int]:
    """The items of a list in the order in which their first pages come."""
    steps = [page.path[-1] for page in pages if page.path[:-1] == path]
    return list(dict.fromkeys(step for step in steps if isinstance(step, int)))


def _stray(pages: Sequence[Page], found: Sequence[Page]) -> list[Page]:
    """Those that are not in the longest run of pages that stand in both orders."""
    place = {page.id: index for index, page in enumerate(pages)}
    ends: list[int] = []
    lengths = []
    for page in found:
        length = bisect_left(ends, place[page.id])
        ends[length : length + 1] = [place[page.id]]
        lengths.append(length)
    kept, wanted = set(), len(ends) - 1
    for page, length in zip(reversed(found), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(page.id)
            wanted -= 1
    return [page for page in found if page.id not in kept]


def _reorders(ranks: _Ranks) -> Iterator[Change]:
    for path, order in ranks.items.items():
        yield Reorder(path, order)


def _order(storyboard: Storyboard, ranks: _Ranks) -> Iterator[Change]:
    """As a new order of the list where it is written, else as a list."""
    order = sorted(storyboard.order, key=lambda part: ranks.parts[part])
    if order == list(storyboard.order):
        return
    if "order" in storyboard.model_fields_set:
        yield Reorder(ORDER, tuple(storyboard.order.index(part) for part in order))
    else:
        yield Set(ORDER, tuple(str(part) for part in order))
