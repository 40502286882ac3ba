"""Who appears in the record of an edition and in its sheet, the build before included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ceremonie.audiences import Audience
from ceremonie.comparing import Entry, Record
from ceremonie.edition.appearance import Appearance, How, Sight, Spot
from ceremonie.edition.changes.comparison import former
from ceremonie.edition.outputs import CHANGES, RECORD
from ceremonie.units import FrameSpan


def appearances(folder: Path) -> tuple[Appearance, ...]:
    """Everybody in both files, as the record in this folder tells."""
    record = former(folder).record
    return tuple(_appearances(record)) if record else ()


def _appearances(record: Record) -> Iterator[Appearance]:
    changes = record.changes
    differing = (*changes.slides, *changes.shots) if changes else ()
    recalled = [one.before for one in differing if one.before]
    there = [one.after for one in differing if one.after]
    now = (*record.content.slides, *record.content.shots)
    yield from _in_file(RECORD, (*now, *recalled))
    yield from _in_file(CHANGES, (*there, *recalled))


def _in_file(file: str, entries: Iterable[Entry]) -> Iterator[Appearance]:
    for entry in entries:
        for one in entry.people:
            sight = Sight(one.person, How(one.how), blurred=one.blurred)
            yield Appearance(Audience.HALL, file, _spot(entry), sight)


def _spot(entry: Entry) -> Spot:
    """A slide has no length in the film."""
    if not entry.length:
        return Spot("", entry.number)
    return Spot("", span=FrameSpan(entry.start, entry.start + entry.length))
