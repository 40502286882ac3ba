from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ceremonie.deck.slide.pictures import stored
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Fit, Photo
from tests.deck import sample


@pytest.mark.parametrize(("focus", "grey"), [(0.0, 0), (0.5, 100), (1.0, 200)])
def test_the_crop_keeps_the_focus_point(tmp_path: Path, focus: float, grey: int) -> None:
    """The picture has three parts, each as large as the box."""
    path = tmp_path / "trois.png"
    bands = np.repeat(np.array([0, 100, 200], np.uint8), 300)
    Image.fromarray(np.tile(bands, (300, 1))).convert("RGB").save(path)
    picture = Picture("trois", 900, 300, "", focus=(focus, 0.5), path=path)
    photo = Photo(name="photo", picture=picture, x=0, y=0, width=100, height=100)
    with Image.open(io.BytesIO(stored(photo).made())) as image:
        assert image.convert("L").getextrema() == (grey, grey)


def _photo(folder: Path, width: float, height: float) -> Photo:
    picture = sample.photo(folder, "Une photo", (2400, 1600))
    return Photo(name="photo", picture=picture, x=0, y=0, width=width, height=height)


def test_pictures_hold_192_points_an_inch_at_most(tmp_path: Path) -> None:
    with Image.open(io.BytesIO(stored(_photo(tmp_path, 720, 360)).made())) as image:
        assert image.size == (960, 480)


def test_small_pictures_are_not_blown_up(tmp_path: Path) -> None:
    with Image.open(io.BytesIO(stored(_photo(tmp_path, 1920, 1920)).made())) as image:
        assert image.size == (1600, 1600)


def test_only_pixels_are_kept(tmp_path: Path) -> None:
    with Image.open(io.BytesIO(stored(_photo(tmp_path, 720, 360)).made())) as image:
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                   "progressive", "progression"}  # fmt: skip


def test_a_logo_keeps_its_transparency_and_its_shape(tmp_path: Path) -> None:
    photo = Photo(name="logo", picture=sample.logo(tmp_path), x=0, y=0, width=150, height=150,
                  fit=Fit.CONTAIN)  # fmt: skip
    with Image.open(io.BytesIO(stored(photo).made())) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (200, 100))
        assert image.getpixel((0, 0))[3] == 0
