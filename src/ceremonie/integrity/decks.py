"""A deck that is as it was made, or that somebody has added: what our own checks find in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ceremonie.deck.package import check, embedding
from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.integrity import hands
from ceremonie.messages import problem

ENDINGS = frozenset({".pptx", ".ppsx"})


def told(file: Path, at: Place) -> Iterator[Diagnostic]:
    """The file is whole. What people make follows rules of their own: of that nothing is said."""
    if file.suffix.lower() not in ENDINGS or hands.program(file):
        return
    yield from (replace(one, place=at) for one in check.inspect(file))
    with zipfile.ZipFile(file) as archive:
        for name in embedding.broken(archive):
            yield problem("controle-police", place=at, part=name)
