"""Resolve the dependencies anew and write requirements/*.txt; needs uv on the path.

The locks hold for every system and every Python that the project runs on, and name no index.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GROUPS = {"ceremonie": "build", "tests": "test"}
"""Lock → the dependency group that it holds besides the project's own dependencies."""

PEERS = "peers"
"""Lock and group of what the bench measures against: apart from the project's dependencies."""

LOWEST = "lowest"
"""Lock of the oldest versions that pyproject.toml admits: a test makes an edition with them."""

WITHOUT = "requirements/without.txt"
"""What others ask for and nobody here uses."""

HEADER = "# Written by scripts/lock.py: every version that is installed, with its hashes.\n"


def main() -> None:
    for name, group in GROUPS.items():
        _write(name, _of_project(group))
    _write(PEERS, _resolved("--group", PEERS))
    floors = ("--resolution", "lowest-direct", "pyproject.toml", "--group", GROUPS["ceremonie"])
    _write(LOWEST, _resolved(*floors))


def _write(name: str, resolved: str) -> None:
    target = ROOT / "requirements" / f"{name}.txt"
    target.write_text(HEADER + resolved, "utf-8", newline="\n")


def _of_project(group: str) -> str:
    """The second lock keeps the versions of the first."""
    first = ROOT / "requirements" / "ceremonie.txt"
    wanted = ["pyproject.toml", "--group", group]
    if group != GROUPS[first.stem]:
        wanted += ["--constraint", str(first)]
    return _resolved(*wanted)


def _resolved(*wanted: str) -> str:
    """Versions that hold from Python 3.11 on."""
    command = [
        *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"),
        *("--override", WITHOUT, "--upgrade", "--no-config", *wanted),
    ]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
