"""The command line: French, exact exit codes, results on stdout and the rest on stderr."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceremonie import __version__, words
from ceremonie.arguments import parse
from ceremonie.cli import main
from ceremonie.diagnostics import ExitCode, StoryboardError
from ceremonie.formats import Shape
from ceremonie.machine import MOST_WORKERS
from ceremonie.media import Means
from ceremonie.production import Edition, produce
from ceremonie.progress import Progress, Step

from .conftest import Outcome

Run = Callable[..., Outcome]


@pytest.mark.parametrize(
    "command",
    [(), ("produire",), ("verifier",), ("nouvelle",), ("relire",), ("importer",), ("schema",)],
)
def test_help_is_french_throughout(ceremonie: Run, command: tuple[str, ...]) -> None:
    told = ceremonie(*command, "--help")
    assert told.code == ExitCode.DONE
    assert told.out.startswith("utilisation : ceremonie")
    assert not re.search(r"\b(usage|show|positional|optional|message|exit|default)\b", told.out)


@pytest.mark.parametrize("asked", ["--aide", "--help", "-h"])
@pytest.mark.parametrize("command", [(), ("produire",), ("cache",)])
def test_help_is_given_in_whatever_language_it_is_asked_for(
    ceremonie: Run, command: tuple[str, ...], asked: str
) -> None:
    told = ceremonie(*command, asked)
    assert told.code == ExitCode.DONE
    assert told.out.startswith("utilisation : ceremonie")


@pytest.mark.parametrize(
    "arguments",
    [
        ("verifier", "rien.yaml"),
        ("nouvelle", "aux"),
        ("nouvelle", "2031"),
        ("produire",),
        ("--aide",),
        ("--sortie", "x"),
    ],
)
def test_the_command_is_named_as_it_was_typed(
    ceremonie: Run,
    arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CEREMONIE_COMMANDE", "python scripts/build.py")
    told = ceremonie(*arguments)
    text = told.out + told.err
    assert "python scripts/build.py" in text
    assert not re.search(r"(?<!du )\bceremonie (?!:)", text)


@pytest.mark.parametrize(
    "given",
    [
        "2031", "assets/2031", "assets/2031/", "assets\\2031", "assets\\2031\\storyboard.yaml",
        "assets/2031/storyboard.yaml", "Fete d'ete", "fête d'été",
    ],
)  # fmt: skip
def test_a_name_a_folder_and_a_file_stand_for_a_storyboard(
    ceremonie: Run, board: Path, given: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("2031", "Fe\u0302te d'e\u0301te\u0301"):
        shutil.copytree(board.parent, tmp_path / "assets" / name)
    monkeypatch.chdir(tmp_path)
    outcome = ceremonie("verifier", given)
    assert outcome.code == ExitCode.DONE, outcome.out


@pytest.mark.parametrize("actual", ["storyboard.yaml.txt", "storyboard.yaml.yaml"])
def test_an_ending_that_windows_hides_is_told(ceremonie: Run, board: Path, actual: str) -> None:
    board.rename(board.with_name(actual))
    for given in (board, *((board.parent,) if actual.endswith(".txt") else ())):
        outcome = ceremonie("verifier", given)
        assert outcome.code == ExitCode.STORYBOARD
        assert f"« {actual} » : Windows cache la fin des noms" in outcome.out


def test_a_storyboard_with_the_shorter_ending_is_found(ceremonie: Run, board: Path) -> None:
    board.rename(board.with_name("storyboard.yml"))
    assert ceremonie("verifier", board.parent).code == ExitCode.DONE


@pytest.mark.parametrize(
    "written",
    [
        ("--format", "16:9,9:16"),
        ("--format", " 16:9 , 9:16 "),
        ("--format", "16:9,", "9:16"),
        ("--format=16:9,", "9:16"),
        ("--format", "16:9", ",9:16"),
        ("--format", "16:9,9:16,"),
    ],
)
def test_formats_may_be_written_with_spaces(written: tuple[str, ...]) -> None:
    before, after = (parse(("produire", *some, "x")) for some in (written, ()))
    assert (before.storyboard, before.format) == ("x", (Shape.WIDE, Shape.TALL))
    assert parse(("produire", "x", *written)).format == (Shape.WIDE, Shape.TALL)
    assert after.format == ()


def test_version(ceremonie: Run) -> None:
    assert ceremonie("--version").out == f"ceremonie {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "il manque : COMMANDE"),
        (("prodire", "x"), "« prodire » n'est pas connu ; vouliez-vous dire « produire » ?"),
        (("produire", "x", "--seulment", "film"), "vouliez-vous dire « --seulement » ?"),
        (("produire", "x", "--seulement", "son"), "au choix : diaporama, film"),
        (("produire", "x", "--format", "4:3"), "« 4:3 » n'est pas un format de film ; au choix"),
        (("produire", "x", "--format", "16:9, 16/9"), "« 16/9 » n'est pas un format de film"),
        (("verifier", "x", "--format", "9/16"), "vouliez-vous dire « 9:16 » ?"),
        (("produire", "x", "--format", ","), "au choix : 16:9, 1:1, 9:16"),
        (("produire", "x", "--format"), "--format attend une valeur"),
        (("produire", "x", "--ratio", "1:1"), "vouliez-vous dire « --format » ?"),
        (("produire", "x", "--travaux", "0"), "« 0 » n'est pas un nombre de processus"),
        (("produire", "x", "--travaux", "deux"), "« deux » n'est pas un nombre de processus"),
        (("produire", "x", "--sortie"), "--sortie attend une valeur"),
        (("produire",), "il manque : STORYBOARD"),
        (("peindre", "x"), "« peindre » n'est pas connu"),
        (("--sortie", "x", "produire", "y"), "--sortie se place après la commande"),
        (("produire", "x", "--s", "y"), "« --s » peut vouloir dire --seulement, --sortie"),
        (("produire", "x", "--s=y z"), "« --s » peut vouloir dire --seulement, --sortie"),
        (("produire", "x", "--brouillon=oui"), "--brouillon s'écrit sans valeur"),
        (("produire", "x", "--seulement", "l'un"), "« l'un » n'est pas possible pour --seulement"),
        (("d'abord",), "« d'abord » n'est pas connu"),
        (("produire", "mon", "dossier"), "« dossier » est de trop"),
        (("schema", "--json"), "--json ne va pas avec ceremonie schema"),
        (("verifier", "x", "--jason"), "vouliez-vous dire « --json » ?"),
        (("produire", "x", "--output", "y"), "vouliez-vous dire « --sortie » ?"),
        (("produire", "x", "-o", "y"), "vouliez-vous dire « --sortie » ?"),
        (("produire", "x", "--draft"), "vouliez-vous dire « --brouillon » ?"),
        (("produire", "x", "--Brouillon"), "vouliez-vous dire « --brouillon » ?"),
        (("produire", "x", "--force"), "vouliez-vous dire « --remplacer » ?"),
        (("build", "x"), "vouliez-vous dire « produire » ?"),
        (("Vérifier", "x"), "vouliez-vous dire « verifier » ?"),
        (("help",), "vouliez-vous dire « --aide » ?"),
    ],
)
def test_wrong_usage_is_told_in_french(
    ceremonie: Run, arguments: tuple[str, ...], told: str
) -> None:
    outcome = ceremonie(*arguments)
    assert outcome.code == ExitCode.USAGE
    assert outcome.out == ""
    assert told in outcome.err
    assert "--aide" in outcome.err
    assert not re.search(r"\b(argument|invalid|choice|could|unrecognized)\b", outcome.err)


def test_a_good_storyboard_is_told_to_be_good(ceremonie: Run, board: Path) -> None:
    outcome = ceremonie("verifier", board)
    assert outcome.code == ExitCode.DONE
    assert "Aucun problème" not in outcome.err
    assert "erreur [" not in outcome.out


def test_verify_tells_everything_at_once_and_writes_nothing(
    ceremonie: Run, board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = board.read_text("utf-8").replace("date: 2023-12-01", "date: 1er décembre")
    text = text.replace("photo.jpg", "foto.jpg").replace("organisateur", "organizateur")
    board.write_text(text, "utf-8")
    before = sorted(tmp_path.rglob("*"))
    outcome = ceremonie("verifier", board)
    assert outcome.code == ExitCode.STORYBOARD
    slugs = re.findall(r"erreur \[([a-z-]+)\]", outcome.out)
    assert len(set(slugs)) >= 3
    assert "vouliez-vous dire « photo.jpg » ?" in outcome.out
    assert sorted(tmp_path.rglob("*")) == before


def test_diagnostics_as_json(ceremonie: Run, board: Path) -> None:
    board.write_text(board.read_text("utf-8").replace("photo.jpg", "foto.jpg"), "utf-8")
    outcome = ceremonie("verifier", board, "--json")
    assert outcome.code == ExitCode.STORYBOARD
    told = json.loads(outcome.out)["diagnostics"]
    missing = next(d for d in told if d["code"] == "media-introuvable")
    assert (missing["gravite"], missing["ligne"]) == ("erreur", 13)


def test_a_folder_stands_for_its_storyboard(ceremonie: Run, board: Path) -> None:
    assert ceremonie("verifier", board.parent).code == ExitCode.DONE


def test_a_missing_storyboard(ceremonie: Run, tmp_path: Path) -> None:
    outcome = ceremonie("produire", tmp_path / "rien.yaml")
    assert outcome.code == ExitCode.STORYBOARD
    assert "storyboard-introuvable" in outcome.err


@pytest.mark.parametrize(
    ("given", "free"),
    [
        ("2027", "2027"),
        ("jeunes", "jeunes"),
        ("rien.yaml", "2024"),
        ("é/2027/storyboard.yaml", "2027"),
    ],
)
def test_a_storyboard_that_is_nowhere_can_be_begun_by_the_command_that_is_told(
    ceremonie: Run, given: str, free: str
) -> None:
    assert f"ceremonie nouvelle {free}\n" in ceremonie("produire", given).err


@pytest.mark.parametrize("folder", ["Mes éditions", "été (fini)", "R&D", "L'été"])
def test_the_command_that_is_told_next_can_be_typed_as_it_is(
    ceremonie: Run, tmp_path: Path, folder: str
) -> None:
    made = ceremonie("nouvelle", "2024", "--dossier", tmp_path / folder)
    typed = shlex.split(made.out.rpartition("Ensuite : ")[2])
    assert typed[:2] == ["ceremonie", "produire"]
    assert ceremonie("verifier", *typed[2:]).code == ExitCode.DONE
    storyboard = Path(typed[2]).read_text("utf-8")
    assert f'ceremonie produire "{typed[2]}"' in storyboard


def test_a_new_edition_checks_out_as_it_is(ceremonie: Run, tmp_path: Path) -> None:
    outcome = ceremonie("nouvelle", "2024", "--dossier", tmp_path)
    assert outcome.code == ExitCode.DONE
    assert "ceremonie produire" in outcome.out
    assert ceremonie("verifier", tmp_path / "2024").code == ExitCode.DONE
    again = ceremonie("nouvelle", "2024", "--dossier", tmp_path)
    assert again.code == ExitCode.USAGE
    assert "2024" in again.err


def test_the_schema_is_json(ceremonie: Run) -> None:
    assert json.loads(ceremonie("schema").out)["type"] == "object"


def test_an_internal_error_shows_no_traceback_unless_asked(
    ceremonie: Run, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("imprévu")

    monkeypatch.setattr("ceremonie.production.survey", fail)
    quiet = ceremonie("verifier", board)
    assert quiet.code == ExitCode.RENDERING
    assert "Traceback" not in quiet.err
    assert "imprévu" in quiet.err
    assert "Traceback" in ceremonie("verifier", board, "--trace").err


class Dropped:
    """What is collected runs our code where nothing can be raised."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("swallowing", ["made another error", "ignored"])
