"""`Produire.bat`, `.command` and `.desktop`: a double-click makes the edition that they lie in."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode
from ceremonie.starting import wording
from ceremonie.starting.launchers import (
    BATCH,
    COMMAND,
    DESKTOP,
    LAUNCHERS,
    content,
    desktop_argument,
)

from ..conftest import Outcome, require

ROOT = Path(__file__).parents[2]
EDITIONS = [board.parent for board in sorted((ROOT / "assets").rglob("storyboard.yaml"))]
AWKWARD = ("Élan d'été", "100 % (neuf) & cie !", 'l"autre $HOME `id`', "a;b", "-tiret", "%20")

TOOL = """\
import json, os, sys
facts = {"typed": sys.argv, "where": os.getcwd()}
open(os.environ["FACTS"], "w", encoding="utf-8").write(json.dumps(facts))
print("un problème au storyboard")
sys.exit(int(os.environ["ENDING"]))
"""
"""Stands for `scripts/build.py` and for `ceremonie`: it writes down how it was called."""


@dataclass(frozen=True)
class Run:
    code: int
    told: str
    facts: dict[str, list[str] | str]


@dataclass
class Desk:
    """A computer on which somebody double-clicks."""

    folder: Path
    programs: Path

    def edition(self, name: str) -> Path:
        made = self.folder / name / "assets" / f"{name} 2024"
        made.mkdir(parents=True)
        for launcher in LAUNCHERS:
            (made / launcher).write_bytes(content(launcher))
        return made

    def checkout(self, root: Path) -> None:
        for name, text in (("scripts/build.py", TOOL), ("requirements/ceremonie.txt", "")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")

    def program(self) -> None:
        tool = self.programs / "ceremonie"
        tool.write_text(f"#!{sys.executable}\n{TOOL}", "utf-8")
        tool.chmod(0o755)

    def start(self, *command: str | Path, ending: int = 0) -> Run:
        facts = self.folder / "facts.json"
        given = {"PATH": str(self.programs), "HOME": str(self.folder), "FACTS": str(facts)}
        done = subprocess.run(
            [str(part) for part in command],
            env=given | {"ENDING": str(ending), "PYTHONUTF8": "1"},
            cwd="/",
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert not done.stderr
        called = json.loads(facts.read_text("utf-8")) if facts.exists() else {}
        return Run(done.returncode, done.stdout, called)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One with the system's few programs and Python."""
    if os.name == "nt":
        pytest.skip("Windows starts the batch file, and forbids some of these names")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "bash", "dirname"):
        (programs / name).symlink_to(require(name))
    (programs / "python3").symlink_to(sys.executable)
    return Desk(tmp_path, programs)


def double_click(entry: Path, place: Callable[[Path], str] = str) -> list[str]:
    """The command of a desktop entry, as the specification has it read: the escapes of a string,
    then words, of which some are quoted, then the field codes of those that are not.
    """
    parser = RawConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(entry.read_text("utf-8"))
    line = re.sub(r"\\(.)", lambda m: {"s": " "}.get(m[1], m[1]), parser["Desktop Entry"]["Exec"])
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    return [
        re.sub(r'\\(["`$\\])', r"\1", quoted).replace("%%", "%")
        if quoted
        else bare.replace("%k", place(entry))
        for quoted, bare in words
    ]


@pytest.mark.parametrize("name", AWKWARD)
def test_a_double_click_makes_the_edition_with_the_checkout_that_it_lies_in(
    desk: Desk, name: str
) -> None:
    edition = desk.edition(name)
    desk.checkout(edition.parents[1])
    for command in (["sh", edition / COMMAND], double_click(edition / DESKTOP)):
        run = desk.start(*command)
        assert run.code == ExitCode.DONE
        assert run.facts["typed"] == ["scripts/build.py", "produire", str(edition), "--ouvrir"]
        assert run.facts["where"] == str(edition.parents[1])
        assert run.told.startswith("un problème au storyboard\n")
        assert run.told.endswith(f"{wording.ENDINGS[ExitCode.DONE]}\n\n{wording.PRESS}")


