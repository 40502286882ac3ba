"""manifeste.json: from which inputs and with which tools each output was made."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ceremonie import __version__
from ceremonie.tools import ffmpeg
from ceremonie.unchanged import digest_of

NAME = "manifeste.json"
LIBRARIES = ("moviepy", "numpy", "opencv-python-headless", "pillow", "python-pptx", "uharfbuzz")


def made(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of what a run made in this folder; empty where no manifest tells."""
    try:
        outputs = json.loads(folder.joinpath(NAME).read_text("utf-8"))["sorties"]
        return {name: facts["sha256"] for name, facts in outputs.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(folder: Path, storyboard: Path, sources: Mapping[Path, str], edition: str) -> None:
    """Describe everything in `folder`; names are relative, so that it may be moved. `sources` are
    the files that it was made from, and their digests.
    """
    base = storyboard.resolve().parent
    inputs = {_relative(path.resolve(), base): digest for path, digest in sources.items()}
    outputs = {
        p.relative_to(folder).as_posix(): {"sha256": digest_of(p), "octets": p.stat().st_size}
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != NAME
    }
    told: dict[str, Any] = {
        "edition": edition,
        "entrees": inputs,
        "sorties": outputs,
        "outils": _tools(),
    }
    folder.joinpath(NAME).write_text(
        json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8", newline="\n"
    )


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
    found = {name: version(name) for name in LIBRARIES}
    return {
        "ceremonie": __version__,
        "python": platform.python_version(),
        "ffmpeg": ffmpeg.version(),
        **found,
    }
