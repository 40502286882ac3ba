"""The order of the ceremony: which moments each part of the storyboard gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
