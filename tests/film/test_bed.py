"""The music under the film and what it gives way to, as they are heard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ceremonie.film.sound.levels import loudness, weighed
from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.media.material import Extent, Sound, Tempo, Track
from ceremonie.planning.model import Cue, Plan
from ceremonie.planning.score import music
from ceremonie.storyboard.media import Manner, Music
from ceremonie.theme.palette import Colour
from ceremonie.units import samples
from tests.hearing import measured, mix_of
from tests.music import SECOND, Wave, birds, drums, noise, speech, tone, write

from .plans import plan_of, shot

BAR = 2 * SECOND
"""Four beats at 120 a minute."""

BED = 440
"""Hz of a music that can be told from all else."""


def song(folder: Path, made: Wave, *, beating: bool, fade: int = 0) -> Track:
    """`fade`: samples at its end over which it fades by itself."""
    made = made.copy()
    made[len(made) - fade :] *= np.linspace(1, 0, fade)
    extent = Extent(0, 0, len(made) - fade, len(made), len(made) - fade - SECOND)
    tempo = Tempo(0.5, 0.5, 0, 4) if beating else None
    path = write(folder / "morceau.wav", made)
    sound = Sound("morceau", len(made), path=path, tempo=tempo, extent=extent)
    return Track(sound, Music(file=path.name), ("musique",))


def film(track: Track, frames: int) -> Plan:
    shots = (shot(0, 0, frames - 100, Colour.DEEP), shot(1, frames - 100, 100, Colour.INK))
    return plan_of(*shots, music=music([track], shots))


def levels(mixed: Samples, size: int) -> Wave:
    """dB of each so many samples."""
    blocks = mixed[: len(mixed) // size * size].reshape(-1, size * 2)
    return np.asarray(10 * np.log10((blocks.astype(float) ** 2).mean(axis=1) + 1e-12))


def test_a_beating_song_starts_again_on_its_grid_without_a_hole(tmp_path: Path) -> None:
    made = drums(120, 20, 0.5)
    plan = film(song(tmp_path, made, beating=True, fade=4 * SECOND), 50 * 25)
    mixed = mix_of(plan)[:, 0]
    assert len(plan.music) > 2
    for cue in plan.music[1:]:
        assert (cue.start - cue.offset) % BAR == 0
        begins = cue.start + cue.rise
        heard = mixed[begins : begins + SECOND // 10]
        around = made[cue.offset + cue.rise - 480 : cue.offset + cue.rise + SECOND // 10 + 480]
        assert int(np.correlate(around, heard, "valid").argmax()) == 480
    bars = levels(mix_of(plan)[SECOND // 2 :], BAR)[:-3]
    assert bars.min() > np.median(bars) - 1.5
    last = plan.music[-1]
    assert abs(samples(plan.frames) - (last.start + 20 * SECOND - last.offset)) <= BAR / 2


def test_a_song_without_a_beat_turns_into_itself(tmp_path: Path) -> None:
    plan = film(song(tmp_path, noise(10, 0.1), beating=False, fade=2 * SECOND), 30 * 25)
    mixed = mix_of(plan)
    heard = levels(mixed, SECOND // 4)[: 27 * 4]
    assert heard.min() > np.median(heard) - 1.5
    assert heard.max() < np.median(heard) + 1.5


@pytest.mark.parametrize("seconds", [0.2, 1.0, 3.0])
def test_what_is_shorter_than_a_bar_is_heard(tmp_path: Path, seconds: float) -> None:
    plan = film(song(tmp_path, tone(BED, seconds) * 0.1, beating=True), 12 * 25)
    mixed = mix_of(plan)
    assert np.isfinite(mixed).all()
    assert levels(mixed, SECOND // 10)[0] > -30


def test_silent_music_is_silence(tmp_path: Path) -> None:
    assert not mix_of(film(song(tmp_path, np.zeros(5 * SECOND), beating=False), 20 * 25)).any()


def test_a_loud_beginning_is_brought_to_the_rest(tmp_path: Path) -> None:
    made = noise(40, 0.02)
    made[: 10 * SECOND] *= 5
    plan = film(song(tmp_path, made, beating=False), 40 * 25)
    heard = mix_of(plan)[: 36 * SECOND]
    felt = short_term(heard, tmp_path)
    mean = loudness(np.asarray([(10 ** (felt / 10)).mean()]))[0] - loudness(np.ones(1))[0]
    assert np.abs(felt - mean).max() <= 4
    untouched = levels(heard[20 * SECOND : 30 * SECOND], SECOND)
    assert np.ptp(untouched) < 1


def short_term(heard: Samples, folder: Path) -> Wave:
    """LUFS over 3 s, every half second."""
    recording = Recording.silent(folder / "bed.f32", len(heard))
    recording.write(0, np.ascontiguousarray(heard))
    power = weighed(recording)
    assert loudness(np.asarray([power.mean()]))[0] == pytest.approx(measured(heard)[0], abs=0.7)
    return loudness(np.convolve(power, np.ones(6) / 6, "valid"))


def beside(folder: Path, clip: Wave, manner: Manner | None = None) -> Wave:
    """dB of a music of one pitch in each half second, against its own level, where a clip is heard
    from 3 s on.
    """
    bed = Sound("lit", 16 * SECOND, path=write(folder / "lit.wav", 0.1 * tone(BED, 16)))
    said = Sound("voix", len(clip), path=write(folder / "voix.wav", clip))
    cue = Cue(said, 3 * SECOND, 0, len(clip), manner=manner)
    plan = plan_of(
        shot(0, 0, 400, Colour.DEEP), music=(Cue(bed, 0, 0, 16 * SECOND),), speech=(cue,)
    )
    mixed = mix_of(plan)[:, 0].reshape(-1, SECOND // 2)
    lines = np.abs(mixed @ (np.exp(-2j * np.pi * BED * np.arange(SECOND // 2) / SECOND)))
    return np.asarray(20 * np.log10(lines / lines[2]))


def test_the_music_gives_way_to_speech_while_it_lasts(tmp_path: Path) -> None:
    clip = birds(10) * 0.3
    clip[3 * SECOND : 6 * SECOND] += speech(3)
    gain = beside(tmp_path, clip)
    assert gain[13:18].max() < -13  # 6.5 to 9 s of the film: somebody speaks
    assert gain[7:10].min() > -7  # 3.5 to 5 s: birds alone
    assert gain[22:26].min() > -7


def test_the_music_lies_beside_what_is_no_speech(tmp_path: Path) -> None:
    clip = np.concatenate([birds(4), 0.3 * drums(120, 4), noise(3, 0.1)])
    gain = beside(tmp_path, clip)
    for first in (7, 15, 23):  # birds, drums, applause: a second each
        assert -9 < np.median(gain[first : first + 3]) < -3


def test_how_a_clip_is_heard_may_be_written(tmp_path: Path) -> None:
    assert beside(tmp_path, birds(8), "plein")[8:20].max() < -13
    assert beside(tmp_path, speech(8), "fond")[8:20].min() > -9
