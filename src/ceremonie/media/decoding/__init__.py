"""Media are opened by child processes and nowhere else: what they say, what plays, their copies."""

from __future__ import annotations

from importlib.metadata import version

from ceremonie.media.decoding.children import BrokenError, Decoders, LostError, decoders

__all__ = ["BrokenError", "Decoders", "LostError", "decoders", "followers", "libraries"]

FOLLOWING = 1
"""Raise it whenever faces are followed otherwise."""


def libraries() -> tuple[str, ...]:
    """Another version may decode or encode to other bytes."""
    return version("av"), version("numpy")


def followers() -> tuple[object, ...]:
    """Another version may follow a face to other places."""
    return FOLLOWING, version("opencv-python-headless")
