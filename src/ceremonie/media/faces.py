"""Where heads are in a picture: boxes, to keep them in the frame. Whose they are is never asked.

The network is CenterFace (Xu, Yan and others, 2019: arXiv 1911.03599; data/faces), run by OpenCV.
It looks at the whole picture once and gives maps of a quarter of its size. In the first, every cell
says how likely it is that the middle of a face lies in it; in the others the same cell says how
large that face is (its height and width, as logarithms) and how far from the cell's corner its
middle lies. So a face is a cell above a threshold, and of cells that tell the same face the surest.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ceremonie.media.examination import Face

    Pixels = NDArray[np.uint8]
    Floats = NDArray[np.float32]

Box = tuple[float, ...]
"""Left, top, right, bottom: px of the canvas, or parts of the picture."""

VERSION = 1
"""Part of the key of every answer: raise it whenever other heads are found."""

MODEL = Path(__file__).parents[1] / "data" / "faces" / "centerface.onnx"

LONG, SHORT = 480, 352
"""px of what the network sees, the longer side along that of the picture: multiples of 32, as it
needs them. A head of a thirtieth of a photo's width, as in a group of thirty, is 16 px wide there,
of which the network was trained to find most; at 320 px it also took two dogs for people, at 640 px
it is twice as slow and finds nothing more that a hall would see.
"""

SURE = 0.5
"""How sure the network must be, 0 to 1: its authors' own threshold. Faces in photos come to 0.7 and
more, painted ones to 0.5 to 0.85; leaves, dogs and drums stay under 0.35.
"""

SAME = 0.3
"""Two boxes that share more than this of what both cover are one face (its authors' value)."""

MOST = 40
"""Heads that are kept, the largest: in a crowd the others are specks."""

CELL = 4
"""px to a cell of the maps."""

OUTPUTS = ("537", "538", "539", "540")
"""Names, in the file of the network, of its maps: how likely, how large, how far from the corner,
and where eyes, nose and mouth are, of which no use is made (OpenCV 5 gives all or none).
"""

ABOVE, BELOW, BESIDE = 0.35, 0.1, 0.15
"""What a head has more than the face that the network was taught to enclose, from forehead to chin:
hair above, a chin below (parts of the face's height), ears (parts of its width).
"""

GRID = 100
"""Edges are told in hundredths of the picture, so that machines which reckon the last digits in
another way still agree.
"""

_TURN = Lock()
"""A network holds what it is reckoning: one picture after the other; OpenCV uses all cores."""


def heads(pixels: Pixels) -> tuple[Face, ...]:
    """The boxes around the heads in a picture (height, width, 3; RGB), the largest first."""
    canvas, seen = _laid_out(pixels)
    with _TURN:
        likely, size, offset, _ = _network(*canvas.shape[:2]).forward_of(canvas)
    found = {_head(face, seen) for face in _distinct(_boxes(likely, size, offset))}
    whole = (head for head in found if _area(head) > 0)
    return tuple(sorted(whole, key=lambda head: (-_area(head), head))[:MOST])


def libraries() -> tuple[object, ...]:
    """Another version may find other heads."""
    import cv2

    return VERSION, cv2.__version__


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _laid_out(pixels: Pixels) -> tuple[Pixels, tuple[int, int]]:
    """The picture in the upper left corner of a black canvas, and its size there, px: canvases have
    two shapes alone, because a network is slow to take another.
    """
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    across, down = (LONG, SHORT) if width >= height else (SHORT, LONG)
    scale = min(across / width, down / height)
    seen = max(1, round(width * scale)), max(1, round(height * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    canvas = np.zeros((down, across, 3), np.uint8)
    canvas[: seen[1], : seen[0]] = cv2.resize(pixels, seen, interpolation=how)
    return canvas, seen


class _Network:
    """The network for canvases of one size: OpenCV 4 goes wrong where it sees another later."""

    def __init__(self) -> None:
        import cv2
        import numpy as np

        self._net: Any = cv2.dnn.readNetFromONNX(np.fromfile(MODEL, np.uint8))

    def forward_of(self, canvas: Pixels) -> list[Floats]:
        import numpy as np

        planes = canvas.transpose(2, 0, 1)[np.newaxis].astype(np.float32)
        self._net.setInput(np.ascontiguousarray(planes))
        return [np.asarray(part[0], np.float32) for part in self._net.forward(OUTPUTS)]


@lru_cache(maxsize=2)
def _network(height: int, width: int) -> _Network:
    return _Network()


def _boxes(likely: Floats, size: Floats, offset: Floats) -> list[Box]:
    """Of every cell that is sure enough, the surest first."""
    import numpy as np

    rows, columns = np.nonzero(likely[0] > SURE)
    order = np.argsort(-likely[0][rows, columns], kind="stable")
    rows, columns = rows[order], columns[order]
    high, wide = np.exp(size[:, rows, columns]) * CELL / 2
    y = (rows + offset[0, rows, columns] + 0.5) * CELL
    x = (columns + offset[1, rows, columns] + 0.5) * CELL
    return [tuple(box) for box in np.stack((x - wide, y - high, x + wide, y + high), 1).tolist()]


def _distinct(boxes: Iterable[Box]) -> list[Box]:
    """Each face once: of boxes that mean the same, the surest, which comes first."""
    kept: list[Box] = []
    for box in boxes:
        if all(_shared(box, other) <= SAME for other in kept):
            kept.append(box)
    return kept


def _shared(one: Box, other: Box) -> float:
    """The part that lies in both, of all that both cover."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    both = max(0.0, across) * max(0.0, down)
    return both / (_area(one) + _area(other) - both)


def _head(face: Box, seen: tuple[int, int]) -> Face:
    """The head of a face, in parts of the picture that was `seen` so large (width, height, px)."""
    left, top, right, bottom = face
    wide, high = right - left, bottom - top
    return (
        _part(left - BESIDE * wide, seen[0]),
        _part(top - ABOVE * high, seen[1]),
        _part(right + BESIDE * wide, seen[0]),
        _part(bottom + BELOW * high, seen[1]),
    )


def _part(edge: float, whole: int) -> float:
    return round(min(max(0.0, edge / whole), 1.0) * GRID) / GRID
