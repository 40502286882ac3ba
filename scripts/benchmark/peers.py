"""Ours and a peer, one after the other, several times: medians of pairs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from benchmark import environment
from benchmark.measure import Measure, watched
from benchmark.places import PEERS, SCRIPTS
from benchmark.workload import Work, gathered, planned
from ceremonie.film.coding.encode import FULL
from ceremonie.film.work import segments
from ceremonie.tools import ffmpeg
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH, FRAME_RATE

Facts = dict[str, Any]
"""What a run tells of itself: seconds, cpu, size, and what it adds."""

WARMED_UP = ("movielite",)
"""Numba compiles at the first run and keeps what it compiled: that one is not measured."""

TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
"""Raw frames tell no colour space and our films tell theirs: ffmpeg would convert between the two
before it compares them, which costs a film 0.01 of its likeness.
"""

WARM_UP_LENGTH = 26
"""Frames of each of its two photos, so that there is a crossfade among them."""


@dataclass(frozen=True)
class Bench:
    """What all runs share; `folder` holds what they write, `python` runs the peers."""

    work: Work
    folder: Path
    workers: int
    python: Path
    moviepy_frames: int | None = None

    @property
    def raw(self) -> Path:
        return self.folder / "frames.yuv"

    def target(self, name: str) -> Path:
        return self.folder / f"{name}.mp4"


def pairs(bench: Bench, name: str, count: int, say: Callable[[str], None]) -> Facts:
    """Alternating runs of ours and of the peer `name`; sizes and likeness of the last two films."""
    run = {"x264": x264}.get(name, peer)
    if name in WARMED_UP:
        peer(_shorter(bench), name)
    found: list[Facts] = []
    for number in range(count):
        mine, other = ours(bench), _whole(run(bench, name), bench, name)
        found.append({"ours": mine, "peer": other})
        say(f"{name} {number + 1}/{count}: {mine['seconds']:.1f} s, {other['seconds']:.1f} s")
    facts: Facts = {"pairs": found, "frames": bench.work.frames, "made": _made(bench, name)}
    if name == "x264":
        facts["ours_ssim"] = ssim(bench, bench.target("ours"))
        facts["peer_ssim"] = ssim(bench, bench.target(name))
    return facts


def _whole(facts: Facts, bench: Bench, name: str) -> Facts:
    """As if the peer had made all frames; reading the photos is needed once, however many."""
    reading = facts.get("reading", 0.0)
    longer = bench.work.frames / _made(bench, name)
    return {**facts, "seconds": reading + (facts["seconds"] - reading) * longer}


def ours(bench: Bench, *, memory: Measure | None = None) -> Facts:
    """One run of our film with an empty folder, in a process of its own."""
    with _emptied(bench.folder / "ours") as folder:
        order = {
            "work": {**asdict(bench.work), "photos": list(map(str, bench.work.photos))},
            "folder": str(folder),
            "target": str(bench.target("ours")),
            "workers": bench.workers,
        }
        file = folder / "order.json"
        file.write_text(json.dumps(order), "utf-8")
        command = [sys.executable, "-m", "benchmark.ours", str(file)]
        return _told(command, memory=memory, cwd=SCRIPTS)


def peer(bench: Bench, name: str) -> Facts:
    """One run of `scripts/peers/with_<name>.py`."""
    photos = bench.work.photos
    task = {
        "photos": list(map(str, photos)),
        "target": str(bench.target(name)),
        "width": CANVAS_WIDTH,
        "height": CANVAS_HEIGHT,
        "rate": int(FRAME_RATE),
        "seconds": bench.work.length / float(FRAME_RATE),
        "crossfade": bench.work.crossfade / float(FRAME_RATE),
        "zoom": bench.work.zoom,
        "frames": _made(bench, name),
        "ffmpeg": ffmpeg.executable(),
        "raw": str(bench.raw),
        "processes": bench.workers,
    }
    file = bench.folder / f"{name}.json"
    file.write_text(json.dumps(task), "utf-8")
    command = [str(bench.python), str(PEERS / f"with_{name}.py"), str(file)]
    return _told(command, env=environment.surroundings())


def x264(bench: Bench, name: str) -> Facts:
    """The quicker of two ways to hand x264 frames that lie in memory; each pair has both."""
    direct, piped = peer(bench, name), peer(bench, "pipe")
    best = min(direct, piped, key=lambda facts: float(facts["seconds"]))
    if best is piped:
        bench.target("pipe").replace(bench.target(name))
    return {**best, "direct": direct["seconds"], "piped": piped["seconds"]}


def write_frames(bench: Bench) -> None:
    """The finished frames of our film, raw, as x264 is to have them."""
    film = planned(bench.work, gathered(bench.work, bench.folder / "raw", bench.workers))
    with bench.raw.open("wb") as file:
        for segment in segments.segments(film):
            for frame, times in segments.frames(segment, FULL):
                file.write(bytes(frame.data) * times)


def ssim(bench: Bench, film: Path) -> float:
    """How like its raw frames a film is: ffmpeg's filter, all planes, 1 for the same."""
    raw = ("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{CANVAS_WIDTH}x{CANVAS_HEIGHT}")
    told = ffmpeg.run(
        (
            *(*raw, "-framerate", str(FRAME_RATE), "-i", str(bench.raw), "-i", str(film)),
            *("-lavfi", f"[1:v]{TAGS}[film];[0:v]{TAGS}[raw];[film][raw]ssim", "-f", "null", "-"),
        ),
        log_level="info",
    )
    found = re.search(r"SSIM .*All:([\d.]+)", told)
    if not found:
        raise SystemExit(f"ffmpeg told no SSIM:\n{told}")
    return float(found[1])


def _made(bench: Bench, name: str) -> int:
    """How many frames the peer is to make."""
    asked = bench.moviepy_frames if name == "moviepy" else None
    return min(asked or bench.work.frames, bench.work.frames)


def _shorter(bench: Bench) -> Bench:
    work = replace(bench.work, photos=bench.work.photos[:2], length=WARM_UP_LENGTH)
    return replace(bench, work=work)


def _told(
    command: list[str],
    *,
    memory: Measure | None = None,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> Facts:
    """The last line that the command prints, which is JSON."""
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=cwd, env=env) as process,
        watched(process.pid, memory) if memory else nullcontext(),
    ):
        told, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    facts: Facts = json.loads(told.splitlines()[-1])
    return facts


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """A new folder; gone afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
