"""Every media entry of a storyboard, with the way to it: the one walk that all others use."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ceremonie.storyboard.model import Media, Storyboard

Path = tuple[str | int, ...]
"""French keys and indices from the storyboard's root."""


def entries(storyboard: Storyboard) -> tuple[tuple[Path, Media], ...]:
    """In the order of the vocabulary; an entry written twice comes twice."""
    return tuple(_walk(storyboard, ()))


def _walk(value: object, path: Path) -> Iterator[tuple[Path, Media]]:
    if isinstance(value, Media):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _walk(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
