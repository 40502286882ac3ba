"""The workshops of a day with all that is said of them, ready for film and slides."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.moment import Script
from ceremonie.planning.moments import comparison
from ceremonie.planning.pictured_content import Card, Compared, Subject
from ceremonie.planning.reading import Length
from ceremonie.planning.typography import french, sentence
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.programme import Section, Topic
from ceremonie.storyboard.topics import topic
from ceremonie.storyboard.towns import town_of


@dataclass(frozen=True)
class Prepared:
    """A workshop with all that is said of it, and its media; each clip has the place of its
    entry. `place` is its commune or, where all are in one that is named once, its venue;
    `whole_place` says both. `film_place` and `film_text` are what the film says of them.
    `compared` are its photos before and after, and how long their shot is.
    """

    day: int
    index: int
    workshop: Workshop
    title: str
    place: str
    whole_place: str
    film_place: str
    text: str
    film_text: str
    subject: Subject
    topic: Topic
    pictures: tuple[Picture, ...]
    clips: tuple[tuple[int, Clip], ...]
    compared: tuple[Compared, Length] | None = None

    @property
    def id(self) -> str:
        return f"jour-{self.day + 1}-atelier-{self.index + 1}"

    @property
    def path(self) -> NodePath:
        return "jours", self.day, "ateliers", self.index

    @property
    def captions(self) -> tuple[str, ...]:
        return tuple(french(picture.caption or "") for picture in self.pictures)

    @property
    def has_screen(self) -> bool:
        """Whether it is shown but by its clips, its text, and by what was before and after."""
        return bool(self.pictures or not (self.clips or self.compared or self.film_text))


def prepared(script: Script, day: int) -> tuple[Prepared, ...]:
    """All workshops of a day, in order."""
    workshops = script.storyboard.days[day].workshops
    return tuple(_prepared(script, day, index, one) for index, one in enumerate(workshops))


def _prepared(script: Script, day: int, index: int, workshop: Workshop) -> Prepared:
    theme = topic(workshop.topic, script.storyboard.topics)
    media = [script.materials.of(entry) for entry in workshop.media]
    title, place = french(workshop.title), _place(script, workshop)
    subject = _subject(workshop, day, theme)
    whole = _whole_place(script, workshop, place)
    text, texts = french(workshop.text or ""), script.storyboard.film.texts
    filmed = whole if texts else place
    card = Card(title, sentence(script.day_label(day), filmed), subject)
    return Prepared(
        day=day,
        index=index,
        workshop=workshop,
        title=title,
        place=place,
        whole_place=whole,
        film_place=filmed,
        text=text,
        film_text=text if texts else "",
        subject=subject,
        topic=theme,
        pictures=tuple(m for m in media if isinstance(m, Picture)),
        clips=tuple((entry, m) for entry, m in enumerate(media) if isinstance(m, Clip)),
        compared=comparison.told(script, workshop.comparison, card),
    )


def _place(script: Script, workshop: Workshop) -> str:
    if script.shared_town:
        return french(workshop.venue or "")
    return french(town_of(script.storyboard, workshop))


def _whole_place(script: Script, workshop: Workshop, place: str) -> str:
    """Commune and venue; where one commune is that of all, it is said with the day."""
    return place if script.shared_town else sentence(place, french(workshop.venue or ""))


def _subject(workshop: Workshop, day: int, theme: Topic) -> Subject:
    return Subject(
        symbol=workshop.pictogram or theme.pictogram,
        section=Section.DAYS,
        day=day,
        topic=theme,
    )
