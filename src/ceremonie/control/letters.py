"""Words found in bytes of any kind: films, pictures, texts of any encoding.

All but the Latin letters are taken out of the bytes first, so that « Inès Durand » is the same in
UTF-8, UTF-16 and Latin-1, in either Unicode form, and between whatever separators. Four letters are
then a number below 26⁴: a table tells for each place whether anything begins there that is looked
for, however much that is. What it finds is looked at again, as it stands.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 4
"""Letters of what is looked for in bytes: fewer stand everywhere by chance."""

BLOCK, OVERLAP = 1 << 24, 1 << 10
"""Bytes that are looked at at once, and those of the block before that come with them."""

BEFORE, AFTER = 24, 400
"""Bytes around a place that are looked at again."""

_LETTERS = string.ascii_letters.encode()
_WITHIN_WORDS = frozenset((*_LETTERS, *range(0x80, 0x100)))
_OTHERS = bytes(set(range(256)) - set(_LETTERS))
_SMALL = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
_FIRST = ord("a")
_BASE = 26


@dataclass(frozen=True)
class Needles:
    """What is looked for, in small letters, by its first four."""

    by_start: Mapping[bytes, tuple[bytes, ...]]

    @classmethod
    def of(cls, words: Iterable[str]) -> Needles:
        by_start: dict[bytes, set[bytes]] = {}
        for word in words:
            letters = dropped(word).encode()
            if len(letters) >= FEWEST:
                by_start.setdefault(letters[:FEWEST], set()).add(letters)
        return cls({start: tuple(sorted(found)) for start, found in by_start.items()})

    def within(self, data: memoryview) -> Iterator[tuple[int, memoryview]]:
        """Each place where one of them begins, in their order, with the bytes around it; then those
        from it on, where one stray letter may stand before it: a length, the end of something else.
        """
        done = 0
        for first in range(0, len(data), BLOCK):
            start = max(0, first - OVERLAP)
            for place in self._in_block(bytes(data[start : first + BLOCK])):
                at = start + place
                if at >= done:
                    yield at, data[max(0, at - BEFORE) : at + AFTER]
                    if at > 1 and data[at - 2] not in _WITHIN_WORDS:
                        yield at, data[at : at + AFTER]
                    done = at + 1

    def _in_block(self, block: bytes) -> Iterator[int]:
        import numpy as np

        letters = block.translate(_SMALL, _OTHERS)
        hits = self._hits(letters)
        if hits:
            raw = np.frombuffer(block, np.uint8) | 0x20
            places = np.flatnonzero((raw >= _FIRST) & (raw < _FIRST + _BASE))
            yield from (int(places[hit]) for hit in hits)

    def _hits(self, letters: bytes) -> list[int]:
        """Among the letters alone."""
        import numpy as np

        if len(letters) < FEWEST:
            return []
        code = np.frombuffer(letters, np.uint8).astype(np.int32) - _FIRST
        number = code[:-3].copy()
        for more in (code[1:-2], code[2:-1], code[3:]):
            number *= _BASE
            number += more
        starts = np.flatnonzero(self._table[number])
        return [at for at in starts.tolist() if self._begins(letters, at)]

    def _begins(self, letters: bytes, at: int) -> bool:
        return any(letters.startswith(one, at) for one in self.by_start[letters[at : at + FEWEST]])

    @cached_property
    def _table(self) -> NDArray[np.bool_]:
        import numpy as np

        table = np.zeros(_BASE**FEWEST, np.bool_)
        for start in self.by_start:
            number = 0
            for letter in start:
                number = number * _BASE + letter - _FIRST
            table[number] = True
        return table


def dropped(word: str) -> str:
    """The Latin letters of a word that have no accent, small: what is left of it in bytes."""
    return "".join(c for c in word if c in string.ascii_letters).lower()


_READ_AS = (("utf-8", 0), ("latin-1", 0), ("utf-16-le", 0), ("utf-16-le", 1))
"""Encodings, and the byte at which each begins: UTF-16 at even and at odd places, of either order.
"""

_NO_WORDS = re.compile("[^\0-\u024f\u0300-\u036f\u2000-\u206f]")
"""Signs of other scripts: what bytes that are no text look like."""


def readings(data: memoryview) -> Iterator[str]:
    """What bytes say in each encoding in which programs leave texts."""
    raw = bytes(data)
    for encoding, read in _READ_AS:
        yield _NO_WORDS.sub("\ufffd", raw[read:].decode(encoding, "replace"))
