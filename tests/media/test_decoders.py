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

import psutil
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
    words = (sys.executable, "-m", "ceremonie", command, board, "--cache", tmp_path / "c")
    with subprocess.Popen(
        [*map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        cwd=tmp_path,
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


BOMB = """
import sys
from ceremonie.media.decoding import child, limits

def bomb(request, alive):
    return {"bytes": len(bytearray(request["bytes"]))}

child.JOBS["bomb"] = bomb
child.limit_memory = lambda: limits.limit_memory(2 << 30)
child.main()
"""
"""A child whose job takes as much memory as it is told to, and which is allowed 2 GB."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the limit of addresses")
def test_a_job_that_wants_more_memory_than_a_child_has_is_told_as_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Decoders
) -> None:
    """The child lives on, and the medium's refusal is not kept: the machine may be to blame."""
    (tmp_path / "gourmand.py").write_text(BOMB)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(children, "MODULE", "gourmand")
    assert opened.ask("bomb", bytes=1000) == {"bytes": 1000}
    before = numbers(opened)
    with pytest.raises(LostError):
        opened.ask("bomb", bytes=3 << 30)
    assert opened.ask("bomb", bytes=1000) == {"bytes": 1000}
    assert numbers(opened) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
@pytest.mark.parametrize(("soft", "wanted"), [("1 << 40", "6 << 30"), ("5 << 30", "5 << 30")])
def test_a_lower_limit_of_the_users_own_stays(soft: str, wanted: str) -> None:
    code = (
        "import resource as r; from ceremonie.media.decoding.limits import limit_memory\n"
        f"r.setrlimit(r.RLIMIT_AS, ({soft}, 1 << 41)); limit_memory()\n"
        f"assert r.getrlimit(r.RLIMIT_AS) == ({wanted}, 1 << 41), r.getrlimit(r.RLIMIT_AS)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PARENT = """
import sys, threading, time
from ceremonie.media.decoding import decoders
with decoders(1, threading.Event()) as opened:
    child = opened._taken()
    print(child._servant._process.pid, flush=True)
    time.sleep(600)
"""


@POSIX
def test_a_child_ends_with_the_process_that_started_it() -> None:
    """Even where that one is killed, and could put nothing in order."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.kill()
    until = time.monotonic() + 20
    while _is_alive(child):
        assert time.monotonic() < until, "it outlives its parent"
        time.sleep(0.05)


def _is_alive(number: int) -> bool:
    try:
        return bool(psutil.Process(number).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
