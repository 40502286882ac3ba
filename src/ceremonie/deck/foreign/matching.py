"""Which layout of theirs a page goes on: by its name, else by the places that it offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ceremonie.deck.foreign.content import Content
from ceremonie.deck.foreign.offers import TEXTS, Offer, Template
from ceremonie.deck.template.names import kind_name
from ceremonie.planning.drawing import Footage, Photo
from ceremonie.planning.model import Page
from ceremonie.planning.tables import Table
from ceremonie.text import plain


class Means(StrEnum):
    """What a layout was chosen by, as the report says it."""

    OURS = "par son nom, celui de notre disposition"
    NAME = "par son nom"
    PLACES = "par ses emplacements"


@dataclass(frozen=True)
class Choice:
    offer: Offer
    means: Means


COMMON: Mapping[str, tuple[str, ...]] = {
    "titre": ("diapositive de titre", "title slide", "titre", "page de titre", "couverture",
              "page de garde", "cover"),
    "chapitre": ("titre de section", "section header", "section", "en-tete de section",
                 "intertitre", "chapitre", "chapter"),
    "cloture": ("cloture", "conclusion", "merci", "remerciements", "fin", "closing", "thank you",
                "diapositive de titre", "title slide"),
    "derniere-minute": ("titre et contenu", "title and content", "titre et texte"),
    "temoignage": ("citation", "quote"),
    "ouverture": ("citation", "quote"),
    "film": ("video", "film"),
    "extrait": ("video", "extrait", "media"),
}  # fmt: skip
"""By kind of page, what French and English templates call such a layout, the best first."""

PREDEFINED: Mapping[str, tuple[str, ...]] = {
    "titre": ("title",),
    "chapitre": ("secHead", "title"),
    "cloture": ("title",),
}
"""By kind of page, the types that PowerPoint gives such layouts (ST_SlideLayoutType)."""

_OPENING = frozenset({"title", "secHead"})
_OPENING_NAMES = frozenset(map(plain, (*COMMON["titre"], *COMMON["chapitre"])))
_CONTENT_NAMES = frozenset(
    map(plain, ("titre et contenu", "title and content", "titre et texte", "contenu"))
)

_HOMELESS, _SPEECHLESS, _UNUSED, _OPENS, _UPRIGHT, _FAINT = 4.0, 6.0, 1.5, 5.0, 20.0, 5.0
"""What counts against a layout: something shown that has no place of its own; words without one;
a place that stays empty; that it is made to open a part; that its words run downwards; that its
words are those of a caption.
"""

_CAPTION = 40.0
"""px (20 pt): smaller words are no text for a hall."""


def choose(page: Page, content: Content, ours: str, template: Template) -> Choice:
    """`ours` is the name of the layout that our own deck has for the page."""
    titled = [offer for offer in template.offers if offer.title]
    named = _named(titled, (ours, kind_name(page.kind), page.kind))
    if named:
        return Choice(named, Means.OURS if plain(named.name) == plain(ours) else Means.NAME)
    common = _named(titled, COMMON.get(page.kind, ()))
    if common:
        return Choice(common, Means.NAME)
    predefined = PREDEFINED.get(page.kind, ())
    alike = [offer for kind in predefined for offer in titled if offer.kind == kind]
    if alike:
        return Choice(alike[0], Means.PLACES)
    return Choice(min(titled, key=lambda offer: _against(offer, content, template)), Means.PLACES)


def _named(offers: Sequence[Offer], names: Iterable[str]) -> Offer | None:
    by_name = {plain(offer.name): offer for offer in reversed(offers)}
    wanted = (plain(name) for name in names)
    return next((by_name[name] for name in wanted if name in by_name), None)


def _against(offer: Offer, content: Content, template: Template) -> float:
    """The less, the better the places of a layout suit a page."""
    own = {"pic": Photo, "media": Footage, "tbl": Table}
    homeless, unused = 0, 0
    for kind, thing in own.items():
        balance = sum(isinstance(one, thing) for one in content.things) - len(offer.of(kind))
        homeless, unused = homeless + max(0, balance), unused + max(0, -balance)
    free = len(offer.of(*TEXTS)) - bool(content.words)
    anything = min(free, len(offer.of("obj")), 1 if homeless else 0)
    opens = offer.kind in _OPENING or plain(offer.name) in _OPENING_NAMES
    return (
        _HOMELESS * (0 if anything > 0 else min(homeless, 1))
        + _SPEECHLESS * max(0, -free)
        + _UNUSED * (unused + max(0, free - max(anything, 0)))
        + _OPENS * (opens or bool(offer.of("ctrTitle")))
        + _UPRIGHT * any(slot.upright for slot in offer.slots)
        + _FAINT * (bool(content.words) and _is_faint(offer))
        + (0 if plain(offer.name) in _CONTENT_NAMES else 0.2)
        + _smallness(offer, template)
    )


def _is_faint(offer: Offer) -> bool:
    return any(slot.size < _CAPTION for slot in offer.of(*TEXTS))


def _smallness(offer: Offer, template: Template) -> float:
    """0 where the largest place for words is the whole slide, 1 where there is none."""
    whole = template.frame.width * template.frame.height
    largest = max((s.frame.width * s.frame.height for s in offer.of(*TEXTS)), default=0.0)
    return 1 - largest / whole
