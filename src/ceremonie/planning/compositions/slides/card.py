"""A slide without a picture: the pictogram of the subject, and lanes that turn around it. Its words
are those of the storyboard, or are typed on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.rings import FIRST_RING, Turning, lanes, radii_from, symbol
from ceremonie.planning.content import LastMinute
from ceremonie.planning.drawing import Drawing, Element, Hang, Role, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Card, Subject
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typed import blank
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Point


@dataclass(frozen=True)
class _Layout:
    """A pictogram of `size` px about `centre`, with rings `pitch` px apart; words stand between
    `left` and `right`, a short heading at `title` px.
    """

    centre: Point
    size: float
    pitch: float
    left: float
    right: float
    title: float

    @property
    def heading(self) -> Slot:
        return Slot(Bounds(self.left, 96, self.right, 588), self.title, Hang.BOTTOM)

    @property
    def place(self) -> Slot:
        return Slot(Bounds(self.left, 604, self.right, 1000), 52)

    @property
    def text(self) -> Slot:
        return replace(self.place, size=60)

    @property
    def low_heading(self) -> Slot:
        """Above words that need more room."""
        return Slot(Bounds(self.left, 96, self.right, 344), 0.8 * self.title, Hang.BOTTOM)

    @property
    def typed(self) -> Slot:
        return replace(self.text, room=Bounds(self.left, 380, self.right, 1000), size=72)

    def turning(self, symbol: str) -> Turning:
        x, y = self.centre
        return Turning(
            symbol=symbol,
            corner=(x - self.size / 2, y - self.size / 2),
            size=self.size,
            centre=self.centre,
            radii=radii_from(self.size * FIRST_RING, self.pitch),
            pitch=self.pitch,
            in_place=True,
        )


_WIDE = _Layout(centre=(1470, 560), size=520, pitch=84, left=96, right=890, title=140)
_LAPTOP = _Layout(centre=(1330, 560), size=470, pitch=76, left=88, right=800, title=128)
_CLASSIC = _Layout(centre=(1100, 560), size=380, pitch=62, left=72, right=660, title=104)

_NEWS = Subject("micro", Section.INTERLUDES)
"""What somebody takes the microphone for."""


def compose(content: Card, staging: Staging) -> Drawing:
    layout, field = _layout(staging), field_of(content.subject)
    around = _around(layout, content.subject, staging)
    return staging.drawing(field, (*around, *_texts(content, layout, field, staging)))


def compose_blank(content: LastMinute, staging: Staging) -> Drawing:
    """Its words are typed on the slide: smaller than on a card, as there may be more of them."""
    layout, field, scale = _layout(staging), field_of(_NEWS), staging.scale
    pen, heading = pen_on(field), scale.card_title
    title = layout.low_heading.text(pen, "titre", content.heading, heading, role=Role.TITLE)
    words = blank(pen, "texte", content.prompt, layout.typed, scale.label_plain, role=Role.BODY)
    return staging.drawing(field, (*_around(layout, _NEWS, staging), title, words))


def _layout(staging: Staging) -> _Layout:
    return staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)


def _around(layout: _Layout, subject: Subject, staging: Staging) -> tuple[Element, ...]:
    """The pictogram, and the lanes about it."""
    field, picture = field_of(subject), layout.turning(subject.symbol)
    around = ground(*lanes(picture, picture.radii, field, staging.lead))
    return (*around, symbol(picture, field, staging.lead))


def _texts(content: Card, layout: _Layout, field: Colour, staging: Staging) -> Iterator[Text]:
    pen, scale = pen_on(field), staging.scale
    title, place = content.heading, content.detail
    yield layout.heading.text(pen, "titre", title, scale.card_title, role=Role.TITLE)
    if place:
        slot = layout.text if content.text else layout.place
        yield slot.text(pen, "lieu", place, scale.label_plain, role=Role.PLACE)
