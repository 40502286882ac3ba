"""The command line of the bench: what is measured, what is kept, what is written."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from benchmark import environment, long, parts, peers, report, sample, technician, workload
from benchmark.goals import PEERS, Peer, ratios, seconds
from benchmark.places import FOLDER, FONTS, PLOT, REPORT, RESULTS, SAMPLE, SAMPLE_PHOTOS
from ceremonie.theme.palette import HOUSE, Colour
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE

PARTS = ("photos", "sample", "technician", "parts", "memory", "thousand")
LONG = ("memory", "thousand")
"""Take long: measured with --long, or where --only names them."""

VERSIONS = ("av", "matplotlib", "movielite", "moviepy", "numba")


def main() -> None:
    asked = arguments(sys.argv[1:])
    if not asked.report_only:
        measure(asked)
    results = kept(asked.results)
    if not results:
        sys.exit(f"nothing was measured yet: there is no {asked.results.name}")
    write(results, asked.into)


def arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our film beside its peers; docs/performance.md.")
    parser.add_argument("storyboard", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=_several(PARTS), help=f"of {','.join(PARTS)}")
    parser.add_argument("--peers", type=_several([p.key for p in PEERS]), help="all by default")
    parser.add_argument("--pairs", type=int, default=3, help="runs of ours and of each peer")
    parser.add_argument("--moviepy-pairs", type=int, default=1, help="MoviePy takes minutes")
    parser.add_argument("--moviepy-frames", type=int, help="only its first ones; seconds scaled")
    parser.add_argument("--photos", type=Path, help="a folder of one's own photos")
    parser.add_argument("--long", action="store_true", help="memory and a thousand photos too")
    parser.add_argument("--report-only", action="store_true", help="write the page again")
    parser.add_argument(
        "--trial", action="store_true", help="two photos, few frames; the page goes to .bench"
    )
    asked = parser.parse_args(words)
    asked.parts = asked.only or tuple(p for p in PARTS if asked.long or p not in LONG)
    asked.results = FOLDER / "trial" / RESULTS.name if asked.trial else RESULTS
    asked.into = (asked.results.parent / REPORT.name) if asked.trial else REPORT
    return asked


def _several(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def chosen(words: str) -> tuple[str, ...]:
        found = tuple(words.split(","))
        if unknown := set(found) - set(known):
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not of {', '.join(known)}")
        return found

    return chosen


def measure(asked: argparse.Namespace) -> None:
    """What was asked for; each part is kept as soon as it is there, beside what was before."""
    bench, folder = prepared(asked), asked.results.parent
    keep(asked.results, "machine", machine(bench.python))
    keep(asked.results, "work", told(bench))
    if "photos" in asked.parts:
        _against_peers(asked, bench)
    if "sample" in asked.parts:
        board = workload.edition(bench.work) if asked.trial else asked.storyboard
        found = sample.measure(board, folder / "sample", asked.workers, asked.pairs, say)
        keep(asked.results, "sample", found)
    if "technician" in asked.parts:
        made = technician.measure(bench.work, folder / "technician", asked.workers, say)
        keep(asked.results, "technician", made)
    if "parts" in asked.parts:
        keep(asked.results, "parts", parts.measure(bench.work, bench.folder / "parts"))
    if "memory" in asked.parts:
        lengths = (100, 300) if asked.trial else (long.SHORT, long.LONG)
        keep(asked.results, "memory", long.memory(bench, say, lengths))
    if "thousand" in asked.parts:
        count = 20 if asked.trial else long.MANY
        keep(asked.results, "thousand", long.thousand(bench, folder / "many", say, count))


def prepared(asked: argparse.Namespace) -> peers.Bench:
    """The photos, the peers, a folder to write in."""
    photos = (
        workload.own_photos(FOLDER / "own", asked.photos)
        if asked.photos
        else workload.photos(FOLDER / "photos", SAMPLE_PHOTOS)
    )
    work = workload.Work(photos)
    if asked.trial:
        work = replace(work, photos=photos[:2], length=40)
    folder = asked.results.parent / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return peers.Bench(work, folder, asked.workers, environment.prepared(), asked.moviepy_frames)


def _against_peers(asked: argparse.Namespace, bench: peers.Bench) -> None:
    names = asked.peers or tuple(peer.key for peer in PEERS)
    if "x264" in names:
        peers.write_frames(bench)
    for name in names:
        count = asked.moviepy_pairs if name == "moviepy" else asked.pairs
        found = peers.pairs(bench, name, count, say)
        keep(asked.results, "peers", {**kept(asked.results).get("peers", {}), name: found})
    bench.raw.unlink(missing_ok=True)


def told(bench: peers.Bench) -> dict[str, Any]:
    work = bench.work
    return {
        "photos": len(work.photos),
        "megapixels": workload.megapixels(work.photos),
        "frames": work.frames,
        "seconds": work.length / float(FRAME_RATE),
        "crossfade": work.crossfade / float(FRAME_RATE),
        "zoom": work.zoom,
        "workers": bench.workers,
    }


def machine(python: Path) -> dict[str, Any]:
    """What the seconds depend on; nothing that names the machine."""
    code = f"import importlib.metadata as m; print(*map(m.version, {VERSIONS!r}))"
    found = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "versions": {
            "Python": platform.python_version(),
            "ffmpeg": ffmpeg.version(),
            "opencv": version("opencv-python-headless"),
            **dict(zip(VERSIONS, found.stdout.split(), strict=True)),
        },
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text("utf-8").splitlines() if facts.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def kept(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def keep(path: Path, part: str, facts: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**kept(path), part: facts}, indent=1), "utf-8")


def write(results: dict[str, Any], into: Path) -> None:
    """The page and its picture."""
    into.write_text(report.report(results), "utf-8")
    if results.get("peers"):
        _draw(results, into.with_name(PLOT.name))
    say(f"written: {into.name}")


def _draw(results: dict[str, Any], target: Path) -> None:
    order = {
        "bars": bars(results),
        "title": "Seconds from photos to film",
        "words": (
            f"{results['work']['photos']} photos, {results['work']['frames']} frames of "
            f"1920 × 1080, {results['machine']['cores']} cores; medians; logarithmic, "
            "shorter is better"
        ),
        "fonts": str(FONTS),
        "ink": f"#{HOUSE.hex(Colour.INK)}",
        "ours": f"#{HOUSE.hex(Colour.MIDDLE)}",
        "others": f"#{HOUSE.hex(Colour.DEEP)}",
        "partial": "#8DB3B5",
        "target": str(target),
    }
    file = FOLDER / "plot.json"
    file.write_text(json.dumps(order), "utf-8")
    script = Path(__file__).with_name("plot.py")
    command = [str(environment.prepared()), "-P", str(script), str(file)]
    subprocess.run(command, check=True, env=environment.surroundings())


def bars(results: dict[str, Any]) -> list[dict[str, Any]]:
    """Ours over all pairs, then every peer as measured, the quickest first."""
    measured = results["peers"]
    all_pairs = [pair for facts in measured.values() for pair in facts["pairs"]]
    found = [
        _bar("ceremonie", "ours", seconds(all_pairs, "ours")),
        *(_peer_bar(peer, measured[peer.key]) for peer in PEERS if peer.key in measured),
    ]
    return sorted(found, key=lambda bar: float(bar["seconds"]))


def _peer_bar(peer: Peer, facts: dict[str, Any]) -> dict[str, Any]:
    """One that has not the whole way to go is paler."""
    colour = "others" if peer.factor else "partial"
    ratio = median(ratios(facts["pairs"]))
    told = f"{ratio:.{1 if ratio >= 10 else 2}f} × ours"
    return _bar(peer.name, colour, seconds(facts["pairs"], "peer"), told, peer.under)


def _bar(name: str, colour: str, took: float, ratio: str = "", under: str = "") -> dict[str, Any]:
    label = f"{took:.1f} s"
    return {
        "name": name, "under": under, "seconds": took, "label": label, "ratio": ratio,
        "colour": colour,
    }  # fmt: skip


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
