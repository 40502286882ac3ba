"""ffmpeg's part of the film: segments of H.264, the joined film, the finished file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ceremonie.files import appearing
from ceremonie.film.colour import Frame
from ceremonie.tools import ffmpeg
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH, FRAME_RATE

TIME_BASE = 12_800
"""Ticks a second of the video track: 512 to a frame, exact at 25 fps."""

BT709 = "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"


@dataclass(frozen=True)
class Quality:
    """The size of the frames and how x264 encodes them, on one thread: the same bytes always."""

    width: int
    height: int
    preset: str
    crf: int
    options: str


FULL = Quality(CANVAS_WIDTH, CANVAS_HEIGHT, "superfast", 20, "mbtree=1:rc-lookahead=10")
"""As small as veryfast at the same SSIM, in 61 % of its CPU time."""

DRAFT = Quality(640, 360, "ultrafast", 26, "rc-lookahead=0")


def encoder_arguments(quality: Quality, target: Path) -> tuple[str, ...]:
    """From planar frames on standard input to one closed segment."""
    return (
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{quality.width}x{quality.height}"),
        *("-framerate", str(FRAME_RATE), "-i", ffmpeg.PIPE),
        *("-c:v", "libx264", "-preset", quality.preset, "-crf", str(quality.crf)),
        *("-threads", "1", "-x264-params", f"{quality.options}:cpu-independent=1:{BT709}"),
        *("-g", "250", "-pix_fmt", "yuv420p", *ffmpeg.BITEXACT),
        *("-video_track_timescale", str(TIME_BASE), "-f", "mp4", ffmpeg.file_output(target)),
    )


def encode(frames: Iterable[Frame], quality: Quality, target: Path) -> None:
    """One segment; it appears under its name only when it is whole."""
    with (
        appearing(target) as partial,
        ffmpeg.encoder(encoder_arguments(quality, partial)) as pipe,
    ):
        for frame in frames:
            pipe.write(frame.data)


@dataclass(frozen=True)
class Chapter:
    """A part of the film that a player can jump to; frames `start` to `stop`."""

    title: str
    start: int
    stop: int


def join(
    segments: Sequence[Path],
    sound: Path,
    chapters: Sequence[Chapter],
    title: str,
    target: Path,
) -> None:
    """The film: segments one after the other, untouched, with their sound and chapters."""
    with TemporaryDirectory(dir=target.parent, prefix=".") as folder:
        listing, described = Path(folder, "segments"), Path(folder, "chapitres")
        listing.write_text(_listing(segments), "utf-8")
        described.write_text(_metadata(title, chapters), "utf-8")
        ffmpeg.run(_join_arguments(listing, described, sound, target))


def _join_arguments(listing: Path, described: Path, sound: Path, target: Path) -> tuple[str, ...]:
    return (
        *("-f", "concat", "-safe", "0", *ffmpeg.file_input(listing)),
        *ffmpeg.file_input(sound),
        *("-f", "ffmetadata", *ffmpeg.file_input(described)),
        *("-map", "0:v:0", "-map", "1:a:0", "-map_metadata", "2", "-map_chapters", "2"),
        *("-c", "copy", *ffmpeg.BITEXACT, "-metadata:s:a:0", "language=fra"),
        *("-metadata:s:v:0", "language=fra", "-movflags", "+faststart"),
        *("-video_track_timescale", str(TIME_BASE), "-f", "mp4", ffmpeg.file_output(target)),
    )


def _listing(segments: Sequence[Path]) -> str:
    lines = ["ffconcat version 1.0"]
    for segment in segments:
        quoted = segment.resolve().as_posix().replace("'", "'\\''")
        lines.append(f"file 'file:{quoted}'")
    return "\n".join(lines) + "\n"


def _metadata(title: str, chapters: Sequence[Chapter]) -> str:
    lines = [";FFMETADATA1", f"title={_escaped(title)}", "language=fra"]
    for chapter in chapters:
        lines += [
            "[CHAPTER]",
            f"TIMEBASE=1/{FRAME_RATE}",
            f"START={chapter.start}",
            f"END={chapter.stop}",
            f"title={_escaped(chapter.title)}",
        ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    for sign in "\\=;#":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")
