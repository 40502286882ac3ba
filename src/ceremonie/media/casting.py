"""Who is seen and heard in what an audience is given of a medium."""

from __future__ import annotations

from ceremonie.diagnostics import NodePath
from ceremonie.media.entries import Medium
from ceremonie.media.material import Cast
from ceremonie.rights.regions import region
from ceremonie.storyboard.media import Media
from ceremonie.treatment import Treatment


def cast_of(entry: Medium, source: NodePath, treatment: Treatment) -> Cast:
    """Of an entry that stands at `source`, whose copy was treated so."""
    seen = _listed(entry.people)
    heard = () if treatment.muted else _heard(entry, seen)
    return Cast(source, seen, heard, _blurred(entry, seen, treatment))


def _listed(people: tuple[str, ...] | str | None) -> tuple[str, ...]:
    """A crowd is nobody who could be recognised, and what is not said is not known."""
    return people if isinstance(people, tuple) else ()


def _heard(entry: Medium, seen: tuple[str, ...]) -> tuple[str, ...]:
    said = entry.heard if isinstance(entry, Media) else None
    return seen if said is None else _listed(said)


def _blurred(entry: Medium, seen: tuple[str, ...], treatment: Treatment) -> tuple[str, ...]:
    if treatment.whole:
        return seen
    boxes = entry.blurs if isinstance(entry, Media) else ()
    hidden = {blur.person for blur in boxes if region(blur) in treatment.regions}
    return tuple(person for person in seen if person in hidden)
