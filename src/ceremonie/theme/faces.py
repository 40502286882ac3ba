"""The typefaces: Atkinson Hyperlegible Next or an event's own family, and Noto Sans for the letters
that it lacks.

A face is named by its file: one of this package, or the digest of a user's. `scripts/fonts.py` cut
the fallback faces; they come in the weights of our family, so that a word in other letters weighs
what its neighbours do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
class FontFile:
    """A font file of a user, of one weight (1 to 1000). `typeface` is the family under which
    programs know it, `bold` whether it is that family's Bold; `embeddable` says that its licence
    lets a deck carry it. `path` is where it lies now and takes no part in comparisons.
    """

    weight: int
    digest: str
    typeface: str
    bold: bool = False
    embeddable: bool = False
    path: Path = field(default=Path(), compare=False, repr=False)

    @property
    def name(self) -> str:
        """What it is called where it is laid beside a deck: nothing of the user's own names."""
        letters = re.sub(r"[^A-Za-z0-9]+", "", self.typeface) or "Police"
        return f"{letters}_{self.weight}_{self.digest[:8]}.ttf"


@dataclass(frozen=True)
class Family:
    """What an event is written in: ours, or the `files` of a user's. Heights are in em."""

    name: str = FAMILY
    files: tuple[FontFile, ...] = ()
    cap_height: float = CAP_HEIGHT
    x_height: float = X_HEIGHT

    def file(self, weight: int) -> FontFile | None:
        """The user's file that comes nearest to a weight, the heavier of two; None for ours."""
        near = sorted(self.files, key=lambda one: (abs(one.weight - weight), -one.weight))
        return near[0] if near else None

    def first(self, weight: int) -> Face:
        """The face that draws all that it can."""
        own = self.file(weight)
        return Face(own.name, own_path=own.path) if own else Face(FILES[weight])


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

    own_path: Path | None = field(default=None, compare=False, repr=False)
    """Where a user's file lies."""

    @property
    def path(self) -> Path:
        return self.own_path or Path(
            str(resources.files("ceremonie") / "data" / "fonts" / self.file)
        )

    def draws(self, character: str) -> bool:
        """Whether it has a glyph of its own for this character."""
        return ord(character) in _characters(self)


OURS = Family()


@lru_cache(maxsize=16)
def faces(weight: int, family: Family = OURS) -> tuple[Face, ...]:
    """The faces of a weight, the first family's first; the others are as high as it is."""
    high = family.cap_height / CAP_HEIGHT
    others = (Face(f.file(weight), f.scale * high, f.joined, f.family) for f in FALLBACKS)
    return family.first(weight), *others


@lru_cache(maxsize=32)
def font(face: Face) -> hb.Font:
    """A face as HarfBuzz knows it, opened once."""
    return hb.Font(hb.Face(face.path.read_bytes()))


@lru_cache(maxsize=32)
def _characters(face: Face) -> frozenset[int]:
    return frozenset(font(face).face.unicodes)


@lru_cache(maxsize=8)
def vertical_metrics(weight: int, family: Family = OURS) -> tuple[float, float]:
    """Ascent and descent of a line in em, both positive (the font's hhea table)."""
    first = font(family.first(weight))
    extents, unit = first.get_font_extents("ltr"), first.face.upem
    return extents.ascender / unit, -extents.descender / unit
