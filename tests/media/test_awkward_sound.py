"""Songs that are cut, holed, or lie about their length: told, never looped where they break."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from ceremonie.diagnostics import Diagnostic
from ceremonie.media.material import Track
from ceremonie.planning.score import music
from ceremonie.theme.palette import Colour
from tests.film.plans import shot
from tests.hearing import samples
from tests.media.editions import Edition

FIFTY_SECONDS = (shot(0, 0, 50 * 25, Colour.DEEP),)

pytestmark = pytest.mark.slow

CODECS = {
    "a.mp3": ("-b:a", "128k"),
    "a.ogg": ("-c:a", "libvorbis"),
    "a.opus": ("-c:a", "libopus"),
    "a.flac": (),
    "a.wav": (),
    "a.m4a": ("-c:a", "aac", "-movflags", "+faststart"),
}


def song(edition: Edition, name: str, *more: str) -> Path:
    """20 s of a sliding tone, which no coder can leave out."""
    slide = "aevalsrc='0.3*sin(2*PI*(200+20*t)*t)|0.3*sin(2*PI*300*t)':d=20"
    return edition.record(name, "-f", "lavfi", "-i", slide, *(more or CODECS[name]))


def played(edition: Edition, name: str, **more: object) -> tuple[Track | None, list[Diagnostic]]:
    """What both doors make of a song, and tell."""
    edition.top = {"musique": {"fichier": name, **more}}
    materials, told = edition.gather()
    assert edition.inspect() == told
    return next(iter(materials.music), None), list(told)


@pytest.mark.parametrize("name", CODECS)
def test_a_whole_song_is_played_again_and_again(edition: Edition, name: str) -> None:
    song(edition, name)
    track, told = played(edition, name)
    assert not told
    assert track is not None
    assert track.sound.samples == pytest.approx(20 * 48_000, abs=2500)
    cues = music([track], FIFTY_SECONDS)
    assert cues[-1].start + cues[-1].samples == pytest.approx(50 * 48_000, abs=2000)
    assert all(before.start + before.samples > after.start for before, after in pairwise(cues))


@pytest.mark.parametrize("name", CODECS)
def test_a_song_that_breaks_off_is_told_and_played_once(edition: Edition, name: str) -> None:
    file = song(edition, name)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 6 // 10])
    track, told = played(edition, name)
    assert {one.slug for one in told} & {"son-incomplet", "son-coupe"}
    assert track is not None
    assert 10 < track.sound.samples / 48_000 < 13
    assert len(music([track], FIFTY_SECONDS)) == 1


@pytest.mark.parametrize("name", [name for name in CODECS if name != "a.wav"])
def test_a_hole_in_a_song_is_told(edition: Edition, name: str) -> None:
    """Zeros in a WAV file are silence: nothing tells them from a rest."""
    file = song(edition, name)
    data = bytearray(file.read_bytes())
    first, last = len(data) * 4 // 10, len(data) * 6 // 10
    data[first:last] = bytes(last - first)
    file.write_bytes(data)
    sound, told = played(edition, name)
    assert "media-passages-abimes" in {one.slug for one in told}
    assert sound is not None
    assert samples(sound.sound).shape == (sound.sound.samples, 2)


@pytest.mark.parametrize("rate", ["0", "4", "9"])
def test_a_variable_rate_is_counted_not_guessed(edition: Edition, rate: str) -> None:
    """Loud, then almost nothing: by its first frames the file would be far shorter or longer."""
    source = "aevalsrc='(random(0)-0.5)*lt(t,2)+0.001*sin(2*PI*300*t)':d=12"
    more = ("-q:a", rate, "-write_xing", "0")
    edition.record("a.mp3", "-f", "lavfi", "-i", source, *more)
    sound, told = played(edition, "a.mp3", de=11)
    assert not told
    assert sound is not None
    assert sound.sound.samples == pytest.approx(12 * 48_000, abs=5000)
    _, told = played(edition, "a.mp3", de=13)
    assert [one.slug for one in told] == ["extrait-hors-limites"]
    assert "dure 12 s" in told[0].message
    assert told[0].path == ("musique", "de")


def test_silence_as_music_is_told(edition: Edition) -> None:
    edition.record("a.flac", "-f", "lavfi", "-i", "anullsrc=d=3")
    _, told = played(edition, "a.flac")
    assert [one.slug for one in told] == ["son-muet"]


def test_a_song_that_breaks_off_fades(edition: Edition, tmp_path: Path) -> None:
    from ceremonie.film.sound.parts import Part
    from ceremonie.film.sound.recording import Recording
    from ceremonie.planning.score import DIES_AWAY

    heard = Recording.silent(tmp_path / "a.f32", 4 * 48_000)
    heard.write(0, np.ones((4 * 48_000, 2), np.float32))
    track = np.zeros((4 * 48_000, 2), np.float32)
    Part(heard, 0, fall=DIES_AWAY).add(track, 0)
    assert track[48_000].min() == 1
    assert track[-DIES_AWAY // 2].max() == pytest.approx(0.5**0.5, abs=0.01)
    assert track[-1].max() < 0.001
