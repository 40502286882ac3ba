"""Names of communes compared: whatever their accents, case, hyphens, « St » for « Saint »."""

from __future__ import annotations

import re
from functools import lru_cache

from ceremonie.text import unaccented

_SPELT = str.maketrans({"’": "'", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


_PLACED = re.compile(r"(?P<name>.+?) *\((?P<code>\d{2,3}|2[AB])\)")


def parted(name: str) -> tuple[str, str]:
    """« Saint-Denis (93) » is a name and the code of its department, which may be missing."""
    match = _PLACED.fullmatch(name.strip())
    return (match["name"], match["code"]) if match else (name, "")


@lru_cache(maxsize=1 << 16)
def plain_name(name: str) -> str:
    letters = re.sub(r"\bst(e?)\b", r"saint\1", unaccented(name.translate(_SPELT)))
    return re.sub(r"[\s'-]+", " ", letters).strip()
