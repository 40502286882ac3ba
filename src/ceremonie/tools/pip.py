"""pip: gets wheels for other computers than this one, from wherever it is set up to look."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class PipError(Exception):
    """It found no way; the text is what it said last."""


def download(lock: Path, platforms: Sequence[str], python: str, folder: Path) -> None:
    """Into `folder`, one wheel for each line of a lock, by its hashes and without what it asks for,
    that a `python` (« 3.13 ») runs on a computer that takes wheels of `platforms`. Markers are
    weighed against this computer (pip 25), so that the lock should have none.

    Raises PipError.
    """
    tags = [option for platform in platforms for option in ("--platform", platform)]
    exact = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
    _run("download", *exact, *tags, "--python-version", python, "-r", lock, "-d", folder)


def wheel(project: Path, folder: Path) -> None:
    """Build a project's own wheel with what is installed here. Raises PipError."""
    _run("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, project)


def _run(*arguments: str | Path) -> None:
    quiet = ("--quiet", "--no-input", "--disable-pip-version-check")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pip", *quiet, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise PipError(said[-1] if said else f"pip: {done.returncode}")
