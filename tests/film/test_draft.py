"""A draft: each of its few pictures is shown until the next one comes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie import storyboard
from ceremonie.film.coding import encode as encode_module
from ceremonie.film.coding.encode import DRAFT, FULL, Quality, Shown, encode
from ceremonie.film.painting.colour import Frame
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.media.entries import mediums
from ceremonie.media.material import Materials, Missing
from ceremonie.planning import plan
from ceremonie.planning.drawing import Element
from ceremonie.planning.entrances import Run
from ceremonie.planning.model import Plan

EDITION = Path(__file__).resolve().parents[2] / "assets" / "2023"


def picture(number: int, width: int, height: int) -> Frame:
    """Soft noise that moves by 3 px a frame; some of it stands still."""
    noise = np.random.default_rng(1).integers(16, 235, (height * 3 // 2, width), dtype=np.uint8)
    soft = np.ascontiguousarray(cv2.GaussianBlur(noise, (7, 7), 2))
    soft[: height // 2] = np.roll(soft[: height // 2], 3 * number, axis=1)
    return soft


SMALL = (320, 180)


def encoded(shown: list[Shown], quality: Quality, size: tuple[int, int] = SMALL) -> bytes:
    return encode(lambda: shown, quality, size)


def decoded(data: bytes) -> list[np.ndarray]:
    with av.open(BytesIO(data)) as film:
        return [frame.to_ndarray(format="yuv420p") for frame in film.decode(video=0)]


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=20))
def test_every_picture_of_a_draft_stays_until_the_next(times: list[int]) -> None:
    shown = [(picture(n, *SMALL), count) for n, count in enumerate(times)]
    found = decoded(encoded(shown, DRAFT))
    alone = decoded(encoded([(frame, 1) for frame, _ in shown], DRAFT))
    wanted = [frame for frame, count in zip(alone, times, strict=True) for _ in range(count)]
    assert len(found) == len(wanted)
    assert all((one == other).all() for one, other in zip(found, wanted, strict=True))


def test_a_draft_goes_on_beyond_the_next_picture_that_depends_on_none() -> None:
    """x264 makes one of every 250; numbers begin again there."""
    shown = [(picture(n % 7, 64, 64), 2) for n in range(300)]
    found = decoded(encoded(shown, DRAFT, (64, 64)))
    assert len(found) == 600
    assert all((found[n] == found[n + 1]).all() for n in range(0, 600, 2))
    assert psnr(found[-1], shown[-1][0]) > 30


UNKNOWN = {
    "no arithmetic coding": replace(FULL, options=f"{FULL.options}:cabac=0"),
    "interlaced": replace(FULL, options=f"{FULL.options}:fake-interlaced=1"),
    "slices": replace(FULL, options=f"{FULL.options}:slices=4"),
    "a draft without arithmetic coding": replace(DRAFT, options="bframes=0:rc-lookahead=0"),
    "a draft in slices": replace(DRAFT, options=f"{DRAFT.options}:slices=4"),
    "a draft in another order": replace(DRAFT, options="cabac=1:bframes=2"),
}
"""Streams as another build of x264 might write them, in which nothing can be held."""


@pytest.mark.parametrize("kind", UNKNOWN)
def test_what_cannot_be_held_is_encoded_as_usual(kind: str) -> None:
    quality = UNKNOWN[kind]
    times = [1, 1, 1, 30] if quality.stride == 1 else [6, 6, 30]
    shown = [(picture(n, *SMALL), count) for n, count in enumerate(times)]
    found = decoded(encoded(shown, quality))
    wanted = [frame for frame, count in shown for _ in range(count)]
    assert len(found) == len(wanted)
    assert min(psnr(one, other) for one, other in zip(found, wanted, strict=True)) > 30


def test_headers_that_cannot_be_read_are_encoded_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    headers = encode_module._headers
    shown = [(picture(n, *SMALL), count) for n, count in enumerate((1, 1, 9))]
    for cut in (slice(0), slice(6), slice(12), slice(-3), slice(4, None)):
        with monkeypatch.context() as other:
            other.setattr(encode_module, "_headers", lambda stream, cut=cut: headers(stream)[cut])
            assert len(decoded(encoded(shown, FULL))) == 11


@pytest.fixture(scope="module")
def sample() -> Plan:
    """The sample's film, as far as it needs no file: its flat shapes and words."""
    reading = storyboard.read(EDITION / "storyboard.yaml")
    assert reading.storyboard is not None
    nothing = Materials({entry: Missing("") for _, entry in mediums(reading.storyboard)})
    film = plan(reading.storyboard, nothing)
    flat = (
        replace(s, drawing=replace(s.drawing, elements=tuple(filter(_flat, s.drawing.elements))))
        for s in film.shots
    )
    return replace(film, shots=tuple(flat))


def _flat(element: Element) -> bool:
    return not hasattr(element, "picture") and not hasattr(element, "clip")


@pytest.mark.parametrize("abrupt", [False, True], ids=["film", "draft"])
def test_what_rests_does_not_change(sample: Plan, abrupt: bool) -> None:
    """Of every rest of the sample: its first, its middle and its last frame."""
    seen = 0
    for found in sample.shots:
        drawing = found.drawing.abrupt() if abrupt else found.drawing
        painter, length = ShotPainter(drawing, 6), len(found.span)
        spans = [*drawing.motion(length)]
        for span, following in zip(spans, [*spans[1:], None], strict=True):
            end = following.start if following else length
            still = painter.frame(span.stop - 1)
            for number in {span.stop, (span.stop + end) // 2, end - 1}:
                if span.stop <= number < end:
                    assert (painter.frame(number) == still).all(), (found.id, number)
                    seen += 1
    assert seen > 2 * len(sample.shots)


def test_a_draft_shows_each_thing_when_the_film_begins_to(sample: Plan) -> None:
    for found in sample.shots:
        film, draft = found.drawing, found.drawing.abrupt()
        for one, other in zip(film.elements, draft.elements, strict=True):
            starts = [
                next((n for n in range(len(found.span)) if e.entrance.progress(n) > 0), None)
                for e in (one, other)
            ]
            if isinstance(one.entrance, Run) or hasattr(one.entrance, "run"):
                assert starts[1] is None or starts[0] is None or starts[1] >= starts[0]
                assert other.entrance.progress(10_000) == one.entrance.progress(10_000)
            else:
                assert starts[0] == starts[1], (found.id, one.name)
