"""The cache at its doors: what goes, what stays, whoever else is at work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ceremonie import cache, cache_names
from ceremonie.diagnostics import BusyError, ExitCode
from ceremonie.film.work.kept import Kept

from .conftest import Outcome

Run = Callable[..., Outcome]
FILM = ("--seulement", "film", "--brouillon")


def kept(
    folder: Path, number: int, age: int, size: int = 1000, place: str = cache_names.PIECES
) -> Path:
    """A file that looks like ours, last used `age` seconds ago."""
    path = folder / place / f"{number:064x}.{'mp4' if place == cache_names.PIECES else 'jpg'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    return path


@contextmanager
def another_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second process that uses the cache until it is told to end."""
    code = (
        "import sys; from pathlib import Path; from ceremonie.cache import in_use\n"
        "with in_use(Path(sys.argv[1])): print('ici', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ici"
        yield process
        process.communicate(timeout=20)


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    old, older, oldest = (kept(tmp_path, age, age) for age in (100, 200, 300))
    with cache.in_use(tmp_path, 2500):
        pass
    assert [path.exists() for path in (old, older, oldest)] == [True, True, False]


def test_films_and_media_share_the_cap(tmp_path: Path) -> None:
    picture, piece = kept(tmp_path, 1, 300, place=cache_names.COPIES), kept(tmp_path, 2, 100)
    with cache.in_use(tmp_path, 1500):
        pass
    assert (picture.exists(), piece.exists()) == (False, True)


def test_what_the_run_used_stays_even_beyond_the_cap(tmp_path: Path) -> None:
    old = kept(tmp_path, 1, 100)
    with cache.in_use(tmp_path, 1):
        used = kept(tmp_path, 2, 0)
    assert (old.exists(), used.exists()) == (False, True)


def test_it_stays_too_when_another_run_has_come_and_gone(tmp_path: Path) -> None:
    with cache.in_use(tmp_path, 1):
        used = kept(tmp_path, 1, 0)
        with another_run(tmp_path):
            pass
    assert used.exists()


def test_tidying_up_that_fails_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    with cache.in_use(tmp_path, 1):
        old = kept(tmp_path, 1, 100)
        monkeypatch.setattr(Path, "iterdir", refused)
    monkeypatch.undo()
    assert old.exists()


def test_what_is_not_ours_is_never_touched(tmp_path: Path) -> None:
    foreign = [
        tmp_path / "film" / "vacances.mp4",
        tmp_path / "medias" / "liste.json",
        tmp_path / "autre" / f"{1:064x}.mp4",
        tmp_path / f"{1:064x}.mp4",
    ]
    for path in foreign:
        path.parent.mkdir(exist_ok=True)
        path.write_text("à moi")
    link = tmp_path / "film" / f"{2:064x}.mp4"
    link.symlink_to(foreign[0])
    with cache.in_use(tmp_path, 0):
        pass
    cache.empty(tmp_path)
    assert all(path.read_text() == "à moi" for path in (*foreign, link))


def test_nothing_goes_while_another_run_is_at_work(tmp_path: Path) -> None:
    old = kept(tmp_path, 1, 100)
    with another_run(tmp_path):
        with cache.in_use(tmp_path, 0):
            pass
        assert old.exists()
        with pytest.raises(BusyError) as told:
            cache.empty(tmp_path)
        assert [d.slug for d in told.value.diagnostics] == ["cache-occupe"]
    with cache.in_use(tmp_path, 0):
        pass
    assert not old.exists()


def test_the_next_run_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    with another_run(tmp_path) as killed:
        unfinished = tmp_path / "film" / f".{3:032x}.partiel"
        unfinished.parent.mkdir()
        unfinished.touch()
        killed.kill()
    with cache.in_use(tmp_path, 0):
        assert not unfinished.exists()
        assert len(list((tmp_path / cache.RUNS).glob("[0-9a-f]*.verrou"))) == 1
    assert not list((tmp_path / cache.RUNS).glob("[0-9a-f]*.verrou"))


def test_the_command_tells_what_is_there_and_empties_it(ceremonie: Run, tmp_path: Path) -> None:
    for number in range(3):
        kept(tmp_path / "cache", number, 0, 20_000_000)
    told = ceremonie("cache", "--cache", tmp_path / "cache")
    assert told.code == ExitCode.DONE
    assert "3 fichiers, 60 Mo" in told.out
    emptied = ceremonie("cache", "--vider", "--cache", tmp_path / "cache", "--json")
    assert json.loads(emptied.out)["octets"] == 60_000_000
    assert not list((tmp_path / "cache" / "film").iterdir())
    assert "aucun fichier, 0 Mo" in ceremonie("cache", "--cache", tmp_path / "cache").out


def test_the_command_waits_for_a_run_to_end(ceremonie: Run, tmp_path: Path) -> None:
    with another_run(tmp_path):
        outcome = ceremonie("cache", "--vider", "--cache", tmp_path)
    assert outcome.code == ExitCode.BUSY
    assert "une production est en cours" in outcome.err


def test_no_cache_yet_is_no_error(ceremonie: Run, tmp_path: Path) -> None:
    for options in ((), ("--vider",)):
        outcome = ceremonie("cache", "--cache", tmp_path / "nulle part", *options)
        assert outcome.code == ExitCode.DONE
    assert not (tmp_path / "nulle part").exists()


@pytest.mark.parametrize("value", ["beaucoup", "-1", "5Go", "1e3", ""])
def test_a_size_that_is_none_is_told(ceremonie: Run, board: Path, value: str) -> None:
    outcome = ceremonie("produire", board, f"--cache-max={value}")
    assert outcome.code == ExitCode.USAGE
    assert "taille en Go" in outcome.err


def film(ceremonie: Run, board: Path, folder: Path, *options: str) -> bytes:
    shutil.rmtree(folder / "s", ignore_errors=True)  # else nothing would have to be made
    outcome = ceremonie(
        "produire", board, *FILM, "--sortie", folder / "s", "--cache", folder / "c", *options
    )
    assert outcome.code == ExitCode.DONE, outcome.err
    return (folder / "s" / "2023" / "film.mp4").read_bytes()


def flip(file: Path) -> None:
    """One bit, in the middle."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def flip_a_digit(file: Path) -> None:
    """What can still be read, but says another width."""
    text = file.read_text("utf-8")
    assert '"width": 1440' in text
    file.write_text(text.replace('"width": 1440', '"width": 1441'), "utf-8")


def test_damage_is_found_and_made_good(ceremonie: Run, board: Path, tmp_path: Path) -> None:
    first = film(ceremonie, board, tmp_path)
    whole = {entry.path: entry.path.read_bytes() for entry in cache.entries(tmp_path / "c")}
    pieces = sorted((tmp_path / "c" / cache_names.PIECES).glob("*.mp4"))
    (photo,) = (tmp_path / "c" / cache_names.COPIES).glob("*.jpg")
    facts = sorted((tmp_path / "c" / cache_names.COPIES).glob("*.json"))
    (told,) = (file for file in facts if b'"files"' in file.read_bytes())
    (answer,) = (file for file in facts if file != told)
    cell = next((tmp_path / "c" / cache_names.CELLS).iterdir())
    for damage, file in (
        (flip, pieces[0]), (cut, pieces[1]), (flip, photo), (cut, photo),
        (flip, told), (flip_a_digit, told), (cut, told),
        (flip, answer), (flip_a_digit, answer), (cut, answer), (flip, cell), (cut, cell),
    ):  # fmt: skip
        damage(file)
        assert film(ceremonie, board, tmp_path) == first
        assert file.read_bytes() == whole[file]


def test_a_piece_that_another_run_has_made_and_reads_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows then refuses to put another in its place."""
    kept = Kept(tmp_path / cache_names.PIECES)
    kept.put("a", b"film")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refused)
    kept.put("a", b"film")
    assert kept.has("a")
    with pytest.raises(PermissionError):
        kept.put("b", b"film")
    assert [p.name for p in (tmp_path / cache_names.PIECES).iterdir()] == ["a.mp4"]


