"""Films for several audiences at once: one mix at two loudnesses, a lighter film of the same
frames, words as a track.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from ceremonie.audiences import HALL_LOUDNESS, WEB_LOUDNESS
from ceremonie.film import Commission, render_each
from ceremonie.film.coding import texts
from ceremonie.film.coding.encode import LIGHT, encode
from ceremonie.film.sound import mastering
from ceremonie.formats import Shape
from ceremonie.planning.model import Cue, Subtitle
from ceremonie.progress import silent
from ceremonie.theme.palette import Colour
from ceremonie.units import FRAME_RATE, FrameSpan, samples
from tests.hearing import levelled, measured

from .plans import plan_of, shot
from .test_sound import MUSIC, SECOND, MakeSound, tone, written

__all__ = ["written"]

A_MINUTE = 12_000_000
"""Bytes of the lighter film."""


def heard(film: Path) -> np.ndarray:
    with av.open(str(film)) as opened:
        frames = [frame.to_ndarray() for frame in opened.decode(audio=0)]
    return np.ascontiguousarray(np.concatenate(frames, axis=1).T, np.float32)


def pictures(film: Path) -> list[bytes]:
    with av.open(str(film)) as opened:
        return [bytes(packet) for packet in opened.demux(video=0) if packet.size]


@pytest.mark.slow
def test_the_films_of_two_audiences_share_their_pictures_and_their_mix(
    tmp_path: Path, written: MakeSound
) -> None:
    music = written("musique", tone(MUSIC, 0.05, 4) * (1 + np.arange(4 * SECOND) % SECOND / SECOND))
    said = (Subtitle(FrameSpan(10, 40), ("Un mot.",)),)
    plan = replace(
        plan_of(shot(0, 0, 75, Colour.MIDDLE), music=(Cue(music, 0, 0, samples(75)),)),
        subtitles=said,
    )
    hall, web, light = (tmp_path / name for name in ("salle.mp4", "web.mp4", "leger.mp4"))
    asked = (
        Commission(plan, {Shape.WIDE: hall}),
        Commission(plan, {Shape.WIDE: web}, WEB_LOUDNESS, texted=True, light=light),
    )
    kept = tmp_path / "pieces"
    render_each(asked, kept, workers=1, draft=False, progress=silent)
    assert pictures(hall) == pictures(web)
    for film, loudness in ((hall, HALL_LOUDNESS), (web, WEB_LOUDNESS), (light, WEB_LOUDNESS)):
        measure, peak = measured(heard(film))
        assert measure == pytest.approx(loudness, abs=0.5)
        assert peak <= mastering.PEAK
    with av.open(str(light)) as opened:
        assert (opened.streams.video[0].width, opened.streams.video[0].height) == (1280, 720)
        assert len(opened.streams.subtitles) == 1
        seconds = Fraction(opened.duration or 0, av.time_base)
        assert sum(1 for _ in opened.decode(video=0)) == 75
        assert seconds == pytest.approx(3, abs=0.05)
    with av.open(str(hall)) as opened:
        assert not opened.streams.subtitles
    before = {path.name for path in kept.iterdir()}
    light.unlink()
    render_each(asked, kept, workers=1, draft=False, progress=silent)
    assert before == {path.name for path in kept.iterdir()}, "nothing is made twice"


@pytest.mark.slow
def test_the_lighter_film_of_a_picture_that_never_rests_is_not_heavy() -> None:
    """Noise all over, in one segment of the longest kind, with the sound that goes with it."""
    generator = np.random.default_rng(1)
    frames = [generator.integers(16, 235, (1620, 1920), np.uint8) for _ in range(4)]
    shown = [(frames[index % 4], 1) for index in range(50)]
    data = encode(lambda: shown, LIGHT, (1920, 1080))
    minute = 60 * FRAME_RATE / len(shown)
    sound = int(mastering.BIT_RATE.rstrip("k")) * 1000 // 8 * 60
    assert len(data) * minute + sound <= A_MINUTE


@pytest.mark.parametrize("loudness", [HALL_LOUDNESS, WEB_LOUDNESS])
def test_single_peaks_keep_no_audience_from_its_loudness(loudness: float) -> None:
    wave = np.repeat(tone(MUSIC, 0.05, 4)[:, None], 2, axis=1).astype(np.float32)
    wave[SECOND // 2 :: SECOND] = 0.9
    measure, peak = measured(levelled(wave, loudness))
    assert measure == pytest.approx(loudness, abs=0.5)
    assert peak <= mastering.PEAK


def test_words_that_overlap_follow_each_other_in_their_track() -> None:
    words = [(5, 20, ("Un",)), (15, 30, ("Deux",)), (30, 30, ("Rien",)), (40, 45, ("Trois",))]
    with texts.like() as stream:
        made = list(texts.packets(words, 50, stream))
    told = [(p.pts, p.duration, bytes(p)[2:].decode()) for p in made]
    assert told == [
        (0, 5, ""), (5, 10, "Un"), (15, 15, "Deux"), (30, 10, ""), (40, 5, "Trois"), (45, 5, ""),
    ]  # fmt: skip
