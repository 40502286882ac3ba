"""The name that may have been meant by one that leads nowhere: the folder is listed once."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ceremonie.media import kinds
from ceremonie.media.kinds import Kind
from ceremonie.media.likeness import composed
from ceremonie.text import plain

MAXIMUM_LISTED = 5_000
"""So many files are looked through for the nearest name."""

NEAR = 75
"""Similarity in percent from which a name may have been meant."""


@dataclass(frozen=True)
class Listing:
    """The files that could have been written, each under its own name and ready to be compared:
    `last` holds each plain last part once, with the names that end in it.
    """

    last: dict[str, list[str]]

    def nearest(self, written: str) -> str | None:
        """The same file in another folder, else the one whose own name is most alike; among several
        of that name the one whose folders are. None where no name is near.
        """
        from rapidfuzz import fuzz, process

        wanted = plain(_last(written))
        if wanted not in self.last:
            best = process.extractOne(wanted, self._parts, scorer=fuzz.ratio, score_cutoff=NEAR)
            if not best:
                return None
            wanted = best[0]
        return max(self.last[wanted], key=lambda name: fuzz.ratio(plain(written), plain(name)))

    @cached_property
    def _parts(self) -> list[str]:
        return list(self.last)


def listing(names: tuple[str, ...], wanted: tuple[Kind, ...]) -> Listing:
    """Of these names those of the kinds that are wanted."""
    last: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if kinds.of(name) in wanted:
            last[plain(_last(name))].append(name)
    return Listing(dict(last))


def names_in(folder: Path, prefix: str) -> tuple[str, ...]:
    """What could be written for the files of a folder, in a settled order; hidden ones left out."""
    names: list[str] = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(here).relative_to(folder).as_posix()
        start = prefix if inside == "." else f"{prefix}{inside}/"
        names += [start + composed(name) for name in files]
        if len(names) > MAXIMUM_LISTED:
            break
    return tuple(sorted(names[:MAXIMUM_LISTED]))


def _last(name: str) -> str:
    return name.rpartition("/")[2]
