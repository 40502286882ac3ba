"""What goes round while the hall fills: the title, then pictures and words in turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning.content import Bars, Content, Figures, Share, Wall
from ceremonie.planning.holding import WELCOME
from ceremonie.planning.language import Language
from ceremonie.planning.model import Page
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import title
from ceremonie.planning.moments.running_order import running_order
from ceremonie.planning.notes import Notes
from ceremonie.planning.pictured_content import Framed, GroupPhoto, Sheet
from ceremonie.storyboard.programme import Section

MOST_PICTURES = 12
"""At 14 s each they take three minutes: who waits longer has seen all of them."""

MOST_FIGURES = 3
"""Views of key figures: the ceremony itself tells the others."""

WORDY = frozenset({"titre", "deroule", "chiffres", "partenaires"})
"""Kinds of pages that are read."""

SHARP = 1000
"""px of the shorter side, from which a picture is worth a screen of its own."""


def moments(script: Script, deck: Sequence[Moment]) -> tuple[Moment, ...]:
    """Of the deck's own moments: nothing is shown that the ceremony would not show."""
    seen = [moment for moment in deck if moment.slide]
    cover = next((m for m in seen if m.section is Section.TITLE), title.moments(script)[0])
    told = [moment for moment in seen if moment.section is not Section.CREDITS]
    order = running_order(told, script.language)
    shown = (cover, *_in_turns([*order, *_words(seen)], _pictures(seen)))
    return tuple(_alone(number, moment, script.language) for number, moment in enumerate(shown, 1))


def _alone(number: int, moment: Moment, language: Language) -> Moment:
    """Nobody clicks, and nobody presents."""
    identity = f"accueil-{number}"
    return Moment(
        id=identity,
        kind=moment.kind,
        section=moment.section,
        title=moment.title,
        path=moment.path or WELCOME,
        slide=moment.slide,
        part=language.walk_in,
        home=identity,
        notes=Notes(do=(language.welcome,)),
    )


def is_pictured(page: Page) -> bool:
    """Whether a page is there for its picture."""
    return page.kind not in WORDY


def _words(seen: Sequence[Moment]) -> list[Moment]:
    """Some key figures, and all partners, by rank."""
    figures = [m for m in seen if isinstance(m.slide, Figures | Share | Bars)]
    return [*figures[:MOST_FIGURES], *(m for m in seen if isinstance(m.slide, Wall))]


def _pictures(seen: Sequence[Moment]) -> list[Moment]:
    """One for each thing that has any, as many as may be, from the whole of the ceremony."""
    pictured: dict[Picture, Moment] = {}
    for moment in seen:
        for picture, content in _framed(moment.slide):
            pictured.setdefault(picture, replace(moment, slide=content))
    sharp = [moment for one, moment in pictured.items() if min(one.width, one.height) >= SHARP]
    chosen = sharp or list(pictured.values())
    count = min(MOST_PICTURES, len(chosen))
    return [chosen[number * len(chosen) // count] for number in range(count)]


def _framed(content: Content | None) -> Iterator[tuple[Picture, Content]]:
    """The first picture of a slide, with its words beside it."""
    match content:
        case Sheet(pictures=(picture, *_), captions=(caption, *_)):
            detail = caption or content.place
            yield picture, Framed(content.heading, detail, content.subject, picture)
        case Framed(medium=Picture() as picture):
            yield picture, replace(content, following=(), detail=content.caption or content.detail)
        case GroupPhoto(picture=picture):
            yield picture, content


def _in_turns(words: Sequence[Moment], pictures: Sequence[Moment]) -> list[Moment]:
    """Both in their order, evenly mixed; a picture comes first."""
    placed = [((number + 0.5) / len(words), 1, one) for number, one in enumerate(words)]
    placed += [((number + 0.5) / len(pictures), 0, one) for number, one in enumerate(pictures)]
    return [one for *_, one in sorted(placed, key=lambda place: place[:2])]
