"""The alphabets that no face of ours draws, by the names that people give them."""

from __future__ import annotations

import unicodedata

SIGNS = "les signes et les émojis"
OTHERS = "des lettres d'une autre écriture"

_NAMES = {
    "CJK": "les caractères chinois",
    "KANGXI": "les caractères chinois",
    "HIRAGANA": "les caractères japonais",
    "KATAKANA": "les caractères japonais",
    "HANGUL": "les lettres coréennes",
    "DEVANAGARI": "les lettres devanagari (hindi)",
    "BENGALI": "les lettres bengali",
    "TAMIL": "les lettres tamoules",
    "TELUGU": "les lettres télougou",
    "GUJARATI": "les lettres gujarati",
    "GURMUKHI": "les lettres gurmukhi (pendjabi)",
    "KANNADA": "les lettres kannada",
    "MALAYALAM": "les lettres malayalam",
    "SINHALA": "les lettres cingalaises",
    "THAI": "les lettres thaïes",
    "LAO": "les lettres lao",
    "KHMER": "les lettres khmères",
    "MYANMAR": "les lettres birmanes",
    "TIBETAN": "les lettres tibétaines",
    "ETHIOPIC": "les lettres éthiopiennes",
    "TIFINAGH": "les lettres tifinagh",
    "NKO": "les lettres n'ko",
    "SYRIAC": "les lettres syriaques",
    "CHEROKEE": "les lettres cherokee",
    "MONGOLIAN": "les lettres mongoles",
    "LATIN": "des lettres latines rares",
    "GREEK": "des lettres grecques anciennes",
    "CYRILLIC": "des lettres cyrilliques anciennes",
    "ARABIC": "des lettres arabes rares",
}
"""First word of a character's Unicode name → how it is told."""


def name(character: str) -> str:
    """« les caractères chinois », « les signes et les émojis »…"""
    if not unicodedata.category(character).startswith(("L", "M")):
        return SIGNS
    first = unicodedata.name(character, "").partition(" ")[0]
    return _NAMES.get(first, OTHERS)
