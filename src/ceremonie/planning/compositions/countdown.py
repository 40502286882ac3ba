"""The countdown: large digits in the middle of a track, seen from above. Its inner lane is run once
a minute, by the emblem; the outer one fills over the whole time.

All moves once a second, in one step: what rests in between costs nothing. Over the last seconds the
runner runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ceremonie.formats import Bounds, Format
from ceremonie.planning.content import Countdown
from ceremonie.planning.drawing import Anchor, Drawing, Element, Hang, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Easing, Follow, Run, Show
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width
from ceremonie.units import frames

FIELD = Colour.INK
UNLIT = Colour.DEEP
MINUTE = 60
FINAL = 10
"""Seconds left, from which on the runner moves in every frame."""

MARGIN = 70
"""px from the edges of the frame to the track."""

LANE, LINE = 58, 8
OUTER, INNER = LANE / 2, LANE * 3 / 2
"""px from the outer line of the track to the middle of each lane."""

RUNNER = 38
"""px: radius of the emblem's foot."""

APART = 48
"""px from the track to words at the height of the middle."""

DIGITS, LAST = (430, 560), 640
"""Sizes of minutes and seconds, of seconds alone, and of the last ones, px, on a wide canvas."""

OVERSHOOT = 0.02
"""em by which round signs are taller than straight ones, above and below."""

SPACE = 0.16
"""em between a colon and the digits beside it."""


@dataclass(frozen=True)
class _Place:
    """On this canvas."""

    canvas: Format

    @property
    def track(self) -> Track:
        """Clockwise, from the middle of its upper side; offsets go inwards."""
        wide, high = self.canvas.width, self.canvas.height
        radius = min(wide, high) / 2 - MARGIN
        along, down = (Straight(side - 2 * (MARGIN + radius)) for side in (wide, high))
        half, turn = Straight(along.length / 2), Bend(radius, 90)
        parts = (half, turn, down, turn, along, turn, down, turn, half)
        return Track((wide / 2, MARGIN), 0, parts)

    @property
    def room(self) -> float:
        """px for digits."""
        return self.canvas.width - 2 * (MARGIN + 2 * LANE + APART)

    def words(self, top: float, bottom: float) -> Bounds:
        """Of a line between the digits and the track, which bends there; px below the middle."""
        (x, y), half = self.canvas.whole.centre, self.room * 0.38
        return Bounds(x - half, y + top, x + half, y + bottom)


def compose(content: Countdown, staging: Staging) -> Drawing:
    place = _Place(staging.format)
    elements = (
        *ground(*_track(place)),
        *_lit(content, place),
        *_digits(content, place, staging),
        *_texts(content, place, staging),
        *_runner(content, place, staging),
    )
    return staging.drawing(FIELD, elements)


def _track(place: _Place) -> Iterator[Element]:
    for name, middle in (("extérieur", OUTER), ("intérieur", INNER)):
        course = place.track.line(middle)
        yield Stroke(name=f"couloir {name}", course=course, width=LANE, colour=UNLIT)
    for number in range(3):
        course = place.track.line(number * LANE)
        name = f"ligne {number + 1}"
        yield Stroke(name=name, course=course, width=LINE, colour=Colour.PAPER)


def _lit(content: Countdown, place: _Place) -> Iterator[Element]:
    """As far as each has come."""
    lanes = (
        ("temps passé", OUTER, Colour.MIDDLE, _whole(content)),
        ("minute", INNER, Colour.BRIGHT, _minute(content)),
    )
    for name, offset, colour, run in lanes:
        course = place.track.line(offset)
        width = LANE - LINE
        yield Stroke(name=name, course=course, width=width, colour=colour, entrance=run)


def _whole(content: Countdown) -> Run:
    return _steps(content, (content.whole - content.left) / content.whole, content.whole)


def _minute(content: Countdown) -> Run:
    return _steps(content, -content.left % MINUTE / MINUTE, MINUTE)


def _steps(content: Countdown, begun: float, whole: int) -> Run:
    """Each second a step of one of `whole`, or even over the last of them."""
    if content.left <= FINAL:
        end = frames(content.seconds)
        return Run(((0, begun), (end, begun + content.seconds / whole)), Easing.LINEAR)
    seconds = range(content.seconds + 1)
    keys = tuple((frames(second), begun + second / whole) for second in seconds)
    return Run(keys[:-1] if len(keys) > 2 else keys, Easing.JUMP)


