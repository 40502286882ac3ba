"""What the hall's part of an edition records of itself, and what has changed since the last one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ceremonie import appearing, rights
from ceremonie.comparing import Content, Entry, Presence, content_of
from ceremonie.edition import appearances, changes
from ceremonie.edition.appearance import Sight, Source
from ceremonie.edition.changes import Former, Withholding
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.media.entries import mediums
from ceremonie.mentions import Mentions
from ceremonie.planning.drawing import Drawing, Footage, Photo
from ceremonie.task import Task
from ceremonie.treatment import AS_IT_IS
from ceremonie.verifying import Version


def write(task: Task, version: Version, folder: Path, cache: Path) -> None:
    """The record and the sheet, beside what was made in `folder`."""
    former = changes.former(task.target)
    made, planned = version.made, version.planned
    pictures = changes.pictures(planned, film=made.has_film, deck=made.has_deck, cache=cache)
    content = _content(task, version, former, folder)
    record = changes.compared(content, former, pictures, _withholding(task, version))
    changes.write(folder, planned, record)


def _content(task: Task, version: Version, former: Former, folder: Path) -> Content:
    """Of what is made; of the part that came along, what the former record tells."""
    now, made = _told(task, version), version.made
    old = former.record.content if former.record else replace(now, slides=(), shots=(), frames=0)
    if not made.has_deck:
        there = (folder / DECK).is_file()
        now = replace(now, slides=old.slides if there else ())
    if not made.has_film:
        there = any((folder / name).is_file() for name in FILMS.values())
        shots, frames = (old.shots, old.frames) if there else ((), 0)
        now = replace(now, shots=shots, frames=frames)
    return now


def _told(task: Task, version: Version) -> Content:
    """The content of the plan, with the people in it and the files that it was made from."""
    planned, content = version.planned, content_of(version.planned)
    shown = appearing.shown(version, task.reading, task.sources)
    on_slides, in_shots = appearances.by_slide(shown), appearances.by_shot(shown)
    slides = [page.drawing for page in planned.pages]
    shots = [shot.drawing for shot in planned.shots]
    return replace(
        content,
        slides=tuple(_with(task, content.slides, slides, on_slides)),
        shots=tuple(_with(task, content.shots, shots, in_shots)),
    )


def _with(
    task: Task,
    entries: Iterable[Entry],
    drawings: Iterable[Drawing],
    people: Mapping[int, tuple[Sight, ...]],
) -> Iterator[Entry]:
    for entry, drawing in zip(entries, drawings, strict=True):
        told = tuple(dict.fromkeys(map(_presence, people.get(entry.number, ()))))
        files = dict.fromkeys(source.digest for source in _sources(task, drawing))
        yield replace(entry, people=told, sources=tuple(files))


def _presence(sight: Sight) -> Presence:
    return Presence(sight.person, str(sight.how), sight.blurred)


def _sources(task: Task, drawing: Drawing) -> Iterator[Source]:
    for element in drawing.elements:
        match element:
            case Photo(picture=medium) | Footage(clip=medium):
                if source := task.sources.get(medium.cast.path):
                    yield source


def _withholding(task: Task, version: Version) -> Withholding:
    """Whom and what the hall is not given now."""
    names = Mentions.of(rights.unnamed(task.reading, version.audience))
    return Withholding(version.showing.may_be, names, frozenset(_withheld(task, version)))


def _withheld(task: Task, version: Version) -> Iterator[str]:
    """The digests of media that the storyboard names, and that are not given, or not as they are,
    be it in one place.
    """
    showing = version.showing
    assert showing.storyboard is not None
    given = {showing.origin(path) for path, _ in mediums(showing.storyboard)}
    for path, source in task.sources.items():
        if path not in given or showing.treatments.get(path, AS_IT_IS) != AS_IT_IS:
            yield source.digest
