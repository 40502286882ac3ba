"""What words that may be changed by hand, or shown in another font, need beside what they take.

A program that lacks our fonts sets one of its own. The fonts that stand for the common ones were
measured with HarfBuzz: widths are those of five French texts over ours in the same size, the widest
of them; heights of a line are those of the fonts' `hhea` tables. Ours is 1.30 em high.
"""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.theme.faces import vertical_metrics
from ceremonie.theme.type import Style

BOLD_FROM = 600
"""Weights from here on are set in Bold: programs know regular and bold alone."""

LEAST_SPACING = 0.85
"""Of a font's own line: below, the accents of a line reach into the line above in the fonts with
the lowest lines (1.15 em).
"""


@dataclass(frozen=True)
class Substitute:
    """A font set instead of ours: its widths over ours, in regular and in bold; the height of its
    line in em.
    """

    regular: float
    bold: float
    line: float

    def wide(self, weight: int) -> float:
        """How much wider than ours."""
        return self.bold if weight >= BOLD_FROM else self.regular


SUBSTITUTES = (
    Substitute(0.93, 0.93, 1.22),
    Substitute(1.09, 1.09, 1.15),
    Substitute(1.10, 1.10, 1.362),
    Substitute(1.15, 1.22, 1.164),
)
"""Carlito (for Calibri), Liberation Sans (for Arial), Noto Sans, DejaVu Sans."""

WIDER = max(font.bold for font in SUBSTITUTES)
"""Times as wide as ours: the widest of them, the bold of DejaVu Sans."""

LINE = max(font.line for font in SUBSTITUTES)
"""em: height of a line of the highest of them, Noto Sans."""


def weight_shown(weight: int) -> int:
    """The weight that programs set: regular or bold."""
    return 700 if weight >= BOLD_FROM else 400


def natural_line(style: Style) -> float:
    """Of the style's own font, in em."""
    return sum(vertical_metrics(weight_shown(style.weight), style.family))


def spacing(style: Style) -> float:
    """The style's leading as a part of its font's own line: programs take that part of the line of
    whatever font they set.
    """
    return max(LEAST_SPACING, style.leading / natural_line(style))


def line_height(style: Style) -> float:
    """px of a line of the style in the highest font."""
    return spacing(style) * max(LINE, natural_line(style)) * style.size
