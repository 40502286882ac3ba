"""What the head of a picture file says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.picture.excerpt import Span
from ceremonie.media.picture.exif import UNTOLD, Taken


@dataclass(frozen=True)
class Chromaticities:
    """CIE x and y of white, red, green and blue."""

    white: tuple[float, float]
    red: tuple[float, float]
    green: tuple[float, float]
    blue: tuple[float, float]


@dataclass(frozen=True)
class ColourCode:
    """Code points of ITU-T H.273: primaries, transfer; whether the values use their full range."""

    primaries: int
    transfer: int
    full: bool = True


@dataclass(frozen=True)
class ColourFacts:
    """All that a file says about the meaning of its numbers; what it does not say is None.

    `gamma` is the exponent that was used to encode (PNG's gAMA), `srgb` that it declares sRGB.
    """

    profile: bytes | None = None
    code: ColourCode | None = None
    srgb: bool = False
    chromaticities: Chromaticities | None = None
    gamma: float | None = None


@dataclass(frozen=True)
class Facts:
    """`width` and `height` are those of the stored pixels, in px; `orientation` as in EXIF.

    `spans` are the parts of the file that hold pixels and what decoding needs. `reducible` pictures
    can be decoded at a fraction of their size, `animated` ones move, `deep` ones have 16 bits a
    channel. `working` is the memory that the decoder takes besides the pixels that it returns, in
    bytes a stored pixel. `taken` serves to sort photos, and never reaches a copy.
    """

    width: int
    height: int
    orientation: int = 1
    colour: ColourFacts = ColourFacts()
    spans: tuple[Span, ...] = ()
    reducible: bool = False
    animated: bool = False
    deep: bool = False
    working: float = 0.0
    taken: Taken = UNTOLD

    @property
    def pixels(self) -> int:
        return self.width * self.height
