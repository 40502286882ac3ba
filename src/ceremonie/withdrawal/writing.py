"""A withdrawal written into a storyboard."""

from __future__ import annotations

import stat

from ceremonie.diagnostics import Diagnostic, MachineError, StoryboardError
from ceremonie.messages import problem
from ceremonie.storyboard import editing
from ceremonie.storyboard.editing import Add, Change, Set
from ceremonie.storyboard.source import parse
from ceremonie.text import quotable
from ceremonie.withdrawal.mentions import PERSON, WITHDRAWALS, WITHDRAWN, Board

READ_ONLY = "il est en lecture seule"
NOT_YAML = "ses lignes ne se lisent pas"


def write(board: Board, person: str, day: str) -> None:
    """On the person's line of the register where the storyboard holds it, else as a withdrawal of
    its own. What the storyboard then says is judged when it is made: under « refuser » it is wrong.

    Raises a CeremonieError where the file cannot be written or does not admit it.
    """
    try:
        data = board.path.read_bytes()
        if not board.path.stat().st_mode & stat.S_IWUSR:  # a move would replace it all the same
            raise MachineError(_refused(board, person, day, READ_ONLY))
        source, _ = parse(data, str(board.path))
        if source.root is None:
            raise StoryboardError(_refused(board, person, day, NOT_YAML))
        revision = editing.draft(data, [_change(board, person, day)], source)
        if revision.refused:
            raise StoryboardError(_refused(board, person, day, revision.refused[0].why))
        editing.write(revision, board.path)
    except editing.RefusedError as error:
        raise StoryboardError(_refused(board, person, day, str(error))) from error
    except OSError as error:
        raise MachineError(_refused(board, person, day, error.strerror or str(error))) from error


def _change(board: Board, person: str, day: str) -> Change:
    if board.agreement is not None:
        return Set((*board.agreement, WITHDRAWN), day)
    return Add(WITHDRAWALS, ({PERSON: person, "date": day},))


def _refused(board: Board, person: str, day: str, why: str) -> Diagnostic:
    name = board.path
    return problem("retrait-non-ecrit", person=quotable(person), name=name, why=why, day=day)
