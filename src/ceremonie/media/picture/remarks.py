"""What a person must hear of a picture that can be used all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceremonie.media.examination import Remark, Swatch
from ceremonie.media.picture.damage import Damage
from ceremonie.media.picture.facts import Facts

if TYPE_CHECKING:
    from PIL.Image import Image

HARDLY_ANYTHING = 0.1
"""A photo that is lost from here on (a part of its height) is of no use."""

TINY = 32
"""px of the longer side, at most: icons of programs and pages are of 16 to 32 px."""

FAINT = 26
"""Of 255: a picture nowhere less transparent than this (a tenth) is not seen in a hall."""

SPARSE = 0.003
"""Of its area: a picture that covers no more is a mark or two in an empty frame."""

_SAMPLE = 96
"""px of the side of what is looked at for the main colours."""

_SHADES = 16
"""Values of a channel that count as one colour."""

_FEWEST = 0.01
"""Part of the whole below which a colour is passed over: edges, mostly."""


def of(image: Image, facts: Facts, hurt: Damage | None, *, from_press: bool) -> tuple[Remark, ...]:
    """`image` is the copy that will be shown."""
    return tuple(_remarks(image, facts, hurt, from_press=from_press))


def _remarks(
    image: Image, facts: Facts, hurt: Damage | None, *, from_press: bool
) -> Iterator[Remark]:
    if hurt:
        yield _of_damage(hurt)
    if from_press:
        yield Remark("photo-cmjn")
    if facts.animated:
        yield Remark("photo-animee")
    if _unseen(image):
        yield Remark("photo-transparente")
    if max(facts.width, facts.height) <= TINY:
        yield Remark("photo-minuscule", (("size", f"{facts.width} × {facts.height}"),))


def _of_damage(hurt: Damage) -> Remark:
    if hurt.height is None:
        return Remark("photo-abimee", (("where", "par endroits"),))
    part = round(hurt.height * 100)
    return Remark("photo-abimee", (("where", f"à partir de {part} % de sa hauteur"),))


def _unseen(image: Image) -> bool:
    if image.mode != "RGBA":
        return False
    import numpy as np

    values = np.asarray(image.getchannel("A"))
    return bool(values.max() < FAINT or values.mean() < SPARSE * 255)


def swatches(image: Image) -> tuple[Swatch, ...]:
    """The main colours of what is seen, the most frequent first; none of an opaque picture."""
    if image.mode != "RGBA":
        return ()
    import numpy as np

    small = image.copy()
    small.thumbnail((_SAMPLE, _SAMPLE))
    values = np.asarray(small, np.float64).reshape(-1, 4)
    weights = values[:, 3] / max(values[:, 3].sum(), 1)
    _, members = np.unique(values[:, :3] // _SHADES, axis=0, return_inverse=True)
    parts = np.bincount(members.ravel(), weights)
    means = [
        np.bincount(members.ravel(), weights * values[:, k]) / np.maximum(parts, 1e-9)
        for k in range(3)
    ]
    order = [i for i in np.argsort(-parts, kind="stable").tolist() if parts[i] >= _FEWEST]
    return tuple(
        (round(means[0][i]), round(means[1][i]), round(means[2][i]), round(parts[i], 3))
        for i in order
    )