def test_a_library_that_swallows_ctrl_c_ends_with_130(
    swallowing: str, ceremonie: Run, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallow(*_: object, **__: object) -> None:
        if swallowing == "ignored":
            Dropped()
            threading.Event().wait(20)
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise ValueError(str(error)) from None

    monkeypatch.setattr("ceremonie.production.survey", swallow)
    outcome = ceremonie("verifier", board)
    assert outcome.code == ExitCode.INTERRUPTED
    assert outcome.err.strip() == words.INTERRUPTED


def test_interrupting_ends_with_130(
    ceremonie: Run, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ceremonie.production.survey", interrupt)
    outcome = ceremonie("verifier", board)
    assert outcome.code == ExitCode.INTERRUPTED
    assert "Interrompu" in outcome.err


def test_help_brings_nothing_heavy_along() -> None:
    code = (
        "import sys\nfrom ceremonie.cli import main\nmain(['--help'])\n"
        "heavy = {'numpy', 'cv2', 'pydantic', 'pptx', 'moviepy', 'yaml', 'rich', 'PIL'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert told.returncode == 0


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ceremonie", *arguments]


@pytest.mark.parametrize("left", ["stdout", "stderr"])
def test_a_reader_that_left_changes_nothing(tmp_path: Path, left: str) -> None:
    """As in `ceremonie … | head`."""
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, left: writing}
    missing = str(tmp_path / "rien.yaml")
    done = subprocess.run(
        command("produire", missing, "--json"),
        check=False,
        stdout=streams["stdout"],
        stderr=streams["stderr"],
    )
    os.close(writing)
    assert done.returncode == ExitCode.STORYBOARD
    assert b"Traceback" not in (done.stderr or b"")
    assert b"storyboard-introuvable" in (done.stderr or done.stdout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("schema",), ("--help",), ("verifier", "rien", "--json")])
def test_a_result_for_which_there_is_no_room_is_told(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*arguments), check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == ExitCode.MACHINE
    assert "plus de place" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_more_workers_than_every_system_can_wait_for(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def examine(_: object, means: Means, **__: object) -> None:
        asked.append(means.workers)
        raise StoryboardError

    monkeypatch.setattr("ceremonie.media.examine", examine)
    for workers in (3, 5000):
        with pytest.raises(StoryboardError):
            produce(board, workers=workers, cache=board.parent / "cache")
    assert asked == [3, MOST_WORKERS]


def test_the_module_runs_too() -> None:
    told = subprocess.run(command("--version"), check=True, capture_output=True, text=True).stdout
    assert told == f"ceremonie {__version__}\n"


def test_main_takes_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["ceremonie", "--version"])
    assert main() == ExitCode.DONE


def test_a_step_that_goes_on_is_told_every_two_seconds_with_the_time_left(
    ceremonie: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By recorded calls: a quarter of the film takes ten seconds, and then nothing more comes for
    four. The clock is the test's.
    """
    clock = iter([0.0, 10.0, 11.0, 12.5, 13.0, 14.5, 20.0])

    def played(*_: object, progress: Progress, **__: object) -> Edition:
        for part in (0.0, 0.25, 0.25, 0.25, 0.25, 0.25, 1.0):
            progress(Step.FILM, part)
        return Edition(tmp_path, (), (), {})

    monkeypatch.setattr("ceremonie.production.produce", played)
    monkeypatch.setattr("ceremonie.advancing.time", SimpleNamespace(monotonic=lambda: next(clock)))
    told = ceremonie("produire", tmp_path)
    assert told.err.splitlines() == [
        "rendu du film : 0 %",
        "rendu du film : 25 %, encore 30 s environ",
        "rendu du film : 25 %, encore 40 s environ",
        "rendu du film : 25 %, encore 45 s environ",
        "rendu du film : terminé en 20 s",
    ]
