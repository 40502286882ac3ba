"""The command as the user typed it, for messages that say what to type next."""

from __future__ import annotations

import os
import re
from pathlib import Path

VARIABLE = "CEREMONIE_COMMANDE"
"""Set by what starts the program under another name (`scripts/build.py`)."""

NAME = "ceremonie"


def name() -> str:
    return os.environ.get(VARIABLE) or NAME


_PLAIN = re.compile(r"[\w./\\:@%+,-]+")
"""What neither `cmd` nor a shell takes apart."""


def argument(path: Path | str) -> str:
    """A path as it can be typed after a command: in quotes where it has spaces or the like."""
    text = path.as_posix() if isinstance(path, Path) else path
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
