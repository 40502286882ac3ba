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
from ceremonie.storyboard.steps import Step, numbered

MOVABLE = frozenset(
    {
        "ateliers",
        "discours",
        "temoignages",
        "athletes",
        "prix",
        "spectacle",
        "moments",
        "sur_mesure",
    }
)
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
    """New ranks of the entries of `deroule`, and new orders of lists, in which the pages of `fixed`
    entries have no part.
    """

    steps: Mapping[int, int]
    items: Mapping[NodePath, tuple[int, ...]]
    fixed: frozenset[int]


def moves(storyboard: Storyboard, pages: Sequence[Page], found: Sequence[Page]) -> Moves:
    """`pages` in the order of the plan, `found` those of them that have a slide, in the deck's."""
    there = [page for page in pages if page in found]
    if there == list(found):
        return Moves()
    fixed = _fixed(storyboard)
    lists = dict(_items(pages, _moving(there, fixed), _moving(found, fixed)))
    ranks = _Ranks(_steps(storyboard, there, found), lists, fixed)
    sorted_anew = _sorted(there, ranks)
    stray = _stray(sorted_anew, found)
    if len(stray) >= len(_stray(there, found)):
        return Moves(stray=tuple(_stray(there, found)))
    return Moves((*_reorders(ranks), *_order(storyboard, ranks)), tuple(stray))


def _sorted(pages: Sequence[Page], ranks: _Ranks) -> list[Page]:
    """As the plan would have them: the pages of an item stay together and in their order."""
    ordered = list(pages)
    for path, order in ranks.items.items():
        moving = (i for i, page in enumerate(ordered) if page.step not in ranks.fixed)
        slots = [i for i in moving if _item(ordered[i], path) is not None]
        members = [ordered[slot] for slot in slots]
        members.sort(key=lambda page: order.index(_item(page, path) or 0))
        for slot, page in zip(slots, members, strict=True):
            ordered[slot] = page
    return sorted(ordered, key=lambda page: ranks.steps[page.step])


def _item(page: Page, path: NodePath) -> int | None:
    """Which item of the list at `path` it belongs to."""
    step = page.path[len(path)] if len(page.path) > len(path) else None
    return step if isinstance(step, int) and page.path[: len(path)] == path else None


def _steps(storyboard: Storyboard, there: Sequence[Page], found: Sequence[Page]) -> dict[int, int]:
    """Entries of `deroule` by the middle of their slides; one without slides stays after the one
    before it.
    """
    places: dict[int, list[int]] = {}
    for place, page in enumerate(found):
        places.setdefault(page.step, []).append(place)
    before = list(dict.fromkeys(page.step for page in there))
    after = sorted(before, key=lambda step: median(places[step]))
    following = iter(after)
    every = range(len(storyboard.order))
    moved = [next(following) if step in places else step for step in every]
    return {step: rank for rank, step in enumerate(dict.fromkeys([*moved, *before]))}


def _fixed(storyboard: Storyboard) -> frozenset[int]:
    """Entries of `deroule` whose items keep their order: those of a single item, and those of a
    list of which one is named by its number, which it would lose.
    """
    single = [act for act in storyboard.acts if act.index is not None]
    counted = {act.part for act in single if _names_by_number(storyboard.order[act.place])}
    return frozenset(a.place for a in storyboard.acts if a in single or a.part in counted)


def _names_by_number(step: str | Step) -> bool:
    return numbered(step.part if isinstance(step, Step) else step) is not None


def _moving(pages: Sequence[Page], fixed: frozenset[int]) -> list[Page]:
    return [page for page in pages if page.step not in fixed]


def _items(
    pages: Sequence[Page], there: Sequence[Page], found: Sequence[Page]
) -> Iterator[tuple[NodePath, tuple[int, ...]]]:
    """New orders of lists; an item whose slides are gone, or that stands alone elsewhere, keeps its
    place.
    """
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
    every = list(range(len(storyboard.order)))
    order = sorted(every, key=lambda step: ranks.steps[step])
    if order == every:
        return
    if "order" in storyboard.model_fields_set:
        yield Reorder(ORDER, tuple(order))
    else:
        yield Set(ORDER, tuple(str(storyboard.order[step]) for step in order))
