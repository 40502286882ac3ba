"""How long the film takes, beside others and in its parts: writes docs/performance.md.

    python scripts/bench.py                    # photos beside peers, the sample, where time goes
    python scripts/bench.py --long             # and memory, and a thousand photos
    python scripts/bench.py --only sample      # one part alone; the others stay as they were
    python scripts/bench.py --report-only      # the page again, from what was measured last
    python scripts/bench.py --trial            # whether all of it runs, within minutes

Peers are installed into `.bench/`, from requirements/peers.txt. Seconds drift from machine to
machine; the ratios hold: leave the machine alone meanwhile. Memory is told on Linux only.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent

if find_spec("ceremonie") is None:  # first makes the environment that has it
    from _environment import prepare, run

    prepare("ceremonie")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

if __name__ == "__main__":  # workers read this file again: nothing is imported for them
    sys.path.insert(0, str(HERE))
    from benchmark.command import main

    main()
