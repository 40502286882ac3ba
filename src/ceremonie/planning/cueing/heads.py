"""What the columns of the running orders are called, and which names are left for one's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

HEADS = (
    "N°",
    "Début",
    "Fin",
    "Durée",
    "Cumul",
    "Partie",
    "Passage",
    "Qui parle",
    "Micro",
    "Son",
    "Lumière",
    "Écran",
    "Top",
)
"""Of the columns that stand before one's own."""

WORDS, TASKS, KNOWN, REMARK = "À dire", "À faire", "À savoir", "Remarque"
"""Heads of what stands after them."""

FIELDS = ("Cue", "Title", "Time Start", "Time End", "Duration", "Link Start", "Notes")
SETTINGS = ("Timer Type", "End Action", "Colour", "ID")
"""The fields of Ontime that the workbook fills, those that people read, too, and the others."""

UNFILLED = ("Skip", "Flag", "Count to End", "Warning Time", "Danger Time")
"""Fields that it would look for as well (`workbook.py` of the running order says where)."""

Taken = tuple[int, str, str]


def label(head: str) -> str:
    """Without accents and signs, as the labels of custom fields are; a head that has no Latin
    letter stays as it is.
    """
    letters = unicodedata.normalize("NFKD", head)
    kept = (c if c.isascii() and c.isalnum() else " " for c in letters
            if not unicodedata.combining(c))  # fmt: skip
    return " ".join("".join(kept).split()) or head


def taken(columns: Sequence[str]) -> Iterator[Taken]:
    """The places of those columns of one's own that would share the head of another, in any case,
    in one of the running orders; with the name, and that of the other.
    """
    of_others = (*HEADS, WORDS, TASKS, KNOWN, REMARK, *FIELDS, *SETTINGS, *UNFILLED)
    heads = {label(head).casefold(): head for head in of_others}
    for place, name in enumerate(columns):
        key = label(name).casefold()
        if key in heads:
            yield place, name, heads[key]
        heads.setdefault(key, name)
