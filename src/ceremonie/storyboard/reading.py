"""A storyboard read: what it says, where it says it, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Place, errors, in_order
from ceremonie.messages import abridged
from ceremonie.storyboard import decode
from ceremonie.storyboard.checks import check
from ceremonie.storyboard.joining import joined
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.name_key import NO_KEY, NameKey
from ceremonie.storyboard.source import Source, parse
from ceremonie.storyboard.validate import validate
from ceremonie.unchanged import digest_of_bytes


@dataclass(frozen=True)
class Reading:
    """`storyboard` is None where a diagnostic is an error. `source` holds what the storyboard, its
    spreadsheet and its register say together, each value with its line or its cell; `tables` are
    these files and the key to names, by the names that lead to them. `register` is the name of the
    register's file, empty where there is none; `key` holds the names of people.
    `read_from` are the files with the digests of the bytes that were read.
    """

    path: Path
    storyboard: Storyboard | None
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[tuple[str, Path], ...] = ()
    register: str = ""
    key: NameKey = NO_KEY
    read_from: tuple[tuple[Path, str], ...] = ()


def read(path: Path) -> Reading:
    """Read and check a storyboard. Never raises for what is wrong with the file: all of it is in
    the diagnostics, in the order of the text.
    """
    try:
        data = decode.content(path)
    except decode.RefusedError as refusal:
        return Reading(path, None, Source(Lines(str(path), ())), refusal.diagnostics)
    reading = read_bytes(data, path)
    own = (path, digest_of_bytes(data))
    return replace(reading, read_from=(own, *reading.read_from))


def read_bytes(data: bytes, path: Path) -> Reading:
    """As `read`, for a storyboard that is at hand; `path` only names it."""
    return reading_of(*parse(data, str(path)), path)


def reading_of(source: Source, faults: tuple[Diagnostic, ...], path: Path) -> Reading:
    """As `read`, for a text that was parsed, with what was wrong with it as YAML."""
    if source.root is None and errors(faults):
        return Reading(path, None, source, abridged(in_order(faults)))
    whole = joined(source, path.parent)
    storyboard, invalid = validate(whole.source)
    faults = (*faults, *whole.diagnostics)
    told_at = {_at(d.place) for d in errors(faults) if d.place}
    others = (
        d
        for d in (*invalid, *check(whole.source))
        if d.place is None or _at(d.place) not in told_at
    )
    diagnostics = abridged(in_order((*faults, *others)))
    read_without_error = None if errors(diagnostics) else storyboard
    return Reading(
        path,
        read_without_error,
        whole.source,
        diagnostics,
        whole.files,
        whole.register,
        whole.key,
        whole.read_from,
    )


def _at(place: Place) -> tuple[str, str, int, int]:
    """What is not even YAML, or no value at all in a cell, is told once, not again by the
    vocabulary.
    """
    return place.file, place.sheet, place.line, place.column
