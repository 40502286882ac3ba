"""A workshop: what it shows follows what pictures there are; its slide adds text and partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.content import Card, Cell, Content, Framed, Mosaic, Sheet, Subject
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import excerpt
from ceremonie.planning.moments.sheets import PICTURES, sheets
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import capitalised, closed, french, in_words, sentence
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.programme import TOPIC_PICTOGRAM, Section

GROUPED = 4
GROUPED_FROM = 6
"""In the film, the last four workshops of a day of six or more share one mosaic."""

LABELLED_AT_MOST = 70
"""Signs of a title beside the pictures of others, in every shape: a longer one is shown alone."""

SECONDS = 6
MOSAIC_SECONDS = 10


@dataclass(frozen=True)
class _Prepared:
    """A workshop with all that is said of it, and its media; each clip has the place of its
    entry. The film shows the `leading` pictures.
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
    def leading(self) -> tuple[Picture, ...]:
        return self.pictures[:PICTURES]

    @property
    def captions(self) -> tuple[str, ...]:
        return tuple(french(picture.caption or "") for picture in self.pictures)


@dataclass(frozen=True)
class Glimpse:
    """A workshop among the others of its day: `id` is that of its slide, `path` leads to it."""

    id: str
    path: NodePath
    cell: Cell
    town: str


def glimpses(script: Script, day: int) -> tuple[Glimpse, ...]:
    """Of all workshops of a day, in order."""
    return tuple(Glimpse(one.id, one.path, _cell(one), one.town) for one in _day(script, day))


def moments(script: Script, day: int) -> tuple[Moment, ...]:
    """The workshops of a day, in order: a slide for each, a shot for each or for four."""
    prepared = _day(script, day)
    grouped = _grouped(prepared)
    single = (m for one in prepared for m in _moments(script, one, filmed=one not in grouped))
    return (*single, *([_together(script, day, grouped)] if grouped else ()))


def _day(script: Script, day: int) -> list[_Prepared]:
    workshops = script.storyboard.days[day].workshops
    return [_prepared(script, day, index, workshop) for index, workshop in enumerate(workshops)]


def _cell(prepared: _Prepared) -> Cell:
    return Cell(next(iter(prepared.pictures), None), prepared.title, prepared.subject)


def _prepared(script: Script, day: int, index: int, workshop: Workshop) -> _Prepared:
    media = [script.materials.of(entry) for entry in workshop.media]
    return _Prepared(
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
        pictures=tuple(m for m in media if isinstance(m, Picture)),
        clips=tuple((entry, m) for entry, m in enumerate(media) if isinstance(m, Clip)),
    )


def _grouped(prepared: Sequence[_Prepared]) -> Sequence[_Prepared]:
    """The last of a long day, if each has a title that finds its place beside the others."""
    last = prepared[-GROUPED:] if len(prepared) >= GROUPED_FROM else ()
    return last if all(len(one.title) <= LABELLED_AT_MOST for one in last) else ()


def _moments(script: Script, prepared: _Prepared, *, filmed: bool) -> Iterator[Moment]:
    """The workshop, then each of its clips; clips alone are its shots."""
    screen, length = (
        _screen(script, prepared) if filmed and _has_screen(prepared) else (None, Length())
    )
    title = sentence(script.day_name(prepared.day), prepared.title, prepared.town)
    workshop = Moment(
        id=prepared.id,
        kind="atelier",
        section=Section.DAYS,
        title=title,
        path=prepared.path,
        screen=screen,
        length=length,
        notes=_notes(script, prepared),
    )
    yield from sheets(workshop, _sheet(script, prepared), script.language)
    for number, (entry, clip) in enumerate(prepared.clips, 1):
        yield excerpt.moment(
            f"{prepared.id}-extrait-{number}",
            sentence(title, _numbered(script.language.workshop_excerpt, number)),
            (*prepared.path, "medias", entry),
            Framed(prepared.title, _where(script, prepared), _plain(prepared.subject), clip),
            script.language,
        )


def _has_screen(prepared: _Prepared) -> bool:
    return bool(prepared.pictures or not prepared.clips)


def _numbered(noun: str, number: int) -> str:
    return f"{noun} {number}" if number > 1 else noun


def _plain(subject: Subject) -> Subject:
    """A clip's badge is the same on every day."""
    return Subject(subject.symbol, subject.section, subject.day)


def _where(script: Script, prepared: _Prepared) -> str:
    return sentence(script.day_name(prepared.day), prepared.town)


def _screen(script: Script, prepared: _Prepared) -> tuple[Content, Length]:
    """What its shot shows, and for how long."""
    if len(prepared.pictures) > 1:
        return _several(script, prepared)
    where = _where(script, prepared)
    length = readable(SECONDS, prepared.title, where, *prepared.captions)
    if prepared.pictures:
        (picture,), (caption,) = prepared.pictures, prepared.captions
        return Framed(prepared.title, where, prepared.subject, picture, caption), length
    return Card(prepared.title, where, prepared.subject), length


def _several(script: Script, prepared: _Prepared) -> tuple[Mosaic, Length]:
    detail = tuple(x for x in (script.day_name(prepared.day), prepared.town) if x)
    cells = tuple(
        Cell(picture, caption, prepared.subject, noted=True)
        for picture, caption in zip(prepared.leading, prepared.captions, strict=False)
    )
    length = readable(MOSAIC_SECONDS, prepared.title, *detail, *(cell.label for cell in cells))
    return Mosaic(prepared.title, detail, cells, length.usual), length


def _together(script: Script, day: int, grouped: Sequence[_Prepared]) -> Moment:
    cells = tuple(map(_cell, grouped))
    length = readable(MOSAIC_SECONDS, *(cell.label for cell in cells))
    heading = f"{in_words(len(cells))} {script.language.workshops}"
    detail = tuple(x for x in (script.day_name(day),) if x)
    return Moment(
        id=f"jour-{day + 1}-ateliers",
        kind="mosaique",
        section=Section.DAYS,
        title=capitalised(sentence(*detail, heading)),
        path=grouped[0].path,
        screen=Mosaic(capitalised(heading), detail, cells, length.usual),
        length=length,
    )


def _sheet(script: Script, prepared: _Prepared) -> Sheet:
    workshop = prepared.workshop
    partners = sentence(*map(french, workshop.partners))
    return Sheet(
        heading=prepared.title,
        kicker=capitalised(sentence(script.day_name(prepared.day), french(workshop.topic))),
        place=sentence(prepared.town, french(workshop.venue or "")),
        participants=french(workshop.participants or ""),
        text=french(workshop.text or ""),
        partners=script.language.supported_by.format(partners=partners) if partners else "",
        subject=prepared.subject,
        pictures=prepared.pictures,
        captions=prepared.captions,
    )


def _notes(script: Script, prepared: _Prepared) -> Notes:
    """The slides that hold its text and its pictures add what there is to say of them."""
    workshop, language = prepared.workshop, script.language
    facts = sentence(workshop.title, workshop.town, workshop.venue, workshop.participants)
    partners = sentence(*workshop.partners)
    return Notes(
        say=(closed(facts),),
        know=items(
            language.supporters.format(partners=partners) if partners else "",
            language.illustrative_text if workshop.illustrative else "",
            workshop.notes,
        ),
    )
