"""Build the sample edition; with arguments, run `ceremonie` with them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from _environment import ROOT, USAGE, give_up, prepare, run

SAMPLE = ("produire", "assets/2023/storyboard.yaml")
PACKAGES = "--paquets"
"""Installs from the wheels in a folder, with no network."""

COMMAND = "CEREMONIE_COMMANDE"
"""Tells the program how it was called, for the commands that its messages propose."""


def _typed() -> str:
    """« python scripts/build.py », as it can be typed again."""
    python = Path(sys.executable).name.removesuffix(".exe") or "python"
    script = sys.argv[0]
    return f'{python} "{script}"' if " " in script else f"{python} {script}"


def main() -> int:
    given = sys.argv[1:]
    packages, given = _packages(given)
    prepare("ceremonie", packages)
    os.environ[COMMAND] = _typed()
    return run("-m", "ceremonie", *(given or _usual()), where=None if given else ROOT)


def _packages(given: list[str]) -> tuple[Path | None, list[str]]:
    """The folder after `--paquets`, which comes first, and what remains for `ceremonie`."""
    if not given or given[0].partition("=")[0] != PACKAGES:
        return None, given
    _, parted, folder = given[0].partition("=")
    rest = given[1:] if parted else given[2:]
    folder = folder if parted else "".join(given[1:2])
    if not Path(folder).is_dir() or not folder:
        give_up(
            f"Le dossier des paquets n'existe pas : « {folder} ».",
            f"donnez celui de la clé, par exemple {PACKAGES} D:/8-installation/paquets",
            USAGE,
        )
    return Path(folder).resolve(), rest


def _usual() -> tuple[str, ...]:
    """What is done where nothing is asked: a stick's installation has no sample."""
    return SAMPLE if (ROOT / SAMPLE[1]).is_file() else ("--aide",)


if __name__ == "__main__":
    sys.exit(main())
