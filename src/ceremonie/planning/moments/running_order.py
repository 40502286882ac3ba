"""The running order: the deck's own slide of links, one to each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceremonie.planning.content import Chapter, Part, Programme
from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.moment import Moment
from ceremonie.storyboard.programme import Section


def with_running_order(moments: Iterable[Moment], language: Language) -> tuple[Moment, ...]:
    """Those moments that have a slide; the running order follows the cover."""
    seen = [moment for moment in moments if moment.slide]
    position = 1 if seen and seen[0].section is Section.TITLE else 0
    return (*seen[:position], _moment(_parts(seen, language), language), *seen[position:])


def _parts(moments: Sequence[Moment], language: Language) -> dict[Part, str]:
    """The first slide of each part; each day is a part of its own."""
    parts: dict[Part, str] = {}
    for moment in moments:
        if moment.section is Section.TITLE:
            continue
        if moment.section is Section.DAYS and moment.kind != "chapitre":
            continue
        parts.setdefault(_part(moment, language), moment.id)
    return parts


def _part(moment: Moment, language: Language) -> Part:
    if isinstance(moment.slide, Chapter):
        return Part(moment.title, moment.slide.day)
    return Part(language.parts[moment.section])


def _moment(parts: dict[Part, str], language: Language) -> Moment:
    numbered = (f"{number}. {part.name}" for number, part in enumerate(parts, 1))
    return Moment(
        id="deroule",
        kind="deroule",
        section=Section.TITLE,
        title=language.programme,
        path=("deroule",),
        slide=Programme(language.programme, tuple(parts)),
        notes="\n".join((language.click_part, *numbered)),
        links=tuple(Link(f"partie {i}", target) for i, target in enumerate(parts.values(), 1)),
    )
