"""What is shown of workshops, and of all that has a heading and pictures, as data."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.material import Clip, Picture
from ceremonie.storyboard.programme import Section, Topic


@dataclass(frozen=True)
class Subject:
    """What colours and pictogram something has: its day (counted from 0), its theme, its part."""

    symbol: str
    section: Section
    day: int | None = None
    topic: Topic | None = None


@dataclass(frozen=True)
class Captioned:
    picture: Picture
    caption: str = ""


@dataclass(frozen=True)
class Framed:
    """A picture or a clip with its heading. In the film, pictures that are `following` push each
    other aside behind it, and a medium that is `alone` is never covered but for the first seconds;
    the shot is `frames` long.
    """

    heading: str
    detail: str
    subject: Subject
    medium: Picture | Clip
    caption: str = ""
    following: tuple[Captioned, ...] = ()
    alone: bool = False
    frames: int = 0


@dataclass(frozen=True)
class Story:
    """A passage of what is told of a workshop; `longest` is the longest of its passages, for which
    room is kept in each of their shots; `continued` where it goes on from the shot before.
    """

    heading: str
    detail: str
    subject: Subject
    text: str
    longest: str
    continued: bool = False


@dataclass(frozen=True)
class Card:
    """A heading without a picture. A detail that is a `text` is read through: it is set larger."""

    heading: str
    detail: str
    subject: Subject
    text: bool = False


@dataclass(frozen=True)
class Cell:
    """One of several things shown at once: a picture or, without one, the subject's pictogram. A
    label that is `noted` stands in the notes too, and may be left out where it has no room.
    """

    picture: Picture | None
    label: str
    subject: Subject
    noted: bool = False


@dataclass(frozen=True)
class GroupPhoto:
    """The photo of everybody, alone on the screen for most of `frames`."""

    title: str
    picture: Picture
    frames: int = 0


@dataclass(frozen=True)
class Compared:
    """Two photos of one thing, `before` and `after`, under these labels; `caption` says what has
    changed. There to be seen for `frames`.
    """

    heading: str
    detail: str
    subject: Subject
    before: Picture
    after: Picture
    labels: tuple[str, str]
    caption: str = ""
    frames: int = 0


@dataclass(frozen=True)
class Mosaic:
    """Two to four cells, each lit for its share of `frames`, the length of the whole shot. Each
    part of the detail stands on a line of its own where there is room for that.
    """

    heading: str
    detail: tuple[str, ...]
    cells: tuple[Cell, ...]
    frames: int


@dataclass(frozen=True)
class Entrant:
    """A workshop of which there is no picture, named with its town."""

    title: str
    town: str
    subject: Subject


@dataclass(frozen=True)
class Lineup:
    """Two to six workshops of a day without pictures, each lit for its share of `frames`, the
    length of the whole shot. Titles are read in every shape up to 24 signs where there are six, 30
    of five, 44 of four, 70 of three or two; towns up to 30.
    """

    heading: str
    detail: str
    entrants: tuple[Entrant, ...]
    frames: int


@dataclass(frozen=True)
class Gallery:
    """The workshops of a day at once, one to twelve, on a slide: `heading` names the day, each part
    of the detail says more of it. Cell n, counted from 1, is the group « atelier n », which a link
    names. Labels are read at 24 pt up to 30 signs; up to 48 where there are eight at most, 60 of
    six, 78 of four, 160 of two.
    """

    heading: str
    detail: tuple[str, ...]
    cells: tuple[Cell, ...]
    day: int


@dataclass(frozen=True)
class Sheet:
    """All that is to be read of a workshop or a performance: its slide. `captions` has one text
    for each picture, perhaps an empty one.
    """

    heading: str
    kicker: str
    place: str
    participants: str
    text: str
    partners: str
    subject: Subject
    pictures: tuple[Picture, ...]
    captions: tuple[str, ...]
