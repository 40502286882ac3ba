"""Columns of one's own that the running orders cannot have, or that they do not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.messages.evening import FILL_COLUMN, NEAREST_COLUMN
from ceremonie.planning.cueing.heads import taken
from ceremonie.storyboard.evening import StageCue
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.suggestions import nearest
from ceremonie.storyboard.walking import those
from ceremonie.text import quoted

COLUMNS = "colonnes"
OWN: NodePath = ("conducteur", COLUMNS)

FILLED = {
    "Qui parle": "parole",
    "Micro": "micro",
    "Son": "son",
    "Lumière": "lumiere",
    "Écran": "ecran",
    "Top": "top",
}
"""The heads of the columns that keys of `regie` fill."""


def check(board: Storyboard) -> Iterator[Diagnostic]:
    """Errors for names that others have; warnings for columns that are filled and not there."""
    for place, name, other in taken(board.conduct.columns):
        key = FILLED.get(other)
        yield problem(
            "colonne-prise",
            path=(*OWN, place),
            remedy=FILL_COLUMN.format(key=key) if key else None,
            name=name,
            other=other,
        )
    yield from _unknown(board)


def _unknown(board: Storyboard) -> Iterator[Diagnostic]:
    heads = board.conduct.columns
    for path, cue in cues(board):
        for name in cue.columns:
            if name not in heads:
                near = nearest(name, heads)
                yield problem(
                    "colonne-inconnue",
                    path=(*path, COLUMNS, name),
                    severity=Severity.WARNING,
                    remedy=NEAREST_COLUMN.format(near=quoted(near)) if near else None,
                    name=name,
                )


def cues(board: Storyboard) -> Iterator[tuple[NodePath, StageCue]]:
    """All that those at work are told, each with the way to it."""
    return those(board, _is_cue)


def _is_cue(value: object) -> TypeGuard[StageCue]:
    return isinstance(value, StageCue)
