"""Small pictures of slides and shots, as the record keeps them."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image

from ceremonie.edition.kept_pictures import kept
from ceremonie.film.painting.stills import paint
from ceremonie.film.work.segments import renderer
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Plan

REDUCTION = 6
"""px of the canvas to a px as it is painted: a whole and even number of them in every shape (16:9,
16:10, 4:3, 1:1, 9:16), as the painter needs.
"""

LONGER_SIDE = 192
"""px: as it is kept; some 130 to the inch on the sheet."""

QUALITY = 60
"""Of JPEG: two to four kilobytes a picture."""

Still = tuple[Drawing, int]
"""A drawing, and which of its frames."""


def pictures(plan: Plan, *, film: bool, deck: bool, cache: Path | None) -> dict[str, str]:
    """Of the slides and of the shots of the film, by the digest of their drawing, as URIs of data.
    `cache` keeps what was painted for the next run.
    """
    stills = (*(_slides(plan) if deck else ()), *(_shots(plan) if film else ()))
    return {digest: _uri(_small(still, cache)) for digest, still in _once(stills).items()}


def _slides(plan: Plan) -> Iterator[Still]:
    yield from ((page.drawing, page.drawing.settled()) for page in plan.pages)


def _shots(plan: Plan) -> Iterator[Still]:
    yield from ((shot.drawing, shot.telling) for shot in plan.shots)


def _once(stills: Iterable[Still]) -> dict[str, Still]:
    return {drawing.digest: (drawing, frame) for drawing, frame in stills}


def _small(still: Still, cache: Path | None) -> Image.Image:
    made_of = (REDUCTION, LONGER_SIDE, still[0].digest, still[1], renderer())
    return kept(made_of, partial(_painted, *still), cache)


def _painted(drawing: Drawing, frame: int) -> Image.Image:
    picture = Image.fromarray(paint(drawing.staying(), frame, REDUCTION))
    picture.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS)
    return picture


def _uri(picture: Image.Image) -> str:
    data = io.BytesIO()
    picture.convert("RGB").save(data, "jpeg", quality=QUALITY, optimize=True)
    return f"data:image/jpeg;base64,{b64encode(data.getvalue()).decode('ascii')}"
