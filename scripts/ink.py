"""Draw decks in the fonts that stand for ours, edit them as people do, and measure the ink.

    python scripts/ink.py                                  # every board, font and change
    python scripts/ink.py --board extremes --font Carlito  # some of them

LibreOffice draws each (some twenty seconds a deck); a line says how many texts there were and how
many collided or are too small to be read, and which. The exit code is 1 where one did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from _environment import demand_tests  # noqa: E402

demand_tests(Path(__file__))

from tests.deck import by_hand, decks, ink  # noqa: E402

from ceremonie.formats import Screen  # noqa: E402

CHANGES = {
    "telle quelle": None,
    "retapée": by_hand.retype,
    "réinitialisée": by_hand.reset,
}


def main() -> int:
    chosen = _arguments()
    faults = 0
    for board, screen in product(chosen.board, chosen.screen):
        with tempfile.TemporaryDirectory() as folder:
            deck = decks.built(board, screen, Path(folder)).read_bytes()
        for change, font in product(chosen.change, chosen.font):
            inked = ink.drawn(deck, font, CHANGES[change])
            faults += _told((f"{board} {screen}", font, change), inked)
    return min(1, faults)


def _told(head: tuple[str, ...], inked: ink.Inked) -> int:
    """How much is wrong with a drawn deck, after a line that says so and one for each fault."""
    collisions, small = ink.collisions(inked), ink.too_small(inked)
    figures = (f"{len(inked.words)} texts", f"{len(collisions)} collisions")
    print(" | ".join((*head, *figures, f"{len(small)} too small")))
    print(*(f"    {line}" for line in (*collisions, *small)), sep="\n", flush=True)
    return len(collisions) + len(small)


def _arguments() -> argparse.Namespace:
    fonts = [ink.OURS, *ink.installed()]
    parser = argparse.ArgumentParser(description=__doc__)
    for name, values in (
        ("board", list(decks.BOARDS)),
        ("screen", list(Screen)),
        ("font", fonts),
        ("change", list(CHANGES)),
    ):
        parser.add_argument(f"--{name}", nargs="+", choices=values, default=values)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
