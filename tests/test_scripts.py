"""The start points for people, the locks that they install, what the whole suite asks for."""

from __future__ import annotations

import ast
import platform
import re
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from .conftest import REQUIRED

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "requirements"
LOCKS = ("ceremonie", "tests")
PEERS, LOWEST = "peers", "lowest"
PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)==(\S+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=.*\n)+)")


def pins(lock: str) -> dict[str, set[str]]:
    """Name → versions; more than one where an older Python needs an older version."""
    found: dict[str, set[str]] = {}
    for name, version, _, _ in PIN.findall(text(lock)):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def text(lock: str) -> str:
    return (REQUIREMENTS / f"{lock}.txt").read_text("utf-8")


def declared(lock: str) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups: dict[str, Any] = project["dependency-groups"]
    if lock == PEERS:
        return [Requirement(item) for item in groups[PEERS]]
    wanted = [*project["project"]["dependencies"], *groups["build"]]
    if lock == "tests":
        wanted += [item for item in groups["test"] if isinstance(item, str)]
    return [Requirement(item) for item in wanted]


@pytest.mark.parametrize("lock", [*LOCKS, PEERS, LOWEST])
def test_a_lock_holds_pins_with_hashes_and_nothing_else(lock: str) -> None:
    rest = PIN.sub("", text(lock))
    assert [line for line in rest.splitlines() if not line.startswith("#")] == []
    for _, _, _, hashes in PIN.findall(text(lock)):
        digests = [line.strip(" \\") for line in hashes.splitlines()]
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", digest) for digest in digests)


@pytest.mark.parametrize("lock", [*LOCKS, PEERS, LOWEST])
def test_a_lock_names_no_index(lock: str) -> None:
    assert not re.search(r"https?:|://|index|find-links|file:|\.(org|com|net)\b", text(lock))


@pytest.mark.parametrize("lock", [*LOCKS, PEERS, LOWEST])
def test_a_lock_satisfies_what_is_declared(lock: str) -> None:
    locked = pins(lock)
    for wanted in declared(lock):
        versions = locked[canonicalize_name(wanted.name)]
        assert all(wanted.specifier.contains(version) for version in versions), wanted


def test_the_lowest_lock_holds_the_floors_that_are_declared() -> None:
    locked = pins(LOWEST)
    for wanted in declared("ceremonie"):
        (floor,) = (spec.version for spec in wanted.specifier if spec.operator == ">=")
        newest = {Version(version).release for version in locked[canonicalize_name(wanted.name)]}
        assert newest, wanted
        assert {release[: floor.count(".") + 1] for release in newest} == {Version(floor).release}


def test_every_dependency_has_a_ceiling() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for item in project["project"]["dependencies"]:
        assert {spec.operator for spec in Requirement(item).specifier} == {">=", "<"}, item


def test_the_lock_of_the_tests_holds_that_of_the_program() -> None:
    assert pins("ceremonie").items() <= pins("tests").items()


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`scripts/_environment.py`, at work in a folder where everything seems installed."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "_environment", raising=False)
    import _environment  # type: ignore[import-not-found,unused-ignore]

    module: Any = _environment
    locks = tmp_path / "requirements"
    locks.mkdir()
    for lock in LOCKS:
        (locks / f"{lock}.txt").write_text(text(lock), "utf-8")
    monkeypatch.setattr(module, "REQUIREMENTS", locks)
    monkeypatch.setattr(module, "FOLDER", tmp_path / "venv")
    (tmp_path / "venv").mkdir()
    monkeypatch.setattr(module, "_python", lambda: Path(sys.executable))
    return _environment  # type: ignore[no-any-return,unused-ignore]


