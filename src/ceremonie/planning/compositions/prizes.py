"""A prize: lanes are the ribbon of a medal that holds who won it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.content import Award
from ceremonie.planning.cropping import close_up
from ceremonie.planning.drawing import (
    Disc,
    Drawing,
    Element,
    Photo,
    Pictogram,
    Role,
    Text,
    ground,
)
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Straight, Track, circle
from ceremonie.theme.type import Style

FIELD = Colour.DEEP
RIBBON = (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE)
RIM = 1 / 12
"""Width of a medal's rim, by its radius."""

SYMBOL = "trophee"
SYMBOL_SIZE = 1.15
"""Of the pictogram on a medal without a photo, by its radius."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class Medal:
    """A medal of `radius` px about (x, y); its ribbon, whose lanes are `pitch` px wide, comes from
    `spread` px to both sides of it at the top of the frame.
    """

    x: float
    y: float
    radius: float
    spread: float
    pitch: float


@dataclass(frozen=True)
class _Layout:
    """The medal, and the column of words, which stand in its middle or begin at its top; the sizes
    of prize, winner and presenter, and px between two of them.
    """

    medal: Medal
    column: Bounds
    prize: Sizes
    winner: Sizes
    presenter: Sizes
    gap: float
    middle: bool = False


_SMALL_SIZES: Sizes = ((48, 2), (44, 3), (40, 4), (36, 5))
_WIDE = _Layout(
    medal=Medal(1420, 600, 300, 380, 52),
    column=Bounds(96, 60, 1010, 1020),
    prize=((60, 2), (52, 3), (44, 5)),
    winner=((148, 2), (120, 3), (104, 4), (84, 5), (68, 6), (60, 8)),
    presenter=((52, 2), (44, 3), (40, 4), (36, 5)),
    gap=48,
    middle=True,
)
_SQUARE = _Layout(
    medal=Medal(540, 330, 190, 240, 36),
    column=Bounds(54, 580, 1026, 1022),
    prize=((52, 1), (48, 2), (44, 2)),
    winner=((120, 1), (104, 1), (88, 2), (76, 2), (64, 3)),
    presenter=((44, 1), (40, 2)),
    gap=34,
)
_TALL = _Layout(
    medal=Medal(540, 520, 300, 380, 52),
    column=Bounds(54, 900, 1026, 1526),
    prize=((60, 2), (52, 2), (48, 3)),
    winner=((148, 1), (120, 2), (104, 2), (88, 3), (76, 4)),
    presenter=((52, 1), (48, 2), (44, 2)),
    gap=44,
)
_CROWDED_SQUARE = replace(
    _SQUARE,
    medal=Medal(540, 180, 116, 130, 22),
    column=Bounds(54, 340, 1026, 1022),
    prize=_SMALL_SIZES,
    winner=((64, 4), (56, 5), (48, 6)),
    presenter=_SMALL_SIZES,
)
_CROWDED_TALL = replace(
    _TALL,
    medal=Medal(540, 380, 210, 260, 40),
    column=Bounds(54, 650, 1026, 1526),
    prize=_SMALL_SIZES,
    winner=((76, 5), (64, 6), (56, 7)),
    presenter=_SMALL_SIZES,
)


def compose(content: Award, staging: Staging) -> Drawing:
    layout, words = _column(content, staging)
    start = staging.lead
    return staging.drawing(
        FIELD,
        (
            *ground(*ribbon(layout.medal, start)),
            *medal_with(content, layout.medal, start + motion.LANE),
            *_words(words, layout, start + motion.BAR),
        ),
    )


def ribbon(medal: Medal, start: int) -> Iterator[Element]:
    """Three lanes from the left, then three from the right over them; both end behind the medal."""
    for side, name in ((-1, "à gauche"), (1, "à droite")):
        x, y = medal.x + side * medal.spread, -3.0 * medal.pitch
        length = math.hypot(medal.x - x, medal.y - y)
        heading = math.degrees(math.atan2(medal.y - y, medal.x - x))
        track = Track((x, y), heading, (Straight(length - medal.radius / 2),))
        bundle = Bundle(track, medal.pitch, RIBBON, -1.5 * medal.pitch)
        for stroke in (*bands(bundle, start), *lines(bundle, start)):
            yield replace(stroke, name=f"{stroke.name} {name}")


def medal_with(content: Award, medal: Medal, start: int) -> Iterator[Element]:
    """The photo in the medal, or a cup on it."""
    rim = medal.radius * RIM
    yield Disc(
        name="médaille",
        x=medal.x,
        y=medal.y,
        radius=medal.radius + rim,
        colour=Colour.BRIGHT,
        ring=Colour.PAPER,
        ring_width=rim / 2,
        entrance=motion.drop(start),
    )
    if content.photo:
        photo = Photo(
            name="photo",
            picture=content.photo,
            x=medal.x - medal.radius,
            y=medal.y - medal.radius,
            width=2 * medal.radius,
            height=2 * medal.radius,
            mask=circle((medal.x, medal.y), medal.radius).line(0),
            entrance=motion.drop(start),
        )
        yield close_up(photo)
        return
    size = SYMBOL_SIZE * medal.radius
    yield Pictogram(
        name="pictogramme",
        symbol=SYMBOL,
        x=medal.x - size / 2,
        y=medal.y - size / 2,
        size=size,
        colour=Colour.INK,
        entrance=motion.drop(start),
    )


@dataclass(frozen=True)
class _Word:
    """A text of the column: what it is called, how it is set, in which ink."""

    name: str
    words: Setting
    role: Role
    ink: Colour = Colour.PAPER

    @property
    def height(self) -> float:
        size = self.words.style.size
        return self.words.height + size * (CAP_HEIGHT + DESCENT)


def _column(content: Award, staging: Staging) -> tuple[_Layout, list[_Word]]:
    """The words in the usual layout; in one with more room for them where they need it."""
    usual = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    crowded = staging.by_shape(wide=_WIDE, square=_CROWDED_SQUARE, tall=_CROWDED_TALL)
    words = _set(content, usual, staging)
    stands = all(word.words.fits for word in words)
    return (usual, words) if stands else (crowded, _set(content, crowded, staging))


def _set(content: Award, layout: _Layout, staging: Staging) -> list[_Word]:
    scale, room = staging.scale, layout.column.width

    def one(text: str, style: Style, sizes: Sizes) -> Setting:
        return settle(text, ladder(style, *sizes), room, is_name=True)

    below = " ".join(text for text in (content.presenter, content.illustration) if text)
    found = [
        _Word(
            "prix", one(content.title, scale.label, layout.prize), Role.KICKER, ink=Colour.BRIGHT
        ),
        _Word("lauréat", one(content.winner, scale.headline, layout.winner), Role.TITLE),
    ]
    if below:
        words = one(below, scale.label_plain, layout.presenter)
        found.append(_Word("remis par", words, Role.PLACE))
    return found


def _words(words: Sequence[_Word], layout: _Layout, start: int) -> Iterator[Text]:
    """One below the other; each has the room from the middle of the gap above to that below."""
    column, half = layout.column, layout.gap / 2
    heights = [word.height + layout.gap for word in words]
    spare = column.height - sum(heights) + layout.gap
    top = column.top - half + (max(0, spare) / 2 if layout.middle else 0)
    edges = accumulate(heights, initial=top)
    for index, (word, (above, below)) in enumerate(zip(words, pairwise(edges), strict=True)):
        room = replace(column, top=max(above, column.top - half), bottom=min(below, column.bottom))
        pen = Pen(word.ink, FIELD, motion.text(start, index))
        baseline = above + half + word.words.style.size * CAP_HEIGHT
        yield pen.set(word.name, word.words, room, baseline, role=word.role)
