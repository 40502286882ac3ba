"""The command as the user typed it, for messages that say what to type next."""

from __future__ import annotations

import os

VARIABLE = "CEREMONIE_COMMANDE"
"""Set by what starts the program under another name (`scripts/build.py`)."""

NAME = "ceremonie"


def name() -> str:
    return os.environ.get(VARIABLE) or NAME
