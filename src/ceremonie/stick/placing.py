"""Where each file of an edition goes on the stick: sorted by use, under names that every system
reads. Nothing is opened here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ceremonie.edition import outputs
from ceremonie.edition.page import FONTS
from ceremonie.files import is_reserved
from ceremonie.formats import Shape
from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.text import legible

LONGEST = 60
"""Signs of a name: short enough for any window, far below the 255 of FAT32 (Microsoft, « FAT32 File
System Specification », long names).
"""

SLIDESHOW, PAGES = "diaporama.ppsx", "diaporama.pdf"
SPARE = "film-secours.mp4"
WELCOME_SHOW = "accueil.ppsx"

_PAPERS = (
    outputs.RUNNING_ORDER,
    outputs.RUNNING_ORDER_SHEET,
    outputs.RUNNING_ORDER_TABLE,
    outputs.PROMPTER,
    outputs.NAMES,
    outputs.TRANSCRIPT,
    outputs.CHANGES,
    outputs.TECHNICAL,
    outputs.TRACKS,
    outputs.SHEETS[Shape.WIDE],
)

PLACES: dict[str, Use] = {
    outputs.DECK: Use.DECK,
    outputs.FILM: Use.FILM,
    **dict.fromkeys(_PAPERS, Use.PAPERS),
    **dict.fromkeys((outputs.WELCOME_DECK, outputs.WELCOME_FILM, outputs.COUNTDOWN), Use.WELCOME),
    outputs.CARD: Use.WELCOME,
    **dict.fromkeys((outputs.MASTER, outputs.STEM_MUSIC, outputs.STEM_SPEECH), Use.MASTER),
}
"""What a stick takes: what the hall needs on the evening. Reports, other shapes of the film and
whatever is for other audiences stay at home.
"""

_LEGAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def is_taken(name: str) -> bool:
    """Whether a file of the edition, by its name there, goes on the stick."""
    return name in PLACES or name.startswith(f"{FONTS}/")


def placed(folder: Path, names: Iterable[str], added: Iterable[str]) -> tuple[StickFile, ...]:
    """The files that a run made (`names`), and those of people's own."""
    made = [file for name in names for file in _placed(folder, name)]
    own = _own(folder, added)
    return (*made, *own)


def _placed(folder: Path, name: str) -> Iterator[StickFile]:
    if name in PLACES:
        yield StickFile(PLACES[name].holding(name), folder / name, name)
        return
    file = PurePosixPath(name).name
    yield StickFile(Use.FONTS.holding(safe(file)), folder / name, name)
    if _LEGAL.fullmatch(file):  # where the pages look for them, wherever their folder is copied to
        yield StickFile(Use.PAPERS.holding(name), folder / name, name)


def _own(folder: Path, added: Iterable[str]) -> Iterator[StickFile]:
    taken: set[str] = set()
    for name in added:
        wanted = "/".join(map(safe, PurePosixPath(name).parts))
        free = _free(wanted, taken)
        taken.add(free.casefold())
        yield StickFile(Use.ADDED.holding(free), folder / name, legible(name))


def _free(name: str, taken: set[str]) -> str:
    path, number, free = PurePosixPath(name), 2, name
    while free.casefold() in taken:
        free = str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
        number += 1
    return free


def safe(name: str) -> str:
    """A name that FAT32, exFAT and all systems take: ASCII without spaces, not too long."""
    decomposed = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE"))
    ascii_only = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_only).strip("-. ") or "fichier"
    path = PurePosixPath(plain)
    suffix = path.suffix[:12]
    short = f"{path.stem[: LONGEST - len(suffix)].rstrip('-. ')}{suffix}"
    return f"_{short}" if is_reserved(short) else short
