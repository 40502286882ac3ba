"""The editions of a folder, each by what it tells of itself: manifest, record, report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ceremonie.edition import finding, label, manifest, origin, report
from ceremonie.edition.changes.comparison import former
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.shelf.exhibit import Exhibit, Seal
from ceremonie.shelf.links import OFFERED
from ceremonie.shelf.seals import seals
from ceremonie.text import quotable


def exhibits(output: Path) -> tuple[Exhibit, ...]:
    """The newest first. Copies, former editions, bags and what runs have left are none."""
    sealed = seals(output)
    found = [_exhibit(folder, sealed) for folder in finding.editions_in(output)]
    return tuple(sorted(found, key=lambda one: one.rank, reverse=True))


def _exhibit(folder: Path, sealed: Mapping[str, tuple[Seal, ...]]) -> Exhibit:
    facts = manifest.contents(folder)
    told, edition = label.read(facts), str(facts[manifest.EDITION])
    record = former(folder).record
    title = told.title or (quotable(record.content.title) if record else "") or quotable(edition)
    files = frozenset(name for name in OFFERED if (folder / name).is_file())
    filmed = any(name in files for name in FILMS.values())
    slides = len(record.content.slides) if record else 0
    return Exhibit(
        folder.name,
        title,
        day=_day(facts),
        place=told.place,
        draft=finding.is_draft(facts),
        frames=_frames(folder, record.content.frames if record else 0) if filmed else None,
        slides=slides if slides and DECK in files else None,
        thanked=told.thanked,
        files=files,
        seals=sealed.get(edition, ()),
    )


def _day(facts: Mapping[str, Any]) -> dt.date | None:
    origins = facts.get(manifest.ORIGIN)
    day = origins.get(origin.CEREMONY) if isinstance(origins, dict) else None
    try:
        return dt.date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        return None


def _frames(folder: Path, recorded: int) -> int | None:
    """As the record tells, or the report where an older program has made it."""
    if recorded:
        return recorded
    film = report.read(folder).get("film")
    count = film.get("images") if isinstance(film, dict) else None
    return count if type(count) is int and count > 0 else None
