"""What a deck has besides, where the screen is on before the ceremony begins: black slides around
it, and between its parts a card that stays hidden until somebody wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ceremonie.diagnostics import NodePath
from ceremonie.planning.content import Blackout, Holding
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment
from ceremonie.planning.notes import Notes
from ceremonie.storyboard.programme import Section

WELCOME: NodePath = ("accueil",)
CARD, BLACK = "attente", "noir"
"""Kinds."""


def with_holding(moments: Sequence[Moment], language: Language, event: str) -> tuple[Moment, ...]:
    """The moments of a deck, all of which have a slide, between two black ones; a hidden card at
    the end of each part that another follows. The title is a card itself.
    """
    if not moments:
        return ()
    first, last = moments[0], moments[-1]
    return (
        _black(f"{BLACK}-debut", first, language, (language.begin_black,)),
        *_with_cards(moments, language, event),
        _black(f"{BLACK}-fin", last, language, (language.stay_black,)),
    )


def _with_cards(moments: Sequence[Moment], language: Language, event: str) -> Iterator[Moment]:
    number = 0
    for before, after in pairwise(moments):
        yield before
        if before.part != after.part and before.section is not Section.TITLE:
            number += 1
            yield _card(number, before, after.part, language, event)
    yield moments[-1]


def _card(number: int, before: Moment, part: str, language: Language, event: str) -> Moment:
    return Moment(
        id=f"{CARD}-{number}",
        kind=CARD,
        section=before.section,
        title=language.waiting.format(part=part),
        path=WELCOME,
        slide=Holding(language.goes_on, event),
        notes=Notes(do=(language.hidden_card,)),
        hidden=True,
        part=before.part,
        step=before.step,
        home=f"{CARD}-{number}",
    )


def _black(identity: str, beside: Moment, language: Language, do: tuple[str, ...]) -> Moment:
    """In the part of the slide beside it."""
    return Moment(
        id=identity,
        kind=BLACK,
        section=beside.section,
        title=language.black,
        path=WELCOME,
        slide=Blackout(),
        notes=Notes(do=do),
        part=beside.part,
        step=beside.step,
        home=identity,
    )
