"""manifeste.json: from which inputs and with which tools each output was made."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ceremonie import __version__
from ceremonie.tools import ffmpeg
from ceremonie.unchanged import digest_of

NAME = "manifeste.json"
LIBRARIES = ("moviepy", "numpy", "opencv-python-headless", "pillow", "python-pptx", "uharfbuzz")

FILM_FACTS, ORIGIN, OUTPUTS = "films", "origine", "sorties"
RECIPE_LENGTH = 32
"""Signs of a recipe: 128 bits, in hexadecimal."""


def made(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of what a run made in this folder; empty where no manifest tells."""
    try:
        return {name: facts["sha256"] for name, facts in _outputs(folder).items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def films(folder: Path) -> dict[str, dict[str, Any]]:
    """What the manifest tells of each film in this folder, by its name; empty where it tells
    nothing.
    """
    facts = _read(folder).get(FILM_FACTS)
    by_name = facts if isinstance(facts, dict) else {}
    return {name: of_one for name, of_one in by_name.items() if isinstance(of_one, dict)}


def origin(folder: Path) -> dict[str, str]:
    """What the manifest tells of the storyboard behind it; empty where it tells nothing."""
    origin_facts = _read(folder).get(ORIGIN)
    return origin_facts if isinstance(origin_facts, dict) else {}


def inputs(storyboard: Path, sources: Mapping[Path, str]) -> dict[str, str]:
    """Name → SHA-256 of what an edition is made from; names are relative to the storyboard.
    `sources` are the files and their digests.
    """
    base = storyboard.resolve().parent
    return {_relative(path.resolve(), base): digest for path, digest in sources.items()}


def recipe(entered: Mapping[str, str], *told: str) -> str:
    """A digest of inputs, programs, and whatever else is told: equal ones make the same edition."""
    digest = hashlib.sha256(json.dumps([entered, _tools(), _program()], sort_keys=True).encode())
    for words in told:
        digest.update(words.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()[:RECIPE_LENGTH]


def write(
    folder: Path,
    entered: Mapping[str, str],
    edition: str,
    *,
    origin: Mapping[str, str],
    films: Mapping[str, Any],
    former: Path,
    along: Collection[str] = (),
) -> None:
    """Describe everything in `folder`; names are relative, so that it may be moved.

    Of the files named by `along`, which came from the edition `former`, it tells what that
    manifest tells: only so can it be known what was changed by hand since they were made. `films`
    tells what each film is, `origin` from which storyboard the edition comes.
    """
    before = _outputs(former)
    outputs = {name: facts for name, facts in before.items() if name in along}
    outputs |= {
        name: {"sha256": digest_of(folder / name), "octets": (folder / name).stat().st_size}
        for name in names(folder)
        if name not in along
    }
    contents: dict[str, Any] = {
        "edition": edition,
        ORIGIN: origin,
        "entrees": entered,
        FILM_FACTS: films,
        OUTPUTS: outputs,
        "outils": _tools(),
    }
    folder.joinpath(NAME).write_text(
        json.dumps(contents, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        "utf-8",
        newline="\n",
    )


def names(folder: Path) -> list[str]:
    """All that is in the folder but the manifest; relative, with slashes."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _read(folder: Path) -> dict[str, Any]:
    try:
        contents = json.loads(folder.joinpath(NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return contents if isinstance(contents, dict) else {}


def _outputs(folder: Path) -> dict[str, Any]:
    outputs = _read(folder).get(OUTPUTS)
    return outputs if isinstance(outputs, dict) else {}


def _relative(path: Path, base: Path) -> str:
    """Inside the storyboard's folder by its path there, a shared file by that beside it; the path
    of any other is nobody's business.
    """
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    if path.is_relative_to(base.parent):
        return f"../{path.relative_to(base.parent).as_posix()}"
    return path.name


def _tools() -> Mapping[str, str]:
    versions = {name: version(name) for name in LIBRARIES}
    return {
        "ceremonie": __version__,
        "python": platform.python_version(),
        "ffmpeg": ffmpeg.version(),
        **versions,
    }


@cache
def _program() -> str:
    """A digest of this program's own code."""
    root = Path(str(resources.files("ceremonie")))
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*.py")):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
