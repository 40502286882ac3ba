"""An athlete on a slide: the person stands on lanes in which three facts run, the bib before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import person as film
from ceremonie.planning.compositions import signed
from ceremonie.planning.content import Person
from ceremonie.planning.drawing import Anchor, Drawing, Element, Hang, Role, Text, ground
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.silhouette import Silhouette, person
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour

AIR = 28
"""px of the bib beside its number."""

PIN = 24
"""px from the edges of the bib to a pin."""

BIB = (320, 210)
"""Width and height, px."""


@dataclass(frozen=True)
class _Layout:
    """Words stand between `left` and the athlete, who rises beyond `name`; those on lanes end at
    `right`.
    """

    who: Silhouette
    left: float
    name: float
    right: float
    size: float

    @property
    def kicker(self) -> Slot:
        return Slot(Bounds(self.left, 58, self.name, 130), 48, Hang.MIDDLE)

    @property
    def heading(self) -> Slot:
        return Slot(Bounds(self.left, 150, self.name, 650), self.size)

    @property
    def bib(self) -> Bounds:
        wide, high = BIB
        left, foot = self.who.centre - wide / 2, self.who.top - 24
        return Bounds(left, foot - high, left + wide, foot)

    @property
    def number(self) -> Slot:
        bib = self.bib
        room = Bounds(bib.left + AIR, bib.top + 4, bib.right - AIR, bib.bottom - 4)
        return Slot(room, 160, Hang.MIDDLE, Anchor.MIDDLE)

    def lane(self, index: int) -> Slot:
        room = self.who.lane(index, self.left, self.right).grown(-1)
        return Slot(room, 56, Hang.MIDDLE)


def _athlete(centre: float, radius: float, head: float, width: float) -> Silhouette:
    return Silhouette(
        centre=centre,
        radius=radius,
        head_radius=head,
        colours=film.LANES,
        body=Colour.MIDDLE,
        head=Colour.BRIGHT,
        pitch=72,
        axis=776,
        width=width,
        shelf=118,
    )


_WIDE = _Layout(_athlete(1450, 330, 138, 1920), left=96, name=1060, right=1824, size=168)
_LAPTOP = _Layout(_athlete(1300, 316, 134, 1728), left=88, name=930, right=1640, size=152)
_CLASSIC = _Layout(_athlete(1086, 290, 124, 1440), left=72, name=750, right=1368, size=128)


def compose(content: Person, staging: Staging) -> Drawing:
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    start = staging.lead
    who, head = film.with_head(content.portrait, layout.who, start)
    cloth = film.cloth(layout.bib, PIN, start) if content.number else ()
    elements: tuple[Element, ...] = (
        *person(who, start, head),
        *signed.sign(content.signed, Bounds(layout.left, 58, layout.right, 130), start),
        *ground(*cloth),
        *_texts(content, layout, staging),
    )
    return staging.drawing(film.FIELD, elements)


def _texts(content: Person, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, bright = staging.scale, Pen(Colour.BRIGHT, film.FIELD)
    kicker = f"{content.kicker} {content.illustration}".strip()
    yield layout.kicker.text(bright, "surtitre", kicker, scale.label, role=Role.KICKER)
    name, style = content.name, scale.card_title
    yield layout.heading.text(pen_on(film.FIELD), "nom", name, style, role=Role.TITLE, is_name=True)
    if content.number:
        pen, style = pen_on(Colour.PAPER), scale.style(160, 800, 1.0)
        number = content.number
        yield layout.number.text(pen, "numéro du dossard", number, style, role=Role.FIGURE)
    for index, fact in enumerate(content.facts):
        if fact:
            label, pen = f"couloir, texte {index + 1}", pen_on(film.LANES[index])
            style = replace(scale.label, leading=CLOSE)
            yield layout.lane(index).text(pen, label, fact, style, role=Role.BODY)
