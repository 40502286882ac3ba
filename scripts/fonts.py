"""Cut the fallback fonts down to what names need, and write them to src/ceremonie/data/fonts/.

    python scripts/fonts.py FOLDER

FOLDER holds the unpacked npm packages `@expo-google-fonts/noto-sans`, `-arabic`, `-armenian`,
`-georgian` and `-hebrew` (0.4.x). Needs fonttools, which the project itself never does.

Kept: every letter of the alphabets below with its marks, kerning and joined forms; digits and
plain punctuation, so that a word need not change its font in the middle. Dropped: hinting (the
film draws outlines, slides are large), other alphabets, and alternates that nobody asks for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parents[1] / "src" / "ceremonie" / "data" / "fonts"
WEIGHTS = ("400Regular", "600SemiBold", "700Bold", "800ExtraBold")

PLAIN = ((0x20, 0x40), (0x5B, 0x60), (0x7B, 0x7E), (0xA0, 0xA0), (0xAB, 0xAB), (0xB7, 0xB7),
         (0xBB, 0xBB), (0x2010, 0x2026), (0x202F, 0x202F), (0x25CC, 0x25CC))  # fmt: skip
"""Digits and punctuation, the narrow space, and the ring that carries a mark without a letter."""

ALPHABETS: dict[str, tuple[tuple[int, int], ...]] = {
    "NotoSans": (
        (0x20, 0x24F),  # Latin: European languages, Vietnamese horns, African hooks
        (0x250, 0x29D),  # IPA: ɓ ɗ ɛ ɣ ɩ ɔ and their like
        (0x2B9, 0x2BF),  # primes and half rings: Hawaiian, transliterated Arabic
        (0x300, 0x338),  # combining marks
        (0x370, 0x3FF),  # Greek
        (0x400, 0x4FF),  # Cyrillic
        (0x1E00, 0x1EFF),  # Latin with dots and lines below, Vietnamese
    ),
    "NotoSansArabic": ((0x600, 0x6FF),),
    "NotoSansArmenian": ((0x530, 0x58F), (0xFB13, 0xFB17)),
    "NotoSansGeorgian": ((0x10D0, 0x10FF), (0x1C90, 0x1CBF)),
    "NotoSansHebrew": ((0x590, 0x5FF),),
}
"""Font → first and last of the characters that it draws for us."""

FEATURES = ("ccmp", "locl", "kern", "mark", "mkmk", "init", "medi", "fina", "isol", "rlig", "calt")


def main(folder: Path) -> None:
    for name, ranges in ALPHABETS.items():
        for weight in WEIGHTS:
            file = f"{name}_{weight}.ttf"
            _cut(next(folder.rglob(file)), TARGET / file, [*PLAIN, *ranges])
    total = sum(file.stat().st_size for file in TARGET.glob("Noto*.ttf"))
    print(f"{total / 1e6:.2f} MB of fallback fonts")


def _cut(source: Path, target: Path, ranges: Iterable[tuple[int, int]]) -> None:
    options = subset.Options(
        hinting=False,
        layout_features=list(FEATURES),
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    cutter.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
