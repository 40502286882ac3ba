"""From the file of a clip's subtitles to its track, with what was read in spite of a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.encoding import decoded
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.subtitles.parsed import Fault, Trouble
from ceremonie.media.subtitles.parsing import parse
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.messages import problem
from ceremonie.text import quotable
from ceremonie.unchanged import digest_of_bytes

MAXIMUM_BYTES = 2_000_000
"""The subtitles of a film of two hours have about 100 000."""

MAXIMUM_TOLD = 20
"""So many faulty lines of one file are told one by one."""

_TOLD_AS = {
    Trouble.TIMING: ("sous-titres-ligne", Severity.ERROR),
    Trouble.UNTIMED: ("sous-titres-sans-minutage", Severity.WARNING),
}


@dataclass(frozen=True)
class Track:
    """What a file says; `diagnostics` tell what was read in spite of a fault, `digest` is that of
    the bytes that were read.
    """

    name: str
    spoken: tuple[Spoken, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    digest: str = ""


def read(file: Path, name: str, path: NodePath) -> Track:
    """`path` leads to the entry in the storyboard. Raises UnusableError where nothing is said."""
    return track(_content(file, name), name, path)


def track(data: bytes, name: str, path: NodePath) -> Track:
    """As `read`, for bytes that are at hand; `name` tells the format."""
    text, guessed = decoded(data)
    parsed = parse(text, web=name.strip().lower().endswith(".vtt"))
    if not parsed.spoken and not any(f.trouble is Trouble.TIMING for f in parsed.faults):
        raise UnusableError("sous-titres-illisibles", name=name)
    diagnostics = (*_encoding(guessed, name, path), *_faults(parsed.faults, name, path))
    return Track(name, parsed.spoken, diagnostics, digest_of_bytes(data))


def _content(file: Path, name: str) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAXIMUM_BYTES + 1)
    except OSError:
        raise UnusableError("media-illisible", noun=Kind.SUBTITLES.noun, name=name) from None
    if len(data) > MAXIMUM_BYTES:
        raise UnusableError("sous-titres-illisibles", name=name)
    return data


def _encoding(guessed: str | None, name: str, path: NodePath) -> Iterator[Diagnostic]:
    if guessed:
        yield problem(
            "sous-titres-encodage",
            path=path,
            severity=Severity.WARNING,
            name=name,
            encoding=guessed,
        )


def _faults(faults: Iterable[Fault], name: str, path: NodePath) -> Iterator[Diagnostic]:
    for fault in tuple(faults)[:MAXIMUM_TOLD]:
        slug, severity = _TOLD_AS[fault.trouble]
        values: dict[str, Any] = {"name": name, "line": fault.line, "text": quotable(fault.text)}
        values |= {"example": fault.example} if fault.trouble is Trouble.TIMING else {}
        yield problem(slug, path=path, severity=severity, **values)
