"""Media are opened by child processes and nowhere else: what they say, what plays, their copies."""

from __future__ import annotations

from ceremonie.media.decoding.children import BrokenError, Decoders, LostError, decoders

__all__ = ["BrokenError", "Decoders", "LostError", "decoders", "followers", "libraries"]

FOLLOWING = 1
"""Raise it whenever faces are followed otherwise."""


def libraries() -> tuple[str, ...]:
    """Another version may decode or encode to other bytes."""
    from importlib.metadata import version

    return version("av"), version("numpy")


def followers() -> tuple[object, ...]:
    """Another version may follow a face to other places."""
    from importlib.metadata import version

    return FOLLOWING, version("opencv-python-headless")
