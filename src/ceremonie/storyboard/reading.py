"""A storyboard read: what it says, where it says it, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Place, errors, in_order
from ceremonie.messages import abridged
from ceremonie.storyboard import decode
from ceremonie.storyboard.checks import check
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.source import Source, parse
from ceremonie.storyboard.validate import validate


@dataclass(frozen=True)
class Reading:
    """`storyboard` is None where a diagnostic is an error."""

    path: Path
    storyboard: Storyboard | None
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def read(path: Path) -> Reading:
    """Read and check a storyboard. Never raises for what is wrong with the file: all of it is in
    the diagnostics, in the order of the text.
    """
    try:
        data = decode.content(path)
    except decode.RefusedError as refusal:
        return Reading(path, None, Source(Lines(str(path), ())), refusal.diagnostics)
    return read_bytes(data, path)


def read_bytes(data: bytes, path: Path) -> Reading:
    """As `read`, for a storyboard that is at hand; `path` only names it."""
    source, faults = parse(data, str(path))
    if source.root is None and errors(faults):
        return Reading(path, None, source, abridged(in_order(faults)))
    storyboard, invalid = validate(source)
    told_at = {_at(d.place) for d in errors(faults) if d.place}
    others = (
        d for d in (*invalid, *check(source)) if d.place is None or _at(d.place) not in told_at
    )
    diagnostics = abridged(in_order((*faults, *others)))
    return Reading(path, None if errors(diagnostics) else storyboard, source, diagnostics)


def _at(place: Place) -> tuple[int, int]:
    """What is not even YAML is told once, not again by the vocabulary."""
    return place.line, place.column
