"""Files to begin with: storyboards of the tests, subtitles of every form, short media."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ceremonie.tools import ffmpeg

STORYBOARDS = Path(__file__).parents[1] / "storyboards"

SUBTITLES = (
    "1\n00:00:00,000 --> 00:00:02,500\nBonjour.\n\n2\n00:00:03,000 --> 00:00:05,500\nMerci\n",
    "1\n00:00:01,000 --> 00:00:02,000\nUn\n2\n00:00:02,000 --> 00:00:03,000\nDeux\n",
    "WEBVTT\nKind: captions\n\nNOTE rien\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 line:1\n"
    "<v Léa><i>Oui</i> &amp; non</v>\n",
    "WEBVTT\n\n00:00:00.080 --> 00:00:02.270 align:start\n \nbon<00:00:00.400><c> jour</c>\n\n"
    "00:00:02.270 --> 00:00:02.280\nbon jour\n \n",
    "3\nbientôt\nPerdu\n\n4\n00:00:09 --> 00:00:08\n{\\an8}a < b\u00a0\u2028\u200e\n",
)

_MOVING = ("-f", "lavfi", "-i", "testsrc2=size=64x36:rate=25:duration=0.4")
_HEARD = ("-f", "lavfi", "-i", "sine=frequency=440:duration=0.4")
_ONE = ("-frames:v", "1", "-update", "1")

MEDIA: dict[str, tuple[str, ...]] = {
    ".mp4": (*_MOVING, *_HEARD, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    ".mov": (*_MOVING, "-c:v", "libx264", "-timecode", "01:00:00:00"),
    ".mkv": (*_MOVING, *_HEARD, "-c:v", "mjpeg", "-c:a", "flac"),
    ".avi": (*_MOVING, "-c:v", "mpeg4"),
    ".mpg": (*_MOVING, "-c:v", "mpeg2video"),
    ".mp3": (*_HEARD, "-c:a", "libmp3lame"),
    ".m4a": (*_HEARD, "-c:a", "aac"),
    ".ogg": (*_HEARD, "-c:a", "libopus"),
    ".wav": _HEARD,
    ".flac": _HEARD,
    ".jpg": (*_MOVING, *_ONE),
    ".png": (*_MOVING, *_ONE, "-pix_fmt", "rgba"),
    ".webp": (*_MOVING, *_ONE, "-c:v", "libwebp"),
}
"""What ffmpeg makes of each ending; each file has a few kilobytes."""


def storyboards() -> Iterator[bytes]:
    for file in sorted(STORYBOARDS.rglob("*.yaml")):
        yield file.read_bytes()


def subtitles() -> Iterator[bytes]:
    for text in SUBTITLES:
        yield text.encode()
        yield text.encode("utf-16")
        yield text.encode("cp1252", "replace")
    for file in sorted(STORYBOARDS.rglob("*.srt")):
        yield file.read_bytes()


def media(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Ending and bytes; `folder` takes the files for a moment."""
    for ending, arguments in MEDIA.items():
        file = folder / f"graine{ending}"
        ffmpeg.run((*arguments, ffmpeg.file_output(file)))
        yield ending, file.read_bytes()
        file.unlink()
