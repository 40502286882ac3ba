"""The workshops of a day with all that is said of them, ready for film and slides."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.content import Subject
from ceremonie.planning.moment import Script
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.programme import TOPIC_PICTOGRAM, Section


@dataclass(frozen=True)
class Prepared:
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

    @property
    def has_screen(self) -> bool:
        """Whether it is shown but by its clips."""
        return bool(self.pictures or not self.clips)


def prepared(script: Script, day: int) -> tuple[Prepared, ...]:
    """All workshops of a day, in order."""
    workshops = script.storyboard.days[day].workshops
    return tuple(_prepared(script, day, index, one) for index, one in enumerate(workshops))


def _prepared(script: Script, day: int, index: int, workshop: Workshop) -> Prepared:
    media = [script.materials.of(entry) for entry in workshop.media]
    return Prepared(
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
