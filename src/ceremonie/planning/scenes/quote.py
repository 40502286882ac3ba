"""A testimony: two chevrons of lanes are the opening guillemet, the words are the picture."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning import motion
from ceremonie.planning.drawing import Box, Drawing, Element, Role, Text
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import footage
from ceremonie.planning.typesetting import Setting, fit, ladder
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.planning.words import placed, setting
from ceremonie.storyboard.model import Testimony
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import RIGHT, column
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import NAME, QUOTE, SMALL

ARM = 270
BEND = 96
PITCH = 60
MIDDLE = 415
X = column(3) + 60
FIELD = Colour.BRIGHT


def scenes(stage: Stage) -> tuple[Scene, ...]:
    return tuple(
        scene
        for index, testimony in enumerate(stage.storyboard.testimonies)
        for scene in _scenes(stage, index, testimony)
    )


def _scenes(stage: Stage, index: int, testimony: Testimony) -> tuple[Scene, ...]:
    drawing = _draw(testimony, stage.lead)
    path = ("temoignages", index)
    who = french(testimony.author)
    words = Scene(
        f"temoignage-{index + 1}",
        "temoignage",
        Section.TESTIMONIES,
        f"Témoignage{HARD}{index + 1}, {who}",
        path,
        shot=drawing,
        page=drawing,
        notes=french("\n".join(x for x in (_attribution(testimony), testimony.notes) if x)),
    )
    clip = stage.materials.of(testimony.clip)
    if not isinstance(clip, Clip):
        return (words,)
    return words, footage.scene(
        stage,
        clip,
        name=f"temoignage-{index + 1}-extrait",
        section=Section.TESTIMONIES,
        title=f"Témoignage{HARD}{index + 1}, l’extrait",
        path=(*path, "extrait"),
        heading=who,
        detail=french(testimony.position or ""),
        colour=FIELD,
        symbol="temoignage",
    )


def _attribution(testimony: Testimony) -> str:
    told = "Texte d'illustration." if testimony.illustrative else ""
    return " ".join(x for x in (sentence(testimony.author, testimony.position) + ".", told) if x)


def _draw(testimony: Testimony, start: int) -> Drawing:
    words = _words(french(testimony.quote) + f"{HARD}»")
    top = max(140, 196 - max(0, words.height - 4 * 130) / 2)
    elements: list[Element] = [
        *_chevron(0, -44, (Colour.MIDDLE, Colour.INK), start),
        *_chevron(1, 200, (Colour.MIDDLE, Colour.INK), start + motion.LANE_OFFSET),
        placed(
            "citation",
            words,
            X,
            top,
            Colour.INK,
            FIELD,
            role=Role.BODY,
            entrance=motion.text(start + motion.BEAT),
        ),
        *_author(testimony, start + 2 * motion.BEAT),
    ]
    return Drawing(FIELD, tuple(elements), start + motion.readable(9, testimony.quote))


def _words(quote: str) -> Setting:
    """Each sentence on a line of its own where there is room for that."""
    sizes = ladder(QUOTE, (120, 5), (104, 6), (88, 7), (80, 7))
    sentences = fit(re.sub(r"(?<=[.!?…]) (?!»)", "\n", quote), sizes[:1], RIGHT - X)
    if sentences.fits and not sentences.orphan:
        return sentences
    settings = (fit(quote, sizes[i:], RIGHT - X) for i in range(len(sizes)))
    whole = next((s for s in settings if s.fits and not s.orphan), None)
    return whole or setting(quote, sizes, RIGHT - X)


def _chevron(index: int, x: float, colours: tuple[Colour, Colour], start: int) -> list[Element]:
    """A straight, a bend of 90° to the left, a straight: it points to the left."""
    half = math.sqrt(0.5)
    centre = x + BEND * math.sqrt(2)
    enter = (centre - BEND * half, MIDDLE - BEND * half)
    begin = (enter[0] + ARM * half, enter[1] - ARM * half)
    track = Track(begin, 135, (Straight(ARM), Bend(BEND, -90), Straight(ARM)))
    bundle = Bundle(track, PITCH, colours, -PITCH, line_px=8)
    parts = (*bands(bundle, start), *lines(bundle, start))
    return [_renamed(part, index) for part in parts]


def _renamed(part: Element, index: int) -> Element:
    return replace(part, name=f"chevron {index + 1}, {part.name}")


def _author(testimony: Testimony, start: int) -> list[Element]:
    name = setting(
        french(testimony.author), ladder(NAME, (56, 1), (48, 1)), RIGHT - X - 56, is_name=True
    )
    detail = french(testimony.position or "")
    if testimony.illustrative:
        detail = f"{detail} (illustration)".strip()
    texts: list[Text] = [
        placed(
            "auteur",
            name,
            X + 56,
            930,
            Colour.INK,
            FIELD,
            role=Role.NAME,
            entrance=motion.text(start),
        )
    ]
    if detail:
        below = setting(detail, ladder(SMALL, (40, 1), (36, 1)), RIGHT - X - 56)
        texts.append(
            placed(
                "à quel titre",
                below,
                X + 56,
                984,
                Colour.INK,
                FIELD,
                role=Role.CREDIT,
                entrance=motion.text(start, 1),
            )
        )
    bar = Box(
        name="trait",
        x=X,
        y=880,
        width=24,
        height=108,
        colour=Colour.INK,
        entrance=motion.bar(start),
    )
    return [bar, *texts]
