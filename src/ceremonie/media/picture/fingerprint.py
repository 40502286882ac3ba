"""Whether two pictures show the same: a messenger's copy is as good as the photo that was sent.

A photo is looked at as 32 × 32 means of grey. Its hash of 64 bits (a « pHash ») finds what may be
the same; photos of one burst have the same hash as often as not, so their means decide.

Measured on the samples' photos and the frames of its clips: sent by a messenger (1600 px at quality
70 down to 640 px at 60, up to three times in a row), hashes differ by 2 bits and means by 5 steps
at most; different photos by 22 bits at least; frames of a moving scene that are 0.2 s apart by no
bit at the least, but by 27 steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

GRID = 32
"""Rows and columns of means."""

MOST_BITS = 6
"""Bits by which the hashes of the same picture may differ."""

LOUDEST = 9
"""Steps of 255 by which a mean may differ, once both pictures are equally bright."""

EVEN = 4.0
"""Standard deviation of the means under which a picture shows nothing to recognise it by."""

MOST_STRETCHED = 0.02
"""Part of their length by which the sides of the same picture may differ: both are rounded."""

_LOW = 8
"""The hash looks at so many of the lowest frequencies in each direction."""


@dataclass(frozen=True)
class Fingerprint:
    """`bits` are the hash, `grey` the means, row by row, `aspect` is width by height."""

    bits: int
    grey: bytes
    aspect: float

    @property
    def even(self) -> bool:
        """Whether it is too plain to be recognised."""
        import numpy as np

        return float(np.frombuffer(self.grey, np.uint8).std()) < EVEN


def of(image: Image) -> Fingerprint:
    """Of a picture that is upright; it need not be larger than a few hundred px."""
    import numpy as np
    from PIL.Image import Resampling

    small = image.convert("L").resize((GRID, GRID), Resampling.BILINEAR)
    return of_means(np.asarray(small), image.width / image.height)


def of_means(grey: NDArray[np.uint8], aspect: float) -> Fingerprint:
    """Of GRID × GRID means, 0 to 255."""
    import numpy as np

    waves = _waves()
    low = (waves @ grey.astype(np.float64) @ waves.T).ravel()
    low[0] = 0.0  # the brightness of the whole
    above = low > np.median(low[1:])
    return Fingerprint(int.from_bytes(np.packbits(above).tobytes()), grey.tobytes(), aspect)


def _waves() -> NDArray[np.float64]:
    """The lowest waves of the cosine transform (DCT-II), a row each."""
    import numpy as np

    places = 2 * np.arange(GRID) + 1
    waves: NDArray[np.float64] = np.cos(np.pi * places * np.arange(_LOW)[:, None] / (2 * GRID))
    return waves


def alike(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether both show the same picture."""
    if (one.bits ^ other.bits).bit_count() > MOST_BITS or one.even or other.even:
        return False
    if abs(one.aspect / other.aspect - 1) > MOST_STRETCHED:
        return False
    return _loudest(one.grey, other.grey) <= LOUDEST


def _loudest(one: bytes, other: bytes) -> float:
    import numpy as np

    first, second = (np.frombuffer(g, np.uint8).astype(np.float64) for g in (one, other))
    return float(np.abs(first - first.mean() - second + second.mean()).max())
