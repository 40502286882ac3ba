"""What a manifest promises, and whether the manifest itself may be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.edition import manifest
from ceremonie.integrity.fixity import Promise
from ceremonie.messages import listed, problem

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Listing:
    """The files by their names in the folder; `faults` are those of the manifest itself, `at` is
    when it was written, in nanoseconds.
    """

    files: Mapping[str, Promise]
    faults: tuple[Diagnostic, ...] = ()
    at: int = 0


def listing(folder: Path, place: Path) -> Listing:
    """`place` is how messages call the folder."""
    file = folder / manifest.NAME
    here = Place(str(place / manifest.NAME), line=0)
    if not file.is_file():
        return Listing({}, (problem("controle-sans-manifeste", place=here),))
    outputs = manifest.contents(folder).get(manifest.OUTPUTS)
    if not isinstance(outputs, dict) or not outputs:
        return Listing({}, (problem("controle-manifeste-illisible", place=here),))
    promises = {name: promise for name, facts in outputs.items() if (promise := _promise(facts))}
    inside = {name: promise for name, promise in promises.items() if is_inside(name)}
    faults = tuple(_faults(folder, outputs, promises, here))
    return Listing(inside, faults, file.stat().st_mtime_ns)


def is_inside(name: str) -> bool:
    """Whether a name leads to nowhere but below its folder: anybody may have written it."""
    path = PurePosixPath(name)
    parts = path.parts
    foreign = "\\" in name or ":" in name or not name.isprintable()
    return bool(parts) and not (path.is_absolute() or ".." in parts or foreign)


def _promise(facts: object) -> Promise | None:
    """None where an entry promises nothing that could be checked."""
    digest = facts.get("sha256") if isinstance(facts, dict) else None
    size = facts.get("octets") if isinstance(facts, dict) else None
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        return None
    return Promise(digest, size if type(size) is int else None)


def _faults(
    folder: Path, outputs: Mapping[str, Any], promises: Mapping[str, Promise], here: Place
) -> Iterator[Diagnostic]:
    if manifest.is_as_written(folder) is False:
        yield problem("controle-manifeste-modifie", place=here)
    if empty := sorted(outputs.keys() - promises.keys()):
        yield problem("controle-manifeste-entrees", place=here, names=listed(empty))
    if outside := sorted(name for name in promises if not is_inside(name)):
        yield problem("controle-manifeste-dehors", place=here, names=listed(outside))
