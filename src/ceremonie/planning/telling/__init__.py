"""How a content is told to those who cannot see it: all of its words, in the order of speech.

Each content that a film shows has one telling, as it has one composition; both take the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ceremonie.planning.content import (
    Award,
    Awards,
    Bars,
    Chapter,
    Content,
    CreditRoll,
    EndCredits,
    Farewell,
    Figures,
    Names,
    Person,
    Played,
    Quote,
    Scan,
    Share,
    Speech,
    Title,
    Wall,
)
from ceremonie.planning.map_content import Route, WorkshopMap
from ceremonie.planning.pictured_content import (
    Card,
    Compared,
    Framed,
    GroupPhoto,
    Lineup,
    Mosaic,
    Story,
)
from ceremonie.planning.telling import numbers, people, pictured, thanks
from ceremonie.planning.told import Kind, Told

_TELLINGS: dict[type, Callable[[Any], Iterator[Told]]] = {
    Title: thanks.title,
    Chapter: thanks.chapter,
    Speech: people.speech,
    Quote: people.quote,
    Person: people.person,
    Award: people.award,
    Awards: people.awards,
    Route: numbers.route,
    WorkshopMap: numbers.workshop_map,
    Figures: numbers.figures,
    Share: numbers.share,
    Bars: numbers.bars,
    Framed: pictured.framed,
    Card: pictured.card,
    Story: pictured.story,
    GroupPhoto: pictured.group_photo,
    Compared: pictured.compared,
    Mosaic: pictured.mosaic,
    Lineup: pictured.lineup,
    Scan: pictured.scan,
    Wall: thanks.wall,
    Names: thanks.names,
    Farewell: thanks.farewell,
    CreditRoll: thanks.end_credits,
    EndCredits: thanks.end_credits,
}


def told(content: Content, title: str) -> tuple[Told, ...]:
    """The lines of a shot that shows `content`; `title` names one that shows no words itself.

    Raises KeyError for a content that only slides show.
    """
    if isinstance(content, Played):
        return (Told(Kind.HEADING, title), *pictured.seen(content.clip))
    return tuple(line for line in _TELLINGS[type(content)](content) if line.text)
