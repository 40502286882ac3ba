"""The film as a clip of MoviePy: the same frames and the same sound, wherever it is asked."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import ceremonie
from ceremonie.film.coding.encode import FULL
from ceremonie.film.painting.colour import to_rgb
from ceremonie.film.work import segments
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.material import Clip, Picture, Sound
from ceremonie.planning.drawing import Footage
from ceremonie.planning.model import Cue, Plan
from ceremonie.planning.transition import CUT
from ceremonie.theme.palette import Colour
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE, SAMPLE_RATE
from tests.hearing import levelled, mix_of

from .plans import plan_of, short_plan, shot
from .test_sound import tone, written

__all__ = ["written"]

MakeSound = Callable[..., Sound]


def frames_of(plan: Plan) -> Iterator[np.ndarray]:
    for segment in segments.segments(plan):
        for frame, times in segments.frames(segment, FULL):
            for _ in range(times):
                yield to_rgb(frame)


@pytest.mark.slow
def test_every_frame_is_the_films_own_in_any_order() -> None:
    plan = short_plan()
    clip = ceremonie.clip(plan)
    assert (clip.size, clip.fps, clip.duration) == ((1920, 1080), 25, 45 / 25)
    wanted = list(frames_of(plan))
    for number in (0, 44, 25, 20, 21, 36, 5):  # 20, 21, 25 and 36 mix two shots
        shown = clip.get_frame(number / float(FRAME_RATE))
        assert (shown == wanted[number]).all(), number
    assert (clip.get_frame(99) == wanted[-1]).all()


def test_a_film_in_another_shape_is_a_clip_of_that_size() -> None:
    tall = FORMATS[Shape.TALL]
    shots = (replace(s, drawing=replace(s.drawing, format=tall)) for s in short_plan().shots)
    assert ceremonie.clip(replace(short_plan(), format=tall, shots=tuple(shots))).size == (
        1080,
        1920,
    )


def test_what_is_heard_is_the_films_own_mix(written: MakeSound) -> None:
    music = written("musique", tone(440, 0.1, 3))
    plan = plan_of(shot(0, 0, 50, Colour.DEEP), music=(Cue(music, 0, 0, 2 * SAMPLE_RATE),))
    audio = ceremonie.clip(plan).audio
    assert (audio.duration, audio.fps, audio.nchannels) == (2, SAMPLE_RATE, 2)
    heard = audio.to_soundarray(np.arange(2 * SAMPLE_RATE) / SAMPLE_RATE, fps=SAMPLE_RATE)
    assert np.abs(heard - levelled(mix_of(plan))).max() < 1e-4
    assert not audio.get_frame(2.5).any(), "silence after its end"


def test_the_sound_leaves_nothing_behind(
    written: MakeSound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "travail"))
    (tmp_path / "travail").mkdir()
    music = written("musique", tone(440, 0.1, 1))
    plan = plan_of(shot(0, 0, 25, Colour.DEEP), music=(Cue(music, 0, 0, SAMPLE_RATE),))
    clip = ceremonie.clip(plan).subclipped(0, 0.5)
    assert any((tmp_path / "travail").iterdir())
    del clip
    gc.collect()
    assert list((tmp_path / "travail").iterdir()) == []


def test_a_shot_alone_begins_without_the_shot_before_and_is_silent() -> None:
    shown = short_plan().shots[1]
    clip = ceremonie.clip(shown)
    assert (clip.duration, clip.audio) == (15 / 25, None)
    alone = plan_of(replace(shown, span=replace(shown.span, start=0, stop=15), transition=CUT))
    assert (clip.get_frame(0) == next(frames_of(alone))).all()


def test_a_shot_alone_lets_its_own_clip_be_heard(tmp_path: Path) -> None:
    path = tmp_path / "extrait.mp4"
    sources = ("color=red:s=320x180:r=25:d=1", "sine=440:d=1:r=48000")
    ffmpeg.run((*(a for s in sources for a in ("-f", "lavfi", "-i", s)), ffmpeg.file_output(path)))
    film = Clip("extrait", 320, 180, 25, True, Picture("", 320, 180, ""), "", path=path)
    seen = Footage(name="extrait", clip=film, x=0, y=0, width=640, height=360, start=10)
    audio = ceremonie.clip(shot(0, 0, 50, Colour.DEEP, seen)).audio
    assert not audio.get_frame(0.3).any()
    assert np.abs(audio.to_soundarray(np.arange(0.5, 1.2, 1e-3), fps=1000)).max() > 0.05


def test_nothing_to_show_is_no_clip() -> None:
    with pytest.raises(ValueError, match="no shots"):
        ceremonie.clip(plan_of())
