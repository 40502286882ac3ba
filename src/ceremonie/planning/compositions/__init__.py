"""How it is drawn: each content has one composition, for every shape. None reads the storyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ceremonie.planning.compositions import (
    card,
    chapter,
    end_credits,
    farewell,
    figures,
    framed,
    gallery,
    leg,
    mosaic,
    person,
    played,
    prizes,
    programme,
    quote,
    route,
    screening,
    sheet,
    speech,
    title,
    wall,
)
from ceremonie.planning.content import (
    Award,
    Awards,
    Card,
    Chapter,
    Content,
    EndCredits,
    Farewell,
    Figures,
    Framed,
    Gallery,
    Leg,
    Mosaic,
    Person,
    Played,
    Programme,
    Quote,
    Route,
    Screening,
    Sheet,
    Speech,
    Title,
    Wall,
)
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.staging import Staging

_COMPOSITIONS: dict[type, Callable[[Any, Staging], Drawing]] = {
    Title: title.compose,
    Chapter: chapter.compose,
    Speech: speech.compose,
    Route: route.compose,
    Leg: leg.compose,
    Framed: framed.compose,
    Card: card.compose,
    Mosaic: mosaic.compose,
    Gallery: gallery.compose,
    Sheet: sheet.compose,
    Figures: figures.compose,
    Quote: quote.compose,
    Person: person.compose,
    Award: prizes.compose_one,
    Awards: prizes.compose_many,
    Played: played.compose,
    Farewell: farewell.compose,
    EndCredits: end_credits.compose,
    Programme: programme.compose,
    Screening: screening.compose,
    Wall: wall.compose,
}


def compose(content: Content, staging: Staging) -> Drawing:
    """The content on the staging's canvas, in its look; the length of the shot is not set."""
    return _COMPOSITIONS[type(content)](content, staging)
