"""The relay on the map: how long the flame is under way, how long it stays."""

from __future__ import annotations

from ceremonie.planning.content import Route, Stop
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import (
    capitalised,
    french,
    in_words,
    period,
    sentence,
    weekday,
)
from ceremonie.storyboard.departments import department
from ceremonie.storyboard.model import Relay
from ceremonie.storyboard.programme import Section

DEPARTURE = 24
"""Frames until the flame sets out: the map is there by then."""

TRAVEL = 34
HOLD = 25
"""Frames from one stage to the next, and at rest on it."""

ARRIVED = 75
"""Frames after the last stage is reached."""


def moments(script: Script) -> tuple[Moment, ...]:
    relay = script.storyboard.relay
    if relay is None or department(relay.department) is None:
        return ()
    route = _route(relay, script.language)
    return (
        Moment(
            id="flamme",
            kind="flamme",
            section=Section.RELAY,
            title=french(relay.title),
            path=("flamme",),
            screen=route,
            slide=route,
            frames=max(
                readable(0, *(stage.town for stage in relay.stages)),
                route.stops[-1].reached + ARRIVED,
            ),
            notes=_notes(relay),
        ),
    )


def _route(relay: Relay, language: Language) -> Route:
    count = len(relay.stages)
    dates = [stage.date for stage in relay.stages if stage.date]
    return Route(
        title=french(relay.title),
        department=relay.department,
        departs=DEPARTURE,
        stops=tuple(_stop(relay, index, language) for index in range(count)),
        total=language.all_stages.format(count=capitalised(in_words(count))),
        dates=period(min(dates), max(dates)) if dates else "",
        mention=french(relay.mention or ""),
    )


def _stop(relay: Relay, index: int, language: Language) -> Stop:
    town, count = relay.stages[index].town, len(relay.stages)
    reached = DEPARTURE + TRAVEL + index * (TRAVEL + HOLD)
    return Stop(
        town=town,
        label=french(town),
        count=language.stage.format(number=index + 1, count=count),
        reached=reached,
        left=reached + HOLD,
    )


def _notes(relay: Relay) -> str:
    stages = [
        f"{i}. {sentence(s.town, weekday(s.date) if s.date else None, s.action)}"
        for i, s in enumerate(relay.stages, 1)
    ]
    return french("\n".join(x for x in (*stages, relay.mention, relay.notes) if x))
