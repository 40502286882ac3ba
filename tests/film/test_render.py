"""The film at its door: a plan in, a file out, as a player sees and hears it."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from ceremonie.diagnostics import CheckError, RenderingError
from ceremonie.film import check, encode, segments, sound
from ceremonie.film.colour import planes
from ceremonie.film.rendering import chapters, render
from ceremonie.film.workers import pool
from ceremonie.media.material import Picture, Sound
from ceremonie.media.sound import samples as samples_of
from ceremonie.plan.drawing import Box, Element, Photo, Stroke, run
from ceremonie.plan.model import Cue, Plan, Shot
from ceremonie.progress import silent
from ceremonie.storyboard.model import Section
from ceremonie.theme.palette import Colour
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE, FrameSpan, samples

from .conftest import drawing

DAY = dt.date(2023, 12, 1)


def shot(index: int, start: int, length: int, field: Colour, *elements: Element) -> Shot:
    section = (Section.TITLE, Section.DAYS, Section.CREDITS)[index % 3]
    crossfade = 6 if start else 0
    made = drawing(*elements, field=field, frames=length)
    return Shot(
        f"plan-{index}", "essai", section, f"Plan {index}", FrameSpan(start, start + length),
        crossfade, made,
    )  # fmt: skip


def plan_of(*shots: Shot, music: tuple[Cue, ...] = (), speech: tuple[Cue, ...] = ()) -> Plan:
    return Plan("2023", "Un essai ; d'été", "", "Mairie", DAY, shots, (), music, speech)


def short_plan() -> Plan:
    lane = Stroke(
        name="couloir", course=((0.0, 500.0), (1900.0, 500.0)), width=96, colour=Colour.SUN,
        entrance=run(0, 12),
    )  # fmt: skip
    return plan_of(
        shot(0, 0, 20, Colour.FLAME),
        shot(1, 20, 15, Colour.SEA, lane),
        shot(2, 35, 10, Colour.NIGHT),
    )


def draft(plan: Plan, folder: Path, workers: int = 1) -> Path:
    target = folder / "film.mp4"
    render(plan, target, folder / "segments", workers=workers, draft=True, progress=silent)
    return target


def decoded(film: Path, width: int = 640, height: int = 360) -> list[np.ndarray]:
    size = width * height * 3 // 2
    arguments = (*ffmpeg.file_input(film), "-f", "rawvideo", "-pix_fmt", "yuv420p", ffmpeg.PIPE)
    shape = (height * 3 // 2, width)
    return [np.frombuffer(f, np.uint8).reshape(shape) for f in ffmpeg.decoded(arguments, size)]


def test_the_file_is_what_the_plan_says(tmp_path: Path) -> None:
    plan = short_plan()
    film = draft(plan, tmp_path)
    facts = ffmpeg.probe(film)
    assert facts is not None
    assert facts.video is not None
    assert facts.sound is not None
    assert (facts.video.codec, facts.video.width, facts.video.height) == ("h264", 640, 360)
    assert (facts.video.rate, facts.video.pixel_format) == (FRAME_RATE, "yuv420p")
    assert "bt709" in facts.video.tags
    assert (facts.sound.codec, facts.sound.rate, facts.sound.channels) == ("aac", 48000, "stereo")
    assert ffmpeg.frame_count(film) == plan.frames == 45
    assert len(decoded(film)) == 45
    assert facts.seconds == pytest.approx(Fraction(45, 25), abs=0.05)


def test_each_frame_shows_its_shot_and_a_crossfade_mixes_both(tmp_path: Path) -> None:
    lumas = [
        float(planes(np.ascontiguousarray(f))[0][40].mean())
        for f in decoded(draft(short_plan(), tmp_path))
    ]
    flame, sea, night = lumas[5], lumas[33], lumas[44]
    assert flame > sea > night
    mixed = lumas[20:26]
    assert mixed == sorted(mixed, reverse=True)
    assert mixed[2] == pytest.approx(flame + (sea - flame) * 3 / 7, abs=4)


def test_chapters_are_the_parts_of_the_ceremony(tmp_path: Path) -> None:
    plan = short_plan()
    found = [(c.title, c.start, c.stop) for c in chapters(plan)]
    assert found == [("Titre", 0, 20), ("Les ateliers", 20, 35), ("Générique", 35, 45)]
    told = ffmpeg.run(
        (*ffmpeg.file_input(draft(plan, tmp_path)), "-f", "ffmetadata", "-"), log_level="info"
    )
    assert "Les ateliers" in told
    assert "Un essai ; d'été" in told


def test_the_same_bytes_for_any_number_of_workers(tmp_path: Path) -> None:
    plan = short_plan()
    digests = set()
    for workers in (1, 2):
        folder = tmp_path / str(workers)
        folder.mkdir()
        digests.add(hashlib.sha256(draft(plan, folder, workers).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_finished_segment_is_used_again_and_only_a_changed_shot_is_rendered(
    tmp_path: Path,
) -> None:
    plan = short_plan()
    draft(plan, tmp_path)
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "segments").iterdir()}
    changed = plan_of(
        *plan.shots[:2],
        shot(
            2, 35, 10, Colour.NIGHT, Box(name="b", x=0, y=0, width=9, height=9, colour=Colour.SUN)
        ),
    )
    draft(changed, tmp_path)
    after = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "segments").iterdir()}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_long_shots_are_split_and_every_frame_is_in_one_segment() -> None:
    plan = plan_of(shot(0, 0, 900, Colour.SEA), shot(1, 900, 30, Colour.SUN))
    found = segments.segments(plan)
    covered = [n for s in found if s.shot == "plan-0" for n in range(s.start, s.stop)]
    assert covered == list(range(900))
    assert max(map(len, found)) <= segments.LONGEST
    assert [s.crossfade for s in found if s.shot == "plan-1"] == [6]


def test_the_key_of_a_segment_forgets_where_its_media_lie(tmp_path: Path) -> None:
    def key(path: Path, digest: str) -> str:
        picture = Picture(digest, 100, 100, "", path=path)
        photo = Photo(name="p", picture=picture, x=0, y=0, width=10, height=10)
        plan = plan_of(shot(0, 0, 5, Colour.SEA, photo))
        return segments.key(segments.segments(plan)[0], encode.DRAFT)

    assert key(tmp_path / "a", "1") == key(tmp_path / "b", "1")
    assert key(tmp_path / "a", "1") != key(tmp_path / "a", "2")


def test_a_failing_scene_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    gone = Picture("d", 100, 100, "", path=tmp_path / "partie.jpg")
    photo = Photo(name="p", picture=gone, x=0, y=0, width=100, height=100)
    plan = plan_of(shot(0, 0, 20, Colour.SEA), shot(1, 20, 20, Colour.SUN, photo))
    with pytest.raises(RenderingError) as caught:
        draft(plan, tmp_path)
    assert "partie.jpg" in str(caught.value)
    assert not (tmp_path / "film.mp4").exists()
    assert not list((tmp_path / "segments").glob(".*"))


def suicide(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_worker_is_told_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "render", suicide)
    with pytest.raises(RenderingError) as caught:
        draft(short_plan(), tmp_path)
    assert caught.value.diagnostics[0].slug == "rendu-interrompu"
    assert not (tmp_path / "film.mp4").exists()


def test_leaving_the_pool_by_an_exception_stops_the_workers() -> None:
    def give_up(executor: ProcessPoolExecutor) -> None:
        executor.submit(sum, [1]).result()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), pool(1) as executor:
        give_up(executor)
    with pytest.raises(RuntimeError, match="shutdown"):
        executor.submit(sum, [1])


def test_a_film_that_is_not_the_plan_is_refused(tmp_path: Path) -> None:
    film = draft(short_plan(), tmp_path)
    longer = plan_of(shot(0, 0, 46, Colour.SEA))
    with pytest.raises(CheckError, match="nombre d'images"):
        check.check(longer, film, encode.DRAFT)


@pytest.fixture
def tone(tmp_path: Path) -> Callable[..., Sound]:
    """A WAV file: a steady 440 Hz at -20 dBFS, or one full-scale sample among silence."""

    def make(name: str, count: int, click: int | None = None) -> Sound:
        wave = np.zeros((count, 2), np.float32)
        if click is None:
            wave[:] = 0.1 * np.sin(2 * np.pi * 440 * np.arange(count) / 48_000)[:, None]
        else:
            wave[click] = 0.5
        path = tmp_path / f"{name}.wav"
        arguments = ("-f", "f32le", "-ar", "48000", "-ac", "2", "-i", ffmpeg.PIPE)
        with ffmpeg.encoder((*arguments, "-c:a", "pcm_f32le", ffmpeg.file_output(path))) as pipe:
            pipe.write(wave.data)
        return Sound(name, count, path=path)

    return make


def test_sound_is_placed_to_the_sample(tone: Callable[..., Sound]) -> None:
    click = tone("clic", 48_000, click=24_000)
    plan = plan_of(shot(0, 0, 100, Colour.SEA), speech=(Cue(click, 25, 1000, 40_000),))
    mixed = sound.mix(plan)
    assert mixed.shape == (samples(100), 2)
    assert int(np.abs(mixed[:, 0]).argmax()) == samples(25) + 24_000 - 1000


def test_music_gives_way_to_speech_by_twenty_decibels(tone: Callable[..., Sound]) -> None:
    music, silence = tone("musique", 48_000 * 8), tone("voix", 48_000 * 2, click=0)
    plan = plan_of(
        shot(0, 0, 200, Colour.SEA),
        music=(Cue(music, 0, 0, 48_000 * 8),),
        speech=(Cue(silence, 75, 0, 48_000 * 2),),
    )
    mixed = sound.mix(plan)

    def level(start: float, stop: float) -> float:
        part = mixed[int(start * 48_000) : int(stop * 48_000)]
        return float(20 * np.log10(np.sqrt((part**2).mean())))

    assert level(1, 2) - level(3.5, 4.5) == pytest.approx(20, abs=0.5)
    assert level(5.6, 6.2) == pytest.approx(level(1, 2), abs=0.5)


def test_cuts_make_no_click(tone: Callable[..., Sound]) -> None:
    music = tone("musique", 48_000)
    plan = plan_of(shot(0, 0, 75, Colour.SEA), speech=(Cue(music, 20, 100, 40_000),))
    steps = np.abs(np.diff(sound.mix(plan)[:, 0]))
    assert steps.max() < 0.1 * 2 * np.pi * 440 / 48_000 * 1.2


def test_loudness_reaches_the_broadcast_target(tone: Callable[..., Sound]) -> None:
    quiet = np.float32(0.02) * samples_of(tone("musique", 48_000 * 6))
    loudness, peak = sound.measure(sound.levelled(quiet))
    assert loudness == pytest.approx(-23, abs=0.5)
    assert peak <= -1


def test_single_peaks_do_not_keep_the_rest_quiet(tone: Callable[..., Sound]) -> None:
    spiky = np.float32(0.05) * samples_of(tone("musique", 48_000 * 6))
    spiky[48_000::48_000] = 0.9
    loudness, peak = sound.measure(sound.levelled(spiky))
    assert loudness == pytest.approx(-23, abs=1.0)
    assert peak <= -1


def test_silence_stays_silence() -> None:
    nothing = np.zeros((48_000, 2), np.float32)
    assert not sound.levelled(nothing).any()
