"""The same as `--json` tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ceremonie.withdrawal import telling
from ceremonie.withdrawal.applying import Applied
from ceremonie.withdrawal.holding import Holding
from ceremonie.withdrawal.mentions import Board
from ceremonie.withdrawal.traces import Traces


def of(found: Traces, output: Path) -> dict[str, Any]:
    """Everything that is known of where the person is."""
    held = (*found.editions, *found.remains, *found.elsewhere)
    return {
        "personne": found.person,
        "storyboards": [_board(board) for board in found.naming],
        "editions": [_holding(found, one, output) for one in held if _matters(found, one)],
        "complet": not found.cut,
    }


def done(applied: Applied, output: Path) -> dict[str, Any]:
    """What was done, with where the person was before and is now."""
    after = applied.after or applied.before
    files, size = applied.emptied
    return {
        **of(applied.before, output),
        "fait": {
            "ecrits": list(map(str, applied.written)),
            "refaites": list(map(str, applied.remade)),
            "effaces": list(map(str, applied.purged)),
            "cache": {"fichiers": files, "octets": size},
        },
        "ensuite": of(after, output),
        "diagnostics": [one.as_json() for one in applied.diagnostics],
    }


def _matters(found: Traces, holding: Holding) -> bool:
    return bool(holding.of(found.person)) or holding.may_show(found.person)


def _board(board: Board) -> dict[str, Any]:
    return {
        "fichier": str(board.path),
        "retire": board.is_withdrawn,
        "medias_sans_personnes": board.silent,
        "mentions": [
            {
                "ligne": one.place.line,
                "feuille": one.place.sheet,
                "case": one.place.cell,
                "cle": one.key,
                "media": one.file,
            }
            for one in board.mentions
        ],
    }


def _holding(found: Traces, holding: Holding, output: Path) -> dict[str, Any]:
    board = found.board_of(holding)
    again = holding in found.to_remake and board
    return {
        "dossier": str(holding.path),
        "nature": holding.kind,
        "connu": holding.is_known,
        "fichiers_inconnus": list(holding.unknown),
        "fichiers_ajoutes": list(holding.others),
        "apparitions": list(holding.of(found.person)),
        "refaire": telling.to_remake(board, holding, output) if again and board else None,
    }
