"""`verifier` at work: what it shows meanwhile, what it keeps, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import ceremonie as package
from ceremonie import cache, cache_names
from ceremonie.diagnostics import ExitCode, StoryboardError
from ceremonie.media import pictures
from ceremonie.media.decoding import Decoders
from ceremonie.media.examination import Examination
from ceremonie.progress import Step
from tests.conftest import Outcome
from tests.media.editions import H264, Edition, colours
from tests.test_cache import another_run, kept

Run = Callable[..., Outcome]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


def board(edition: Edition, *names: str) -> Path:
    return edition.reading(*({"fichier": name, "alt": "Un essai"} for name in names)).path


def photos(edition: Edition, count: int, size: tuple[int, int] = (64, 48)) -> Path:
    names = [f"{number}.png" for number in range(count)]
    for number, name in enumerate(names):
        Image.new("RGB", size, (number, 0, 0)).save(edition.folder / name)
    return board(edition, *names)


def test_it_tells_how_far_it_is_on_the_error_stream(ceremonie: Run, edition: Edition) -> None:
    outcome = ceremonie("verifier", photos(edition, 4), "--cache", edition.workspace)
    lines = [line for line in outcome.err.splitlines() if line.startswith(str(Step.EXAMINATION))]
    assert lines[0].endswith(" 0 %")
    assert "terminé" in lines[-1]
    assert len(lines) >= 4
    assert str(Step.EXAMINATION) not in outcome.out


def test_nothing_but_the_cache_is_written(ceremonie: Run, edition: Edition) -> None:
    path = photos(edition, 2)
    before = sorted(edition.folder.rglob("*"))
    assert ceremonie("verifier", path, "--cache", edition.workspace).code == ExitCode.DONE
    assert sorted(edition.folder.rglob("*")) == before
    assert {entry.path.parent.name for entry in cache.entries(edition.workspace)} == {
        cache_names.COPIES,
        cache_names.RECORDS,
    }


def test_what_it_has_not_used_goes_beyond_the_cap(ceremonie: Run, edition: Edition) -> None:
    old = kept(edition.workspace, 1, age=100, size=10_000)
    options = ("--cache", edition.workspace, "--cache-max", "0,000001")
    assert ceremonie("verifier", photos(edition, 1), *options).code == ExitCode.DONE
    assert not old.exists()
    assert cache.entries(edition.workspace)


def test_nothing_goes_while_a_production_is_at_work(ceremonie: Run, edition: Edition) -> None:
    old = kept(edition.workspace, 1, age=100, size=10_000)
    with another_run(edition.workspace):
        options = ("--cache", edition.workspace, "--cache-max", "0,000001")
        assert ceremonie("verifier", photos(edition, 1), *options).code == ExitCode.DONE
        assert old.exists()


@pytest.mark.parametrize("workers", [1, 3])
def test_as_many_at_a_time_as_asked_for(
    ceremonie: Run, edition: Edition, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    from threading import Barrier, BrokenBarrierError

    together, alone = Barrier(3), []
    examine = pictures.examine

    def watched(file: Path, name: str, **how: bool) -> Examination:
        try:
            together.wait(5 if workers == 3 else 0.1)
        except BrokenBarrierError:
            alone.append(name)
        return examine(file, name, **how)

    monkeypatch.setattr(pictures, "examine", watched)
    options = ("--cache", edition.workspace, "--travaux", str(workers))
    assert ceremonie("verifier", photos(edition, 3), *options).code == ExitCode.DONE
    assert bool(alone) == (workers == 1)


def test_a_cache_that_cannot_be_written_is_told_as_by_produire(
    ceremonie: Run, edition: Edition
) -> None:
    path = photos(edition, 1)
    edition.workspace.write_text("un fichier, pas un dossier")
    told = [ceremonie(c, path, "--cache", edition.workspace) for c in ("verifier", "produire")]
    assert [outcome.code for outcome in told] == [ExitCode.MACHINE, ExitCode.MACHINE]
    assert told[0].err == told[1].err
    assert "--cache" in told[0].err


@pytest.mark.parametrize("text", [None, "", "\0"])
def test_a_storyboard_that_cannot_be_read_makes_no_cache(
    ceremonie: Run, edition: Edition, text: str | None
) -> None:
    path = edition.folder / "storyboard.yaml"
    if text is not None:
        path.write_text(text, "utf-8")
    outcome = ceremonie("verifier", path, "--cache", edition.workspace)
    assert outcome.code == ExitCode.STORYBOARD
    assert not edition.workspace.exists()


def test_reading_a_storyboard_with_errors_tells_those_of_its_media(edition: Edition) -> None:
    path = board(edition, "absente.png")
    path.write_text(path.read_text("utf-8") + "inconnue: 1\n", "utf-8")
    with pytest.raises(StoryboardError) as error:
        package.load(path, cache=edition.workspace)
    slugs = {d.slug for d in error.value.diagnostics}
    assert {"cle-inconnue", "media-introuvable"} <= slugs


def test_a_clip_is_opened_once_in_two_runs_and_not_at_all_for_another_name(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = Decoders.ask

    def counted(decoders: Decoders, job: str, **values: object) -> dict[str, object]:
        asked.append(job)
        return ask(decoders, job, **values)

    monkeypatch.setattr(Decoders, "ask", counted)
    edition.record("a.mp4", *colours(seconds=2), *H264)
    for _ in range(2):
        package.check(board(edition, "a.mp4", "./a.mp4"), cache=edition.workspace)
    (edition.folder / "a.mp4").rename(edition.folder / "b.mp4")
    package.check(board(edition, "b.mp4"), cache=edition.workspace)
    assert asked == ["examine"]


@POSIX
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_it_and_leaves_nothing_half_done(
    edition: Edition, how: signal.Signals
) -> None:
    """One colour, 48 million times, takes much of a second to decode; twelve take many."""
    Image.new("RGB", (8000, 6000), "red").save(edition.folder / "0.png")
    for number in range(1, 12):
        data = (edition.folder / "0.png").read_bytes()
        (edition.folder / f"{number}.png").write_bytes(data + bytes(number))
    path = board(edition, *(f"{number}.png" for number in range(12)))
    command = [sys.executable, "-m", "ceremonie", "verifier", str(path), "--travaux", "2"]
    process = subprocess.Popen(
        [*command, "--cache", str(edition.workspace)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith(str(Step.EXAMINATION))
    os.kill(process.pid, how)
    out, err = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert out == ""
    assert "Interrompu" in err
    assert "Traceback" not in err
    left = [file.name for file in edition.workspace.rglob("*") if file.is_file()]
    assert not [name for name in left if name.startswith(".")]
    assert len([name for name in left if name.endswith(".json")]) < 12
