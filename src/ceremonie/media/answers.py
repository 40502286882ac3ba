"""What was found out about a file, kept by its digest: its facts, or why it cannot be used.

So a file is examined once, whatever it is called and wherever it lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from ceremonie.media.decoding import LostError
from ceremonie.media.examination import Examination, Remark
from ceremonie.media.fault import UnusableError
from ceremonie.media.material import Extent, Tempo
from ceremonie.media.workspace import Workspace, key
from ceremonie.unchanged import signature_of

VERSION = 1
"""Part of every key: raise it whenever answers are written otherwise."""

NAME = "name"
"""The value of a message that changes with who names the file."""

Answer = Examination | UnusableError


class _NotKeptError(Exception):
    """Carries an answer that holds for this run alone."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


def kept(
    file: Path,
    name: str,
    made_of: tuple[object, ...],
    examine: Callable[[], Examination],
    workspace: Workspace,
) -> Answer:
    """The answer that is kept for these bytes, or that `examine` gives. `made_of` is all that it
    depends on besides them; `name` is what the user calls the file now.

    What the machine is to blame for (no memory, a drive that is gone) is not kept, nor what was
    seen of a file while it was being written. Raises OSError where the file cannot be read.
    """
    signature = signature_of(file)
    shape = [field.name for field in fields(Examination)]
    made_of_all = key("answer", VERSION, *shape, *made_of, workspace.digests.of(file))

    def make() -> dict[str, Any]:
        answer = attempted(examine)
        if signature_of(file) != signature or _passing(answer):
            raise _NotKeptError(answer)
        return _facts(answer)

    try:
        return _answer(workspace.kept(made_of_all, make), name)
    except _NotKeptError as passing:
        return passing.answer


def attempted(examine: Callable[[], Examination]) -> Answer:
    """The refusal as a value."""
    try:
        return examine()
    except UnusableError as fault:
        return fault


def _passing(answer: Answer) -> bool:
    """Whether a refusal may come from the machine. Pillow's own OSErrors carry no number."""
    if not isinstance(answer, UnusableError):
        return False
    cause = answer.__cause__ or answer.__context__
    refused = isinstance(cause, OSError) and cause.errno is not None
    return refused or isinstance(cause, MemoryError | LostError)


def _facts(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, Examination):
        return {"examined": asdict(answer)}
    values = {name: value for name, value in answer.values.items() if name != NAME}
    return {"refused": answer.slug, "remedy": answer.remedy, "values": values}


def _answer(facts: dict[str, Any], name: str) -> Answer:
    if "refused" in facts:
        values = facts["values"] | {NAME: name}
        return UnusableError(facts["refused"], remedy=facts["remedy"], **values)
    examined = facts["examined"]
    remarks = tuple(_remark(**remark) for remark in examined["remarks"])
    swatches = tuple(tuple(swatch) for swatch in examined["swatches"])
    faces = tuple(tuple(face) for face in examined["faces"])
    flashes = tuple(tuple(span) for span in examined["flashes"])
    heard = {
        "tempo": Tempo(**examined["tempo"]) if examined["tempo"] else None,
        "extent": Extent(**examined["extent"]) if examined["extent"] else None,
    }
    spoken = tuple(tuple(span) for span in examined["spoken"])
    seen = {
        "spoken": spoken,
        "remarks": remarks,
        "swatches": swatches,
        "faces": faces,
        "flashes": flashes,
    }
    return Examination(**(examined | heard | seen))


def _remark(slug: str, values: list[list[str]], key: str) -> Remark:
    return Remark(slug, tuple((name, value) for name, value in values), key)
