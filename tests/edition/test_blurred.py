"""An edition for two audiences who may not see somebody: nothing of the face, nor of the voice, is
in what they are given, nor in what is kept between runs.

The head is that of a painting by Berthe Morisot (assets/2023): no living person is tested with.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ceremonie.production import produce
from ceremonie.tools import ffmpeg

from ..conftest import BOARD
from ..media.test_faces import head, portrayed

pytestmark = pytest.mark.slow

Grey = npt.NDArray[np.float32]

HIGH = 48
"""Pixels of the head that is sought, in pictures made so small that it would be as high."""

STEPS = 1.15 ** np.arange(20)
"""From one size to the next, up to 680 px of 960."""

LIKE, UNLIKE = 0.65, 0.35
"""Correlation of the details of a head with those of the same head, and with anything else."""

WIDEST = 960
"""Pixels to which pictures are reduced at least."""

PLAIN = 2.0
"""Deviation of grey values under which there is nothing to be seen."""

EVERY = 40
"""One frame in so many is looked at."""

VARIED = 40
"""Different bytes among 64: what is coded of plain parts is the same in many files."""

MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
SEALED = 128
"""Bytes of what stands before a picture that is kept."""

ENTRIES = """\
            personnes: [P001]
            flous: [{{personne: P001, boites: [{{{box}}}]}}]
          - fichier: lecture.mp4
            alt: Une lecture
            personnes: [P001]
            flous:
              - personne: P001
                boites: [{{{box}, instant: 0}}, {{{box}, instant: 1.6}}]
          - fichier: lecture.mp4
            alt: Une lecture, vue d'ailleurs
            personnes: [P001]
          - fichier: cour.jpg
            alt: Une cour
            personnes: aucune
            flous: [{{boites: [{{{box}}}]}}]
audiodescription:
  raison: Tout ce qui se voit est dit.
publication:
  debut: 2023-12-02
  fin: 2024-12-02
  sinon: {{salle: flouter, internet: flouter}}
droits:
  - {{personne: P001, mineur: non, signataires: [elle-même], portees: [captation],
     debut: 2023-01-01, fin: 2025-01-01}}
"""


def detailed(grey: Grey) -> Grey:
    """Without what is coarser than a sixth of the head."""
    return np.asarray(grey - cv2.GaussianBlur(grey, (0, 0), HIGH / 12), np.float32)


def likeness(image: Image.Image) -> float:
    """How much the most alike part of a picture has of the head's details, whatever its size."""
    grey = np.asarray(image.convert("L"), np.float32)
    width = round(HIGH * head().width / head().height)
    sought = detailed(np.asarray(head().convert("L").resize((width, HIGH)), np.float32))
    best = 0.0
    for step in STEPS * max(1.0, image.width / WIDEST):
        small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
        if small.shape[0] < HIGH or small.shape[1] < width:
            break
        best = max(best, _correlated(detailed(small), sought))
    return best


def _correlated(picture: Grey, sought: Grey) -> float:
    """At the best place; what is all but plain is like nothing."""
    products = cv2.matchTemplate(picture, sought, cv2.TM_CCORR)
    squares = cv2.matchTemplate(picture * picture, np.ones_like(sought), cv2.TM_CCORR)
    lengths = np.sqrt(np.maximum(squares, sought.size * PLAIN**2))
    return float((products / lengths).max() / np.linalg.norm(sought))


