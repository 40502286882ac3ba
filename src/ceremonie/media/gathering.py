"""Examined media → Materials: normalised copies, each made once, several at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.media import clips, custom, drawings, pictures
from ceremonie.media.assembly import Prepared, assembled, sound_of
from ceremonie.media.examination import Examination
from ceremonie.media.examining import Examined, place_of
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Materials
from ceremonie.media.means import Means
from ceremonie.media.tasks import Task
from ceremonie.progress import Step

Result = Prepared | UnusableError


def gather(examined: Examined, means: Means) -> tuple[Materials, tuple[Diagnostic, ...]]:
    """The materials, and what only making them shows: above all what is wrong with code, which is
    run here if `means` allow it. An entry that cannot be used becomes Missing.

    Raises MachineError where the workspace cannot be written, ValueError if the reading has no
    storyboard.
    """
    storyboard = examined.reading.storyboard
    if storyboard is None:
        raise ValueError("a storyboard with errors has no media to gather")
    made = _made(examined, means)
    results = {path: made[task] for path, task in examined.tasks.items() if task in made}
    diagnostics = examined.reading.source.located(_told(examined, results))
    tracks, family = examined.inspection.tracks, examined.typeface.family
    return assembled(storyboard, results, tracks, family), diagnostics


def rehearse(examined: Examined, means: Means) -> tuple[Diagnostic, ...]:
    """What is wrong with the code of scenes of one's own, told beside other errors; nothing else is
    made. Raises MachineError where the workspace cannot be written.
    """
    made = _made(examined, means, {Kind.CODE})
    results = {path: made[task] for path, task in examined.tasks.items() if task in made}
    return examined.reading.source.located(_told(examined, results))


def _made(
    examined: Examined, means: Means, kinds: Collection[Kind] = tuple(Kind)
) -> dict[Task, Result]:
    """Of all that can be used; what moves first."""
    named = examined.inspection.named
    names = {task: named[path].name for path, task in examined.tasks.items()}
    usable = [t for t in names if t.kind in kinds and isinstance(examined.answers[t], Examination)]
    jobs = {
        task: partial(_attempted, task, names[task], examined, means)
        for task in sorted(usable, key=lambda task: task.order)
    }
    return means.worked_off(jobs, Step.MEDIA)


def _attempted(task: Task, name: str, examined: Examined, means: Means) -> Result:
    try:
        return _prepared(task, name, examined, means)
    except UnusableError as fault:
        return fault


def _prepared(task: Task, name: str, examined: Examined, means: Means) -> Prepared:
    workspace, answer = means.workspace, examined.answers[task]
    assert isinstance(answer, Examination)
    match task.kind:
        case Kind.PICTURE:
            copy = pictures.prepare(task.file, name, workspace)
            return replace(copy, swatches=answer.swatches, faces=answer.faces)
        case Kind.DRAWING:
            copy = drawings.prepare(task.file, name, workspace, means.decoders)
            return replace(copy, swatches=answer.swatches)
        case Kind.CLIP:
            calmed = answer.flashes if task.calmed else ()
            cut, decoders = task.cut, means.decoders
            return clips.prepare(task.file, name, cut, workspace, decoders, calmed=calmed)
        case Kind.CODE:
            return custom.prepare(task.file, name, task.function, workspace)
        case _:
            digest = workspace.digests.of(task.file)
            return sound_of(digest, answer, task.file)


def _told(examined: Examined, results: dict[NodePath, Result]) -> Iterator[Diagnostic]:
    for path, result in results.items():
        if isinstance(result, UnusableError):
            yield result.at(place_of(result, examined.inspection.named[path]))
