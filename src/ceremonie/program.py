"""This program itself as a part of keys: what other code or other data would make otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from ceremonie.files import is_stray


@cache
def code() -> str:
    """A digest of all its modules and data."""
    root = _root()
    files = (file for file in root.rglob("*") if file.is_file() and not is_stray(file.name))
    return _digest(root, (file for file in files if file.suffix != ".pyc"))


@cache
def digest(*sources: str) -> str:
    """A digest of these files, and of those in these folders (not below), by their names in the
    package.
    """
    root = _root()
    return _digest(root, (file for source in sources for file in _files(root / source)))


@cache
def releases(*libraries: str) -> str:
    """The versions of these libraries."""
    return " ".join(f"{name} {version(name)}" for name in libraries)


def _root() -> Path:
    return Path(str(resources.files("ceremonie")))


def _files(source: Path) -> list[Path]:
    if not source.is_dir():
        return [source]
    return [file for file in source.iterdir() if file.is_file() and not is_stray(file.name)]


def _digest(root: Path, files: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
