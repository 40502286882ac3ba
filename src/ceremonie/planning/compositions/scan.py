"""A link to be scanned: its code stands on lanes like a sign, and the address runs in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion, qr_code
from ceremonie.planning.content import Scan
from ceremonie.planning.drawing import Area, Box, Drawing, Element, Hang, Role, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.grid import LOW_AXIS, line_width
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track

FIELD = Colour.DEEP
LANES = (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE)
DARK, LIGHT = Colour.INK, Colour.WHITE
BEYOND = 20
"""px by which lanes begin and end outside of the frame."""


@dataclass(frozen=True)
class _Layout:
    """The code is as large as whole px a module allow in a square of `code`; lanes run `pitch` px
    wide about `axis`, and turn up behind the code on a bend of `bend` px, or it stands on them.
    """

    code: Bounds
    title: Bounds
    size: float
    text: Bounds
    body: float
    axis: float
    pitch: float
    words: tuple[float, float]
    bend: float | None = None

    @property
    def address(self) -> Bounds:
        """The room of words in the middle lane, clear of its lines."""
        half = (self.pitch - line_width(self.pitch)) / 2 - 1
        left, right = self.words
        return Bounds(left, self.axis - half, right, self.axis + half)

    @property
    def bundle(self) -> Bundle:
        half = 1.5 * self.pitch
        return Bundle(Track((-BEYOND, self.axis), 0, self._parts), self.pitch, LANES, -half)

    @property
    def _parts(self) -> tuple[Straight | Bend, ...]:
        if self.bend is None:
            return (Straight(self.code.right + 1000),)
        run = self.code.centre[0] - self.bend + BEYOND
        return Straight(run), Bend(self.bend, -90), Straight(self.axis - self.bend)


_WIDE = _Layout(
    code=Bounds(1084, 54, 1804, 774),
    title=Bounds(96, 160, 1000, 450),
    size=128,
    text=Bounds(96, 470, 1000, 720),
    body=52,
    axis=LOW_AXIS,
    pitch=84,
    words=(96, 1150),
    bend=260,
)
_LAPTOP = replace(
    _WIDE,
    code=Bounds(956, 54, 1640, 738),
    title=Bounds(88, 160, 890, 450),
    text=Bounds(88, 470, 890, 720),
    words=(88, 1020),
)
_CLASSIC = replace(
    _WIDE,
    code=Bounds(788, 96, 1368, 676),
    title=Bounds(72, 160, 740, 450),
    size=104,
    text=Bounds(72, 470, 740, 720),
    words=(72, 800),
    bend=240,
)
_SQUARE = _Layout(
    code=Bounds(260, 294, 820, 854),
    title=Bounds(54, 54, 1026, 200),
    size=96,
    text=Bounds(54, 204, 1026, 290),
    body=44,
    axis=950,
    pitch=64,
    words=(54, 1026),
)
_TALL = _Layout(
    code=Bounds(160, 578, 920, 1338),
    title=Bounds(54, 140, 1026, 400),
    size=128,
    text=Bounds(54, 410, 1026, 550),
    body=48,
    axis=1446,
    pitch=72,
    words=(54, 1026),
)


CODE = "Code à lire"
"""The group of the code and of the light that it needs around it."""


def compose(content: Scan, staging: Staging) -> Drawing:
    layout = staging.by_shape(
        wide=_WIDE, square=_SQUARE, tall=_TALL, laptop=_LAPTOP, classic=_CLASSIC
    )
    start, bundle = staging.lead, layout.bundle
    track = ground(*bands(bundle, start), *lines(bundle, start))
    code = _code(content, layout, start + motion.BAR)
    return staging.drawing(FIELD, (*track, *code, *_words(content, layout, staging)))


def _code(content: Scan, layout: _Layout, start: int) -> Iterator[Element]:
    """On white, with its quiet zone."""
    across = qr_code.across(content.modules)
    size = int(min(layout.code.width, layout.code.height) // across)
    side = size * across
    middle = layout.code.centre
    left = round(middle[0] - side / 2)
    top = round(middle[1] - side / 2) if layout.bend else layout.code.bottom - side
    enters = motion.drop(start)
    yield Box(
        name="fond du code",
        x=left,
        y=top,
        width=side,
        height=side,
        colour=LIGHT,
        entrance=enters,
        group=CODE,
    )
    quiet = qr_code.QUIET * size
    yield Area(
        name="code QR",
        outlines=qr_code.outlines(content.modules, left + quiet, top + quiet, size),
        colour=DARK,
        entrance=enters,
        alternative=f"Code QR : {content.address}",
        group=CODE,
    )


def _words(content: Scan, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, start = staging.scale, staging.lead
    title = Slot(layout.title, layout.size, Hang.BOTTOM)
    pen = pen_on(FIELD, motion.text(start + motion.BAR))
    yield title.text(pen, "titre", content.heading, scale.card_title, role=Role.TITLE)
    if content.text:
        pen = pen_on(FIELD, motion.text(start + motion.BEAT))
        text = Slot(layout.text, layout.body)
        yield text.text(pen, "texte", content.text, scale.label_plain, role=Role.BODY)
    slot = Slot(layout.address, 52, Hang.MIDDLE, least=40)
    style = replace(scale.name, leading=CLOSE)
    words = content.address if slot.settled(content.address, style).fits else content.site
    pen = pen_on(LANES[1], motion.text(start + motion.BEAT + motion.BAR))
    yield slot.text(pen, "adresse", words, style, role=Role.NAME)
