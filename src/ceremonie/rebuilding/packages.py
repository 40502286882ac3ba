"""Decks and spreadsheets part by part: XML in its canonical form, all else as the file it is."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from ceremonie.integrity.opening import MARKUP
from ceremonie.rebuilding.likeness import Likeness
from ceremonie.scratch import scratch

Compare = Callable[[Path, Path], Likeness]

SLIDE = "ppt/slides/slide"


def of_packages(first: Path, second: Path, compare: Compare) -> Likeness:
    """`compare` is for parts that are no markup, once they lie on the disk."""
    try:
        with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
            apart = tuple(_apart(one, other, compare))
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, RuntimeError):
        return Likeness(False, "l'un des deux ne s'ouvre pas")
    if not apart:
        return Likeness(True, "mêmes parties, XML canonique égal")
    slides = sorted({int(n) for name in apart if (n := _number(name))})
    told = f"diapositives {', '.join(map(str, slides))}" if slides else ", ".join(apart[:3])
    return Likeness(False, f"ce qui diffère : {told}")


def canonical(markup: bytes) -> str:
    """The same text for the same XML (C14N 2.0), whoever wrote it."""
    return ElementTree.canonicalize(markup.decode("utf-8-sig"), rewrite_prefixes=True)


def _number(name: str) -> str:
    return name.removeprefix(SLIDE).partition(".")[0] if name.startswith(SLIDE) else ""


def _apart(one: zipfile.ZipFile, other: zipfile.ZipFile, compare: Compare) -> Iterator[str]:
    """The names of parts that are not the same."""
    names, others = set(one.namelist()), set(other.namelist())
    for name in sorted(names | others):
        if name not in names & others or not _alike(one, other, name, compare):
            yield name


def _alike(one: zipfile.ZipFile, other: zipfile.ZipFile, name: str, compare: Compare) -> bool:
    if one.getinfo(name).CRC == other.getinfo(name).CRC and (
        one.getinfo(name).file_size == other.getinfo(name).file_size
    ):
        return True
    if name.endswith(MARKUP):
        return canonical(one.read(name)) == canonical(other.read(name))
    with scratch() as folder:
        ending = Path(name).suffix
        first, second = folder / f"a{ending}", folder / f"b{ending}"
        first.write_bytes(one.read(name))
        second.write_bytes(other.read(name))
        return compare(first, second).alike
