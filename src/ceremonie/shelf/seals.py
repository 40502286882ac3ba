"""Which archives hold which edition, by what stands in their `bag-info.txt`."""

from __future__ import annotations

import os
import re
import tarfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from ceremonie.archiving.aiming import MARK, Form
from ceremonie.archiving.bag import INFO
from ceremonie.shelf.exhibit import Seal

EDITION, DAY = "Internal-Sender-Identifier", "Bagging-Date"
"""Labels of RFC 8493 (2.2.2) as `archiving` fills them."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

MOST = 1 << 16
"""Bytes of a `bag-info.txt` that are read."""

_DAMAGED = (OSError, ValueError, KeyError, RuntimeError, EOFError, zlib.error,
            zipfile.BadZipFile, tarfile.TarError, NotImplementedError)  # fmt: skip
"""What opening an archive raises that is none, is cut, or has a key."""


def seals(output: Path) -> Mapping[str, tuple[Seal, ...]]:
    """By the edition's own name: those among the editions, and those beside their folder."""
    found: dict[str, list[Seal]] = defaultdict(list)
    for path in (*_archives(output), *_archives(output.resolve().parent)):
        facts = _facts(path)
        if edition := facts.get(EDITION):
            day = facts.get(DAY, "")
            where = os.path.relpath(path.resolve(), output.resolve()).replace(os.sep, "/")
            found[edition].append(Seal(where, day if _DAY.fullmatch(day) else ""))
    return {edition: tuple(sorted(some)) for edition, some in found.items()}


def _archives(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        ending = next((f.ending for f in Form if f.ending and path.name.endswith(f.ending)), "")
        if path.name.removesuffix(ending).endswith(MARK) and not path.name.startswith("."):
            yield path


def _facts(path: Path) -> Mapping[str, str]:
    """Label → what it says; empty where this is no bag that can be opened."""
    read = READERS.get(path.suffix, _in_folder)
    try:
        return dict(_lines(read(path).decode("utf-8").splitlines()))
    except _DAMAGED:
        return {}


def _lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        label, colon, value = line.partition(": ")
        if colon:
            yield label, value.strip()


def _in_folder(path: Path) -> bytes:
    with path.joinpath(INFO).open("rb") as file:
        return file.read(MOST)


def _in_zip(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive, archive.open(_info_in(archive.namelist())) as file:
        return file.read(MOST)


def _in_tar(path: Path) -> bytes:
    with tarfile.open(path, "r:") as archive:
        file = archive.extractfile(_info_in(archive.getnames()))
        return file.read(MOST) if file else b""


def _info_in(names: Iterable[str]) -> str:
    """Right below the archive's only folder. Raises KeyError where it is not there."""
    for name in names:
        if name.count("/") == 1 and name.endswith(f"/{INFO}"):
            return name
    raise KeyError(INFO)


READERS: Mapping[str, Callable[[Path], bytes]] = {
    Form.ZIP.ending: _in_zip,
    Form.TAR.ending: _in_tar,
}
