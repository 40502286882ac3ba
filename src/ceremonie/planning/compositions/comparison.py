"""Before and after: lanes that cross the photo of before leave that of after behind them.

Both photos have one crop and one camera, so that only what has changed is seen to change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import camera, motion
from ceremonie.planning.compositions import heads, sweep
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.caption_lane import lower_third
from ceremonie.planning.compositions.colours import field_of, three_lanes
from ceremonie.planning.compositions.plate import breadth
from ceremonie.planning.cropping import alike
from ceremonie.planning.drawing import Box, Drawing, Element, Photo, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Easing, Slide
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Compared
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, filling, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour

USUAL = 225
"""Frames of a shot whose length is not set yet."""

SEEN_FIRST = 0.45
"""Of the shot, in which the photo of before is seen: the other one is looked at for longer, since
its words are read too.
"""

GROWN = 1.03
"""Times as large as at first are both photos at the end: a camera that moved more would be taken
for the change.
"""

LABEL, CAPTION = 56, 40
"""px of « Avant » and « Après », and of what has changed."""

INSET, PADDING = 24, 28
"""px from a photo's edge to the plate of its label, and around the words in it."""

WIDEST = 820
"""px of the words of a plate."""

BADGE = 54

Sizes = tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class _Layout:
    """The photos stand in `box`, heading and place in `words`, which lie on the photos where none
    are set. What has changed is said in `told`, or on the plate of « Après ». Lanes of `pitch` px
    stand at both sides of the box, if it does not reach the frame's.
    """

    box: Bounds
    words: Bounds | None = None
    titles: Sizes = ()
    places: Sizes = ()
    told: Bounds | None = None
    pitch: float = 0
    badge: tuple[float, float] | None = None


_SHORT: Sizes = ((80, 1), (68, 1), (60, 2), (52, 2), (44, 3), (40, 3), (36, 4))
_NEAR: Sizes = ((44, 1), (40, 1), (36, 2))
_LYING = {
    "wide": _Layout(Bounds(0, 0, 1920, 1080)),
    "square": _Layout(Bounds(0, 0, 1080, 700), Bounds(54, 800, 1026, 1026), _SHORT, _NEAR),
    "tall": _Layout(
        Bounds(0, 0, 1080, 810),
        Bounds(54, 924, 1026, 1340),
        ((128, 2), (112, 2), (96, 3), (80, 3), (64, 4), (56, 4)),
        ((52, 2), (48, 2), (44, 3)),
        told=Bounds(54, 1364, 1026, 1536),
    ),
}
_UPRIGHT = {
    "wide": _Layout(
        Bounds(1112, 0, 1736, 1080),
        Bounds(96, 230, 920, 800),
        ((128, 2), (112, 3), (96, 3), (80, 4), (64, 5), (56, 6), (48, 7)),
        ((52, 2), (48, 2), (44, 3), (40, 3)),
        told=Bounds(96, 820, 920, 1026),
        pitch=44,
        badge=(96 + BADGE, 54 + BADGE),
    ),
    "square": _Layout(
        Bounds(260, 0, 820, 700), Bounds(54, 800, 1026, 1026), _SHORT, _NEAR, pitch=36
    ),
    "tall": _Layout(
        Bounds(0, 0, 1080, 1220), Bounds(54, 1324, 1026, 1536), _SHORT, _NEAR
    ),
}  # fmt: skip


def compose(content: Compared, staging: Staging) -> Drawing:
    upright = content.before.portrait and content.after.portrait
    layout = staging.by_shape(**(_UPRIGHT if upright else _LYING))
    field, turns = field_of(content.subject), _turns(content)
    words = tuple(_words(content, layout, staging))
    photos = _photos(content, layout.box, words, turns)
    lanes = three_lanes(field)
    elements = (
        *photos,
        *_labels(content, layout, photos, turns, staging),
        *sweep.lanes(layout.box, lanes, turns),
        *ground(*_around(layout, lanes, staging)),
        *words,
    )
    return staging.drawing(field, elements)


