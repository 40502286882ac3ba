"""Resolve the dependencies anew and write requirements/*.txt; needs uv on the path.

The locks hold for every system and every Python that the project runs on, and name no index.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GROUPS = {"ceremonie": "build", "tests": "test"}
"""Lock → the dependency group that it holds besides the project's own dependencies."""

HEADER = "# Written by scripts/lock.py: every version that is installed, with its hashes.\n"


def main() -> None:
    for name, group in GROUPS.items():
        target = ROOT / "requirements" / f"{name}.txt"
        target.write_text(HEADER + _resolved(group), "utf-8", newline="\n")


def _resolved(group: str) -> str:
    """Versions that hold from Python 3.11 on; the second lock keeps those of the first."""
    command = [
        *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"),
        *("--upgrade", "--no-config", "pyproject.toml", "--group", group),
    ]
    first = ROOT / "requirements" / "ceremonie.txt"
    if group != GROUPS[first.stem]:
        command += ["--constraint", str(first)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
