"""The programs that check a stick on a computer where nothing is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import require
from .conftest import Hall

FILM = "2-film/film.mp4"


@pytest.fixture
def stick(hall: Hall) -> Path:
    hall.run("2024")
    return hall.stick


def check(stick: Path, *command: str, **environment: str) -> tuple[int, str]:
    """The exit code of the program for Linux, or of another `command`, and what it says."""
    done = subprocess.run(
        command or ("sh", "verifier-cette-cle.sh"),
        cwd=stick,
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout.decode("utf-8")


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def rename(file: Path) -> None:
    file.rename(file.with_name("film (1).mp4"))


def test_a_whole_stick_is_said_to_be_whole(hall: Hall, stick: Path) -> None:
    require("sh")
    code, said = check(stick)
    count = len((stick / "empreintes.txt").read_text("ascii").splitlines())
    assert code == 0
    assert f"Tout est entier : {count} fichiers." in said
    assert f"Clé prête, {count} fichiers et leur vérificateur" in hall.run("2024").out
    assert "Atkinson Hyperlegible Next" in said
    assert re.search(r"Impress|AUCUN trouvé", said)


@pytest.mark.parametrize(
    ("spoil", "word"),
    [(Path.unlink, "MANQUE"), (flip, "ABÎMÉ"), (truncate, "INCOMPLET"), (rename, "MANQUE")],
)
def test_one_fault_is_named_with_its_file(
    stick: Path, spoil: Callable[[Path], object], word: str
) -> None:
    spoil(stick / FILM)
    code, said = check(stick)
    assert code == 1
    assert re.search(rf"^  {word} +{re.escape(FILM)}", said, re.M)
    assert said.count(word) == 1


def test_the_program_for_macos_says_the_same(stick: Path) -> None:
    flip(stick / FILM)
    assert check(stick, require("bash"), "verifier-cette-cle.command") == check(stick)


def test_fonts_that_are_installed_are_said_to_be(stick: Path) -> None:
    require("fc-list")
    fonts = stick / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{stick / '4-polices'}</dir></fontconfig>", "utf-8")
    (stick / "rien.conf").write_text("<fontconfig></fontconfig>", "utf-8")
    installed = check(stick, FONTCONFIG_FILE=str(fonts))[1]
    lacking = check(stick, FONTCONFIG_FILE=str(stick / "rien.conf"))[1]
    assert re.search(r"installée +Atkinson Hyperlegible Next Bold", installed)
    assert re.search(r"À INSTALLER +Atkinson Hyperlegible Next Bold", lacking)
    assert ("COMMENT-INSTALLER" in installed, "COMMENT-INSTALLER" in lacking) == (False, True)


def test_what_people_put_beside_it_does_no_harm(stick: Path) -> None:
    (stick / "à moi.txt").write_text("à moi", "utf-8")
    assert check(stick)[0] == 0


def test_a_copy_that_was_not_finished_is_told(stick: Path) -> None:
    (stick / "COPIE-INACHEVEE.txt").touch()
    code, said = check(stick)
    assert (code, "n'a pas été finie" in said) == (1, True)


def test_the_check_of_an_archive_works_from_anywhere_and_says_when_nothing_is_unpacked(
    hall: Hall, tmp_path: Path
) -> None:
    hall.run("2024", "--zip")
    with zipfile.ZipFile(hall.house / "output" / "2024-cle.zip") as archive:
        archive.extractall(tmp_path / "L’été (1) & $HOME")
    place = tmp_path / "L’été (1) & $HOME" / "2024-cle"
    assert check(tmp_path, "sh", str(place / "verifier-cette-cle.sh"))[0] == 0
    alone = str(shutil.copy(place / "verifier-cette-cle.sh", tmp_path))
    code, said = check(tmp_path, "sh", alone)
    assert (code, "décompressez" in said) == (1, True)


def test_without_a_program_for_hashes_it_says_that_it_cannot_tell(stick: Path) -> None:
    empty = stick / "rien"
    empty.mkdir()
    (empty / "dirname").symlink_to(require("dirname"))
    done = subprocess.run(
        [require("sh"), "verifier-cette-cle.sh"],
        cwd=stick,
        check=False,
        capture_output=True,
        env={"PATH": str(empty)},
    )
    assert (done.returncode, "impossible" in done.stdout.decode()) == (2, True)


def test_it_changes_nothing_on_the_stick(stick: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in stick.rglob("*")}
    check(stick)
    assert {p: p.stat().st_mtime_ns for p in stick.rglob("*")} == before


def test_the_hashes_are_those_that_sha256sum_reads(stick: Path) -> None:
    code, said = check(stick, require("sha256sum"), "-c", "empreintes.txt")
    assert code == 0
    assert all(line.endswith(": OK") for line in said.splitlines())


def hashed(stick: Path) -> dict[str, str]:
    lines = (stick / "empreintes.txt").read_text("ascii").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


@pytest.mark.parametrize("ending", ["sh", "command", "bat"])
def test_the_lists_of_all_programs_equal_the_hashes(stick: Path, ending: str) -> None:
    text = (stick / f"verifier-cette-cle.{ending}").read_bytes().decode("utf-8")
    listed = re.findall(r"^(?:call :)?fichier (\d+) ([0-9a-f]{64}) ['\"](.+)['\"]\r?$", text, re.M)
    names = {name.replace("\\", "/"): digest for _, digest, name in listed}
    assert names == hashed(stick)
    assert len(listed) == len(names)
    assert all((stick / n.replace("\\", "/")).stat().st_size == int(s) for s, _, n in listed)


def test_all_but_what_would_list_itself_is_hashed(stick: Path) -> None:
    files = {p.relative_to(stick).as_posix() for p in stick.rglob("*") if p.is_file()}
    programs = {f"verifier-cette-cle.{ending}" for ending in ("sh", "command", "bat")}
    assert files - hashed(stick).keys() == programs | {"empreintes.txt", "manifeste.json"}


def test_the_program_for_windows_is_such_as_cmd_reads(stick: Path) -> None:
    """What no machine here can run is read: ASCII, ends of lines, labels, no variable that is set
    and asked for in one block.
    """
    data = (stick / "verifier-cette-cle.bat").read_bytes()
    text = data.decode("ascii")
    assert data.count(b"\n") == data.count(b"\r\n") > 100
    assert "@TITRE@" not in text
    assert not re.search(r"@[A-Z]+@", text)
    lines = [line for line in text.split("\r\n") if not line.startswith("rem ")]
    assert 'if "%~1"=="0" if "%OCTETS%"=="0" exit /b 0' in lines  # certutil takes no empty file
    labels = [line[1:] for line in lines if line.startswith(":")]
    called = set(re.findall(r"(?:goto|call) :?(\w+)", "\n".join(lines)))
    assert set(labels) == called
    assert len(labels) == len(set(labels))
    assert not any(line.rstrip().endswith("(") or line.strip() == ")" for line in lines)
    assert not any("!" in line for line in lines)
    assert all(line.count('"') % 2 == 0 for line in lines)
    assert max(map(len, lines)) < 8191  # the longest that cmd takes (Microsoft, KB 830473)
    assert lines[-1] == ""


def test_the_program_for_macos_may_be_started_by_a_double_click(stick: Path) -> None:
    command = stick / "verifier-cette-cle.command"
    assert command.read_bytes().startswith(b"#!/bin/sh\n")
    assert command.stat().st_mode & 0o111
    assert b"\r" not in command.read_bytes()
