"""The relay on the map: how long the flame is under way, how long it stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.planning import ground
from ceremonie.planning.language import Language
from ceremonie.planning.map_content import Leg, Route, Stop
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import french, period, sentence, weekday
from ceremonie.storyboard.model import Relay
from ceremonie.storyboard.programme import Section
from ceremonie.territory.values import Territory

DEPARTURE = 24
"""Frames until the flame sets out: the map is there by then."""

TRAVEL = 34
HOLD = 25
"""Frames from one stage to the next, and at rest on it."""

ARRIVED = 75
"""Frames after the last stage is reached."""

FASTEST, USUAL = 0.5, 0.55
"""Of that time, where the film has little, and where it has no length of its own."""

TOGETHER, TOGETHER_FROM = 2, 4
"""Stages that a slide tells where there are so many of them: few slides for a long way."""

SHORT = 24
"""Signs of a title that may stand above another in one line."""


def moments(script: Script) -> tuple[Moment, ...]:
    """One shot of the film; on the slides the flame goes from stop to stop. None at all where a
    stage is not on the map.
    """
    relay = script.storyboard.relay
    territory = ground.of(script.storyboard, script.materials)
    if relay is None or territory is None or not _on_map(relay, territory):
        return ()
    told = _Relay(relay, territory, script.language)
    whole, *later = (told.moment(*span) for span in told.spans)
    shot = replace(whole, screen=told.route, length=_length(relay, told.route))
    return (shot, *later)


def _on_map(relay: Relay, territory: Territory) -> bool:
    return all(territory.commune(stage.town) for stage in relay.stages)


def _length(relay: Relay, route: Route) -> Length:
    """The flame goes at the pace at which the towns are read, within bounds."""
    reading = readable(0, *(stage.town for stage in relay.stages)).least
    least, usual = (max(reading, round(route.frames * pace)) for pace in (FASTEST, USUAL))
    return Length(least, usual, max(usual, route.frames))


@dataclass(frozen=True)
class _Relay:
    relay: Relay
    territory: Territory
    language: Language

    @cached_property
    def route(self) -> Route:
        return _route(self.relay, self.territory, self.language)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The stages that each slide tells, from the first to before the last."""
        count = len(self.relay.stages)
        each = TOGETHER if count >= TOGETHER_FROM else 1
        return [(first, min(first + each, count)) for first in range(0, count, each)]

    def moment(self, first: int, stop: int) -> Moment:
        is_sum = stop == len(self.relay.stages) and len(self.route.title) > SHORT
        leg = self._sum() if is_sum else self._leg(first, stop)
        return Moment(
            id="flamme" if first == 0 else f"flamme-{stop}",
            kind="flamme",
            section=Section.RELAY,
            title=leg.title,
            path=("flamme",),
            slide=leg,
            notes=Notes(say=_stages(self.relay, first, stop), know=self._known(first)),
            morph=first > 0,
        )

    def _known(self, first: int) -> tuple[str, ...]:
        return () if first else items(self.relay.mention, self.relay.notes)

    def _leg(self, first: int, stop: int) -> Leg:
        towns = [french(stage.town) for stage in self.relay.stages[first:stop]]
        both = self.language.two_towns.format(first=towns[0], last=towns[-1])
        return Leg(
            route=self.route,
            kicker=self._heading,
            title=both if len(towns) > 1 else towns[0],
            detail=self._counted(first, stop),
            reached=stop,
        )

    def _sum(self) -> Leg:
        """A title that no slide has said above the towns is that of the last one."""
        route = self.route
        last = len(route.stops)
        return Leg(route, kicker=route.total, title=route.title, detail=route.dates, reached=last)

    def _counted(self, first: int, stop: int) -> str:
        if stop - first == 1:
            return self.route.stops[first].count
        count = len(self.relay.stages)
        return self.language.two_stages(first + 1, stop, count)

    @property
    def _heading(self) -> str:
        """The relay's title, where it is short enough to stand above another."""
        title = self.route.title
        return title if len(title) <= SHORT else self.language.parts[Section.RELAY]


def _route(relay: Relay, territory: Territory, language: Language) -> Route:
    count = len(relay.stages)
    dates = [stage.date for stage in relay.stages if stage.date]
    return Route(
        title=french(relay.title),
        territory=territory,
        departs=DEPARTURE,
        stops=tuple(_stop(relay, index, language) for index in range(count)),
        total=language.all_stages(count),
        dates=period(min(dates), max(dates)) if dates else "",
        mention=french(relay.mention or ""),
        frames=DEPARTURE + TRAVEL + (count - 1) * (TRAVEL + HOLD) + ARRIVED,
    )


def _stop(relay: Relay, index: int, language: Language) -> Stop:
    town, count = relay.stages[index].town, len(relay.stages)
    reached = DEPARTURE + TRAVEL + index * (TRAVEL + HOLD)
    return Stop(
        town=town,
        label=french(town),
        count=language.stage(index + 1, count),
        reached=reached,
        left=reached + HOLD,
    )


def _stages(relay: Relay, first: int, stop: int) -> tuple[str, ...]:
    """What there is to say of the stages from `first` to before `stop`."""
    return tuple(
        f"{i}. {sentence(s.town, weekday(s.date) if s.date else None, s.action)}"
        for i, s in enumerate(relay.stages[first:stop], first + 1)
    )
