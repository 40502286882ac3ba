"""Pictures written by hand: every player must take them for the picture before, to the bit."""

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

from ceremonie.film import hold
from ceremonie.film.colour import Frame
from ceremonie.film.encode import DRAFT, FULL, Quality, Shown, encode
from ceremonie.tools import ffmpeg

MOST_LOST = 0.6
"""dB by which a picture that is held may be worse than one that is encoded all along; these are
the worst pictures to hold: noise that moved until then.
"""


def picture(number: int, width: int, height: int) -> Frame:
    """Soft noise that moves by 3 px a frame; some of it stands still."""
    noise = np.random.default_rng(1).integers(16, 235, (height * 3 // 2, width), dtype=np.uint8)
    soft = np.ascontiguousarray(cv2.GaussianBlur(noise, (7, 7), 2))
    soft[: height // 2] = np.roll(soft[: height // 2], 3 * number, axis=1)
    return soft


def small(quality: Quality, width: int = 320, height: int = 180) -> Quality:
    return replace(quality, width=width, height=height)


def decoded(data: bytes) -> list[np.ndarray]:
    with av.open(BytesIO(data)) as film:
        return [frame.to_ndarray(format="yuv420p") for frame in film.decode(video=0)]


def sizes(data: bytes) -> list[int]:
    with av.open(BytesIO(data)) as film:
        return [packet.size for packet in film.demux(video=0) if packet.size]


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))


@settings(deadline=None, max_examples=30)
@given(
    st.integers(1, 24), st.integers(2, 300),
    st.integers(8, 40).map(lambda n: 2 * n), st.integers(8, 30).map(lambda n: 2 * n),
)  # fmt: skip
def test_the_last_picture_stays_to_the_bit(
    moving: int, times: int, width: int, height: int
) -> None:
    shown = [(picture(n, width, height), 1) for n in range(moving)]
    shown[-1] = (shown[-1][0], times)
    data = encode(shown, small(FULL, width, height))
    found = decoded(data)
    assert len(found) == moving - 1 + times
    assert all((frame == found[moving - 1]).all() for frame in found[moving:])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=20))
def test_every_picture_of_a_draft_stays_until_the_next(times: list[int]) -> None:
    shown = [(picture(n, 320, 180), count) for n, count in enumerate(times)]
    found = decoded(encode(shown, small(DRAFT)))
    alone = decoded(encode([(frame, 1) for frame, _ in shown], small(DRAFT)))
    wanted = [frame for frame, count in zip(alone, times, strict=True) for _ in range(count)]
    assert len(found) == len(wanted)
    assert all((one == other).all() for one, other in zip(found, wanted, strict=True))


def test_a_draft_goes_on_beyond_the_next_picture_that_depends_on_none() -> None:
    """x264 makes one of every 250; numbers begin again there."""
    shown = [(picture(n % 7, 64, 64), 2) for n in range(300)]
    found = decoded(encode(shown, small(DRAFT, 64, 64)))
    assert len(found) == 600
    assert all((found[n] == found[n + 1]).all() for n in range(0, 600, 2))
    assert psnr(found[-1], shown[-1][0]) > 30


@pytest.mark.parametrize("quality", [FULL, DRAFT], ids=["full", "draft"])
def test_other_players_see_the_same(tmp_path: Path, quality: Quality) -> None:
    """ffmpeg, stopping at the least error, and what OpenCV brings along."""
    shown = [(picture(n, 320, 180), 1) for n in range(9)]
    shown[-1] = (shown[-1][0], 90)
    data = encode(shown, small(quality))
    path = tmp_path / "tenue.mp4"
    path.write_bytes(data)
    found = decoded(data)
    strict = ("-xerror", "-err_detect", "explode+crccheck+bitstream")
    arguments = (*strict, *ffmpeg.file_input(path), "-f", "rawvideo", "-pix_fmt", "yuv420p")
    frames = list(ffmpeg.decoded((*arguments, ffmpeg.PIPE), 320 * 270))
    assert [np.frombuffer(f, np.uint8).tobytes() for f in frames] == [f.tobytes() for f in found]
    player, seen = cv2.VideoCapture(str(path)), 0
    former = None
    while True:
        there, frame = player.read()
        if not there:
            break
        assert former is None or seen < 9 or (frame == former).all()
        former, seen = frame, seen + 1
    assert seen == 98


def test_a_jump_into_what_is_held_shows_it(tmp_path: Path) -> None:
    shown = [(picture(n, 320, 180), 1) for n in range(9)]
    shown[-1] = (shown[-1][0], 90)
    data = encode(shown, small(FULL))
    last = decoded(data)[-1]
    with av.open(BytesIO(data)) as film:
        film.seek(3_000_000)
        frame = next(f for f in film.decode(video=0) if f.time is not None and f.time >= 3)
        assert (frame.to_ndarray(format="yuv420p") == last).all()


def test_what_is_held_costs_next_to_nothing() -> None:
    still = np.full((1620, 1920), 120, np.uint8)
    assert max(sizes(encode([(still, 500)], FULL))[1:]) < 100


def test_what_is_held_looks_as_if_it_were_encoded() -> None:
    still = picture(0, 320, 180)
    moving: list[Shown] = [(picture(n, 320, 180), 1) for n in range(20, 0, -1)]
    settling: list[Shown] = [(still, 1)] * FULL.settling
    held = decoded(encode([*moving, *settling, (still, 100)], small(FULL)))
    whole = decoded(encode([*moving, *settling, *[(still, 1)] * 100], small(FULL)))
    usual = float(np.median([psnr(frame, still) for frame in whole[-100:]]))
    assert psnr(held[-1], still) > usual - MOST_LOST


def test_a_stream_of_another_kind_is_refused() -> None:
    shown = [(picture(0, 320, 180), 2)]
    with pytest.raises(hold.UnknownStreamError):
        encode(shown, small(replace(FULL, options=FULL.options + ":cabac=0")))
    with pytest.raises(hold.UnknownStreamError):
        encode(shown, small(replace(DRAFT, options="cabac=1:bframes=2")))
