"""A run that is given up, or killed: nothing and nobody is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremonie.film.work.workers import pool

pytestmark = pytest.mark.slow

LONG_RUN = """
    import sys
    from pathlib import Path
    from ceremonie.film.rendering import render
    from ceremonie.formats import Shape
    from ceremonie.planning.drawing import Stroke
    from ceremonie.planning.entrances import run
    from ceremonie.progress import silent
    from ceremonie.theme.palette import Colour
    from tests.film.plans import plan_of, shot

    def moving(length):
        course = ((0.0, 300.0), (1900.0, 900.0))
        return Stroke(name="couloir", course=course, width=400, colour=Colour.BRIGHT,
                      entrance=run(0, length))

    if __name__ == "__main__":
        folder = Path(sys.argv[1])
        plan = plan_of(*(shot(i, 400 * i, 360, Colour.DEEP, moving(300 + i)) for i in range(40)))
        try:
            targets = {Shape.WIDE: folder / "film.mp4"}
            render(plan, targets, folder / "segments", workers=2, draft=False, progress=silent)
        except KeyboardInterrupt:
            print("interrompu")
"""
"""Minutes of work, no two shots alike; the test's folder is in the command line of nobody else."""

PATIENCE = 60.0
"""Seconds after which something that was to happen did not."""


def processes(word: str) -> list[str]:
    """The command lines that hold a word, of processes that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it has just ended
        if word in line:
            found.append(line)
    return found


def eventually(condition: object) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run in the middle of its work: two pieces are finished, many are not."""
    script = tmp_path / "long_run.py"
    script.write_text(textwrap.dedent(LONG_RUN), "utf-8")
    root = Path(__file__).parents[2]
    run = subprocess.Popen(
        [sys.executable, script, tmp_path],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert eventually(lambda: len(finished(tmp_path)) >= 2), run.poll()
        yield run
    finally:
        run.kill()
        run.communicate()


def finished(folder: Path) -> list[Path]:
    return list((folder / "segments").glob("*.mp4"))


def partials(folder: Path) -> list[Path]:
    return list((folder / "segments").glob(".*"))


only_with_proc = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="no /proc to look for processes in"
)


@only_with_proc
@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "process alone"])
def test_ctrl_c_leaves_nothing(
    running: subprocess.Popen[str], tmp_path: Path, whole_group: bool
) -> None:
    """A terminal sends it to every process of the group; the workers leave it to the run."""
    send = os.killpg if whole_group else os.kill
    send(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=PATIENCE)
    assert (out, err) == ("interrompu\n", "")
    assert not partials(tmp_path)
    assert not (tmp_path / "film.mp4").exists()
    assert not processes(str(tmp_path))


@only_with_proc
def test_workers_do_not_outlive_a_run_that_was_killed(
    running: subprocess.Popen[str], tmp_path: Path
) -> None:
    running.kill()
    assert eventually(lambda: not processes(str(tmp_path)))
    assert not partials(tmp_path)


@only_with_proc
def test_work_that_never_looks_up_is_stopped_too(tmp_path: Path) -> None:
    """A worker asleep for minutes; leaving the pool does not wait for it."""

    def give_up() -> None:
        with pool(1) as executor:
            executor.submit(os.getpid).result()
            executor.submit(time.sleep, 600)
            time.sleep(0.2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()


INTERRUPTED_AT_ONCE = """
    import os, signal, time
    from ceremonie.film.work.workers import pool

    if __name__ == "__main__":
        try:
            with pool(2) as executor:
                for _ in range(2):
                    executor.submit(time.sleep, 60)
                time.sleep(0.05)
                os.killpg(0, signal.SIGINT)
                time.sleep(60)
        except KeyboardInterrupt:
            print("interrompu")
"""


@pytest.mark.skipif(os.name != "posix", reason="processes are sent a signal together")
def test_workers_that_are_still_starting_say_nothing_of_ctrl_c(tmp_path: Path) -> None:
    script = tmp_path / "at_once.py"
    script.write_text(textwrap.dedent(INTERRUPTED_AT_ONCE), "utf-8")
    done = subprocess.run(
        [sys.executable, script],
        check=True,
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=PATIENCE,
    )
    assert (done.stdout, done.stderr) == ("interrompu\n", "")


CALLED_BACK = """
    import os, time
    from ceremonie.film.work.workers import pool
    from ceremonie.theme.faces import faces
    from ceremonie.theme.outlines import outlines

    def draw_for_ever():
        while True:
            outlines.__wrapped__(40, faces(700)[0])

    if __name__ == "__main__":
        try:
            with pool(2) as executor:
                executor.submit(os.getpid).result()
                for _ in range(2):
                    executor.submit(draw_for_ever)
                time.sleep(1)
                raise KeyboardInterrupt
        except KeyboardInterrupt:
            print("interrompu")
"""
"""HarfBuzz calls us for each curve, and swallows what is raised there."""


@pytest.mark.skipif(os.name != "posix", reason="the interruption is a signal")
def test_work_that_a_library_calls_back_is_stopped_without_a_word(tmp_path: Path) -> None:
    script = tmp_path / "called_back.py"
    script.write_text(textwrap.dedent(CALLED_BACK), "utf-8")
    begun = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (begun.stdout, begun.stderr) == ("interrompu\n", "")
