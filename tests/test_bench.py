"""The bench: its work is what it says, and its page tells what was lost as well as what was won."""

from __future__ import annotations

import cProfile
import importlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ceremonie.film.coding.encode import FULL
from ceremonie.film.work import segments
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Photo

SCRIPTS = Path(__file__).parents[1] / "scripts"
PHOTOS = tuple(Path(f"{index:02d}.jpg") for index in range(10))


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a module of `scripts/benchmark`, which is on nobody's path but the bench's."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield lambda name: importlib.import_module(f"benchmark.{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == "benchmark"]:
        del sys.modules[name]


def pictures(count: int = 10) -> tuple[Picture, ...]:
    return tuple(Picture(f"{index:064x}", 2400, 1600, "Une photo") for index in range(count))


def test_the_work_is_ten_photos_in_865_frames(bench: Any) -> None:
    workload = bench("workload")
    work = workload.Work(PHOTOS)
    film = workload.planned(work, pictures())
    assert (work.frames, film.frames) == (865, 865)
    assert [len(shot.span) for shot in film.shots] == [85] * 9 + [100]
    assert [shot.transition.frames for shot in film.shots] == [0] + [15] * 9
    assert all(a.span.stop == b.span.start for a, b in pairwise(film.shots))
    assert sum(map(len, segments.segments(film))) == 865


def test_every_photo_of_the_work_covers_the_frame_and_grows_to_1_15_in_4_s(bench: Any) -> None:
    workload = bench("workload")
    for shot in workload.planned(workload.Work(PHOTOS), pictures()).shots:
        (photo,) = shot.drawing.elements
        assert isinstance(photo, Photo)
        assert (photo.x, photo.y, photo.width, photo.height) == (0, 0, 1920, 1080)
        assert photo.camera
        start, end = photo.camera.view(0), photo.camera.view(100)
        assert end.scale == pytest.approx(1.15 * start.scale)
        assert shot.drawing.frames == 100


def test_no_segment_of_a_repeated_work_is_another_one(bench: Any) -> None:
    """Else a long film would be rendered once and joined often."""
    workload = bench("workload")
    work = replace(workload.Work(PHOTOS), repeats=3)
    found = segments.segments(workload.planned(work, pictures()))
    assert len(set(segments.keys(found, FULL).values())) == len(found) == 30


def test_the_storyboard_of_the_work_names_photos_that_media_takes(
    bench: Any, tmp_path: Path
) -> None:
    from PIL import Image

    files = tuple(tmp_path / f"{index}.jpg" for index in range(2))
    for index, file in enumerate(files):
        Image.new("RGB", (96, 64), (100 * index, 0, 0)).save(file)
    workload = bench("workload")
    found = workload.gathered(workload.Work(files), tmp_path / "cache", 1)
    assert len({picture.digest for picture in found}) == 2


def test_painting_is_told_apart_by_the_functions_that_do_it(bench: Any) -> None:
    profiler = cProfile.Profile()
    code = compile("def shown():\n    return sum(range(1_000_000))\n", "photographs.py", "exec")
    names: dict[str, Any] = {}
    exec(code, names)
    profiler.runcall(names["shown"])
    found = bench("parts").told_apart(profiler)
    assert max(found, key=found.get) == "move (resize by fractions of a pixel)"
    assert sum(found.values()) == pytest.approx(sum(map(abs, found.values())))


def test_the_parts_of_the_painting_are_functions_of_the_film(bench: Any) -> None:
    """A renamed function would silently count as the rest."""
    film = Path(segments.__file__).parents[1]
    for named in bench("parts").PAINTING.values():
        for file, function in named:
            (module,) = film.rglob(file)
            assert f"def {function}(" in module.read_text("utf-8")


def test_only_one_caption_of_the_sample_changes(bench: Any) -> None:
    board = bench("places").SAMPLE.read_text("utf-8")
    changed = bench("sample").with_other_caption(board)
    lines = list(zip(board.splitlines(), changed.splitlines(), strict=True))
    assert [b.strip() for a, b in lines if a != b] == ["legende: Goûter ensemble"]


def run(seconds: float, size: int = 10_000_000, **more: Any) -> dict[str, Any]:
    return {"seconds": seconds, "cpu": 2 * seconds, "size": size, **more}


def pairs(peer: float, *, size: int = 10_000_000, ours: float = 10.0) -> dict[str, Any]:
    """Three pairs; the middle ratio is the peer's seconds to ours."""
    found = [
        {"ours": run(ours, film_busy=0.97), "peer": run(peer * part, size)}
        for part in (0.9, 1.0, 1.1)
    ]
    return {"pairs": found, "frames": 865, "made": 865}


