"""What is found out about music when its file is examined: its beat, its silence, its fades."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ceremonie.media.material import Extent, Sound, Tempo
from tests.music import SECOND, clicks, drums, noise, speech, tone, write

from .editions import Edition, whole

MUSIC = Path(__file__).parents[2] / "assets" / "2023" / "musique" / "orbital_colossus.ogg"


def heard(edition: Edition, **waves: np.ndarray) -> dict[str, Sound]:
    """What one examination finds of each of them."""
    for name, made in waves.items():
        write(edition.folder / f"{name}.wav", made)
    return examined(edition, *(f"{name}.wav" for name in waves))


def examined(edition: Edition, *names: str) -> dict[str, Sound]:
    edition.top = {"musique": [{"fichier": name} for name in names]}
    examined = edition.examine()
    tracks = examined.materials(whole(examined.reading)).music
    return {Path(track.entry.file).stem: track.sound for track in tracks}


def astray(tempo: Tempo, instant: float) -> float:
    """Seconds from an instant to the nearest beat."""
    return abs((tempo.first - instant + tempo.period / 2) % tempo.period - tempo.period / 2)


def test_a_steady_beat_is_found(edition: Edition) -> None:
    found = heard(
        edition,
        fast=drums(164.0, 30, 0.3),
        slow=drums(91.3, 30, 1.1),
        long=clicks(np.arange(0.2, 60, 60 / 128.0).tolist(), 60),
    )
    wanted = {"fast": (164.0, 0.3), "slow": (91.3, 1.1), "long": (128.0, 0.2)}
    for name, (bpm, first) in wanted.items():
        tempo = found[name].tempo
        assert tempo is not None, name
        assert 300 * abs(tempo.period * bpm / 60 - 1) < 0.01, name
        assert astray(tempo, first) < 0.01, name


def test_a_bar_is_counted_from_its_bass_drum(edition: Edition) -> None:
    found = heard(edition, four=drums(120, 18, 0.4), three=drums(150, 18, 0.4, bar=3))
    for name, bar in (("four", 4), ("three", 3)):
        tempo = found[name].tempo
        assert tempo is not None
        assert tempo.bar == bar
        beats = (tempo.first + tempo.downbeat * tempo.period - 0.4) / tempo.period
        assert round(beats) % bar == 0


def test_no_beat_is_forced_on_what_has_none(edition: Edition) -> None:
    random = np.random.default_rng(4)
    tapping = np.cumsum(0.6 * (1 + 0.05 * np.cumsum(random.standard_normal(50)))).clip(0.1)
    found = heard(
        edition,
        free=clicks(np.cumsum(random.exponential(0.4, 60)).tolist(), 20),
        rubato=clicks(tapping.tolist(), 24),
        quicker=clicks(np.cumsum(60 / np.linspace(100, 108, 60)).tolist(), 34),
        speech=speech(18),
        noise=noise(18, 0.1),
        tones=0.1 * tone(110, 20) + 0.1 * tone(165, 20),
        silence=np.zeros(18 * SECOND),
        short=drums(120, 3),
    )
    assert {name: sound.tempo for name, sound in found.items()} == dict.fromkeys(found)


def test_the_beat_of_the_sample_is_found(edition: Edition) -> None:
    (edition.folder / MUSIC.name).write_bytes(MUSIC.read_bytes())
    tempo = examined(edition, MUSIC.name)[MUSIC.stem].tempo
    assert tempo is not None
    assert 60 / tempo.period == pytest.approx(164.0, abs=0.01)
    assert tempo.bar == 4


def test_silence_and_fades_at_the_ends_are_found(edition: Edition) -> None:
    played = drums(120, 30, 0.0)
    faded = played * np.clip(np.linspace(5, 0, len(played)), 0, 1)  # over its last 6 s
    silence = np.zeros(2 * SECOND)
    found = heard(
        edition, faded=np.concatenate([silence, faded, silence]), whole=played, nothing=silence
    )
    extent, whole = found["faded"].extent, found["whole"].extent
    assert extent is not None
    assert whole is not None
    assert extent.begins == pytest.approx(2 * SECOND, abs=SECOND // 20)
    assert extent.full == extent.begins
    assert 2 + 24 - 1 < extent.fades / SECOND < 2 + 27
    assert 2 + 29 < extent.ends / SECOND <= 2 + 30
    assert whole.fades == whole.ends == 30 * SECOND
    length = 2 * SECOND
    assert found["nothing"].extent == Extent(0, 0, length, length, length)


def test_what_was_found_is_kept_with_the_answer(edition: Edition) -> None:
    first = heard(edition, again=drums(120, 20))
    assert examined(edition, "again.wav") == first
    assert first["again"].tempo is not None
