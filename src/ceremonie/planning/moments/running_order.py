"""The running order: the deck's own slide of links, one to each part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ceremonie.planning.content import Chapter, Part, Programme
from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.moment import PROGRAMME, Moment
from ceremonie.planning.notes import Notes
from ceremonie.storyboard.programme import Section

ROWS = 14
"""Of one slide, for the last row of the hall."""

APART = -1
"""The entry of `deroule` that shows a running order which no title stands before: none."""


def with_running_order(moments: Iterable[Moment], language: Language) -> tuple[Moment, ...]:
    """Those moments that have a slide; the running order follows the cover."""
    seen = [moment for moment in moments if moment.slide]
    titled = bool(seen) and seen[0].section is Section.TITLE
    position, step = (1, seen[0].step) if titled else (0, APART)
    order = (replace(moment, step=step) for moment in running_order(seen, language))
    return (*seen[:position], *order, *seen[position:])


def running_order(moments: Sequence[Moment], language: Language) -> tuple[Moment, ...]:
    """Of moments that all have a slide."""
    return tuple(_moments(_firsts(moments), language))


def _firsts(moments: Sequence[Moment]) -> list[Moment]:
    """The first slide of each part, as often as one comes."""
    told = [moment for moment in moments if moment.section is not Section.TITLE]
    return [next(together) for _, together in groupby(told, key=lambda one: one.part)]


def _moments(firsts: Sequence[Moment], language: Language) -> Iterator[Moment]:
    """As few slides as hold all parts, about as full."""
    slides = max(1, math.ceil(len(firsts) / ROWS))
    size = max(1, math.ceil(len(firsts) / slides))
    for number in range(slides):
        first = number * size
        yield _moment(number, first + 1, firsts[first : first + size], language)


def _moment(number: int, first: int, firsts: Sequence[Moment], language: Language) -> Moment:
    title = language.part(language.programme, number)
    numbered = (f"{n}. {moment.part}" for n, moment in enumerate(firsts, first))
    return Moment(
        id=f"{PROGRAMME}-suite-{number}" if number else PROGRAMME,
        kind="deroule",
        section=Section.TITLE,
        part=language.parts[Section.TITLE],
        title=title,
        path=("deroule",),
        slide=Programme(title, tuple(map(_part, firsts)), first),
        notes=Notes(say=tuple(numbered), do=(language.click_part,)),
        links=tuple(Link(f"partie {n}", moment.id) for n, moment in enumerate(firsts, first)),
    )


def _part(first: Moment) -> Part:
    day = first.slide.day if isinstance(first.slide, Chapter) else None
    return Part(first.part, day)
