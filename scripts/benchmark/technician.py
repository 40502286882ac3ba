"""The technician's film beside its encoder alone, on the same frames; how like it is to them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np

from benchmark.measure import measured
from benchmark.workload import Work, gathered, planned
from ceremonie.film import Commission, Master, MasterFiles, render_each
from ceremonie.film.coding.encode import DNXHD, FULL, PRORES, Quality
from ceremonie.film.painting.colour import Frame, planes
from ceremonie.film.work import segments
from ceremonie.planning.model import Plan
from ceremonie.progress import silent
from ceremonie.units import FRAME_RATE

PHOTOS, LENGTH = 2, 60
"""So few that all frames lie in memory."""

CODECS = {"prores": PRORES, "dnxhd": DNXHD}
EVERY = 8
"""Of so many frames one is compared."""


def measure(work: Work, folder: Path, workers: int, say: Callable[[str], None]) -> dict[str, Any]:
    """By codec: seconds of the film alone, of both films, of the encoder alone on all cores; the
    largest difference to the frames, in steps of 8 bits, of luma and chroma; bytes of a picture.
    """
    short = replace(work, photos=work.photos[:PHOTOS], length=min(work.length, LENGTH))
    film = planned(short, gathered(short, folder / "media", workers))
    frames = [frame.copy() for one in segments.segments(film) for frame in _painted(one)]
    say(f"{len(frames)} frames for the technician")
    alone = _rendered(film, folder, workers, None)
    made: dict[str, Any] = {}
    for name, quality in CODECS.items():
        both = _rendered(film, folder, workers, quality)
        luma, chroma = differences(frames, folder / "film-regie.mov")
        made[name] = {
            "film": alone,
            "both": both,
            "encoder": _encoded(frames, quality),
            "luma": luma,
            "chroma": chroma,
            "picture": (folder / "film-regie.mov").stat().st_size / len(frames),
        }
    shutil.rmtree(folder)
    return made


def _painted(segment: segments.Segment) -> Iterator[Frame]:
    return (frame for frame, times in segments.frames(segment, FULL) for _ in range(times))


def _rendered(film: Plan, folder: Path, workers: int, quality: Quality | None) -> float:
    """Seconds of all, with nothing kept from before."""
    names = ("film-regie.mov", "film-musique.wav", "film-parole.wav")
    files = MasterFiles(*(folder / name for name in names))
    targets = {film.format.shape: folder / "film.mp4"}
    master = (Master(quality), files) if quality else None
    commission = Commission(film, targets, master=master)
    shutil.rmtree(folder / "film", ignore_errors=True)
    with measured() as spent:
        render_each([commission], folder / "film", workers=workers, draft=False, progress=silent)
    return spent.seconds


def _encoded(frames: Sequence[Frame], quality: Quality) -> float:
    """Seconds of the encoder with nothing else to do, on all cores in its own way, to memory."""
    begun = time.perf_counter()
    with av.open(BytesIO(), "w", format="mov") as container:
        stream: Any = container.add_stream(quality.encoder, FRAME_RATE)
        stream.width, stream.height = frames[0].shape[1], frames[0].shape[0] * 2 // 3
        stream.pix_fmt, stream.thread_type = quality.pixels, "AUTO"
        stream.codec_context.options = {"profile": quality.preset}
        for number, frame in enumerate(frames):
            picture = av.VideoFrame.from_numpy_buffer(frame, "yuv420p")
            picture = picture.reformat(format=quality.pixels)
            picture.pts, picture.time_base = number, 1 / FRAME_RATE
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    return time.perf_counter() - begun


def differences(frames: Sequence[Frame], film: Path) -> tuple[int, int]:
    """The largest of luma and of chroma, between what was painted and what is seen."""
    most = [0, 0, 0]
    with av.open(str(film)) as opened:
        for number, seen in enumerate(opened.decode(video=0)):
            if number % EVERY == 0:
                shown = planes(seen.reformat(format="yuv420p").to_ndarray())
                for plane, (was, now) in enumerate(zip(planes(frames[number]), shown, strict=True)):
                    apart = int(np.abs(was.astype(np.int16) - now).max())
                    most[plane] = max(most[plane], apart)
    return most[0], max(most[1:])