def test_a_desktop_that_tells_the_place_as_an_uri_is_understood(desk: Desk) -> None:
    edition = desk.edition("Élan 100 % & cie")
    desk.checkout(edition.parents[1])
    run = desk.start(*double_click(edition / DESKTOP, Path.as_uri))
    assert run.facts["typed"][2] == str(edition)


def test_the_installation_of_a_stick_is_taken(desk: Desk) -> None:
    edition = desk.edition("clé & co")
    desk.checkout(edition.parents[1] / "8-installation")
    run = desk.start("sh", edition / COMMAND)
    assert run.facts["typed"][0] == "8-installation/scripts/build.py"
    assert run.facts["where"] == str(edition.parents[1])


def test_scripts_of_somebody_else_on_the_way_up_are_not_run(desk: Desk) -> None:
    edition = desk.edition("à nous")
    desk.checkout(edition.parents[1])
    (edition.parent / "scripts").mkdir()
    (edition.parent / "scripts" / "build.py").write_text("raise SystemExit(9)", "utf-8")
    assert desk.start("sh", edition / COMMAND).facts["where"] == str(edition.parents[1])


def test_the_installed_program_works_where_the_editions_folder_lies(desk: Desk) -> None:
    edition = desk.edition("Mes éditions")
    desk.program()
    run = desk.start("sh", edition / COMMAND)
    assert run.facts["typed"][1:] == ["produire", str(edition), "--ouvrir"]
    assert run.facts["where"] == str(edition.parents[1])


@pytest.mark.parametrize("code", ExitCode)
def test_how_it_ended_is_told_in_a_sentence(desk: Desk, code: ExitCode) -> None:
    edition = desk.edition("2024")
    desk.program()
    run = desk.start("sh", edition / COMMAND, ending=code)
    assert run.code == code
    assert f"\n{wording.ENDINGS[code]}\n" in run.told


def test_where_no_program_is_it_is_told_where_it_was_sought(desk: Desk) -> None:
    edition = desk.edition("seule")
    run = desk.start("sh", edition / COMMAND)
    assert run.code == ExitCode.MACHINE
    for sentence in (wording.NOT_FOUND, wording.ON_PATH, wording.WHAT_TO_DO, str(edition)):
        assert sentence in run.told
    assert run.told.endswith(wording.PRESS)


def test_where_no_python_is_it_is_told(desk: Desk) -> None:
    edition = desk.edition("sans")
    desk.checkout(edition.parents[1])
    (desk.programs / "python3").unlink()
    run = desk.start("sh", edition / COMMAND)
    assert run.code == ExitCode.MACHINE
    assert wording.NO_PYTHON in run.told


@pytest.mark.parametrize("name", LAUNCHERS)
def test_code_of_ones_own_is_never_run_from_a_double_click(name: str) -> None:
    assert b"code-local" not in content(name)


BATCH_LINES = content(BATCH).decode("ascii").split("\r\n")


def test_the_batch_file_is_ascii_with_the_line_ends_of_windows() -> None:
    assert content(BATCH).isascii()
    assert not [line for line in BATCH_LINES if "\n" in line or "\r" in line]


def test_the_batch_file_leads_to_labels_that_are_there() -> None:
    labels = [line[1:] for line in BATCH_LINES if line.startswith(":")]
    aims = re.findall(r"\bgoto (\w+)", "\n".join(BATCH_LINES))
    assert len(labels) == len(set(labels))
    assert set(aims) <= set(labels)
    assert set(labels) - set(aims) <= {"installed"} | set(aims)


def test_the_batch_file_holds_its_own_with_every_sign_in_a_path() -> None:
    """`&`, `(`, `^` and spaces are safe within quotes, `%` where nothing expands twice (`call`),
    `!` where delayed expansion is off.
    """
    assert BATCH_LINES[1] == "setlocal EnableExtensions DisableDelayedExpansion"
    for line in BATCH_LINES:
        assert line.count('"') % 2 == 0, line
        assert not re.match(r"(?i)\s*call\b", line)
        outside = re.sub(r'"[^"]*"', "", line)
        assert set(re.findall(r"%+\w*%*", outside)) <= {"%CODE%", "%LEFT%", "%%I"}, line


