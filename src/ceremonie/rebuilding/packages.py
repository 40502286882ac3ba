"""Decks and spreadsheets part by part: XML in its canonical form, all else as the file it is."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

from ceremonie.integrity.opening import MARKUP
from ceremonie.rebuilding.likeness import Likeness
from ceremonie.scratch import scratch

Compare = Callable[[Path, Path], Likeness]

MEDIA = "ppt/media/"
SLIDE = "ppt/slides/slide"


def of_packages(first: Path, second: Path, compare: Compare) -> Likeness:
    """`compare` is for parts that are no markup, once they lie on the disk."""
    try:
        with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
            pair = _Pair(one, other, compare)
            apart = tuple(replace(pair, renamed=_renamed(pair)).apart())
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


@dataclass(frozen=True)
class _Pair:
    """Two packages; `renamed` leads from names of parts in the second to those in the first."""

    one: zipfile.ZipFile
    other: zipfile.ZipFile
    compare: Compare
    renamed: Mapping[str, str] = field(default_factory=dict)

    def apart(self) -> Iterator[str]:
        """The names of parts that are not the same."""
        names = {name: name for name in self.one.namelist()}
        others = {self.renamed.get(name, name): name for name in self.other.namelist()}
        for name in sorted({**names, **others}):
            there = name in names and name in others
            if not there or not self.alike(name, others[name]):
                yield name

    def alike(self, name: str, other: str) -> bool:
        first, second = self.one.getinfo(name), self.other.getinfo(other)
        if (first.CRC, first.file_size) == (second.CRC, second.file_size):
            return True
        if name.endswith(MARKUP):
            return canonical(self.one.read(name)) == canonical(self._read(other))
        ending = Path(name).suffix
        with scratch() as folder:
            paths = folder / f"a{ending}", folder / f"b{ending}"
            paths[0].write_bytes(self.one.read(name))
            paths[1].write_bytes(self.other.read(other))
            return self.compare(*paths).alike

    def _read(self, name: str) -> bytes:
        """Of the second, with the names of the first."""
        data = self.other.read(name)
        for before, after in self.renamed.items():
            data = data.replace(_last(before), _last(after))
        return data


def _renamed(pair: _Pair) -> dict[str, str]:
    """Media are called by their digest: those of other bytes that are alike go by one name."""
    names, others = set(pair.one.namelist()), set(pair.other.namelist())
    left = sorted(name for name in names - others if name.startswith(MEDIA))
    found: dict[str, str] = {}
    for other in sorted(name for name in others - names if name.startswith(MEDIA)):
        same = (n for n in left if Path(n).suffix == Path(other).suffix and pair.alike(n, other))
        if name := next(same, None):
            left.remove(name)
            found[other] = name
    return found


def _last(name: str) -> bytes:
    return name.rpartition("/")[2].encode()
