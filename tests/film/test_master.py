"""What a technician is given: every picture by itself, sound and picture of one length."""

from __future__ import annotations

import shutil
import wave
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import av
import numpy as np
import pytest

from ceremonie.diagnostics import MachineError
from ceremonie.edition.mastering import mastered
from ceremonie.edition.technical import Measured, technical
from ceremonie.film import room
from ceremonie.film.coding.encode import DNXHD, FULL, PRORES
from ceremonie.film.coding.master import Master
from ceremonie.film.commission import Commission, films
from ceremonie.film.painting.colour import planes, yuv
from ceremonie.film.rendering import render_each
from ceremonie.film.technical import Heard, facts
from ceremonie.film.work import segments
from ceremonie.planning.model import Cue, Plan
from ceremonie.progress import silent
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.theme.palette import Colour
from ceremonie.tools import ffmpeg

from .plans import plan_of, short_plan, shot
from .test_sound import MUSIC, SECOND, SPEECH, MakeSound, loudness_of, tone, written

__all__ = ["written"]

LUMA, CHROMA = 2, 17
"""Steps of 8 bits between what was painted and what is seen, at most: colour is kept at full height
in the file, so at its sharpest edges it comes back softened.
"""

STEPS = 1 << 23
"""Of 24 bits, for 1."""


def _made(folder: Path, master: Master, plan: Plan | None = None) -> Path:
    commission = _commission(folder, master, plan)
    render_each([commission], folder / "pieces", workers=1, draft=False, progress=silent)
    return folder / "film-regie.mov"


def _commission(folder: Path, master: Master, plan: Plan | None = None) -> Commission:
    plan = plan or short_plan()
    _, files = mastered(plan, MasterOptions(), "prores", folder)
    return Commission(plan, {plan.format.shape: folder / "film.mp4"}, master=(master, files))


