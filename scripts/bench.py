"""How long the film takes, and where the time and the memory go.

    python scripts/bench.py [STORYBOARD] [--workers N] [--parts]

Renders the film of a storyboard three times into a temporary folder: with nothing kept from
before, with everything kept, and with the words of one shot changed. Seconds drift from machine to
machine; the ratios hold. `--parts` paints every frame once more in this process, to tell painting
from encoding. Memory is told on Linux only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

if find_spec("ceremonie") is None:  # first makes the environment that has it
    from _environment import prepare, run

    prepare("ceremonie")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

from ceremonie import media, storyboard
from ceremonie.film import encode, render, segments, sound
from ceremonie.plan import plan
from ceremonie.plan.drawing import Drawing, Element, Text
from ceremonie.plan.model import Plan, Shot
from ceremonie.progress import silent
from ceremonie.units import FRAME_RATE

SAMPLE = Path(__file__).resolve().parents[1] / "assets" / "2023" / "storyboard.yaml"
HELP = (sys.executable, "-c", "from ceremonie.cli import main; main()", "--help")
LOOK_EVERY = 0.2
"""Seconds between two looks at the memory of all processes."""

PROC = Path("/proc")


@dataclass
class Measure:
    """What a piece of work took: seconds, seconds of all cores, bytes at the fullest moment."""

    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    _done: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        while not self._done.wait(LOOK_EVERY):
            self.memory = max(self.memory, sum(map(proportional_memory, family(os.getpid()))))


@contextmanager
def measured() -> Iterator[Measure]:
    measure = Measure()
    watcher = threading.Thread(target=measure.watch, daemon=True)
    watcher.start()
    began, cpu = time.perf_counter(), used_cpu()
    try:
        yield measure
    finally:
        measure.seconds, measure.cpu = time.perf_counter() - began, used_cpu() - cpu
        measure._done.set()
        watcher.join()


def used_cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def family(parent: int) -> list[int]:
    """A process and all its descendants; empty where the system does not tell."""
    if not PROC.is_dir():
        return []
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (told := _read(entry / "stat")):
            children.setdefault(int(told.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found = [parent]
    for known in found:
        found += children.get(known, [])
    return found


def proportional_memory(process: int) -> int:
    """Bytes; what processes share is divided among them (PSS)."""
    told = _read(PROC / str(process) / "smaps_rollup")
    return next((int(x.split()[1]) * 1024 for x in told.splitlines() if x.startswith("Pss:")), 0)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""  # the process has just ended


def planned(path: Path, folder: Path, workers: int) -> Plan:
    """The plan with its prepared media. Exits where the storyboard has errors."""
    reading = storyboard.read(path)
    if reading.storyboard is None:
        sys.exit("\n".join(d.render() for d in reading.diagnostics))
    materials, _ = media.gather(reading, folder, draft=False, progress=silent, workers=workers)
    return plan(reading.storyboard, materials)


def with_other_words(film: Plan) -> Plan:
    """The plan with one letter more in the first text of the shot in the middle."""
    index = len(film.shots) // 2
    changed = replace(film.shots[index], drawing=_renamed(film.shots[index]))
    return replace(film, shots=(*film.shots[:index], changed, *film.shots[index + 1 :]))


def _renamed(shot: Shot) -> Drawing:
    elements: list[Element] = list(shot.drawing.elements)
    texts = (i for i, element in enumerate(elements) if isinstance(element, Text))
    for index in texts:
        text = elements[index]
        assert isinstance(text, Text)
        elements[index] = replace(text, lines=(*text.lines[:-1], text.lines[-1] + "."))
        break
    return replace(shot.drawing, elements=tuple(elements))


def report(title: str, measure: Measure, duration: float) -> None:
    memory = f"{measure.memory / 2**20:8.0f} MB" if measure.memory else "        —"
    ratio = measure.seconds / duration if duration else 0
    print(f"{title:34}{measure.seconds:9.2f} s{measure.cpu:9.2f} s{memory:>12}{ratio:9.3f}")


def painted(film: Plan) -> None:
    """Every frame of the film, one after the other, on one core, thrown away."""
    import cv2

    cv2.setNumThreads(1)
    for segment in segments.segments(film):
        for _ in segments.frames(segment, encode.FULL.width, encode.FULL.height):
            continue


def timed(title: str, work: Callable[[], object], duration: float) -> Measure:
    with measured() as measure:
        work()
    report(title, measure, duration)
    return measure


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="ceremonie-bench-") as name:
        folder = Path(name)
        print(f"{'':34}{'wall':>11}{'CPU':>11}{'peak':>12}{'wall/film':>9}")
        timed("ceremonie --help", lambda: subprocess.run(HELP, capture_output=True, check=True), 0)
        with measured() as preparing:
            film = planned(asked.storyboard, folder / "media", asked.workers)
        duration = float(film.frames / FRAME_RATE)
        report("reading, preparing media, plan", preparing, duration)
        _bench(film, folder, asked.workers, duration, parts=asked.parts)
        print(
            f"\n{len(film.shots)} shots, {len(segments.segments(film))} segments, {film.frames} "
            f"frames, {duration:.1f} s of film, {asked.workers} workers"
        )


def _bench(film: Plan, folder: Path, workers: int, duration: float, *, parts: bool) -> None:
    target = folder / "film.mp4"

    def made(some: Plan) -> None:
        render(some, target, folder / "film", workers=workers, draft=False, progress=silent)

    cold = timed("film, nothing kept", lambda: made(film), duration)
    timed("film, all kept: join, check", lambda: made(film), duration)
    timed("film, one caption changed", lambda: made(with_other_words(film)), duration)
    if parts:
        heard = timed("  of it: sound", lambda: sound.render(film, folder / "a.m4a"), duration)
        painting = timed("  of it: painting", lambda: painted(film), duration)
        rest = cold.cpu - painting.cpu - heard.cpu
        print(f"{'  of it: pipe, encoding, join':45}{rest:9.2f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time and memory of the film.")
    parser.add_argument("storyboard", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--parts", action="store_true", help="tell painting from encoding")
    return parser.parse_args()


if __name__ == "__main__":
    main()
