"""Pictures of any kind → pictures of one size: upright, undistorted, BT.709, 8 bits.

The first picture decides the size. What comes later in another shape (a phone turned on the way) is
fitted into it, between bars.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from ceremonie.media.decoding import cube
from ceremonie.media.decoding.settings import TAGGED
from ceremonie.media.decoding.shape import StoredPicture, fitted, shape
from ceremonie.media.decoding.track import Seen

HIGH_DEFINITION = 720
"""Lines from which untagged colours are taken for BT.709, below for BT.601, as players do."""

MATRICES = {
    0: "gbr", 1: "bt709", 4: "fcc", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020nc",
    10: "bt2020c",
}  # fmt: skip
"""Matrix coefficients by their code points (ITU-T H.273)."""

FULL = 2
"""Code point of the full range, in ffmpeg's numbers."""

SHARP = "flags=lanczos+accurate_rnd+full_chroma_int"
PAPER = 255
"""What is transparent is shown on white, as a browser shows it on a page."""


class Screen:
    """`file` is where a colour table may be written."""

    def __init__(self, aspect: Fraction | None, file: Path) -> None:
        self.size: tuple[int, int] | None = None
        self._aspect = aspect
        self._file = file
        self._form: tuple[Any, ...] | None = None
        self._graph: Any = None

    def show(self, frame: Any) -> Any:
        """The picture in yuv420p."""
        form = shape(frame, self._aspect)
        if self.size is None:
            self.size = fitted(form)
        flat = _on_paper(frame) if has_alpha(frame) else frame
        key = (form, *_kind(frame), flat.format.name)
        if key != self._form:
            self._form, self._graph = key, self._built(form, frame, flat)
        flat.pts = None
        self._graph.push(flat)
        return self._graph.pull()

    def _built(self, form: StoredPicture, frame: Any, flat: Any) -> Any:
        assert self.size
        width, height = fitted(form, self.size)
        filters = [
            *form.turn,
            *self._colours(frame, flat, f"{width}:{height}:{SHARP}"),
            f"pad={self.size[0]}:{self.size[1]}:(ow-iw)/2:(oh-ih)/2:color=black",
            "setsar=1",
            TAGGED,
        ]
        return graph(flat, filters)

    def _colours(self, frame: Any, flat: Any, size: str) -> list[str]:
        matrix = "" if flat is not frame else f":in_color_matrix={_matrix(frame)}"
        table = cube.needed(frame.color_primaries, frame.color_trc)
        if table is None:
            return [f"scale={size}{matrix}:out_color_matrix=bt709:out_range=tv", "format=yuv420p"]
        cube.write(table, self._file)
        return [
            f"scale={size}{matrix}:out_range=pc",
            "format=gbrp16le",
            f"lut3d=file={_escaped(self._file)}:interp=tetrahedral",
            f"scale={SHARP}:out_color_matrix=bt709:out_range=tv",
            "format=yuv420p",
        ]


class Woven:
    """Interlaced pictures made whole; others pass untouched. From the first interlaced one on, all
    go through the filter, which gives each one picture later.
    """

    def __init__(self) -> None:
        self._form: tuple[Any, ...] | None = None
        self._graph: Any = None
        self._inside: deque[Seen] = deque()

    def take(self, seen: Seen) -> Iterator[Seen]:
        frame = seen.frame
        form = (frame.width, frame.height, *_kind(frame))
        if self._graph is not None and form != self._form:
            yield from self.rest()
        if self._graph is None:
            if not frame.interlaced_frame:
                yield seen
                return
            self._form = form
            self._graph = graph(frame, ["bwdif=mode=send_frame:deint=interlaced"])
        self._inside.append(seen)
        frame.pts, frame.time_base = len(self._inside), Fraction(1, 25)
        self._graph.push(frame)
        yield from self._pulled()

    def rest(self) -> Iterator[Seen]:
        if self._graph is not None:
            self._graph.push(None)
            yield from self._pulled()
        self._graph = None
        self._inside.clear()

    def _pulled(self) -> Iterator[Seen]:
        while self._inside:
            try:
                whole = self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            one = self._inside.popleft()
            yield Seen(one.time, one.until, whole, one.key)


def graph(frame: Any, filters: list[str]) -> Any:
    """Filters one behind the other for frames like this one; `name=arguments` each."""
    made = av.filter.Graph()
    space = MATRICES.get(_matrix_code(frame), "unknown")
    source = (
        f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base=1/25"
        f":pixel_aspect=1/1:colorspace={space}:range={frame.color_range}"
    )
    last = made.add("buffer", source)
    for one in filters:
        name, _, arguments = one.partition("=")
        following = made.add(name, arguments)
        last.link_to(following)
        last = following
    last.link_to(made.add("buffersink"))
    made.configure()
    return made


def _on_paper(frame: Any) -> Any:
    mixed = with_alpha(frame)
    alpha = mixed[..., 3:].astype(np.uint16)
    colours = (mixed[..., :3] * alpha + PAPER * (255 - alpha) + 127) // 255
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(colours, np.uint8), format="rgb24")


def with_alpha(frame: Any) -> npt.NDArray[np.uint8]:
    """Red, green, blue and opacity; shape (height, width, 4)."""
    mixed = frame.reformat(format="rgba", src_colorspace=_matrix_code(frame))
    pixels: npt.NDArray[np.uint8] = mixed.to_ndarray()
    return pixels


def has_alpha(frame: Any) -> bool:
    return any(component.is_alpha for component in frame.format.components)


def _kind(frame: Any) -> tuple[Any, ...]:
    """All of which a change needs other filters."""
    return (
        frame.format.name,
        frame.colorspace,
        frame.color_range,
        frame.color_primaries,
        frame.color_trc,
    )


def _matrix(frame: Any) -> str:
    return "auto" if frame.colorspace in MATRICES else MATRICES[_matrix_code(frame)]


def _matrix_code(frame: Any) -> int:
    """Its own, or what players take untagged pictures for."""
    if frame.colorspace in MATRICES:
        return int(frame.colorspace)
    modern = max(frame.height, frame.width * 9 // 16) >= HIGH_DEFINITION
    return 1 if modern else 6


def _escaped(path: Path) -> str:
    """For the argument of a filter, twice: for the filter, and for the list of its arguments."""
    text = str(path).replace("\\", "/")
    return "".join(f"\\{sign}" if sign in ":'\\[],; =" else sign for sign in text)
