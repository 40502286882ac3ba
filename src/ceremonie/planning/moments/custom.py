"""A scene of one's own: the clip that its code gave, over the whole frame."""

from __future__ import annotations

from ceremonie.media.material import Clip
from ceremonie.planning.content import Played
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.excerpt import TAIL
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.pictured_content import Card, Subject
from ceremonie.planning.reading import lasting, readable
from ceremonie.planning.typography import HARD, closed, french
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.stage import CustomScene

SECONDS = 6
SUBJECT = Subject("cinema", Section.CUSTOM)
"""Of the card that stands in its place in a draft, where its file is not there."""


def moments(script: Script) -> tuple[Moment, ...]:
    scenes = script.chosen(script.storyboard.custom_scenes)
    return tuple(_moment(script, index, custom) for index, custom in scenes)


def _moment(script: Script, index: int, custom: CustomScene) -> Moment:
    material = script.materials.of(custom)
    clip = material if isinstance(material, Clip) else None
    part, title = script.language.parts[Section.CUSTOM], french(custom.title)
    content = Played(clip) if clip else Card(title, part, SUBJECT)
    click = script.language.click_custom if clip else ""
    return Moment(
        id=f"sur-mesure-{index + 1}",
        kind="sur-mesure",
        section=Section.CUSTOM,
        title=f"{part}{HARD}{index + 1}, {title}",
        path=("sur_mesure", index),
        screen=content,
        slide=content,
        length=lasting(clip.frames + TAIL) if clip else readable(SECONDS, title),
        notes=Notes(
            say=(closed(custom.title),),
            do=items(click),
            know=items(custom.notes),
            playing=clip.frames if clip else 0,
        ),
        clip=clip,
    )
