"""A clip's frames, scaled to cover its box, in the order the film asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from ceremonie.diagnostics import RenderingError
from ceremonie.film.painting.canvas import Box
from ceremonie.film.painting.colour import Frame
from ceremonie.media.material import Clip
from ceremonie.messages import problem
from ceremonie.planning import cropping
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE


@dataclass
class Player:
    """Reads a clip forwards from wherever it is first asked; a step back opens it again."""

    clip: Clip
    box: Box
    _frames: Iterator[bytes] | None = None
    _next: int = 0
    _shown: Frame = field(default_factory=lambda: np.empty((0, 0), np.uint8))

    def frame(self, index: int) -> Frame:
        """The clip's frame `index`; before the first and after the last, these are held."""
        index = min(max(index, 0), self.clip.frames - 1)
        if self._frames is None or index < self._next - 1:
            self._frames = decode(self.clip, self.box, index)
            self._next = index
        while self._next <= index:
            self._shown = self._read(self._frames)
            self._next += 1
        return self._shown

    def _read(self, frames: Iterator[bytes]) -> Frame:
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        piece = next(frames, b"")
        if len(piece) != width * height * 3 // 2:
            raise RenderingError(problem("extrait-illisible", name=self.clip.path.name))
        return np.frombuffer(piece, np.uint8).reshape(height * 3 // 2, width)


def decode(clip: Clip, box: Box, first: int) -> Iterator[bytes]:
    """Planar frames from frame `first` on, each cropped to the box it covers, about its focus."""
    width, height = box[2] - box[0], box[3] - box[1]
    start = Fraction(first) / FRAME_RATE
    left, above = cropping.balance(cropping.of_clip(clip, width, height))
    cover = (
        f"scale={width}:{height}:force_original_aspect_ratio=increase:flags=bicubic,"
        f"crop={width}:{height}:(iw-ow)*{left:.6f}:(ih-oh)*{above:.6f}"
    )
    arguments = (
        "-ss",
        f"{float(start):.6f}",
        *ffmpeg.file_input(clip.path),
        *("-map", "0:v:0", "-vf", cover, "-threads", "1", "-fps_mode", "passthrough"),
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", ffmpeg.PIPE),
    )
    return ffmpeg.decoded(arguments, width * height * 3 // 2)