def _seen(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as opened:
        return [frame.reformat(format="yuv420p").to_ndarray() for frame in opened.decode(video=0)]


def _sound_length(path: Path) -> int:
    with av.open(str(path)) as opened:
        return sum(frame.samples for frame in opened.decode(audio=0))


@pytest.mark.parametrize(("quality", "name"), [(PRORES, "prores"), (DNXHD, "dnxhd")])
def test_master_shows_each_painted_frame_and_lasts_as_long_as_its_sound(
    tmp_path: Path, quality: object, name: str
) -> None:
    target = _made(tmp_path, Master(quality))  # type: ignore[arg-type]
    painted = [
        frame.copy()
        for segment in segments.segments(short_plan())
        for frame, count in segments.frames(segment, FULL)
        for _ in range(count)
    ]
    seen = _seen(target)
    pairs = [
        [np.abs(a.astype(int) - b) for a, b in zip(planes(was), planes(now), strict=True)]
        for was, now in zip(painted, seen, strict=True)
    ]
    luma, *chroma = (max(int(pair[n].max()) for pair in pairs) for n in range(3))
    assert luma <= LUMA
    assert max(chroma) <= CHROMA
    assert _sound_length(target) * 25 == len(seen) * 48_000
    with av.open(str(target)) as opened:
        picture, sound = opened.streams.video[0], opened.streams.audio[0]
        context = picture.codec_context
        assert (context.name, sound.codec_context.name) == (name, "pcm_s24le")
        assert (picture.width, picture.height, picture.average_rate) == (1920, 1080, 25)
        tags = (context.color_primaries, context.color_trc, context.colorspace)
        assert [int(tag) for tag in (*tags, context.color_range)] == [1, 1, 1, 1]
        assert "creation_time" not in opened.metadata
    _is_told(target, len(seen))
    if quality is DNXHD:
        (*_, film) = films(_commission(tmp_path, Master(DNXHD)), draft=False)
        assert room.of_film(film) == pytest.approx(target.stat().st_size, rel=0.02)


def _is_told(target: Path, frames: int) -> None:
    """The sheet says what is measured in the file; of this silent film, no sound lies apart."""
    measured = facts(target)
    assert (measured.frames, measured.tagged, measured.sound.lasting) == (
        frames,
        True,
        Fraction(frames, 25),
    )
    assert not list(target.parent.glob("*.wav"))
    told = technical(short_plan(), Measured({target.name: measured}, {}), MasterOptions())
    assert "@page { size: A4;" in told
    for words in (
        f"({frames} images)",
        "BT.709",
        "PCM 24 bits, 48 kHz, stéréo",
        "silence",
        "Film muet",
        "ni noir",
    ):
        assert words in told.replace("\u00a0", " ")


def test_the_sheet_names_one_channel_two_and_more() -> None:
    def told(channels: int) -> str:
        sound = Heard("pcm_s24le", 48_000, channels, Fraction(2), -16.0, -1.0)
        return technical(
            short_plan(), Measured({}, {"film-parole.wav": (9, sound)}), MasterOptions()
        )

    assert "48 kHz, mono" in told(1).replace("\u00a0", " ")
    assert "48 kHz, stéréo" in told(2).replace("\u00a0", " ")
    assert "48 kHz, 6 voies" in told(6).replace("\u00a0", " ")


def test_a_disk_without_room_is_told_before_a_frame_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """These two seconds of DNxHR are 41 MB in the file, and of them what moves in the pieces."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=40_000_000))
    with pytest.raises(MachineError) as stopped:
        _made(tmp_path, Master(DNXHD))
    assert [one.slug for one in stopped.value.diagnostics] == ["disque-trop-petit"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("held", [False, True])
def test_master_at_fifty_shows_each_frame_twice_between_its_edges(
    tmp_path: Path, held: bool
) -> None:
    target = _made(tmp_path, Master(PRORES, rate=50, before=3, after=2, held=held))
    seen, length = _seen(target), short_plan().frames
    assert len(seen) == 2 * (3 + length + 2)
    assert all((a == b).all() for a, b in zip(seen[::2], seen[1::2], strict=True))
    assert _sound_length(target) * 50 == len(seen) * 48_000
    first, last = seen[6], seen[-5]
    black = yuv((0, 0, 0))
    if held:
        assert (seen[0] == first).all()
        assert (seen[-1] == last).all()
    else:
        for frame in (seen[0], seen[5], seen[-4], seen[-1]):
            for plane, level in zip(planes(frame), black, strict=True):
                assert np.abs(plane.astype(int) - level).max() <= 1
        assert not (seen[0] == first).all()


def _heard(path: Path) -> np.ndarray:
    """Its samples as steps of 24 bits, shape (samples, 2)."""
    arguments = (*ffmpeg.file_input(path), "-vn", "-f", "s32le", ffmpeg.PIPE)
    data = b"".join(ffmpeg.decoded(arguments, 1 << 20))
    return np.frombuffer(data, "<i4").reshape(-1, 2) >> 8


@pytest.mark.parametrize("peak", [0.2, 2.5], ids=["levelled", "limited"])
def test_music_and_speech_add_up_to_what_is_heard_to_the_last_bit(
    written: MakeSound, tmp_path: Path, peak: float
) -> None:
    """Music for 4 s, a voice in the second; a knock that a limiter holds back is part of it."""
    voice = tone(SPEECH, 0.1, 1)
    voice[24_000:24_050] = peak
    bed, said = written("musique", tone(MUSIC, 0.05, 4)), written("voix", voice)
    plan = plan_of(
        shot(0, 0, 125, Colour.DEEP),
        music=(Cue(bed, 0, 0, 4 * SECOND),),
        speech=(Cue(said, SECOND, 0, SECOND, manner="plein"),),
    )
    whole = _heard(_made(tmp_path, Master(PRORES, before=25, after=2), plan))
    stems = [tmp_path / f"film-{name}.wav" for name in ("musique", "parole")]
    for stem in stems:
        with wave.open(str(stem)) as opened:
            assert opened.getparams()[:4] == (2, 3, 48_000, 152 * 1920)
    music, speech = map(_heard, stems)
    assert whole.shape == music.shape == speech.shape == (152 * 1920, 2)
    loudest = np.abs(whole).max() / STEPS
    assert loudest == pytest.approx(0.841, abs=0.002) if peak > 1 else 0.1 < loudest < 0.2
    assert (music + speech == whole).all()
    assert not music[:SECOND].any()
    assert not music[5 * SECOND :].any()
    assert not speech[: 2 * SECOND].any()
    assert not speech[3 * SECOND :].any()
    under, apart = (loudness_of(MUSIC, music / STEPS, *at) for at in ((2.1, 2.4), (3.6, 4.4)))
    assert under < apart - 14, "music gives way"
    assert loudness_of(MUSIC, speech / STEPS, 2.1, 2.4) < under - 60
    assert loudness_of(SPEECH, speech / STEPS, 2.1, 2.4) > under + 12


def test_same_plan_gives_the_same_bytes_of_a_master(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
    master = Master(PRORES)
    assert _made(first, master).read_bytes() == _made(second, master).read_bytes()