def _turns(content: Compared) -> int:
    """The frame at which the lanes set out."""
    return round((content.frames or USUAL) * SEEN_FIRST) - sweep.FRAMES // 2


def _photos(
    content: Compared, box: Bounds, words: Sequence[Element], turns: int
) -> tuple[Photo, Photo]:
    """Without motion each stands for its own time."""
    clear = _clear(box, words)
    before, after = (
        _photo(picture, box, clear, content.frames or USUAL)
        for picture in alike(content.before, content.after)
    )
    wiped = Slide(turns, sweep.FRAMES, dx=-1, easing=Easing.DRAW)
    return (
        replace(before, name="photo d’avant", until=turns + sweep.FRAMES, page=0),
        replace(after, name="photo d’après", entrance=wiped, page=1),
    )


def _clear(box: Bounds, words: Sequence[Element]) -> Bounds:
    """The part of the box, 0 to 1, that no lane of words covers."""
    top = min((e.course[0][1] - e.width / 2 for e in words if isinstance(e, Stroke)),
              default=box.bottom)  # fmt: skip
    return Bounds(0, 0, 1, (top - box.top) / box.height)


def _photo(picture: Picture, box: Bounds, clear: Bounds, frames: int) -> Photo:
    return Photo(
        name="photo",
        picture=picture,
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        clear=clear,
        camera=camera.zoom(picture, box, GROWN, frames, clear),
    )


def _labels(
    content: Compared, layout: _Layout, photos: Sequence[Photo], turns: int, staging: Staging
) -> Iterator[Element]:
    """« Avant », then « Après », perhaps with what has changed, in a corner free of heads."""
    box = layout.box
    words = tuple(_label(label, staging) for label in content.labels)
    said = None if layout.told or not content.caption else _on_plate(content.caption, box, staging)
    sizes = _size(words[0], None), _size(words[1], said)
    place = _free(sizes, box, photos, staging)
    passed = sweep.passed(box, place[0].right, turns)
    first = motion.text(staging.lead + motion.BAR)
    yield from _plate("avant", words[0], None, place[0], first, until=passed, page=0)
    yield from _plate("après", words[1], said, place[1], motion.text(passed), page=1)


def _on_plate(caption: str, box: Bounds, staging: Staging) -> Setting:
    """As flat as the box allows."""
    steps = ((CAPTION, 1), (CAPTION, 2), *((36, lines) for lines in range(3, 9)))
    room = min(WIDEST, _inside(box, staging).width - 2 * PADDING)
    return settle(caption, ladder(staging.scale.label_plain, *steps), room)


def _label(word: str, staging: Staging) -> Setting:
    return settle(word, ladder(staging.scale.name, (LABEL, 1)), WIDEST)


def _size(label: Setting, caption: Setting | None) -> tuple[float, float]:
    """Width and height of a plate."""
    wide, high = breadth(label), LABEL * CAP_HEIGHT
    if caption:
        wide, high = max(wide, breadth(caption)), high + _deep(caption)
    return wide + 2 * PADDING, high + 2 * PADDING


def _deep(caption: Setting) -> float:
    """px that a caption takes below its label."""
    return 22 + caption.style.size + caption.height


def _inside(box: Bounds, staging: Staging) -> Bounds:
    """Where plates may stand."""
    safe = staging.format.safe
    return Bounds(
        max(box.left + INSET, safe.left),
        max(box.top + INSET, safe.top),
        min(box.right - INSET, safe.right),
        min(box.bottom - INSET, safe.bottom),
    )


