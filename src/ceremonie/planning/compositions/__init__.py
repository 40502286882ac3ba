"""How it is drawn: each content has one composition, for every shape. None reads the storyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ceremonie.planning.compositions import (
    bars,
    card,
    chapter,
    comparison,
    countdown,
    credit_roll,
    end_credits,
    farewell,
    figures,
    framed,
    gallery,
    group_photo,
    holding,
    leg,
    lineup,
    mosaic,
    names,
    palmares,
    person,
    played,
    prizes,
    programme,
    quote,
    route,
    scan,
    screening,
    share,
    sheet,
    speech,
    story,
    title,
    wall,
    workshop_map,
)
from ceremonie.planning.compositions.slides import card as card_slide
from ceremonie.planning.compositions.slides import chapter as chapter_slide
from ceremonie.planning.compositions.slides import comparison as comparison_slide
from ceremonie.planning.compositions.slides import figures as figures_slide
from ceremonie.planning.compositions.slides import framed as framed_slide
from ceremonie.planning.compositions.slides import group_photo as group_photo_slide
from ceremonie.planning.compositions.slides import names as names_slide
from ceremonie.planning.compositions.slides import person as person_slide
from ceremonie.planning.compositions.slides import prize as prize_slide
from ceremonie.planning.compositions.slides import quote as quote_slide
from ceremonie.planning.compositions.slides import speech as speech_slide
from ceremonie.planning.compositions.slides import title as title_slide
from ceremonie.planning.compositions.slides import wall as wall_slide
from ceremonie.planning.content import (
    Award,
    Awards,
    Bars,
    Blackout,
    Chapter,
    Content,
    Countdown,
    CreditRoll,
    EndCredits,
    Farewell,
    Figures,
    Holding,
    LastMinute,
    Names,
    Person,
    Played,
    Programme,
    Quote,
    Scan,
    Screening,
    Share,
    SpareScreening,
    Speech,
    Title,
    Wall,
)
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.map_content import Leg, Route, WorkshopMap
from ceremonie.planning.pictured_content import (
    Card,
    Compared,
    Framed,
    Gallery,
    GroupPhoto,
    Lineup,
    Mosaic,
    Sheet,
    Story,
)
from ceremonie.planning.staging import Staging

_COMPOSITIONS: dict[type, Callable[[Any, Staging], Drawing]] = {
    Title: title.compose,
    Chapter: chapter.compose,
    Speech: speech.compose,
    Route: route.compose,
    Leg: leg.compose,
    Framed: framed.compose,
    Card: card.compose,
    GroupPhoto: group_photo.compose,
    Compared: comparison.compose,
    Mosaic: mosaic.compose,
    Names: names.compose,
    Lineup: lineup.compose,
    Gallery: gallery.compose,
    Sheet: sheet.compose,
    Figures: figures.compose,
    Share: share.compose,
    Bars: bars.compose,
    Quote: quote.compose,
    Person: person.compose,
    Award: prizes.compose,
    Awards: palmares.compose,
    Played: played.compose,
    Story: story.compose,
    Scan: scan.compose,
    Farewell: farewell.compose,
    CreditRoll: credit_roll.compose,
    EndCredits: end_credits.compose,
    Programme: programme.compose,
    Screening: screening.compose,
    SpareScreening: screening.compose_spare,
    Wall: wall.compose,
    WorkshopMap: workshop_map.compose,
    Holding: holding.compose,
    Blackout: holding.compose_black,
    LastMinute: card_slide.compose_blank,
    Countdown: countdown.compose,
}

_SLIDES: dict[type, Callable[[Any, Staging], Drawing]] = {
    Title: title_slide.compose,
    Chapter: chapter_slide.compose,
    Speech: speech_slide.compose,
    Framed: framed_slide.compose,
    Card: card_slide.compose,
    GroupPhoto: group_photo_slide.compose,
    Compared: comparison_slide.compose,
    Quote: quote_slide.compose,
    Person: person_slide.compose,
    Figures: figures_slide.compose,
    Award: prize_slide.compose,
    Wall: wall_slide.compose,
    Names: names_slide.compose,
}
"""Where words may be changed by hand, these stand in other places than in the film."""


def compose(content: Content, staging: Staging) -> Drawing:
    """The content on the staging's canvas, in its look; the length of the shot is not set."""
    kind = type(content)
    if staging.viewing.edited and kind in _SLIDES:
        return _SLIDES[kind](content, staging).still()
    return _COMPOSITIONS[kind](content, staging)
