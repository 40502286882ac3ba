"""What a user has to know of subtitles that were read: too quick, or beside the excerpt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.material import SubtitleCue
from ceremonie.media.subtitles.charter import readable, signs, too_quick
from ceremonie.media.subtitles.reading import Track
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.media.subtitles.timing import cues
from ceremonie.messages import decimal, problem
from ceremonie.units import frames, seconds, timecode

MAXIMUM_TOLD = 5
"""So many quick subtitles of one file are told one by one, the others together."""

OVERHANG = Fraction(1)
"""Seconds by which the last subtitle may outlast the video: players cut it without harm."""


def hurried(
    track: Track, path: NodePath, start: Fraction, stop: Fraction | None
) -> tuple[Diagnostic, ...]:
    """Warnings for the subtitles between these seconds that are gone before they can be read,
    though they were given the silence around them.
    """
    quick = [
        cue for cue in _shown(track, start, stop) if too_quick(signs(cue.lines), _lasting(cue))
    ]
    diagnostics = [_one(track.name, path, cue, start) for cue in quick[:MAXIMUM_TOLD]]
    if others := quick[MAXIMUM_TOLD:]:
        diagnostics.append(_others(track.name, path, others, start))
    return tuple(diagnostics)


def _shown(track: Track, start: Fraction, stop: Fraction | None) -> tuple[SubtitleCue, ...]:
    """Up to the last word where nobody knows how long the clip is."""
    last = max((spoken.stop for spoken in track.spoken), default=start) if stop is None else stop
    return cues(track, start, max(0, frames(last - start)))


def _quick(cue: SubtitleCue) -> bool:
    return too_quick(signs(cue.lines), _lasting(cue))


def _lasting(cue: SubtitleCue) -> Fraction:
    return seconds(cue.stop - cue.start)


def _one(name: str, path: NodePath, cue: SubtitleCue, start: Fraction) -> Diagnostic:
    return problem(
        "sous-titres-rapides",
        path=path,
        severity=Severity.WARNING,
        name=name,
        at=_at(cue, start),
        count=signs(cue.lines),
        seconds=decimal(_lasting(cue)),
        limit=int(readable(_lasting(cue))),
    )


def _others(name: str, path: NodePath, quick: Sequence[SubtitleCue], start: Fraction) -> Diagnostic:
    return problem(
        "sous-titres-rapides-autres",
        path=path,
        severity=Severity.WARNING,
        name=name,
        count=len(quick),
        first=_at(quick[0], start),
        last=_at(quick[-1], start),
    )


def _at(cue: SubtitleCue, start: Fraction) -> str:
    """As the file counts: from the beginning of the video."""
    return _clock(start + seconds(cue.start))


def _clock(second: Fraction) -> str:
    return timecode(frames(second))[3:8]


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


def outlasting(track: Track, path: NodePath, end: Fraction) -> Iterator[Diagnostic]:
    """A warning where words come after the end of the video, at second `end` of the file."""
    after = [s for s in track.spoken if s.start >= end or s.stop > end + OVERHANG]
    if after:
        yield problem(
            "sous-titres-plus-longs",
            path=path,
            severity=Severity.WARNING,
            name=track.name,
            line=min(one.line for one in after),
            count=len(after),
            end=_clock(end),
        )
