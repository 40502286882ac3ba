"""Compositions at their door: drawn in any shape, and what keeps their words from being read."""

from __future__ import annotations

from typing import Any

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import MINIMUM_CONTRAST
from ceremonie.theme.type import FLOOR

from . import measures

CLEARANCE = 3
"""px between a letter and the next colour: less is taken for a touch from the first row on."""

PROSE = (
    "La pratique sportive, ouverte à toutes et à tous, crée des liens durables entre les "
    "générations, brise les barrières et fait grandir le respect de chacun. "
) * 5


def prose(signs: int) -> str:
    """French words, `signs` of them at most, that end with a stop."""
    return PROSE[: signs - 1].rsplit(" ", 1)[0].rstrip(" ,.") + "."


def composed(content: Content, shape: Shape) -> Drawing:
    return compose(content, Staging(FORMATS[shape], lead=12))


def faults(drawing: Drawing) -> dict[str, list[Any]]:
    """What would keep its words from being read."""
    weak = [
        reading
        for reading in measures.readings(drawing)
        if reading.contrast < MINIMUM_CONTRAST
        or reading.size < FLOOR
        or reading.clearance < CLEARANCE
    ]
    unfit = [e.name for e in drawing.elements if isinstance(e, Text) and not e.fits]
    told: dict[str, list[Any]] = {
        "weak": weak,
        "unfit": unfit,
        "covered": [*measures.covered(drawing)],
        "outside": [*measures.outside(drawing)],
        "crowded": [*measures.crowded(drawing)],
        "roomless": [*measures.roomless(drawing)],
        "shared rooms": [*measures.shared_rooms(drawing)],
        "overlaps": [*measures.overlaps(drawing)],
    }
    return {name: found for name, found in told.items() if found}


def words(drawing: Drawing, name: str) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text) and e.name == name]
