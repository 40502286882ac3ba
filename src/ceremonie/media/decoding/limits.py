"""What a decoder may take of the machine."""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import Any

MEMORY = 6 << 30
"""Bytes of one child (of its address space, except under Windows), where the system can limit it:
several times what decoding and encoding 4K video takes, and less than a machine has with its swap
file.
"""


def limit_memory(most: int = MEMORY) -> None:
    """Ask the system to refuse more; under Windows the job around a child does (`tools.process`).
    A lower limit that the user has set stays.
    """
    with suppress(ImportError):
        resource: Any = importlib.import_module("resource")
        limits = resource.getrlimit(resource.RLIMIT_AS)
        most = min([most, *(one for one in limits if one != resource.RLIM_INFINITY)])
        with suppress(ValueError, OSError):  # macOS has the limit in name only
            resource.setrlimit(resource.RLIMIT_AS, (most, limits[1]))
