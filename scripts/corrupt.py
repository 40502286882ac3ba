"""Spoil copies of an edition or a bag at random, and count how many of them `controler` tells.

python scripts/corrupt.py output/2024             # 50 times
python scripts/corrupt.py output/2024-archive
python scripts/corrupt.py output/2024 --times 500 --seed 7
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from _environment import demand_tests  # noqa: E402

demand_tests(Path(__file__))

from tests.integrity.corruptions import KINDS, names  # noqa: E402

from ceremonie.desk import control  # noqa: E402
from ceremonie.unchanged import digest_of  # noqa: E402


def named(edition: Path, seed: int) -> tuple[str, bool, tuple[str, ...]]:
    """The kind of one corruption, whether a file that it touched was named, and by which slugs."""
    random = Random(seed)
    corruption = KINDS[seed % len(KINDS)]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(edition, Path(place) / edition.name))
        touched = {copy / name for name in corruption(copy, random)}
        diagnostics = control(copy).diagnostics
    told = {Path(d.place.file).absolute() for d in diagnostics if d.place}
    return corruption.__name__, bool(touched & told), tuple(d.slug for d in diagnostics)


def speed(edition: Path) -> str:
    """Seconds for hashing all its bytes once, and for checking it."""
    files = [edition / name for name in names(edition)]
    start = time.perf_counter()
    for file in files:
        digest_of(file)
    hashed = time.perf_counter()
    whole = control(edition).is_whole
    checked = time.perf_counter() - hashed
    hashed -= start
    size = sum(file.stat().st_size for file in files) / 1e6
    state = "whole" if whole else "faulty before anything was spoilt"
    times = f"hashed in {hashed:.2f} s, checked in {checked:.2f} s (× {checked / hashed:.1f})"
    return f"{size:.0f} MB, {state}: {times}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("edition", type=Path)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(speed(options.edition))
    every, missed = Counter[str](), 0
    for seed in range(options.seed, options.seed + options.times):
        kind, is_named, slugs = named(options.edition, seed)
        every.update({f"{kind} → {', '.join(slugs) or 'nothing'}": 1})
        missed += not is_named
    for line, count in sorted(every.items()):
        print(f"{count:5}  {line}")
    print(f"{options.times - missed} of {options.times} named")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
