"""Names that are equal to the eye: what people type is compared as they see it.

WhatsApp puts U+200E before a name, macOS U+202F between time and « AM », archives the accents apart
from their letters; none of it can be seen, and little of it can be typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_APOSTROPHES = "’‘‛ʼʹ′´`"
_QUOTES = "“”„‟″"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS, "-"),
    }
)
"""What keyboards and word processors put for each other."""

_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0"
"""Without ink, though Unicode takes them for letters or marks."""


def composed(name: str) -> str:
    """With each accent on its letter, whichever of both forms the disk has."""
    return unicodedata.normalize("NFC", name)


def unmarked(name: str) -> str:
    """Without what has no ink; one plain space for every kind and number of them, none around."""
    return " ".join(composed(name).translate(_SEEN).split())


def folded(name: str) -> str:
    """As `unmarked`, in small letters and with plain apostrophes, quotes and hyphens."""
    return composed(unmarked(name).translate(_ALIKE).casefold())


LEVELS: tuple[Callable[[str], str], ...] = (composed, unmarked, folded)
"""From the strictest on: the first one at which a name is found decides."""


def spelled(name: str) -> str:
    """The name with a word for each sign that cannot be seen or told from another."""
    inside = name.strip(" ")
    before = len(name) - len(name.lstrip(" "))
    after = len(name) - before - len(inside)
    signs = "".join(map(_spelled, inside.replace("  ", " ⟨espace⟩")))
    return "⟨espace⟩" * before + signs + "⟨espace⟩" * after


class _Seen(dict[int, str]):
    """Code points → what is seen of them, worked out once each: folders are large."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = seen = " " if sign.isspace() else "" if _unseen(sign) else sign
        return seen


_SEEN = _Seen()


def _unseen(sign: str) -> bool:
    """Format and control characters, and variation selectors."""
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    control = unicodedata.category(sign) in {"Cf", "Cc"} and not sign.isspace()
    return selector or control or sign in _UNSEEN


def _spelled(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    if _unseen(sign):
        return f"⟨invisible {code}⟩"
    if sign.isspace() and sign != " ":
        return f"⟨espace {code}⟩"
    if unicodedata.combining(sign):
        return f"⟨accent {code}⟩"
    return f"{sign}⟨{code}⟩" if ord(sign) in _ALIKE and sign != "’" else sign
