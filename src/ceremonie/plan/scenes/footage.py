"""A clip with its sound, in the infield of the landscape bend, its words in the lanes."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.plan.drawing import Caption, Element, Footage, Show
from ceremonie.plan.scene import Path, Scene, Stage
from ceremonie.plan.scenes import infield
from ceremonie.storyboard.model import Section
from ceremonie.theme.palette import Colour

TAIL = 12
"""Frames on the last picture before the next shot fades in."""

CAPTION_BASELINE = 722
"""Above the lanes, so that subtitles never cover a name."""


def scene(
    stage: Stage,
    clip: Clip,
    *,
    name: str,
    section: Section,
    title: str,
    path: Path,
    heading: str,
    detail: str,
    colour: Colour,
    symbol: str,
) -> Scene:
    """The clip's shot and slide. It plays from the end of the crossfade on."""
    start = stage.lead
    words = infield.Words(heading, detail, symbol, (Colour.NIGHT, Colour.SUN))
    picture = Footage(
        name="extrait",
        clip=clip,
        x=0,
        y=0,
        width=1920,
        height=infield.HEIGHT,
        start=start,
        mask=infield.MASK,
    )
    frame = infield.draw(picture, words, colour, start)
    captions: tuple[Element, ...] = tuple(
        Caption(
            name=f"sous-titre {i + 1}",
            cue=replace(cue, start=cue.start + start, stop=cue.stop + start),
            baseline=CAPTION_BASELINE,
            entrance=Show(cue.start + start),
            until=cue.stop + start,
        )
        for i, cue in enumerate(clip.subtitles)
    )
    length = start + clip.frames + TAIL
    return Scene(
        name,
        "extrait",
        section,
        title,
        path,
        shot=replace(frame, elements=(*frame.elements, *captions), frames=length),
        page=replace(frame, frames=length),
        notes="Cliquer sur l’image pour lancer l’extrait.",
        clip=clip,
        clip_start=start,
    )
