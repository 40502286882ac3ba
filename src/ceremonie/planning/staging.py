"""How a moment is to be shown: on which canvas, in whose look, for whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from ceremonie.formats import WIDE, Bounds, Format, Screen, Shape
from ceremonie.media.material import Picture
from ceremonie.planning import emblem
from ceremonie.planning.drawing import Drawing, Element
from ceremonie.planning.emblem import Emblem, Place
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.language import FRENCH, Language
from ceremonie.theme.palette import HOUSE, Colour, Palette
from ceremonie.theme.type import Scale

T = TypeVar("T")


WIDEST = 420
"""px of a mark, however flat it is."""

CLEAR_SPACE = 0.35
"""Of a mark's height, to its right: charters ask for a quarter to a half."""

LANE_BELOW = 28
"""px at most below it: lanes may run there, as under a heading."""

WORDS_BELOW = 28
"""px more before words as heavy as a title."""


@dataclass(frozen=True)
class Look:
    """The event's own look: colours by role, type, logo, emblem, the institution's mark."""

    palette: Palette = HOUSE
    scale: Scale = field(default_factory=Scale)
    logo: Picture | None = None
    emblem: Emblem | Picture = Emblem.FLAME
    mark: Picture | None = None


@dataclass(frozen=True)
class Mark:
    """An institution's mark, `height` px high or as wide as `WIDEST` allows."""

    picture: Picture
    safe: Bounds
    height: float

    @property
    def place(self) -> Bounds:
        wide, high = self.picture.width, self.picture.height
        scale = min(self.height / high, WIDEST / wide)
        left, top = self.safe.left, self.safe.top
        return Bounds(left, top, left + wide * scale, top + high * scale)

    @property
    def clear(self) -> Bounds:
        """With the space in which nothing may stand; the frame's edges are far enough away."""
        place, space = self.place, CLEAR_SPACE * self.place.height
        return Bounds(0, 0, place.right + space, place.bottom + min(space, LANE_BELOW))


@dataclass(frozen=True)
class Viewing:
    """Who watches. `subtitled`: what clips say is written into the picture; where somebody
    presents, it is not. `edited`: words may be changed by hand, so the rooms of texts and the boxes
    of pictures do not depend on what these are today. `attending`: they are in the hall, and the
    evening is prepared for them.
    """

    subtitled: bool
    edited: bool = False
    attending: bool = True


HALL = Viewing(subtitled=True)
"""Watches the film."""

ROOM = Viewing(subtitled=False, edited=True)
"""Follows the slides of somebody who speaks."""


@dataclass(frozen=True)
class Staging:
    """What every composition is given beside its content. Entrances count from frame `lead` of the
    shot: below 0 they are under way when it begins, so that no field stands empty after a cut.
    """

    format: Format = WIDE
    look: Look = field(default_factory=Look)
    lead: int = 0
    viewing: Viewing = HALL
    language: Language = FRENCH

    @property
    def plays(self) -> int:
        """The frame at which a clip begins: never before its shot does."""
        return max(0, self.lead)

    @property
    def scale(self) -> Scale:
        return self.look.scale

    @property
    def mark(self) -> Mark | None:
        """The institution's mark in this format: at the top left of the safe area, alone."""
        if self.look.mark is None:
            return None
        return Mark(self.look.mark, self.format.safe, self.by_shape(wide=124, square=124, tall=150))

    def beside_mark(self, room: Bounds) -> Bounds:
        """What the mark leaves of a room at the top: below it where that is half of the room, else
        to the right of it; all where there is no mark.
        """
        if self.mark is None or not room.meets(self.mark.clear):
            return room
        below = replace(room, top=self.mark.clear.bottom)
        beside = replace(room, left=self.mark.clear.right)
        return below if below.height >= room.height / 2 else beside

    def below_mark(self, room: Bounds) -> Bounds:
        """What the mark leaves of a room that it is set into at the top left, for giant words."""
        return replace(room, top=self.mark.clear.bottom + WORDS_BELOW) if self.mark else room

    def by_shape(
        self, *, wide: T, square: T, tall: T, laptop: T | None = None, classic: T | None = None
    ) -> T:
        """What this format takes: measures, most often. Slides that are narrower than the film's
        wide shape have measures of their own, `laptop` and `classic`.
        """
        if self.format.shape is Shape.WIDE:
            narrow = {Screen.LAPTOP: laptop, Screen.CLASSIC: classic}.get(self.format.screen)
            return wide if narrow is None else narrow
        return square if self.format.shape is Shape.SQUARE else tall

    def by_screen(self, *, wide: T, laptop: T, classic: T) -> T:
        """What slides of this screen take."""
        screens = {Screen.WIDE: wide, Screen.LAPTOP: laptop, Screen.CLASSIC: classic}
        return screens[self.format.screen]

    def drawing(self, ground: Colour, elements: tuple[Element, ...]) -> Drawing:
        """The elements on a field of this colour. The plan sets how long the shot is."""
        return Drawing(ground, elements, format=self.format, palette=self.look.palette)

    def emblem(
        self,
        *,
        name: str,
        x: float,
        y: float,
        radius: float,
        entrance: Entrance = AT_ONCE,
        until: int | None = None,
        instead: Colour | None = None,
    ) -> tuple[Element, ...]:
        """The event's emblem in a box 2 radii wide and 3 high, (x, y) the middle of the circle at
        its foot; `instead` is the colour of a disc for an event that has none.
        """
        place = Place(name=name, x=x, y=y, radius=radius, entrance=entrance, until=until)
        return emblem.drawn(self.look.emblem, place, instead)
