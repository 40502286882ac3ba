"""Where on a layout of others a page's words and pictures go: pure geometry."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.deck.foreign.content import Content, Thing, Words
from ceremonie.deck.foreign.offers import FOOT, TEXTS, Offer, Slot
from ceremonie.deck.markup.geometry import Frame
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.tables import Table

_OWN = {Photo: "pic", Footage: "media", Table: "tbl"}
"""By what is shown, the placeholder that takes nothing else."""

GUTTER = 0.025
"""Between words and pictures, as a part of the width of the slide."""

_WORDS_PART, _LABEL_PART = 0.52, 0.32
"""What words keep of a place that they share with pictures, and what a few of them keep."""

_FEW = 60
"""Signs that still are a label."""

_LOWEST = 0.93
"""Part of the height down to which a free area reaches where nothing stands below it."""

_MARGIN = 0.06
"""Part of the slide that a free area leaves at each side of a slide without other measures."""

_LOW = 0.3
"""Part of the height that a free area has at least, if there is any."""

_PHOTO = 1.5
"""Width to height of most photos: grids come near to it."""

_GAP = 16.0
"""px between the pictures of a grid."""


@dataclass(frozen=True)
class Paragraphs:
    """Words in a placeholder of the layout, or in a text box where `slot` is None; `frame` is
    where they stand, `moved` whether that is elsewhere than on the layout.
    """

    slot: Slot | None
    frame: Frame
    words: tuple[Words, ...]
    moved: bool = False


@dataclass(frozen=True)
class Shown:
    """A picture, clip or table: in a placeholder that has its place from the layout, or free;
    `whole` where a picture is not cut to its frame.
    """

    thing: Thing
    slot: Slot | None
    frame: Frame
    whole: bool = False


@dataclass(frozen=True)
class Arrangement:
    paragraphs: tuple[Paragraphs, ...]
    shown: tuple[Shown, ...]


def arrange(content: Content, offer: Offer, slide: Frame) -> Arrangement:
    """Pictures, clips and tables go to their own placeholders; what has none shares one place,
    beside the words or under the title.
    """
    housed = _housed(content.things, offer)
    loose = [thing for thing in content.things if all(one.thing is not thing for one in housed)]
    texts = _texts(offer)
    if not loose:
        return Arrangement(tuple(_told(content.words, texts, offer, slide)), tuple(housed))
    place = _place_of_its_own(texts, content)
    if place:
        rest = [slot for slot in texts if slot is not place]
        told = _told(content.words, rest, offer, slide)
        return Arrangement(tuple(told), (*housed, *_grid(loose, place, place.frame)))
    whole, slot = _shared(texts, offer, slide)
    if not content.words:
        return Arrangement((), (*housed, *_grid(loose, None, whole)))
    few = sum(len(one.text) for one in content.words) <= _FEW
    part = _LABEL_PART if few else _WORDS_PART
    left, right = _parted(whole, part, GUTTER * slide.width)
    words = Paragraphs(slot, left, content.words, moved=True)
    return Arrangement((words,), (*housed, *_grid(loose, None, right)))


def _housed(things: Sequence[Thing], offer: Offer) -> list[Shown]:
    free = list(offer.of(*_OWN.values()))
    housed = []
    for thing in things:
        slot = next((s for s in free if s.kind == _OWN[type(thing)]), None)
        if slot:
            free.remove(slot)
            housed.append(Shown(thing, slot, slot.frame))
    return housed


def _texts(offer: Offer) -> list[Slot]:
    """Those that take words, as they are read: line by line."""
    slots = offer.of(*TEXTS)
    return sorted(slots, key=lambda slot: (round(slot.frame.y / 50), slot.frame.x))


def _place_of_its_own(texts: Sequence[Slot], content: Content) -> Slot | None:
    """The largest placeholder for anything, where words have another one or there are none."""
    needed = 1 if content.words else 0
    possible = [slot for slot in texts if slot.kind == "obj"]
    if not possible or len(texts) <= needed:
        return None
    return max(reversed(possible), key=lambda slot: slot.frame.width * slot.frame.height)


def _told(
    words: Sequence[Words], slots: Sequence[Slot], offer: Offer, slide: Frame
) -> Iterator[Paragraphs]:
    """One text for each place, and all the rest in the last."""
    if not words:
        return
    if not slots:
        yield Paragraphs(None, free_area(offer, slide), tuple(words))
        return
    *first, last = slots[: len(words)]
    for slot, one in zip(first, words, strict=False):
        yield Paragraphs(slot, slot.frame, (one,))
    yield Paragraphs(last, last.frame, tuple(words[len(first) :]))


def _shared(texts: Sequence[Slot], offer: Offer, slide: Frame) -> tuple[Frame, Slot | None]:
    """The place that words and pictures share, and the words' placeholder there."""
    area = free_area(offer, slide)
    if not texts:
        return area, None
    slot = max(texts, key=lambda one: one.frame.width * one.frame.height)
    larger = slot.frame.width * slot.frame.height > 0.6 * area.width * area.height
    return (slot.frame if larger else area), slot


def free_area(offer: Offer, slide: Frame) -> Frame:
    """Under the title, or above it where there is more room, as wide as the title."""
    assert offer.title
    title = offer.title.frame
    lowest = [s.frame.y for s in offer.of(*FOOT) if s.frame.y > 0.7 * slide.height]
    bottom = min([_LOWEST * slide.height, *(y - _GAP for y in lowest)])
    below = bottom - (title.y + title.height + _GAP)
    above = title.y - _GAP - _MARGIN * slide.height
    left = max(title.x, 0.02 * slide.width)
    width = min(title.width, slide.width - left - 0.02 * slide.width)
    if max(below, above) < _LOW * slide.height:
        height = _LOW * slide.height
        return Frame(left, bottom - height, width, height)
    if below >= above:
        return Frame(left, bottom - below, width, below)
    return Frame(left, _MARGIN * slide.height, width, above)


def _parted(whole: Frame, part: float, gutter: float) -> tuple[Frame, Frame]:
    left = whole.width * part - gutter / 2
    right = whole.width - left - gutter
    return (
        Frame(whole.x, whole.y, left, whole.height),
        Frame(whole.x + left + gutter, whole.y, right, whole.height),
    )


def _grid(things: Sequence[Thing], slot: Slot | None, area: Frame) -> Iterator[Shown]:
    """One alone takes the place, in the placeholder if there is one; several stand in rows."""
    if len(things) == 1:
        yield Shown(things[0], slot, area, whole=True)
        return
    columns = _columns(len(things), area)
    rows = math.ceil(len(things) / columns)
    width = (area.width - _GAP * (columns - 1)) / columns
    height = min((area.height - _GAP * (rows - 1)) / rows, width / _PHOTO * 1.4)
    for n, thing in enumerate(things):
        row, column = divmod(n, columns)
        x, y = area.x + column * (width + _GAP), area.y + row * (height + _GAP)
        yield Shown(thing, None, Frame(x, y, width, height))


def _columns(count: int, area: Frame) -> int:
    """With which cells come nearest to the shape of a photo, and fewest stay empty."""

    def against(columns: int) -> float:
        rows = math.ceil(count / columns)
        shape = (area.width / columns) / (area.height / rows)
        return abs(math.log(shape / _PHOTO)) + 0.15 * (rows * columns - count)

    return min(range(1, count + 1), key=against)
