"""Heads stay in: whoever divides an area or cuts a picture to a shape leaves the faces whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ceremonie.formats import FORMATS, Bounds, Shape
from ceremonie.media.examination import Face
from ceremonie.media.framing import proposed
from ceremonie.media.material import Picture
from ceremonie.planning.compositions.shares import gentlest
from ceremonie.planning.content import Award, Content, Person
from ceremonie.planning.cropping import move, severed, shown
from ceremonie.planning.drawing import Disc, Drawing, Photo
from ceremonie.planning.pictured_content import Cell, Mosaic, Subject
from ceremonie.storyboard.programme import Section

from .composed import composed

SPORT = Subject("courir", Section.DAYS, 1)
HIGH: Face = (0.4, 0.04, 0.6, 0.2)
"""A head at the top of a portrait, where photographers leave it."""


def portrait(*faces: Face, size: tuple[int, int] = (1600, 2400)) -> Picture:
    return Picture("portrait", *size, "", focus=proposed(faces), faces=faces)


def mosaic(*pictures: Picture) -> Content:
    cells = tuple(Cell(picture, "Courir", SPORT) for picture in pictures)
    return Mosaic("Jardin et cuisine", ("Jour 2",), cells, 150)


def photos(drawing: Drawing) -> list[Photo]:
    return [e for e in drawing.elements if isinstance(e, Photo)]


def head_of(photo: Photo, frame: int = 0) -> Bounds:
    """Where the head stands on the canvas."""
    view, (left, top, right, bottom) = move(photo).view(frame), photo.picture.faces[0]
    across, down = photo.picture.width * view.scale, photo.picture.height * view.scale
    x, y = photo.x + view.x, photo.y + view.y
    return Bounds(x + left * across, y + top * down, x + right * across, y + bottom * down)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_cell_of_a_mosaic_cuts_the_head_of_a_portrait(count: int, shape: Shape) -> None:
    drawing = composed(mosaic(*[portrait(HIGH)] * count), shape)
    assert len(photos(drawing)) == count
    assert [severed(one.picture, shown(one)) for one in photos(drawing)] == [0] * count


def test_the_circle_of_a_mosaic_covers_no_head_that_can_come_clear() -> None:
    """In the middle of each cell of two the circle would lie over it."""
    low = portrait((0.45, 0.45, 0.55, 0.55), size=(2400, 1000))
    drawing = composed(mosaic(low, low), Shape.WIDE)
    circle = max((e for e in drawing.elements if isinstance(e, Disc)), key=lambda disc: disc.radius)
    x, y, reach = circle.x, circle.y, circle.radius
    covered = Bounds(x - reach, y - reach, x + reach, y + reach)
    for frame in (0, 75, 150):
        assert not [one.name for one in photos(drawing) if covered.meets(head_of(one, frame))]


def test_a_division_that_cuts_a_head_loses_to_one_that_cuts_more_of_the_picture() -> None:
    """Two people far apart: in flat cells below each other, the picture keeps its width."""
    apart = portrait((0, 0.4, 0.1, 0.5), (0.9, 0.4, 1, 0.5), size=(1500, 1000))
    high = (Bounds(0, 0, 495, 700), Bounds(505, 0, 1000, 700))
    low = (Bounds(0, 0, 1000, 200), Bounds(0, 210, 1000, 410))
    assert gentlest([low, high], [replace(apart, faces=())] * 2) == high
    assert gentlest([low, high], [apart] * 2) == low


@pytest.mark.parametrize("shape", Shape)
def test_an_upright_photo_of_an_athlete_whose_face_is_not_found_shows_its_upper_part(
    shape: Shape,
) -> None:
    facts = ("Natation", "", "")
    content = Person("Rencontre", "", "Une nageuse", facts, "8", portrait())
    (photo,) = photos(composed(content, shape))
    assert shown(photo).top == 0
    assert FORMATS[shape].whole.holds(Bounds(photo.x, photo.y, photo.x + 1, photo.y + 1))
    aimed = replace(portrait(), focus=(0.5, 0.8))
    (photo,) = photos(composed(replace(content, portrait=aimed), shape))
    assert shown(photo).top > 0.2


@pytest.mark.parametrize("shape", Shape)
def test_the_face_of_an_athlete_fills_the_disc_of_the_head(shape: Shape) -> None:
    usual = {"illustration": "", "facts": ("Judo", "", ""), "number": "94"}
    content = Person(kicker="Rencontre", name="Une judoka", portrait=portrait(HIGH), **usual)  # type: ignore[arg-type]
    (disc,) = photos(composed(content, shape))
    head, middle = head_of(disc), (disc.x + disc.width / 2, disc.y + disc.height / 2)
    assert 0.5 * disc.height < max(head.width, head.height) < 0.75 * disc.height
    assert abs(head.centre[0] - middle[0]) < disc.width * 0.05
    assert Bounds(disc.x, disc.y, disc.x + disc.width, disc.y + disc.height).holds(head)


def test_the_photo_of_a_prize_shows_the_face_too() -> None:
    content = Award("Prix du fair-play", "Une équipe", "", "", portrait(HIGH))
    (medal,) = photos(composed(content, Shape.WIDE))
    assert head_of(medal).height > 0.4 * medal.height


def test_a_small_portrait_is_not_blown_up_to_fill_the_disc() -> None:
    small = portrait((0.48, 0.1, 0.52, 0.14), size=(400, 600))
    content = Award("Prix du fair-play", "Une équipe", "", "", small)
    (medal,) = photos(composed(content, Shape.WIDE))
    part = shown(medal)
    assert medal.width / (part.width * small.width) <= max(1, medal.width / small.width) + 1e-6
