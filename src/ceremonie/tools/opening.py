"""Open files and folders as a double-click would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ceremonie.tools.process import apart


def opened(path: Path) -> bool:
    """Whether the system could be asked to show it; nobody waits until it is closed again."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            quiet = subprocess.DEVNULL
            command = [opener, str(path)]
            subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, **apart())
    except OSError:
        return False
    return True
