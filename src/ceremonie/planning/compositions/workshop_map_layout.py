"""Where the map of the workshops and its words stand, for each shape and each screen: with the
names on the map, and with lists of them.
"""

from __future__ import annotations

from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import leg_layout, route_layout
from ceremonie.planning.compositions.course import Arrival
from ceremonie.planning.compositions.leg_layout import Layouts
from ceremonie.planning.compositions.route_layout import Layout, Widths
from ceremonie.planning.compositions.text_place import TextPlace

_TITLE = ((104, 2), (88, 2), (80, 3), (64, 4), (56, 5), (44, 6))

_WIDE = replace(
    route_layout.WIDE,
    lane_end=500,
    titles=(TextPlace(Bounds(96, 54, 640, 392), 150, _TITLE),),
)


def _thin(widths: Widths, ribbon: float) -> Widths:
    """With lanes that leave more room above them."""
    return replace(widths, ribbon=ribbon)


_SQUARE = replace(
    route_layout.SQUARE,
    map=Bounds(54, 266, 1026, 864),
    arrival=Arrival(925, 260),
    lane_end=230,
    widths=_thin(route_layout.SQUARE.widths, 28),
)
_TALL = replace(
    route_layout.TALL,
    map=Bounds(24, 600, 1056, 1366),
    arrival=Arrival(1426, 360),
    widths=_thin(route_layout.TALL.widths, 30),
)

WIDE = (
    _WIDE,
    replace(
        route_layout.CROWDED,
        arrival=Arrival(948, 660),
        lane_end=500,
        widths=_thin(_WIDE.widths, 24),
        mention=TextPlace(Bounds(96, 988, 700, 1026), 1018, ((36, 1),)),
        legend=None,
        lists=(Bounds(96, 424, 656, 902),),
    ),
)
SQUARE = (
    _SQUARE,
    replace(_SQUARE, map=Bounds(500, 266, 1026, 864), lists=(Bounds(54, 266, 480, 870),)),
)
TALL = (
    _TALL,
    replace(
        _TALL,
        map=Bounds(24, 600, 1056, 1050),
        lists=(Bounds(54, 1080, 530, 1366), Bounds(550, 1080, 1026, 1366)),
    ),
)


def _on_slide(layouts: Layouts, *lists: Bounds) -> tuple[Layout, ...]:
    """With the names on the map, and all names in two columns."""
    return layouts.usual, replace(layouts.crowded, legend=None, lists=lists)


ROOM_WIDE = _on_slide(leg_layout.WIDE, Bounds(96, 394, 456, 766), Bounds(476, 394, 836, 766))
LAPTOP = _on_slide(leg_layout.LAPTOP, Bounds(86, 394, 426, 766), Bounds(446, 394, 786, 766))
CLASSIC = _on_slide(leg_layout.CLASSIC, Bounds(72, 394, 372, 766), Bounds(392, 394, 692, 766))
