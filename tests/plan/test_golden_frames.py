"""Every kind as the film shows it, in three shapes and two looks: one sheet of pictures a kind.

`CEREMONIE_REECRIRE=1` writes the sheets anew; look at each before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ceremonie.film.painting.stills import paint
from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import (
    Blackout,
    Content,
    Countdown,
    Holding,
    LastMinute,
    Programme,
)
from ceremonie.planning.map_content import Leg
from ceremonie.planning.pictured_content import Gallery, Sheet
from ceremonie.planning.staging import Look, Staging

from .contents import CONTENTS, LOOKS, make_clip, playing

GOLDEN = Path(__file__).parent / "golden"
REWRITE = os.environ.get("CEREMONIE_REECRIRE")

REDUCTION = 4
"""px of the canvas to a px of a sheet."""

SLIDES = (Blackout, Countdown, Gallery, Holding, LastMinute, Leg, Programme, Sheet)
"""Kinds that have the shapes of slides alone."""

LENGTH = 150
"""Frames of every shot: a photo has grown by a part of its way when all has come in."""

GAP = 8
STEP = 24
"""Levels of 255 to which a kept sheet rounds the colours of edges: a third of the bytes."""

AREA = 1000
"""px of one colour that are more than edges."""

SEEN = 24
"""Levels of 255 by which a channel must differ for the eye to see another colour."""

MOST = 0.001
"""The part of a frame's px that may differ so: the rounding of edges. A line of text that moves
by one px of the sheet changes more.
"""

Pixels = npt.NDArray[np.uint8]
"""RGB, shape (height, width, 3)."""


KINDS = (*CONTENTS, "framed-clip", "played")


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Content]:
    clip = make_clip(tmp_path_factory.mktemp("extrait") / "extrait.mp4")
    return CONTENTS | playing(clip)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_looks_as_it_did(kind: str, contents: dict[str, Content], tmp_path: Path) -> None:
    painted = sheet(contents[kind])
    golden = GOLDEN / f"{kind}.webp"
    if REWRITE:
        save(painted, golden)
    kept = np.asarray(Image.open(golden).convert("RGB"))
    if kept.shape != painted.shape or apart(kept, painted) > MOST:
        save(painted, tmp_path / golden.name)
        pytest.fail(f"compare {golden} and {tmp_path / golden.name}")


def test_a_line_that_moves_by_a_px_is_seen() -> None:
    painted = sheet(CONTENTS["quote"])
    moved = painted.copy()
    high = painted.shape[0] // 8
    moved[1:high] = painted[: high - 1]
    assert apart(painted, moved) > MOST


def test_every_kind_has_its_sheet(contents: dict[str, Content]) -> None:
    assert {type(content) for content in contents.values()} == set(get_args(Content))


def test_there_is_no_sheet_that_nothing_is_compared_with() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(KINDS)


def apart(one: Pixels, other: Pixels) -> float:
    """The part of the px that differ in a way that is seen."""
    difference = np.abs(one.astype(int) - other).max(axis=2)
    return float((difference > SEEN).mean())


def sheet(content: Content) -> Pixels:
    """A row for each look, in it a frame for each shape."""
    rows = [np.hstack(list(_row(content, look))) for look in LOOKS.values()]
    return np.vstack(rows)


def _row(content: Content, look: Look) -> Iterator[Pixels]:
    shapes = (Shape.WIDE,) if isinstance(content, SLIDES) else tuple(Shape)
    tallest = max(FORMATS[shape].height for shape in shapes) // REDUCTION
    for shape in shapes:
        drawing = replace(compose(content, Staging(FORMATS[shape], look)), frames=LENGTH)
        frame = paint(drawing, None, REDUCTION)
        blank = ((0, tallest + GAP - frame.shape[0]), (0, GAP), (0, 0))
        yield np.pad(frame, blank, constant_values=255)


def save(pixels: Pixels, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(_rounded(pixels)).save(path, lossless=True, method=6)


def _rounded(pixels: Pixels) -> Pixels:
    """Colours of areas as they are, those of edges to the next step."""
    packed = pixels.astype(np.uint32) @ np.array((1 << 16, 1 << 8, 1), np.uint32)
    _, of, count = np.unique(packed, return_inverse=True, return_counts=True)
    is_area = count[of].reshape(packed.shape) > AREA
    rounded = np.minimum((pixels.astype(int) + STEP // 2) // STEP * STEP, 255)
    return np.where(is_area[..., None], pixels, rounded).astype(np.uint8)
