"""Which storyboard is meant: a file, a folder, or the name of an edition."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from ceremonie.files import is_stray
from ceremonie.text import plain

STORYBOARD = "storyboard.yaml"
EDITIONS = "assets"
"""Where `ceremonie nouvelle` puts editions, if nothing else is said."""

SHARED = "commun"
"""The folder beside the edition's own for what all editions share: logos, music."""

ENDINGS = (".yaml", ".yml")

TABLES = (".xlsx", ".xlsm", ".ods", ".csv")
"""Endings of the spreadsheets that can be read."""

_KEYS = frozenset(("clef", "clefs", "cle", "cles"))
"""What the key to people's names may be called, without accents and case."""


def found(given: Path | str) -> Path:
    """The storyboard's file; where nothing is found, the place where it would be expected.

    A name without a folder (`2024`) may stand for an edition in `assets`. Backslashes part folders
    on every system, as they do where the path was copied from. Accents may be in either Unicode
    form, case is of no importance where nothing has the exact name.
    """
    path = Path(given)
    if not path.exists() and os.sep == "/" and "\\" in str(given):
        path = Path(str(given).replace("\\", "/"))
    if not path.exists() and len(path.parts) == 1:
        path = _edition(path.name) or path
    return _inside(path) if path.is_dir() else path


def _edition(name: str) -> Path | None:
    """The folder of that name among the editions, or the only one that is the same to the eye."""
    editions = Path(EDITIONS)
    if (editions / name).is_dir():
        return editions / name
    folders = editions.iterdir() if editions.is_dir() else iter(())
    alike = [one for one in folders if one.is_dir() and plain(one.name) == plain(name)]
    return alike[0] if len(alike) == 1 and plain(name) else None


def _inside(folder: Path) -> Path:
    """`storyboard.yaml`, or the only file that may be one."""
    expected = folder / STORYBOARD
    if expected.exists():
        return expected
    possible = [one for one in sorted(folder.iterdir()) if one.suffix.lower() in ENDINGS]
    return possible[0] if len(possible) == 1 else expected


def key_files(folder: Path) -> tuple[Path, ...]:
    """Every file beside a storyboard that is called as the key to people's names is."""
    return tuple(path for path in called_key(folder) if path.is_file())


def called_key(folder: Path) -> tuple[Path, ...]:
    """All that is called so there, be it a folder, a pipe or a link that leads nowhere."""
    beside = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(path for path in beside if is_key_name(path.name))


def is_key_name(name: str) -> bool:
    """Whether a file of this name, beside a storyboard, is the key to people's names."""
    path = PurePath(name)
    spelled = path.suffix.lower() in TABLES and plain(path.stem) in _KEYS
    return spelled and name[0].isalpha() and not is_stray(name)
