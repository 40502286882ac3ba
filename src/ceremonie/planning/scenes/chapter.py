"""A day opens: its number, and the other days waiting on their lanes at equal distance."""

from __future__ import annotations

import math

from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Role, Stroke, Text
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import HARD, french, weekday
from ceremonie.planning.words import block, line
from ceremonie.storyboard.model import EventDay
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import BAR, MARGIN_X, RIGHT, line_width
from ceremonie.theme.palette import Colour, day_colour, ink_on
from ceremonie.theme.track import Bend, Track, circle
from ceremonie.theme.type import CARD_TITLE, CHAPTER, DATE, NAME, Style
from ceremonie.theme.typeface import width

CENTRE = (1430.0, 2620.0)
RADII = (1960, 1700)
PITCH = 260
FINISH = -60
FIRST_START = -97
"""Degrees: the lanes finish together at -60, out of the frame; the outer one starts at -97."""


def scene(stage: Stage, index: int) -> Scene:
    day = stage.storyboard.days[index]
    drawing = _draw(stage, index)
    return Scene(
        f"jour-{index + 1}",
        "chapitre",
        Section.DAYS,
        french(f"Jour {index + 1}, {weekday(day.date)}"),
        ("jours", index),
        shot=drawing,
        page=drawing,
        notes=_notes(day),
    )


def _notes(day: EventDay) -> str:
    titles = "\n".join(f"– {w.title}, {w.town}" for w in day.workshops)
    head = f"{weekday(day.date)} : {day.title or 'les ateliers du jour'}"
    return french("\n".join(x for x in (head, titles, day.notes) if x))


def _draw(stage: Stage, index: int) -> Drawing:
    day, start = stage.storyboard.days[index], stage.lead
    field = day_colour(index)
    ink = ink_on(field)
    elements: list[Element] = [
        _numeral(str(index + 1), ink, field),
        *_other_days(index, len(stage.storyboard.days), start),
        line(
            "jour",
            f"Jour{HARD}{index + 1}",
            MARGIN_X,
            318,
            CHAPTER,
            ink,
            field,
            role=Role.TITLE,
            entrance=motion.text(start),
        ),
        line(
            "date",
            weekday(day.date),
            MARGIN_X,
            446,
            DATE,
            ink,
            field,
            role=Role.SUBTITLE,
            entrance=motion.text(start, 1),
        ),
    ]
    if day.title:
        elements.append(
            block(
                "thème",
                french(day.title),
                MARGIN_X,
                566,
                ladder(NAME, (60, 2), (52, 2)),
                860,
                ink,
                field,
                role=Role.BODY,
                entrance=motion.text(start, 2),
            )
        )
    return Drawing(field, tuple(elements), start + readable(3.5, day.title or ""))


def _numeral(digits: str, ink: Colour, field: Colour) -> Text:
    size, baseline = (1780, 1128) if digits == "1" else (1500, 944)
    style = Style(size, 800, 1.0)
    return Text(
        name="grand chiffre",
        lines=(digits,),
        x=RIGHT - width(digits, style),
        baseline=baseline,
        style=style,
        colour=ink,
        ground=field,
        role=Role.DECORATION,
    )


def _other_days(index: int, days: int, start: int) -> list[Element]:
    others = [(index + step) % days for step in (1, 2)][: max(0, days - 1)]
    distance = math.radians(FINISH - FIRST_START) * (RADII[0] - PITCH / 2)
    shapes: list[Element] = []
    for lane, other in enumerate(others):
        radius = RADII[lane]
        colour = day_colour(other)
        angle = FINISH - math.degrees(distance / (radius - PITCH / 2))
        shapes += _lane(lane, radius, colour, angle, start)
        shapes.append(_lane_number(lane, other, radius, colour, angle, start))
    return shapes


def _lane(lane: int, radius: float, colour: Colour, angle: float, start: int) -> list[Stroke]:
    middle = radius - PITCH / 2
    line_px = line_width(PITCH)
    return [
        Stroke(
            name=f"couloir {lane + 1}",
            course=_arc(middle).line(0),
            width=PITCH,
            colour=colour,
            entrance=motion.lane(start, lane),
        ),
        Stroke(
            name=f"ligne {lane + 1}",
            course=_arc(radius).line(0),
            width=line_px,
            colour=Colour.PAPER,
            entrance=motion.lane(start, lane),
        ),
        Stroke(
            name=f"départ {lane + 1}",
            course=_arc(middle, angle - math.degrees(BAR / 2 / middle), BAR / middle).line(0),
            width=PITCH,
            colour=Colour.PAPER,
            entrance=motion.bar(start + motion.BEAT, lane),
        ),
    ]


def _arc(radius: float, start: float = -160, turn: float | None = None) -> Track:
    """The visible part of a circle about the centre of the lanes, clockwise."""
    first = circle(CENTRE, radius, start)
    angle = 140 if turn is None else math.degrees(turn)
    return Track(first.start, first.heading, (Bend(radius, angle),))


def _lane_number(
    lane: int, day: int, radius: float, colour: Colour, angle: float, start: int
) -> Text:
    style = CARD_TITLE
    turned = angle + 3.6
    middle = radius - (196 if lane == 0 else 172)
    x = CENTRE[0] + middle * math.cos(math.radians(turned))
    y = CENTRE[1] + middle * math.sin(math.radians(turned))
    digit = str(day + 1)
    half = width(digit, style) / 2
    return Text(
        name=f"jour suivant {lane + 1}",
        lines=(digit,),
        x=x - half * math.cos(math.radians(turned + 90)),
        baseline=y - half * math.sin(math.radians(turned + 90)),
        style=style,
        colour=ink_on(colour),
        ground=colour,
        role=Role.DECORATION,
        angle=turned + 90,
        entrance=motion.appear(start + motion.LANE),
    )
