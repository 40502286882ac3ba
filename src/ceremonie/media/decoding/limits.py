"""What a decoder may take of the machine."""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import Any

MEMORY = 6 << 30
"""Bytes of address space of one child, where the system can limit it: several times what decoding
and encoding 4K video takes, and less than a machine has with its swap file.
"""


def limit_memory(most: int = MEMORY) -> None:
    """Ask the system to refuse more; Windows has no such limit."""
    with suppress(ImportError):
        resource: Any = importlib.import_module("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # macOS has the limit in name only
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
