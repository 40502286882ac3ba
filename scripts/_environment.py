"""The Python environment of the start points: `.venv`, with exactly what a lock names.

Plain Python, so that a fresh machine can run it; what a person reads is French.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn, TextIO

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
LOCKS = ("ceremonie", "tests")
"""Each holds all that the one before it holds."""

DECLARATION = ROOT / "pyproject.toml"
"""Only a stick's installation has none: the program is a wheel there, among its packages."""

PACKAGES = ROOT / "paquets"
"""Wheels that lie beside the scripts, as on a stick: then nothing is fetched."""

OLDEST = (3, 11)
USAGE = 2
MACHINE = 3
"""Exit codes of the contract: wrong usage, a machine that lacks something."""

INTERRUPTED = 130


def prepare(lock: str, packages: Path | None = None) -> Path:
    """The environment's interpreter; what is missing is installed first, once, from the wheels in
    the folder `packages` where there is one: then nothing is fetched.
    """
    if sys.version_info < OLDEST:
        give_up(
            f"Python {OLDEST[0]}.{OLDEST[1]} ou plus récent est nécessaire "
            f"(ici : {sys.version_info[0]}.{sys.version_info[1]}).",
            "installez-le, puis relancez cette commande avec lui",
        )
    key = _key()
    if not _ready(lock, key):
        try:
            _install_alone(lock, key, packages or _packages_beside())
        except KeyboardInterrupt:
            give_up("Installation interrompue.", "relancez pour la reprendre", INTERRUPTED)
    return _python()


def _packages_beside() -> Path | None:
    return PACKAGES if PACKAGES.is_dir() else None


def _install_alone(lock: str, key: str, packages: Path | None) -> None:
    """Whoever comes second waits, and finds it done: two at once would undo each other's work."""
    try:
        turn = FOLDER.with_name(".venv.verrou").open("w")
    except OSError:  # a folder in which nothing can be written: the installation tells that
        turn = None
    with turn or contextlib.nullcontext():
        if turn:
            _hold(turn)
        if not _ready(lock, key):
            _install(lock, packages)
            _stamp(lock).write_text(key, "utf-8")


def _hold(file: TextIO) -> None:
    """Wait until nobody else holds it; it is let go when it is closed, even by a crash."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX)


def run(*arguments: str | Path, where: Path | None = None) -> int:
    """Run the environment's interpreter; returns its exit code.

    Ctrl-C is heard by the command itself, which puts things in order: it is waited for.
    """
    process = subprocess.Popen([_python(), "-P", *arguments], cwd=where, env=_surroundings())
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue
        return code if code >= 0 else 128 - code


def _python() -> Path:
    windows = os.name == "nt"
    return FOLDER / ("Scripts/python.exe" if windows else "bin/python")


def _surroundings() -> dict[str, str]:
    """Nothing of another Python reaches into this one; compiled modules are kept, or else each of
    the many processes that render and that are tested would compile them all once more.
    """
    foreign = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
    return {k: v for k, v in os.environ.items() if k not in foreign}


def _key() -> str:
    """Changes with the locks, the project's declaration, the place, and the Python that runs."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version}\n{sys.base_prefix}".encode())
    locks = (REQUIREMENTS / f"{name}.txt" for name in LOCKS)
    for file in (DECLARATION, *locks, *_own_wheels(PACKAGES)):
        if file.is_file():  # a stick has no declaration, and no lock of the tests
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _own_wheels(packages: Path) -> list[Path]:
    return sorted(packages.glob("ceremonie-*.whl"))


def _stamp(lock: str) -> Path:
    return FOLDER / f"installed-{lock}"


def _ready(lock: str, key: str) -> bool:
    enough = LOCKS[LOCKS.index(lock) :]
    stamps = (_stamp(name) for name in enough)
    return _python().exists() and any(s.is_file() and s.read_text("utf-8") == key for s in stamps)


def _install(lock: str, packages: Path | None) -> None:
    """A package that an interruption left half written passes for installed: then all is redone."""
    print("Première utilisation : installation dans .venv (quelques minutes)…", file=sys.stderr)
    unfinished = FOLDER / "unfinished"
    if unfinished.exists() or not _works():
        _create()
    unfinished.touch()
    for name in LOCKS:
        _stamp(name).unlink(missing_ok=True)
    offline = ("--no-index", "--find-links", packages) if packages else ()
    exact = ("--require-hashes", "--only-binary", ":all:", "-r", REQUIREMENTS / f"{lock}.txt")
    for wanted in (exact, _program(packages)):
        if _pip("install", "--quiet", "--no-deps", "--no-input", *offline, *wanted):
            give_up(
                "L'installation n'a pas abouti (le message de pip est ci-dessus).", _way(packages)
            )
    unfinished.unlink()


def _program(packages: Path | None) -> tuple[str | Path, ...]:
    """This checkout, or the wheel that a stick has in its place."""
    if DECLARATION.is_file():
        return "--no-build-isolation", "--editable", ROOT
    wheels = _own_wheels(packages) if packages else []
    if not wheels:
        give_up(
            "Le programme lui-même (ceremonie-….whl) n'est pas parmi les paquets.",
            "copiez le dossier d'installation entier, puis relancez",
        )
    return "--force-reinstall", wheels[-1]


def _way(packages: Path | None) -> str:
    """What to do where pip has failed."""
    if packages is None:
        return (
            "vérifiez la connexion au réseau (proxy compris) et la place sur le disque, "
            "puis relancez : ce qui manque sera repris"
        )
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}, {platform.system()}"
    return (
        f"« {packages} » doit avoir les paquets de cet ordinateur ({here}, {platform.machine()}) ; "
        "LISEZMOI.txt dit pour lesquels il a été fait. Refaites-le, ou installez l'un de ces Python"
    )


def _pip(*arguments: str | Path) -> int:
    """The exit code of pip. Unlike with `run`, Ctrl-C stops it within a moment and is raised."""
    command = [_python(), "-P", "-m", "pip", *arguments]
    return subprocess.run(command, check=False, env=_surroundings()).returncode


def demand_tests(script: Path) -> None:
    """Where this Python has not what the tests use, the script runs in the environment that has,
    and this process ends as that one does.
    """
    if find_spec("pytest") is None or find_spec("ceremonie") is None:
        prepare("tests")
        sys.exit(run(script, *sys.argv[1:]))


def _works() -> bool:
    """Whether an environment made by this same Python is there and has pip."""
    told = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        done = subprocess.run(
            [_python(), "-P", "-c", told], check=False, capture_output=True, env=_surroundings()
        )
    except OSError:
        return False
    return done.returncode == 0


def _create() -> None:
    try:
        venv.create(FOLDER, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        give_up(
            "L'environnement .venv n'a pas pu être créé.",
            "vérifiez que ce dossier n'est pas en lecture seule ; sous Debian et Ubuntu, "
            "installez le paquet python3-venv",
        )


def give_up(message: str, remedy: str, code: int = MACHINE) -> NoReturn:
    print(f"{message}\n   aide : {remedy}", file=sys.stderr)
    raise SystemExit(code)
