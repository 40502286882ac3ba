"""Exact time and lengths."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.units import FrameSpan, emu, frames, points, samples, seconds, timecode

counts = st.integers(0, 10_000_000)


@given(counts)
def test_frames_and_seconds_are_each_others_inverse(count: int) -> None:
    assert frames(seconds(count)) == count


@given(counts, st.integers(0, 1000))
def test_sound_and_picture_never_drift(start: int, length: int) -> None:
    assert samples(start + length) - samples(start) == length * 1920


@given(st.fractions(0, 10_000))
def test_a_time_is_rounded_to_the_nearest_frame(time: Fraction) -> None:
    assert abs(seconds(frames(time)) - time) <= Fraction(1, 50)


@given(counts, st.integers(0, 1000), st.integers(0, 1000))
def test_a_shifted_span_keeps_its_length(start: int, length: int, shift: int) -> None:
    span = FrameSpan(start, start + length)
    assert len(span.shifted(shift)) == len(span) == length
    assert (start in span) == (length > 0)
    assert start + length not in span


def test_a_span_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        FrameSpan(5, 4)


def test_timecodes() -> None:
    assert timecode(0) == "00:00:00.000"
    assert timecode(25 * 3661 + 1) == "01:01:01.040"


def test_lengths_on_a_slide() -> None:
    assert emu(1920) == 12_192_000
    assert emu(1080) == 6_858_000
    assert points(48) == 24
