"""A storyboard planned for all shapes at once, and what it shows of one kind."""

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

from .materials import HEAD, material


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
