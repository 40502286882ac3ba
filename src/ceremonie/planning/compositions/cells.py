"""The cells of a mosaic: where they lie, their pictures, the label of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WHOLE, Bounds, Format, Shape
from ceremonie.planning import camera, motion
from ceremonie.planning.compositions import plate
from ceremonie.planning.compositions.colours import Badge, cell_ground, label_badge
from ceremonie.planning.compositions.shares import Division, gentlest, heads_lost
from ceremonie.planning.drawing import Box, Element, Photo, Pictogram, Role
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Cell, Subject
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Point

GAP = 12
LABEL_ROOM, LABEL_LINES = 560, 5
MARGIN = 6
"""px between a label and the edge of the safe area above or below it."""

EDGE = 24
"""px between the label of a band and the edge beside it, or the circle."""

BADGE = 56
SYMBOL = 280
SMALL_SYMBOL = 224
ON_THE_LEFT, ON_THE_RIGHT = 0.27, 0.74
"""Where a pictogram stands in a band, from the left edge."""

OUTER = 0.36
"""Where a pictogram stands in its cell, from the outer edge: the circle covers the inner corner."""

_BANDS = {2: (840, 1920), 3: (560, 1120, 1920), 4: (440, 880, 1320, 1920)}
"""Where the bands of the upright shape end, px; what is below the buttons is no picture's own."""


@dataclass(frozen=True)
class Placed:
    """A cell where it stands. Its label is lit from the first frame of `turn` to the second."""

    cell: Cell
    index: int
    box: Bounds
    turn: tuple[int, int | None]

    @property
    def left(self) -> bool:
        return self.box.left == 0


def divided(content: Sequence[Cell], centre: Point, canvas: Format) -> Division:
    """A square takes the division that cuts least away, the other shapes always the same; but a
    wide one another if that cuts fewer heads.
    """
    if canvas.shape is Shape.TALL:
        return tuple(_bands(canvas.whole, len(content)))
    divisions = _divisions(_quarters(canvas.whole, centre), len(content))
    pictures = [cell.picture for cell in content]
    if canvas.shape is Shape.WIDE:
        return min(divisions, key=lambda cells: heads_lost(cells, pictures))
    return gentlest(divisions, pictures)


def _bands(whole: Bounds, count: int) -> Iterator[Bounds]:
    top = 0.0
    for bottom in _BANDS[count]:
        low = bottom - GAP / 2 if bottom < whole.bottom else whole.bottom
        yield replace(whole, top=top, bottom=low)
        top = bottom + GAP / 2


def _quarters(whole: Bounds, centre: Point) -> Division:
    """Upper left, upper right, lower left, lower right."""
    (x, y), half = centre, GAP / 2
    return (
        Bounds(0, 0, x - half, y - half),
        Bounds(x + half, 0, whole.right, y - half),
        Bounds(0, y + half, x - half, whole.bottom),
        Bounds(x + half, y + half, whole.right, whole.bottom),
    )


def _divisions(quarters: Division, count: int) -> tuple[Division, ...]:
    one, two, three, four = quarters
    upper, lower = _both(one, two), _both(three, four)
    left, right = _both(one, three), _both(two, four)
    return {
        2: ((left, right), (upper, lower)),
        3: ((one, right, three), (left, two, four), (upper, three, four), (one, two, lower)),
        4: (quarters,),
    }[count]


