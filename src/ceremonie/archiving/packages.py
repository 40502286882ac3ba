"""paquets.txt: what of Python has to be installed to make the edition again, as pip reads it.

The manifest tells the versions that made the edition, of what makes a difference; this list adds
what those need, as it is installed where the bag is sealed. Hashes come from the project's lock,
where the program is run from its own folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from sys import version_info
from typing import Any

from ceremonie import __version__
from ceremonie.edition import manifest
from ceremonie.stick import installation

PROGRAM = "ceremonie"
NO_PACKAGES = {PROGRAM, "python", "ffmpeg"}
HEAD = """\
# Python {python} ; ceremonie {version}
# Les paquets avec lesquels cette édition se refait : pip install --no-deps -r paquets.txt
# (« ceremonie » s'installe ensuite, lui-même sans rien d'autre)
"""

_OLDER = re.compile(r"python(?:_full)?_version\s*<=?\s*['\"]([\d.]+)")
"""A marker of what only older Pythons need (PEP 508)."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def text(facts: Mapping[str, Any]) -> str:
    """Each package with its version, in the order of their names."""
    told = facts.get(manifest.TOOLS)
    tools = dict(told) if isinstance(told, dict) else {}
    made_with = {n: str(v) for n, v in tools.items() if n not in NO_PACKAGES}
    pins = [f"{name}=={v}" for name, v in sorted({**installed(), **made_with}.items())]
    hashes = installation.pins()
    known = hashes.keys() >= {*pins}
    lines = (f"{pin} {hashes[pin]}" if known else f"{pin}\n" for pin in pins)
    python, version = tools.get("python", "?"), tools.get(PROGRAM, __version__)
    return HEAD.format(python=python, version=version) + "".join(lines)


def installed() -> dict[str, str]:
    """All that this program needs, directly or not, by name; what only an extra asks for is left
    out, and so is what another system needs.
    """
    versions: dict[str, str] = {}
    waiting = [PROGRAM]
    while waiting:
        try:
            one = distribution(waiting.pop())
        except PackageNotFoundError:
            continue
        name = _normal(one.name)
        if name not in versions:
            versions[name] = one.version
            waiting += _needed(one.requires or ())
    versions.pop(PROGRAM, None)
    return versions


def _needed(requires: list[str] | tuple[str, ...]) -> Iterator[str]:
    for line in requires:
        name, _, marker = line.partition(";")
        older = _OLDER.search(marker)
        is_ours = "extra" not in marker and not (older and _version(older[1]) <= version_info[:2])
        if is_ours and (match := _NAME.match(name)):
            yield match[0]


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())[:2]


def _normal(name: str) -> str:
    """As PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()
