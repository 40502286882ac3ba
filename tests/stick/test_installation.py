"""The program on the stick: installed on a computer with no network, from wheels alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from ceremonie import words
from ceremonie.diagnostics import MachineError, UsageError
from ceremonie.progress import silent
from ceremonie.starting import launchers
from ceremonie.stick import installation
from ceremonie.stick.installation import PYTHONS, SYSTEMS, Target, lock_for
from ceremonie.stick.stick_file import Use
from ceremonie.tools import pip

from ..conftest import Outcome, require
from .conftest import Hall

LOCK = (Path(__file__).parents[2] / "requirements" / "ceremonie.txt").read_text("utf-8")
HERE = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
OWN = f"{sys.version_info[0]}.{sys.version_info[1]}"
NOWHERE = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_NO_COMPILE": "1"}


def names(target: Target) -> list[str]:
    return re.findall(r"(?m)^([\w-]+)==", lock_for(target, LOCK))


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_each_computer_is_given_one_version_of_each_package(system: str, python: str) -> None:
    every = set(re.findall(r"(?m)^([\w-]+)==", LOCK))
    for machine in SYSTEMS[system]:
        given = names(Target(machine, python))
        assert len(given) == len(set(given))
        assert every - set(given) == (set() if system == "windows" else {"colorama"})


def test_the_version_that_is_given_is_that_of_its_python() -> None:
    (machine,) = SYSTEMS["linux"]
    old, new = (lock_for(Target(machine, python), LOCK) for python in ("3.11", "3.12"))
    assert re.findall(r"(?m)^av==(\d+)", old) < re.findall(r"(?m)^av==(\d+)", new)
    assert " ; " not in old + new
    assert old.count("--hash=sha256:") > len(names(Target(machine, "3.11")))


def test_a_marker_that_is_not_understood_is_never_passed_over() -> None:
    (machine,) = SYSTEMS["linux"]
    with pytest.raises(ValueError, match="platform_machine"):
        Target(machine, "3.13").takes("platform_machine == 'arm64'")


def test_without_a_network_it_is_told_and_nothing_is_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in NOWHERE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(pip, "wheel", lambda *_: None)
    with pytest.raises(MachineError) as caught:
        installation.files((HERE,), tmp_path, silent)
    (told,) = caught.value.diagnostics
    assert told.slug == "usb-installation"
    assert "annotated-types" in told.message
    assert "réseau" in told.remedy


def test_the_systems_that_may_be_asked_for_are_those_that_the_help_names(
    ceremonie: Callable[..., Outcome],
) -> None:
    assert tuple(SYSTEMS) == words.SYSTEMS
    assert "windows, macos, linux" in " ".join(ceremonie("cle", "--aide").out.split())
    for wrong in ("amiga", "windows,amiga", ","):
        told = ceremonie("cle", "2024", "--installation", wrong)
        assert (told.code, "n'est pas un système" in told.err) == (2, True)
    known = ceremonie("cle", "nulle-part", "--installation", "Windows, macOS,")
    assert "usb-introuvable" in known.err


def _tiny(*_: object) -> None:
    """A wheel as pip names it, in the last of the arguments that is a folder."""
    folder = next(one for one in reversed(_) if isinstance(one, Path) and one.name == "paquets")
    (folder / "numpy-2.5.5-cp313-cp313-win_amd64.whl").write_bytes(b"numpy")


def test_the_program_lies_on_the_stick_with_what_installs_it(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pip, "wheel", lambda *_: None)
    monkeypatch.setattr(pip, "download", _tiny)
    assert hall.run("2024", "--installation", "windows").code == 0
    folder = hall.stick / Use.INSTALLATION
    assert {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} == {
        *("LISEZMOI.txt", "scripts/build.py", "scripts/_environment.py"),
        *("requirements/ceremonie.txt", "paquets/numpy-2.5.5-cp313-cp313-win_amd64.whl"),
    }
    readme = (folder / "LISEZMOI.txt").read_text("utf-8-sig")
    assert "Windows (64 bits)" in readme
    assert "Linux" not in readme
    assert "8-installation/paquets" in (hall.stick / "empreintes.txt").read_text("ascii")
    assert "8-installation" in (hall.stick / "A-LIRE-D-ABORD.html").read_text("utf-8")


def test_without_a_network_no_stick_is_begun(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise pip.PipError("aucune route")

    monkeypatch.setattr(pip, "wheel", fail)
    told = hall.run("2024", "--installation", "windows")
    assert (told.code, "usb-installation" in told.err) == (3, True)
    assert not hall.stick.exists()


def test_an_installed_program_says_where_to_make_a_stick_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path / "a" / "ceremonie")
    with pytest.raises(UsageError) as caught:
        installation.files((HERE,), tmp_path, silent)
    assert caught.value.diagnostics[0].slug == "usb-sans-sources"


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installation for this computer and this Python, as it lies on a stick with an awkward
    name; its packages come from the index that pip is set up for.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installation, "PYTHONS", (OWN,))
        try:
            files = installation.files((HERE,), tmp_path_factory.mktemp("wheels"), silent)
        except MachineError as error:
            require("reseau", f"pip reached no index: {error}")
            raise
    root = tmp_path_factory.mktemp("stick") / "clé & co"
    for file in files:
        (root / file.name).parent.mkdir(parents=True, exist_ok=True)
        (root / file.name).write_bytes(
            file.source if isinstance(file.source, bytes) else file.source.read_bytes()
        )
    return root / Use.INSTALLATION


def test_the_launchers_look_where_a_stick_has_it() -> None:
    for name in (launchers.BATCH, launchers.COMMAND):
        assert Use.INSTALLATION.value in launchers.content(name).decode()


def start(stick: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [sys.executable, "scripts/build.py", *arguments],
        cwd=stick,
        env=bare | NOWHERE | {"PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_it_is_installed_from_the_stick_with_no_network(stick: Path) -> None:
    """Slow: some forty packages are got, copied, and unpacked into an empty environment; first with
    one that was tampered with.
    """
    (victim,) = (stick / "paquets").glob("annotated_types-*.whl")
    whole = victim.read_bytes()
    victim.write_bytes(whole + b"\0")
    refused = start(stick, "--version")
    assert refused.returncode == 3
    assert "LISEZMOI.txt" in refused.stderr

    victim.write_bytes(whole)
    done = start(stick, "--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("ceremonie ")
    again = start(stick)
    assert again.returncode == 0
    assert "installation dans .venv" not in again.stderr
    assert "produire" in again.stdout
    made = start(stick, "nouvelle", "2024")
    assert made.returncode == 0, made.stderr
    assert (stick / "assets" / "2024" / "storyboard.yaml").is_file()
