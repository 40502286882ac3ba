"""Many problems of a kind: the first ones are told, the others counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages.wording import Wording

MOST_OF_A_KIND = 100
"""So many problems of a kind are told one by one; of the others, how many there are."""

OTHERS = Wording(
    "… et {count} autres « {slug} », à partir d'ici",
    "corrigez d'abord les premiers : ils ont souvent la même cause",
)


def others(first: Diagnostic, count: int) -> Diagnostic:
    """What stands for this problem and all later ones of its kind, `count` in all."""
    number = f"{count:,}".replace(",", "\u00a0")
    message = OTHERS.message.format(count=number, slug=first.slug)
    return replace(first, message=message, remedy=OTHERS.remedy, count=count)


def abridged(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The first ones of each kind, and one that counts the others, where the first of them stood.
    What counts others already is added to it.
    """
    kept: list[Diagnostic] = []
    counts: dict[tuple[str, Severity], int] = {}
    counting: dict[tuple[str, Severity], int] = {}
    for diagnostic in diagnostics:
        kind = diagnostic.slug, diagnostic.severity
        if diagnostic.count == 1 and counts.get(kind, 0) < MOST_OF_A_KIND:
            counts[kind] = counts.get(kind, 0) + 1
            kept.append(diagnostic)
        elif kind in counting:
            at = counting[kind]
            kept[at] = others(kept[at], kept[at].count + diagnostic.count)
        else:
            counting[kind] = len(kept)
            kept.append(others(diagnostic, diagnostic.count))
    return tuple(kept)
