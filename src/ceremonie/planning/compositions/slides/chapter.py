"""A day opens on a slide: its number, the next days' lanes and the giant numeral are the ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.chapter import Numeral, lanes, numeral
from ceremonie.planning.content import Chapter
from ceremonie.planning.drawing import Drawing, Hang, Role, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import day_colour
from ceremonie.theme.track import Point


@dataclass(frozen=True)
class _Layout:
    """`lanes` is the point about which they turn. Days without numbers have no numeral."""

    lanes: Point
    name: Slot
    theme: Slot
    date: Slot | None = None
    numeral: Numeral | None = None


def _numbered(
    turn: Point, left: float, right: float, *, foot: float, size: float, numeral: Numeral
) -> _Layout:
    return _Layout(
        lanes=turn,
        name=Slot(Bounds(left, 80, right, 348), size, Hang.BOTTOM),
        date=Slot(Bounds(left, 360, right, 464), 72),
        theme=Slot(Bounds(left, 486, right, foot), 60),
        numeral=numeral,
    )


def _alone(
    turn: Point, left: float, right: float, *, end: float, foot: float, size: float
) -> _Layout:
    return _Layout(
        lanes=turn,
        name=Slot(Bounds(left, 54, end, 504), size, Hang.BOTTOM),
        theme=Slot(Bounds(left, 524, right, foot), 60),
    )


def _named(numbered: _Layout, end: float) -> _Layout:
    """The name has the room as far as `end`, where no numeral stands."""
    room = replace(numbered.name.room, right=end)
    return replace(numbered, name=replace(numbered.name, room=room), numeral=None)


def _undated(layout: _Layout) -> _Layout:
    """The theme begins where the date would stand."""
    assert layout.date
    room = replace(layout.theme.room, top=layout.date.room.top)
    return replace(layout, theme=replace(layout.theme, room=room))


_WIDE, _LAPTOP, _CLASSIC = (1430, 2620), (1290, 2620), (1070, 2650)
_NUMBERED = {
    "wide": _numbered(
        _WIDE,
        96,
        930,
        foot=704,
        size=230,
        numeral=Numeral(956, 1824, one=(1780, 1128), others=(1500, 944)),
    ),
    "laptop": _numbered(
        _LAPTOP,
        88,
        850,
        foot=692,
        size=220,
        numeral=Numeral(870, 1650, one=(1600, 1010), others=(1400, 850)),
    ),
    "classic": _numbered(
        _CLASSIC,
        72,
        780,
        foot=692,
        size=200,
        numeral=Numeral(790, 1376, one=(1400, 900), others=(1200, 740)),
    ),
}
_ALONE = {
    "wide": _alone(_WIDE, 96, 956, end=1600, foot=704, size=200),
    "laptop": _alone(_LAPTOP, 88, 850, end=1540, foot=692, size=190),
    "classic": _alone(_CLASSIC, 72, 780, end=1368, foot=692, size=168),
}


_NAMED = {
    "wide": _named(_NUMBERED["wide"], 1600),
    "laptop": _named(_NUMBERED["laptop"], 1540),
    "classic": _named(_NUMBERED["classic"], 1368),
}
_UNDATED = {screen: _undated(layout) for screen, layout in _NAMED.items()}


def compose(content: Chapter, staging: Staging) -> Drawing:
    layout = staging.by_screen(**_layouts(content))
    decoration = (
        *numeral(content, layout.numeral, staging),
        *lanes(content, layout.lanes, staging),
    )
    elements = (*ground(*decoration), *_words(content, layout, staging))
    return staging.drawing(day_colour(content.day), elements)


def _layouts(content: Chapter) -> dict[str, _Layout]:
    if content.numbered:
        return _NUMBERED
    if not content.named:
        return _ALONE
    return _NAMED if content.date else _UNDATED


def _words(content: Chapter, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, pen = staging.scale, pen_on(day_colour(content.day))
    rows = (
        ("jour", content.name, layout.name, scale.chapter, Role.TITLE),
        ("date", content.date, layout.date, scale.date, Role.SUBTITLE),
        ("thème", content.theme, layout.theme, scale.name, Role.BODY),
    )
    for label, words, slot, style, role in rows:
        if words and slot:
            yield slot.text(pen, label, words, style, role=role)
