"""Every media entry of a storyboard, with the way to it."""

from __future__ import annotations

from typing import TypeGuard

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.media import Media, waits
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import CustomScene
from ceremonie.storyboard.walking import those

Medium = Media | CustomScene
"""What becomes a material."""


def entries(storyboard: Storyboard) -> tuple[tuple[NodePath, Media], ...]:
    """In the order of the vocabulary; an entry written twice comes twice."""
    return tuple((path, entry) for path, entry in mediums(storyboard) if isinstance(entry, Media))


def mediums(storyboard: Storyboard) -> tuple[tuple[NodePath, Medium], ...]:
    """As `entries`, with the scenes that are code. What waits for its workshop is none yet."""
    return tuple(one for one in those(storyboard, _is_medium) if not waits(one[0]))


def name_of(medium: Medium) -> str:
    """The file that it names, as it is written."""
    return medium.code if isinstance(medium, CustomScene) else medium.file


def _is_medium(value: object) -> TypeGuard[Medium]:
    return isinstance(value, Media | CustomScene)
