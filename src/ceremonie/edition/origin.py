"""From which storyboard an edition was made: an edition's name may be used by one alone."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import manifest
from ceremonie.messages import problem

if TYPE_CHECKING:
    from ceremonie.storyboard import Reading

FOLDER, CEREMONY = "dossier", "ceremonie"
LENGTH = 32
"""Signs of the digest of a folder's name: 128 bits, in hexadecimal."""


def of(reading: Reading) -> dict[str, str]:
    """A digest of the name of the storyboard's folder, which tells nobody's name, and the day of
    the ceremony.
    """
    assert reading.storyboard is not None
    return {FOLDER: folder_of(reading.path), CEREMONY: reading.storyboard.ceremony.date.isoformat()}


def folder_of(storyboard: Path) -> str:
    """The digest of the name of its folder."""
    return _digest(storyboard.resolve().parent.name)


def owner(reading: Reading, edition: Path) -> dict[str, str]:
    """As `of`; but where the edition came from another folder that still lies beside this one, this
    one is a copy of it, and the edition stays the other's: when the copy's day is corrected, it is
    another storyboard.
    """
    here, former = of(reading), manifest.origin(edition).get(FOLDER)
    if former in (None, here[FOLDER]):
        return here
    beside = reading.path.resolve().parent.parent
    copied = any(_digest(one.name) == former for one in beside.iterdir() if one.is_dir())
    return {**here, FOLDER: former} if copied and former else here


def _digest(name: str) -> str:
    same = unicodedata.normalize("NFC", name).casefold()
    return hashlib.sha256(same.encode("utf-8", "surrogateescape")).hexdigest()[:LENGTH]


def taken(reading: Reading, output: Path) -> tuple[Diagnostic, ...]:
    """Told where the edition of this name was made from another storyboard: both its folder's name
    and the day of its ceremony were others. A folder that was moved, or a day that was corrected,
    is the same; so is an edition that tells nothing of where it comes from.
    """
    if reading.storyboard is None:
        return ()
    former = manifest.origin(output / reading.storyboard.edition)
    here = of(reading)
    if any(former.get(key) in (None, here[key]) for key in here):
        return ()
    refusal = problem(
        "edition-autre",
        path=("edition",),
        name=reading.storyboard.edition,
        day=former[CEREMONY],
        folder=output / reading.storyboard.edition,
    )
    return reading.source.located([refusal])
