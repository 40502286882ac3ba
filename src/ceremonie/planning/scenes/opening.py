"""The opening: the track draws the speaker, her name runs in its lanes."""

from __future__ import annotations

from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Role
from ceremonie.planning.lanes import Person, lane_baseline, lane_measures, person
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import french, sentence
from ceremonie.planning.words import block, line, placed, setting
from ceremonie.storyboard.model import Opening
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import RIGHT, column
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import LABEL, LABEL_PLAIN, NAME, SMALL, STATEMENT

X = column(5)
PERSON = Person(
    410, 368, 142, (Colour.BRIGHT, Colour.MIDDLE, Colour.BRIGHT), Colour.BRIGHT, Colour.PAPER
)


def scenes(stage: Stage) -> tuple[Scene, ...]:
    opening = stage.storyboard.opening
    if opening is None:
        return ()
    drawing = _draw(opening, stage.lead)
    return (
        Scene(
            "ouverture",
            "ouverture",
            Section.OPENING,
            "Ouverture",
            ("ouverture",),
            shot=drawing,
            page=drawing,
            notes=_notes(opening),
        ),
    )


def _notes(opening: Opening) -> str:
    who = sentence(opening.speaker, opening.position)
    points = "\n".join(f"– {point}" for point in opening.points)
    return french("\n".join(x for x in (who, points, opening.notes) if x))


def _draw(opening: Opening, start: int) -> Drawing:
    message = setting(
        french(opening.message), ladder(STATEMENT, (88, 4), (80, 5), (72, 5), (64, 6)), RIGHT - X
    )
    foot = 226 + message.height
    texts = [
        line(
            "surtitre",
            "Ouverture",
            X,
            112,
            LABEL,
            Colour.BRIGHT,
            Colour.DEEP,
            role=Role.KICKER,
            entrance=motion.text(start),
        ),
        placed(
            "message",
            message,
            X,
            226,
            Colour.PAPER,
            Colour.DEEP,
            role=Role.BODY,
            entrance=motion.text(start + motion.BEAT),
        ),
    ]
    if opening.mention:
        texts.append(
            block(
                "mention",
                french(opening.mention),
                X,
                min(foot + 96, 712),
                ladder(SMALL, (40, 1), (36, 1)),
                RIGHT - X,
                Colour.PAPER,
                Colour.DEEP,
                role=Role.CREDIT,
                entrance=motion.text(start + motion.BEAT, 2),
            )
        )
    lanes = [
        (opening.speaker, NAME, 0, Colour.BRIGHT),
        (opening.position, LABEL_PLAIN, 1, Colour.MIDDLE),
    ]
    for text, style, lane, ground in lanes:
        if text:
            words = setting(french(text), lane_measures(style), RIGHT - X, is_name=lane == 0)
            texts.append(
                placed(
                    f"nom {lane + 1}",
                    words,
                    X,
                    lane_baseline(words, lane),
                    Colour.INK,
                    ground,
                    role=Role.NAME,
                    entrance=motion.text(start + motion.LANE, lane),
                )
            )
    length = readable(9, opening.message, opening.speaker or "", opening.position or "")
    return Drawing(Colour.DEEP, (*person(PERSON, start), *texts), start + length)
