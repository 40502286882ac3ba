"""The lists of a bag (RFC 8493, 2.1.3 and 2.2.1): what they promise, and what is wrong with them.

A list that we have written has one form: names in order, lower-case digests, two spaces. So a flip
of one bit shows even where the RFC would admit what has become of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ceremonie.archiving.bag import MANIFEST, PAYLOAD, TAG_MANIFEST, written
from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.integrity.fixity import Difference, Kind, Present, Promise
from ceremonie.integrity.listing import is_inside
from ceremonie.messages import listed, problem

_LINE = re.compile(r"([0-9a-fA-F]{128}) [ *]?(.+)")
_ESCAPED = re.compile("%(0D|0A|25)", re.IGNORECASE)

FLIPPED = 2
"""Signs by which a name or a digest in a list differs at most from the true one, where the list is
damaged and not the file: one byte. Digests of two contents differ in a hundred.
"""


@dataclass(frozen=True)
class BagList:
    """The files that a list promises; `faults` are its own, told at its place."""

    name: str
    files: Mapping[str, Promise]
    faults: tuple[Diagnostic, ...] = ()


def bag_list(folder: Path, place: Path, name: str) -> BagList:
    """`place` is how messages call the folder."""
    here = Place(str(place / name), line=0)
    try:
        data = (folder / name).read_bytes()
    except OSError:
        return BagList(name, {}, (problem("controle-sac-sans-liste", place=here),))
    lines = data.decode("utf-8", "replace").split("\n")
    entries = [match for line in lines if (match := _LINE.fullmatch(line))]
    if not entries:
        return BagList(name, {}, (problem("controle-sac-liste-illisible", place=here),))
    every = {_decoded(match[2]): match[1].lower() for match in entries}
    inside = {one: Promise(digest) for one, digest in every.items() if is_inside(one)}
    return BagList(name, inside, tuple(_faults(data, every, here)))


def _faults(data: bytes, every: Mapping[str, str], here: Place) -> Iterator[Diagnostic]:
    ours = "".join(f"{digest}  {written(name)}\n" for name, digest in sorted(every.items()))
    if data != ours.encode():
        yield problem("controle-sac-liste", place=here)
    if outside := sorted(name for name in every if not is_inside(name)):
        yield problem("controle-manifeste-dehors", place=here, names=listed(outside))


def _decoded(path: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), path)


def is_of_list(
    one: Difference, promised: Mapping[str, Promise], present: Mapping[str, Present]
) -> bool:
    """Whether the list that promises this file is damaged, and not the file: it tells nearly the
    digest, or nearly the name, that is there.
    """
    match one.kind:
        case Kind.CHANGED | Kind.SWAPPED:
            there = present.get(one.name) or present.get(one.other)
            return there is not None and _are_near(promised[one.name].digest, there.digest)
        case Kind.RENAMED:
            return _are_near(one.name, one.other)
    return False


def _are_near(one: str, other: str) -> bool:
    differing = sum(left != right for left, right in zip(one, other, strict=False))
    return len(one) == len(other) and differing <= FLIPPED


def list_of(name: str, lists: Iterable[BagList]) -> str:
    """The list that a name stands in, or that it should stand in where it is in none."""
    ours = (one.name for one in lists if name in one.files)
    return next(ours, MANIFEST if name.startswith(f"{PAYLOAD}/") else TAG_MANIFEST)
