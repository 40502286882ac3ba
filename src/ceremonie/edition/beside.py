"""Names of what lies beside an edition: what runs leave behind, and its former editions.

output/2023/                                     the edition
output/.2023.<sign>.partiel|.pret|.ancien        a run is at work on it, or was killed
output/.anciennes/2023/0007_2026-11-27_19h32/    a former one, the seventh, made that minute
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from uuid import uuid4

UNDER_WAY, READY, REPLACED = ".partiel", ".pret", ".ancien"

FORMERS = ".anciennes"
"""The folder of former editions, in that of all editions."""

_FORMER = re.compile(r"(\d{4,})_\d{4}-\d{2}-\d{2}_\d{2}h\d{2}")


def beside(target: Path, mark: str, kind: str) -> Path:
    return target.with_name(f".{target.name}.{mark}{kind}")


def doomed(target: Path) -> Path:
    """A new name for what is going to be removed: what a killed removal leaves of it, the next run
    on this edition clears.
    """
    return beside(target, uuid4().hex[:8], UNDER_WAY)


def left(target: Path, kind: str) -> list[Path]:
    start = f".{target.name}."
    return sorted(
        folder
        for folder in target.parent.iterdir()
        if folder.name.startswith(start)
        and folder.suffix == kind
        and "." not in folder.name[len(start) : -len(kind)]
    )


def is_remains(folder: Path) -> bool:
    """Whether a folder of this name was left behind by a run."""
    return folder.name.startswith(".") and folder.suffix in {UNDER_WAY, READY, REPLACED}


def is_former(folder: Path) -> bool:
    """Whether a folder lies where former editions do, under a name of one."""
    return folder.parent.parent.name == FORMERS and _FORMER.fullmatch(folder.name) is not None


def formers(target: Path) -> list[Path]:
    """The former editions of one, the oldest first."""
    home = target.parent / FORMERS / target.name
    folders = filter(is_former, home.iterdir() if home.is_dir() else ())
    return sorted(folders, key=lambda folder: (_number(folder), folder.name))


def next_former(target: Path, made: float) -> Path:
    """A name for one more, `made` at that instant (seconds since the epoch): in the time of the
    place, to the minute. Numbers tell the order, whatever clocks did.
    """
    last = max(map(_number, formers(target)), default=0)
    instant = datetime.fromtimestamp(made).astimezone()
    name = f"{last + 1:04}_{instant:%Y-%m-%d_%Hh%M}"
    return target.parent / FORMERS / target.name / name


def edition_of(former: Path) -> Path:
    """Where the edition lies that took the place of a former one."""
    return former.parent.parent.parent / former.parent.name


def _number(folder: Path) -> int:
    return int(folder.name.partition("_")[0])
