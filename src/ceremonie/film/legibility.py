"""How well the words of a drawing are read: their contrast with the pixels really behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.colour import to_rgb
from ceremonie.film.painting.painter import ShotPainter, moves_inside
from ceremonie.film.painting.poses import bounds, pose
from ceremonie.film.painting.shapes import fills
from ceremonie.formats import Bounds
from ceremonie.planning.camera_move import ALWAYS
from ceremonie.planning.drawing import Drawing, Footage, Photo, Role, Text
from ceremonie.planning.entrances import Roll

REDUCTION = 3
"""px of the canvas to a px of the pictures that are measured: letters are at least 12 px high."""

EVERY = 12
"""Frames between two looks at what moves behind words: about half a second."""

LOOKS = 12
"""So many at most: a shot that lasts longer is looked at less often."""

WORST = 5
"""Of all px behind a text, the percentile that is told: single px decide nothing."""

SEEN = 6
"""Levels of a channel by which a letter differs at least from what it stands on."""


@dataclass(frozen=True)
class Legibility:
    """The text of a drawing that is read worst, at any frame: its contrast ratio, 1 to 21."""

    words: str
    contrast: float


def legibility(drawing: Drawing) -> Legibility | None:
    """None where there is nothing to read. Every half second where a picture moves behind words."""
    every = [e for e in drawing.elements if isinstance(e, Text) and e.text]
    read = [text for text in every if text.role is not Role.DECORATION]
    texts = tuple(text for text in read if not isinstance(text.entrance, Roll))
    bare = replace(drawing, elements=tuple(e for e in drawing.elements if e not in texts))
    painters = ShotPainter(drawing, REDUCTION), ShotPainter(bare, REDUCTION)
    measured = [
        one for frame, seen in _looks(drawing, texts).items() for one in _at(frame, seen, *painters)
    ]
    return min(measured, key=lambda one: one.contrast, default=None)


def _rolling(text: Text, drawing: Drawing) -> Legibility:
    """What rolls by stands before one ground all the time."""
    return Legibility(text.text, drawing.palette.contrast(text.colour, text.ground))


def _looks(drawing: Drawing, texts: Sequence[Text]) -> dict[int, list[Text]]:
    """The frames at which texts are measured, and which: each once where it stands, and again and
    again where a picture moves behind it.
    """
    looks: dict[int, list[Text]] = {}
    pictures = [e for e in drawing.elements if isinstance(e, Photo | Footage) and moves_inside(e)]
    for text in texts:
        first, last = _stands(text, drawing)
        moved = any(_box(text, first).meets(_box_of(picture)) for picture in pictures)
        step = max(EVERY, (last - first) // LOOKS)
        for frame in range(first, last, step) if moved and last > first else (first,):
            looks.setdefault(frame, []).append(text)
    return looks


def _stands(text: Text, drawing: Drawing) -> tuple[int, int]:
    """The frame at which a text has come in, and the one at which it is gone or goes."""
    end = min(drawing.frames or ALWAYS, text.until or ALWAYS)
    end = min(end, text.leaves.start) if text.leaves else end
    settled = replace(drawing, elements=(text,)).settled()
    first = max(0, min(settled, end - 1))
    return first, first + 1 if end == ALWAYS else end


def _box(text: Text, frame: int) -> Bounds:
    filled = pose(text, fills(text), frame).fills
    return Bounds(*bounds(filled)) if filled else Bounds(0, 0, 0, 0)


def _box_of(picture: Photo | Footage) -> Bounds:
    right, bottom = picture.x + picture.width, picture.y + picture.height
    return Bounds(picture.x, picture.y, right, bottom)


def _at(
    frame: int, texts: Sequence[Text], whole: ShotPainter, bare: ShotPainter
) -> Iterator[Legibility]:
    written, behind = to_rgb(whole.frame(frame)), to_rgb(bare.frame(frame))
    letters = (np.abs(written.astype(np.int16) - behind) > SEEN).any(axis=2)
    palette = whole.drawing.palette
    for text in texts:
        window = _window(_box(text, frame), behind.shape)
        if text.presence(frame) == 1 and not any(side.stop <= side.start for side in window):
            ground = behind[window][letters[window]]
            yield Legibility(text.text, _contrast(ground, palette.luminance(text.colour)))


def _window(box: Bounds, size: Sequence[int]) -> tuple[slice, slice]:
    """Its px in the reduced frame."""
    high, wide = size[:2]
    rows = slice(max(0, int(box.top / REDUCTION)), min(high, int(box.bottom / REDUCTION) + 1))
    columns = slice(max(0, int(box.left / REDUCTION)), min(wide, int(box.right / REDUCTION) + 1))
    return rows, columns


def _contrast(ground: npt.NDArray[np.uint8], colour: float) -> float:
    """The worst of the px behind the letters but for a few; 1 where no letter is seen at all."""
    if not len(ground):
        return 1.0
    light = luminances(ground)
    ratios = (np.maximum(light, colour) + 0.05) / (np.minimum(light, colour) + 0.05)
    return float(np.percentile(ratios, WORST))


def luminances(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """Relative luminance (WCAG 2.2) of RGB px, shape (count, 3), 0 to 1."""
    part = pixels / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))
