"""Photos of before and after: told where they cannot be laid over each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.material import Materials, Picture
from ceremonie.messages import problem
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import Comparison
from ceremonie.storyboard.walking import those

AFTER, FILE = "apres", "fichier"


def check(storyboard: Storyboard, materials: Materials) -> Iterator[Diagnostic]:
    """A warning for each pair of which one lies and the other stands, or both are one photo."""
    for path, entry in those(storyboard, _is_comparison):
        if slug := _slug(entry, materials):
            yield problem(slug, path=(*path, AFTER, FILE), severity=Severity.WARNING)


def _is_comparison(value: object) -> TypeGuard[Comparison]:
    return isinstance(value, Comparison)


def _slug(entry: Comparison, materials: Materials) -> str | None:
    """Files are compared by name: before anything is copied, pictures have no digest."""
    if entry.before.file == entry.after.file:
        return "avant-apres-meme"
    before, after = materials.of(entry.before), materials.of(entry.after)
    if not (isinstance(before, Picture) and isinstance(after, Picture)):
        return None
    return None if before.portrait is after.portrait else "avant-apres-sens"
