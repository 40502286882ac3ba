"""Build the sample edition; with arguments, run `ceremonie` with them."""

from __future__ import annotations

import sys

from _environment import ROOT, prepare, run

SAMPLE = ("produire", "assets/2023/storyboard.yaml")


def main() -> int:
    prepare("ceremonie")
    given = sys.argv[1:]
    return run("-m", "ceremonie", *(given or SAMPLE), where=None if given else ROOT)


if __name__ == "__main__":
    sys.exit(main())
