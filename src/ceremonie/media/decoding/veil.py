"""Frames of a copy in which faces are blurred, or all of it: what treatment asks, frame by frame.

A clip whose faces are to be followed is decoded twice: once small and grey, to find them in every
frame, then for its copy. So all is known before the first frame is written, and where a frame has
to be blurred whole, those around it lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import av
import numpy as np

from ceremonie.media import blurring
from ceremonie.media.blurring import Box
from ceremonie.media.decoding.examining import extract_of, faulty
from ceremonie.media.decoding.messages import Message
from ceremonie.media.decoding.reading import Reading
from ceremonie.media.decoding.screen import graph
from ceremonie.media.decoding.shape import fitted, shape
from ceremonie.media.decoding.steady import Steady
from ceremonie.media.decoding.track import Seen

if TYPE_CHECKING:
    from PIL.Image import Image

    from ceremonie.media.decoding.whereabouts import Place

LOOKED_AT = 384
"""Pixels of the longer side of the pictures in which faces are followed."""

FADE = 8
"""Frames in which the picture goes into a whole blur, and comes out of it."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Veil:
    """What is blurred in each frame: boxes, and how much of all of it, 0 to 1. Frames beyond those
    that were looked at are blurred whole; `spans` are those that are because a face was lost.
    """

    boxes: Sequence[tuple[Box, ...]] = ()
    whole: Sequence[float] = ()
    spans: tuple[Span, ...] = ()

    def over(self, number: int, frame: Any) -> Any:
        """Frame `number` of the copy, in yuv420p."""
        if number >= len(self.boxes):
            return _drawn(frame, (), 1.0)
        boxes, part = self.boxes[number], self.whole[number]
        return _drawn(frame, boxes, part) if boxes or part else frame


def veil(request: Message, alive: Callable[[], None]) -> Veil | None:
    """What the treatment of a request asks of the frames of its copy; None if nothing."""
    treatment = request["treatment"]
    if treatment["whole"]:
        return Veil()
    if not treatment["regions"]:
        return None
    places = list(zip(*_places(request, alive), strict=True))
    spans = tuple(_spans([None in each for each in places]))
    known = [tuple(place for place in each if place) for each in places]
    return Veil(known, _weights(spans, len(known)), spans)


def _places(request: Message, alive: Callable[[], None]) -> list[list[Place]]:
    """Of each face in each frame; by one thread where damage shows, as the copy is made."""
    from ceremonie.media.decoding.whereabouts import Whereabouts, keys_of

    extract = extract_of(request)
    for threads in (0, 1):
        reading = Reading(extract, alive, threads)
        regions = request["treatment"]["regions"]
        found = [Whereabouts(keys_of(region, extract.start), alive) for region in regions]
        for picture in _pictures(reading):
            for one in found:
                one.see(picture)
        if not faulty(reading):
            break
    for one in found:
        one.rest()
    return [one.places for one in found]


def _pictures(reading: Reading) -> Iterator[Any]:
    """The frames of the copy, small and grey: the same picture again is the same object."""
    steady, small = Steady(reading.extract.start, reading.extract.stop), _Small()
    for item in reading.items():
        if isinstance(item, Seen):
            small.begin(reading)
            yield from map(small.show, steady.take(item))
    yield from map(small.show, steady.rest())


class _Small:
    """Upright, and as the copy lies in its frame."""

    def __init__(self) -> None:
        self._frame: Any = None
        self._latest: Any = None
        self._aspect: Any = None
        self._size: tuple[int, int] | None = None
        self._form: Any = None
        self._graph: Any = None

    def begin(self, reading: Reading) -> None:
        assert reading.picture
        self._aspect = self._aspect or reading.picture.stream.sample_aspect_ratio

    def show(self, frame: Any) -> Any:
        """Shape (height, width), 8 bits."""
        if frame is not self._frame:
            self._frame, self._latest = frame, self._drawn(frame)
        return self._latest

    def _drawn(self, frame: Any) -> Any:
        form = (shape(frame, self._aspect), frame.format.name, frame.colorspace, frame.color_range)
        if form != self._form:
            self._form, self._graph = form, self._built(frame, form[0])
        frame.pts = None
        self._graph.push(frame)
        return np.ascontiguousarray(self._graph.pull().to_ndarray())

    def _built(self, frame: Any, form: Any) -> Any:
        if self._size is None:
            width, height = fitted(form)
            scale = min(1.0, LOOKED_AT / max(width, height))
            self._size = max(2, round(width * scale)), max(2, round(height * scale))
        width, height = fitted(form, self._size)
        pad = f"pad={self._size[0]}:{self._size[1]}:(ow-iw)/2:(oh-ih)/2:color=black"
        return graph(frame, [*form.turn, f"scale={width}:{height}:flags=area", "format=gray", pad])


def _spans(lost: Iterable[bool]) -> Iterator[Span]:
    """Frames from and to before, in which it is so; those that are near each other are one."""
    start = stop = -1
    for number, gone in enumerate(lost):
        if not gone:
            continue
        if start >= 0 and number - stop > 2 * FADE:
            yield start, stop
            start = -1
        start, stop = number if start < 0 else start, number + 1
    if start >= 0:
        yield start, stop


def _weights(spans: Iterable[Span], count: int) -> list[float]:
    """How much of a frame's whole blur is shown: all of it in the spans, less before and after."""
    weights = np.zeros(count)
    numbers = np.arange(count)
    for start, stop in spans:
        away = np.maximum(np.maximum(start - numbers, numbers - (stop - 1)), 0)
        weights = np.maximum(weights, np.clip(1 - away / (FADE + 1), 0, 1))
    return [float(weight) for weight in weights]


def _drawn(frame: Any, boxes: tuple[Box, ...], part: float) -> Any:
    from PIL import Image as Images

    width, height = frame.width, frame.height
    flat, planes, first = frame.to_ndarray().ravel(), [], 0
    for size in ((width, height), (width // 2, height // 2), (width // 2, height // 2)):
        last = first + size[0] * size[1]
        plane = Images.fromarray(flat[first:last].reshape(size[1], size[0]))
        planes.append(np.asarray(_veiled(plane, boxes, part)).ravel())
        first = last
    pixels = np.concatenate(planes).reshape(-1, width)
    made = av.VideoFrame.from_ndarray(pixels, format="yuv420p")
    made.color_range, made.colorspace = frame.color_range, frame.colorspace
    made.color_primaries, made.color_trc = frame.color_primaries, frame.color_trc
    return made


def _veiled(plane: Image, boxes: tuple[Box, ...], part: float) -> Image:
    from PIL import Image as Images

    if part == 1:
        return blurring.whole(plane)
    soft = blurring.blurred(plane, boxes)
    return Images.blend(soft, blurring.whole(plane), part) if part else soft
