"""A clip with its sound: in the landscape bend, or in the arch if it stands upright."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning.drawing import Caption, Drawing, Element, Footage, Show
from ceremonie.planning.moment import Path
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import arch, infield
from ceremonie.planning.typography import french
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline

CLICK = "Cliquer sur l’image pour lancer l’extrait."

TAIL = 12
"""Frames on the last picture before the next shot fades in."""

ABOVE_THE_LANES = 722
IN_THE_ARCH = 1000
"""Last baselines of subtitles: they never cover a name."""


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
    words = infield.Words(heading, detail, symbol, (Colour.INK, Colour.BRIGHT))
    frame = _framed(clip, words, colour, start)
    captions = _captions(clip, start)
    length = start + clip.frames + TAIL
    return Scene(
        name,
        "extrait",
        section,
        title,
        path,
        shot=replace(frame, elements=(*frame.elements, *captions), frames=length),
        page=replace(frame, frames=length),
        notes="\n".join(x for x in (CLICK, french(clip.caption or "")) if x),
        clip=clip,
        clip_start=start,
    )


def _framed(clip: Clip, words: infield.Words, field: Colour, start: int) -> Drawing:
    if clip.portrait:
        picture = _footage(clip, arch.box(), arch.mask(), start)
        return arch.draw((picture,), words, field, start)
    box = (0.0, 0.0, 1920.0, infield.HEIGHT)
    return infield.draw(_footage(clip, box, infield.MASK, start), words, field, start)


def _footage(
    clip: Clip, box: tuple[float, float, float, float], mask: Outline, start: int
) -> Footage:
    x, y, width, height = box
    return Footage(
        name="extrait", clip=clip, x=x, y=y, width=width, height=height, start=start, mask=mask
    )


def _captions(clip: Clip, start: int) -> tuple[Element, ...]:
    return tuple(
        Caption(
            name=f"sous-titre {i + 1}",
            cue=replace(cue, start=cue.start + start, stop=cue.stop + start),
            baseline=IN_THE_ARCH if clip.portrait else ABOVE_THE_LANES,
            entrance=Show(cue.start + start),
            until=cue.stop + start,
        )
        for i, cue in enumerate(clip.subtitles)
    )
