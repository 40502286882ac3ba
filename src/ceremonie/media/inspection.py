"""What the storyboard names and what is there: every name once, and no medium opened.

Works on the raw tree, so that media are told even where the storyboard has other errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media import kinds, subtitles
from ceremonie.media.examination import FILE
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.names import Folder
from ceremonie.media.subtitles import Track
from ceremonie.messages import problem
from ceremonie.storyboard import Reading
from ceremonie.storyboard.media import waits
from ceremonie.storyboard.query import EACH, find, mappings_with
from ceremonie.text import quotable

ABSENT = "media-introuvable"
CODE = "code"
CUSTOM = "sur_mesure"
SUBTITLES = "sous_titres"
DESCRIPTION, RECORDING = "audiodescription", "enregistrement"
_NOT_SEEN = ("musique", "carte", DESCRIPTION)
"""Entries of files that are no pictures."""

DESCRIBING = ("alt", "legende")


@dataclass(frozen=True)
class Named:
    """An entry of the raw tree, and the file that it names by `key`, if that may be used."""

    path: NodePath
    entry: Mapping[str, Any]
    key: str
    file: Path | None
    kind: Kind | None

    @property
    def name(self) -> str:
        """As it is written: a space may begin it."""
        return str(self.entry[self.key])

    @property
    def place(self) -> NodePath:
        return (*self.path, self.key)


@dataclass
class Inspection:
    """`named` by the entry's path; `tracks` are the subtitles, by the same paths, and `spoken` the
    files that they were read from.
    """

    named: dict[NodePath, Named] = field(default_factory=dict)
    tracks: dict[NodePath, Track] = field(default_factory=dict)
    spoken: dict[NodePath, Path] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def look(reading: Reading, *, code_local: bool = False) -> Inspection:
    """Every file that the storyboard names, and the subtitles read. Code is refused unless
    `code_local` allows it.
    """
    inspection = Inspection()
    folder = Folder(reading.path.parent)
    for path, entry, key in _naming(reading.source.data):
        if isinstance(entry[key], str) and entry[key].strip():
            _look_at(path, entry, key, folder, inspection)
    if not code_local:
        inspection.diagnostics += _refused_code(inspection)
    return inspection


def _naming(data: Any) -> Iterator[tuple[NodePath, Mapping[str, Any], str]]:
    """Every entry that names a file to be shown, its path, and the key that does."""
    for path, entry in mappings_with(data, FILE):
        if not waits(path):
            yield path, entry, FILE
    for path, entry in find(data, CUSTOM, EACH):
        if isinstance(entry, dict) and CODE in entry:
            yield path, entry, CODE
    for path, entry in find(data, DESCRIPTION):
        if isinstance(entry, dict) and RECORDING in entry:
            yield path, entry, RECORDING


def _look_at(
    path: NodePath, entry: Mapping[str, Any], key: str, folder: Folder, inspection: Inspection
) -> None:
    name = entry[key]
    file = None
    try:
        file = folder.file(name, (*path, key))
    except UnusableError as fault:
        inspection.diagnostics.append(fault.at((*path, key)))
    named = Named(path, entry, key, file, kinds.of(name))
    inspection.named[path] = named
    inspection.diagnostics += _alternative(named)
    inspection.diagnostics += _subtitles(named, folder, inspection)


def _refused_code(inspection: Inspection) -> Iterator[Diagnostic]:
    for named in inspection.named.values():
        if named.key == CODE:
            yield problem("code-local-refuse", path=named.place, name=quotable(named.name))


def _alternative(named: Named) -> Iterator[Diagnostic]:
    """The file name is never a description: it may even say who is seen."""
    if named.kind is Kind.SOUND or named.path[0] in _NOT_SEEN:
        return
    written = [(key, str(named.entry.get(key) or "").strip()) for key in DESCRIBING]
    for key, text in written:
        if kinds.is_file_name(text):
            place = (*named.path, key)
            yield problem(
                "alt-nom-de-fichier", path=place, severity=Severity.WARNING, text=quotable(text)
            )
    of_partner = named.path[0] == "partenaires" and named.path[-1] == "logo"  # it has a name
    if named.kind is not Kind.CODE and not of_partner and not any(text for _, text in written):
        yield problem("alt-manquant", path=named.place, severity=Severity.WARNING)


def _subtitles(named: Named, folder: Folder, inspection: Inspection) -> Iterator[Diagnostic]:
    written = named.entry.get(SUBTITLES)
    if not isinstance(written, str) or not written.strip():
        return
    path = (*named.path, SUBTITLES)
    if named.kind is not Kind.CLIP:
        yield problem("sous-titres-sans-video", path=path, severity=Severity.WARNING)
    try:
        file = inspection.spoken[named.path] = folder.file(written, path)
        track = subtitles.read(file, written, path)
    except UnusableError as fault:
        yield fault.at(path)
        return
    inspection.tracks[named.path] = track
    yield from track.diagnostics
