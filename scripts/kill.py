"""Kill commands at random instants, and count how many editions stay whole and go on to the same
bytes.

python scripts/kill.py                                # 40 kills of each command
python scripts/kill.py archiver retrait --times 10 --seed 7
python scripts/kill.py cle --definitif                # an edition that is no draft: slower

Each starts from a finished edition of one workshop, with 40 MB that somebody has added to it. Most
kills come when a run that nobody kills has been seen to write, all others at any instant.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from _environment import demand_tests  # noqa: E402

demand_tests(Path(__file__))

from tests.faults import kills  # noqa: E402
from tests.faults.kills import Contents, Scenario  # noqa: E402

ADDED = 40_000_000
"""Bytes of a file of somebody's own in the edition: copying them takes a while."""

WRITING = 0.8
"""The part of all kills that come while it writes."""

LATER = 0.01
"""Seconds at most between something written and the kill."""

TRIES = 5
"""Kills that come too late are tried again so many times."""

LATE = "after its end"

State = int


@dataclass(frozen=True)
class Course:
    """A run that nobody kills: what it leaves, how long it takes in seconds, and how many times
    something was seen to be written.
    """

    before: Contents
    wanted: Contents
    seconds: float
    writings: int


@dataclass(frozen=True)
class Trial:
    """What a kill met, as a word, and what was wrong afterwards."""

    met: str
    faults: tuple[str, ...]


def state(place: Path) -> State:
    """Changes whenever a file comes, goes or grows."""
    seen = []
    for folder, _, names in os.walk(place):
        for name in names:
            try:
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - many a second
            except OSError:
                continue
            seen.append((folder, name, status.st_size, status.st_mtime_ns))
    return hash(tuple(seen))


class Writings:
    """Counts how many times a home is seen to change."""

    def __init__(self, place: Path) -> None:
        self._state, self.count = state(place), 0

    def look(self, place: Path) -> int:
        now = state(place)
        self.count += now != self._state
        self._state = now
        return self.count


@contextmanager
def room() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        yield Path(folder) / "maison"


def course(base: Path, scenario: Scenario) -> Course:
    with room() as place:
        before = kills.begin(base, place, scenario)
        process = kills.started(place, (scenario.name, *scenario.words))
        start, writings = time.monotonic(), Writings(place)
        while process.poll() is None:
            writings.look(place)
            time.sleep(kills.LOOK)
        seconds = time.monotonic() - start
        told = place / kills.TOLD
        if process.returncode:
            raise SystemExit(told.read_text("utf-8", "replace"))
        return Course(before, kills.contents(place), seconds, writings.count)


def trial(base: Path, scenario: Scenario, usual: Course, random: Random) -> Trial:
    with room() as place:
        kills.begin(base, place, scenario)
        former = state(place)
        instant = _instant(place, usual, random)
        hit = kills.killed(place, scenario, instant)
        met = _met(place, usual, former) if hit else LATE
        faults = [
            f"at once: {fault}" for fault in kills.harm(place, scenario, usual.before, usual.wanted)
        ]
        faults += kills.resumed(place, scenario, usual.wanted)
        return Trial(met, tuple(faults))


def _instant(place: Path, usual: Course, random: Random) -> kills.Instant:
    """Just after one of its writings, or at any moment."""
    if random.random() > WRITING:
        moment = random.uniform(0, usual.seconds)
        return lambda _, elapsed: elapsed >= moment
    writings, wanted = Writings(place), random.randint(1, usual.writings)
    later = random.uniform(0, LATER)

    def reached(home: Path, _: float) -> bool:
        if writings.look(home) < wanted:
            return False
        time.sleep(later)
        return True

    return reached


def _met(place: Path, usual: Course, former: State) -> str:
    if state(place) == former:
        return "before it wrote"
    now = kills.contents(place)
    if now == usual.wanted and not kills.left(place):
        return "all written"
    return "half written" if kills.left(place) or now != usual.before else "its cache written"


def report(base: Path, scenario: Scenario, times: int, seed: int) -> int:
    usual = course(base, scenario)
    met, wrong = Counter[str](), 0
    for number in range(seed, seed + times):
        random = Random(f"{scenario.name} {number}")
        results = (trial(base, scenario, usual, random) for _ in range(TRIES))
        result = next((one for one in results if one.met != LATE or one.faults), None)
        if result is None:
            met.update({LATE: 1})
            continue
        met.update({result.met: 1})
        wrong += bool(result.faults)
        for fault in result.faults:
            print(f"  {scenario.name} {number}: {fault}", flush=True)
    told = ", ".join(f"{count} {word}" for word, count in met.most_common())
    print(
        f"{scenario.name}: {times - wrong} of {times} good ({told}); "
        f"unkilled {usual.seconds:.1f} s, {usual.writings} writings seen",
        flush=True,
    )
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commands", nargs="*")
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--definitif", action="store_true")
    options = parser.parse_args()
    making = () if options.definitif else ("--brouillon",)
    every = {one.name: one for one in kills.scenarios(*making)}
    if unknown := {*options.commands} - every.keys():
        parser.error(f"{', '.join(unknown)}: none of {', '.join(every)}")
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        base = kills.home(Path(folder) / "maison", *making)
        (base / kills.EDITION / "captation.bin").write_bytes(Random(0).randbytes(ADDED))
        kills.run(base, ("archiver", *every["archiver"].words))  # LibreOffice's pages are kept
        shutil.rmtree(base / kills.BAG)
        names = options.commands or every
        wrong = sum(report(base, every[one], options.times, options.seed) for one in names)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
