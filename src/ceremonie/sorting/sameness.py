"""Which files show the same picture: by their bytes, else by what they look like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie.media.glance import Glance, same
from ceremonie.media.picture.fingerprint import MOST_BITS
from ceremonie.sorting.dating import Dated

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Found:
    """A file that can be used. `name` is what a storyboard calls it where it lies in the edition;
    `offered` says that it lies in the folder that is sorted.
    """

    file: Path
    glance: Glance
    dated: Dated | None
    name: str | None = None
    offered: bool = True


@dataclass(frozen=True)
class Picture:
    """All files of one picture, the best first: that with the most pixels, and of equal ones that
    which the edition has.
    """

    files: tuple[Found, ...]

    @property
    def best(self) -> Found:
        return self.files[0]

    @property
    def dated(self) -> Dated | None:
        """As the most reliable of its files tells it."""
        told = [found.dated for found in self.files if found.dated]
        return min(told, key=lambda one: (one.origin, one.time is None), default=None)


def pictures(found: Iterable[Found]) -> tuple[Picture, ...]:
    """Each file belongs to the first picture whose best file is the same as it."""
    made: list[list[Found]] = []
    by_digest: dict[str, list[Found]] = {}
    hashes = _Hashes()
    for one in sorted(found, key=_rank):
        files = by_digest.get(one.glance.digest)
        if files is None:
            near = hashes.near(one.glance.fingerprint.bits)
            files = next((made[i] for i in near if same(made[i][0].glance, one.glance)), None)
        if files is None:
            made.append(files := [])
            hashes.add(one.glance.fingerprint.bits)
        files.append(one)
        by_digest.setdefault(one.glance.digest, files)
    return tuple(Picture(tuple(files)) for files in made)


def _rank(one: Found) -> tuple[int, bool, bool, str]:
    return -one.glance.pixels, one.name is None, one.glance.taken is None, str(one.file)


class _Hashes:
    """The hashes of 64 bits seen so far; all are compared at once."""

    def __init__(self) -> None:
        import numpy as np

        self._values: NDArray[np.uint64] = np.zeros(64, np.uint64)
        self._count = 0

    def add(self, bits: int) -> None:
        import numpy as np

        if self._count == len(self._values):
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._values[self._count] = np.uint64(bits)
        self._count += 1

    def near(self, bits: int) -> Sequence[int]:
        """The places of those that differ by few bits, in their order."""
        import numpy as np

        different = np.bitwise_count(self._values[: self._count] ^ np.uint64(bits))
        places: list[int] = np.flatnonzero(different <= MOST_BITS).tolist()
        return places
