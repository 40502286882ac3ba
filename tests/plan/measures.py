"""What a drawing gives its reader, measured on the ink of its letters: contrast, size, room.

Decoration (giant numerals, what is only shape) counts as shape, not as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

import cv2
import numpy as np

from ceremonie.film.painting.poses import Pose, bounds, pose
from ceremonie.film.painting.shapes import Fill
from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Caption, Drawing, Element, Role, Text
from ceremonie.planning.entrances import AT_ONCE, SOFT, Roll
from ceremonie.theme.palette import MINIMUM_CONTRAST, Colour, Palette
from ceremonie.theme.type import FLOOR
from ceremonie.theme.typeface import SUPERSCRIPT_SCALE

from .cells import AROUND, COLOURS, PICTURE, Cells, clipped, corners, field, ink, lay, shape

LEAST_PART = 0.005
"""A colour below less of the ink than this is the edge of a cell, not a ground."""

CLEARANCE = 3
"""px between a letter and the next colour: less is taken for a touch from the first row on."""

ROUNDING = 1.0
"""px by which ink may leave its place: the layout rounds to whole ones."""

Pair = tuple[str, str]
"""The names of two elements."""


@dataclass(frozen=True)
class Reading:
    """One text at one instant. `contrast` is the lowest with anything below its ink, 1 over a
    picture; `clearance` is how far its ink stays from the end of its ground, at most `AROUND` px;
    `size` is that of its smallest letters, in px.
    """

    name: str
    words: str
    contrast: float
    clearance: float
    size: float


def readings(drawing: Drawing) -> tuple[Reading, ...]:
    """Every text when it has just arrived, and on the last frame before anything leaves."""
    return _readings_of(standing(drawing))


def standing(drawing: Drawing) -> Drawing:
    """The drawing before anything leaves, its rolling texts where they are first seen whole."""
    elements = (_halted(e, drawing) for e in drawing.staying().elements)
    return replace(drawing, elements=tuple(elements))


def stands_whole(text: Element, safe: Bounds, frame: int) -> bool:
    """Whether all of it is seen at a frame: no line outside what its roll shows."""
    return any(True for _ in whole_at(text, safe, (frame,)))


def whole_at(text: Element, safe: Bounds, frames: Iterable[int]) -> Iterator[int]:
    """Those of the frames at which all of a text is seen; it is laid out once for all of them."""
    boxes = line_boxes(text)
    if not isinstance(text.entrance, Roll):
        yield from frames if all(safe.holds(box, ROUNDING) for box in boxes) else ()
        return
    window = text.entrance.window
    place = replace(safe, top=window.top, bottom=window.bottom - SOFT)
    for frame in frames:
        left = text.entrance.left(frame)
        if all(place.holds(_lowered(box, left), ROUNDING) for box in boxes):
            yield frame


def _halted(element: Element, drawing: Drawing) -> Element:
    if not isinstance(element, Text) or not isinstance(element.entrance, Roll):
        return element
    roll, safe = element.entrance, drawing.format.safe
    end = roll.start + roll.frames
    left = roll.left(next(whole_at(element, safe, range(end)), end))
    room = element.room and _lowered(element.room, left)
    return replace(element, baseline=element.baseline + left, room=room, entrance=AT_ONCE)


def _lowered(box: Bounds, by: float) -> Bounds:
    return replace(box, top=box.top + by, bottom=box.bottom + by)


def _readings_of(drawing: Drawing) -> tuple[Reading, ...]:
    instants = _instants(drawing)
    shapes = {e.name: shape(e) for e in drawing.elements}
    return tuple(
        dict.fromkeys(
            reading
            for frame, texts in instants.items()
            for reading in _readings(drawing, frame, texts, shapes)
        )
    )


def faults(drawing: Drawing) -> dict[str, list[Any]]:
    """By what is amiss: nothing where every text is read and keeps to a room of its own."""
    halted = standing(drawing)
    all_faults: dict[str, list[Any]] = {
        "weak": weak(drawing),
        "unfit": [e.name for e in drawing.elements if isinstance(e, Text) and not e.fits],
        "covered": covered(halted),
        "outside": outside(halted),
        "overlaps": overlaps(drawing.staying()),
        "crowded": crowded(halted),
        "shared rooms": shared_rooms(drawing),
        "roomless": roomless(halted),
    }
    return {name: amiss for name, amiss in all_faults.items() if amiss}


def weak(drawing: Drawing) -> list[Reading]:
    """Texts with too little contrast, too small, or too near another colour."""
    return [
        r
        for r in readings(drawing)
        if r.contrast < MINIMUM_CONTRAST or r.size < FLOOR or r.clearance < CLEARANCE
    ]


def covered(drawing: Drawing) -> list[Pair]:
    """Texts with a shape that lies upon them while they are read."""
    shapes = {e.name: shape(e) for e in drawing.elements}
    pairs = (
        (text.name, later.name)
        for frame, texts in _instants(drawing).items()
        for text in texts
        for later in _above(drawing, text, frame)
        if _lies_upon(later, text, frame, shapes, field(drawing))
    )
    return list(dict.fromkeys(pairs))


def outside(drawing: Drawing) -> list[str]:
    """Texts with ink outside the safe area, once they are where they stay."""
    safe = drawing.format.safe
    return [e.name for e in drawing.elements if _is_read(e) and not _inside(e, safe)]


def crowded(drawing: Drawing) -> list[str]:
    """Texts with ink outside the room that their composition says is theirs."""
    return [e.name for e, room in _roomy(drawing) if not _inside(e, room)]


def shared_rooms(drawing: Drawing) -> list[Pair]:
    """Texts seen at the same time of which the rooms lie upon each other."""
    return [
        (one.name, other.name)
        for (one, room), (other, beside) in combinations(_roomy(drawing), 2)
        if _meet(*_apart(one, room, other, beside)) and _together(drawing, one, other)
    ]


def _apart(one: Text, room: Bounds, other: Text, beside: Bounds) -> tuple[Bounds, Bounds]:
    """The rooms of two texts; all that its roll passes through where only one of them rolls."""
    match one.entrance, other.entrance:
        case Roll(), Roll():
            return room, beside
        case Roll(window=window), _:
            return window, beside
        case _, Roll(window=window):
            return room, window
    return room, beside


def roomless(drawing: Drawing) -> list[str]:
    """Texts that are read and have no room, or one that leaves the safe area."""
    safe = drawing.format.safe
    texts = [e for e in drawing.elements if isinstance(e, Text) and _is_words(e)]
    return [e.name for e in texts if not e.room or not safe.holds(e.room, ROUNDING)]


def overlaps(drawing: Drawing) -> list[Pair]:
    """Texts of which lines lie upon each other on a frame on which both are seen."""
    read = [e for e in drawing.elements if _is_read(e)]
    rest = {e.name: _boxes(e) for e in read}
    pairs = (pair for frame in _moments(drawing, read) for pair in _overlaps(read, rest, frame))
    return list(dict.fromkeys(pairs))


@lru_cache(maxsize=1024)
def line_boxes(element: Element) -> tuple[Bounds, ...]:
    """The ink of each line of a text at rest; the band of a caption."""
    drawn = shape(element)
    lines = drawn[:1] if isinstance(element, Caption) else drawn
    return tuple(Bounds(*bounds([line])) for line in lines if any(map(len, line.outlines)))


def _overlaps(
    read: Sequence[Element], rest: dict[str, tuple[Fill, ...]], frame: int
) -> Iterator[Pair]:
    boxes = {e.name: list(_seen(e, pose(e, rest[e.name], frame))) for e in read}
    for one, other in combinations(boxes, 2):
        if any(_meet(a, b) for a in boxes[one] for b in boxes[other]):
            yield one, other


def _boxes(element: Element) -> tuple[Fill, ...]:
    """The boxes of its lines, to be moved as its letters are."""
    return tuple(Fill((corners(box),), Colour.INK) for box in line_boxes(element))


def _seen(element: Element, posed: Pose) -> Iterator[Bounds]:
    window = posed.window
    if isinstance(element.entrance, Roll):
        window = clipped(window, astuple(element.entrance.window))
    for fill in posed.fills:
        yield Bounds(*clipped(bounds([fill]), window))


def _roomy(drawing: Drawing) -> list[tuple[Text, Bounds]]:
    return [(e, e.room) for e in drawing.elements if isinstance(e, Text) and e.room]


def _inside(element: Element, place: Bounds) -> bool:
    return all(place.holds(box, ROUNDING) for box in line_boxes(element))


def _is_read(element: Element) -> bool:
    return isinstance(element, Caption) or _is_words(element)


def _is_words(element: Element) -> bool:
    return isinstance(element, Text) and element.role is not Role.DECORATION


def _instants(drawing: Drawing) -> dict[int, list[Text]]:
    """Frame → the texts to be looked at on it."""
    last = _last(drawing)
    instants: dict[int, list[Text]] = {}
    for text in drawing.elements:
        if isinstance(text, Text) and _is_words(text):
            end = _end(text, last)
            for frame in {min(_arrival(drawing, text), end), end}:
                instants.setdefault(frame, []).append(text)
    return instants


def _end(element: Element, last: int) -> int:
    """The last frame on which it is read: before it is gone, or begins to leave in mid-shot."""
    gone = last + 1 if element.until is None else element.until
    return (min(gone, element.leaves.start) if element.leaves else gone) - 1


def _last(drawing: Drawing) -> int:
    return max(drawing.settled(), drawing.frames - 1)


def _arrival(drawing: Drawing, element: Element) -> int:
    """The first frame on which the element is where it stays."""
    return replace(drawing, elements=(replace(element, until=None),)).settled()


def _moments(drawing: Drawing, read: Sequence[Element]) -> list[int]:
    """Every frame on which a text is under way, and those on which all rest."""
    ends = {_end(e, _last(drawing)) for e in read}
    moving = {f for e in read for f in range(_first(drawing, e), _arrival(drawing, e) + 1)}
    return sorted(moving | ends | {_last(drawing)})


def _first(drawing: Drawing, element: Element) -> int:
    """The first frame on which anything of the element is seen."""
    last = _arrival(drawing, element)
    return next((f for f in range(last) if element.entrance.progress(f) > 0), last)


def _together(drawing: Drawing, one: Element, other: Element) -> bool:
    """Whether there is a frame on which both are seen."""
    start = max(_first(drawing, e) for e in (one, other))
    return all(e.until is None or start < e.until for e in (one, other))


def _readings(
    drawing: Drawing, frame: int, texts: Sequence[Text], shapes: dict[str, tuple[Fill, ...]]
) -> Iterator[Reading]:
    cells = field(drawing)
    for element in drawing.elements:
        if not _is_words(element):
            lay(cells, element, pose(element, shapes[element.name], frame))
        elif element in texts and isinstance(element, Text):
            yield from _reading(element, cells, drawing.palette)


def _reading(text: Text, cells: Cells, palette: Palette) -> Iterator[Reading]:
    window, letters = ink(text, cells)
    if not letters.any():
        return
    below = np.bincount(window[letters], minlength=PICTURE + 1)
    grounds = [int(ground) for ground in np.flatnonzero(below > LEAST_PART * below.sum())]
    same = (window == below.argmax()).astype(np.uint8)
    apart = AROUND if same.all() else cv2.distanceTransform(same, cv2.DIST_L2, 5)[letters].min()
    lowest = min(_contrast(palette, text.colour, ground) for ground in grounds)
    yield Reading(text.name, text.text, lowest, min(AROUND, float(apart)), _smallest(text))


def _smallest(text: Text) -> float:
    return text.style.size * (SUPERSCRIPT_SCALE if "^" in text.text else 1)


def _contrast(palette: Palette, colour: Colour, ground: int) -> float:
    return 1.0 if ground == PICTURE else palette.contrast(colour, COLOURS[ground])


def _above(drawing: Drawing, text: Text, frame: int) -> Iterator[Element]:
    """The shapes that are drawn after it."""
    later = drawing.elements[drawing.elements.index(text) + 1 :]
    return (e for e in later if e.visible(frame) and not isinstance(e, Text))


def _lies_upon(
    later: Element, text: Text, frame: int, shapes: dict[str, tuple[Fill, ...]], blank: Cells
) -> bool:
    if not _meet(Bounds(*bounds(shapes[text.name])), Bounds(*bounds(shapes[later.name]))):
        return False
    unlike = PICTURE + 1
    blank[:] = unlike
    lay(blank, later, pose(later, shapes[later.name], frame))
    window, letters = ink(text, blank)
    return bool((window[letters] != unlike).sum() > LEAST_PART * letters.sum())


def _meet(one: Bounds, other: Bounds) -> bool:
    """Whether both share more than the rounding of an edge."""
    return (
        min(one.right, other.right) - max(one.left, other.left) > ROUNDING
        and min(one.bottom, other.bottom) - max(one.top, other.top) > ROUNDING
    )
