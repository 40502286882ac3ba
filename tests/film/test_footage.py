"""Clips in a shot: which of their frames is seen when."""

from __future__ import annotations

import numpy as np
import pytest

from ceremonie.diagnostics import RenderingError
from ceremonie.film.painting.colour import planes
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.drawing import Drawing, Footage
from ceremonie.planning.entrances import Slide
from ceremonie.tools import ffmpeg

from .conftest import drawing

COUNT = 60
"""Frames; more than one group of pictures of the normalised clips (50)."""


def grey(index: int) -> int:
    return 40 + 3 * index


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    """Each frame has a grey of its own."""
    path = tmp_path_factory.mktemp("extrait") / "gris.mp4"
    arguments = (
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "320x180", "-framerate", "25"),
        *("-i", ffmpeg.PIPE, "-c:v", "libx264", "-preset", "veryfast", "-crf", "10", "-g", "50"),
        *("-video_track_timescale", "12800", "-f", "mp4", ffmpeg.file_output(path)),
    )
    with ffmpeg.encoder(arguments) as pipe:
        for index in range(COUNT):
            frame = np.full((270, 320), 128, np.uint8)
            frame[:180] = grey(index)
            pipe.write(frame.data)
    poster = Picture("poster", 320, 180, "")
    return Clip("gris", 320, 180, COUNT, False, poster, "", path=path)


def played(clip: Clip, **more: object) -> Drawing:
    given = {"name": "extrait", "x": 200, "y": 100, "width": 1280, "height": 720}
    return drawing(Footage(**{"clip": clip, **given, **more}))  # type: ignore[arg-type]


def luma(painter: ShotPainter, number: int) -> float:
    """In the middle of the clip's box."""
    return float(planes(painter.frame(number))[0][440:480, 800:840].mean())


def test_each_frame_shows_its_own_of_the_clip(clip: Clip) -> None:
    painter = ShotPainter(played(clip, start=5))
    seen = [luma(painter, 5 + index) for index in range(COUNT)]
    assert seen == pytest.approx([grey(index) for index in range(COUNT)], abs=1.2)


def test_the_first_and_the_last_frame_are_held(clip: Clip) -> None:
    painter = ShotPainter(played(clip, start=5))
    assert luma(painter, 0) == pytest.approx(grey(0), abs=1.2)
    assert luma(painter, 300) == pytest.approx(grey(COUNT - 1), abs=1.2)


@pytest.mark.parametrize("number", [0, 1, 23, 49, 50, 51, COUNT - 1])
def test_a_frame_is_the_same_wherever_the_reading_began(clip: Clip, number: int) -> None:
    from_start = ShotPainter(played(clip))
    for earlier in range(number):
        from_start.frame(earlier)
    assert (ShotPainter(played(clip)).frame(number) == from_start.frame(number)).all()


def test_a_step_back_is_possible(clip: Clip) -> None:
    painter = ShotPainter(played(clip))
    assert luma(painter, 40) == pytest.approx(grey(40), abs=1.2)
    assert luma(painter, 7) == pytest.approx(grey(7), abs=1.2)


def test_a_clip_stays_in_its_box(clip: Clip) -> None:
    y = planes(ShotPainter(played(clip)).frame(30))[0]
    field = int(y[0, 0])
    assert (y[:, :198] == field).all()
    assert (y[:, 1482:] == field).all()
    assert (y[102:818, 202:1478] != field).all()


def test_a_clip_is_cut_by_its_mask_and_uncovered_by_its_entrance(clip: Clip) -> None:
    triangle = ((200.0, 100.0), (1480.0, 100.0), (200.0, 820.0))
    painter = ShotPainter(played(clip, mask=triangle, entrance=Slide(0, 20, dx=-1)))
    field = int(planes(painter.frame(0))[0][1000, 1800])
    early, late = (planes(painter.frame(n))[0].copy() for n in (2, 30))
    assert late[120, 220] != field
    assert late[800, 1400] == field
    assert early[120, 1300] == field
    assert late[120, 1300] != field


def test_a_clip_that_is_shorter_than_told_is_named(clip: Clip) -> None:
    longer = Clip("gris", 320, 180, COUNT + 50, False, clip.poster, "", path=clip.path)
    painter = ShotPainter(played(longer))
    with pytest.raises(RenderingError, match=r"gris\.mp4"):
        painter.frame(COUNT + 20)
