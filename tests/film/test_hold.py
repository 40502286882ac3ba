"""Held pictures: whoever decodes them sees the picture before them, to the bit, and no error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremonie.diagnostics import RenderingError
from ceremonie.film.coding import hold
from ceremonie.film.coding.encode import DRAFT, FULL, TIME_BASE, Quality, Shown, encode
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.work import segments
from ceremonie.film.work.segments import Segment
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Photo, Text
from ceremonie.planning.entrances import Slide
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE

from .conftest import drawing
from .plans import draft, plan_of, shot

SCALE = Scale()

pytestmark = pytest.mark.slow

MakePicture = Callable[..., Picture]

A_FRAME = int(TIME_BASE / FRAME_RATE)
MOVING = 20
HELD = 60


@dataclass(frozen=True)
class Decoded:
    """A picture as a player shows it: when, whether playing can begin there, its samples."""

    pts: int
    key: bool
    pixels: np.ndarray


def noise(width: int, height: int, count: int, held: int) -> Iterator[Shown]:
    """Pictures with much detail, each shifted against the one before; the last is shown longer."""
    small = np.random.default_rng(94).integers(16, 236, (height // 4 + 2, width // 4 + 2))
    whole = cv2.resize(small.astype(np.uint8), (width, height * 3 // 2))
    for number in range(count):
        shifted = np.ascontiguousarray(np.roll(whole, 3 * number, axis=1))
        yield shifted, 1 if number < count - 1 else 1 + held


def pictures(data: bytes) -> list[Decoded]:
    with av.open(BytesIO(data)) as opened:
        stream = opened.streams.video[0]
        stream.codec_context.options = {"err_detect": "explode"}
        return [
            Decoded(frame.pts, frame.key_frame, frame.to_ndarray())
            for frame in opened.decode(stream)
        ]


def told_by_ffmpeg(film: Path) -> str:
    """What the decoder says about a film, also where it mends what is missing by itself."""
    strict = ("-err_detect", "explode", "-xerror")
    arguments = (*strict, *ffmpeg.file_input(film), "-an", "-f", "null", "-")
    return ffmpeg.run(arguments, log_level="verbose")


def is_flawless(film: Path) -> bool:
    try:
        told = told_by_ffmpeg(film).casefold().replace("0 decode errors", "")
    except RenderingError:
        return False
    return not any(word in told for word in ("conceal", "error", "corrupt", "invalid", "missing"))


BOTH = [("full", FULL), ("draft", DRAFT)]


@pytest.fixture(
    scope="module",
    params=[(quality, shape) for _, quality in BOTH for shape in Shape],
    ids=[f"{name} {shape}" for name, _ in BOTH for shape in Shape],
)
def data(request: pytest.FixtureRequest) -> bytes:
    """A segment of each shape that moves and is then held."""
    quality, shape = request.param
    return encoded(quality, FORMATS[shape].reduced(quality.reduction), MOVING, HELD)


def encoded(quality: Quality, size: tuple[int, int], count: int, held: int) -> bytes:
    return encode(partial(noise, *size, count, held), quality, size)


@pytest.fixture
def film(data: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "segment.mp4"
    path.write_bytes(data)
    return path


def test_every_held_picture_is_the_last_one_to_the_bit(data: bytes) -> None:
    found = pictures(data)
    last = found[MOVING - 1].pixels
    assert len(found) == MOVING + HELD
    assert all((picture.pixels == last).all() for picture in found[MOVING:])
    assert not (found[MOVING - 2].pixels == last).all()


def test_a_held_picture_comes_in_its_time_and_is_never_a_beginning(data: bytes) -> None:
    found = pictures(data)
    assert [picture.pts for picture in found] == [A_FRAME * n for n in range(MOVING + HELD)]
    assert [picture.key for picture in found] == [True] + [False] * (MOVING + HELD - 1)


def test_packets_are_in_the_order_of_decoding_and_held_ones_are_tiny(data: bytes) -> None:
    with av.open(BytesIO(data)) as opened:
        packets = [p for p in opened.demux(opened.streams.video[0]) if p.size]
    times = [p.dts for p in packets]
    assert times == sorted(set(times))
    assert all(p.dts <= p.pts for p in packets)
    assert {p.duration for p in packets} == {A_FRAME}
    assert sorted(p.pts for p in packets) == [A_FRAME * n for n in range(MOVING + HELD)]
    assert max(p.size for p in packets if p.pts >= A_FRAME * MOVING) < 100


def test_the_strictest_decoder_has_nothing_to_say(film: Path) -> None:
    assert is_flawless(film)


@pytest.mark.parametrize("wrong", [-1, -40])
def test_a_picture_of_the_wrong_size_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: int
) -> None:
    """The judge of the test above: decoders mend a picture in which macroblocks are missing."""
    whole = hold._skipped
    monkeypatch.setattr(hold, "_skipped", lambda macroblocks: whole(macroblocks + wrong))
    path = tmp_path / "segment.mp4"
    path.write_bytes(encoded(DRAFT, (640, 360), MOVING, 3))
    assert not is_flawless(path)


def test_another_build_of_ffmpeg_sees_the_same(film: Path) -> None:
    """The one that OpenCV brings."""
    opened = cv2.VideoCapture(str(film))
    shown = []
    while True:
        more, picture = opened.read()
        if not more:
            break
        shown.append(picture)
    opened.release()
    assert len(shown) == MOVING + HELD
    assert all((picture == shown[MOVING - 1]).all() for picture in shown[MOVING:])


@pytest.mark.parametrize("number", [MOVING, MOVING + 1, MOVING + HELD // 2, MOVING + HELD - 1])
def test_a_player_can_jump_among_held_pictures(data: bytes, number: int) -> None:
    last = pictures(data)[MOVING - 1].pixels
    with av.open(BytesIO(data)) as opened:
        stream = opened.streams.video[0]
        opened.seek(A_FRAME * number, stream=stream)
        found = {frame.pts: frame.to_ndarray() for frame in opened.decode(stream)}
    assert (found[A_FRAME * number] == last).all()
    assert max(found) == A_FRAME * (MOVING + HELD - 1)


def test_in_a_film_each_segment_begins_with_a_whole_picture(tmp_path: Path) -> None:
    plan = plan_of(
        shot(0, 0, 120, Colour.MIDDLE), shot(1, 120, 90, Colour.DEEP), shot(2, 210, 200, Colour.INK)
    )
    starts = [0]
    for segment in segments.segments(plan, DRAFT.stride):
        starts.append(starts[-1] + len(segment))
    path = draft(plan, tmp_path)
    found = pictures(path.read_bytes())
    assert [p.pts for p in found] == [A_FRAME * n for n in range(410)]
    assert [n for n, p in enumerate(found) if p.key] == starts[:-1]
    assert is_flawless(path)


def of_words(make_picture: MakePicture) -> Segment:
    """A photo and words that come in and then stand still for a long time."""
    small = np.random.default_rng(94).integers(20, 230, (90, 160, 3), np.uint8)
    pixels = cv2.resize(small, (1600, 900), interpolation=cv2.INTER_CUBIC)
    photo = Photo(name="photo", picture=make_picture(pixels), x=960, y=0, width=960, height=1080)
    words = Text(
        name="mots", lines=("Boxe éducative", "à Créteil"), x=100, baseline=500,
        style=SCALE.body.at(72), colour=Colour.PAPER, ground=Colour.DEEP,
        entrance=Slide(0, 14, dx=-48),
    )  # fmt: skip
    return Segment("plan", "Plan", (), drawing(photo, words), 0, 14, 14 + 100)


def psnr(shown: np.ndarray, wanted: np.ndarray) -> float:
    """Of the luma, in dB."""
    rows = wanted.shape[0] * 2 // 3
    error = np.mean((shown[:rows].astype(float) - wanted[:rows]) ** 2)
    return float(10 * np.log10(255**2 / error))


@pytest.mark.slow
def test_a_picture_at_rest_is_as_good_as_if_all_of_it_were_encoded(
    make_picture: MakePicture,
) -> None:
    """Within 0.2 dB, at the end of the rest and on an average of it."""
    segment = of_words(make_picture)
    wanted = ShotPainter(segment.drawing).frame(segment.rest)
    held = pictures(segments.render(segment, FULL))
    encoded = pictures(segments.render(segment, replace(FULL, settling=len(segment))))
    assert len(held) == len(encoded) == len(segment)
    both = np.array(
        [[psnr(p.pixels, wanted) for p in found[segment.rest :]] for found in (held, encoded)]
    )
    assert both[0, -1] > both[1, -1] - 0.2
    assert both[0].mean() > both[1].mean() - 0.2


SIZES = st.integers(1, 24).map(lambda n: 16 * n)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SIZES, SIZES, st.integers(1, 40), st.integers(1, 300), st.integers(1, 4), st.booleans())
def test_whatever_the_encoder_has_chosen_the_last_picture_is_held(
    width: int, height: int, count: int, repeated: int, ahead: int, weighted: bool
) -> None:
    """Small pictures and large ones, many decoded ahead or few, past every wrap of a number."""
    options = f"{FULL.options}:bframes={ahead}:b-pyramid=2:weightp={2 * weighted}"
    quality = replace(FULL, options=options)
    found = pictures(encoded(quality, (width, height), count, repeated))
    assert [p.pts for p in found] == [A_FRAME * n for n in range(count + repeated)]
    assert all((p.pixels == found[count - 1].pixels).all() for p in found[count:])


@given(st.integers(0, 1 << 20))
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    written = hold._unsigned(value) + hold._signed(value) + hold._signed(-value)
    bits = hold.Bits(hold._whole(written))
    assert (bits.unsigned(), bits.signed(), bits.signed()) == (value, value, -value)


@given(st.binary(max_size=40) | st.text("\0\1\2\3\4", max_size=40).map(str.encode))
def test_no_start_code_is_inside_and_nothing_is_lost(payload: bytes) -> None:
    escaped = hold._escaped(payload)
    assert not any(bytes((0, 0, n)) in escaped for n in (0, 1, 2))
    assert hold._unescaped(escaped) == payload


class Arithmetic:
    """The decoding engine of clause 9.3.3.2, one bit at a time, for skipped macroblocks."""

    def __init__(self, payload: bytes) -> None:
        self._bits = hold.Bits(payload + bytes(2))
        self.read = 9
        self._width, self._offset = 510, self._bits.fixed(9)
        self._state = hold.SKIPPED

    def skipped(self) -> bool:
        less = hold.RANGES[self._state - hold.SKIPPED][(self._width >> 6) & 3]
        self._width -= less
        if self._offset >= self._width:
            return False
        self._state = min(self._state + 1, 62)
        self._renew()
        return True

    def ended(self) -> bool:
        self._width -= 2
        if self._offset >= self._width:
            return True
        self._renew()
        return False

    def _renew(self) -> None:
        while self._width < 256:
            self._width <<= 1
            self._offset = self._offset << 1 | self._bits.fixed(1)
            self.read += 1


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 8704))
def test_a_slice_holds_exactly_its_macroblocks(macroblocks: int) -> None:
    """And ends with the stop bit, the last that the decoder reads, in its last byte."""
    payload = hold._skipped(macroblocks)
    engine = Arithmetic(payload)
    for number in range(macroblocks):
        assert engine.skipped()
        assert engine.ended() is (number == macroblocks - 1)
    unread = len(payload) * 8 - engine.read
    assert 0 <= unread < 8
    assert int.from_bytes(payload, "big") & ((2 << unread) - 1) == 1 << unread
