"""Children that open media: one that dies is replaced, one that hangs is ended, none is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode, RenderingError
from ceremonie.media.decoding import BrokenError, Decoders, LostError, children, decoders
from ceremonie.tools import ffmpeg, process
from ceremonie.tools.process import AbandonedError
from tests.media.editions import H264, Edition, colours

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX systems")


@pytest.fixture
def opened() -> Iterator[Decoders]:
    with decoders(1, threading.Event()) as ready:
        yield ready


def examined(opened: Decoders, file: Path) -> object:
    values = {"file": str(file), "start": "0", "stop": None, "pictures": True}
    return opened.ask("examine", **values)["frames"]


def numbers(opened: Decoders) -> list[int]:
    """The process numbers of its children."""
    return [child._servant._process.pid for child in opened._all]


def test_one_child_serves_many_files(edition: Edition, opened: Decoders) -> None:
    file = edition.record("a.mp4", *colours(), *H264)
    assert examined(opened, file) == 25
    before = numbers(opened)
    with pytest.raises(BrokenError):
        examined(opened, edition.folder / "absent.mp4")
    assert examined(opened, file) == 25
    assert numbers(opened) == before


@POSIX
def test_a_child_that_is_killed_is_replaced_and_its_job_is_done(
    edition: Edition, opened: Decoders
) -> None:
    file = edition.record("a.mp4", *colours(), *H264)
    assert examined(opened, file) == 25
    (first,) = numbers(opened)
    os.kill(first, signal.SIGKILL)
    assert examined(opened, file) == 25
    assert numbers(opened) != [first]


@POSIX
def test_a_child_that_hangs_is_ended(
    edition: Edition, opened: Decoders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands still as one in an endless loop does; the next job finds another one."""
    file = edition.record("a.mp4", *colours(), *H264)
    assert examined(opened, file) == 25
    (first,) = numbers(opened)
    os.kill(first, signal.SIGSTOP)
    monkeypatch.setattr(children, "STALL", 0.5)
    with pytest.raises(LostError):
        examined(opened, file)
    monkeypatch.undo()
    assert examined(opened, file) == 25


@POSIX
def test_giving_up_ends_a_child_at_its_work(edition: Edition) -> None:
    abandoned = threading.Event()
    edition.record("a.mp4", *colours(), *H264)
    with decoders(1, abandoned) as opened:
        assert examined(opened, edition.folder / "a.mp4") == 25
        (child,) = numbers(opened)
        os.kill(child, signal.SIGSTOP)
        threading.Timer(0.3, abandoned.set).start()
        with pytest.raises(AbandonedError):
            examined(opened, edition.folder / "a.mp4")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@POSIX
def test_a_program_that_makes_no_progress_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ffmpeg waits for a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "a.mkv")
    monkeypatch.setattr(process, "STALL", 0.5)
    waiting = (*ffmpeg.file_input(tmp_path / "a.mkv"), "-f", "null", "-")
    with pytest.raises(RenderingError) as told:
        ffmpeg.run(waiting)
    assert "ne répondait plus" in told.value.diagnostics[0].message


@POSIX
@pytest.mark.parametrize("command", ["verifier", "produire"])
@pytest.mark.parametrize("moment", [0.4, 1.2, 2.4])
@pytest.mark.slow
def test_one_ctrl_c_is_enough_at_any_moment(
    edition: Edition, tmp_path: Path, command: str, moment: float
) -> None:
    """The clip alone keeps a child busy for longer than that."""
    edition.record("long.mp4", *colours("1280x720", seconds=40), *H264)
    board = edition.reading({"fichier": "long.mp4", "alt": "Un essai"}).path
    where = ("--cache", tmp_path / "c") if command == "produire" else ()
    words = (sys.executable, "-m", "ceremonie", command, board, *where)
    with subprocess.Popen(
        [*map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "CEREMONIE_CACHE": str(tmp_path / "c")}, cwd=tmp_path,
    ) as run:  # fmt: skip
        time.sleep(moment)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=30)
    assert run.returncode in {ExitCode.INTERRUPTED, -signal.SIGINT}, told.decode()
    assert b"Traceback" not in told or run.returncode == -signal.SIGINT


def test_playlists_are_not_followed_whatever_they_are_called(
    edition: Edition, opened: Decoders
) -> None:
    film = edition.record("b.ts", *colours(), *H264)
    lists = {
        "a.mp4": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{film}\n#EXT-X-ENDLIST\n",
        "a.mov": f"ffconcat version 1.0\nfile '{film}'\n",
        "a.mkv": "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n",
    }
    for name, text in lists.items():
        (edition.folder / name).write_text(text)
        with pytest.raises(BrokenError):
            examined(opened, edition.folder / name)
