from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Drawing, Element
from ceremonie.theme.palette import Colour


@pytest.fixture
def make_picture(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Writes an RGB array as a lossless picture and gives its facts."""

    def make(pixels: np.ndarray, name: str = "photo.png", **facts: object) -> Picture:
        path = tmp_path / name
        channels = {3: cv2.COLOR_RGB2BGR, 4: cv2.COLOR_RGBA2BGRA}[pixels.shape[2]]
        cv2.imwrite(str(path), cv2.cvtColor(pixels, channels))
        height, width = pixels.shape[:2]
        return Picture(digest=name, width=width, height=height, alternative="", path=path, **facts)  # type: ignore[arg-type]

    return make


def drawing(*elements: Element, field: Colour = Colour.DEEP, frames: int = 100) -> Drawing:
    return Drawing(field, elements, frames)
