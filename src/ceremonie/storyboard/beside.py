"""A file that a storyboard names: beside it, or in the folder that all editions share."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.sheets.reading import UnreadableError
from ceremonie.storyboard.location import SHARED
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.text import plain, quotable


class Sort(NamedTuple):
    """What `key` names a file of; `slug` begins those of what is wrong with the name, `endings` are
    those of such files.
    """

    key: str
    slug: str
    endings: Collection[str]


def named(data: Any, key: str) -> str:
    """The name that a key gives; empty where it gives none."""
    name = data.get(key) if isinstance(data, dict) else None
    return name.strip() if isinstance(name, str) else ""


def file_of(data: Any, folder: Path, sort: Sort) -> Path | None:
    """The file that a storyboard in `folder` names, None where it names none. Raises
    UnreadableError for what lies elsewhere, or nowhere.
    """
    name = named(data, sort.key)
    if not name:
        return None
    try:
        return _file(folder, name, sort)
    except (OSError, ValueError):
        # No file can have such a name, or the folder may not be looked into.
        raise UnreadableError(problem(f"{sort.slug}-introuvable", name=quotable(name))) from None


def _file(folder: Path, name: str, sort: Sort) -> Path:
    """Accents may be in either Unicode form, and case is of no importance where nothing has the
    exact name. Raises UnreadableError, and OSError and ValueError as the system does.
    """
    path = folder / name.replace("\\", "/")
    if not path.exists() and path.parent.is_dir():
        alike = [one for one in path.parent.iterdir() if plain(one.name) == plain(path.name)]
        path = alike[0] if len(alike) == 1 else path
    if not is_inside(path, folder):
        raise UnreadableError(problem(f"{sort.slug}-dehors", name=quotable(name)))
    if not path.exists():
        raise UnreadableError(_nowhere(path, name, sort))
    return path


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a file lies in the folder or in the shared one beside it, wherever links lead."""
    real = Path(os.path.realpath(path))
    base = Path(os.path.realpath(folder))
    return any(real.is_relative_to(top) for top in (base, base.parent / SHARED))


def _nowhere(path: Path, name: str, sort: Sort) -> Diagnostic:
    beside = path.parent.iterdir() if path.parent.is_dir() else iter(())
    files = sorted(one.name for one in beside if one.suffix.lower() in sort.endings)
    near = did_you_mean(nearest(path.name, files))
    return problem(f"{sort.slug}-introuvable", name=quotable(name), remedy=near or None)