def _free(
    sizes: Sequence[tuple[float, float]],
    box: Bounds,
    photos: Sequence[Photo],
    staging: Staging,
) -> tuple[Bounds, ...]:
    """The place of each plate: at the top left, or at the top right where a head is there."""
    inside = _inside(box, staging)
    left = tuple(Bounds(inside.left, inside.top, inside.left + w, inside.top + h) for w, h in sizes)
    right = tuple(
        Bounds(inside.right - w, inside.top, inside.right, inside.top + h) for w, h in sizes
    )
    away = [head for photo in photos for head in heads.swept(photo, USUAL)]
    corners = (left, right)
    free = (c for c in corners if not any(p.meets(head) for p in c for head in away))
    return next(free, left)


def _plate(
    name: str,
    label: Setting,
    caption: Setting | None,
    place: Bounds,
    enters: Slide,
    *,
    until: int | None = None,
    page: int,
) -> Iterator[Element]:
    yield Box(
        name=f"plaque, {name}",
        x=place.left,
        y=place.top,
        width=place.width,
        height=place.height,
        colour=Colour.PAPER,
        entrance=enters,
        until=until,
        page=page,
    )
    pen = pen_on(Colour.PAPER, enters, until, page)
    baseline = place.top + PADDING + LABEL * CAP_HEIGHT
    split = baseline + 16
    left, right = place.left + PADDING, place.right - PADDING
    bottom = split if caption else place.bottom
    room = Bounds(left, place.top, right, bottom)
    yield pen.set(name, label, room, baseline, role=Role.LABEL)
    if caption:
        first = baseline + 22 + 0.9 * caption.style.size
        below = Bounds(left, split, right, place.bottom)
        yield pen.set("légende", caption, below, first, role=Role.BODY)


def _around(layout: _Layout, colours: tuple[Colour, ...], staging: Staging) -> Iterator[Stroke]:
    """Lanes at both sides of a narrow box, and those on which a box stands that does not reach the
    foot of the frame.
    """
    box, canvas = layout.box, staging.format
    if layout.pitch:
        yield from sweep.sides(box, layout.pitch, colours, staging.lead)
    if box.bottom < canvas.height:
        yield from sweep.floor(box.bottom, canvas.width, colours, staging.lead)


def _words(content: Compared, layout: _Layout, staging: Staging) -> Iterator[Element]:
    """Heading and place: beside the photos, or in lanes on them."""
    field = field_of(content.subject)
    if layout.words is None:
        yield from lower_third(content.heading, content.detail, field, staging)
        return
    if layout.badge:
        yield from badge(content.subject, layout.badge, BADGE, staging.lead + motion.BEAT)
    yield from _column(content, layout, layout.words, staging)
    if content.caption and layout.told:
        yield _told(content, layout.told, staging)


def _column(content: Compared, layout: _Layout, room: Bounds, staging: Staging) -> Iterator[Text]:
    field, scale = field_of(content.subject), staging.scale
    title = settle(content.heading, ladder(scale.headline, *layout.titles), room.width)
    place = settle(content.detail, ladder(scale.label_plain, *layout.places), room.width)
    first = room.top + title.style.size * CAP_HEIGHT
    below = first + title.height + max(1.5 * place.style.size, 0.76 * title.style.size)
    split = below - place.style.size
    enters = staging.lead + motion.BEAT
    above = replace(room, top=room.top - 0.3 * title.style.size, bottom=split)
    yield pen_on(field, motion.text(enters)).set("titre", title, above, first, role=Role.TITLE)
    if content.detail:
        pen = pen_on(field, motion.text(enters, 1))
        yield pen.set("lieu", place, replace(room, top=split), below, role=Role.PLACE)


def _told(content: Compared, room: Bounds, staging: Staging) -> Text:
    """What has changed, once it is seen to have."""
    style = staging.scale.label_plain
    words = settle(content.caption, filling(style, room.height, (48, 44, 40, 36)), room.width)
    field, enters = field_of(content.subject), motion.text(_turns(content) + sweep.FRAMES)
    first = room.bottom - words.height - 0.3 * words.style.size
    return pen_on(field, enters).set("légende", words, room, first, role=Role.BODY)
