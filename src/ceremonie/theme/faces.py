"""The typefaces: Atkinson Hyperlegible Next, and Noto Sans for the letters that it lacks.

A face is named by its file. `scripts/fonts.py` cut the fallback faces; they come in the weights of
the first family, so that a word in other letters weighs what its neighbours do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

import uharfbuzz as hb

FAMILY = "Atkinson Hyperlegible Next"
FILES = {
    400: "AtkinsonHyperlegibleNext_400Regular.ttf",
    600: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    700: "AtkinsonHyperlegibleNext_700Bold.ttf",
    800: "AtkinsonHyperlegibleNext_800ExtraBold.ttf",
}
CAP_HEIGHT = 0.668
X_HEIGHT = 0.496
DESCENT = 0.2
"""What hangs below the baseline, in em."""


@dataclass(frozen=True)
class Fallback:
    """A family for other letters: `scale` gives them the height of the first family's.

    `joined` letters are written in one stroke: no tracking may pull them apart.
    """

    family: str
    scale: float
    joined: bool = False

    def file(self, weight: int) -> str:
        """The name of the family's file of this weight, without its ending."""
        style = FILES[weight].partition("_")[2]
        return f"{self.family.replace(' ', '')}_{style}"


FALLBACKS = (
    Fallback("Noto Sans", 0.93),
    Fallback("Noto Sans Arabic", 1.0, joined=True),
    Fallback("Noto Sans Armenian", 0.93),
    Fallback("Noto Sans Georgian", 0.93),
    Fallback("Noto Sans Hebrew", 1.0),
)
"""Asked in this order. 0.93 = the cap height of Atkinson Hyperlegible Next over that of Noto Sans
(0.668 / 0.714); the x-heights then agree to 2 % too.
"""


@dataclass(frozen=True)
class Face:
    """One font file: what it draws, how large beside the others."""

    file: str
    scale: float = 1.0
    joined: bool = False
    fallback: str = ""
    """The name of its family, where it is not the first one."""

    @property
    def path(self) -> Path:
        return Path(str(resources.files("ceremonie") / "data" / "fonts" / self.file))

    def draws(self, character: str) -> bool:
        """Whether it has a glyph of its own for this character."""
        return ord(character) in _characters(self.file)


@lru_cache(maxsize=8)
def faces(weight: int) -> tuple[Face, ...]:
    """The faces of a weight, the first family's first."""
    others = (Face(f.file(weight), f.scale, f.joined, f.family) for f in FALLBACKS)
    return Face(FILES[weight]), *others


def font_file(weight: int) -> Path:
    """The TrueType file of a weight of the first family."""
    return faces(weight)[0].path


@lru_cache(maxsize=32)
def font(file: str) -> hb.Font:
    """A face as HarfBuzz knows it, opened once."""
    return hb.Font(hb.Face(Face(file).path.read_bytes()))


@lru_cache(maxsize=32)
def _characters(file: str) -> frozenset[int]:
    return frozenset(font(file).face.unicodes)


@lru_cache(maxsize=8)
def vertical_metrics(weight: int) -> tuple[float, float]:
    """Ascent and descent of a line in em, both positive (the font's hhea table)."""
    first = font(FILES[weight])
    extents, unit = first.get_font_extents("ltr"), first.face.upem
    return extents.ascender / unit, -extents.descender / unit
