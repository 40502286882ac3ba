"""A workshop: what it shows follows what pictures there are; its slide adds text and partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.content import Card, Cell, Content, Framed, Mosaic, Sheet, Subject
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions, excerpt
from ceremonie.planning.moments.sheets import sheets
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import capitalised, french, in_words, sentence
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.programme import TOPIC_PICTOGRAM, Section

GROUPED = 4
GROUPED_FROM = 6
"""In the film, the last four workshops of a day of six or more share one mosaic."""

LABELLED_AT_MOST = 70
"""Signs of a title beside the pictures of others, in every shape: a longer one is shown alone."""

PICTURES = 4
"""So many pictures of a workshop are shown, in the film and on its slide."""

SECONDS = 6
MOSAIC_SECONDS = 10


@dataclass(frozen=True)
class _Told:
    """A workshop with all that is said of it, and its media; each clip has the place of its
    entry.
    """

    day: int
    index: int
    workshop: Workshop
    title: str
    town: str
    subject: Subject
    pictures: tuple[Picture, ...]
    clips: tuple[tuple[int, Clip], ...]

    @property
    def id(self) -> str:
        return f"jour-{self.day + 1}-atelier-{self.index + 1}"

    @property
    def path(self) -> NodePath:
        return "jours", self.day, "ateliers", self.index

    @property
    def captions(self) -> tuple[str, ...]:
        return tuple(french(picture.caption or "") for picture in self.pictures)


def moments(script: Script, day: int) -> tuple[Moment, ...]:
    """The workshops of a day, in order: a slide for each, a shot for each or for four."""
    workshops = script.storyboard.days[day].workshops
    told = [_told(script, day, index, workshop) for index, workshop in enumerate(workshops)]
    grouped = _grouped(told)
    single = (m for one in told for m in _moments(script, one, filmed=one not in grouped))
    return (*single, *([_together(script, day, grouped)] if grouped else ()))


def _told(script: Script, day: int, index: int, workshop: Workshop) -> _Told:
    media = [script.materials.of(entry) for entry in workshop.media]
    return _Told(
        day=day,
        index=index,
        workshop=workshop,
        title=french(workshop.title),
        town=french(workshop.town),
        subject=Subject(
            symbol=workshop.pictogram or TOPIC_PICTOGRAM[workshop.topic],
            section=Section.DAYS,
            day=day,
            topic=workshop.topic,
        ),
        pictures=tuple(m for m in media if isinstance(m, Picture))[:PICTURES],
        clips=tuple((entry, m) for entry, m in enumerate(media) if isinstance(m, Clip)),
    )


def _grouped(told: Sequence[_Told]) -> Sequence[_Told]:
    """The last of a long day, if each has a title that finds its place beside the others."""
    last = told[-GROUPED:] if len(told) >= GROUPED_FROM else ()
    return last if all(len(one.title) <= LABELLED_AT_MOST for one in last) else ()


def _moments(script: Script, told: _Told, *, filmed: bool) -> Iterator[Moment]:
    """The workshop, then each of its clips; clips alone are its shots."""
    screen, frames = _screen(script, told) if filmed and _has_screen(told) else (None, 0)
    title = sentence(script.day_name(told.day), told.title, told.town)
    workshop = Moment(
        id=told.id,
        kind="atelier",
        section=Section.DAYS,
        title=title,
        path=told.path,
        screen=screen,
        frames=frames,
        notes=_notes(script, told),
    )
    yield from sheets(workshop, _sheet(script, told))
    for number, (entry, clip) in enumerate(told.clips, 1):
        yield excerpt.moment(
            f"{told.id}-extrait-{number}",
            sentence(title, _numbered(script.language.workshop_excerpt, number)),
            (*told.path, "medias", entry),
            Framed(told.title, _where(script, told), _plain(told.subject), clip),
            script.language,
        )


def _has_screen(told: _Told) -> bool:
    return bool(told.pictures or not told.clips)


def _numbered(noun: str, number: int) -> str:
    return f"{noun} {number}" if number > 1 else noun


def _plain(subject: Subject) -> Subject:
    """A clip's badge is the same on every day."""
    return Subject(subject.symbol, subject.section, subject.day)


def _where(script: Script, told: _Told) -> str:
    return sentence(script.day_name(told.day), told.town)


def _screen(script: Script, told: _Told) -> tuple[Content, int]:
    """What its shot shows, and for how many frames."""
    if len(told.pictures) > 1:
        return _several(script, told)
    where = _where(script, told)
    frames = readable(SECONDS, told.title, where, *told.captions)
    if told.pictures:
        (picture,), (caption,) = told.pictures, told.captions
        return Framed(told.title, where, told.subject, picture, caption), frames
    return Card(told.title, where, told.subject), frames


def _several(script: Script, told: _Told) -> tuple[Mosaic, int]:
    detail = tuple(x for x in (script.day_name(told.day), told.town) if x)
    frames = readable(MOSAIC_SECONDS, told.title, *detail, *told.captions)
    cells = tuple(
        Cell(picture, caption, told.subject, noted=True)
        for picture, caption in zip(told.pictures, told.captions, strict=True)
    )
    return Mosaic(told.title, detail, cells, frames), frames


def _together(script: Script, day: int, grouped: Sequence[_Told]) -> Moment:
    cells = tuple(Cell(next(iter(t.pictures), None), t.title, t.subject) for t in grouped)
    frames = readable(MOSAIC_SECONDS, *(cell.label for cell in cells))
    heading = f"{in_words(len(cells))} {script.language.workshops}"
    detail = tuple(x for x in (script.day_name(day),) if x)
    return Moment(
        id=f"jour-{day + 1}-ateliers",
        kind="mosaique",
        section=Section.DAYS,
        title=capitalised(sentence(*detail, heading)),
        path=grouped[0].path,
        screen=Mosaic(capitalised(heading), detail, cells, frames),
        frames=frames,
    )


def _sheet(script: Script, told: _Told) -> Sheet:
    workshop = told.workshop
    partners = sentence(*map(french, workshop.partners))
    return Sheet(
        heading=told.title,
        kicker=capitalised(sentence(script.day_name(told.day), french(workshop.topic))),
        place=sentence(told.town, french(workshop.venue or "")),
        participants=french(workshop.participants or ""),
        text=french(workshop.text or ""),
        partners=script.language.supported_by.format(partners=partners) if partners else "",
        subject=told.subject,
        pictures=told.pictures,
        captions=told.captions,
    )


def _notes(script: Script, told: _Told) -> str:
    workshop, language = told.workshop, script.language
    facts = sentence(workshop.town, workshop.venue, workshop.participants)
    partners = sentence(*workshop.partners)
    parts = (
        f"{facts}.",
        workshop.text,
        captions.noted(told.pictures, language),
        language.supporters.format(partners=partners) if partners else "",
        language.illustrative_text if workshop.illustrative else "",
        workshop.notes,
    )
    return french("\n".join(x for x in parts if x))
