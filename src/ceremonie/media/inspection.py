"""What the storyboard names and what is there: every file once, from names and headers.

Works on the raw tree, so that media are told even where the storyboard has other errors.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media import clips, custom, kinds, pictures, sound, subtitles
from ceremonie.media.entries import Path as Way
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.names import Folder
from ceremonie.media.subtitles import Track
from ceremonie.messages import problem
from ceremonie.storyboard import Reading
from ceremonie.storyboard.query import EACH, find, mappings_with
from ceremonie.storyboard.words import shown

ABSENT = "media-introuvable"
FILE, CODE = "fichier", "code"
CUSTOM = "sur_mesure"


@dataclass(frozen=True)
class Named:
    """An entry of the raw tree, and the file that it names by `key`, if that may be used."""

    path: Way
    entry: Mapping[str, Any]
    key: str
    file: Path | None
    kind: Kind | None

    @property
    def name(self) -> str:
        return str(self.entry[self.key]).strip()

    @property
    def place(self) -> Way:
        return (*self.path, self.key)


@dataclass
class Inspection:
    """`named` by the entry's path; `tracks` are the subtitles, by the same paths."""

    named: dict[Way, Named] = field(default_factory=dict)
    tracks: dict[Way, Track] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def look(reading: Reading, *, code_local: bool = False) -> Inspection:
    """Every file that the storyboard names, probed, nothing heavy decoded and no code run; code is
    refused unless `code_local` allows it.
    """
    inspection = Inspection()
    folder = Folder(reading.path.parent)
    probed: dict[Any, UnusableError | None] = {}
    for path, entry, key in _naming(reading.source.data):
        if isinstance(entry[key], str) and entry[key].strip():
            named = _look_at(path, entry, key, folder, probed, inspection)
            if key == CODE and not code_local:
                told = problem("code-local-refuse", path=named.place, name=shown(named.name))
                inspection.diagnostics.append(told)
    return inspection


def sources(reading: Reading) -> tuple[Path, ...]:
    """Every file on which the edition depends besides the storyboard: those that it names, and what
    lies beside code.
    """
    files: list[Path] = []
    for named in look(reading).named.values():
        if named.file:
            files += custom.beside(named.file) if named.key == CODE else [named.file]
    return tuple(dict.fromkeys(files))


def _naming(data: Any) -> Iterator[tuple[Way, Mapping[str, Any], str]]:
    """Every entry that names a file, its path, and the key that does."""
    for path, entry in mappings_with(data, FILE):
        yield path, entry, FILE
    for path, entry in find(data, CUSTOM, EACH):
        if isinstance(entry, dict) and CODE in entry:
            yield path, entry, CODE


def _look_at(
    path: Way,
    entry: Mapping[str, Any],
    key: str,
    folder: Folder,
    probed: dict[Any, UnusableError | None],
    inspection: Inspection,
) -> Named:
    name = entry[key].strip()
    try:
        found = folder.file(name, (*path, key))
    except UnusableError as fault:
        found = None
        inspection.diagnostics.append(fault.at((*path, key)))
    named = Named(path, entry, key, found, kinds.of(name))
    inspection.named[path] = named
    if found is not None:
        fault_found = _probed(named, found, probed)
        if fault_found is not None:
            inspection.diagnostics.append(fault_found.at(place_of(fault_found, named)))
    inspection.diagnostics += _alternative(named)
    inspection.diagnostics += _subtitles(named, folder, inspection)
    return named


def place_of(fault: UnusableError, named: Named) -> Way:
    """Bounds are told at the bound that is wrong."""
    if fault.slug == "extrait-hors-limites":
        bound = "de" if fault.values["what"] == "commence" else "a"
        return (*named.path, bound) if bound in named.entry else named.place
    return named.place


def _probed(
    named: Named, file: Path, probed: dict[Any, UnusableError | None]
) -> UnusableError | None:
    """The same file with the same bounds is opened once."""
    cut = cut_of(named.entry)
    key = (file, named.kind, cut)
    if key not in probed:
        probed[key] = _fault_of(_probe(named, file, cut))
    return probed[key]


def _probe(named: Named, file: Path, cut: clips.Bounds) -> Callable[[], object]:
    if named.kind is Kind.PICTURE:
        return partial(pictures.inspect, file, named.name)
    if named.kind is Kind.CLIP:
        return partial(clips.inspect, file, named.name, cut)
    if named.kind is Kind.CODE:
        return partial(custom.inspect, file, named.name)
    return partial(_sound, file, named.name, cut)


def _sound(file: Path, name: str, cut: clips.Bounds) -> None:
    facts = sound.inspect(file, name)
    if facts.seconds is not None:
        clips.check(cut, facts.seconds, name)


def _fault_of(work: Callable[[], object]) -> UnusableError | None:
    try:
        work()
    except UnusableError as fault:
        return fault
    return None


def cut_of(entry: Mapping[str, Any]) -> clips.Bounds:
    """The bounds as far as they are numbers; what else stands there is told by the reading."""
    start, stop = _second(entry.get("de")), _second(entry.get("a"))
    if start is not None and stop is not None and stop <= start:
        stop = None
    return clips.Bounds(start or Fraction(0), stop)


def _second(value: Any) -> Fraction | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    usable = math.isfinite(number) and number >= 0 and not isinstance(value, bool)
    return Fraction(str(number)) if usable else None


def _alternative(named: Named) -> Iterator[Diagnostic]:
    """The file name is never a description: it may even say who is seen."""
    if named.kind in {Kind.SOUND, Kind.CODE} or named.path[-1] == "musique":
        return
    if not any(str(named.entry.get(key) or "").strip() for key in ("alt", "legende")):
        yield problem("alt-manquant", path=named.place, severity=Severity.WARNING)


def _subtitles(named: Named, folder: Folder, inspection: Inspection) -> Iterator[Diagnostic]:
    written = named.entry.get("sous_titres")
    if not isinstance(written, str) or not written.strip():
        return
    path = (*named.path, "sous_titres")
    if named.kind is not Kind.CLIP:
        yield problem("sous-titres-sans-video", path=path, severity=Severity.WARNING)
    try:
        name = written.strip()
        track = subtitles.read(folder.file(name, path), name, path)
    except UnusableError as fault:
        yield fault.at(path)
        return
    inspection.tracks[named.path] = track
    yield from track.diagnostics
    cut = cut_of(named.entry)
    yield from subtitles.hurried(track, path, cut.start, cut.stop)
    yield from subtitles.left_out(track, path, cut.start, cut.stop)
