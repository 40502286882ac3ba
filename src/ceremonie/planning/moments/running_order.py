"""The running order: the deck's own slide of links, one to each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceremonie.planning.content import Chapter, Part, Programme
from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.moment import PROGRAMME, Moment
from ceremonie.planning.notes import Notes
from ceremonie.storyboard.programme import Section


def with_running_order(moments: Iterable[Moment], language: Language) -> tuple[Moment, ...]:
    """Those moments that have a slide; the running order follows the cover."""
    seen = [moment for moment in moments if moment.slide]
    position = 1 if seen and seen[0].section is Section.TITLE else 0
    return (*seen[:position], _moment(_parts(seen), language), *seen[position:])


def _parts(moments: Sequence[Moment]) -> dict[Part, str]:
    """The first slide of each part."""
    parts: dict[str, Moment] = {}
    for moment in moments:
        if moment.section is not Section.TITLE:
            parts.setdefault(moment.part, moment)
    return {_part(first): first.id for first in parts.values()}


def _part(first: Moment) -> Part:
    day = first.slide.day if isinstance(first.slide, Chapter) else None
    return Part(first.part, day)


def _moment(parts: dict[Part, str], language: Language) -> Moment:
    numbered = (f"{number}. {part.name}" for number, part in enumerate(parts, 1))
    return Moment(
        id=PROGRAMME,
        kind="deroule",
        section=Section.TITLE,
        part=language.parts[Section.TITLE],
        title=language.programme,
        path=("deroule",),
        slide=Programme(language.programme, tuple(parts)),
        notes=Notes(say=tuple(numbered), do=(language.click_part,)),
        links=tuple(Link(f"partie {i}", target) for i, target in enumerate(parts.values(), 1)),
    )
