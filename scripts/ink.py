"""Draw decks in the fonts that stand for ours, edit them as people do, and measure the ink.

    python scripts/ink.py                                  # every board, font and change
    python scripts/ink.py --board extremes --font Carlito  # one of them

LibreOffice draws each (some twenty seconds a deck); a line says how many texts there were and how
many collided, and what. The exit code is 1 where one did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.util import find_spec
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent

if find_spec("pytest") is None or find_spec("ceremonie") is None:
    from _environment import prepare, run

    prepare("tests")
    sys.exit(run(Path(__file__), *sys.argv[1:]))

sys.path[:0] = [str(HERE), str(HERE.parent)]

from tests.deck import by_hand, decks, ink  # noqa: E402

CHANGES = {
    "telle quelle": None,
    "retapée": by_hand.retype,
    "réinitialisée": by_hand.reset,
}


def main() -> int:
    chosen = _arguments()
    boards = [chosen.board] if chosen.board else list(decks.BOARDS)
    fonts = [chosen.font] if chosen.font else [ink.OURS, *ink.installed()]
    changes = [chosen.change] if chosen.change else list(CHANGES)
    faults = 0
    for board in boards:
        with tempfile.TemporaryDirectory() as folder:
            deck = decks.built(board, chosen.screen, Path(folder)).read_bytes()
        for font, change in product(fonts, changes):
            inked = ink.drawn(deck, font, CHANGES[change])
            collisions = ink.collisions(inked)
            faults += len(collisions)
            head = (f"{board} {chosen.screen}", font, change, f"{len(inked.words)} texts")
            print(" | ".join((*head, f"{len(collisions)} collisions")))
            print(*(f"    {line}" for line in collisions), sep="\n", flush=True)
    return min(1, faults)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--board", choices=list(decks.BOARDS))
    parser.add_argument("--screen", choices=["16:9", "16:10", "4:3"], default="16:9")
    parser.add_argument("--font", choices=[ink.OURS, *ink.SUBSTITUTES])
    parser.add_argument("--change", choices=list(CHANGES))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
