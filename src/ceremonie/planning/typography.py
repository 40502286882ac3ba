"""French typography: spaces that never break, apostrophes, raised ordinals.

Source: « Lexique des règles typographiques en usage à l'Imprimerie nationale ».
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from ceremonie.storyboard.dates import MONTHS

NARROW = "\u202f"
"""Before ; ! ? and inside large numbers."""

HARD = "\u00a0"
"""Before : and %, inside « », between a number and its unit or month."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(" "))


DAYS = _words("lundi mardi mercredi jeudi vendredi samedi dimanche")
NUMBERS = _words(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf vingt"
)

_UNITS = "|".join(
    (
        *MONTHS,
        *_words("ans? km h min € euros? % kg mètres? cm mm m g litres? minutes? secondes?"),
        *_words("heures? jours? semaines? mois millions? milliards? points? buts?"),
    )
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[\x00-\x08\x0b-\x1f\x7f^]", ""),
        (r"'", "’"),
        (r"\.\.\.", "…"),
        (r"[ \u00a0\u202f]*([;!?][:;!?]*)(?=\s|$|»)", NARROW + r"\1"),
        (r"(?<![:;!?])[ \u00a0\u202f]*(:[:;!?]*)(?=\s|$|»)", HARD + r"\1"),
        (r"«[ \u00a0\u202f]*", "«" + HARD),
        (r"[ \u00a0\u202f]*»", HARD + "»"),
        (r"(?<=\d) (?=\d{3}(?!\d))", NARROW),
        (r"\b(\d{1,2}) ?h ?(\d{2})\b", rf"\1{HARD}h{HARD}\2"),
        (rf"(?<=\d) (?=(?:{_UNITS})(?!\w))", HARD),
        (rf"(?<=\b1er) (?=(?:{'|'.join(MONTHS)})\b)", HARD),
        (r"\b([Jj]our|[ÉéEe]tape|n°) (?=\d)", r"\1" + HARD),
        (r"\b(MM?\.|M(?:me|lle)s?|Dr|Pr) (?=\w)", r"\1" + HARD),
    )
)


@lru_cache(maxsize=16384)
def french(text: str) -> str:
    """The text with French spaces and apostrophes, without control characters."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text.strip()


_QUOTED = re.compile(r"\s*(?:«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\")\s*")
"""A text that stands in quotes as a whole, in those of France, of typographers or of keyboards."""


def unquoted(text: str) -> str:
    """Without the quotes around the whole: those of a testimony are drawn."""
    match = _QUOTED.fullmatch(text)
    return next(filter(None, match.groups())) if match else text


RAISED_FROM = 60
"""Ordinals are raised from this size up, px; the raised letter stays above the floor of 36 px."""


def raised(text: str, size: float = RAISED_FROM) -> str:
    """Ordinals marked for raising (3e → 3^e^), unless the text is so small that none would be
    readable.
    """
    if size < RAISED_FROM:
        return text
    return re.sub(r"\b(\d+)(er|re|e|ème|ers)\b", lambda m: f"{m[1]}^{_ordinal(m[2])}^", text)


def _ordinal(ending: str) -> str:
    return "e" if ending == "ème" else ending


def number(value: int) -> str:
    """Thousands parted by a narrow space."""
    return f"{value:,}".replace(",", NARROW)


def quantity(value: float) -> str:
    """As `number`, with a comma and up to two places behind it where there are any."""
    whole, _, places = f"{value:.2f}".partition(".")
    rest = places.rstrip("0")
    return number(int(whole)) + (f",{rest}" if rest else "")


def in_words(value: int) -> str:
    """« dix » up to twenty, figures above."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else number(value)


def day_and_month(day: dt.date) -> str:
    """« 1er décembre »."""
    first = "1er" if day.day == 1 else str(day.day)
    return f"{first}{HARD}{MONTHS[day.month - 1]}"


def weekday(day: dt.date) -> str:
    """« mardi 28 novembre »."""
    return f"{DAYS[day.weekday()]} {day_and_month(day)}"


def full_date(day: dt.date) -> str:
    """« 1er décembre 2023 »."""
    return f"{day_and_month(day)}{HARD}{day.year}"


def period(first: dt.date, last: dt.date) -> str:
    """« du 28 au 30 novembre 2023 », as short as it can be said."""
    if first == last:
        return f"le{HARD}{full_date(first)}"
    if (first.year, first.month) == (last.year, last.month):
        start = "1er" if first.day == 1 else str(first.day)
        return f"du{HARD}{start} au{HARD}{full_date(last)}"
    start = day_and_month(first) if first.year == last.year else full_date(first)
    return f"du{HARD}{start} au{HARD}{full_date(last)}"


_ROLE = re.compile(r"(?:(?:Le|La|Les|Un|Une|Des|Notre|Nos)\s+|L['\u2019])(?=[a-zà-öø-ÿœ])")
"""How a role begins, which no name does: an article and a common noun."""


def sentence(*parts: str | None) -> str:
    """The parts that exist, parted by commas: « Jour 1, Créteil »."""
    return ", ".join(part for part in parts if part)


def closed(text: str) -> str:
    """As a sentence: with a full stop, unless it ends in a sign of its own."""
    return text if not text or text[-1] in ".!?…" else f"{text}."


def in_sentence(name: str) -> str:
    """A role without the capital that it begins a line with: « remis par une adjointe »; names keep
    theirs, those that begin with an article, too (« La Poste »).
    """
    return uncapitalised(name) if _ROLE.match(name) else name


def uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
