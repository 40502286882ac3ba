"""Names → what is in the files: each is decoded once, on all cores, and the answer is kept.

`verifier` ends here; `produire` makes its copies of what is examined here, so both tell the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media import (
    answers,
    boxes,
    clips,
    custom,
    decoding,
    drawings,
    faces,
    framing,
    inspection,
    pictures,
    sound,
    subtitles,
    telling,
)
from ceremonie.media.answers import Answer
from ceremonie.media.assembly import Prepared, assembled, assumed
from ceremonie.media.contours import NO_CONTOURS, Contours, contours
from ceremonie.media.entries import mediums
from ceremonie.media.examination import Examination, Face
from ceremonie.media.fault import UnusableError
from ceremonie.media.inspection import ABSENT, SUBTITLES, Inspection, Named
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Materials
from ceremonie.media.means import Means
from ceremonie.media.quotes import quotes
from ceremonie.media.tasks import Task, cut_of, is_calmed, plain
from ceremonie.media.template import NO_TEMPLATE, Template, template
from ceremonie.media.typefaces import NO_TYPEFACE, Typeface, typeface
from ceremonie.messages import problem
from ceremonie.progress import Step
from ceremonie.rights.showing import Showing
from ceremonie.storyboard import Reading
from ceremonie.storyboard.stage import CustomScene
from ceremonie.treatment import AS_IT_IS
from ceremonie.units import seconds


@dataclass(frozen=True)
class Examined:
    """The media of a storyboard, looked at once in a run: `tasks` by the path of their entry, the
    answer to each, and everything that is to be told, at its line.
    """

    reading: Reading
    inspection: Inspection
    tasks: Mapping[NodePath, Task]
    answers: Mapping[Task, Answer]
    diagnostics: tuple[Diagnostic, ...]
    typeface: Typeface = NO_TYPEFACE
    template: Template = NO_TEMPLATE
    contours: Contours = NO_CONTOURS

    def materials(self, showing: Showing) -> Materials:
        """As the copies for an audience will be, without pixels: enough to plan. Missing where a
        file cannot be used. Raises ValueError if the reading has no storyboard.
        """
        tasks = self.treated(showing)
        prepared = {task: assumed(self.answers[plain(task)], task) for task in {*tasks.values()}}
        return self.assembled(showing, {path: prepared[task] for path, task in tasks.items()})

    def treated(self, showing: Showing) -> dict[NodePath, Task]:
        """What is prepared for an audience: the tasks, each with what is done to its copy."""
        return {
            path: replace(task, treatment=showing.treatments.get(path, AS_IT_IS))
            for path, task in self.tasks.items()
        }

    def quotes(self, showing: Showing) -> dict[NodePath, str]:
        """What the clips of an audience say, by the path of their entry in the source."""
        return quotes(showing, self.inspection.tracks)

    def assembled(
        self, showing: Showing, results: Mapping[NodePath, Prepared | UnusableError]
    ) -> Materials:
        """`results` by the path of their entry in the source."""
        if showing.storyboard is None:
            raise ValueError("a storyboard with errors has no materials")
        return assembled(
            showing,
            results,
            self.inspection.tracks,
            self.typeface.family,
            ground=self.contours.territory,
        )

    @property
    def sources(self) -> tuple[Path, ...]:
        """Every file on which the edition depends besides the storyboard: those that it and its
        spreadsheet name, the spreadsheet, the register and the key to names themselves, and what
        lies beside code.
        """
        files: list[Path] = [file for _, file in self.reading.tables]
        files += self.typeface.sources
        files += self.inspection.spoken.values()
        if self.template.file:
            files.append(self.template.file)
        for named in self.inspection.named.values():
            if named.file:
                files += custom.beside(named.file) if named.kind is Kind.CODE else [named.file]
        return tuple(dict.fromkeys(files))

    @property
    def literal(self) -> bool:
        """Whether each name is just that of a file, so that nothing but a change of `sources` can
        change what is found: no file is missing, spelled otherwise, behind a link, beside code, or
        one of a folder.
        """
        named = self.inspection.named.values()
        spoken = [
            str(self.inspection.named[path].entry[SUBTITLES]) for path in self.inspection.spoken
        ]
        names = [*(one.name for one in named), *spoken, *self.typeface.names]
        names += [self.template.name] if self.template.name else []
        names += [name for name, _ in self.reading.tables]
        root = os.path.realpath(self.reading.path.parent)
        written = {os.path.normpath(f"{root}/{name}") for name in names}
        code = any(one.kind is Kind.CODE for one in named)
        return not code and written == {str(file) for file in self.sources}


def examine(reading: Reading, means: Means, *, draft: bool = False) -> Examined:
    """Every medium that the storyboard names, valid or not, decoded where nothing is kept of it. No
    code is run. In a draft a file that is not there is only a warning.

    Raises MachineError where the cache cannot be written.
    """
    looked = inspection.look(reading, code_local=means.code_local)
    _note_sources(reading, looked, means)
    tasks = _tasks(reading, looked, code_local=means.code_local)
    answers = _answers(tasks, looked, means)
    letters = typeface(reading, means.workspace)
    diagnostics = [_for_draft(d) if draft else d for d in looked.diagnostics]
    theirs, ground = template(reading), contours(reading, looked)
    told = [*_told(tasks, answers, looked), *letters.diagnostics, *theirs.diagnostics]
    located = reading.source.located([*diagnostics, *told, *ground.diagnostics])
    return Examined(reading, looked, tasks, answers, located, letters, theirs, ground)


def _note_sources(reading: Reading, looked: Inspection, means: Means) -> None:
    """What was read is what the edition is made from, and so are the files that are named, as they
    are now: before anything more is read of them.
    """
    digests = means.workspace.digests
    for file, digest in reading.read_from:
        digests.used(file, digest)
    for path, track in looked.tracks.items():
        digests.used(looked.spoken[path], track.digest)
    theirs = template(reading).file
    for named in (*(one.file for one in looked.named.values()), theirs):
        if named:
            with suppress(OSError):  # told where it is opened
                digests.source(named)


def _tasks(reading: Reading, looked: Inspection, *, code_local: bool) -> dict[NodePath, Task]:
    board = reading.storyboard
    scenes = mediums(board) if board else ()
    functions = {path: e.function for path, e in scenes if isinstance(e, CustomScene)}
    portrayed = framing.wanted(reading.source.data, looked)
    return {
        path: Task(
            named.file,
            named.kind,
            cut_of(named.entry),
            functions.get(path, ""),
            calmed=is_calmed(named.entry),
            faces=named.file in portrayed,
        )
        for path, named in looked.named.items()
        if named.file and named.kind
        if named.kind is not Kind.CONTOURS and (named.kind is not Kind.CODE or code_local)
    }


def _for_draft(diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.slug == ABSENT:
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic


def _answers(tasks: dict[NodePath, Task], looked: Inspection, means: Means) -> dict[Task, Answer]:
    names = {task: looked.named[path].name for path, task in tasks.items()}
    jobs = {
        task: partial(_answer, task, names[task], means)
        for task in sorted(names, key=lambda task: task.order)
    }
    return means.worked_off(jobs, Step.EXAMINATION)


def _answer(task: Task, name: str, means: Means) -> Answer:
    work = partial(_examination, task, name, means)
    if task.kind is Kind.CODE:
        return answers.attempted(work)
    try:
        return answers.kept(task.file, name, _made_of(task), work, means.workspace)
    except OSError:
        return UnusableError("media-illisible", noun=task.kind.noun, name=name)


def _examination(task: Task, name: str, means: Means) -> Examination:
    match task.kind:
        case Kind.PICTURE:
            return pictures.examine(task.file, name, look_for_faces=task.faces)
        case Kind.DRAWING:
            return drawings.examine(task.file, name, means.workspace, means.decoders)
        case Kind.CLIP:
            return clips.examine(task.file, name, task.cut, means.decoders)
        case Kind.CODE:
            return custom.examine(task.file, name)
        case _:
            return sound.examine(task.file, name, task.cut, means.decoders)


def _made_of(task: Task) -> tuple[object, ...]:
    """All that an answer depends on besides the file's bytes."""
    if task.kind is Kind.PICTURE:
        looked_for = faces.libraries() if task.faces else ()
        return (task.kind.name, pictures.VERSION, *pictures.libraries(), *looked_for)
    if task.kind is Kind.DRAWING:
        return (task.kind.name, drawings.VERSION, pictures.VERSION, *drawings.libraries())
    return (task.kind.name, clips.VERSION, sound.VERSION, *decoding.libraries(), task.cut)


