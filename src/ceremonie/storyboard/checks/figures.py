"""Key figures can be drawn as they ask to be: a share is one, bars have something to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import decimal, problem
from ceremonie.storyboard.amounts import HUNDRED, amount
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

VALUE, SHAPE, TOTAL, BARS = "valeur", "forme", "sur", "barres"
RING, NUMBER = "anneau", "nombre"

FEWEST = 2
"""Bars, of which one alone compares nothing."""

_USELESS = {NUMBER: (TOTAL, BARS), RING: (BARS,), BARS: (VALUE, TOTAL)}
"""Keys that a shape does not show."""


def check(source: Source) -> Iterator[Diagnostic]:
    for path, figure in find(source.data, "chiffres", EACH):
        if isinstance(figure, dict):
            yield from _of(source, path, figure)


def _of(source: Source, path: NodePath, figure: dict[str, Any]) -> Iterator[Diagnostic]:
    shape = str(figure.get(SHAPE) or NUMBER)
    if shape == BARS:
        yield from _bars(source, path, figure)
    elif shape in _USELESS and figure.get(VALUE) is None:
        yield _told(source, "chiffre-sans-valeur", path, shape=shape)
    elif shape == RING:
        yield from _ring(source, (*path, VALUE), figure)
    for key in _USELESS.get(shape, ()):
        if figure.get(key) is not None:
            where = (*path, key)
            yield problem(
                "chiffre-cle-inutile",
                path=where,
                place=source.place(where),
                severity=Severity.WARNING,
                key=key,
                shape=shape,
            )


def _bars(source: Source, path: NodePath, figure: dict[str, Any]) -> Iterator[Diagnostic]:
    bars = figure.get(BARS)
    if bars is None or (isinstance(bars, list) and len(bars) < FEWEST):
        where = (*path, SHAPE if bars is None else BARS)
        yield _told(source, "barres-absentes", where)


def _ring(source: Source, path: NodePath, figure: dict[str, Any]) -> Iterator[Diagnostic]:
    written, total = figure[VALUE], amount(figure.get(TOTAL, HUNDRED))
    part = amount(written)
    if part is None and isinstance(written, str | int | float):
        yield _told(source, "anneau-sans-nombre", path, value=quotable(written))
    elif part is not None and total is not None and total > 0 and not 0 <= part <= total:
        yield _told(
            source, "anneau-hors-de", path, value=quotable(written), total=decimal(total, 2)
        )


def _told(source: Source, slug: str, path: NodePath, **values: Any) -> Diagnostic:
    return problem(slug, path=path, place=source.place(path), **values)