def test_the_batch_file_gives_the_drive_of_a_share_back_when_its_window_closes() -> None:
    """`pushd` gives a path of the network a letter, which outlives the window until `popd`; what
    was opened is looked at under that letter until then.
    """
    assert BATCH_LINES.index("pause >nul") < BATCH_LINES.index("popd")
    assert BATCH_LINES[-2:] == ["exit /b %CODE%", ""]
    assert not any(re.match(r"(?i)\s*cd\b", line) for line in BATCH_LINES), "no share is entered so"


def test_the_batch_file_says_all_that_the_others_say() -> None:
    text = "\n".join(BATCH_LINES)
    for code, sentence in wording.ENDINGS.items():
        assert f'"{code:d}" echo {wording.without_accents(sentence)}&' in text
    for line in BATCH_LINES:
        if match := re.match(r"(?:if \S+ )?echo +(.*?)(?:& goto close)?$", line):
            assert not set(match[1]) & set("<>|&^!"), line


def test_a_sentence_without_accents_reads_well() -> None:
    assert wording.without_accents("Où est l’« œuvre » ?") == 'Ou est l\'"oeuvre" ?'


def test_an_argument_of_a_desktop_entry_is_read_back(tmp_path: Path) -> None:
    text = 'a "b" $c `d` \\e 100 %k'
    entry = tmp_path / "x.desktop"
    entry.write_text(f"[Desktop Entry]\nExec=run {desktop_argument(text)}\n", "utf-8")
    assert double_click(entry) == ["run", text]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)
@pytest.mark.parametrize("name", LAUNCHERS)
def test_the_editions_that_come_along_have_them(edition: Path, name: str) -> None:
    launcher = edition / name
    assert launcher.read_bytes() == content(name)
    assert os.name == "nt" or os.access(launcher, os.X_OK)


def test_a_new_edition_has_them_and_keeps_those_that_were_there(
    ceremonie: Callable[..., object], tmp_path: Path
) -> None:
    folder = tmp_path / "2024"
    folder.mkdir()
    (folder / COMMAND).write_text("le mien", "utf-8")
    ceremonie("nouvelle", "2024", "--dossier", tmp_path)
    assert (folder / COMMAND).read_text("utf-8") == "le mien"
    for name in (BATCH, DESKTOP):
        assert (folder / name).read_bytes() == content(name)
        assert os.name == "nt" or (folder / name).stat().st_mode & stat.S_IXUSR


def test_the_result_is_opened_where_that_is_asked(
    ceremonie: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ceremonie import production
    from ceremonie.order import Edition
    from ceremonie.tools import opening

    asked: list[Path] = []

    def opened(path: Path) -> bool:
        asked.append(path)
        return False

    monkeypatch.setattr(opening, "opened", opened)
    files = (tmp_path / "diaporama.pptx", tmp_path / "rapport.html")
    made = Edition(tmp_path, files, (), {})
    monkeypatch.setattr(production, "produce", lambda *_, **__: made)
    done = ceremonie("produire", "2024", "--ouvrir")
    assert asked == [tmp_path, tmp_path / "rapport.html"]
    assert "ouvrez vous-même le dossier" in done.err
    ceremonie("produire", "2024")
    assert len(asked) == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have their own opener")
def test_the_systems_opener_is_given_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ceremonie.tools.opening import opened

    monkeypatch.setenv("PATH", str(tmp_path))
    assert not opened(tmp_path)
    fifo = tmp_path / "asked"
    os.mkfifo(fifo)
    opener = tmp_path / "xdg-open"
    opener.write_text(
        f'#!{shutil.which("sh", path="/bin:/usr/bin")}\necho "$1" > "{fifo}"\n', "utf-8"
    )
    opener.chmod(0o755)
    assert opened(tmp_path / "a & b")
    assert fifo.read_text("utf-8") == f"{tmp_path / 'a & b'}\n"
