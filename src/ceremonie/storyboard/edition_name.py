"""Names that an edition may have: they name its folders, on every system."""

from __future__ import annotations

import re
import unicodedata

from ceremonie.files import is_reserved

LENGTH = 40
"""Signs at most."""

EXAMPLE_YEAR = 2024
"""The edition that examples begin."""

_NAME = re.compile(rf"[^\W_][\w-]{{0,{LENGTH - 1}}}")


def usable(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and not is_reserved(name)


def proposed(name: str) -> str:
    """The usable name nearest to this one, « Été-d-Orly » for « Été d'Orly » and « con-2 » for
    « con »; where nothing of it is left, the example's.
    """
    composed = unicodedata.normalize("NFC", name)
    near = re.sub(r"[^\w-]+", "-", composed).strip("-_")[:LENGTH].rstrip("-_")
    if is_reserved(near):
        return f"{near}-2"
    return near if usable(near) else str(EXAMPLE_YEAR)
