"""Where map, lanes and words of the relay stand, for each shape."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.course import Arrival
from ceremonie.planning.compositions.text_place import TextPlace
from ceremonie.planning.drawing import Text

AIR = 20
"""px between words and the map, at least."""


@dataclass(frozen=True)
class Widths:
    """px: the route and its edge, the lanes it comes from, the discs of stops and of the flame."""

    route: float
    casing: float
    ribbon: float
    node: float
    head: float

    @property
    def least_head(self) -> float:
        """The radius of the flame's disc where stops are near to each other."""
        return 1.35 * self.node

    @property
    def apart(self) -> float:
        """px from one stop to any other: the flame on one does not reach the number of the other,
        nor does its ring.
        """
        return self.node + self.least_head + 7


@dataclass(frozen=True)
class Layout:
    """The neighbours of the lane that leaves stop at `lane_end`. `titles` are the places of the
    title: the first that neither the map nor the route reaches is taken.

    `name` is the size of the stops' names, which keep `clear` px of words. Of more than
    `most_names` only that of the stop that is reached is read, and that of the next. `legend` is
    the room of the names that have no place on the map, `lists` are the rooms of all of them.
    """

    map: Bounds
    align: float
    arrival: Arrival
    lane_end: float
    widths: Widths
    titles: tuple[TextPlace, ...]
    count: TextPlace
    town: TextPlace
    mention: TextPlace
    name: float
    clear: float
    most_names: int
    legend: Bounds | None = None
    lists: tuple[Bounds, ...] = ()

    @property
    def lanes(self) -> Bounds:
        """Where the lane that leaves and its neighbours come in."""
        half = 1.5 * self.widths.ribbon
        return Bounds(0, self.arrival.axis - half, self.lane_end, self.arrival.axis + half)

    def above(self, mention: Text | None) -> Layout:
        """Where the mention takes the foot of the map, map and lanes end above it."""
        if mention is None or not self.map.meets(self.mention.room):
            return self
        bottom = mention.baseline - mention.style.size - AIR
        axis = min(self.arrival.axis, bottom - 1.5 * self.widths.ribbon)
        return replace(
            self,
            map=replace(self.map, bottom=bottom),
            arrival=replace(self.arrival, axis=axis),
        )


WIDE = Layout(
    map=Bounds(656, 14, 1824, 1066),
    align=1,
    arrival=Arrival(884, 660),
    lane_end=420,
    widths=Widths(route=42, casing=54, ribbon=48, node=37, head=74),
    titles=(
        TextPlace(Bounds(96, 54, 796, 372), 180, ((132, 2), (112, 2), (96, 2), (80, 3))),
        TextPlace(
            Bounds(96, 54, 636, 392), 150, ((112, 2), (96, 2), (80, 3), (64, 4), (56, 5), (44, 6))
        ),
    ),
    count=TextPlace(Bounds(96, 412, 556, 486), 470, ((60, 1), (44, 2))),
    town=TextPlace(Bounds(96, 490, 556, 600), 538, ((52, 1), (44, 2))),
    mention=TextPlace(Bounds(96, 640, 640, 790), 758, ((40, 1), (36, 3))),
    name=40,
    clear=24,
    most_names=12,
)
CROWDED = replace(
    WIDE,
    arrival=Arrival(950, 660),
    titles=(
        TextPlace(
            Bounds(96, 54, 636, 288),
            120,
            ((88, 1), (80, 2), (64, 3), (56, 4), (44, 5), (36, 6)),
        ),
    ),
    count=TextPlace(Bounds(96, 298, 556, 356), 344, ((52, 1), (44, 1))),
    town=TextPlace(Bounds(96, 360, 636, 410), 396, ((44, 1), (36, 1))),
    mention=TextPlace(Bounds(96, 748, 640, 862), 848, ((40, 1), (36, 3))),
    legend=Bounds(96, 424, 600, 742),
)
"""Where names stand in the legend, words are smaller and the lanes lower."""

SQUARE = Layout(
    map=Bounds(54, 266, 1026, 1056),
    align=0.5,
    arrival=Arrival(900, 260),
    lane_end=170,
    widths=Widths(route=32, casing=42, ribbon=38, node=31, head=58),
    titles=(
        TextPlace(
            Bounds(54, 54, 1026, 172), 130, ((100, 1), (88, 1), (76, 1), (56, 2), (44, 2), (36, 3))
        ),
    ),
    count=TextPlace(Bounds(54, 184, 400, 240), 226, ((46, 1), (40, 1))),
    town=TextPlace(Bounds(412, 184, 1026, 240), 226, ((46, 1), (40, 1))),
    mention=TextPlace(Bounds(54, 880, 1026, 1026), 1014, ((36, 1), (36, 3))),
    name=36,
    clear=16,
    most_names=7,
)
TALL = Layout(
    map=Bounds(24, 610, 1056, 1480),
    align=0.5,
    arrival=Arrival(1390, 360),
    lane_end=300,
    widths=Widths(route=38, casing=50, ribbon=44, node=35, head=68),
    titles=(
        TextPlace(
            Bounds(54, 120, 1026, 420),
            236,
            ((132, 2), (112, 2), (96, 2), (80, 3), (56, 5)),
        ),
    ),
    count=TextPlace(Bounds(54, 432, 1026, 506), 488, ((60, 1), (52, 1))),
    town=TextPlace(Bounds(54, 510, 1026, 580), 556, ((56, 1), (48, 1))),
    mention=TextPlace(Bounds(54, 1380, 1026, 1536), 1520, ((40, 1), (36, 3))),
    name=36,
    clear=16,
    most_names=0,
)