def seen(name: str, data: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Every picture in a file: itself, frames of a film, what a deck holds."""
    starts = [data.find(magic, 0, SEALED) for magic in MAGIC]
    if any(start >= 0 for start in starts):
        yield name, Image.open(io.BytesIO(data[max(starts) :]))
    elif data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                yield from seen(f"{name}/{part}", package.read(part))
    elif data[4:8] == b"ftyp":
        with av.open(io.BytesIO(data)) as film:
            for number, frame in enumerate(film.decode(video=0) if film.streams.video else ()):
                if number % EVERY == 0:
                    yield f"{name}:{number}", frame.to_image()


def pictures(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    files = {file.read_bytes(): file.name for file in folder.rglob("*") if file.is_file()}
    for data, name in files.items():
        yield from seen(name, data)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`edition` with the media, `sortie` and `cache` of one run for both audiences."""
    folder = tmp_path_factory.mktemp("flous")
    edition = folder / "edition"
    edition.mkdir()
    image, (left, top, right, low) = portrayed((1500, 1000), (600, 200), 360)
    for name in ("photo.jpg", "cour.jpg"):
        image.save(edition / name, quality=95 if name == "photo.jpg" else 94)
    _record(edition / "photo.jpg", edition / "lecture.mp4")
    box = f"x: {left}, y: {top}, largeur: {right - left:.4f}, hauteur: {low - top:.4f}"
    board = BOARD.replace("            personnes: aucune\n", ENTRIES.format(box=box))
    (edition / "storyboard.yaml").write_text(board, "utf-8")
    options: dict[str, Any] = {"draft": True, "workers": 1}
    produce(
        edition / "storyboard.yaml",
        audiences=("salle", "internet"),
        output=folder / "sortie",
        cache=folder / "cache",
        **options,
    )
    return folder


def _record(photo: Path, target: Path) -> None:
    """Two seconds of the picture, with a tone."""
    ffmpeg.run((
        *("-loop", "1", "-framerate", "25", "-i", str(photo)),
        *("-f", "lavfi", "-i", "aevalsrc=0.4*sin(2*PI*440*t):s=48000:d=2", "-t", "2"),
        *("-vf", "scale=900:-2", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "16"),
        *("-pix_fmt", "yuv420p", "-c:a", "aac", ffmpeg.file_output(target)),
    ))  # fmt: skip


def test_the_face_is_in_no_picture_and_no_frame_of_what_is_given_and_kept(made: Path) -> None:
    sources = dict(pictures(made / "edition"))
    assert min(map(likeness, sources.values())) > LIKE, "it is found where it is"
    found = {name: likeness(image) for part in ("sortie", "cache")
             for name, image in pictures(made / part)}  # fmt: skip
    kinds = {Path(name.partition(":")[0]).suffix for name in found}
    assert {".jpg", ".mp4", ".image", ".vignette"} <= kinds
    assert any(name.startswith("diaporama.pptx/") and ".mp4:" in name for name in found)
    assert {name: like for name, like in found.items() if like > UNLIKE} == {}


def test_no_bytes_of_a_source_are_in_what_is_given_and_kept(made: Path) -> None:
    sources = [file.read_bytes() for file in (made / "edition").iterdir() if file.suffix != ".yaml"]
    pieces = [data[at : at + 64] for data in sources for at in range(2048, len(data) - 64, 2048)]
    telling = [piece for piece in pieces if len({*piece}) > VARIED]
    assert len(telling) > len(sources)
    kept = [file for part in ("sortie", "cache") for file in (made / part).rglob("*")]
    for file in (file for file in kept if file.is_file()):
        data = file.read_bytes()
        assert not any(piece in data for piece in telling), file.name


def test_a_voice_that_may_not_be_heard_is_in_no_copy_no_deck_and_no_film(made: Path) -> None:
    for copy in (made / "cache" / "medias").glob("*.mp4"):
        with av.open(str(copy)) as opened:
            assert not opened.streams.audio
    films = [made / "sortie" / "2023" / "film.mp4", *(made / "sortie").rglob("internet/film*.mp4")]
    assert len(films) >= 2
    assert all(_loudest(film) < 0.001 for film in films)


def _loudest(film: Path) -> float:
    with av.open(str(film)) as opened:
        frames = opened.decode(audio=0) if opened.streams.audio else ()
        return max((float(np.abs(frame.to_ndarray()).max()) for frame in frames), default=0.0)
