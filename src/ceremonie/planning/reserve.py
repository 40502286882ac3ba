"""What words that may be changed by hand, or shown in another font, need beside what they take."""

from __future__ import annotations

WIDER = 1.22
"""Times as wide as ours: the widest of the fonts that programs put in place of a missing one (the
bold of DejaVu Sans over that of Atkinson Hyperlegible Next, measured over the sample's words).
"""

LINE = 1.36
"""Height of a line of such a font, in em: Noto Sans, by its `hhea` table."""
