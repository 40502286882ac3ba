"""What a user has to know of subtitles that were read: too quick, or beside the excerpt."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.subtitles.reading import Track
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.messages import decimal, problem
from ceremonie.units import frames, timecode

READ_IN = ((0, 0), (1, 12), (2, 20), (3, 36), (4, 60))
"""Seconds, and the signs that can be read in them (charter of the CSA, now Arcom)."""

TOLERATED = Fraction(6, 5)
"""One fifth more is accepted (same charter)."""


MAXIMUM_TOLD = 5
"""So many quick subtitles of one file are told one by one, the others together."""


def hurried(
    track: Track, path: NodePath, start: Fraction, stop: Fraction | None
) -> tuple[Diagnostic, ...]:
    """Warnings for the subtitles between these seconds that are gone before they can be read."""
    quick = [spoken for spoken in _between(track, start, stop) if _quick(spoken)]
    diagnostics = [_one(track.name, path, spoken) for spoken in quick[:MAXIMUM_TOLD]]
    if others := quick[MAXIMUM_TOLD:]:
        diagnostics.append(_others(track.name, path, others))
    return tuple(diagnostics)


def _quick(spoken: Spoken) -> bool:
    return _count(spoken) > readable(spoken.stop - spoken.start) * TOLERATED


def _count(spoken: Spoken) -> int:
    return len(" ".join(spoken.lines))


def _one(name: str, path: NodePath, spoken: Spoken) -> Diagnostic:
    duration = spoken.stop - spoken.start
    return problem(
        "sous-titres-rapides",
        path=path,
        severity=Severity.WARNING,
        name=name,
        at=_at(spoken),
        count=_count(spoken),
        seconds=decimal(duration),
        limit=int(readable(duration)),
    )


def _others(name: str, path: NodePath, quick: Sequence[Spoken]) -> Diagnostic:
    return problem(
        "sous-titres-rapides-autres",
        path=path,
        severity=Severity.WARNING,
        name=name,
        count=len(quick),
        first=_at(quick[0]),
        last=_at(quick[-1]),
    )


def _at(spoken: Spoken) -> str:
    return timecode(frames(spoken.start))[3:8]


def left_out(
    track: Track, path: NodePath, start: Fraction, stop: Fraction | None
) -> tuple[Diagnostic, ...]:
    """A warning where none of the words are said between these seconds."""
    if not track.spoken or _between(track, start, stop):
        return ()
    return (
        problem("sous-titres-hors-extrait", path=path, severity=Severity.WARNING, name=track.name),
    )


def _between(track: Track, start: Fraction, stop: Fraction | None) -> list[Spoken]:
    return [s for s in track.spoken if s.stop > start and (stop is None or s.start < stop)]


def readable(duration: Fraction) -> Fraction:
    """The signs that can be read in so many seconds."""
    for (t0, n0), (t1, n1) in pairwise(READ_IN):
        if duration <= t1:
            return n0 + (duration - t0) * Fraction(n1 - n0, t1 - t0)
    last = READ_IN[-1]
    return duration * Fraction(last[1], last[0])
