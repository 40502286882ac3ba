"""Every media entry of a storyboard, with the way to it: the one walk that all others use."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import CustomScene, Storyboard

Medium = Media | CustomScene
"""What becomes a material."""


def entries(storyboard: Storyboard) -> tuple[tuple[NodePath, Media], ...]:
    """In the order of the vocabulary; an entry written twice comes twice."""
    return tuple((path, entry) for path, entry in mediums(storyboard) if isinstance(entry, Media))


def mediums(storyboard: Storyboard) -> tuple[tuple[NodePath, Medium], ...]:
    """As `entries`, with the scenes that are code."""
    return tuple(_walk(storyboard, ()))


def name_of(medium: Medium) -> str:
    """The file that it names, as it is written."""
    return medium.code if isinstance(medium, CustomScene) else medium.file


def _walk(value: object, path: NodePath) -> Iterator[tuple[NodePath, Medium]]:
    if isinstance(value, Media | CustomScene):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _walk(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