def _runner(content: Countdown, place: _Place, staging: Staging) -> tuple[Element, ...]:
    course = place.track.line(INNER)
    x, y = course[-1]
    return staging.emblem(
        name="flamme",
        x=x,
        y=y + RUNNER / 2,
        radius=RUNNER,
        entrance=Follow(course, _minute(content)),
        instead=Colour.PAPER,
    )


def _digits(content: Countdown, place: _Place, staging: Staging) -> Iterator[Text]:
    """Each sign has its own place, so that none moves while another one changes."""
    written = [_written(content.left - second) for second in range(content.seconds)]
    style = _style(content, place, staging)
    start = 0
    for _, together in groupby(written, len):
        alike = list(together)
        for index, x in enumerate(_places(alike[0], style, place.canvas.width / 2)):
            signs = [one[index] for one in alike]
            yield from _signs(signs, range(start, content.seconds), x, style, place)
        start += len(alike)


def _signs(
    signs: Sequence[str], seconds: range, x: float, style: Style, place: _Place
) -> Iterator[Text]:
    """What stands at one place, a sign for each of the first `seconds`; the very last one stays."""
    start = seconds.start
    at = (x, place.canvas.height / 2 + CAP_HEIGHT * style.size / 2)
    for sign, together in groupby(signs):
        stop = start + len(list(together))
        until = frames(stop) if stop < seconds.stop else None
        pen = Pen(Colour.PAPER, FIELD, Show(frames(start)), until)
        name = f"signe à {x:.0f} px, seconde {start}"
        text = pen.line(name, sign, at, style, role=Role.FIGURE, anchor=Anchor.MIDDLE)
        room = _room(x, _breadths(sign, style)[0], style, place)
        yield replace(text, plain_zero=True, room=room)
        start = stop


def _room(x: float, breadth: float, style: Style, place: _Place) -> Bounds:
    """Of a sign with its middle at `x`; round ones stand a little above their line and below it."""
    middle, half = place.canvas.height / 2, (CAP_HEIGHT / 2 + OVERSHOOT) * style.size
    return Bounds(x - breadth / 2, middle - half, x + breadth / 2, middle + half)


def _written(left: int) -> str:
    """« 9:59 »; within the last minute, seconds alone."""
    minutes, seconds = divmod(left, MINUTE)
    return f"{minutes}:{seconds:02d}" if left > MINUTE else str(left)


def _style(content: Countdown, place: _Place, staging: Staging) -> Style:
    """As large as the longest signs of the whole countdown fit across; the same in all minutes."""
    within = content.left <= MINUTE
    written = _written(content.left if within else content.whole)
    largest = LAST if content.left <= FINAL else DIGITS[within]
    style = staging.scale.figure.at(largest)
    breadth = sum(_breadths(written, style))
    return style.at(min(largest, largest * place.room / breadth))


def _breadths(written: str, style: Style) -> list[float]:
    digit = max(width(sign, style) for sign in "0123456789")
    colon = width(":", style) + SPACE * style.size
    return [colon if sign == ":" else digit for sign in written]


def _places(written: str, style: Style, middle: float) -> list[float]:
    """The middle of each sign."""
    breadths = _breadths(written, style)
    left = middle - sum(breadths) / 2
    return [left + sum(breadths[:index]) + one / 2 for index, one in enumerate(breadths)]


def _texts(content: Countdown, place: _Place, staging: Staging) -> Iterator[Text]:
    """What is coming stands above the digits, of which event below; the last digits are alone."""
    if content.left <= FINAL:
        return
    above, below = place.words(-314, -218), place.words(218, 332)
    small = replace(staging.scale.name, leading=CLOSE)
    head = Slot(above, 60, Hang.MIDDLE, Anchor.MIDDLE)
    yield head.text(Pen(Colour.BRIGHT, FIELD), "surtitre", content.heading, small, role=Role.KICKER)
    foot = Slot(below, 52, Hang.MIDDLE, Anchor.MIDDLE)
    yield foot.text(pen_on(FIELD), "événement", content.event, small, role=Role.TITLE)