@pytest.fixture
def installed(environment: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locks that were installed, in order; nothing is fetched."""
    locks: list[str] = []
    monkeypatch.setattr(environment, "_install", lambda lock, _: locks.append(lock))
    return locks


def test_an_environment_is_installed_once(environment: Any, installed: list[str]) -> None:
    for _ in range(2):
        environment.prepare("ceremonie")
    assert installed == ["ceremonie"]


def test_of_two_commands_at_once_the_second_waits_for_the_installation_of_the_first(
    environment: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    second = threading.Thread(target=environment.prepare, args=("ceremonie",))

    def install(lock: str, _: Path | None) -> None:
        installed.append(lock)
        if len(installed) == 1:
            second.start()
            second.join(timeout=0.5)

    monkeypatch.setattr(environment, "_install", install)
    environment.prepare("ceremonie")
    second.join()
    assert installed == ["ceremonie"]


def test_the_environment_of_the_tests_serves_the_program_too(
    environment: Any, installed: list[str]
) -> None:
    environment.prepare("tests")
    environment.prepare("ceremonie")
    assert installed == ["tests"]


def test_that_of_the_program_does_not_serve_the_tests(
    environment: Any, installed: list[str]
) -> None:
    environment.prepare("ceremonie")
    environment.prepare("tests")
    assert installed == ["ceremonie", "tests"]


def test_a_changed_lock_is_installed_anew(environment: Any, installed: list[str]) -> None:
    environment.prepare("ceremonie")
    with (environment.REQUIREMENTS / "ceremonie.txt").open("a") as lock:
        lock.write("# changed\n")
    environment.prepare("ceremonie")
    assert installed == ["ceremonie", "ceremonie"]


def test_an_environment_that_lost_its_interpreter_is_installed_anew(
    environment: Any, installed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare("ceremonie")
    monkeypatch.setattr(environment, "_python", lambda: tmp_path / "lost")
    environment.prepare("ceremonie")
    assert installed == ["ceremonie", "ceremonie"]


def test_an_old_python_is_told_in_french(
    environment: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as left:
        environment.prepare("ceremonie")
    assert left.value.code == 3
    assert "Python 3.11 ou plus récent est nécessaire (ici : 3.9)" in capsys.readouterr().err


def test_a_failed_installation_is_told_and_taken_up_again(
    environment: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "_create", lambda: None)
    monkeypatch.setattr(environment, "_pip", lambda *_: 1)
    for _ in range(2):
        with pytest.raises(SystemExit) as left:
            environment.prepare("ceremonie")
        assert left.value.code == 3
        assert "proxy" in capsys.readouterr().err


def test_from_a_folder_of_packages_nothing_is_fetched_and_every_hash_is_asked_for(
    environment: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(environment, "_create", lambda: None)
    monkeypatch.setattr(environment, "_pip", lambda *given: asked.append(given))
    environment.prepare("ceremonie", tmp_path)
    for given in asked:
        assert given[given.index("--no-index") :][:3] == ("--no-index", "--find-links", tmp_path)
    assert [("--require-hashes" in given, "--editable" in given) for given in asked] == [
        (True, False),
        (False, True),
    ]


def test_packages_of_another_computer_are_told_by_what_this_one_is(
    environment: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(environment, "_create", lambda: None)
    monkeypatch.setattr(environment, "_pip", lambda *_: 1)
    with pytest.raises(SystemExit) as left:
        environment.prepare("ceremonie", tmp_path)
    told = capsys.readouterr().err
    assert left.value.code == 3
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}, {platform.system()}" in told
    assert "proxy" not in told


@pytest.mark.parametrize("given", [("--paquets",), ("--paquets=",), ("--paquets", "nulle-part")])
def test_a_folder_of_packages_that_is_none_is_told(given: tuple[str, ...], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build.py", *given],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "Le dossier des paquets n'existe pas" in done.stderr


def test_an_interrupted_installation_begins_anew(
    environment: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What pip had half written is not taken for installed; nobody sees a traceback."""
    done: list[str] = []

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "_create", lambda: done.append("created"))
    monkeypatch.setattr(environment, "_pip", interrupted)
    with pytest.raises(SystemExit) as left:
        environment.prepare("ceremonie")
    assert (left.value.code, done) == (130, [])
    assert "Installation interrompue." in capsys.readouterr().err

    monkeypatch.setattr(environment, "_pip", lambda *_: done.append("installed"))
    for _ in range(2):
        environment.prepare("ceremonie")
    assert done == ["created", "installed", "installed"]


def test_a_virtual_environment_made_by_hand_is_kept(
    environment: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(environment, "_create", lambda: done.append("created"))
    monkeypatch.setattr(environment, "_pip", lambda *_: done.append("installed"))
    environment.prepare("tests")
    assert done == ["installed", "installed"]


def test_the_exit_code_of_the_command_is_handed_on(environment: Any) -> None:
    assert environment.run("-c", "raise SystemExit(5)") == 5


def test_another_python_does_not_reach_in(
    environment: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    told = f"import sys; sys.exit({str(tmp_path)!r} in sys.path)"
    assert environment.run("-c", told, where=tmp_path) == 0


def test_compiled_modules_are_kept(environment: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert environment.run("-c", "import sys; sys.exit(sys.dont_write_bytecode)") == 0


def test_the_whole_suite_demands_every_program_that_a_test_may_want() -> None:
    wanted = {
        node.args[0].value
        for module in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "require"
        and isinstance(node.args[0], ast.Constant)
    }
    run = (ROOT / ".ci" / "run").read_text("utf-8")
    demanded = re.search(rf"{REQUIRED}=(\S+)", run)
    assert demanded
    assert set(demanded[1].split(",")) == wanted
