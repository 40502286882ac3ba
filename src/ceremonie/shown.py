"""What a command found, as lines for people: the words are those of `words`, `cli` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ceremonie import words
from ceremonie.diagnostics import errors
from ceremonie.messages import abridged, listed
from ceremonie.text import quotable

if TYPE_CHECKING:
    from ceremonie.importing.comparing import Difference
    from ceremonie.importing.imported import Imported, Part
    from ceremonie.integrity.door import Control
    from ceremonie.integrity.editions import Checked
    from ceremonie.order import InTemplate
    from ceremonie.rereading.door import Reread
    from ceremonie.sheets.rows import Record
    from ceremonie.stick.door import Sticks
    from ceremonie.storyboard.editing import Passage

MOST_NEW = 20
"""So many new entries of a list are named; the lines that follow show all of them."""


def in_template(one: InTemplate) -> str:
    """How much of a template of others was used."""
    slides = words.counted(one.pages, "diapositive")
    layouts = words.counted(one.layouts, "disposition")
    return words.IN_TEMPLATE.format(name=one.name, slides=slides, layouts=layouts)


def sticks(made: Sticks) -> Iterator[str]:
    """Each stick with what it holds."""
    for one in made.made:
        files, size = words.counted(one.checked, "fichier"), words.sized(one.size)
        yield words.STICK_MADE.format(files=files, size=size, path=one.path)


def controlled(control: Control) -> Iterator[str]:
    """Each folder with what is wrong in it."""
    for one in control.folders:
        for diagnostic in abridged(one.diagnostics):
            yield diagnostic.render() + "\n"
        yield _verdict(one)
    if not control.thorough:
        yield words.CONTROL_QUICK


def _verdict(one: Checked) -> str:
    faults = sum(diagnostic.count for diagnostic in errors(one.diagnostics))
    whole = words.CONTROL_WHOLE_BUT if one.diagnostics else words.CONTROL_WHOLE
    return (words.CONTROL_FAULTY if faults else whole).format(
        folder=one.folder,
        files=words.counted(one.files, "fichier"),
        size=words.sized(one.size),
        faults=words.counted(faults, "erreur"),
    )


def reread(found: Reread, *, applied: bool) -> Iterator[str]:
    """Each change with its lines before and after."""
    if found.empty:
        yield words.REREAD_NOTHING if not found.diagnostics else words.REREAD_NO_MORE
        return
    for passage, slide in found.passages:
        yield _passage(str(found.path), passage, slide) + "\n"
    if applied:
        for photo in found.photos:
            yield words.REREAD_PHOTO.format(path=photo.file)
    yield words.REREAD_APPLIED.format(path=found.path) if applied else words.REREAD_TOLD


def imported(found: Imported, *, applied: bool) -> Iterator[str]:
    """List by list what is new and what changes, then the lines before and after."""
    if not found.parts:
        yield words.IMPORT_EMPTY
        return
    yield words.IMPORT_HEAD.format(table=found.table, path=found.path) + "\n"
    for part in found.parts:
        yield "\n".join(_part(part)) + "\n"
    for passage in found.passages:
        yield _passage(str(found.path), passage) + "\n"
    if found.wrong:
        yield words.IMPORT_WRONG
    elif found.empty:
        yield words.IMPORT_NOTHING
    else:
        yield words.IMPORT_APPLIED.format(path=found.path) if applied else words.IMPORT_TOLD


def _passage(file: str, passage: Passage, slide: int | None = None) -> str:
    lines = words.REREAD_LINE if passage.first == passage.last else words.REREAD_LINES
    where = lines.format(file=file, line=passage.first, last=passage.last)
    head = words.REREAD_SLIDE.format(where=where, slide=slide) if slide else where
    before, after = (
        (f"  - {line}" for line in passage.before),
        (f"  + {line}" for line in passage.after),
    )
    return "\n".join((head, *before, *after))


def _part(part: Part) -> Iterator[str]:
    counts = (
        (words.IMPORT_ADDED, len(part.added)),
        (words.IMPORT_CHANGED, len(part.changed)),
        (words.IMPORT_SAME, part.same),
    )
    told = ", ".join(sentence.format(n=count) for sentence, count in counts if count)
    yield words.IMPORT_PART.format(list=part.kind.sheet, counts=told)
    for record in part.added[:MOST_NEW]:
        yield _row(words.IMPORT_NEW_ROW, part, record)
    if more := len(part.added[MOST_NEW:]):
        yield words.IMPORT_MORE.format(more=words.counted(more, words.IMPORT_OTHER))
    for record, made in part.changed:
        yield _row(words.IMPORT_CHANGED_ROW, part, record)
        yield from (_value(part, record, one) for one in made)
    if part.absent:
        yield _absent(part)


def _row(sentence: str, part: Part, record: Record) -> str:
    cell = record.first
    where = words.IMPORT_WHERE.format(sheet=cell.sheet, row=cell.row)
    return sentence.format(name=quotable(part.name(record.data)), where=where)


def _value(part: Part, record: Record, one: Difference) -> str:
    return words.IMPORT_VALUE.format(
        head=part.head(one, record), before=_quoted(one.before), after=_quoted(one.after)
    )


def _quoted(value: Any) -> str:
    if value is None:
        return words.IMPORT_VOID
    return f"« {quotable(', '.join(map(str, value)) if isinstance(value, list) else value)} »"


def _absent(part: Part) -> str:
    names = [f"« {quotable(part.name(one.data))} »" for one in part.absent]
    return words.IMPORT_ABSENT.format(n=len(names), names=listed(names))