@pytest.fixture
def results() -> dict[str, Any]:
    film = {
        "cold": 100.0, "kept": 0.5, "changed": 6.0, "draft": 9.0, "1:1": 55.0, "9:16": 97.0,
        "busy": 0.96, "memory": 900_000_000,
    }  # fmt: skip
    long = {"frames": 45_000, "memory": 1_000_000_000, "worker": 400_000_000}
    return {
        "machine": {"cores": 2, "processor": "a processor", "versions": {"Python": "3.11.7"}},
        "work": {
            "photos": 10, "megapixels": [8, 16], "frames": 865, "seconds": 4.0,
            "crossfade": 0.6, "zoom": 1.15, "workers": 2,
        },
        "peers": {
            "x264": {**pairs(16.0, size=9_000_000), "ours_ssim": 0.985, "peer_ssim": 0.986},
            "zoompan": pairs(25.0),
            "movielite": pairs(15.0),
            "moviepy": {**pairs(300.0), "made": 100},
        },
        "sample": {
            "shots": 34, "segments": 56, "frames": 7184, "duration": 287.0, "media": 5.0,
            "repeated": 0.2, "screen": 0.6, "full": 0.15, "on_beat": 1.0,
            "film": [film], "command": [{"cold": 110.0, "kept": 5.0, "changed": 11.0}],
            "help_cpu": 0.1,
        },
        "memory": {"short": {**long, "frames": 3000}, "long": long},
        "thousand": {
            "few": run(5.0, frames=250, photos=10), "many": run(600.0, frames=25_000, photos=1000),
        },
        "technician": {
            "prores": {"film": 3.0, "both": 13.0, "encoder": 9.0, "luma": 1, "chroma": 17,
                       "picture": 625_000},
            "dnxhd": {"film": 3.0, "both": 8.0, "encoder": 3.0, "luma": 2, "chroma": 16,
                      "picture": 917_504},
        },
        "parts": {"warp": 4.0, "encode": 12.0, "all": 16.0},
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "| our whole render to x264 alone | ≤ 0.6 × | 0.62 (0.57–0.69) × | **not met** |",
        "| faster than ffmpeg | ≥ 2.3 × | 2.50 (2.25–2.75) × | met |",
        "| faster than MovieLite | ≥ 2.5 × | 1.50 (1.35–1.65) × | **not met** |",
        "| faster than MoviePy | ≥ 40 × | 30.00 (27.00–33.00) × | **not met** |",
        "| cores busy, the sample cold | ≥ 95% | 96% | met |",
        "| the sample's film, cold, to its length | ≤ 0.3 × | 0.35 × | **not met** |",
        "| the sample's film, frames that repeat the one before | ≤ 25% | 20% | met |",
        "| the sample's film, workshops' frames with a picture on screen | ≥ 50% | 60% | met |",
        "| the sample's film, workshops' frames with a picture alone | ≥ 20% | 15% | **not met** |",
        "| the sample's film, cuts within 40 ms of a beat | ≥ 90% | 100% | met |",
        "| the sample's film, one caption changed, to cold | ≤ 8% | 6.0% | met |",
        "| the sample's film, nothing changed, to cold | ≤ 1% | 0.5% | met |",
        "| the sample's film, 1:1 after 16:9, to cold | ≤ 60% | 55.0% | met |",
        "| the sample's film, 9:16 after 16:9, to cold | ≤ 95% | 97.0% | **not met** |",
        "| film in 9:16, the sound kept | 97.00 s | 97.0% |",
        "| MoviePy (from its first 100 frames) | 300.0 s | 10.0 s | — | — |",
        "| the fullest worker | < 600 MB | 400 MB | met |",
        "| ProRes 422 HQ beside the film, speed to its encoder | ≥ 0.8 × | 0.90 × | met |",
        "| DNxHR HQ | 3.0 s | 8.0 s | 3.0 s | 0.38 × | 2, 16 | 184 Mbit/s |",
        "| warp | 4.00 s | 25% |",
    ],
)
def test_the_page_tells_goals_and_what_was_measured(
    bench: Any, results: dict[str, Any], line: str
) -> None:
    assert line in bench("report").report(results).splitlines()


@pytest.mark.parametrize(
    "sentence",
    [
        "- x264 alone keeps the frames better: SSIM 0.9860 against our 0.9850.",
        "- MovieLite is slower, but not 2.5 times: 15.0 s against our 10.0 s.",
        "- x264 alone is slower, but not by so much: 16.0 s against our 10.0 s.",
        "- The sample's film, cold, takes 0.35 times its own length.",
        "- In the sample's film, workshops' frames with a picture alone are 15%.",
        "- The sample's film, 9:16 after 16:9, takes 97.0% of a cold render.",
        "- DNxHR HQ beside the film is made at 0.60 of its encoder's speed.",
        "- A frame costs 1.20 times as much in a film of 1000 photos.",
    ],
)
def test_a_lost_goal_is_told_in_a_sentence(
    bench: Any, results: dict[str, Any], sentence: str
) -> None:
    page = bench("report").report(results)
    told = page.partition("Where we lose:\n\n")[2].partition("\n\n")[0].splitlines()
    assert sentence in told
    assert len(told) == page.count("**not met**")


def test_a_peer_that_is_faster_than_we_are_is_named(bench: Any, results: dict[str, Any]) -> None:
    results["peers"]["zoompan"] = pairs(8.0)
    page = bench("report").report(results)
    assert "- ffmpeg is faster than we are: 8.0 s against our 10.0 s.\n" in page


def test_nothing_is_said_to_be_lost_where_all_goals_are_met(
    bench: Any, results: dict[str, Any]
) -> None:
    page = bench("report").report(
        {**{key: results[key] for key in ("machine", "work")}, "peers": {"zoompan": pairs(30.0)}}
    )
    assert "Every goal that was measured is met." in page
    assert "Where we lose" not in page


def test_what_was_not_measured_is_not_told(bench: Any, results: dict[str, Any]) -> None:
    page = bench("report").report({"machine": results["machine"], "sample": results["sample"]})
    assert "x264" not in page
    assert "performance.png" not in page
    assert "The sample edition" in page


def test_memory_and_a_thousand_photos_wait_until_they_are_asked_for(bench: Any) -> None:
    command = bench("command")
    assert command.arguments([]).parts == ("photos", "sample", "technician", "parts")
    assert command.arguments(["--long"]).parts == command.PARTS
    assert command.arguments(["--only", "memory"]).parts == ("memory",)


def test_an_unknown_part_is_refused(bench: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        bench("command").arguments(["--only", "photos,colours"])
    assert left.value.code == 2
    assert "colours: not of photos" in capsys.readouterr().err
