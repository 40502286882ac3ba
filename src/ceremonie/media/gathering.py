"""Examined media → Materials: normalised copies, each made once, several at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.media import boxes, clips, custom, drawings, pictures
from ceremonie.media.assembly import (
    NARRATION,
    Prepared,
    heads,
    narrated,
    own_track,
    sound_of,
    tracks,
)
from ceremonie.media.entries import mediums
from ceremonie.media.examination import Examination
from ceremonie.media.examining import Examined, place_of
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Materials
from ceremonie.media.means import Means
from ceremonie.media.tasks import Task, plain
from ceremonie.progress import Step
from ceremonie.rights.showing import Showing

Result = Prepared | UnusableError


def gather(
    examined: Examined, showing: Showing, means: Means
) -> tuple[Materials, tuple[Diagnostic, ...]]:
    """The materials of an audience, and what only making them shows: above all what is wrong with
    code, which is run here if `means` allow it. An entry that cannot be used becomes Missing; of
    what is shown to nobody no copy is made.

    Raises MachineError where the workspace cannot be written, ValueError if the reading has no
    storyboard.
    """
    shown = _shown(showing)
    tasks = {path: task for path, task in examined.treated(showing).items() if path in shown}
    results = _made(tasks, examined, means)
    told = (*_told(examined, results), *_lost(examined, tasks, results))
    diagnostics = examined.reading.source.located(told)
    return examined.assembled(showing, results), diagnostics


def rehearse(examined: Examined, means: Means) -> tuple[Diagnostic, ...]:
    """What is wrong with the code of scenes of one's own, told beside other errors; nothing else is
    made. Raises MachineError where the workspace cannot be written.
    """
    tasks = {path: task for path, task in examined.tasks.items() if task.kind is Kind.CODE}
    results = _made(tasks, examined, means)
    return examined.reading.source.located(_told(examined, results))


def sources(examined: Examined, showing: Showing) -> tuple[Path, ...]:
    """The files that an audience's edition is made from: all but those that only it is not shown.
    Raises ValueError if the reading has no storyboard.
    """
    seen, inspection = _shown(showing), examined.inspection
    named = {path: one.file for path, one in inspection.named.items() if one.file}
    files = [*named.items(), *inspection.spoken.items()]
    shown = {file for path, file in files if path in seen or path not in examined.tasks}
    withheld = {file for _, file in files} - shown
    return tuple(file for file in examined.sources if file not in withheld)


def _shown(showing: Showing) -> frozenset[NodePath]:
    """The entries of the source that the audience's storyboard still has, music and a voice."""
    if showing.storyboard is None:
        raise ValueError("a storyboard with errors has no media to gather")
    seen = (showing.origin(path) for path, _ in mediums(showing.storyboard))
    board = showing.storyboard
    heard = [path for path, _ in (*tracks(board), *own_track(board))]
    heard += [NARRATION] if narrated(showing) else []
    return frozenset((*seen, *heard))


def _made(
    tasks: Mapping[NodePath, Task], examined: Examined, means: Means
) -> dict[NodePath, Result]:
    """Of all that can be used; what moves first."""
    named = examined.inspection.named
    names = {task: named[path].name for path, task in tasks.items()}
    usable = [task for task in names if isinstance(examined.answers[plain(task)], Examination)]
    jobs = {
        task: partial(_attempted, task, names[task], examined, means)
        for task in sorted(usable, key=lambda task: task.order)
    }
    made = means.worked_off(jobs, Step.MEDIA)
    return {path: made[task] for path, task in tasks.items() if task in made}


def _attempted(task: Task, name: str, examined: Examined, means: Means) -> Result:
    try:
        return _prepared(task, name, examined, means)
    except UnusableError as fault:
        return fault


def _prepared(task: Task, name: str, examined: Examined, means: Means) -> Prepared:
    workspace, answer = means.workspace, examined.answers[plain(task)]
    treatment = task.treatment
    assert isinstance(answer, Examination)
    match task.kind:
        case Kind.PICTURE:
            copy = pictures.prepare(task.file, name, workspace, treatment)
            return replace(copy, swatches=answer.swatches, faces=heads(answer, task))
        case Kind.DRAWING:
            copy = drawings.prepare(task.file, name, workspace, means.decoders, treatment)
            return replace(copy, swatches=answer.swatches)
        case Kind.CLIP:
            handling = clips.Handling(answer.flashes if task.calmed else (), treatment)
            return clips.prepare(task.file, name, task.cut, means, handling)
        case Kind.CODE:
            return custom.prepare(task.file, name, task.function, workspace)
        case _:
            digest = workspace.digests.of(task.file)
            return sound_of(digest, answer, task.file)


def _told(examined: Examined, results: dict[NodePath, Result]) -> Iterator[Diagnostic]:
    for path, result in results.items():
        if isinstance(result, UnusableError):
            yield result.at(place_of(result, examined.inspection.named[path]))


def _lost(
    examined: Examined, tasks: Mapping[NodePath, Task], results: Mapping[NodePath, Result]
) -> Iterator[Diagnostic]:
    """Where a face that is to be blurred could not be followed."""
    for path, result in results.items():
        if isinstance(result, clips.CutClip):
            yield from boxes.lost(examined.inspection.named[path], tasks[path], result.veiled)
