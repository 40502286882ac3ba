"""What is told of a workshop in the film, where the storyboard asks for its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.planning.moment import Moment
from ceremonie.planning.passages import passages
from ceremonie.planning.pictured_content import Card, Story
from ceremonie.planning.reading import Length, readable

TOLD_AT_MOST = 150
"""Signs of a text in one shot: as many as stand at 40 px and more in every shape, below the longest
heading and the longest place.
"""

SECONDS = 4


def shots(workshop: Moment, card: Card, text: str, going_on: str) -> Iterator[Moment]:
    """A shot for each passage of the text, under the heading of a card; `going_on` is the title of
    all of them.
    """
    told = passages(text, TOLD_AT_MOST) if text else ()
    longest = max(told, key=len, default="")
    for number, words in enumerate(told):
        yield replace(
            workshop,
            id=f"{workshop.id}-texte" + (f"-{number + 1}" if number else ""),
            title=going_on,
            screen=Story(
                card.heading,
                card.detail,
                card.subject,
                words,
                longest=longest,
                continued=number > 0,
            ),
            length=_length(card, words, continued=number > 0),
        )


def _length(card: Card, words: str, *, continued: bool) -> Length:
    """The heading was read in the first shot."""
    if continued:
        return readable(0, words)
    return readable(SECONDS, card.heading, card.detail, words)
