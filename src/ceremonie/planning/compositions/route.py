"""The relay over the map: one lane leaves the bundle and becomes the route of the flame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.chart import FIELD, Site, touches
from ceremonie.planning.compositions.route_layout import (
    AIR,
    CROWDED,
    SQUARE,
    TALL,
    WIDE,
    Layout,
)
from ceremonie.planning.compositions.route_marks import Marks
from ceremonie.planning.compositions.text_place import TextPlace
from ceremonie.planning.drawing import Drawing, Role, Text
from ceremonie.planning.map_content import Route
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.theme.typeface import width

CLOSE = 1.15
"""Leading of a mention of several lines."""


def compose(content: Route, staging: Staging) -> Drawing:
    layouts = staging.by_shape(wide=(WIDE, CROWDED), square=(SQUARE,), tall=(TALL,))
    for usual in layouts:
        marks, words = _composed(content, usual, staging)
        if marks.all_named:
            break
    return staging.drawing(FIELD, (*marks.drawn(), *words))


def _composed(content: Route, usual: Layout, staging: Staging) -> tuple[Marks, tuple[Text, ...]]:
    """The map and the words beside it, in this layout."""
    mention = _mention(content, usual, staging)
    layout = usual.above(mention)
    site = Site(content.territory, layout.map, layout.align)
    others = (*_standing(content, layout, staging), *([mention] if mention else []))
    for place in layout.titles:
        title = _title(content, place, staging)
        marks = Marks(content, site, layout, staging, _rooms(title, *others))
        if marks.way.clear and not _on_land(title, site):
            break
    return marks, (title, *others)


def _rooms(*words: Text) -> tuple[Bounds, ...]:
    return tuple(dict.fromkeys(text.room for text in words if text.room))


def _mention(content: Route, layout: Layout, staging: Staging) -> Text | None:
    """Its room is what it takes: the map needs the rest."""
    if not content.mention:
        return None
    style = replace(staging.scale.small, leading=CLOSE)
    text = layout.mention.text(pen_on(FIELD), "mention", content.mention, style, role=Role.CREDIT)
    return replace(text, room=replace(layout.mention.room, top=text.baseline - text.style.size))


def _title(content: Route, place: TextPlace, staging: Staging) -> Text:
    pen, style = pen_on(FIELD, motion.text(staging.lead)), staging.scale.headline
    return place.text(pen, "titre", content.title, style, role=Role.TITLE)


def _on_land(text: Text, site: Site) -> bool:
    """Whether a line lies on the map, or as near that it would touch it."""
    size = text.style.size
    bottoms = (text.baseline + i * text.style.line_height for i in range(len(text.lines)))
    return any(
        touches(site, Bounds(text.x, y - size, text.x + width(line, text.style) + AIR, y + AIR))
        for line, y in zip(text.lines, bottoms, strict=True)
    )


def _standing(content: Route, layout: Layout, staging: Staging) -> Iterator[Text]:
    """What is reached, beside the map; in the end the sum of it."""
    start, stops = staging.lead, content.stops
    ends = (*(stop.reached for stop in stops[1:]), stops[-1].left)
    rows = [
        (stop.count, stop.label, stop.reached, until)
        for stop, until in zip(stops, ends, strict=True)
    ]
    for index, (count, town, since, until) in enumerate(rows, 1):
        pen = pen_on(FIELD, motion.appear(start + since), start + until)
        yield from _pair(index, (count, town), layout, pen, staging)
    pen = pen_on(FIELD, motion.appear(start + stops[-1].left))
    yield from _pair(len(rows) + 1, (content.total, content.dates), layout, pen, staging)


def _pair(
    index: int, words: tuple[str, str], layout: Layout, pen: Pen, staging: Staging
) -> Iterator[Text]:
    count, town = words
    name, place = staging.scale.name, staging.scale.place
    yield layout.count.text(pen, f"étape en cours {index}", count, name, role=Role.SUBTITLE)
    if town:
        yield layout.town.text(pen, f"lieu en cours {index}", town, place, role=Role.SUBTITLE)
