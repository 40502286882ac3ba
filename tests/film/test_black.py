"""The film goes to black at its end, in the file that a player decodes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import av
import numpy as np

from ceremonie.film.coding.encode import FULL
from ceremonie.film.painting.colour import planes
from ceremonie.film.work.segments import render, segments
from ceremonie.planning.drawing import Disc
from ceremonie.planning.entrances import Grow
from ceremonie.theme.palette import Colour

from .plans import plan_of, shot

FADE = 20


def test_the_last_frame_is_black_and_the_nineteen_before_go_there_evenly() -> None:
    sun = Disc(name="soleil", x=400, y=500, radius=300, colour=Colour.BRIGHT, entrance=Grow(5))
    last = replace(shot(0, 0, 60, Colour.MIDDLE, sun), fade=FADE)
    frames = [
        frame for segment in segments(plan_of(last)) for frame in decoded(render(segment, FULL))
    ]
    lumas = [float(planes(frame)[0].mean()) for frame in frames]
    assert len(frames) == 60
    steps = -np.diff(lumas[60 - FADE - 1 :])
    assert np.allclose(steps, (lumas[60 - FADE - 1] - 16) / FADE, atol=1.5)
    y, u, v = planes(frames[-1])
    assert (y <= 17).all()
    assert (abs(u.astype(int) - 128) <= 1).all()
    assert (abs(v.astype(int) - 128) <= 1).all()


def test_a_shot_that_does_not_end_the_film_keeps_its_frames_when_another_is_added_after_it() -> (
    None
):
    one, two = shot(0, 0, 30, Colour.MIDDLE), shot(0, 30, 30, Colour.DEEP)
    alone, longer = (segments(plan_of(*shots)) for shots in ([one], [one, replace(two, fade=FADE)]))
    assert alone[0] == longer[0]
    assert [segment.fading is None for segment in longer] == [True, False]


def decoded(data: bytes) -> list[np.ndarray]:
    with av.open(BytesIO(data)) as film:
        return [frame.to_ndarray(format="yuv420p") for frame in film.decode(video=0)]
