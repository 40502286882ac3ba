"""What a moment shows, as data: words, pictures, figures. Nothing here knows a px or a colour.

Moments make these values, compositions draw them; each class has one composition
(`compositions/__init__.py`). Texts are ready for the screen: French spaces, no mark-up but the
line feeds of an author.
"""

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
class Giant:
    """A part of a title that is shown large: `small` words before it are set smaller."""

    small: str
    word: str

    @property
    def text(self) -> str:
        return f"{self.small} {self.word}".strip()


@dataclass(frozen=True)
class Title:
    """The event's name: one to three giant parts, and what leads in to them. `foot` are two lines,
    either may be empty: place, dates. `official` is the longer name that the kicker begins with
    where a short one is shown large.
    """

    kicker: str
    giants: tuple[Giant, ...]
    foot: tuple[str, str]
    official: str = ""


@dataclass(frozen=True)
class Speech:
    """The opening word; `continued` where the message goes on from the shot before."""

    kicker: str
    message: str
    mention: str
    speaker: str
    position: str
    continued: bool = False


@dataclass(frozen=True)
class Stop:
    """A stage of the relay in a commune: `label` is its name on the map, `count` « Étape 2 sur 5 ».
    The flame is there from frame `reached` to frame `left`, counted from where entrances begin.
    """

    town: str
    label: str
    count: str
    reached: int
    left: int


@dataclass(frozen=True)
class Route:
    """The relay on the map of the department of this code. The flame sets out at frame `departs`;
    `total` and `dates` are said once all stops are behind it. All this is told in `frames` frames.
    """

    title: str
    department: str
    departs: int
    stops: tuple[Stop, ...]
    total: str
    dates: str
    mention: str
    frames: int = 0


@dataclass(frozen=True)
class Leg:
    """A slide of the relay: the flame is at stop number `reached` of its route. `kicker` stands
    above the title, `detail` next to it.
    """

    route: Route
    kicker: str
    title: str
    detail: str
    reached: int


@dataclass(frozen=True)
class Chapter:
    """Day `day`, counted from 0, of so many `days` opens. `name` is what it is called: its number
    or, where it is the only one, its date.
    """

    name: str
    day: int
    days: int
    date: str
    theme: str


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
class Card:
    """A heading without a picture."""

    heading: str
    detail: str
    subject: Subject


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


@dataclass(frozen=True)
class Figure:
    """`written` is the number as it stands."""

    written: str
    label: str
    above: str = ""


@dataclass(frozen=True)
class Figures:
    """Up to three key figures."""

    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Quote:
    """A testimony, or a part of one: its guillemet is closed where it `closes`."""

    quote: str
    author: str
    position: str
    illustration: str
    closes: bool = True


@dataclass(frozen=True)
class Person:
    """An athlete: `facts` run in the lanes, an empty one leaves its lane empty."""

    kicker: str
    illustration: str
    name: str
    facts: tuple[str, str, str]
    number: str
    portrait: Picture | None


@dataclass(frozen=True)
class Award:
    """A prize and who receives it; `presenter` is empty, or « Remis par … »."""

    title: str
    winner: str
    presenter: str
    illustration: str
    photo: Picture | None


@dataclass(frozen=True)
class Awards:
    """Several prizes as a table: the first row of `rows` is its header, a column that nobody fills
    is left out. There to be seen for `frames`.
    """

    title: str
    illustration: str
    rows: tuple[tuple[str, ...], ...]
    frames: int


@dataclass(frozen=True)
class Supporter:
    """A partner by its logo, or by its name where it has none."""

    name: str
    logo: Picture | None


@dataclass(frozen=True)
class Wall:
    """Partners by rank, the principal ones first; there to be seen for `frames`."""

    heading: str
    ranks: tuple[tuple[Supporter, ...], ...]
    frames: int


@dataclass(frozen=True)
class Block:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Farewell:
    """The last word; without a message the first blocks of the credits stand below it. `parted`
    where the message is one of several passages; `continued` where it goes on from the shot before.
    """

    word: str
    message: str
    blocks: tuple[Block, ...]
    parted: bool = False
    continued: bool = False


@dataclass(frozen=True)
class CreditRoll:
    """All credits in one shot of `frames` frames, through which they pass."""

    title: str
    blocks: tuple[Block, ...]
    frames: int


@dataclass(frozen=True)
class EndCredits:
    """As much as one screen takes; there to be seen for `frames`."""

    title: str
    blocks: tuple[Block, ...]
    frames: int


@dataclass(frozen=True)
class Part:
    """A row of the running order; `day` counts from 0 where the part is one of the days."""

    name: str
    day: int | None = None


@dataclass(frozen=True)
class Programme:
    """The running order: one row for each part, up to fourteen for the last row of the hall. Row n,
    counted from 1, is the group « rangée n »; its words « partie n » carry the link.
    """

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Screening:
    """The slide on which the recap film plays. Where there is no film, the pictures are seen there;
    where there are none either, its title and the event's.
    """

    title: str
    mention: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class SpareScreening:
    """For the case that the film does not start: a still (the picture, until the film is made), and
    what to do.
    """

    title: str
    mention: str
    picture: Picture | None = None


@dataclass(frozen=True)
class Played:
    """A clip over the whole frame: every pixel is its author's."""

    clip: Clip


Content = (
    Title | Speech | Route | Leg | Chapter | Framed | Card | Mosaic | Lineup | Gallery | Sheet
    | Figures | Quote | Person | Award | Awards | Wall | Farewell | CreditRoll | EndCredits
    | Programme | Screening | SpareScreening | Played
)  # fmt: skip