def test_a_storyboard_that_is_not_there_makes_no_cache(ceremonie: Run, tmp_path: Path) -> None:
    outcome = ceremonie("produire", tmp_path / "rien.yaml", "--cache", tmp_path / "c")
    assert outcome.code != ExitCode.DONE
    assert not (tmp_path / "c").exists()


def test_an_edition_beyond_the_cap_is_made_again_from_what_stayed(
    ceremonie: Run, board: Path, tmp_path: Path
) -> None:
    whole = film(ceremonie, board, tmp_path, "--cache-max", "0,000001")
    files = inodes(tmp_path / "c")
    assert film(ceremonie, board, tmp_path, "--cache-max", "0,000001") == whole
    assert files == inodes(tmp_path / "c")


def inodes(folder: Path) -> dict[Path, int]:
    """Of all that was made: the record of the user's files may be written at every run."""
    made = (entry.path for entry in cache.entries(folder))
    return {path: path.stat().st_ino for path in made if path.parent.name != cache_names.RECORDS}


@pytest.mark.slow
def test_two_runs_at_once_share_a_cache(ceremonie: Run, board: Path, tmp_path: Path) -> None:
    whole = film(ceremonie, board, tmp_path / "seul")
    command = [sys.executable, "-m", "ceremonie", "produire", str(board), *FILM, "--travaux", "1"]
    shared = ("--cache", str(tmp_path / "partagé"), "--cache-max", "0,000001")
    targets = [tmp_path / name for name in ("une", "deux")]
    runs = [
        subprocess.Popen([*command, *shared, "--sortie", str(target)], stderr=subprocess.DEVNULL)
        for target in targets
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    assert [(target / "2023" / "film.mp4").read_bytes() for target in targets] == [whole, whole]
