"""An athlete: the track draws the person with the bib, her facts run in the lanes."""

from __future__ import annotations

from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.drawing import Anchor, Box, Disc, Drawing, Element, Photo, Role
from ceremonie.planning.lanes import Person, lane_baseline, lane_measures, person
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes.workshop import captions_of
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.planning.words import line, placed, setting
from ceremonie.storyboard.model import Athlete
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import MARGIN_X
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import circle
from ceremonie.theme.type import CARD_TITLE, LABEL, SMALL, Style
from ceremonie.theme.typeface import width

FIELD = Colour.INK
PERSON = Person(
    1412, 440, 168, (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE), Colour.MIDDLE, Colour.BRIGHT
)
BIB = (400, 280)
BIB_TOP = 600
TEXT_END = PERSON.centre - PERSON.radius - PERSON.foot
NUMBER = Style(250, 800, 1.0)


def scenes(stage: Stage) -> tuple[Scene, ...]:
    return tuple(_scene(stage, i, a) for i, a in enumerate(stage.storyboard.athletes))


def _scene(stage: Stage, index: int, athlete: Athlete) -> Scene:
    drawing = _draw(stage, athlete)
    portrait = stage.materials.of(athlete.photo)
    return Scene(
        f"athlete-{index + 1}",
        "athlete",
        Section.ATHLETES,
        f"Rencontre{HARD}{index + 1}, {french(athlete.name)}",
        ("athletes", index),
        shot=drawing,
        page=drawing,
        notes=_notes(athlete, captions_of([portrait] if isinstance(portrait, Picture) else [])),
    )


def _notes(athlete: Athlete, caption: str) -> str:
    facts = sentence(athlete.name, athlete.sport, athlete.club, athlete.record)
    told = "Texte d'illustration." if athlete.illustrative else ""
    return french("\n".join(x for x in (facts + ".", caption, told, athlete.notes) if x))


def _draw(stage: Stage, athlete: Athlete) -> Drawing:
    start = stage.lead
    portrait = stage.materials.of(athlete.photo)
    head = _portrait(portrait, start) if isinstance(portrait, Picture) else None
    elements: list[Element] = [
        *person(PERSON, start, head),
        *_bib(athlete.number, start + motion.LANE),
        *_heading(athlete, start),
        *_facts(athlete, start + motion.LANE),
    ]
    texts = (athlete.name, athlete.sport, athlete.club or "", athlete.record or "")
    return Drawing(FIELD, tuple(elements), start + readable(8, *texts))


def _portrait(picture: Picture, start: int) -> Element:
    """The photo in the disc of the head."""
    x, y, radius = PERSON.centre, PERSON.head_y, PERSON.head_radius
    return Photo(
        name="tête",
        picture=picture,
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
        mask=circle((x, y), radius).line(0),
        entrance=motion.drop(start + motion.LANE),
    )


def _bib(number: str | None, start: int) -> list[Element]:
    if not number:
        return []
    x, (wide, high) = PERSON.centre, BIB
    style = next(
        (NUMBER.at(s) for s in (250, 200, 160, 120) if width(number, NUMBER.at(s)) <= wide - 90),
        NUMBER.at(96),
    )
    there = motion.rise(start, 40)
    pins = [
        Disc(
            name=f"épingle {i + 1}",
            x=x + dx,
            y=BIB_TOP + dy,
            radius=8,
            colour=Colour.INK,
            entrance=motion.appear(start + motion.TEXT),
        )
        for i, (dx, dy) in enumerate(
            (sx, sy) for sx in (26 - wide / 2, wide / 2 - 26) for sy in (26, high - 26)
        )
    ]
    return [
        Box(
            name="dossard",
            x=x - wide / 2,
            y=BIB_TOP,
            width=wide,
            height=high,
            colour=Colour.PAPER,
            entrance=there,
        ),
        line(
            "numéro du dossard",
            number,
            x,
            BIB_TOP + high / 2 + style.size * 0.328,
            style,
            Colour.INK,
            Colour.PAPER,
            role=Role.LABEL,
            anchor=Anchor.MIDDLE,
            entrance=motion.rise(start + 4, 40),
        ),
        *pins,
    ]


def _heading(athlete: Athlete, start: int) -> list[Element]:
    texts: list[Element] = [
        line(
            "surtitre",
            "Rencontre",
            MARGIN_X,
            112,
            LABEL,
            Colour.BRIGHT,
            FIELD,
            role=Role.KICKER,
            entrance=motion.text(start),
        )
    ]
    if athlete.illustrative:
        texts.append(
            line(
                "illustration",
                "(illustration)",
                MARGIN_X + width("Rencontre", LABEL) + 20,
                112,
                SMALL,
                Colour.PAPER,
                FIELD,
                role=Role.CREDIT,
                entrance=motion.text(start),
            )
        )
    name = setting(
        french(athlete.name),
        ladder(CARD_TITLE, (190, 2), (160, 2), (136, 3), (112, 3), (92, 4)),
        TEXT_END - MARGIN_X + 60,
        is_name=True,
    )
    texts.append(
        placed(
            "nom",
            name,
            MARGIN_X,
            148 + name.style.size * 0.8,
            Colour.PAPER,
            FIELD,
            role=Role.TITLE,
            entrance=motion.text(start + motion.BEAT),
        )
    )
    return texts


def _facts(athlete: Athlete, start: int) -> list[Element]:
    facts = (athlete.sport, athlete.club, athlete.record)
    grounds = (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE)
    texts: list[Element] = []
    for k, (fact, ground) in enumerate(zip(facts, grounds, strict=True)):
        if fact:
            words = setting(french(fact), lane_measures(LABEL), TEXT_END - MARGIN_X)
            texts.append(
                placed(
                    f"couloir, texte {k + 1}",
                    words,
                    MARGIN_X,
                    lane_baseline(words, k),
                    Colour.INK,
                    ground,
                    role=Role.BODY,
                    entrance=motion.text(start, k),
                )
            )
    return texts
