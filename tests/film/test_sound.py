"""The sound at its door: cues in, samples out, measured as a meter and an ear would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ceremonie.media.material import Sound
from ceremonie.planning.model import Cue, Plan
from ceremonie.theme.palette import Colour
from ceremonie.tools import ffmpeg
from ceremonie.units import samples
from tests.hearing import levelled, measured, mix_of
from tests.hearing import samples as samples_of

from .plans import draft, plan_of, shot

SECOND = 48_000
MUSIC, SPEECH = 440, 997
"""Hz: told apart in a mix by their pitch."""

MakeSound = Callable[..., Sound]


@pytest.fixture
def written(tmp_path: Path) -> MakeSound:
    """A WAV file of these samples, the same in both channels."""

    def write(name: str, wave: np.ndarray) -> Sound:
        path = tmp_path / f"{name}.wav"
        stereo = np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)
        arguments = ("-f", "f32le", "-ar", "48000", "-ac", "2", "-i", ffmpeg.PIPE)
        with ffmpeg.encoder((*arguments, "-c:a", "pcm_f32le", ffmpeg.file_output(path))) as pipe:
            pipe.write(stereo.data)
        return Sound(name, len(wave), path=path)

    return write


def tone(pitch: float, amplitude: float, seconds: float) -> np.ndarray:
    return amplitude * np.sin(2 * np.pi * pitch * np.arange(int(seconds * SECOND)) / SECOND)


def click(at: int, count: int = SECOND) -> np.ndarray:
    wave = np.zeros(count)
    wave[at] = 0.5
    return wave


def loudness_of(pitch: float, mixed: np.ndarray, start: float, stop: float) -> float:
    """Level in dB of one pitch alone between two instants."""
    part = mixed[int(start * SECOND) : int(stop * SECOND), 0]
    wave = np.exp(-2j * np.pi * pitch * np.arange(len(part)) / SECOND) * np.hanning(len(part))
    return float(20 * np.log10(abs((part * wave).mean()) + 1e-9))


def spoken_over(written: MakeSound, music: float, speech: float) -> Plan:
    """Eight seconds of music; from the third to the fifth, someone speaks."""
    bed, voice = written("musique", tone(MUSIC, music, 8)), written("voix", tone(SPEECH, speech, 2))
    return plan_of(
        shot(0, 0, 200, Colour.DEEP),
        music=(Cue(bed, 0, 0, 8 * SECOND),),
        speech=(Cue(voice, samples(75), 0, 2 * SECOND, manner="plein"),),
    )


def test_sound_is_placed_to_the_sample(written: MakeSound) -> None:
    heard = written("clic", click(24_000))
    plan = plan_of(shot(0, 0, 100, Colour.DEEP), speech=(Cue(heard, samples(25), 1000, 40_000),))
    mixed = mix_of(plan)
    assert mixed.shape == (samples(100), 2)
    assert int(np.abs(mixed[:, 0]).argmax()) == samples(25) + 24_000 - 1000


@pytest.mark.parametrize("full", [True, False])
def test_the_film_is_heard_when_it_is_seen_and_as_long(
    written: MakeSound, tmp_path: Path, full: bool
) -> None:
    """AAC adds samples before and after; the file must say so, and players leave them out."""
    heard = written("clic", click(24_000))
    plan = plan_of(shot(0, 0, 50, Colour.DEEP), speech=(Cue(heard, samples(25), 0, 40_000),))
    film = draft(plan, tmp_path, full=full)
    form = ("-ar", "48000", "-ac", "2", "-f", "f32le", ffmpeg.PIPE)
    arguments = (*ffmpeg.file_input(film), *form)
    data = b"".join(ffmpeg.decoded(("-vn", *arguments), 1 << 20))
    played = np.frombuffer(data, np.float32).reshape(-1, 2)
    assert int(np.abs(played[:, 0]).argmax()) == pytest.approx(samples(25) + 24_000, abs=2)
    assert len(played) == pytest.approx(samples(50), abs=samples(1))


@pytest.mark.parametrize(
    ("music", "speech"), [(0.1, 0.1), (0.3, 0.05), (0.02, 0.3)], ids=["alike", "quiet", "loud"]
)
def test_speech_stands_twenty_decibels_above_the_music(
    written: MakeSound, music: float, speech: float
) -> None:
    mixed = mix_of(spoken_over(written, music, speech))
    bed, voice = (loudness_of(pitch, mixed, 3.2, 4.8) for pitch in (MUSIC, SPEECH))
    assert voice - bed == pytest.approx(20, abs=0.5)
    assert voice == pytest.approx(loudness_of(MUSIC, mixed, 1, 2.6), abs=0.5)


def test_the_music_gives_way_before_and_comes_back_after(written: MakeSound) -> None:
    mixed = mix_of(spoken_over(written, 0.1, 0.1))
    alone = loudness_of(MUSIC, mixed, 1, 2.6)
    assert loudness_of(MUSIC, mixed, 2.8, 2.95) < alone - 3
    assert loudness_of(MUSIC, mixed, 5.05, 5.25) < alone - 3
    assert loudness_of(MUSIC, mixed, 5.6, 6.4) == pytest.approx(alone, abs=0.5)


def test_the_music_does_not_give_way_to_silence(written: MakeSound) -> None:
    mixed = mix_of(spoken_over(written, 0.1, 0))
    assert loudness_of(MUSIC, mixed, 3.2, 4.8) == pytest.approx(
        loudness_of(MUSIC, mixed, 1, 2.6), abs=0.1
    )


def test_cuts_make_no_click(written: MakeSound) -> None:
    music = written("musique", tone(MUSIC, 0.1, 1))
    plan = plan_of(shot(0, 0, 75, Colour.DEEP), music=(Cue(music, samples(20), 100, 40_000),))
    steps = np.abs(np.diff(mix_of(plan)[:, 0]))
    assert steps.max() < 0.1 * 2 * np.pi * MUSIC / SECOND * 1.2


def test_the_film_ends_in_silence(written: MakeSound) -> None:
    music = written("musique", tone(MUSIC, 0.1, 4))
    plan = plan_of(shot(0, 0, 100, Colour.DEEP), music=(Cue(music, 0, 0, 4 * SECOND),))
    mixed = mix_of(plan)
    levels = [loudness_of(MUSIC, mixed, start, start + 0.25) for start in (2.2, 2.8, 3.3, 3.7)]
    assert levels == sorted(levels, reverse=True)
    assert abs(mixed[-1]).max() < 1e-6


def test_loudness_reaches_the_broadcast_target(written: MakeSound) -> None:
    quiet = samples_of(written("musique", tone(MUSIC, 0.002, 6)))
    loudness, peak = measured(levelled(quiet))
    assert loudness == pytest.approx(-23, abs=0.5)
    assert peak <= -1


def test_single_peaks_do_not_keep_the_rest_quiet(written: MakeSound) -> None:
    wave = tone(MUSIC, 0.005, 6)
    wave[SECOND::SECOND] = 0.9
    loudness, peak = measured(levelled(samples_of(written("pics", wave))))
    assert loudness == pytest.approx(-23, abs=0.5)
    assert peak <= -1


def test_silence_stays_silence() -> None:
    nothing = np.zeros((SECOND, 2), np.float32)
    assert not levelled(nothing).any()
