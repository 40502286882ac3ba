"""The names of the stops: on the map where there is room, the others in a legend by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Anchor, Box, Element, Hang
from ceremonie.planning.hyphenation import Parting
from ceremonie.planning.labels import PAD, Label
from ceremonie.planning.pen import Pen
from ceremonie.planning.typesetting import STEP, Setting, wrap
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import width

LEADING = 1.05
"""Of names, on the map and in the legend."""

ROW = 1.1
"""Times the size of its names: a row of the legend."""

RISE = 0.87
"""Times the size of its names: from the top of a row to their baseline."""

AFTER_NUMBER = 0.4
"""Times the size of its names: between the longest number and them."""


def on_map(
    name: str, label: Label, style: Style, pen: Pen, *, edited: bool = False
) -> tuple[Element, ...]:
    """A name on a box of its pen's ground, in the middle of it where its font may be another."""
    box = label.box
    plate = Box(
        name=f"étiquette {name}",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        colour=pen.ground,
        entrance=pen.entrance,
        until=pen.until,
    )
    words, baseline = Setting(label.lines, style, fits=True), box.top + 1.1 * style.size
    if edited:
        centred = pen.set(
            f"nom {name}", words, box, baseline, anchor=Anchor.MIDDLE, hang=Hang.MIDDLE
        )
        return plate, centred
    room = replace(box, left=box.left + PAD)
    return plate, pen.set(f"nom {name}", words, room, baseline)


@dataclass(frozen=True)
class Row:
    """A name that the map has no place for; `pen` says when it comes in. Its number has a place so
    many times as wide as itself (`wider`), for another font.
    """

    number: int
    name: str
    pen: Pen
    wider: float = 1.0


def legend(rows: Sequence[Row], room: Bounds, style: Style) -> Iterator[Element]:
    """The names one below the other, each behind the number that its stop has on the map; as large
    as the style, or smaller until all have their place.
    """
    style, lines = _settled(rows, room, style)
    numbers, top = _numbers(rows, style), room.top
    for row, words in zip(rows, lines, strict=True):
        bottom = top + _height([words], style)
        yield from _row(row, words, numbers, replace(room, top=top, bottom=bottom), style)
        top = bottom


def sized(rows: Sequence[Row], room: Bounds, style: Style) -> Style:
    """The largest size at which a legend has its place in the room."""
    return _settled(rows, room, style)[0]


def has_room(rows: Sequence[Row], room: Bounds, style: Style) -> bool:
    """Whether the room takes all rows of a legend."""
    style, lines = _settled(rows, room, style)
    return _height(lines, style) <= room.height


def _height(lines: Sequence[tuple[str, ...]], style: Style) -> float:
    rows = (ROW + (len(words) - 1) * LEADING for words in lines)
    return sum(rows) * style.size


def _settled(
    rows: Sequence[Row], room: Bounds, style: Style
) -> tuple[Style, list[tuple[str, ...]]]:
    """The largest size at which all rows stand in the room, and the lines of each."""
    for size in range(round(style.size), FLOOR - 1, -STEP):
        sized = style.at(size)
        across = room.width - _numbers(rows, sized) - AFTER_NUMBER * size
        lines = [wrap(row.name, sized, across, Parting.NONE) for row in rows]
        if _height(lines, sized) <= room.height:
            break
    return sized, lines


def _numbers(rows: Sequence[Row], style: Style) -> float:
    """px that the widest number takes."""
    return max(row.wider * width(str(row.number), _heavy(style)) for row in rows)


def _heavy(style: Style) -> Style:
    return replace(style, weight=800)


def _row(
    row: Row, words: tuple[str, ...], numbers: float, place: Bounds, style: Style
) -> Iterator[Element]:
    baseline = place.top + RISE * style.size
    ahead = replace(place, right=place.left + numbers)
    number = Setting((str(row.number),), _heavy(style), fits=True)
    yield row.pen.set(f"rang {row.number}", number, ahead, baseline, anchor=Anchor.END)
    own = replace(place, left=ahead.right + AFTER_NUMBER * style.size)
    name = Setting(words, style, fits=True)
    yield row.pen.set(f"légende {row.number}", name, own, baseline)
