"""How figures and maps are told: each number with what it counts, each town once."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.planning.content import Bars, Figure, Figures, Share
from ceremonie.planning.map_content import Place, Route, WorkshopMap
from ceremonie.planning.told import Kind, Told
from ceremonie.planning.typography import HARD, sentence
from ceremonie.territory.values import Territory


def figures(content: Figures) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield from (Told(Kind.ITEM, _counted(figure)) for figure in content.figures)
    yield Told(Kind.WORDS, content.source)


def share(content: Share) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield Told(Kind.ITEM, _counted(content.figure, content.whole))
    yield Told(Kind.WORDS, content.source)


def bars(content: Bars) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield Told(Kind.WORDS, f"{_joined(content.above, content.label)}{HARD}:")
    yield from (Told(Kind.ITEM, f"{bar.label} : {bar.written}") for bar in content.bars)
    yield Told(Kind.WORDS, content.source)


def route(content: Route) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield _map(content.territory, "où la flamme avance")
    yield from (Told(Kind.ITEM, f"{stop.count} : {stop.label}") for stop in content.stops)
    yield Told(Kind.WORDS, sentence(content.total, content.dates))
    yield Told(Kind.WORDS, content.mention)


def workshop_map(content: WorkshopMap) -> Iterator[Told]:
    """Counts stand beside counts alone."""
    yield Told(Kind.HEADING, content.title)
    yield Told(Kind.WORDS, sentence(content.total, content.detail))
    yield _map(content.territory, "où chaque lieu a son repère")
    counted = any(place.count > 1 for place in content.places)
    yield from (Told(Kind.ITEM, _placed(place, counted=counted)) for place in content.places)
    yield Told(Kind.WORDS, content.mention)


def _map(territory: Territory, what: str) -> Told:
    name = territory.name.strip()
    return Told(Kind.SEEN, f"une carte{f' ({name})' if name else ''}, {what}")


def _placed(place: Place, *, counted: bool) -> str:
    name = place.label or place.town
    return f"{name} : {place.count}" if counted else name


def _counted(figure: Figure, whole: str = "") -> str:
    return _joined(figure.above, figure.written, whole, figure.label)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
