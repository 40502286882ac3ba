"""What lives in the film's shots while they are read, and where nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning import motion
from ceremonie.planning.breath import SWELL, Breath
from ceremonie.planning.compositions import compose
from ceremonie.planning.drawing import (
    Area,
    Box,
    Disc,
    Drawing,
    Element,
    Flame,
    Pictogram,
    Stroke,
)
from ceremonie.planning.living import alive
from ceremonie.planning.staging import Staging
from ceremonie.planning.stillness import repeated
from ceremonie.theme.track import Outline

from ..sample.planned import SAMPLE, planned
from . import measures
from .conftest import MakePlan
from .contents import CONTENTS

LENGTH = 200

MOST_STILL = 0.25
"""Of the sample's frames."""

LANES = ("card", "chapter", "figures", "farewell", "person", "quote", "speech", "title", "wall")
"""Kinds whose words stand on lanes, without a picture."""


def filmed(kind: str, shape: Shape = Shape.WIDE) -> Drawing:
    made = compose(CONTENTS[kind], Staging(FORMATS[shape], lead=motion.HEAD))
    return alive(replace(made, frames=LENGTH))


def breathed_in(drawing: Drawing) -> Drawing:
    """At the height of a breath, as if it had been drawn so."""
    breath = drawing.breath
    assert breath
    ground = tuple(_swollen(e, breath) for e in drawing.elements[: breath.depth])
    return replace(drawing, elements=(*ground, *drawing.elements[breath.depth :]))


def _swollen(element: Element, breath: Breath) -> Element:
    scale = 1 + SWELL

    def at(x: float, y: float) -> tuple[float, float]:
        return breath.x + (x - breath.x) * scale, breath.y + (y - breath.y) * scale

    def all_at(points: Outline) -> Outline:
        return tuple(at(*point) for point in points)

    match element:
        case Area(outlines=outlines):
            return replace(element, outlines=tuple(map(all_at, outlines)))
        case Stroke(course=course, width=width):
            return replace(element, course=all_at(course), width=width * scale)
        case Disc(x=x, y=y, radius=radius):
            x, y = at(x, y)
            return replace(element, x=x, y=y, radius=radius * scale)
        case Box(x=x, y=y, width=width, height=height):
            x, y = at(x, y)
            return replace(element, x=x, y=y, width=width * scale, height=height * scale)
        case Pictogram(x=x, y=y, size=size):
            x, y = at(x, y)
            return replace(element, x=x, y=y, size=size * scale)
    return element


@pytest.mark.parametrize("kind", LANES)
def test_words_are_read_at_the_height_of_a_breath(kind: str) -> None:
    swollen = breathed_in(filmed(kind))
    assert measures.weak(swollen) == []
    assert measures.covered(swollen) == []


@pytest.mark.parametrize("kind", LANES)
def test_something_moves_all_the_time_that_a_shot_is_read(kind: str) -> None:
    for shape in Shape:
        drawing = filmed(kind, shape)
        assert sum(map(len, drawing.motion(LENGTH))) >= LENGTH - motion.EXIT
        assert drawing.breath


def test_a_light_comes_when_all_has_come_in_and_is_gone_before_the_end() -> None:
    for kind in LANES:
        breath = filmed(kind).breath
        assert breath
        assert breath.light
        arrived = compose(CONTENTS[kind], Staging(lead=motion.HEAD)).settled()
        assert arrived < breath.light.start
        assert breath.light.start + breath.light.frames <= LENGTH - motion.EXIT


def living(drawings: Iterator[Drawing]) -> list[Drawing]:
    return [
        drawing
        for drawing in drawings
        if drawing.breath or any(isinstance(e, Flame) and e.flickers for e in drawing.elements)
    ]


def test_nothing_lives_on_slides_nor_where_motion_is_reduced(make_plan: MakePlan) -> None:
    lively, reduced = make_plan(), make_plan(theme={"mouvement": "reduit"})
    assert living(shot.drawing for shot in lively.shots)
    assert not living(page.drawing for page in lively.pages)
    assert not living(shot.drawing for shot in reduced.shots)


def test_few_of_the_samples_frames_repeat_the_one_before() -> None:
    assert 0 < repeated(planned(SAMPLE)) <= MOST_STILL
