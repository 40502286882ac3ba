"""The clip of a scene of one's own, written by ffmpeg from what comes through a pipe."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import RenderingError
from ceremonie.media import clips, pictures
from ceremonie.media.decoding.settings import (
    CRF,
    KEY_FRAMES,
    POSTER_FRAME,
    PRESET,
    SOUND_BIT_RATE,
    TIME_BASE,
)
from ceremonie.media.workspace import Workspace
from ceremonie.messages import problem
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE, SAMPLE_RATE, samples, seconds

QUALITY = ("-preset", PRESET, "-crf", str(CRF), "-g", str(KEY_FRAMES))

Size = tuple[int, int]


def picture_input(size: Size) -> tuple[str, ...]:
    """Raw red, green, blue through the pipe, at the film's rate."""
    width, height = size
    return (
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-framerate", str(FRAME_RATE)),
        *("-video_size", f"{width}x{height}", "-i", ffmpeg.PIPE),
    )


def picture_output(target: Path) -> tuple[str, ...]:
    """One thread of x264: the same bytes on every machine."""
    return (
        *("-fps_mode", "passthrough", "-c:v", "libx264", *QUALITY, "-threads", "1"),
        *("-x264-params", "cpu-independent=1", "-pix_fmt", "yuv420p", *ffmpeg.BITEXACT),
        *("-video_track_timescale", str(TIME_BASE), "-movflags", "+faststart"),
        *("-f", "mp4", ffmpeg.file_output(target)),
    )


def count(film: Path) -> int:
    """The pictures in a file of our own."""
    from ceremonie.media.decoding.container import pictures_in

    return pictures_in(film)


def stored(
    silent: Path, size: Size, frames: int, sound: tuple[str, ...] | None, workspace: Workspace
) -> dict[str, Any]:
    """The facts of a clip put away: a picture track of that many frames, with the sound that these
    input arguments of ffmpeg open, and its poster.
    """
    poster = _poster(silent, size, min(POSTER_FRAME, frames // 2), workspace)
    made = {"size": size, "frames": frames, "sound": sound is not None}
    with workspace.scratch(".mp4") as finished:
        if sound:
            arguments = _sound_arguments(silent, sound, frames, finished)
            ffmpeg.run(arguments, abandoned=workspace.abandoned)
        else:
            silent.replace(finished)
        return clips.stored(finished, made, poster, workspace)


def _sound_arguments(
    silent: Path, sound: tuple[str, ...], frames: int, target: Path
) -> tuple[str, ...]:
    """Exactly as long as the picture: filled up with silence or cut."""
    length = samples(frames)
    chain = (
        "aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,"
        f"apad=whole_len={length},atrim=end_sample={length}"
    )
    return (
        *ffmpeg.file_input(silent),
        *sound,
        *("-map", "0:v:0", "-map", "1:a:0", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-c:v", "copy", "-af", chain, "-c:a", "aac", "-b:a", str(SOUND_BIT_RATE)),
        *("-ar", str(SAMPLE_RATE), "-ac", "2", *ffmpeg.BITEXACT),
        *("-video_track_timescale", str(TIME_BASE), "-movflags", "+faststart"),
        *("-f", "mp4", ffmpeg.file_output(target)),
    )


def _poster(clip: Path, size: Size, frame: int, workspace: Workspace) -> dict[str, Any]:
    from PIL import Image

    wanted = size[0] * size[1] * 3
    arguments = (
        *("-ss", f"{float(Fraction(seconds(frame))):.6f}", *ffmpeg.file_input(clip)),
        *("-frames:v", "1", "-vf", "scale=in_color_matrix=bt709:flags=lanczos+accurate_rnd"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", ffmpeg.PIPE),
    )
    data = b"".join(ffmpeg.decoded(arguments, wanted))
    if len(data) < wanted:
        raise RenderingError(problem("extrait-illisible", name=clip.name))
    return pictures.write(Image.frombytes("RGB", size, data[:wanted]), workspace)
