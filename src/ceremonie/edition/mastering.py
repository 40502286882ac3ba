"""The film for the technician: how it is asked for, and where it lies."""

from __future__ import annotations

from pathlib import Path

from ceremonie.edition.outputs import MASTER, STEM_MUSIC, STEM_SPEECH
from ceremonie.film.coding.encode import DNXHD, PRORES
from ceremonie.film.coding.master import Master, MasterFiles
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.units import frames

QUALITIES = {"prores": PRORES, "dnxhd": DNXHD}
"""By the name of the codec in an order."""


def mastered(options: MasterOptions, codec: str, folder: Path) -> tuple[Master, MasterFiles]:
    """How it is written, in the hall's folder, and to which files."""
    before, after = (frames(length) for length in (options.before, options.after))
    held = options.edges == "image"
    files = MasterFiles(*(folder / name for name in (MASTER, STEM_MUSIC, STEM_SPEECH)))
    return Master(QUALITIES[codec], options.rate, before, after, held=held), files
