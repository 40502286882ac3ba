"""Clips in which somebody speaks and no word is to be read (RGAA 4.1, criterion 4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media import subtitles
from ceremonie.media.entries import entries
from ceremonie.media.examination import Examination
from ceremonie.media.examining import Examined
from ceremonie.messages import decimal, problem
from ceremonie.rights.showing import Showing
from ceremonie.storyboard.media import Media
from ceremonie.units import frames as frames_of
from ceremonie.units import seconds, timecode


def unread(examined: Examined, showings: Iterable[Showing]) -> tuple[Diagnostic, ...]:
    """Each clip once, at its line: an error where anybody may watch, a warning elsewhere."""
    told: dict[NodePath, Diagnostic] = {}
    for showing in sorted(showings, key=lambda one: not one.audience.manner.public):
        for path, answer in _unread(examined, showing):
            told.setdefault(path, _told(examined, showing, path, answer))
    return tuple(told.values())


def _unread(examined: Examined, showing: Showing) -> Iterator[tuple[NodePath, Examination]]:
    """What an audience hears of somebody and cannot read: by the path in the source."""
    for path, entry in entries(showing.storyboard) if showing.storyboard else ():
        source = showing.origin(path)
        task = examined.tasks.get(source)
        answer = examined.answers.get(task) if task else None
        if not isinstance(answer, Examination) or not answer.spoken:
            continue
        if _is_heard(entry, source, showing) and not _has_words(examined, source, answer):
            yield source, answer


def _is_heard(entry: Media, source: NodePath, showing: Showing) -> bool:
    """Whether its sound is let through, and nobody has said that there is no voice in it."""
    treatment = showing.treatments.get(source)
    muted = treatment is not None and treatment.muted
    return not muted and entry.sound != "coupé" and entry.heard != "aucune"


def _has_words(examined: Examined, source: NodePath, answer: Examination) -> bool:
    track = examined.inspection.tracks.get(source)
    start = examined.tasks[source].cut.start
    stop = start + seconds(answer.frames)
    return track is not None and not subtitles.left_out(track, source, start, stop)


def _told(examined: Examined, showing: Showing, path: NodePath, answer: Examination) -> Diagnostic:
    named = examined.inspection.named[path]
    first = examined.tasks[path].cut.start + seconds(frames_of(answer.spoken[0][0]))
    public = showing.audience.manner.public
    return problem(
        "paroles-sans-sous-titres",
        path=named.place,
        severity=Severity.ERROR if public else Severity.WARNING,
        name=named.name,
        at=timecode(frames_of(first))[3:8],
        seconds=decimal(sum(last - begun for begun, last in answer.spoken)),
    )
