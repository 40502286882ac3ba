"""Every media entry of a storyboard → Materials: each file prepared once, several at a time."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media import clips, custom, inspection, pictures, sound, subtitles
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.entries import Path as Way
from ceremonie.media.fault import UnusableError
from ceremonie.media.inspection import ABSENT, Inspection, Named
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Material, Materials, Missing, Picture, Sound
from ceremonie.media.workspace import Workspace
from ceremonie.messages import problem
from ceremonie.progress import Progress, Step
from ceremonie.storyboard import Reading
from ceremonie.storyboard.model import CustomScene, Media, Music, Storyboard
from ceremonie.units import seconds

MUSIC: Way = ("musique",)
MOVING = {Kind.CLIP, Kind.CODE}
Prepared = pictures.Copy | clips.Cut | Sound


@dataclass(frozen=True)
class Task:
    """What has to be prepared: the same file with the same bounds is one task.

    `function` is the one to call in a file of code.
    """

    file: Path
    kind: Kind
    cut: clips.Bounds
    function: str = ""


def inspect(reading: Reading, *, code_local: bool = False) -> tuple[Diagnostic, ...]:
    """What is wrong with the files that the storyboard names, valid or not; placed. Headers are
    read, nothing is decoded, and no code is run, even where `code_local` allows it.
    """
    with _quiet():
        return reading.source.located(inspection.look(reading, code_local=code_local).diagnostics)


def gather(
    reading: Reading,
    workspace: Path,
    *,
    draft: bool,
    progress: Progress,
    workers: int,
    code_local: bool = False,
) -> tuple[Materials, tuple[Diagnostic, ...]]:
    """The materials, and all that `inspect` tells besides what only decoding shows. An entry that
    cannot be used becomes Missing; in a draft a file that is not there is only a warning. The code
    that the storyboard names is run if `code_local` allows it, and refused if not.

    Raises MachineError where the workspace cannot be written, ValueError if the reading has no
    storyboard.
    """
    if reading.storyboard is None:
        raise ValueError("a storyboard with errors has no media to gather")
    with _quiet():
        looked = inspection.look(reading, code_local=code_local)
        tasks = _tasks(reading.storyboard, looked, code_local=code_local)
        results = _prepared(tasks, looked, Workspace(workspace), progress, workers)
    told = [_for_draft(d) if draft else d for d in looked.diagnostics]
    told += _told(tasks, results, looked)
    materials = _materials(reading.storyboard, looked, tasks, results)
    return materials, reading.source.located(told)


def _tasks(storyboard: Storyboard, looked: Inspection, *, code_local: bool) -> dict[Way, Task]:
    faulty = {d.path[:-1] for d in looked.diagnostics if d.path and _unusable(d)}
    functions = {p: e.function for p, e in mediums(storyboard) if isinstance(e, CustomScene)}
    return {
        path: Task(named.file, named.kind, inspection.cut_of(named.entry), functions.get(path, ""))
        for path, named in looked.named.items()
        if named.file and named.kind and path not in faulty
        if named.kind is not Kind.CODE or code_local
    }


def _unusable(diagnostic: Diagnostic) -> bool:
    """Faulty subtitles leave their clip usable."""
    about_words = diagnostic.path and diagnostic.path[-1] == "sous_titres"
    return diagnostic.severity is Severity.ERROR and not about_words


def _for_draft(diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.slug == ABSENT:
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic


def _prepared(
    tasks: dict[Way, Task],
    looked: Inspection,
    workspace: Workspace,
    progress: Progress,
    workers: int,
) -> dict[Task, Prepared | UnusableError]:
    """What moves first: it takes longest. The first fault of the machine stops everything."""
    names = {task: looked.named[path].name for path, task in reversed(tasks.items())}
    order = sorted(names, key=lambda task: (task.kind not in MOVING, str(task.file)))
    progress(Step.MEDIA, 0.0)
    pool = ThreadPoolExecutor(max_workers=max(1, workers))
    try:
        running = {
            pool.submit(_attempt, partial(_prepare, task, names[task], workspace)): task
            for task in order
        }
        return _collected(running, progress)
    except BaseException:
        workspace.abandoned.set()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _collected(
    running: dict[Future[Prepared | UnusableError], Task], progress: Progress
) -> dict[Task, Prepared | UnusableError]:
    results: dict[Task, Prepared | UnusableError] = {}
    waiting = set(running)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        results.update({running[future]: future.result() for future in done})
        progress(Step.MEDIA, len(results) / len(running))
    return results


def _attempt(work: Callable[[], Prepared]) -> Prepared | UnusableError:
    try:
        return work()
    except UnusableError as fault:
        return fault


def _prepare(task: Task, name: str, workspace: Workspace) -> Prepared:
    match task.kind:
        case Kind.PICTURE:
            return pictures.prepare(task.file, name, workspace)
        case Kind.CLIP:
            return clips.prepare(task.file, name, task.cut, workspace)
        case Kind.CODE:
            return custom.prepare(task.file, name, task.function, workspace)
        case _:
            return sound.prepare(task.file, name, workspace)


def _told(
    tasks: dict[Way, Task], results: dict[Task, Prepared | UnusableError], looked: Inspection
) -> Iterator[Diagnostic]:
    for path, task in tasks.items():
        result = results[task]
        if isinstance(result, UnusableError):
            yield result.at(inspection.place_of(result, looked.named[path]))
        elif isinstance(result, clips.Cut) and task.cut.stop is None:
            yield from _incomplete(looked.named[path], task, result)


def _incomplete(named: Named, task: Task, cut: clips.Cut) -> Iterator[Diagnostic]:
    """A picture that ends well before the announced duration: a broken copy, most often."""
    end = task.cut.start + seconds(cut.frames)
    announced = seconds(cut.announced)
    if announced - end > clips.TOLERANCE:
        yield problem(
            "video-incomplete",
            path=named.place,
            severity=Severity.WARNING,
            name=named.name,
            wanted=f"{float(announced):.1f}",
            seconds=f"{int(end * 10) / 10:g}",
        )


def _materials(
    storyboard: Storyboard,
    looked: Inspection,
    tasks: dict[Way, Task],
    results: dict[Task, Prepared | UnusableError],
) -> Materials:
    made: dict[Medium, Material] = {}
    for path, entry in mediums(storyboard):
        found = results[tasks[path]] if path in tasks else None
        made.setdefault(entry, _material(entry, path, found, looked))
    found = results[tasks[MUSIC]] if MUSIC in tasks else None
    return Materials(made, _music(storyboard.music, found))


def _material(
    entry: Medium, path: Way, found: Prepared | UnusableError | None, looked: Inspection
) -> Material:
    if isinstance(entry, CustomScene):
        return _scene(found, entry) if isinstance(found, clips.Cut) else Missing(entry.code)
    if isinstance(found, pictures.Copy):
        return _picture(found, entry)
    if isinstance(found, clips.Cut):
        return _clip(found, entry, path, looked)
    return Missing(entry.file)


def _scene(cut: clips.Cut, entry: CustomScene) -> Clip:
    copy, still, words = cut.copy, cut.poster, entry.alternative
    poster = Picture(still.digest, still.width, still.height, words, path=still.path)
    return Clip(
        copy.digest,
        copy.width,
        copy.height,
        cut.frames,
        cut.has_sound,
        poster,
        words,
        credit=entry.credit,
        path=copy.path,
    )


def _picture(copy: pictures.Copy, entry: Media) -> Picture:
    return Picture(
        copy.digest,
        copy.width,
        copy.height,
        _words_for(entry),
        entry.caption,
        entry.credit,
        (entry.focus.x, entry.focus.y),
        copy.alpha,
        copy.path,
    )


def _words_for(entry: Media) -> str:
    return entry.alternative or entry.caption or ""


def _clip(cut: clips.Cut, entry: Media, path: Way, looked: Inspection) -> Clip:
    track = looked.tracks.get(path)
    start = Fraction(str(entry.start))
    return Clip(
        cut.copy.digest,
        cut.copy.width,
        cut.copy.height,
        cut.frames,
        cut.has_sound,
        _picture(cut.poster, entry),
        _words_for(entry),
        entry.caption,
        entry.credit,
        subtitles.cues(track, start, cut.frames) if track else (),
        cut.copy.path,
    )


def _music(music: Music | None, found: Prepared | UnusableError | None) -> Sound | None:
    return replace(found, credit=music.credit) if music and isinstance(found, Sound) else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow warns of large pictures on its own; they are told as problems. Set once for all
    threads, since the filter is theirs together.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