def _told(
    tasks: dict[NodePath, Task], answers: dict[Task, Answer], looked: Inspection
) -> Iterator[Diagnostic]:
    """At every entry that names the file."""
    for path, task in tasks.items():
        named, answer = looked.named[path], answers[task]
        if isinstance(answer, UnusableError):
            yield answer.at(place_of(answer, named))
        else:
            yield from (remark.at(path, named.name, named.key) for remark in answer.remarks)
            yield from _told_of_flashes(task, answer, named)
            yield from boxes.told(named, task, answer)
    yield from framing.told(_seen(tasks, answers, looked))
    for path in looked.tracks:
        yield from _told_of_words(path, tasks.get(path), answers, looked)


def _seen(
    tasks: dict[NodePath, Task], answers: dict[Task, Answer], looked: Inspection
) -> Iterator[tuple[Named, tuple[Face, ...]]]:
    """Every entry in which heads are seen."""
    for path, task in tasks.items():
        answer = answers[task]
        if isinstance(answer, Examination) and answer.faces:
            yield looked.named[path], answer.faces


def _told_of_flashes(task: Task, answer: Examination, named: Named) -> Iterator[Diagnostic]:
    """At seconds of the file, as `de` and `a` count them."""
    if answer.flashes and not task.calmed:
        start = task.cut.start
        spans = [[float(start + seconds(frame)) for frame in span] for span in answer.flashes]
        yield problem("video-eclairs", path=named.place, name=named.name, spans=telling.told(spans))


def place_of(fault: UnusableError, named: Named) -> NodePath:
    """Bounds are told at the bound that is wrong."""
    if fault.slug == "extrait-hors-limites":
        bound = "de" if fault.values["what"] == "commence" else "a"
        return (*named.path, bound) if bound in named.entry else named.place
    return named.place


def _told_of_words(
    path: NodePath, task: Task | None, answers: dict[Task, Answer], looked: Inspection
) -> Iterator[Diagnostic]:
    """Against the clip as it is, or as it was asked for where it cannot be used."""
    cut = task.cut if task else cut_of(looked.named[path].entry)
    answer = answers.get(task) if task else None
    stop = cut.stop
    if isinstance(answer, Examination) and answer.frames:
        stop = cut.start + seconds(answer.frames)
    track, place = looked.tracks[path], (*path, SUBTITLES)
    yield from subtitles.hurried(track, place, cut.start, stop)
    yield from subtitles.left_out(track, place, cut.start, stop)
    if cut.stop is None and stop is not None:
        yield from subtitles.outlasting(track, place, stop)
