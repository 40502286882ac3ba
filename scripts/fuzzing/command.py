"""Shares the time out among the targets, each in its own process, and tells what came of it."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from fuzzing import engine
from fuzzing.store import Store

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".fuzz"
SHARES = {
    "subtitles": 0.15,
    "contours": 0.05,
    "storyboard": 0.2,
    "deck": 0.15,
    "table": 0.15,
    engine.PROBING: 0.3,
}
GRACE = 90
"""Seconds after its time at which a process is taken to hang."""


def main() -> int:
    given = _arguments()
    if given.one:
        engine.run(given.one, Store(given.corpus / given.one), given.minutes * 60)
        return 0
    print("led by coverage (atheris)" if find_spec("atheris") else "led by answers (hypothesis)")
    wanted = given.target or list(SHARES)
    whole = sum(SHARES[name] for name in wanted)
    found = 0
    for name in wanted:
        parts = _parts(name, given.corpus)
        minutes = given.minutes * SHARES[name] / whole / len(parts)
        found += sum(_fuzzed(part, given.corpus, minutes) for part in parts)
    print(f"{found} findings" + (f", in {given.corpus}/*/findings" if found else ""))
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Throw bytes at what reads untrusted files.")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--target", action="append", choices=list(SHARES))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def _parts(name: str, corpus: Path) -> list[str]:
    """The target's stores, with their seeds; media have one for each ending."""
    from tests.fuzz import seeds

    if name != engine.PROBING:
        store = Store(corpus / name)
        for data in seeds.of(name):
            store.keep(data)
        return [name]
    with tempfile.TemporaryDirectory() as folder:
        media = dict(seeds.media(Path(folder)))
    for ending, data in media.items():
        Store(corpus / f"{name}{ending}").keep(data)
    return [f"{name}{ending}" for ending in media]


def _fuzzed(part: str, corpus: Path, minutes: float) -> int:
    """How much was found in this run."""
    store = Store(corpus / part)
    before = store.counts()
    store.save()
    command = [sys.executable, str(ROOT / "scripts" / "fuzz.py"), "--one", part]
    command += ["--corpus", str(corpus), "--minutes", str(minutes)]
    try:
        code = subprocess.run(
            command, timeout=minutes * 60 + GRACE, cwd=ROOT, check=False
        ).returncode
        died = f"the process ended with code {code}" if code else ""
    except subprocess.TimeoutExpired:
        died = f"no end {GRACE} s after the time"
    if died and store.current.is_file():
        store.write(store.current.read_bytes(), died)
    inputs, findings = store.counts()
    print(
        f"{part}: {store.done()} executions in {minutes:.1f} min, corpus {before[0]} → {inputs}, "
        f"{findings - before[1]} findings",
        flush=True,
    )
    return findings - before[1]


def _run(command: list[str], seconds: float) -> str:
    """How the process died, if it did."""
    try:
        code = subprocess.run(command, timeout=seconds, cwd=ROOT, check=False).returncode
    except subprocess.TimeoutExpired:
        return f"no end after {seconds:.0f} s"
    return f"the process ended with code {code}" if code else ""
