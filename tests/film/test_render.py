"""The film at its door: a plan in, a file out, as a player sees and hears it."""

from __future__ import annotations

import hashlib
import os
import signal
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from av.stream import Disposition

from ceremonie.diagnostics import CheckError, RenderingError
from ceremonie.film import check
from ceremonie.film.coding import encode
from ceremonie.film.painting.colour import planes
from ceremonie.film.rendering import chapters, render
from ceremonie.film.work import segments
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Box, Photo, Stroke
from ceremonie.planning.entrances import run
from ceremonie.planning.model import Cut, Plan
from ceremonie.planning.transition import CUT
from ceremonie.progress import silent
from ceremonie.theme.palette import Colour
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE, FrameSpan

from .plans import draft, plan_of, short_plan, shot


def decoded(film: Path, width: int = 640, height: int = 360) -> list[np.ndarray]:
    size = width * height * 3 // 2
    arguments = (*ffmpeg.file_input(film), "-f", "rawvideo", "-pix_fmt", "yuv420p", ffmpeg.PIPE)
    shape = (height * 3 // 2, width)
    return [np.frombuffer(f, np.uint8).reshape(shape) for f in ffmpeg.decoded(arguments, size)]


@pytest.mark.parametrize(
    ("full", "size", "heard"),
    [(False, (640, 360), (24_000, "mono")), (True, (1920, 1080), (48_000, "stereo"))],
)
def test_the_file_is_what_the_plan_says(
    tmp_path: Path, full: bool, size: tuple[int, int], heard: tuple[int, str]
) -> None:
    plan = short_plan()
    film = draft(plan, tmp_path, full=full)
    with av.open(str(film)) as opened:
        picture, sound = opened.streams.video[0], opened.streams.audio[0]
        seen, listened = picture.codec_context, sound.codec_context
        assert (seen.name, seen.width, seen.height) == ("h264", *size)
        assert (picture.average_rate, seen.pix_fmt) == (FRAME_RATE, "yuv420p")
        assert (seen.color_primaries, seen.color_trc, seen.colorspace) == (1, 1, 1), "BT.709"
        assert listened.name == "aac"
        assert (listened.sample_rate, listened.layout.name) == heard
        assert len(list(opened.decode(video=0))) == plan.frames == 45
        assert opened.duration / av.time_base == pytest.approx(45 / 25, abs=0.05)


def in_each_shape(plan: Plan) -> Plan:
    """The same shots on every canvas."""
    cuts = (
        Cut(
            canvas,
            tuple(replace(s, drawing=replace(s.drawing, format=canvas)) for s in plan.shots),
        )
        for shape, canvas in FORMATS.items()
        if shape is not Shape.WIDE
    )
    return replace(plan, cuts=tuple(cuts))


def render_each_shape(folder: Path) -> dict[Shape, Path]:
    targets = {
        shape: folder / f"{canvas.width}x{canvas.height}.mp4" for shape, canvas in FORMATS.items()
    }
    render(
        in_each_shape(short_plan()), targets, folder / "segments",
        workers=2, draft=False, progress=silent,
    )  # fmt: skip
    return targets


@pytest.mark.slow
def test_each_shape_is_a_film_of_its_own_size(tmp_path: Path) -> None:
    for target in render_each_shape(tmp_path).values():
        with av.open(str(target)) as opened:
            context = opened.streams.video[0].codec_context
            assert f"{context.width}x{context.height}" == target.stem
            assert sum(1 for _ in opened.decode(video=0)) == 45


@pytest.mark.slow
def test_where_one_shape_fails_no_film_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = check.check

    def strict(plan: Plan, film: Path, quality: encode.Quality) -> None:
        judged(plan if plan.format.shape is Shape.WIDE else short_plan(), film, quality)

    monkeypatch.setattr(check, "check", strict)
    with pytest.raises(CheckError, match="la taille"):
        render_each_shape(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["segments"]


def test_each_frame_shows_its_shot_and_a_crossfade_mixes_both(tmp_path: Path) -> None:
    lumas = [
        float(planes(np.ascontiguousarray(f))[0][40].mean())
        for f in decoded(draft(short_plan(), tmp_path))
    ]
    assert len(lumas) == 45
    flame, sea, night = lumas[5], lumas[33], lumas[44]
    assert flame > sea > night
    mixed = lumas[20:26]
    assert mixed == sorted(mixed, reverse=True)
    assert lumas[20] == pytest.approx(flame + (sea - flame) / 7, abs=4)


def test_chapters_are_the_parts_of_the_ceremony(tmp_path: Path) -> None:
    plan = short_plan()
    found = [(c.title, c.start, c.stop) for c in chapters(plan)]
    assert found == [("Titre", 0, 20), ("Les ateliers", 20, 35), ("Générique", 35, 45)]
    told = ffmpeg.run(
        (*ffmpeg.file_input(draft(plan, tmp_path)), "-f", "ffmetadata", "-"), log_level="info"
    )
    assert "Les ateliers" in told
    assert "Un essai ; d'été" in told


def test_players_show_the_first_frame_for_the_film(tmp_path: Path) -> None:
    """As a cover beside one track of pictures, one of sound and the chapters; faststart."""
    film = draft(short_plan(), tmp_path)
    with av.open(str(film)) as opened:
        tracks = [(s.type, s.disposition) for s in opened.streams]
        first = next(opened.decode(video=0)).to_ndarray(format="rgb24")
    with av.open(str(film)) as opened:
        (cover,) = (p for p in opened.demux(video=1) if p.size)
        shown = cv2.imdecode(np.frombuffer(bytes(cover), np.uint8), cv2.IMREAD_COLOR)
    played = [kind for kind, disposition in tracks if disposition != Disposition.attached_pic]
    assert played == ["video", "audio", "data"]
    assert len([kind for kind, disposition in tracks if kind == "video"]) == 2
    assert shown is not None
    assert shown.shape == (1080, 1920, 3)
    assert abs(shown.mean(axis=(0, 1))[::-1] - first.mean(axis=(0, 1))).max() < 3
    data = film.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


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
    before = {p.name: p.stat().st_ino for p in (tmp_path / "segments").iterdir()}
    changed = plan_of(
        *plan.shots[:2],
        shot(
            2, 35, 10, Colour.INK, Box(name="b", x=0, y=0, width=9, height=9, colour=Colour.BRIGHT)
        ),
    )
    draft(changed, tmp_path)
    after = {p.name: p.stat().st_ino for p in (tmp_path / "segments").iterdir()}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_long_shots_are_split_and_every_frame_is_in_one_segment() -> None:
    plan = plan_of(shot(0, 0, 900, Colour.DEEP), shot(1, 900, 30, Colour.BRIGHT))
    found = segments.segments(plan)
    covered = [n for s in found if s.shot == "plan-0" for n in range(s.start, s.stop)]
    assert covered == list(range(900))
    longest = segments.LONGEST + encode.FULL.settling
    assert max(len(s.due(encode.FULL)) for s in found) <= longest
    assert [s.transition.frames for s in found if s.shot == "plan-1"] == [6]


def key(picture: Picture, index: int = 0, title: str = "Plan") -> str:
    photo = Photo(name="p", picture=picture, x=0, y=0, width=10, height=10)
    shown = replace(shot(index, 0, 5, Colour.DEEP, photo), title=title)
    (found,) = segments.keys(segments.segments(plan_of(shown)), encode.DRAFT).values()
    return found


def test_the_key_of_a_segment_is_made_from_its_pixels_alone(tmp_path: Path) -> None:
    first = Picture("1", 100, 100, "Un chien", path=tmp_path / "a")
    assert key(first) == key(replace(first, path=tmp_path / "b"))
    assert key(first) == key(replace(first, alternative="Deux chiens", credit="Moi"))
    assert key(first) == key(first, index=7, title="Autre titre")
    assert key(first) != key(replace(first, digest="2"))
    assert key(first) != key(replace(first, focus=(0.2, 0.5)))


@pytest.mark.parametrize("source", segments.SOURCES)
def test_all_that_paints_takes_part_in_the_key(source: str) -> None:
    """A renamed module must not silently leave the key."""
    assert (Path(segments.__file__).parents[2] / source).exists()


def broken_plan(folder: Path) -> Plan:
    gone = Picture("d", 100, 100, "", path=folder / "partie.jpg")
    photo = Photo(name="p", picture=gone, x=0, y=0, width=100, height=100)
    return plan_of(shot(0, 0, 20, Colour.DEEP), shot(1, 20, 20, Colour.BRIGHT, photo))


def test_a_failing_shot_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RenderingError) as caught:
        draft(broken_plan(tmp_path), tmp_path)
    told = str(caught.value)
    assert "« Plan 1 »" in told
    assert "plan-1" in told
    assert "partie.jpg" in told
    assert [p.name for p in tmp_path.iterdir()] == ["segments"]
    assert not list((tmp_path / "segments").glob(".*"))


def test_a_film_that_fails_leaves_the_former_one(tmp_path: Path) -> None:
    former = draft(short_plan(), tmp_path).read_bytes()
    with pytest.raises(RenderingError):
        draft(broken_plan(tmp_path), tmp_path)
    assert (tmp_path / "film.mp4").read_bytes() == former


def pieces(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (folder / "segments").glob("*.mp4")}


@pytest.mark.parametrize("others", [1, 2, 4])
def test_what_is_under_way_beside_a_failing_shot_is_kept(tmp_path: Path, others: int) -> None:
    """The longest shot is begun first, and the next one before it can have failed."""
    gone = Picture("d", 100, 100, "", path=tmp_path / "partie.jpg")
    photo = Photo(name="p", picture=gone, x=0, y=0, width=100, height=100)
    good = [shot(n, 100 + 20 * n, 20 - n, tuple(Colour)[n]) for n in range(others)]
    good = [replace(one, transition=CUT) for one in good]
    with pytest.raises(RenderingError, match=r"partie\.jpg"):
        draft(plan_of(shot(0, 0, 100, Colour.DEEP, photo), *good), tmp_path, workers=2)
    kept = pieces(tmp_path)
    draft(plan_of(replace(good[0], span=FrameSpan(0, 20))), tmp_path, workers=2)
    made = pieces(tmp_path)
    assert kept.items() <= made.items()
    assert len(made) - len(kept) == 1, "more than the sound of a shorter film was made"


def test_all_shots_that_fail_are_told_at_once(tmp_path: Path) -> None:
    names = ("une.jpg", "deux.jpg")
    photos = [
        Photo(name="p", picture=Picture("d", 9, 9, "", path=tmp_path / name), x=0, y=0, width=9,
              height=9)
        for name in names
    ]  # fmt: skip
    failing = (shot(n, 20 * n, 20, Colour.DEEP, photo) for n, photo in enumerate(photos))
    with pytest.raises(RenderingError) as caught:
        draft(plan_of(*failing), tmp_path, workers=2)
    assert {name for name in names if name in str(caught.value)} == set(names)


def suicide(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_worker_is_told_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "render_each", suicide)
    with pytest.raises(RenderingError) as caught:
        draft(short_plan(), tmp_path)
    assert caught.value.diagnostics[0].slug == "rendu-interrompu"
    assert not (tmp_path / "film.mp4").exists()


def test_a_film_that_is_not_the_plan_is_refused(tmp_path: Path) -> None:
    film = draft(short_plan(), tmp_path)
    longer = plan_of(shot(0, 0, 46, Colour.DEEP))
    with pytest.raises(CheckError, match="nombre d'images"):
        check.check(longer, film, encode.DRAFT)


def test_a_shot_may_be_a_frame_longer_than_its_drawing(tmp_path: Path) -> None:
    """That frame is a piece of its own, which is decoded no earlier than it is shown."""
    lane = Stroke(
        name="couloir", course=((0.0, 500.0), (1900.0, 500.0)), width=96, colour=Colour.BRIGHT,
        entrance=run(0, 30),
    )  # fmt: skip
    longer = [shot(0, 0, 31, Colour.DEEP, lane), shot(1, 31, 31, Colour.INK, lane)]
    longer = [replace(one, drawing=replace(one.drawing, frames=30)) for one in longer]
    film = draft(plan_of(*longer), tmp_path, full=True)
    with av.open(str(film)) as opened:
        times = [packet.dts for packet in opened.demux(video=0) if packet.dts is not None]
    assert times == sorted(set(times))
    assert len(decoded(film, 1920, 1080)) == 62
