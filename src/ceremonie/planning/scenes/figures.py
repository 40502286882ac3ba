"""Key figures, three a time: each stands on the step of its own lane."""

from __future__ import annotations

import math
from dataclasses import replace

from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Role, Text
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import excess, ladder
from ceremonie.planning.typography import french, number
from ceremonie.planning.words import block, line
from ceremonie.storyboard.model import Figure
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import MARGIN_X, RIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FIGURE, LABEL, STATEMENT, Style
from ceremonie.theme.typeface import width

PITCH = 120
STEP = 1.5 * math.pi * PITCH
"""The stagger of three quarters of a turn: 565 px."""

GROUND = 924
COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.PAPER)
FIELD = Colour.DEEP
HEAD = 240
"""The heading ends above; a figure that would rise into it is set smaller."""


def scenes(stage: Stage) -> tuple[Scene, ...]:
    figures = stage.storyboard.figures
    groups = [figures[i : i + 3] for i in range(0, len(figures), 3)]
    return tuple(_scene(stage, index, group) for index, group in enumerate(groups))


def _scene(stage: Stage, index: int, figures: tuple[Figure, ...]) -> Scene:
    drawing = _draw(figures, stage.lead)
    return Scene(
        f"chiffres-{index + 1}",
        "chiffres",
        Section.FIGURES,
        "En chiffres" if index == 0 else f"En chiffres ({index + 1})",
        ("chiffres", 3 * index),
        shot=drawing,
        page=drawing.at_rest(),
        notes=french("\n".join(_spoken(figure) for figure in figures)),
    )


def _spoken(figure: Figure) -> str:
    return " ".join(x for x in ("–", figure.above, _written(figure.value), figure.label) if x)


def _written(value: int | str) -> str:
    return number(value) if isinstance(value, int) else french(value)


def _draw(figures: tuple[Figure, ...], start: int) -> Drawing:
    track = Track((-40, GROUND), 0, (Straight(1730), Bend(240, 90), Straight(300)))
    bundle = Bundle(track, PITCH, COLOURS[::-1], -2 * PITCH, FIELD, line_px=8)
    starts = [MARGIN_X + k * STEP + 40 for k in (2, 1, 0)]
    used = range(3 - len(figures))
    steps = [b for lane, b in enumerate(bands(bundle, start, starts)) if lane not in used]
    dividers = [
        replace(stroke, course=bundle.track.line(bundle.first + i * PITCH, starts[i] - 8))
        for i, stroke in enumerate(lines(bundle, start))
        if 0 < i < 3 and i > 3 - len(figures)
    ]
    elements: list[Element] = [*steps, *dividers]
    for k, figure in enumerate(figures):
        elements += _figure(figure, k, start)
    elements.append(
        line(
            "titre",
            "En chiffres",
            MARGIN_X,
            146,
            STATEMENT,
            Colour.BRIGHT,
            FIELD,
            role=Role.TITLE,
            entrance=motion.text(start),
        )
    )
    length = readable(9, *(_spoken(f) for f in figures))
    return Drawing(FIELD, tuple(elements), start + length)


def _figure(figure: Figure, k: int, start: int) -> list[Element]:
    x, top = MARGIN_X + k * STEP, GROUND - k * PITCH
    enters = start + motion.BAR + motion.LANE // 2 + k * motion.BEAT
    style = _numeral_style(_written(figure.value), k)
    room = (RIGHT if k == 2 else x + 2 * STEP - 40) - x - 28
    texts: list[Element] = [
        *_count(figure, k, x, top - 26, style, enters),
        block(
            f"libellé {k + 1}",
            french(figure.label),
            x + 28,
            top + PITCH / 2 + 17,
            ladder(LABEL, (50, 1), (44, 1), (40, 1), (36, 1)),
            room,
            Colour.INK,
            COLOURS[k],
            role=Role.LABEL,
            entrance=motion.text(enters),
        ),
    ]
    if figure.above:
        baseline = top - 26 - style.size * 0.668 - 50
        texts.append(
            block(
                f"surtitre {k + 1}",
                french(figure.above),
                x,
                baseline,
                ladder(LABEL, (50, 1), (44, 1)),
                _column_width(k),
                Colour.PAPER,
                FIELD,
                role=Role.KICKER,
                entrance=motion.text(enters),
            )
        )
    return texts


def _column_width(k: int) -> float:
    return STEP - 24 if k < 2 else RIGHT - MARGIN_X - 2 * STEP


def _numeral_style(text: str, k: int) -> Style:
    room = _column_width(k)
    sizes = [FIGURE.at(size) for size in range(430, 120, -10)]
    return next((s for s in sizes if width(text, s) <= room), sizes[-1])


def _count(
    figure: Figure, k: int, x: float, baseline: float, style: Style, enters: int
) -> list[Text]:
    final = Text(
        name=f"chiffre {k + 1}",
        lines=(_written(figure.value),),
        x=x,
        baseline=baseline,
        style=style,
        colour=Colour.PAPER,
        ground=FIELD,
        role=Role.FIGURE,
        plain_zero=style.size >= 200,
        most=excess(_written(figure.value), style, _column_width(k)),
        entrance=motion.rise(enters),
    )
    if not isinstance(figure.value, int) or figure.value < 2:
        return [final]
    steps = motion.counted(figure.value, enters)
    passing = [
        replace(
            final,
            name=f"chiffre {k + 1}, compte {i + 1}",
            lines=(number(value),),
            entrance=motion.appear(frame),
            until=steps[i + 1][0],
        )
        for i, (frame, value) in enumerate(steps[:-1])
    ]
    return [*passing, replace(final, entrance=motion.appear(steps[-1][0]))]
