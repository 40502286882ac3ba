"""A scene of one's own: the clip that its code gave, over the whole frame."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning.drawing import Drawing, Footage
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import card
from ceremonie.planning.scenes.footage import TAIL
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.storyboard.model import CustomScene
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

FIELD = Colour.BLACK
CARD_FIELD, CARD_SYMBOL = Colour.INK, "cinema"


def scenes(stage: Stage) -> tuple[Scene, ...]:
    return tuple(_scene(stage, i, scene) for i, scene in enumerate(stage.storyboard.custom_scenes))


def _scene(stage: Stage, index: int, custom: CustomScene) -> Scene:
    found = stage.materials.of(custom)
    clip = found if isinstance(found, Clip) else None
    drawing = _played(clip, stage.lead) if clip else _card(custom, stage.lead)
    click = "Cliquer sur l'image pour lancer la scène." if clip else ""
    said = (sentence(custom.title) + ".", click, custom.notes)
    return Scene(
        f"sur-mesure-{index + 1}",
        "sur-mesure",
        Section.CUSTOM,
        f"Sur mesure{HARD}{index + 1}, {french(custom.title)}",
        ("sur_mesure", index),
        shot=drawing,
        page=drawing,
        notes=french("\n".join(x for x in said if x)),
        clip=clip,
        clip_start=stage.lead,
    )


def _played(clip: Clip, start: int) -> Drawing:
    """Nothing of ours lies over it: every pixel is its author's."""
    width, height = float(CANVAS_WIDTH), float(CANVAS_HEIGHT)
    whole = Footage(name="scène", clip=clip, x=0.0, y=0.0, width=width, height=height, start=start)
    return Drawing(FIELD, (whole,), start + clip.frames + TAIL)


def _card(custom: CustomScene, start: int) -> Drawing:
    """In a draft, where its file is not there."""
    title = french(custom.title)
    drawing = card.draw(CARD_SYMBOL, title, "Sur mesure", CARD_FIELD, start)
    return replace(drawing, frames=start + readable(6, title))
