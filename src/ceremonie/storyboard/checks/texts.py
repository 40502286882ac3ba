"""Texts hold nothing that cannot be shown (escapes in double quotes bring it in unseen)."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.source import Source
from ceremonie.text import printable


def check(source: Source) -> Iterator[Diagnostic]:
    """Line feeds are fine: texts over several lines have them."""
    for path, value in leaves(source.data):
        wrong = (
            [c for c in value if c != "\n" and not printable(c)] if isinstance(value, str) else []
        )
        if wrong:
            code = f"U+{ord(wrong[0]):04X}"
            yield problem("texte-controle", path=path, place=source.place(path), code=code)
