"""A testimony on a slide: the guillemet that lanes draw, beside it all the place of the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.quote import FIELD, Guillemet, Head, chevrons, head
from ceremonie.planning.content import Quote
from ceremonie.planning.drawing import Box, Drawing, Hang, Role, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typography import HARD
from ceremonie.theme.palette import Colour

BAR = 24
INDENT = 56
"""px from the bar to the author's name beside it."""


@dataclass(frozen=True)
class _Layout:
    guillemet: Guillemet
    quote: Slot
    bar: Bounds
    right: float
    head: Head | None = None

    @property
    def author(self) -> Slot:
        """Above what is said of them: a second line grows upwards."""
        left, middle = self.bar.left + INDENT, self.bar.top + 68
        return Slot(Bounds(left, middle - 142, self.right, middle), 56, Hang.BOTTOM)

    @property
    def position(self) -> Slot:
        left, middle = self.bar.left + INDENT, self.bar.top + 72
        return Slot(Bounds(left, middle, self.right, 1026), 48)


def _bar(left: float) -> Bounds:
    return Bounds(left, 852, left + BAR, 984)


_WIDE = _Layout(
    guillemet=Guillemet(chevrons=(-44, 200), middle=415, arm=270, bend=96, pitch=60),
    quote=Slot(Bounds(594, 70, 1824, 766), 112, Hang.MIDDLE),
    bar=_bar(594),
    right=1824,
)
_LAPTOP = _Layout(
    guillemet=Guillemet(chevrons=(-60, 170), middle=415, arm=260, bend=92, pitch=56),
    quote=Slot(Bounds(540, 70, 1640, 766), 108, Hang.MIDDLE),
    bar=_bar(540),
    right=1640,
)
_CLASSIC = _Layout(
    guillemet=Guillemet(chevrons=(-84, 104), middle=390, arm=200, bend=76, pitch=48),
    quote=Slot(Bounds(410, 70, 1368, 766), 100, Hang.MIDDLE),
    bar=_bar(410),
    right=1368,
)
_SMALL = Guillemet(chevrons=(-36, 118), middle=262, arm=168, bend=68, pitch=44)
_WIDE_PORTRAIT = replace(_WIDE, guillemet=_SMALL, head=((298, 766), 202))
_LAPTOP_PORTRAIT = replace(_LAPTOP, guillemet=_SMALL, head=((280, 772), 188))
_CLASSIC_PORTRAIT = replace(
    _CLASSIC,
    guillemet=Guillemet(chevrons=(-50, 80), middle=250, arm=140, bend=56, pitch=36),
    head=((216, 800), 138),
)


def compose(content: Quote, staging: Staging) -> Drawing:
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    if content.portrait:
        layout = staging.by_screen(
            wide=_WIDE_PORTRAIT, laptop=_LAPTOP_PORTRAIT, classic=_CLASSIC_PORTRAIT
        )
    bar = layout.bar
    strip = Box(
        name="trait",
        x=bar.left,
        y=bar.top,
        width=bar.width,
        height=bar.height,
        colour=Colour.INK,
    )
    decoration = ground(*chevrons(layout.guillemet, staging.lead), strip)
    face = head(content, layout.head, staging.lead)
    return staging.drawing(FIELD, (*decoration, *face, *_texts(content, layout, staging)))


def _texts(content: Quote, layout: _Layout, staging: Staging) -> Iterator[Text]:
    pen, scale = pen_on(FIELD), staging.scale
    quote = content.quote + (f"{HARD}»" if content.closes else "")
    yield layout.quote.text(pen, "citation", quote, scale.quote, role=Role.BODY)
    author, style = content.author, scale.name
    yield layout.author.text(pen, "auteur", author, style, role=Role.NAME, is_name=True)
    detail = f"{content.position} {content.illustration}".strip()
    if detail:
        style = replace(scale.small, leading=CLOSE)
        yield layout.position.text(pen, "à quel titre", detail, style, role=Role.CREDIT)
