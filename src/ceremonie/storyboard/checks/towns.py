"""Every workshop is in a commune: its own, or the one that the storyboard names for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import problem
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.wording import meant

KEY = "commune"


def check(source: Source) -> Iterator[Diagnostic]:
    if _said(source, (), source.data):
        return
    for path, workshop in find(source.data, "jours", EACH, "ateliers", EACH):
        if workshop and not _said(source, path, workshop):
            where = (*path, KEY) if isinstance(workshop, dict) and KEY in workshop else path
            yield problem("commune-manquante", path=path, place=source.place(where))


def _said(source: Source, path: NodePath, entry: Any) -> bool:
    """Whether a mapping names a commune, or may do so: by a key that is misspelt, or in a line that
    could not be read. What is not a mapping is told elsewhere.
    """
    if not isinstance(entry, dict) or source.unread(path) or source.doubtful(path, KEY):
        return True
    if entry.get(KEY) not in (None, ""):
        return True
    return path != () and any(KEY in meant(str(key), Workshop) for key in entry if key != KEY)
