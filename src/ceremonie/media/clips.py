"""Clips: cut to their bounds, upright, 25 frames a second, BT.709, with 48 kHz stereo sound.

MoviePy opens the file and says what it is; ffmpeg's filters carry the pixels (decision 0003).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import RenderingError
from ceremonie.media import pictures, telling
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.pictures import Copy
from ceremonie.media.workspace import Workspace, key
from ceremonie.tools import ffmpeg
from ceremonie.tools.ffmpeg import VideoFacts
from ceremonie.units import (
    CANVAS_HEIGHT,
    CANVAS_WIDTH,
    FRAME_RATE,
    SAMPLE_RATE,
    frames,
    samples,
    seconds,
)

VERSION = 1
"""Part of every key: raise it whenever the copies change."""

POSTER_FRAME = 25
"""One second in: past a first frame that is often black or blurred."""

HIGH_DEFINITION = 720
"""Lines from which untagged colours are taken for BT.709, below for BT.601, as players do."""

MATRICES = {"bt709", "bt470bg", "smpte170m", "fcc", "smpte240m", "bt2020nc", "bt2020c", "gbr"}
HDR_TRANSFERS = ("smpte2084", "arib-std-b67")
TOLERANCE = Fraction(1, 2)
"""Seconds that the picture may end before the announced duration: sound often lasts longer."""

QUALITY = ("-preset", "veryfast", "-crf", "18", "-g", "50")
SOUND_BIT_RATE = "192k"
TIME_BASE = 12_800
"""Ticks a second of the video track: 512 to a frame, exact at 25 fps."""


@dataclass(frozen=True)
class Cut:
    """A normalised clip in the workspace. `announced` is the whole duration that the header of
    the source tells, in frames.
    """

    copy: Copy
    frames: int
    has_sound: bool
    poster: Copy
    announced: int


@dataclass(frozen=True)
class Bounds:
    """Seconds of the source; `stop` is None where it runs to the end."""

    start: Fraction
    stop: Fraction | None


def bounds(start: float, stop: float | None) -> Bounds:
    """The bounds of an entry, as exact as they were written."""
    return Bounds(Fraction(str(start)), None if stop is None else Fraction(str(stop)))


def inspect(file: Path, name: str, cut: Bounds) -> ffmpeg.Facts:
    """From the headers alone. Raises UnusableError where there is no picture to show, or where
    the bounds lie past the end.
    """
    facts = ffmpeg.probe(file)
    if facts is None or facts.video is None or facts.seconds == 0:
        raise _damaged(name)
    if facts.seconds is not None:
        check(cut, facts.seconds, name)
    return facts


def check(cut: Bounds, length: Fraction, name: str) -> None:
    """Raises UnusableError where the bounds lie past the end, by a frame or more."""
    end = length + 1 / FRAME_RATE
    if cut.start >= length:
        raise _outside("commence", cut.start, length, name)
    if cut.stop is not None and cut.stop > end:
        raise _outside("finit", cut.stop, length, name)


def _outside(what: str, wanted: Fraction, length: Fraction, name: str) -> UnusableError:
    return UnusableError(
        "extrait-hors-limites",
        what=what,
        wanted=f"{float(wanted):g}",
        name=name,
        seconds=f"{int(length * 10) / 10:g}",
    )


def examine(file: Path, name: str, cut: Bounds, decoders: Decoders) -> Examination:
    """What one decode between the bounds shows. Raises UnusableError where there is no picture to
    show, or where the bounds lie past the end that was counted.
    """
    try:
        looked = decoders.ask("examine", pictures=True, **request(file, cut))
    except BrokenError:
        raise _damaged(name) from None
    return telling.of_clip(looked, name, cut.start, cut.stop)


def request(file: Path, cut: Bounds) -> dict[str, Any]:
    """How a child is told what to read: seconds as text, exact."""
    stop = None if cut.stop is None else str(cut.stop)
    return {"file": str(file), "start": str(cut.start), "stop": stop}


def prepare(file: Path, name: str, cut: Bounds, workspace: Workspace, decoders: Decoders) -> Cut:
    """The normalised clip. Raises UnusableError where it cannot be decoded."""
    inspect(file, name, cut)

    def make() -> dict[str, Any]:
        try:
            with _measured(file, workspace) as measured:
                return _normalised(measured, name, cut, workspace)
        except RenderingError:
            raise _damaged(name) from None

    made_of = key("clip", VERSION, ffmpeg.version(), cut, workspace.digests.of(file))
    return restored(workspace.kept(made_of, make), workspace)


def restored(facts: dict[str, Any], workspace: Workspace) -> Cut:
    picture = facts["picture"]
    return Cut(
        Copy(**picture, path=workspace.folder / facts["file"]),
        facts["frames"],
        facts["has_sound"],
        pictures.restored(facts["poster"], workspace),
        facts["announced"],
    )


@contextmanager
def _measured(file: Path, workspace: Workspace) -> Iterator[Path]:
    """A file that tells its duration. What a browser records does not: it is written as it comes;
    packed anew, without being decoded, it does.
    """
    facts = ffmpeg.probe(file)
    if facts is None or facts.seconds is not None:
        yield file
        return
    with workspace.scratch(".mkv") as packed:
        streams = ("-map", "0:V:0", "-map", "0:a:0?", "-c", "copy", "-f", "matroska")
        arguments = (*ffmpeg.file_input(file), *streams, ffmpeg.file_output(packed))
        ffmpeg.run(arguments, abandoned=workspace.abandoned)
        yield packed


@dataclass(frozen=True)
class Opened:
    """What MoviePy finds on opening: `seconds` in all, and whether there is sound."""

    seconds: Fraction
    has_sound: bool


def opened(file: Path, name: str) -> Opened:
    """MoviePy decodes the first frame as it opens: a clip that gets through can be shown."""
    from moviepy import VideoFileClip

    try:
        with VideoFileClip(str(file), audio=False) as clip:
            return Opened(Fraction(str(clip.duration)), bool(clip.reader.infos["audio_found"]))
    except (OSError, KeyError, ValueError, TypeError, IndexError, AttributeError):
        raise _damaged(name) from None


def _normalised(file: Path, name: str, cut: Bounds, workspace: Workspace) -> dict[str, Any]:
    source = ffmpeg.probe(file)
    video = source.video if source else None
    if video is None:
        raise _damaged(name)
    whole = opened(file, name)
    stop = min(cut.stop or whole.seconds, whole.seconds)
    wanted = max(1, frames(stop) - frames(cut.start))
    width, height = fitted(video)
    with workspace.scratch(".silent.mp4") as silent:
        picture = _picture_arguments(file, video, (width, height), cut.start, wanted, silent)
        ffmpeg.run(picture, abandoned=workspace.abandoned)
        count = ffmpeg.frame_count(silent)
        if not count:
            raise _damaged(name)
        if cut.stop is not None and wanted - count > frames(TOLERANCE):
            raise _outside("finit", cut.stop, cut.start + seconds(count), name)
        sound = (*_from(cut.start), *ffmpeg.file_input(file)) if whole.has_sound else None
        made = stored(silent, (width, height), count, sound, workspace)
    return {**made, "announced": frames(cut.start) + wanted}


def stored(
    silent: Path,
    size: tuple[int, int],
    count: int,
    sound: tuple[str, ...] | None,
    workspace: Workspace,
) -> dict[str, Any]:
    """The facts of a clip put away: a picture track of `count` frames, with the sound that these
    input arguments of ffmpeg open, and its poster.
    """
    width, height = size
    poster = _poster(silent, size, min(POSTER_FRAME, count // 2), workspace)
    with workspace.scratch(".mp4") as finished:
        if sound:
            arguments = _sound_arguments(silent, sound, count, finished)
            ffmpeg.run(arguments, abandoned=workspace.abandoned)
        else:
            silent.replace(finished)
        digest, name = workspace.store(finished, ".mp4")
    return {
        "file": name,
        "files": {name: digest, **poster["files"]},
        "picture": {"digest": digest, "width": width, "height": height, "alpha": False},
        "frames": count,
        "has_sound": sound is not None,
        "poster": poster,
        "announced": count,
    }


def fitted(video: VideoFacts) -> tuple[int, int]:
    """The size of the copy: square pixels, upright, inside the frame, even, never enlarged."""
    width, height = video.width * video.pixel_aspect, Fraction(video.height)
    if video.rotation in {90, 270}:
        width, height = height, width
    scale = min(Fraction(1), CANVAS_WIDTH / width, CANVAS_HEIGHT / height)
    return even(width * scale), even(height * scale)


def even(length: Fraction) -> int:
    """As chroma of half the size needs it."""
    return max(2, round(length / 2) * 2)


def _picture_arguments(
    file: Path,
    video: VideoFacts,
    size: tuple[int, int],
    start: Fraction,
    wanted: int,
    target: Path,
) -> tuple[str, ...]:
    """ffmpeg turns the picture upright by itself before the first filter."""
    return (
        *_from(start),
        *ffmpeg.file_input(file),
        *("-map", "0:V:0", "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-vf", ",".join(_filters(video, size)), "-frames:v", str(wanted)),
        *picture_output(target),
    )


def picture_output(target: Path) -> tuple[str, ...]:
    """How every picture track is written. One thread of x264: the same bytes on every machine."""
    return (
        *("-fps_mode", "passthrough", "-c:v", "libx264", *QUALITY, "-threads", "1"),
        *("-x264-params", "cpu-independent=1", "-pix_fmt", "yuv420p", *ffmpeg.BITEXACT),
        *("-video_track_timescale", str(TIME_BASE), "-movflags", "+faststart"),
        *("-f", "mp4", ffmpeg.file_output(target)),
    )


TAGGED = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
"""The encoder writes what the last frame says of itself, whatever its own options ask for."""


def _from(start: Fraction) -> tuple[str, ...]:
    return ("-ss", f"{float(start):.6f}") if start else ()


def _filters(video: VideoFacts, size: tuple[int, int]) -> tuple[str, ...]:
    width, height = size
    steady = ("bwdif=deint=interlaced", f"fps={FRAME_RATE}:start_time=0")
    hdr = next((name for name in HDR_TRANSFERS if name in video.tags), None)
    if hdr:
        return (*steady, *_tone_mapped(hdr, width, height), "setsar=1", TAGGED)
    scaled = (
        f"scale={width}:{height}:flags=lanczos+accurate_rnd+full_chroma_int"
        f":in_color_matrix={_matrix(video)}:out_color_matrix=bt709:out_range=tv"
    )
    return (*steady, scaled, "setsar=1", "format=yuv420p", TAGGED)


def _matrix(video: VideoFacts) -> str:
    """ffmpeg tells the matrix first, alone or before primaries and transfer."""
    told = re.split(r"[ ,]+", video.tags.partition("/")[0])
    if not MATRICES.isdisjoint(told):
        return "auto"
    modern = max(video.height, video.width * 9 // 16) >= HIGH_DEFINITION
    return "bt709" if modern else "bt601"


def _tone_mapped(transfer: str, width: int, height: int) -> tuple[str, ...]:
    """HLG and PQ to BT.709 through linear light, where 1 is the white of a page, 203 cd/m²
    (ITU-R BT.2408).
    """
    return (
        f"zscale=w={width}:h={height}:tin={transfer}:pin=bt2020:min=bt2020nc:rin=tv"
        ":t=linear:npl=203",
        "format=gbrpf32le",
        "zscale=p=bt709",
        "tonemap=mobius:desat=0",
        "zscale=t=bt709:m=bt709:p=bt709:r=tv",
        "format=yuv420p",
    )


def _sound_arguments(
    silent: Path, sound: tuple[str, ...], count: int, target: Path
) -> tuple[str, ...]:
    """Exactly as long as the picture: filled up with silence or cut."""
    length = samples(count)
    chain = (
        "aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,"
        f"apad=whole_len={length},atrim=end_sample={length}"
    )
    return (
        *ffmpeg.file_input(silent),
        *sound,
        *("-map", "0:v:0", "-map", "1:a:0", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-c:v", "copy", "-af", chain, "-c:a", "aac", "-b:a", SOUND_BIT_RATE),
        *("-ar", str(SAMPLE_RATE), "-ac", "2", *ffmpeg.BITEXACT),
        *("-video_track_timescale", str(TIME_BASE), "-movflags", "+faststart"),
        *("-f", "mp4", ffmpeg.file_output(target)),
    )


def _poster(clip: Path, size: tuple[int, int], frame: int, workspace: Workspace) -> dict[str, Any]:
    from PIL import Image

    width, height = size
    arguments = (
        *_from(seconds(frame)),
        *ffmpeg.file_input(clip),
        *("-frames:v", "1", "-vf", "scale=in_color_matrix=bt709:flags=lanczos+accurate_rnd"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", ffmpeg.PIPE),
    )
    data = b"".join(ffmpeg.decoded(arguments, width * height * 3))
    if len(data) < width * height * 3:
        raise _damaged(clip.name)
    return pictures.write(Image.frombytes("RGB", size, data[: width * height * 3]), workspace)


def _damaged(name: str) -> UnusableError:
    return UnusableError("media-abime", noun=Kind.CLIP.noun, name=name)
