"""The record of an edition, from its content and from the record of the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ceremonie.comparing import Content, Likened, Record, differences, recorded
from ceremonie.edition.changes.withholding import Withholding
from ceremonie.edition.outputs import DECK, FILMS, RECORD


@dataclass(frozen=True)
class Former:
    """The record of an edition that was there. It is `lost` where one was there of which no record
    can be read: it is damaged, or an older program made it.
    """

    record: Record | None
    lost: bool = False


def former(folder: Path) -> Former:
    """What the edition in this folder recorded of itself."""
    try:
        record = recorded(folder.joinpath(RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        record = None
    was_there = any((folder / name).is_file() for name in (DECK, *FILMS.values()))
    return Former(record, lost=record is None and was_there)


def compared(
    content: Content, before: Former, pictures: Mapping[str, str], withholding: Withholding
) -> Record:
    """The record of `content`, whose `pictures` are those by drawing. Where nothing differs from
    the edition `before`, it keeps what had differed then.
    """
    old = before.record
    if old is None:
        return Record(content, lost=before.lost, pictures=pictures)
    changes: Likened | None = differences(old.content, content)
    lost = False
    if changes and changes.none:
        changes, lost = _carried(old, content), old.lost
    recalled = withholding.of(changes, content) if changes else None
    return Record(content, recalled, lost, {**_recalled(recalled, old), **pictures})


def _carried(old: Record, content: Content) -> Likened | None:
    """What had differed before; the entries of now are those of this content."""
    if old.changes is None:
        return None
    return old.changes.with_entries(content)


def _recalled(changes: Likened | None, old: Record) -> Mapping[str, str]:
    """The pictures of what is no longer there, or no longer so."""
    every = (*changes.slides, *changes.shots) if changes else ()
    drawings = {one.before.drawing for one in every if one.before}
    return {digest: uri for digest, uri in old.pictures.items() if digest in drawings}
