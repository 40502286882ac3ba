"""The end: three lanes meet and rise, they are the stem of the i; the flame is its dot."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Flame, Grow, Role, Stroke, Text
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import excess, ladder
from ceremonie.planning.typography import french
from ceremonie.planning.words import placed, setting
from ceremonie.storyboard.model import Closing, CreditBlock
from ceremonie.storyboard.programme import Section
from ceremonie.theme.faces import CAP_HEIGHT, X_HEIGHT
from ceremonie.theme.grid import MARGIN_X, RIGHT, column
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import SMALL, STATEMENT, WORD_GIANT, Style
from ceremonie.theme.typeface import width

FIELD = Colour.INK
BASELINE = 596
PITCH = 36
BEND = 96
GROUND = BASELINE + 122
FLAME = 57
STEM_GAP = 78
"""px from the end of the word at its largest to the middle of the three lanes."""

LEAST_GAP = 1.5 * PITCH + 16
"""However small the word, it stands clear of the lanes."""

WORD_ROOM = RIGHT - 2 * PITCH - MARGIN_X - STEM_GAP - 60
LANES = (Colour.MIDDLE, Colour.BRIGHT, Colour.DEEP)


def scenes(stage: Stage) -> tuple[Scene, ...]:
    board = stage.storyboard
    drawing = _draw(board.closing, board.credits[:3], stage.lead)
    said = ("Remerciements, puis lumière en salle.", board.closing.message, board.closing.notes)
    notes = "\n".join(x for x in said if x)
    return (
        Scene(
            "cloture",
            "cloture",
            Section.CLOSING,
            french(board.closing.title),
            ("cloture",),
            shot=drawing,
            page=drawing,
            notes=french(notes),
        ),
    )


def _draw(closing: Closing, blocks: Sequence[CreditBlock], start: int) -> Drawing:
    title = french(closing.title)
    ends_in_stem = title.endswith("i") and len(title) > 1
    word = title[:-1] if ends_in_stem else title
    style = _word_style(word)
    gap = max(LEAST_GAP, STEM_GAP * style.size / WORD_GIANT.size)
    stem = MARGIN_X + width(word, style) + gap
    top = BASELINE - (X_HEIGHT if ends_in_stem else CAP_HEIGHT) * style.size
    elements: list[Element] = [
        *_lanes(stem, top, start),
        Text(
            name="titre",
            lines=(word,),
            x=MARGIN_X,
            baseline=BASELINE,
            style=style,
            colour=Colour.PAPER,
            ground=FIELD,
            role=Role.TITLE,
            entrance=motion.text(start),
            most=excess(word, style, WORD_ROOM),
        ),
        Flame(
            name="flamme", x=stem, y=top - 28 - FLAME, radius=FLAME, entrance=Grow(start + 60, 10)
        ),
    ]
    if closing.message:
        elements.append(_message(french(closing.message), stem, start))
    else:
        elements += _blocks(blocks, stem, start)
    return Drawing(FIELD, tuple(elements), start + readable(9, closing.message or ""))


def _word_style(word: str) -> Style:
    sizes = [WORD_GIANT.at(s) for s in range(640, 70, -20)]
    return next((s for s in sizes if width(word, s) <= WORD_ROOM), sizes[-1])


def _lanes(stem: float, top: float, start: int) -> list[Element]:
    """Two lanes come from the sides and turn up beside the one that rises straight."""
    side, height = PITCH + BEND, GROUND - BEND - top
    tracks = (
        Track((-40, GROUND), 0, (Straight(stem - side + 40), Bend(BEND, -90), Straight(height))),
        Track((stem, 1130), -90, (Straight(1130 - top),)),
        Track(
            (1960, GROUND), 180, (Straight(1960 - stem - side), Bend(BEND, 90), Straight(height))
        ),
    )
    strokes: list[Element] = []
    for i, (track, colour) in enumerate(zip(tracks, LANES, strict=True)):
        entrance = motion.lane(start + motion.BEAT, i)
        strokes.append(
            Stroke(
                name=f"couloir {i + 1}",
                course=track.line(0),
                width=PITCH,
                colour=colour,
                entrance=entrance,
            )
        )
    for i, track in enumerate(tracks):
        for side in (-1, 1):
            strokes.append(
                Stroke(
                    name=f"ligne {i + 1}{'a' if side < 0 else 'b'}",
                    course=track.line(side * PITCH / 2),
                    width=4,
                    colour=Colour.PAPER,
                    entrance=motion.lane(start + motion.BEAT, i),
                )
            )
    return strokes


def _message(message: str, stem: float, start: int) -> Element:
    words = setting(
        message, ladder(STATEMENT, (72, 2), (64, 3), (56, 3)), stem - 2 * PITCH - MARGIN_X
    )
    return placed(
        "message",
        words,
        MARGIN_X,
        858,
        Colour.PAPER,
        FIELD,
        role=Role.BODY,
        entrance=motion.text(start + 2 * motion.BEAT),
    )


def _blocks(blocks: Sequence[CreditBlock], stem: float, start: int) -> list[Element]:
    shapes: list[Element] = []
    for i, block in enumerate(blocks):
        x = column(3 * i)
        room = min(column(3 * i + 3) - 24, stem - 2 * PITCH if x < stem else RIGHT) - x
        enters = motion.text(start + 2 * motion.BEAT, i)
        shapes.append(
            placed(
                f"rubrique {i + 1}",
                setting(french(block.title), ladder(SMALL, (40, 1), (36, 1)), room),
                x,
                858,
                Colour.BRIGHT,
                FIELD,
                role=Role.LABEL,
                entrance=enters,
            )
        )
        words = setting(french(block.lines[0]), ladder(SMALL, (40, 2), (36, 3)), room)
        shapes.append(
            placed(
                f"mention {i + 1}",
                words,
                x,
                918,
                Colour.PAPER,
                FIELD,
                role=Role.CREDIT,
                entrance=enters,
            )
        )
    return shapes
