"""The deck's slide that shows the recap film itself."""

from __future__ import annotations

from ceremonie.planning.drawing import Box, Drawing, Role
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import french
from ceremonie.planning.words import block, line
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import LABEL, STATEMENT

FIELD = Colour.INK
WIDTH, HEIGHT = 1408, 792
LEFT, TOP = 256, 160


def scenes(stage: Stage) -> tuple[Scene, ...]:
    title = "Le film des journées"
    page = Drawing(
        FIELD,
        (
            line(
                "titre", title, LEFT, 110, STATEMENT.at(72), Colour.BRIGHT, FIELD, role=Role.TITLE
            ),
            Box(name="film", x=LEFT, y=TOP, width=WIDTH, height=HEIGHT, colour=Colour.BLACK),
            block(
                "mention",
                french(stage.storyboard.title),
                LEFT,
                TOP + HEIGHT + 58,
                ladder(LABEL, (40, 1), (36, 2)),
                WIDTH,
                Colour.PAPER,
                FIELD,
                role=Role.CREDIT,
            ),
        ),
    )
    return (
        Scene(
            "film",
            "film",
            Section.FILM,
            title,
            ("titre",),
            page=page,
            notes="Baisser la lumière, puis cliquer sur l’image pour lancer le film.",
            film=True,
        ),
    )
