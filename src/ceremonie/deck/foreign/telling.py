"""What was matched: which of our kinds of slides go on which of their layouts, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ceremonie.deck.foreign.offers import Template
from ceremonie.deck.foreign.writing import Matched, matched
from ceremonie.deck.template.names import kind_name
from ceremonie.planning.model import Page, Plan
from ceremonie.theme.type import Scale

IN_WORDS = "le dessin est rendu en mots"


@dataclass(frozen=True)
class Match:
    """The pages of one kind on one layout: how many, chosen by what; `aside` says what of them had
    no place.
    """

    kind: str
    layout: str
    means: str
    pages: int
    aside: str = ""

    def as_json(self) -> dict[str, str | int]:
        return {
            "genre": self.kind,
            "disposition": self.layout,
            "par": self.means,
            "diapositives": self.pages,
            "sans_place": self.aside,
        }


def matches(plan: Plan, template: Template) -> tuple[Match, ...]:
    """In the order in which the kinds first come."""
    found = matched(plan.pages, template, Scale(plan.family))
    order = {key: n for n, key in enumerate(dict.fromkeys(_key(p, found) for p in plan.pages))}
    pages = sorted(plan.pages, key=lambda page: order[_key(page, found)])
    return tuple(
        _match(key, list(alike), found)
        for key, alike in groupby(pages, key=lambda page: _key(page, found))
    )


def _key(page: Page, found: Matched) -> tuple[str, int, str]:
    choice = found.choices[page.id]
    return page.kind, choice.offer.index, choice.means


def _match(key: tuple[str, int, str], pages: Sequence[Page], found: Matched) -> Match:
    kind, _, means = key
    offer = found.choices[pages[0].id].offer
    drawn = any(found.contents[p.id].drawn and not found.is_ours(p) for p in pages)
    return Match(kind_name(kind), offer.name, str(means), len(pages), IN_WORDS if drawn else "")
