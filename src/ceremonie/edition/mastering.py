"""The film for the technician: how it is asked for, and where it lies."""

from __future__ import annotations

from pathlib import Path

from ceremonie.edition import technician
from ceremonie.edition.outputs import MASTER, STEM_MUSIC, STEM_SPEECH
from ceremonie.film.coding.encode import DNXHD, PRORES
from ceremonie.film.coding.master import Master, MasterFiles
from ceremonie.planning.model import Plan
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.units import frames

QUALITIES = {"prores": PRORES, "dnxhd": DNXHD}
"""By the name of the codec in an order."""


def mastered(
    film: Plan, options: MasterOptions, codec: str, folder: Path
) -> tuple[Master, MasterFiles]:
    """How it is written, in the hall's folder, and to which files. A part of its sound in which
    nothing would be heard has none.
    """
    before, after = (frames(length) for length in (options.before, options.after))
    held = options.edges == "image"
    names = technician.files(film)
    stems = (folder / name if name in names else None for name in (STEM_MUSIC, STEM_SPEECH))
    files = MasterFiles(folder / MASTER, *stems)
    return Master(QUALITIES[codec], options.rate, before, after, held=held), files
