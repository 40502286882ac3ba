"""What moves slowly moves evenly: a dot of light, followed through whole frames at full size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ceremonie.film.painting import photographs
from ceremonie.film.painting.colour import planes
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.formats import WIDE
from ceremonie.media.material import Picture
from ceremonie.planning import camera
from ceremonie.planning.camera import Stage, zoom
from ceremonie.planning.camera_move import CameraMove
from ceremonie.planning.drawing import Photo, Text
from ceremonie.planning.entrances import Easing, Slide
from ceremonie.planning.motion import PHOTO_DRIFT
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

from .conftest import drawing

SCALE = Scale()

pytestmark = pytest.mark.slow

MakePicture = Callable[..., Picture]

STEADY = 0.02
"""Pixels a frame², the root of the mean square of the second difference. A zoom in steps of whole
pixels has 0.38.
"""

DARK = 40

MIDDLE, CORNER, ASIDE = (0.5, 0.5), (0.0, 0.0), (0.3, 0.8)
ZOOM, SLOW = (1.15, 100), (PHOTO_DRIFT, 150)


def light(width: int, height: int) -> np.ndarray:
    """A dot with soft edges, right of the middle and below it."""
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    sigma = 0.006 * width
    distance = (x - 0.6 * width) ** 2 + (y - 0.6 * height) ** 2
    glow = np.exp(-distance / (2 * sigma**2)) * 200 + 20
    return np.dstack([glow] * 3).astype(np.uint8)


def centre(luma: np.ndarray) -> tuple[float, float]:
    """Where the light is, in fractions of a pixel."""
    lit = luma.astype(float) - DARK
    lit[lit < 0] = 0
    down, across = lit.sum(axis=1), lit.sum(axis=0)
    mass = lit.sum()
    return float(across @ np.arange(across.size) / mass), float(down @ np.arange(down.size) / mass)


def track(painter: ShotPainter, count: int) -> np.ndarray:
    return np.array([centre(planes(painter.frame(number))[0]) for number in range(count)])


def unsteadiness(found: np.ndarray) -> float:
    """The worse of both directions."""
    return float(np.sqrt(np.mean(np.diff(found, 2, axis=0) ** 2, axis=0)).max())


def followed(picture: Picture, drift: float, count: int) -> np.ndarray:
    return seen(picture, zoom(picture, WIDE.whole, drift, count), count)


def seen(picture: Picture, move: CameraMove, count: int) -> np.ndarray:
    photo = Photo(
        name="photo", picture=picture, x=0, y=0, width=CANVAS_WIDTH, height=CANVAS_HEIGHT,
        camera=move,
    )  # fmt: skip
    return track(ShotPainter(drawing(photo, field=Colour.BLACK, frames=count)), count)


@pytest.mark.parametrize("motion", [ZOOM, SLOW], ids=["zoom", "slow"])
@pytest.mark.parametrize("focus", [MIDDLE, CORNER, ASIDE], ids=["zoom in", "pan", "aside"])
@pytest.mark.parametrize("width", [2400, 1100, 480])
def test_a_drift_is_steady(
    make_picture: MakePicture,
    width: int,
    focus: tuple[float, float],
    motion: tuple[float, int],
) -> None:
    """Seen from a corner, a zoom is a pan; a small picture is as steady as a large one."""
    photographs.read.cache_clear()
    found = followed(make_picture(light(width, width * 2 // 3), focus=focus), *motion)
    gone = np.abs(found[-1] - found[0]).max()
    assert gone > (motion[0] - 1) * 150
    assert unsteadiness(found) < STEADY


def test_a_drift_goes_where_it_was_planned(make_picture: MakePicture) -> None:
    """From the corner that it grows about, the dot's way is a fraction of its distance."""
    drift, count = ZOOM
    found = followed(make_picture(light(1600, 900), focus=CORNER), drift, count)
    grown = 1 + (drift - 1) * np.arange(count) / count
    # the middle of pixel n is at n + 0.5
    wanted = (found[:1] + 0.5) * grown[:, None] - 0.5
    assert np.abs(found - wanted).max() < 0.05


@pytest.mark.parametrize(
    ("digest", "size"), [("a", (1680, 1200)), ("b", (1200, 1600)), ("c", (4200, 1300))], ids=str
)
def test_whatever_the_camera_does_is_steady(
    make_picture: MakePicture, digest: str, size: tuple[int, int]
) -> None:
    """In, out, and along, softly begun and ended; a panorama from end to end: nowhere does a frame
    stray from the plan by what would be seen as a tremble. A picture is prepared in whole px, so
    all of them may lie beside it by less than one.
    """
    photographs.read.cache_clear()
    count, (x, y) = 80, (0.6 * size[0] + 0.5, 0.6 * size[1] + 0.5)
    picture = replace(make_picture(light(*size)), digest=digest)
    move = camera.move(picture, Stage(WIDE.whole, WIDE.whole, 0, count))
    views = [move.view(number) for number in range(count)]
    wanted = np.array([(v.x + x * v.scale, v.y + y * v.scale) for v in views])
    inside = (wanted > 100) & (wanted < (CANVAS_WIDTH - 100, CANVAS_HEIGHT - 100))
    numbers = np.flatnonzero(inside.all(axis=1))
    found = seen(picture, move, count)[numbers]
    assert len(numbers) > 30
    assert unsteadiness(found - wanted[numbers]) < STEADY
    assert np.abs(found + 0.5 - wanted[numbers]).max() < 1


def test_a_stepping_zoom_would_be_noticed() -> None:
    """The judge of the tests above."""
    steps = np.round(np.linspace(0, 28.7, 100))[:, None] * np.ones(2)
    assert unsteadiness(steps) > 10 * STEADY


@pytest.mark.parametrize("way", [{"dx": -300.0}, {"dy": 200.0}], ids=["across", "down"])
def test_words_that_slide_are_steady(way: dict[str, float]) -> None:
    """At an even speed, all in sight."""
    count = 100
    words = Text(
        name="mots", lines=("OXO",), x=800, baseline=600, style=SCALE.body.at(96),
        colour=Colour.PAPER, ground=Colour.BLACK,
        entrance=Slide(0, count, wipe=False, easing=Easing.LINEAR, **way),
    )  # fmt: skip
    found = track(ShotPainter(drawing(words, field=Colour.BLACK, frames=count)), count)
    assert np.abs(found[-1] - found[0]).max() > 190
    assert unsteadiness(found) < STEADY


def test_a_strip_of_a_picture_is_not_enlarged_without_bound(make_picture: MakePicture) -> None:
    """To fill the screen with it, 173 000 px of width would be needed."""
    strip = make_picture(np.full((20, 3000, 3), 200, np.uint8))
    photo = Photo(
        name="photo", picture=strip, x=0, y=0, width=CANVAS_WIDTH, height=CANVAS_HEIGHT,
        camera=zoom(strip, WIDE.whole, 1.04, 100),
    )  # fmt: skip
    frame = ShotPainter(drawing(photo, field=Colour.BLACK)).frame(10)
    assert planes(frame)[0].min() > 180
    assert max(photographs.prepare(photo, 1.0).planes[0].shape) < 1.1 * photographs.LARGEST
