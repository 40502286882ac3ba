"""A recorded voice that tells what the film shows: a second sound track, in which all else gives
way to it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition

from ceremonie.audiences import WEB_LOUDNESS
from ceremonie.film import Commission, render_each
from ceremonie.film.sound import mastering, mixing
from ceremonie.formats import Shape
from ceremonie.planning.model import Cue, Plan
from ceremonie.progress import silent
from ceremonie.theme.palette import Colour
from ceremonie.units import samples
from tests.hearing import measured, mix_of

from .plans import plan_of, shot
from .test_sound import MUSIC, SECOND, SPEECH, MakeSound, loudness_of, tone, written

__all__ = ["written"]

AT = SECOND
"""The sample of the recording with which its voice begins."""

FRAMES = 150


def described(written: MakeSound, music: float = 0.1, voice: float = 0.1) -> Plan:
    """Six seconds of music; in the second and the third, a voice that was recorded."""
    said = np.concatenate([np.zeros(AT), tone(SPEECH, voice, 2), np.zeros(SECOND)])
    bed, told = written("musique", tone(MUSIC, music, 6)), written("voix", said)
    plan = plan_of(shot(0, 0, FRAMES, Colour.DEEP), music=(Cue(bed, 0, 0, samples(FRAMES)),))
    return replace(plan, narration=Cue(told, 0, 0, len(said)))


@pytest.mark.parametrize("voice", [0.3, 0.03], ids=["loud", "quiet"])
def test_all_the_film_gives_way_to_the_voice_and_comes_back(
    written: MakeSound, tmp_path: Path, voice: float
) -> None:
    mixed = mixing.narrated(described(written, voice=voice), tmp_path).read()
    told, under = (loudness_of(pitch, mixed, 1.2, 2.8) for pitch in (SPEECH, MUSIC))
    alone = loudness_of(MUSIC, mixed, 3.6, 4.4)
    assert 20 <= told - under <= 21.5
    assert told == pytest.approx(alone, abs=1)
    assert under < alone - 18


def test_the_voice_begins_to_the_sample_and_only_where_it_is_asked_for(
    written: MakeSound, tmp_path: Path
) -> None:
    plan = described(written, music=0)
    mixed = mixing.narrated(plan, tmp_path).read()
    assert int(np.flatnonzero(np.abs(mixed[:, 0]) > 1e-4)[0]) == pytest.approx(AT, abs=2)
    assert len(mixed) == samples(FRAMES)
    assert not mix_of(plan).any(), "the film's own sound has none"


def heard(film: Path, track: int) -> np.ndarray:
    with av.open(str(film)) as opened:
        frames = [frame.to_ndarray() for frame in opened.decode(audio=track)]
    return np.ascontiguousarray(np.concatenate(frames, axis=1).T, np.float32)


@pytest.mark.slow
def test_the_film_has_a_second_sound_track_as_long_and_as_loud(
    written: MakeSound, tmp_path: Path
) -> None:
    """Slow by the loudness of two tracks, which only the full quality measures."""
    plan, target, kept = described(written), tmp_path / "film.mp4", tmp_path / "pieces"
    asked = (Commission(plan, {Shape.WIDE: target}, WEB_LOUDNESS),)
    render_each(asked, kept, workers=1, draft=False, progress=silent)
    with av.open(str(target)) as opened:
        own, told = opened.streams.audio
        assert own.disposition & Disposition.default
        assert not told.disposition & Disposition.default
        assert told.disposition & Disposition.visual_impaired
        assert [one.metadata["language"] for one in (own, told)] == ["fra", "fra"]
        assert told.metadata["handler_name"] == "Audiodescription"
        for one in (own, told):
            lasting = Fraction(one.duration or 0) * (one.time_base or 0)
            assert lasting == pytest.approx(6, abs=0.065)
    for track in (0, 1):
        measure, peak = measured(heard(target, track))
        assert measure == pytest.approx(WEB_LOUDNESS, abs=0.5)
        assert peak <= mastering.PEAK
    second = heard(target, 1)
    assert loudness_of(SPEECH, second, 1.2, 2.8) > loudness_of(MUSIC, second, 1.2, 2.8) + 19
    before = {path.name for path in kept.iterdir()}
    target.unlink()
    render_each(asked, kept, workers=1, draft=False, progress=silent)
    assert before == {path.name for path in kept.iterdir()}, "nothing is made twice"
