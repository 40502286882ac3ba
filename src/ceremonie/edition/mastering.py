"""The film for the technician: how it is asked for, and where it lies."""

from __future__ import annotations

from pathlib import Path

from ceremonie.edition.outputs import MASTER
from ceremonie.film.coding.encode import DNXHD, PRORES
from ceremonie.film.coding.master import Master
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.units import frames

QUALITIES = {"prores": PRORES, "dnxhd": DNXHD}
"""By the name of the codec in an order."""


def mastered(options: MasterOptions, codec: str, folder: Path) -> tuple[Master, Path]:
    """How it is written, in the hall's folder, and to which file."""
    before, after = (frames(length) for length in (options.before, options.after))
    held = options.edges == "image"
    return Master(QUALITIES[codec], options.rate, before, after, held=held), folder / MASTER
