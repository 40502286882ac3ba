"""Before and after on a slide: both photos side by side, each over its label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.cropping import alike
from ceremonie.planning.drawing import Drawing, Element, Hang, Photo, Role
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Compared
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging

GAP = 24
"""px between the photos, and between them and the words."""

LABEL = 72
"""px that a label takes below its photo."""

COLUMN = 0.36
"""Of the width, for the words beside upright photos."""

LYING, UPRIGHT = 3 / 2, 2 / 3
"""Width by height of a photo's box."""


@dataclass(frozen=True)
class _Layout:
    """Where the words stand, and both photos with their labels."""

    heading: Slot
    detail: Slot
    caption: Slot
    photos: tuple[Bounds, Bounds]

    def label(self, index: int) -> Slot:
        box = self.photos[index]
        return Slot(Bounds(box.left, box.bottom, box.right, box.bottom + LABEL), 48, Hang.MIDDLE)


def compose(content: Compared, staging: Staging) -> Drawing:
    upright = content.before.portrait and content.after.portrait
    layout = (_beside if upright else _below)(staging.format.safe)
    elements = (*_photos(content, layout), *_texts(content, layout, staging))
    return staging.drawing(field_of(content.subject), elements)


def _below(safe: Bounds) -> _Layout:
    """Lying photos under their heading."""
    wide = (safe.width - GAP) / 2
    high = min(wide / LYING, 520)
    top = 304
    first = Bounds(safe.left, top, safe.left + wide, top + high)
    second = Bounds(safe.right - wide, top, safe.right, top + high)
    foot = Bounds(safe.left, first.bottom + LABEL, safe.right, safe.bottom)
    return _Layout(
        Slot(Bounds(safe.left, safe.top, safe.right, 204), 80, Hang.BOTTOM),
        Slot(Bounds(safe.left, 206, safe.right, top - 12), 48),
        Slot(foot, 52, Hang.MIDDLE),
        (first, second),
    )


def _beside(safe: Bounds) -> _Layout:
    """Upright photos right of their heading."""
    left = safe.left + COLUMN * safe.width + 2 * GAP
    wide = (safe.right - left - GAP) / 2
    high = min(wide / UPRIGHT, safe.height - LABEL)
    top = safe.centre[1] - (high + LABEL) / 2
    first = Bounds(left, top, left + wide, top + high)
    second = Bounds(safe.right - wide, top, safe.right, top + high)
    right, half = left - 2 * GAP, safe.centre[1]
    return _Layout(
        Slot(Bounds(safe.left, safe.top, right, half - 90), 88, Hang.BOTTOM),
        Slot(Bounds(safe.left, half - 80, right, half + 150), 48),
        Slot(Bounds(safe.left, half + 170, right, safe.bottom), 48, Hang.BOTTOM),
        (first, second),
    )


def _photos(content: Compared, layout: _Layout) -> Iterator[Element]:
    names = ("photo d’avant", "photo d’après")
    pictures = alike(content.before, content.after)
    for name, picture, box in zip(names, pictures, layout.photos, strict=True):
        yield Photo(
            name=name,
            picture=picture,
            x=box.left,
            y=box.top,
            width=box.width,
            height=box.height,
        )


def _texts(content: Compared, layout: _Layout, staging: Staging) -> Iterator[Element]:
    pen, scale = pen_on(field_of(content.subject)), staging.scale
    title, plain = scale.style(80, 800, 1.0), scale.style(48, 600, 1.0)
    yield layout.heading.text(pen, "titre", content.heading, title, role=Role.TITLE)
    if content.detail:
        yield layout.detail.text(pen, "lieu", content.detail, plain, role=Role.PLACE)
    for index, label in enumerate(content.labels):
        name = ("avant", "après")[index]
        yield layout.label(index).text(pen, name, label, scale.label, role=Role.LABEL)
    if content.caption:
        yield layout.caption.text(pen, "légende", content.caption, plain, role=Role.BODY)
