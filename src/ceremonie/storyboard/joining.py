"""What other files say joins the storyboard: the rows of its spreadsheet come after what its own
lists say, the register of consents takes the place of its file's name, the key to the names of
people stays apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.messages.register import IN_STORYBOARD, IN_TABLE
from ceremonie.sheets.people import CONSENTS
from ceremonie.sheets.reading import UnreadableError, read
from ceremonie.sheets.rows import Record, read_rows
from ceremonie.storyboard import name_key
from ceremonie.storyboard.beside import Sort, file_of, named
from ceremonie.storyboard.grafting import filled, grafted, unknown
from ceremonie.storyboard.location import TABLES
from ceremonie.storyboard.name_key import NO_KEY, NameKey
from ceremonie.storyboard.register_file import KEY as RIGHTS
from ceremonie.storyboard.register_file import REGISTER, entered
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

KEY = "tableau"
TABLE = Sort(KEY, "tableau", TABLES)


@dataclass(frozen=True)
class Joined:
    """`source` with what the other files say, and what is wrong with them. `files` are those that
    were read, by the names that lead to them; `register` is the name of that of the consents,
    `shared` are these where they are a sheet of the spreadsheet. `read_from` are the files with the
    digests of the bytes that were read.
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    register: str = ""
    key: NameKey = NO_KEY
    shared: tuple[Record, ...] | None = None
    read_from: tuple[tuple[Path, str], ...] = ()


def joined(source: Source, folder: Path) -> Joined:
    """The source with the rows of the spreadsheet and the consents of the register that it names,
    which lie in `folder`, or in the one that all editions share.
    """
    register = named(source.data, RIGHTS)
    whole = _with_register(_with_table(Joined(source, register=register), folder), folder)
    key = name_key.beside(folder, whole.source)
    return replace(
        whole,
        diagnostics=(*whole.diagnostics, *key.diagnostics),
        files=(*whole.files, *((file.name, file) for file in key.files)),
        key=key,
        read_from=(*whole.read_from, *((file, key.digest) for file in key.files[:1] if key.digest)),
    )


def table_of(data: Any, folder: Path) -> Path | None:
    """The spreadsheet that a storyboard in `folder` names, None where it names none. Raises
    UnreadableError for what lies elsewhere, or nowhere.
    """
    return file_of(data, folder, TABLE)


def _with_table(so_far: Joined, folder: Path) -> Joined:
    source = so_far.source
    try:
        file = table_of(source.data, folder)
        if file is None:
            return so_far
        workbook = read(file)
    except UnreadableError as unreadable:
        return _telling(so_far, KEY, unreadable.diagnostics)
    rows = read_rows(workbook, source.data)
    so_far = _telling(so_far, KEY, rows.diagnostics)
    consents = tuple(one for one in rows.records if one.kind is CONSENTS)
    if _is_same(file, source.data, folder):
        so_far = replace(so_far, shared=consents)
    elif consents:
        so_far = _telling(so_far, RIGHTS, _twice(so_far, consents[0], file))
    counting = [one for one in rows.records if not (so_far.register and one.kind is CONSENTS)]
    return _read(so_far, KEY, file, workbook.digest, counting)


def _twice(so_far: Joined, consent: Record, table: Path) -> Iterator[Diagnostic]:
    """Consents in two places: those of the register's own file count."""
    own = so_far.source.data.get(RIGHTS)
    if so_far.register or (isinstance(own, list) and own):
        first = f"« {quotable(so_far.register)} »" if so_far.register else IN_STORYBOARD
        second = IN_TABLE.format(sheet=consent.first.sheet, name=table.name)
        yield problem("droits-deux-sources", path=(RIGHTS,), first=first, second=second)


def _is_same(table: Path, data: Any, folder: Path) -> bool:
    """Whether the register is a sheet of the spreadsheet itself."""
    try:
        register = file_of(data, folder, REGISTER)
    except UnreadableError:
        return False
    return register is not None and os.path.realpath(register) == os.path.realpath(table)


def _with_register(so_far: Joined, folder: Path) -> Joined:
    if not so_far.register:
        return so_far
    if so_far.shared is not None:
        return replace(so_far, source=filled(so_far.source, RIGHTS, so_far.shared))
    try:
        file = file_of(so_far.source.data, folder, REGISTER)
        assert file is not None
        made = entered(so_far.source, file)
    except UnreadableError as unreadable:
        so_far = _telling(so_far, RIGHTS, unreadable.diagnostics)
        return replace(so_far, source=unknown(so_far.source, RIGHTS))
    told = _telling(so_far, RIGHTS, made.diagnostics)
    return _read(replace(told, source=made.source), RIGHTS, file, made.digest)


def _read(
    so_far: Joined, key: str, file: Path, digest: str, records: Iterable[Record] = ()
) -> Joined:
    """With the records of a file that was read."""
    name = so_far.register if key == RIGHTS else named(so_far.source.data, key)
    real = Path(os.path.realpath(file))
    whole = replace(so_far, source=grafted(so_far.source, records))
    files, read_from = (*so_far.files, (name, real)), (*so_far.read_from, (real, digest))
    return replace(whole, files=files, read_from=read_from)


def _telling(so_far: Joined, key: str, diagnostics: Iterable[Diagnostic]) -> Joined:
    """What has no place of its own is told at the key that names the file."""
    placed = (d if d.place or d.path else replace(d, path=(key,)) for d in diagnostics)
    located = so_far.source.located(placed)
    return replace(so_far, diagnostics=(*so_far.diagnostics, *located))
