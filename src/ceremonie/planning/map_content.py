"""What a map shows, as data: the relay over it, or where the workshops were."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.territory.values import Territory


@dataclass(frozen=True)
class Stop:
    """A stage of the relay in a commune: `label` is its name on the map, `count` « Étape 2 sur 5 ».
    The flame is there from frame `reached` to frame `left`, counted from where entrances begin.
    """

    town: str
    label: str
    count: str
    reached: int
    left: int


@dataclass(frozen=True)
class Route:
    """The relay on the map of a territory. The flame sets out at frame `departs`;
    `total` and `dates` are said once all stops are behind it. All this is told in `frames` frames.
    """

    title: str
    territory: Territory
    departs: int
    stops: tuple[Stop, ...]
    total: str
    dates: str
    mention: str
    frames: int = 0


@dataclass(frozen=True)
class Leg:
    """A slide of the relay: the flame is at stop number `reached` of its route. `kicker` stands
    above the title, `detail` next to it.
    """

    route: Route
    kicker: str
    title: str
    detail: str
    reached: int


@dataclass(frozen=True)
class Place:
    """A commune where workshops were, as many as `count`. `label` is its name on the map, empty
    where it is but a dot; `symbol` the pictogram that stands for it, empty where the count does.
    """

    town: str
    label: str
    count: int
    symbol: str = ""


@dataclass(frozen=True)
class WorkshopMap:
    """Where the workshops were: twelve places at most have a label. `total` counts the workshops,
    `detail` says where all this is.
    """

    title: str
    territory: Territory
    places: tuple[Place, ...]
    total: str
    detail: str
    mention: str
