"""A storyboard planned for all shapes at once, and all that may be amiss with one of its shots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.formats import Shape
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Material, Materials
from ceremonie.planning import plan
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Plan
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.palette import MINIMUM_CONTRAST
from ceremonie.theme.type import FLOOR

from . import measures
from .materials import HEAD, material

CLEARANCE = 3
"""px between a letter and the next colour."""


def planned(**keys: Any) -> Plan:
    board = Storyboard.model_validate({**HEAD, **keys})
    media: dict[Medium, Material] = {entry: material(entry) for _, entry in mediums(board)}
    return plan(board, Materials(media), tuple(Shape))


def drawings(plan: Plan, kind: str) -> Iterator[tuple[str, Drawing]]:
    """The shots of a kind in each shape, and its slides."""
    for cut in plan.in_each_shape:
        for shot in cut.shots:
            if shot.kind == kind:
                yield f"{cut.format.shape} {shot.id}", shot.drawing
    for page in plan.pages:
        if page.kind == kind:
            yield f"slide {page.id}", page.drawing


def faults(drawing: Drawing) -> dict[str, list[Any]]:
    """By what is amiss: nothing where every text is read and keeps to a room of its own."""
    found: dict[str, list[Any]] = {
        "weak": [r for r in measures.readings(drawing) if _is_weak(r)],
        "covered": [*measures.covered(drawing)],
        "outside": [*measures.outside(drawing)],
        "overlaps": [*measures.overlaps(drawing)],
        "crowded": [*measures.crowded(drawing)],
        "shared rooms": [*measures.shared_rooms(drawing)],
        "roomless": [*measures.roomless(drawing)],
    }
    return {name: amiss for name, amiss in found.items() if amiss}


def _is_weak(reading: measures.Reading) -> bool:
    return (
        reading.contrast < MINIMUM_CONTRAST or reading.size < FLOOR or reading.clearance < CLEARANCE
    )
