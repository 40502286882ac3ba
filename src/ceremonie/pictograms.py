"""The pictograms that come with the program: their names and their files, one of each."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

from ceremonie.files import is_stray

ENDING = ".svg"


def names() -> tuple[str, ...]:
    """Every pictogram that there is, in alphabetical order."""
    files = (file.name for file in _folder().iterdir() if not is_stray(file.name))
    return tuple(sorted(name.removesuffix(ENDING) for name in files if name.endswith(ENDING)))


def drawing(name: str) -> str:
    """The SVG of a pictogram. Raises FileNotFoundError where there is none of this name."""
    return (_folder() / f"{name}{ENDING}").read_text("utf-8")


def _folder() -> Traversable:
    return resources.files("ceremonie") / "data" / "pictograms"
