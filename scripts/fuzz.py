"""Throw bytes at what reads files that come by e-mail: subtitles, storyboards, media, decks and
spreadsheets.

    python scripts/fuzz.py --minutes 20                    # every target, each in its share of time
    python scripts/fuzz.py --minutes 5 --target subtitles  # or storyboard, deck, table, probing
    python scripts/fuzz.py --minutes 20 --corpus DIR       # keep what was learnt elsewhere

Coverage leads the way where Atheris can be imported (`pip install atheris`, Linux only: it is in no
lock for that reason); elsewhere Hypothesis mutates the corpus, and what changes an answer joins it.
Each target runs in a process of its own. Findings are files: the bytes, and beside them what was
raised; the exit code is 1 if there is one.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent

if find_spec("hypothesis") is None or find_spec("ceremonie") is None:
    from _environment import prepare, run

    prepare("tests")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

if __name__ == "__main__":
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    from fuzzing.command import main

    sys.exit(main())
