"""The register of consents in a file of its own: a spreadsheet of any form, or a list in YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Place, Severity, errors
from ceremonie.messages import problem
from ceremonie.sheets.people import CONSENTS
from ceremonie.sheets.reading import UnreadableError
from ceremonie.sheets.reading import read as read_table
from ceremonie.sheets.rows import read_rows
from ceremonie.storyboard.beside import Sort
from ceremonie.storyboard.decode import MAXIMUM_BYTES
from ceremonie.storyboard.grafting import filled, joined_by
from ceremonie.storyboard.location import ENDINGS as TEXTS
from ceremonie.storyboard.location import TABLES
from ceremonie.storyboard.source import Source, parse
from ceremonie.storyboard.tree import Items, Node, Pairs, Scalar, Unread, child, resolved
from ceremonie.text import quotable
from ceremonie.unchanged import digest_of_bytes

KEY = CONSENTS.key
REGISTER = Sort(KEY, "registre", (*TABLES, *TEXTS))


@dataclass(frozen=True)
class Entered:
    """`source` with the consents of the register, and what is wrong with that; `digest` is that of
    the bytes that were read.
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...]
    digest: str


def entered(source: Source, file: Path) -> Entered:
    """The source with the lines of the register's file in the place of its name. Raises
    UnreadableError where nothing of it can be read.
    """
    if file.suffix.lower() in TEXTS:
        return _from_text(source, file)
    table = read_table(file)
    rows = read_rows(table, source.data, register=True)
    return Entered(filled(source, KEY, rows.records), rows.diagnostics, table.digest)


def _from_text(source: Source, file: Path) -> Entered:
    """Its places are lines of its own."""
    data = _content(file)
    register, faults = parse(data, str(file))
    if register.root is None and errors(faults):
        raise UnreadableError(*map(_of_register, faults))
    items, formal = _items(register, file)
    told = tuple(replace(d, place=_apart(d.place)) for d in (*faults, *formal))
    joined = joined_by(source, KEY, register, items)
    return Entered(joined, told, digest_of_bytes(data))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAXIMUM_BYTES + 1)
    except (OSError, ValueError):
        raise UnreadableError(problem("tableau-verrouille", name=file.name)) from None
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableError(problem("tableau-trop-grand", name=file.name))
    return data


def _of_register(fault: Diagnostic) -> Diagnostic:
    """What is not even a text is no register; the rest is told in the same words everywhere."""
    if fault.slug != "storyboard-autre-format" or fault.place is None:
        return replace(fault, place=_apart(fault.place))
    name = fault.place.file.replace("\\", "/").rpartition("/")[2]
    return problem("registre-forme", place=_apart(fault.place), name=quotable(name))


def _items(register: Source, file: Path) -> tuple[Sequence[Node], tuple[Diagnostic, ...]]:
    """The consents, and what is wrong with the form of the text as a whole."""
    root = resolved(register.root) if register.root else None
    list_ = child(root, KEY) if isinstance(root, Pairs) else root
    list_ = resolved(list_) if list_ else None
    told = []
    if isinstance(root, Pairs):
        told = [_strange(register, key, file) for key in root.entries if key != KEY]
    if isinstance(list_, Items):
        items = list_.nodes
        return items, tuple(told) if items else (*told, _empty(file))
    if isinstance(list_, Unread):
        return [list_], tuple(told)
    if list_ is None or (isinstance(list_, Scalar) and list_.empty):
        return (), tuple(told) or (_empty(file),)
    wrong = problem("registre-forme", place=register.place(()), name=quotable(file.name))
    return (), (*told, wrong)


def _strange(register: Source, key: str, file: Path) -> Diagnostic:
    place = register.place((key,), key=True)
    return problem("registre-forme", place=place, name=quotable(file.name))


def _empty(file: Path) -> Diagnostic:
    name = quotable(file.name)
    return problem("registre-vide", place=Place(str(file)), name=name, severity=Severity.WARNING)


def _apart(place: Place | None) -> Place | None:
    return replace(place, apart=True) if place else None
