"""Thanks to the volunteers: every name passes in the film, stands on a slide and in the notes."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.edition.transcript import transcript
from ceremonie.formats import Shape
from ceremonie.planning.drawing import Role, Text
from ceremonie.planning.entrances import Roll
from ceremonie.planning.model import Plan, Shot
from ceremonie.units import FRAME_RATE

from . import measures
from .materials import planned

LONG = "Marie-Antoinette Andriamanantenasoa-Rakotomalala"
SHORT = ("Alice Martin", "Élodie Noël", "Gaël Ïsmaïl", "Zoé Lê", "Tom Roy", "Maëlys Çelik")
MESSAGE = "Sans elles et sans eux, rien n'aurait eu lieu."


def thanks(*names: str, **more: Any) -> Plan:
    return planned(shapes=tuple(Shape), benevoles={"noms": list(names), "message": MESSAGE}, **more)


def numbered(count: int) -> tuple[str, ...]:
    return tuple(f"{SHORT[n % len(SHORT)]} {n}" if n % 7 else f"{LONG} {n}" for n in range(count))


def shots(plan: Plan) -> list[Shot]:
    cuts = plan.in_each_shape
    return [shot for cut in cuts for shot in cut.shots if shot.kind == "benevoles"]


@pytest.mark.parametrize("count", [1, 24])
def test_names_are_read_in_every_shape_and_on_every_slide(count: int) -> None:
    plan = thanks(*numbered(count))
    assert plan.diagnostics == ()
    pages = [page for page in plan.pages if page.kind == "benevoles"]
    drawings = [shot.drawing for shot in shots(plan)] + [page.drawing for page in pages]
    assert [measures.faults(drawing) for drawing in drawings] == [{}] * len(drawings)


def test_three_hundred_names_pass_in_a_time_that_a_hall_bears_and_stand_on_slides() -> None:
    names = numbered(300)
    plan = thanks(*names)
    for shot in shots(plan):
        said = [e for e in shot.drawing.elements if isinstance(e, Text) and e.role is Role.NAME]
        assert [text.text for text in said] == list(names)
        (roll,) = {text.entrance for text in said}
        assert isinstance(roll, Roll)
        assert roll.start + roll.frames <= len(shot.span) <= 90 * FRAME_RATE
        assert roll.step * FRAME_RATE <= 200
    pages = [page for page in plan.pages if page.kind == "benevoles"]
    assert len(pages) <= 24
    columns = [
        e for page in pages for e in page.drawing.elements
        if isinstance(e, Text) and e.name.startswith("noms")
    ]  # fmt: skip
    assert [name for text in columns for name in text.paragraphs] == list(names)
    assert all(text.style.size >= 48 and text.fits for text in columns)
    notes, told = "\n".join(page.notes for page in pages), transcript(plan)
    assert all(name in notes and name in told for name in names)
    assert notes.startswith("À DIRE\u00a0:\nMerci aux bénévoles.")


def test_without_motion_names_turn_as_pages() -> None:
    plan = thanks(*numbered(60), theme={"mouvement": "reduit"})
    wide = [shot for shot in plan.shots if shot.kind == "benevoles"]
    assert len(wide) == len([page for page in plan.pages if page.kind == "benevoles"]) > 1
    for shot in shots(plan):
        assert measures.outside(shot.drawing) == []
        assert not any(isinstance(e.entrance, Roll) for e in shot.drawing.elements)


def test_nobody_is_thanked_where_nobody_is_named() -> None:
    assert shots(planned()) == []
