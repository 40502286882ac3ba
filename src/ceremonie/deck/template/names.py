"""What layouts are called in PowerPoint's menu."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.planning.typography import in_words
from ceremonie.theme.palette import Colour

FREE = "Titre et texte"


@dataclass(frozen=True)
class Traits:
    """What tells a layout from another: the kind of its pages, its field, the days (from 1) that
    they belong to, how many pictures it holds, whether its title is read only, and whether its only
    picture is `slim`: for a photo that stands upright.
    """

    kind: str
    field: Colour
    days: frozenset[int]
    pictures: int
    hidden: bool
    slim: bool = False


def distinct(layouts: Sequence[Traits]) -> list[str]:
    """A name for each, all different."""
    seen: Counter[str] = Counter()
    result = []
    for one in layouts:
        name = _name(one, [other for other in layouts if other.kind == one.kind])
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return result


def _name(one: Traits, alike: Sequence[Traits]) -> str:
    """« Atelier, jour 2, deux photos »: only what tells it from its like."""
    fields = list(dict.fromkeys(other.field for other in alike))
    parts = [kind_name(one.kind)]
    if one.days and any(other.days != one.days for other in alike):
        parts.append(_days(sorted(one.days)))
    elif len(fields) > 1 and not one.days:
        parts.append(f"fond {fields.index(one.field) + 1}")
    counts = {other.pictures for other in alike}
    if len(counts) > 1 or one.pictures > 1:
        parts.append(_pictures(one.pictures) + (" en hauteur" if one.slim else ""))
    if one.hidden and any(not other.hidden for other in alike):
        parts.append("titre masqué")
    return ", ".join(parts)


def _days(days: Sequence[int]) -> str:
    if len(days) == 1:
        return f"jour {days[0]}"
    *first, last = map(str, days)
    return f"jours {', '.join(first)} et {last}"


def _pictures(count: int) -> str:
    if count == 0:
        return "sans photo"
    return "une photo" if count == 1 else f"{in_words(count)} photos"


def kind_name(kind: str) -> str:
    """A kind in full letters."""
    return _NAMES.get(kind) or kind[:1].upper() + kind[1:]


_NAMES = {
    "deroule": "Déroulé",
    "flamme": "La Flamme en relais",
    "extrait": "Extrait vidéo",
    "chiffres": "En chiffres",
    "temoignage": "Témoignage",
    "athlete": "Athlète",
    "mosaique": "Mosaïque",
    "film-secours": "Film, secours",
    "sur-mesure": "Sur mesure",
    "cloture": "Clôture",
    "derniere-minute": "Dernière minute",
    "generique": "Générique",
}
"""Kinds whose French name needs more than a capital."""
