"""Whether films, pictures and sounds of other bytes are the same to people.

Frames are decoded and compared one by one, in two ways: SSIM over the frame, which follows what
people see but hardly notices a word that changed in a corner, and the mean difference of brightness
in each of some eight thousand blocks, which does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremonie.diagnostics import RenderingError
from ceremonie.film import soundness
from ceremonie.messages import decimal
from ceremonie.tools import ffmpeg

LEAST_SSIM = 0.96
"""From here on half of those who look see no difference, for four pictures of six (Flynn, Ward,
Abich and Poole, « Image Quality Assessment Using the SSIM and the Just Noticeable Difference
Paradigm », 2013; 0.95 on average, 0.92 at the least).
"""

MOST_IN_A_BLOCK = 24
"""Levels of 255 by which a block of one film may differ from the other's on average. Measured on
frames of ours: at most 8 where the film is encoded again (x264, crf 23 and 28), 15 where it was
scaled to 720 lines and back, 80 where one letter of a caption is another one; SSIM is 0.976 at the
least for the first, and 0.9992 for the letter.
"""

COLUMNS, ROWS = 120, 68
"""Blocks: 16 × 16 px of a frame of 1920 × 1080."""

LOUDNESS = 0.5
"""LU by which films may differ (EBU R128, 3: the tolerance of a programme)."""

_SSIM = re.compile(rb"All:([\d.]+)")
_BOTH = "[0:v:0]format={form}[a];[1:v:0]format={form}[b];"
_PIECE = 1 << 16


@dataclass(frozen=True)
class Likeness:
    """Whether two files are the same to people, and why, in French."""

    alike: bool
    why: str


def of_pictures(first: Path, second: Path) -> Likeness:
    return _of_frames(first, second, "yuv444p", "image")


def of_films(first: Path, second: Path) -> Likeness:
    """Picture by picture, and how loud they are."""
    one, other = soundness.decoded(first), soundness.decoded(second)
    if cause := one.cause or other.cause:
        return Likeness(False, cause)
    if one.frames != other.frames:
        return Likeness(False, f"{other.frames} images au lieu de {one.frames}")
    heard = _of_sound(one.loudness, other.loudness)
    if not one.frames or not heard.alike:
        return heard
    seen = _of_frames(first, second, "yuv420p", "images")
    return Likeness(seen.alike, f"{seen.why}, {heard.why}")


def _of_sound(one: float | None, other: float | None) -> Likeness:
    if one is None or other is None:
        return Likeness(one is other, "sans son" if one is other else "l'un a du son, l'autre non")
    apart = abs(one - other)
    told = "son au même niveau" if not round(apart, 1) else f"son à {decimal(apart)} LU près"
    return Likeness(apart <= LOUDNESS, told)


def _of_frames(first: Path, second: Path, form: str, what: str) -> Likeness:
    try:
        ssim = min(_ssim(first, second, form), default=0.0)
        if ssim < LEAST_SSIM:
            return Likeness(False, f"{what} : SSIM {decimal(ssim, 3)} au moins")
        worst = max(_blocks(first, second, form), default=0)
    except RenderingError:
        return Likeness(False, f"{what} d'une autre taille, ou qui ne se décodent pas")
    told = f"{what} : SSIM {decimal(ssim, 3)} au moins, écart local {worst} sur 255 au plus"
    return Likeness(worst <= MOST_IN_A_BLOCK, told)


def _ssim(first: Path, second: Path, form: str) -> Iterator[float]:
    """Of each pair of frames."""
    graph = _BOTH.format(form=form) + "[a][b]ssim=stats_file=-"
    rest = b""
    for piece in ffmpeg.decoded(_inputs(first, second, graph, "-f", "null", "-"), _PIECE):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            if match := _SSIM.search(line):
                yield float(match[1])


def _blocks(first: Path, second: Path, form: str) -> Iterator[int]:
    """Of each pair of frames, how much the block differs that differs most."""
    size = f"scale={COLUMNS}:{ROWS}:flags=area"
    difference = "[a][b]blend=all_mode=difference,extractplanes=y"
    graph = f"{_BOTH.format(form=form)}{difference},{size},format=gray"
    written = ("-f", "rawvideo", ffmpeg.PIPE)
    for frame in ffmpeg.decoded(_inputs(first, second, graph, *written), COLUMNS * ROWS):
        yield max(frame)


def _inputs(first: Path, second: Path, graph: str, *rest: str) -> tuple[str, ...]:
    return (*ffmpeg.file_input(first), *ffmpeg.file_input(second), "-lavfi", graph, *rest)
