"""Storyboards for the tests: a small one that is valid, and one that uses every key."""

from __future__ import annotations

from pathlib import Path

from ceremonie.storyboard import Reading
from ceremonie.storyboard.reading import read_bytes

VALID = Path(__file__).parents[1] / "storyboards" / "valid"
MINIMAL = (VALID / "minimal.yaml").read_text("utf-8")


def reading(text: str | bytes) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read_bytes(data, Path("storyboard.yaml"))


def slugs(text: str | bytes) -> set[str]:
    return {diagnostic.slug for diagnostic in reading(text).diagnostics}
