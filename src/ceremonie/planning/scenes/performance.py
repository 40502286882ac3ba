"""An artistic performance: its photo or its pictogram, its artists."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import card, infield, page
from ceremonie.planning.scenes.workshop import captions_of, framed
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.storyboard.model import Performance
from ceremonie.storyboard.programme import Section, Topic
from ceremonie.theme.palette import Colour, badge_on

FIELD = Colour.BRIGHT
BADGE = badge_on(FIELD, Topic.CULTURE)


def scenes(stage: Stage) -> tuple[Scene, ...]:
    return tuple(_scene(stage, i, p) for i, p in enumerate(stage.storyboard.performances))


def _scene(stage: Stage, index: int, performance: Performance) -> Scene:
    told = "Texte d'illustration." if performance.illustrative else ""
    picture = _picture(stage, performance)
    caption = captions_of([picture] if picture else [])
    said = (sentence(performance.title, performance.artists) + ".", performance.text, caption, told)
    return Scene(
        f"spectacle-{index + 1}",
        "spectacle",
        Section.PERFORMANCES,
        f"Sur scène{HARD}{index + 1}, {french(performance.title)}",
        ("spectacle", index),
        shot=_shot(stage, performance),
        page=_page(stage, performance),
        notes=french("\n".join(x for x in (*said, performance.notes) if x)),
    )


def _picture(stage: Stage, performance: Performance) -> Picture | None:
    found = stage.materials.of(performance.media)
    return found if isinstance(found, Picture) else None


def _shot(stage: Stage, performance: Performance) -> Drawing:
    title, artists = french(performance.title), french(performance.artists or "Sur scène")
    picture = _picture(stage, performance)
    caption = (picture.caption if picture else None) or ""
    if picture:
        words = infield.Words(title, artists, performance.pictogram, BADGE)
        drawing = framed(picture, words, FIELD, stage.lead)
    else:
        drawing = card.draw(performance.pictogram, title, artists, FIELD, stage.lead)
    return replace(drawing, frames=stage.lead + readable(6, title, artists, caption))


def _page(stage: Stage, performance: Performance) -> Drawing:
    picture = _picture(stage, performance)
    content = page.Content(
        heading=french(performance.title),
        kicker="Sur scène",
        place=french(performance.artists or ""),
        audience="",
        text=french(performance.text or ""),
        partners="",
        symbol=performance.pictogram,
        badge=BADGE,
    )
    return page.draw(content, [picture] if picture else [], FIELD, stage.lead)
