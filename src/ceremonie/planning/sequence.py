"""The order of the ceremony: which moments each part of the storyboard gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from ceremonie.planning import stage_time
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import (
    athlete,
    closing,
    custom,
    day,
    end_credits,
    figures,
    interludes,
    opening,
    partners,
    performance,
    prizes,
    relay,
    screening,
    speeches,
    testimony,
    title,
    volunteers,
    workshop_map,
)
from ceremonie.planning.transition import FADE
from ceremonie.storyboard.items import stage_seconds
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.steps import AGAIN

Tell = Callable[[Script], tuple[Moment, ...]]


def _days(script: Script) -> tuple[Moment, ...]:
    days = script.chosen(script.storyboard.days)
    return tuple(moment for index, _ in days for moment in day.moments(script, index))


PARTS: dict[Section, Tell] = {
    Section.TITLE: title.moments,
    Section.OPENING: opening.moments,
    Section.SPEECHES: speeches.moments,
    Section.RELAY: relay.moments,
    Section.MAP: workshop_map.moments,
    Section.DAYS: _days,
    Section.FIGURES: figures.moments,
    Section.FILM: screening.moments,
    Section.TESTIMONIES: testimony.moments,
    Section.ATHLETES: athlete.moments,
    Section.PRIZES: prizes.moments,
    Section.PERFORMANCES: performance.moments,
    Section.INTERLUDES: interludes.moments,
    Section.CUSTOM: custom.moments,
    Section.PARTNERS: partners.moments,
    Section.VOLUNTEERS: volunteers.moments,
    Section.CLOSING: closing.moments,
    Section.CREDITS: end_credits.moments,
}


def moments(script: Script) -> tuple[Moment, ...]:
    """Every moment of the ceremony, in the order of `deroule`; each day is a part of its own, and
    so is each interlude.
    """
    named = [
        replace(moment, part=moment.part or script.language.parts[moment.section])
        for moment in _acted(script)
    ]
    parts = coming_back([moment.part for moment in named], script.language)
    told = [
        moment if moment.section in AGAIN else replace(moment, part=part)
        for moment, part in zip(_each_once(named), parts, strict=True)
    ]
    board = script.storyboard
    return stage_time.timed(told, board.acts, stage_seconds(board))


def _acted(script: Script) -> Iterator[Moment]:
    """Those that each entry of `deroule` shows."""
    items, acts = script.storyboard.items, script.storyboard.acts
    for act in acts:
        for moment in PARTS[act.part](script.of(act, items.told(act, acts))):
            yield replace(moment, step=act.place)


def _each_once(moments: Iterable[Moment]) -> Iterator[Moment]:
    """With another id for each further time that one of them comes."""
    counted: Counter[str] = Counter()
    for moment in moments:
        counted[moment.id] += 1
        times = counted[moment.id]
        yield moment if times == 1 else replace(moment, id=f"{moment.id}-fois-{times}")


def coming_back(names: Sequence[str], language: Language) -> list[str]:
    """The names of parts or chapters, one for each moment: what comes back after another is told as
    going on.
    """
    seen: set[str] = set()
    told: list[str] = []
    for name, together in groupby(names):
        told += [language.going_on(name) if name in seen else name for _ in together]
        seen.add(name)
    return told


def filmed(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Those of the film as it shows them: credits that follow the last word go before it, so that
    the film ends with it; and the last shot is as much longer as it takes to go to black.
    """
    parts = [list(part) for _, part in groupby(moments, key=attrgetter("section"))]
    for place in range(1, len(parts)):
        before, after = parts[place - 1], parts[place]
        if (before[0].section, after[0].section) == (Section.CLOSING, Section.CREDITS):
            parts[place - 1 : place + 1] = [after, before]
    ordered = [moment for part in parts for moment in part]
    ordered[-1:] = [replace(last, length=last.length.longer(FADE)) for last in ordered[-1:]]
    return tuple(ordered)


def chapter(moment: Moment, language: Language) -> str:
    """What its chapter of the film is called: each part is one, but those that stand in another."""
    own = moment.section not in language.chapters
    return moment.part if own else language.chapter(moment.section)
