"""What a moment shows, as data: words, pictures, figures. Nothing here knows a px or a colour.

Moments make these values, compositions draw them; each class has one composition
(`compositions/__init__.py`). Texts are ready for the screen: French spaces, no mark-up but the
line feeds of an author.
"""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.material import Clip, Picture
from ceremonie.planning.map_content import Leg, Route, WorkshopMap
from ceremonie.planning.pictured_content import (
    Card,
    Compared,
    Framed,
    Gallery,
    GroupPhoto,
    Lineup,
    Mosaic,
    Sheet,
    Story,
)


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
    """The opening word, or what stays of a speech; `continued` where the message goes on from the
    shot before. One that is `signed` is interpreted in sign language beside the speaker.
    """

    kicker: str
    message: str
    mention: str
    speaker: str
    position: str
    continued: bool = False
    portrait: Picture | None = None
    signed: bool = False


@dataclass(frozen=True)
class Chapter:
    """Day `day`, counted from 0, of so many `days` opens. `name` is what it is called: its number
    or, where it is the only one, its date; or its own name, where days are `named`.
    """

    name: str
    day: int
    days: int
    date: str
    theme: str
    named: bool = False

    @property
    def numbered(self) -> bool:
        """Whether it goes by its number."""
        return self.days > 1 and not self.named


@dataclass(frozen=True)
class Figure:
    """`written` is the number as it stands."""

    written: str
    label: str
    above: str = ""


@dataclass(frozen=True)
class Figures:
    """Up to three key figures; `source` says where they come from."""

    title: str
    figures: tuple[Figure, ...]
    source: str = ""


@dataclass(frozen=True)
class Share:
    """A key figure that is a `part` of something, 0 to 1; `whole` says of what: « sur 24 »."""

    title: str
    figure: Figure
    part: float
    whole: str = ""
    source: str = ""


@dataclass(frozen=True)
class Bar:
    """`part` is its length by that of the longest, 0 to 1."""

    label: str
    written: str
    part: float


@dataclass(frozen=True)
class Bars:
    """Two to six quantities of one kind, which `label` names."""

    title: str
    label: str
    bars: tuple[Bar, ...]
    above: str = ""
    source: str = ""


@dataclass(frozen=True)
class Quote:
    """A testimony, or a part of one: its guillemet is closed where it `closes`; `continued` where
    it goes on from the shot before. `portrait` is of who says it.
    """

    quote: str
    author: str
    position: str
    illustration: str
    closes: bool = True
    continued: bool = False
    portrait: Picture | None = None


@dataclass(frozen=True)
class Person:
    """An athlete, or somebody who speaks: `facts` run in the lanes, an empty one leaves its lane
    empty.
    """

    kicker: str
    illustration: str
    name: str
    facts: tuple[str, str, str]
    number: str
    portrait: Picture | None
    signed: bool = False


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
class Names:
    """Whom to thank, in the order of reading; on a slide in so many `columns`. There to be seen for
    `frames`, in which they pass where they do not stand at once.
    """

    title: str
    message: str
    names: tuple[str, ...]
    frames: int = 0
    columns: int = 3


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
    counted from `first`, is the group « rangée n »; its words « partie n » carry the link.
    """

    title: str
    parts: tuple[Part, ...]
    first: int = 1


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
class Scan:
    """A link to be scanned: the dark modules of its QR code row by row, the `address` in words, and
    its `site` for where the address has no room.
    """

    heading: str
    text: str
    address: str
    site: str
    modules: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Holding:
    """What stays on the screen while nobody speaks: what is coming, and of which event."""

    words: str
    event: str


@dataclass(frozen=True)
class Blackout:
    """Nothing at all: neither the desktop nor a window of the program is seen."""


@dataclass(frozen=True)
class LastMinute:
    """A title above a place where nothing is written yet: `prompt` asks for it."""

    heading: str
    prompt: str


@dataclass(frozen=True)
class Countdown:
    """A stretch of a countdown of `whole` seconds: `left` are those that are left when it begins,
    it lasts `seconds`, no longer than its minute. `heading` says what is coming.
    """

    heading: str
    event: str
    left: int
    seconds: int
    whole: int


@dataclass(frozen=True)
class Played:
    """A clip over the whole frame: every pixel is its author's."""

    clip: Clip


Content = (
    Title | Speech | Route | Leg | Chapter | Framed | Card | GroupPhoto | Compared | Mosaic
    | Lineup | Gallery | Sheet | Figures | Share | Bars | Quote | Person | Award | Awards
    | Wall | Names | WorkshopMap | Farewell | CreditRoll | EndCredits | Programme | Screening
    | SpareScreening | Played | Scan | Story | Holding | Blackout | LastMinute
    | Countdown
)  # fmt: skip
