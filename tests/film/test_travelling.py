"""A segment that is rendered where none of the sender's files are."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ceremonie.film.coding import encode
from ceremonie.film.work import segments, travelling
from ceremonie.film.work.segments import Segment
from ceremonie.formats import Bounds
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.camera import zoom
from ceremonie.planning.drawing import Box, Footage, Photo, Text
from ceremonie.planning.tables import Table, TableRow
from ceremonie.theme.faces import Family, FontFile
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.tools import ffmpeg

from .plans import plan_of, shot

MakePicture = Callable[..., Picture]


def photo(picture: Picture, name: str = "p") -> Photo:
    box = Bounds(100, 100, 1000, 800)
    return Photo(
        name=name, picture=picture, x=100, y=100, width=900, height=700,
        camera=zoom(picture, box, 1.08, 20),
    )  # fmt: skip


def played(path: Path) -> Footage:
    """A second of ffmpeg's test card."""
    source = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=25:duration=1")
    ffmpeg.run((*source, "-pix_fmt", "yuv420p", "-f", "mp4", ffmpeg.file_output(path)))
    poster = Picture("affiche", 320, 180, "", path=path.with_suffix(".png"))
    clip = Clip("mire", 320, 180, 25, False, poster, "", path=path)
    return Footage(name="extrait", clip=clip, x=1000, y=0, width=800, height=600)


@pytest.fixture
def segment(make_picture: MakePicture, tmp_path: Path) -> Segment:
    """A photo and a clip, over the photo of the shot before."""
    noise = np.random.default_rng(5).integers(0, 255, (2, 300, 400, 3), np.uint8)
    first, second = (make_picture(n, f"photo {i}.png") for i, n in enumerate(noise))
    plan = plan_of(
        shot(0, 0, 20, Colour.DEEP, photo(first)),
        shot(1, 20, 20, Colour.BRIGHT, photo(second), played(tmp_path / "extrait.mp4")),
    )
    return next(s for s in segments.segments(plan) if s.before)


def test_it_brings_along_all_that_its_frames_show(segment: Segment, tmp_path: Path) -> None:
    names = ("photo 0.png", "photo 1.png", "extrait.mp4")
    assert travelling.files(segment) == {tmp_path / name for name in names}


def test_no_cell_of_a_table_keeps_a_path_of_the_sender(tmp_path: Path) -> None:
    family = Family(files=(FontFile(400, "empreinte", "Famille", path=tmp_path / "f.ttf"),))
    cell = Text(
        name="prix", lines=("Prix",), x=0, baseline=40, style=Style(40, 400, family=family),
        colour=Colour.PAPER, ground=Colour.INK,
    )  # fmt: skip
    ground = Box(name="rang", x=0, y=0, width=400, height=60, colour=Colour.INK)
    table = Table(
        name="table", rows=(TableRow(ground, (cell,)),), columns=(0.0,), gap=2,
        field=Colour.PAPER, alternative="",
    )  # fmt: skip
    first, *_ = segments.segments(plan_of(shot(0, 0, 20, Colour.PAPER, table)))
    assert tmp_path.name.encode() in pickle.dumps(first)
    moved = travelling.moved(first, lambda path: Path("/ailleurs") / path.name)
    assert tmp_path.name.encode() not in pickle.dumps(moved)


def test_elsewhere_it_gives_the_same_bytes(segment: Segment, tmp_path: Path) -> None:
    here = segments.render(segment, encode.DRAFT)
    there = tmp_path / "là-bas"
    for path in travelling.files(segment):
        travelling.put(there / path.name, path.read_bytes())
        path.unlink()
    moved = travelling.moved(segment, lambda path: there / path.name)
    assert segments.render(moved, encode.DRAFT) == here
    assert moved == segment


def test_it_tells_nobody_where_the_files_lay(segment: Segment, tmp_path: Path) -> None:
    assert tmp_path.name.encode() in pickle.dumps(segment)
    moved = travelling.moved(segment, lambda path: Path(path.name))
    assert tmp_path.name.encode() not in pickle.dumps(moved)


def test_a_file_is_written_once(tmp_path: Path) -> None:
    target = tmp_path / "dossier" / "photo.png"
    travelling.put(target, b"abc")
    written = target.stat().st_mtime_ns
    travelling.put(target, b"abc")
    assert (target.read_bytes(), target.stat().st_mtime_ns) == (b"abc", written)
    assert [path.name for path in target.parent.iterdir()] == ["photo.png"]


def test_a_file_that_could_not_be_written_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        travelling.put(tmp_path / "photo.png", b"abc")
    assert list(tmp_path.iterdir()) == []
