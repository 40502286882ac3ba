"""How it is drawn: each content has one composition, for every shape. None reads the storyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ceremonie.planning.compositions import (
    card,
    chapter,
    end_credits,
    farewell,
    figures,
    framed,
    mosaic,
    person,
    played,
    programme,
    quote,
    route,
    screening,
    sheet,
    speech,
    wall,
)
from ceremonie.planning.content import (
    Card,
    Chapter,
    Content,
    Drawn,
    EndCredits,
    Farewell,
    Figures,
    Framed,
    Mosaic,
    Person,
    Played,
    Programme,
    Quote,
    Route,
    Screening,
    Sheet,
    Speech,
    Wall,
)
from ceremonie.planning.drawing import Drawing, Element, Text
from ceremonie.planning.staging import Staging


def _as_drawn(content: Drawn, staging: Staging) -> Drawing:
    elements = tuple(_in_family(element, staging) for element in content.drawing.elements)
    return replace(content.drawing, elements=elements, palette=staging.look.palette)


def _in_family(element: Element, staging: Staging) -> Element:
    if not isinstance(element, Text):
        return element
    return replace(element, style=replace(element.style, family=staging.scale.family))


_COMPOSITIONS: dict[type, Callable[[Any, Staging], Drawing]] = {
    Chapter: chapter.compose,
    Speech: speech.compose,
    Route: route.compose,
    Framed: framed.compose,
    Card: card.compose,
    Mosaic: mosaic.compose,
    Sheet: sheet.compose,
    Figures: figures.compose,
    Quote: quote.compose,
    Person: person.compose,
    Played: played.compose,
    Farewell: farewell.compose,
    EndCredits: end_credits.compose,
    Programme: programme.compose,
    Screening: screening.compose,
    Wall: wall.compose,
    Drawn: _as_drawn,
}


def compose(content: Content, staging: Staging) -> Drawing:
    """The content on the staging's canvas, in its look; the length of the shot is not set."""
    return _COMPOSITIONS[type(content)](content, staging)
