"""How a moment is to be shown: on which canvas, in whose look, for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from ceremonie.formats import WIDE, Format, Shape
from ceremonie.media.material import Picture
from ceremonie.planning import emblem
from ceremonie.planning.drawing import AT_ONCE, Drawing, Element, Entrance
from ceremonie.planning.emblem import Emblem, Place
from ceremonie.planning.language import FRENCH, Language
from ceremonie.theme.palette import HOUSE, Colour, Palette
from ceremonie.theme.type import Scale

T = TypeVar("T")


@dataclass(frozen=True)
class Look:
    """The event's own look: colours by role, type, logo, emblem."""

    palette: Palette = HOUSE
    scale: Scale = field(default_factory=Scale)
    logo: Picture | None = None
    emblem: Emblem | Picture = Emblem.FLAME


@dataclass(frozen=True)
class Audience:
    """Who watches. `subtitled`: what clips say is written into the picture; where somebody
    presents, it is not.
    """

    subtitled: bool


HALL = Audience(subtitled=True)
"""Watches the film."""

ROOM = Audience(subtitled=False)
"""Follows the slides of somebody who speaks."""


@dataclass(frozen=True)
class Staging:
    """What every composition is given beside its content. `lead` is the crossfade at the head of
    each shot, in frames: nothing comes in before it is over.
    """

    format: Format = WIDE
    look: Look = field(default_factory=Look)
    lead: int = 0
    audience: Audience = HALL
    language: Language = FRENCH

    @property
    def scale(self) -> Scale:
        return self.look.scale

    def by_shape(self, *, wide: T, square: T, tall: T) -> T:
        """What this format takes: measures, most often."""
        return {Shape.WIDE: wide, Shape.SQUARE: square, Shape.TALL: tall}[self.format.shape]

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
