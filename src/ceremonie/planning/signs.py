"""How much room words take, told by their signs alone: for what must be decided before there is a
shape, a font or a size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SLIM, _BROAD = 0.6, 1.25
"""What a sign of either kind takes of a usual one: « l » 0.5, « m » 1.6, capitals 1.2 of « e » in
the house's family, and much the same in any other.
"""

_SLIM_SIGNS = frozenset("fijlrtI1 .,;:!'’()[]|-\u00a0\u202f")


def breadth(text: str) -> float:
    """In usual signs, of which « e » is one."""
    return sum(map(_of, text))


def _of(sign: str) -> float:
    if sign in _SLIM_SIGNS:
        return _SLIM
    return _BROAD if sign.isupper() or sign in "mw©@%" else 1.0


def rows(text: str, most: float) -> int:
    """How many lines of at most `most` usual signs the text takes, broken at its spaces and
    hyphens; a word that is longer takes as many as it needs.
    """
    count, length = 1, 0.0
    for word in words(text):
        wide = breadth(word)
        if length and length + breadth(word.rstrip()) > most:
            count, length = count + 1, 0.0
        while length + wide > most + 1:
            count, wide = count + 1, wide - most
        length += wide
    return count


def words(text: str) -> Sequence[str]:
    """What stays in one line: words with the space or the hyphen that ends them."""
    return re.findall(r"[^ -]*(?:[ -]|$)", text)[:-1] or [text]
