"""Which programs made the edition in the bag and which are here, and what to install to have those
back. Nothing is installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie import film
from ceremonie.archiving import layout
from ceremonie.edition import instruments, manifest

PYTHON, PROGRAM = "python", "ceremonie"
NO_PACKAGES = {PYTHON, PROGRAM, "ffmpeg"}
"""What no line of a lock names: a Python is installed by itself, and so is this program; ffmpeg
comes with a package.
"""

_PIN = re.compile(r"(?m)^([A-Za-z0-9][A-Za-z0-9._-]*)==([A-Za-z0-9][A-Za-z0-9.+!_-]*)")


@dataclass(frozen=True)
class Version:
    """Of one program: `then` and `here`, empty where it is not told or not there."""

    name: str
    then: str
    here: str

    @property
    def as_json(self) -> dict[str, str]:
        return {"nom": self.name, "archive": self.then, "ici": self.here}


@dataclass(frozen=True)
class Lock:
    """What to install: a Python, this program, and packages as « name==version ». `file` is the
    list in the bag, where it has one.
    """

    python: str
    program: str
    packages: tuple[str, ...]
    file: Path | None

    @property
    def commands(self) -> tuple[str, ...]:
        """For a folder of its own, by plain pip."""
        short = ".".join(self.python.split(".")[:2])
        python = f"py -{short}" if sys.platform == "win32" else f"python{short}"
        inside = (
            r"refaire-env\Scripts\python" if sys.platform == "win32" else "refaire-env/bin/python"
        )
        wanted = f'-r "{self.file}"' if self.file else " ".join(self.packages)
        return (
            f"{python} -m venv refaire-env",
            f"{inside} -m pip install --no-deps {wanted}",
            f"{inside} -m pip install --no-deps ceremonie-{self.program}-py3-none-any.whl",
        )

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "python": self.python,
            "ceremonie": self.program,
            "paquets": list(self.packages),
            "fichier": str(self.file) if self.file else None,
            "commandes": list(self.commands),
        }


def differing(facts: Mapping[str, Any]) -> tuple[Version, ...]:
    """By name."""
    then, here = _told(facts, manifest.TOOLS), dict(manifest.tools())
    if encoders := _told(facts, instruments.ENCODERS):  # editions of before do not tell them
        then, here = then | encoders, here | film.encoders()
    return tuple(
        Version(name, then.get(name, ""), here.get(name, ""))
        for name in sorted(then.keys() | here.keys())
        if then.get(name) != here.get(name)
    )


def lock(root: Path, facts: Mapping[str, Any], *, lasts: bool) -> Lock:
    """What the manifest tells, with what was installed when the bag was sealed beside that. The
    bag's own list is named where its folder `lasts`.
    """
    tools, file = _told(facts, manifest.TOOLS), root / layout.PACKAGES
    listed = dict(_pins(file)) if file.is_file() else {}
    told = {n: v for n, v in tools.items() if n not in NO_PACKAGES}
    packages = tuple(f"{name}=={v}" for name, v in sorted({**listed, **told}.items()))
    agrees = lasts and listed.items() >= told.items()
    return Lock(
        tools.get(PYTHON, ""), tools.get(PROGRAM, ""), packages, file if agrees and listed else None
    )


def _told(facts: Mapping[str, Any], key: str) -> dict[str, str]:
    tools = facts.get(key)
    each = tools if isinstance(tools, dict) else {}
    return {str(name): one for name, one in each.items() if isinstance(one, str)}


def _pins(file: Path) -> Iterator[tuple[str, str]]:
    yield from _PIN.findall(file.read_text("utf-8", "replace"))
