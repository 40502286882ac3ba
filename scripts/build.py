"""Build the sample edition; with arguments, run `ceremonie` with them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from _environment import ROOT, prepare, run

SAMPLE = ("produire", "assets/2023/storyboard.yaml")
COMMAND = "CEREMONIE_COMMANDE"
"""Tells the program how it was called, for the commands that its messages propose."""


def _typed() -> str:
    """« python scripts/build.py », as it can be typed again."""
    python = Path(sys.executable).name.removesuffix(".exe") or "python"
    script = sys.argv[0]
    return f'{python} "{script}"' if " " in script else f"{python} {script}"


def main() -> int:
    prepare("ceremonie")
    given = sys.argv[1:]
    os.environ[COMMAND] = _typed()
    return run("-m", "ceremonie", *(given or SAMPLE), where=None if given else ROOT)


if __name__ == "__main__":
    sys.exit(main())
