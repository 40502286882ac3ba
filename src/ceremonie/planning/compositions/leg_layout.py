"""Where map, lanes and words of the relay stand on a slide, for each screen.

The words have the same rooms whatever they are: `count` is what stands above the title, `town`
what stands next to it. On a crowded map some names stand in the legend.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.course import Arrival
from ceremonie.planning.compositions.route_layout import Layout, Widths
from ceremonie.planning.compositions.text_place import TextPlace
from ceremonie.planning.drawing import Hang

NAME = 48
"""px of the names on the map: 24 pt, which the last row reads."""


@dataclass(frozen=True)
class Layouts:
    """With all names on the map, and with a legend or a title that needs the whole width."""

    usual: Layout
    crowded: Layout


USUAL = Layout(
    map=Bounds(700, 14, 1824, 1066),
    align=1,
    arrival=Arrival(884, 660),
    lane_end=420,
    widths=Widths(route=42, casing=54, ribbon=48, node=37, head=74),
    titles=(
        TextPlace(Bounds(96, 276, 684, 560), 364, ((96, 2), (80, 3), (64, 4), (56, 4), (48, 5))),
    ),
    count=TextPlace(Bounds(96, 54, 684, 122), 100, ((48, 1),)),
    town=TextPlace(Bounds(96, 134, 684, 264), 250, ((48, 2),), hang=Hang.BOTTOM),
    mention=TextPlace(Bounds(96, 640, 684, 790), 758, ((40, 1), (36, 3))),
    name=NAME,
    clear=0,
    most_names=12,
)
CROWDED = replace(
    USUAL,
    map=Bounds(852, 246, 1824, 1066),
    arrival=Arrival(962, 760),
    widths=Widths(route=38, casing=48, ribbon=40, node=34, head=64),
    titles=(TextPlace(Bounds(96, 54, 1824, 234), 142, ((92, 1), (76, 2), (56, 3), (48, 3))),),
    count=TextPlace(Bounds(96, 246, 836, 312), 292, ((48, 1),)),
    town=TextPlace(Bounds(96, 312, 836, 378), 358, ((48, 1),)),
    mention=TextPlace(Bounds(96, 774, 700, 890), 872, ((40, 1), (36, 3))),
    legend=Bounds(96, 394, 800, 766),
)

LAPTOP_USUAL = replace(
    USUAL,
    map=Bounds(654, 14, 1642, 1066),
    arrival=Arrival(884, 620),
    lane_end=380,
    titles=(
        TextPlace(Bounds(86, 276, 640, 560), 364, ((96, 2), (80, 3), (64, 4), (56, 4), (48, 5))),
    ),
    count=TextPlace(Bounds(86, 54, 640, 122), 100, ((48, 1),)),
    town=TextPlace(Bounds(86, 134, 640, 264), 250, ((48, 2),), hang=Hang.BOTTOM),
    mention=TextPlace(Bounds(86, 640, 640, 790), 758, ((40, 1), (36, 3))),
)
LAPTOP_CROWDED = replace(
    CROWDED,
    map=Bounds(792, 246, 1642, 1066),
    arrival=Arrival(962, 700),
    lane_end=380,
    titles=(TextPlace(Bounds(86, 54, 1642, 234), 142, ((92, 1), (76, 2), (56, 3), (48, 3))),),
    count=TextPlace(Bounds(86, 246, 780, 312), 292, ((48, 1),)),
    town=TextPlace(Bounds(86, 312, 780, 378), 358, ((48, 1),)),
    mention=TextPlace(Bounds(86, 774, 650, 890), 872, ((40, 1), (36, 3))),
    legend=Bounds(86, 394, 760, 766),
)

CLASSIC_USUAL = replace(
    USUAL,
    map=Bounds(400, 262, 1368, 1066),
    arrival=Arrival(826, 500),
    lane_end=270,
    titles=(TextPlace(Bounds(72, 132, 1368, 254), 222, ((104, 1), (80, 1), (56, 2), (48, 2))),),
    count=TextPlace(Bounds(72, 54, 620, 122), 102, ((48, 1),)),
    town=TextPlace(Bounds(640, 54, 1368, 122), 102, ((48, 1),)),
    mention=TextPlace(Bounds(72, 908, 640, 1026), 1008, ((40, 1), (36, 3))),
)
CLASSIC_CROWDED = replace(
    CROWDED,
    map=Bounds(716, 246, 1368, 1066),
    arrival=Arrival(962, 640),
    lane_end=320,
    widths=Widths(route=34, casing=44, ribbon=40, node=33, head=58),
    titles=(TextPlace(Bounds(72, 54, 1368, 234), 142, ((92, 1), (76, 2), (56, 3), (44, 4))),),
    count=TextPlace(Bounds(72, 246, 700, 312), 292, ((48, 1),)),
    town=TextPlace(Bounds(72, 312, 700, 378), 358, ((48, 1),)),
    mention=TextPlace(Bounds(72, 774, 600, 890), 872, ((40, 1), (36, 3))),
    legend=Bounds(72, 394, 690, 766),
)

WIDE = Layouts(USUAL, CROWDED)
LAPTOP = Layouts(LAPTOP_USUAL, LAPTOP_CROWDED)
CLASSIC = Layouts(CLASSIC_USUAL, CLASSIC_CROWDED)
