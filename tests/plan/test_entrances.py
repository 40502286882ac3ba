"""A shot that opens without a picture: how soon after the cut there is something to read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning import motion
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Drawing, Element, Text
from ceremonie.planning.entrances import changing
from ceremonie.planning.staging import Staging
from ceremonie.theme.typeface import width
from ceremonie.units import FRAME_RATE

from .contents import CONTENTS

HALF_THERE = 12
"""The last frame of the half second after the cut within which half of the words come."""

EMPTY = 3
"""Frames after the cut for which a field may be empty."""

PICTURED = (
    "framed-lying", "framed-upright", "mosaic", "gallery", "sheet", "leg", "spare", "group_photo",
    "group_photo-upright", "compared-lying", "compared-upright",
)  # fmt: skip
"""A picture is there from the first frame on."""

SCROLLED = ("end_credits",)
EMPTY_ON_PURPOSE = ("blackout",)
"""The screen is to be black."""

UNPICTURED = [kind for kind in CONTENTS if kind not in (*PICTURED, *SCROLLED, *EMPTY_ON_PURPOSE)]


def drawings(content: Content) -> Iterator[Drawing]:
    for shape in Shape:
        yield compose(content, Staging(FORMATS[shape], lead=motion.HEAD))


def half_there(drawing: Drawing) -> int:
    """The first frame on which half of the ink of the words is there: of those that open the shot.
    Names that the flame brings, page after page, come in their time.
    """
    texts = [e for e in drawing.elements if isinstance(e, Text) and not e.page and opens(e)]
    whole, frames = sum(map(ink, texts)), range(drawing.settled() + 1)
    assert whole
    return next(f for f in frames if sum(there(t, f) for t in texts) >= whole / 2)


def opens(text: Text) -> bool:
    return changing(text.entrance)[0] <= FRAME_RATE


def there(text: Text, frame: int) -> float:
    return ink(text) * text.entrance.progress(frame) if text.visible(frame) else 0


def ink(text: Text) -> float:
    return text.style.size * sum(width(line, text.style) for line in text.lines)


def empty(drawing: Drawing, frame: int) -> bool:
    return not any(element.visible(frame) for element in shown(drawing))


def shown(drawing: Drawing) -> Iterator[Element]:
    return (element for element in drawing.elements if element.until is None)


@pytest.mark.parametrize("kind", UNPICTURED)
def test_words_are_half_there_half_a_second_after_the_cut(kind: str) -> None:
    late = {d.format.shape: half_there(d) for d in drawings(CONTENTS[kind])}
    assert max(late.values()) <= HALF_THERE, late


@pytest.mark.parametrize("kind", UNPICTURED)
def test_no_field_is_empty_for_longer_than_a_blink(kind: str) -> None:
    assert not any(empty(drawing, EMPTY) for drawing in drawings(CONTENTS[kind]))


def test_words_that_wait_for_their_lanes_would_be_late() -> None:
    """The judge of the tests above."""
    late = Staging(FORMATS[Shape.WIDE], lead=motion.HEAD + motion.BEAT)
    assert half_there(compose(CONTENTS["quote"], late)) > HALF_THERE
    assert empty(compose(CONTENTS["quote"], late), EMPTY)


def test_a_quote_comes_line_by_line() -> None:
    quote = next(e for e in next(drawings(CONTENTS["quote"])).elements if e.name == "citation")
    assert isinstance(quote, Text)
    parts = [quote.entrance.progress(frame) for frame in range(40)]
    assert parts == sorted(parts)
    assert parts[-1] == 1
    assert sum(0 < part < 1 for part in parts) > motion.TEXT