def _both(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(one.left, one.top, other.right, other.bottom)


def picture(placed: Placed, circle: Bounds, frames: int, staging: Staging) -> Iterator[Element]:
    """The picture of a cell, for a shot of so many frames; without one, its pictogram on the colour
    of a day.
    """
    box = placed.box
    reveal = AT_ONCE  # a cut to all of them: no cell stands bare
    if placed.cell.picture:
        yield Photo(
            name=f"photo {placed.index + 1}",
            picture=placed.cell.picture,
            x=box.left,
            y=box.top,
            width=box.width,
            height=box.height,
            camera=camera.zoom(
                placed.cell.picture, box, motion.PHOTO_DRIFT, frames, _clear(box, circle)
            ),
            entrance=reveal,
        )
        return
    fill = cell_ground(placed.cell.subject, placed.index)
    yield Box(
        name=f"fond {placed.index + 1}",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        colour=fill,
        entrance=reveal,
    )
    (x, y), size = _symbol_place(placed, circle, staging)
    yield Pictogram(
        name=f"grand pictogramme {placed.index + 1}",
        symbol=placed.cell.subject.symbol,
        x=x - size / 2,
        y=y - size / 2,
        size=size,
        colour=ink_on(fill),
        entrance=reveal,
    )


def _clear(box: Bounds, circle: Bounds) -> Bounds:
    """The largest part of a cell beside the circle, or above or below it, in parts of the cell."""
    if not circle.meets(box):
        return WHOLE
    beside = (
        replace(box, right=max(box.left, circle.left)),
        replace(box, left=min(box.right, circle.right)),
        replace(box, bottom=max(box.top, circle.top)),
        replace(box, top=min(box.bottom, circle.bottom)),
    )
    free = max(beside, key=lambda part: part.width * part.height)
    return Bounds(
        (free.left - box.left) / box.width,
        (free.top - box.top) / box.height,
        (free.right - box.left) / box.width,
        (free.bottom - box.top) / box.height,
    )


def _symbol_place(placed: Placed, circle: Bounds, staging: Staging) -> tuple[Point, float]:
    """The middle of a large pictogram, and its size: in the outer part of the cell, clear of the
    label where the shape is narrow; in a band that the circle leaves alone, on the right.
    """
    box, shape = placed.box, staging.format.shape
    part = OUTER if placed.left else 1 - OUTER
    if shape is Shape.WIDE:
        return (box.left + box.width * part, box.centre[1]), SYMBOL
    seen = replace(box, bottom=min(box.bottom, staging.format.safe.bottom))
    if shape is Shape.TALL and not circle.meets(box):
        return (box.width * ON_THE_RIGHT, seen.centre[1]), min(SYMBOL, seen.height - 2 * EDGE)
    rest = _beside_label(placed, circle, staging, seen)
    across = ON_THE_LEFT if shape is Shape.TALL else part
    middle = box.left + box.width * across, rest.centre[1]
    return middle, min(SMALL_SYMBOL, rest.height - 2 * MARGIN)


def _beside_label(placed: Placed, circle: Bounds, staging: Staging, seen: Bounds) -> Bounds:
    """What a label leaves of its cell, above or below itself."""
    words = _lettering(placed, circle, staging)
    if words is None:
        return seen
    label = _box_of(words, _label_room(placed, circle, staging), placed, staging)
    if _hangs(placed.box, staging.format):
        return replace(seen, top=label.bottom)
    return replace(seen, bottom=label.top)


def label(placed: Placed, circle: Bounds, staging: Staging) -> tuple[Element, ...]:
    """In the outer corner of the cell; it comes with the light of its turn, and stays."""
    words = _lettering(placed, circle, staging)
    if words is None:
        return ()
    box = _box_of(words, _label_room(placed, circle, staging), placed, staging)
    return tuple(_label(placed, words, box, staging))


def _lettering(placed: Placed, circle: Bounds, staging: Staging) -> Setting | None:
    """The words of a label; none where the notes hold them too and here is no room."""
    cell, style = placed.cell, staging.scale.caption
    room = _label_room(placed, circle, staging).width - plate.HEIGHT - 2 * plate.INSET
    words = plate.lettering(cell.label, style, room, lines=LABEL_LINES)
    return words if cell.label and (words.fits or not cell.noted) else None


def _label_room(placed: Placed, circle: Bounds, staging: Staging) -> Bounds:
    """All that a label may take across its cell, and the height in which it stands."""
    box, safe = placed.box, staging.format.safe
    left, right = max(box.left, safe.left), min(box.right, safe.right)
    top, bottom = max(box.top, safe.top + MARGIN), min(box.bottom, safe.bottom - MARGIN)
    if staging.format.shape is Shape.TALL:
        top, bottom = box.top + EDGE, min(box.bottom, safe.bottom) - EDGE
        if circle.meets(_strip(placed, top, bottom, staging)):
            right = circle.left - EDGE
    widest = LABEL_ROOM + plate.HEIGHT + 2 * plate.INSET
    if placed.left:
        return Bounds(left, top, min(right, left + widest), bottom)
    return Bounds(max(left, right - widest), top, right, bottom)


def _strip(placed: Placed, top: float, bottom: float, staging: Staging) -> Bounds:
    """Where the label of a band may stand, as high as two plates."""
    if _hangs(placed.box, staging.format):
        return replace(placed.box, top=top, bottom=top + 2 * plate.HEIGHT)
    return replace(placed.box, top=bottom - 2 * plate.HEIGHT, bottom=bottom)


def _box_of(words: Setting, room: Bounds, placed: Placed, staging: Staging) -> Bounds:
    wide = plate.HEIGHT + 2 * plate.INSET + plate.breadth(words)
    high = plate.HEIGHT + words.height
    left = room.left if placed.left else room.right - wide
    hangs = _hangs(placed.box, staging.format)
    top = room.top if hangs else room.bottom - high
    return Bounds(left, top, left + wide, top + high)


def _hangs(box: Bounds, canvas: Format) -> bool:
    """Whether a label stands at the top of its cell: in the upper row of two, and in the lowest
    band, of which the foot is not seen.
    """
    if canvas.shape is Shape.TALL:
        return box.bottom == canvas.height
    return box.top == 0 and box.bottom < canvas.height


def _label(placed: Placed, words: Setting, box: Bounds, staging: Staging) -> Iterator[Element]:
    number = placed.index + 1
    begins, ends = placed.turn
    there = motion.appear(begins)
    plain = Box(
        name=f"plaque {number}",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        colour=Colour.PAPER,
        entrance=there,
    )
    yield plain
    yield replace(
        plain,
        name=f"plaque {number} allumée",
        colour=Colour.BRIGHT,
        until=ends,
    )
    ground, ink = _badge(placed.cell.subject)
    yield replace(plain, name=f"case {number}", width=plate.HEIGHT, colour=ground)
    yield Pictogram(
        name=f"pictogramme {number}",
        symbol=placed.cell.subject.symbol,
        x=box.left + (plate.HEIGHT - BADGE) / 2,
        y=box.top + box.height / 2 - BADGE / 2,
        size=BADGE,
        colour=ink,
        entrance=there,
    )
    room = replace(box, left=box.left + plate.HEIGHT + plate.INSET, right=box.right - plate.INSET)
    pen = pen_on(Colour.PAPER, there)
    yield pen.set(f"étiquette {number}", words, room, box.top + plate.BASELINE, role=Role.LABEL)


def _badge(subject: Subject) -> Badge:
    """Never in the colours of the plate that it stands on."""
    ground, ink = label_badge(subject)
    return (ink, ground) if ground in (Colour.PAPER, Colour.BRIGHT) else (ground, ink)
