"""The program itself on the stick: wheels for the systems that are asked for, and the scripts that
install them with no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from ceremonie.diagnostics import MachineError, UsageError
from ceremonie.messages import problem
from ceremonie.progress import Progress, Step
from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.tools import pip

PACKAGES = "paquets"
README = "LISEZMOI.txt"
SCRIPTS = ("scripts/build.py", "scripts/_environment.py")
LOCK = "requirements/ceremonie.txt"

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""Every Python that the lock is made for and that a computer is likely to have: a wheel in machine
code fits one of them alone.
"""


@dataclass(frozen=True)
class Machine:
    """A kind of computer: Python's `sys.platform` there, and the tags of wheels that it takes."""

    platform: str
    tags: tuple[str, ...]


_LINUX = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1))
"""Down from the C library of Debian 11 and RHEL 8 (PEP 600); pip adds no older ones by itself."""

_OLD_LINUX = tuple(f"manylinux{year}_x86_64" for year in ("2014", "2010", "1"))

SYSTEMS: dict[str, tuple[Machine, ...]] = {
    "windows": (Machine("win32", ("win_amd64",)),),
    "macos": (
        Machine("darwin", ("macosx_14_0_arm64",)),
        Machine("darwin", ("macosx_14_0_x86_64",)),
    ),
    "linux": (Machine("linux", (*_LINUX, *_OLD_LINUX, "linux_x86_64")),),
}
"""What `--installation` may name; the systems of the README. pip adds older systems of Apple."""

_PIN = re.compile(r"(?m)^(\S+==\S+)(?: ; ([^\\\n]+?))? (\\\n(?:    --hash=.*\n)+)")
_MARKER = re.compile(r"(\w+) (==|<|>=) '([^']+)'")


@dataclass(frozen=True)
class Target:
    """A computer with a Python: what it takes is what pip gets in one go."""

    machine: Machine
    python: str

    def takes(self, marker: str) -> bool:
        """Whether a line of the lock is meant for it (the markers that `uv` writes there: PEP 508,
        one comparison). Raises ValueError for another marker.
        """
        if not marker:
            return True
        match = _MARKER.fullmatch(marker)
        if match and match[1] == "sys_platform" and match[2] == "==":
            return self.machine.platform == match[3]
        if match and match[1] == "python_full_version" and match[2] != "==":
            return (_version(self.python) < _version(match[3])) == (match[2] == "<")
        raise ValueError(marker)


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def lock_for(target: Target, lock: str) -> str:
    """The lines of a lock that are meant for a target, without their markers."""
    return "".join(
        f"{pin} {hashes}" for pin, marker, hashes in _PIN.findall(lock) if target.takes(marker)
    )


def pins() -> dict[str, str]:
    """Each line of the lock, « name==version », with its hashes; empty where this program is not
    run from its own folder.
    """
    try:
        lock = (_root() / LOCK).read_text("utf-8")
    except UsageError:
        return {}
    return {pin: hashes for pin, _, hashes in _PIN.findall(lock)}


def files(systems: Sequence[str], folder: Path, progress: Progress) -> tuple[StickFile, ...]:
    """All that an installation without a network is made from, for some of SYSTEMS and every
    Python of PYTHONS; wheels are put into `folder`, which must last until the stick is written.

    Raises UsageError where this program is not run from its own folder, MachineError where pip does
    not get a package: there is no half an installation.
    """
    if not systems:
        return ()
    root = _root()
    packages = folder / PACKAGES
    packages.mkdir()
    targets = [Target(m, python) for name in systems for m in SYSTEMS[name] for python in PYTHONS]
    try:
        pip.wheel(root, packages)
        for number, target in enumerate(targets):
            progress(Step.INSTALLATION, number / len(targets))
            _download(target, root / LOCK, folder)
    except pip.PipError as error:
        raise MachineError(problem("usb-installation", why=str(error))) from error
    progress(Step.INSTALLATION, 1.0)
    return tuple(_files(root, packages, _readme(systems)))


def _root() -> Path:
    """The folder of the checkout that runs."""
    root = Path(str(resources.files("ceremonie"))).parents[1]
    if all((root / name).is_file() for name in ("pyproject.toml", LOCK, *SCRIPTS)):
        return root
    raise UsageError(problem("usb-sans-sources"))


def _download(target: Target, lock: Path, folder: Path) -> None:
    own = folder / f"{target.machine.tags[0]}-{target.python}.txt"
    own.write_text(lock_for(target, lock.read_text("utf-8")), "utf-8")
    pip.download(own, target.machine.tags, target.python, folder / PACKAGES)


def _files(root: Path, packages: Path, readme: str) -> Iterator[StickFile]:
    hold = Use.INSTALLATION.holding
    yield StickFile(hold(README), readme.replace("\n", "\r\n").encode("utf-8-sig"))
    for name in (*SCRIPTS, LOCK):
        yield StickFile(hold(name), root / name)
    for wheel in sorted(packages.iterdir()):
        yield StickFile(hold(f"{PACKAGES}/{wheel.name}"), wheel)


def _readme(systems: Sequence[str]) -> str:
    pythons = f"{', '.join(PYTHONS[:-1])} ou {PYTHONS[-1]}"
    return _README.format(systems=", ".join(map(_SAID.__getitem__, systems)), pythons=pythons)


_SAID = {
    "windows": "Windows (64 bits)",
    "macos": "macOS (14 ou plus récent)",
    "linux": "Linux (64 bits, x86)",
}

_README = """\
INSTALLER CEREMONIE SANS RÉSEAU

Pour : {systems}
Avec : Python {pythons}, déjà installé.

1. Copiez ce dossier entier sur l’ordinateur, par exemple dans Documents.
2. Ouvrez un terminal dans la copie (Windows : tapez cmd dans la barre
   d’adresse de l’explorateur, puis Entrée).
3. Tapez :

       python scripts/build.py --version

   (py ou python3 si python n’est pas connu.) Les paquets du dossier
   « paquets » sont installés dans .venv ; rien n’est cherché au dehors.

Ensuite, dans les commandes du guide, « python scripts/build.py » remplace
« ceremonie ». Les paquets d’un autre dossier s’installent par :

       python scripts/build.py --paquets DOSSIER --version
"""
