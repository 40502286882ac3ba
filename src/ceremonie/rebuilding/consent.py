"""Who has withdrawn since the edition was sealed, by the register of today."""

from __future__ import annotations

from pathlib import Path

from ceremonie.archiving import discretion
from ceremonie.diagnostics import StoryboardError
from ceremonie.edition.finding import home_of
from ceremonie.rebuilding.bagged import Bagged
from ceremonie.rights.register import register
from ceremonie.storyboard import Reading, location, read


def today(one: Bagged, given: Path | None, roots: tuple[Path, ...]) -> Reading | None:
    """The storyboard as it is now: the one `given`, or the one in `roots` that lies in a folder of
    the same name. None where there is none; raises StoryboardError where it cannot be read at all.
    """
    path = location.found(given) if given else home_of(one.facts, roots)
    if path is None:
        return None
    reading = read(path)
    if reading.source.root is None:
        raise StoryboardError(*reading.diagnostics)
    return reading


def withdrawn_since(one: Bagged, now: Reading | None) -> tuple[str, ...]:
    """By identifier, those who can be recognised in the edition, or in a source of it."""
    if now is None:
        return ()
    before = register(one.reading.source.data).withdrawn
    gone = [p for p in register(now.source.data).withdrawn if p not in before]
    return tuple(p for p in gone if _concerns(one, p))


def _concerns(one: Bagged, person: str) -> bool:
    facts, reading = one.facts, one.reading
    return discretion.is_shown(facts, person) or any(discretion.showing(reading, (person,)))
