"""The same storyboard, the same film, byte for byte: however, wherever and whenever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ceremonie.diagnostics import ExitCode
from ceremonie.film import rendering
from ceremonie.film.work.kept import Kept
from ceremonie.production import Part, produce
from ceremonie.progress import Progress
from ceremonie.tools import ffmpeg

from .. import workshops

pytestmark = pytest.mark.slow

CLIP = (
    "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=2",
    "-f", "lavfi", "-i", "sine=frequency=440:duration=2",
    "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac",
)  # fmt: skip
MUSIC = ("-f", "lavfi", "-i", "sine=frequency=220:duration=3")


@dataclass(frozen=True)
class Made:
    """A film, and the cache that is left."""

    film: bytes
    cache: Path


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With photos, a clip that is heard, and music."""
    path = workshops.storyboard(tmp_path_factory.mktemp("edition") / "d'été")
    ffmpeg.run((*CLIP, ffmpeg.file_output(path.parent / "extrait.mp4")))
    ffmpeg.run((*MUSIC, ffmpeg.file_output(path.parent / "musique.ogg")))
    more = workshops.workshop("Boccia", "extrait.mp4") + "musique: {fichier: musique.ogg}\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    return path


DRAFT = "--brouillon"


def made(
    board: Path, folder: Path, cache: Path, workers: int, *options: str, **environment: str
) -> Made:
    """By the real command, called from `folder`."""
    folder.mkdir(exist_ok=True)
    options = ("--seulement", "film", "--travaux", str(workers), *options)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "ceremonie", "produire", os.path.relpath(board, folder)),
            *("--sortie", ".", "--cache", os.path.relpath(cache, folder), *options),
        ],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == ExitCode.DONE, done.stderr.decode("utf-8", "replace")
    return Made((folder / "2023" / "film.mp4").read_bytes(), cache)


@pytest.fixture(scope="module")
def wanted(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """By one worker, from nothing."""
    folder = tmp_path_factory.mktemp("premier")
    return made(board, folder, folder / "cache", 1, DRAFT)


ABROAD = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "0"}
PLAIN = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1"}
FRENCH = {"LC_ALL": "fr_FR.UTF-8", "PYTHONHASHSEED": "random", "OMP_NUM_THREADS": "5"}


@pytest.mark.parametrize(
    ("workers", "environment"), [(2, ABROAD), (3, PLAIN)], ids=["abroad", "plain"]
)
def test_from_nothing_by_any_number_of_workers_anywhere(
    board: Path, tmp_path: Path, wanted: Made, workers: int, environment: dict[str, str]
) -> None:
    """In another folder, time zone, language, order of sets; in a cache with a difficult name."""
    cache = tmp_path / "l'été : « caché » & co"
    found = made(board, tmp_path / "Où ça ?", cache, workers, DRAFT, **environment)
    assert found.film == wanted.film
    names = {path.name for path in (wanted.cache / "film").iterdir()}
    assert {path.name for path in (cache / "film").iterdir()} == names
    for name in names:
        assert (cache / "film" / name).read_bytes() == (wanted.cache / "film" / name).read_bytes()


def test_from_pieces_that_are_there_in_part_or_all(
    board: Path, tmp_path: Path, wanted: Made
) -> None:
    pieces = sorted((wanted.cache / "film").iterdir())
    for piece in pieces[::2]:
        piece.unlink()
    assert made(board, tmp_path / "à moitié", wanted.cache, 3, DRAFT, **FRENCH).film == wanted.film
    assert sorted((wanted.cache / "film").iterdir()) == pieces
    assert made(board, tmp_path / "en entier", wanted.cache, 2, DRAFT, **ABROAD).film == wanted.film


def test_a_damaged_piece_is_not_taken_for_whole(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("a", b"film" * 1000)
    assert kept.has("a")
    path = kept.path("a")
    for data in (path.read_bytes()[:-1], b"Film" + path.read_bytes()[4:], b"", b"film"):
        path.write_bytes(data)
        assert not kept.has("a")


class Backwards(Executor):
    """Does what it was given in the contrary order, once it is told to."""

    def __init__(self) -> None:
        self.given: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.given.append((future, lambda: work(*arguments, **named)))
        return future

    def work(self) -> None:
        for future, work in reversed(self.given):
            future.set_result(work())


def test_in_the_contrary_order_and_without_other_processes(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In full quality, of a clip and a photo."""
    short = board.with_name("court.yaml")
    text = workshops.HEAD + workshops.workshop("Boccia", "extrait.mp4", "photo-0-0.jpg")
    short.write_text(text + "film: {sauf: [titre, cloture]}\n", "utf-8")
    usual = made(short, tmp_path / "d'usage", tmp_path / "cache", 2)
    backwards, keep = Backwards(), rendering._keep

    @contextmanager
    def executors(*_: object) -> Iterator[tuple[Executor, Executor]]:
        yield backwards, backwards

    def worked(jobs: rendering.Jobs, kept: Kept, progress: Progress) -> None:
        backwards.work()
        keep(jobs, kept, progress)

    monkeypatch.setattr(rendering, "_executors", executors)
    monkeypatch.setattr(rendering, "_keep", worked)
    produce(short, only=Part.FILM, output=tmp_path, cache=tmp_path / "autre cache")
    assert len(backwards.given) == len(list((usual.cache / "film").glob("*.mp4")))
    assert (tmp_path / "2023" / "film.mp4").read_bytes() == usual.film
