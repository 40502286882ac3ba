"""The order of the ceremony: which moments each part of the storyboard gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import (
    athlete,
    closing,
    custom,
    day,
    end_credits,
    figures,
    opening,
    partners,
    performance,
    prizes,
    relay,
    screening,
    testimony,
    title,
)
from ceremonie.planning.transition import FADE
from ceremonie.storyboard.programme import Section

Tell = Callable[[Script], tuple[Moment, ...]]


def _days(script: Script) -> tuple[Moment, ...]:
    return tuple(
        moment
        for index in range(len(script.storyboard.days))
        for moment in day.moments(script, index)
    )


PARTS: dict[Section, Tell] = {
    Section.TITLE: title.moments,
    Section.OPENING: opening.moments,
    Section.RELAY: relay.moments,
    Section.DAYS: _days,
    Section.FIGURES: figures.moments,
    Section.FILM: screening.moments,
    Section.TESTIMONIES: testimony.moments,
    Section.ATHLETES: athlete.moments,
    Section.PRIZES: prizes.moments,
    Section.PERFORMANCES: performance.moments,
    Section.CUSTOM: custom.moments,
    Section.PARTNERS: partners.moments,
    Section.CLOSING: closing.moments,
    Section.CREDITS: end_credits.moments,
}


def moments(script: Script) -> tuple[Moment, ...]:
    """Every moment of the ceremony, in the order of `deroule`; each day is a part of its own."""
    told = (moment for part in script.storyboard.order for moment in PARTS[part](script))
    names = script.language.parts
    return tuple(replace(moment, part=moment.part or names[moment.section]) for moment in told)


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
    """What its chapter of the film is called: each day is one."""
    if moment.section is Section.DAYS:
        return moment.part
    return language.chapter(moment.section)
