"""What the manifest says of the event itself, for whoever puts editions side by side: without the
name of anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.roll import everyone
from ceremonie.storyboard.model import Storyboard
from ceremonie.text import quotable

KEY = "etiquette"
"""The key of the manifest that holds it; manifests of older programs have none."""

TITLE, PLACE, THANKED = "titre", "lieu", "remercies"


@dataclass(frozen=True)
class Label:
    """Empty or None where the manifest does not tell; `thanked` counts people and groups."""

    title: str = ""
    place: str = ""
    thanked: int | None = None


def told(board: Storyboard) -> dict[str, Any]:
    """Who speaks, is invited, wins or helps counts once; partners are houses and do not count."""
    named = {one.name for one in everyone(board)} - {one.name for one in people.partners(board)}
    places = (board.ceremony.place, board.town or "")
    place = ", ".join(dict.fromkeys(filter(None, places)))
    return {KEY: {TITLE: board.title, PLACE: place, THANKED: len(named)}}


def read(facts: Mapping[str, Any]) -> Label:
    """From what a manifest tells, whoever wrote it."""
    one = facts.get(KEY)
    if not isinstance(one, dict):
        return Label()
    return Label(_text(one.get(TITLE)), _text(one.get(PLACE)), _count(one.get(THANKED)))


def _text(value: object) -> str:
    return quotable(value) if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < 1_000_000 else None
