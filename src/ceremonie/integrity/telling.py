"""Differences as problems, each with what to do: what is damaged apart from what people did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.integrity import hands
from ceremonie.integrity.fixity import Difference, Kind
from ceremonie.integrity.listing import Listing
from ceremonie.integrity.opening import BrokenError, demand_whole
from ceremonie.messages import problem

LEEWAY = 2_000_000_000
"""Nanoseconds by which a file may seem younger than a manifest written after it: FAT counts in
steps of two seconds.
"""


def told(
    folder: Path, place: Path, differences: Iterable[Difference], listing: Listing
) -> Iterator[Diagnostic]:
    for one in differences:
        at = Place(str(place / one.name), line=0)
        match one.kind:
            case Kind.MISSING:
                yield problem("controle-manquant", place=at)
            case Kind.RENAMED:
                yield problem("controle-renomme", place=at, other=one.other, name=one.name)
            case Kind.SWAPPED:
                yield problem("controle-echange", place=at, other=one.other)
            case Kind.ADDED:
                yield problem("controle-ajoute", place=at, severity=Severity.NOTE)
            case Kind.CHANGED:
                yield _changed(folder / (one.other or one.name), one, at, listing)


def broken(file: Path, at: Place) -> tuple[Diagnostic, ...]:
    """Of a file that is as promised, or that nobody promised."""
    try:
        demand_whole(file)
    except BrokenError as error:
        return (problem("controle-ne-souvre-pas", place=at, cause=error),)
    except OSError as error:
        return (problem("controle-illisible", place=at, cause=error.strerror or error),)
    return ()


def _changed(there: Path, one: Difference, at: Place, listing: Listing) -> Diagnostic:
    """Cut off or damaged, where the file itself shows it; somebody's work, where it says so; else
    one of both, and nothing can tell which.
    """
    promised, status = listing.files[one.name], there.stat()
    try:
        demand_whole(there)
    except BrokenError as error:
        if promised.size is not None and status.st_size < promised.size:
            size, wanted = status.st_size, promised.size
            return problem("controle-tronque", place=at, size=size, wanted=wanted)
        return problem("controle-abime", place=at, cause=error)
    except OSError as error:
        return problem("controle-illisible", place=at, cause=error.strerror or error)
    if program := hands.program(there):
        severity = Severity.WARNING
        return problem("controle-a-la-main", place=at, severity=severity, program=program)
    later = status.st_mtime_ns > listing.at + LEEWAY
    return problem("controle-modifie" if later else "controle-altere", place=at)
