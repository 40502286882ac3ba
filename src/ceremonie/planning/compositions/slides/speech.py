"""The opening word on a slide: the speaker stands on lanes in which name and function run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import signed
from ceremonie.planning.compositions.person import with_head
from ceremonie.planning.compositions.speech import FIELD, LANES
from ceremonie.planning.content import Speech
from ceremonie.planning.drawing import Drawing, Hang, Role, Text
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.silhouette import Silhouette, person
from ceremonie.planning.slot import CLOSE, Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import FLOOR


@dataclass(frozen=True)
class _Layout:
    """The message stands beside the speaker, from `message` on; words on lanes from `left` on."""

    who: Silhouette
    left: float
    message: float
    right: float

    @property
    def line(self) -> Bounds:
        return Bounds(self.message, 58, self.right, 130)

    @property
    def kicker(self) -> Slot:
        """Beside the sign of an interpreter, whether it is there or not."""
        room = replace(self.line, right=self.right - signed.SIZE - signed.AIR)
        return Slot(room, 48, Hang.MIDDLE)

    @property
    def said(self) -> Slot:
        return Slot(Bounds(self.message, 140, self.right, 650), 80)

    def lane(self, index: int, size: float, least: float) -> Slot:
        room = self.who.lane(index, self.left, self.right).grown(-1)
        return Slot(room, size, Hang.MIDDLE, least=least)


def _speaker(centre: float, radius: float, head: float, width: float) -> Silhouette:
    return Silhouette(
        centre=centre,
        radius=radius,
        head_radius=head,
        colours=LANES,
        body=Colour.BRIGHT,
        head=Colour.PAPER,
        pitch=72,
        axis=776,
        width=width,
        shelf=118,
    )


_WIDE = _Layout(_speaker(400, 316, 130, 1920), left=96, message=800, right=1824)
_LAPTOP = _Layout(_speaker(368, 296, 124, 1728), left=88, message=740, right=1640)
_CLASSIC = _Layout(_speaker(286, 240, 108, 1440), left=72, message=580, right=1368)


def compose(content: Speech, staging: Staging) -> Drawing:
    layout = staging.by_screen(wide=_WIDE, laptop=_LAPTOP, classic=_CLASSIC)
    who, head = with_head(content.portrait, layout.who, staging.lead)
    elements = (
        *person(who, staging.lead, head),
        *signed.sign(content.signed, layout.line, staging.lead),
        *_texts(content, layout, staging),
    )
    return staging.drawing(FIELD, elements)


def _texts(content: Speech, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale = staging.scale
    pen, lane = Pen(Colour.BRIGHT, FIELD), [pen_on(colour) for colour in LANES]
    yield layout.kicker.text(pen, "surtitre", content.kicker, scale.label, role=Role.KICKER)
    message, style = content.message, scale.statement
    yield layout.said.text(pen_on(FIELD), "message", message, style, role=Role.BODY)
    rows = (
        ("nom 1", content.speaker, layout.lane(0, 60, 48), scale.name, Role.NAME),
        ("nom 2", content.position, layout.lane(1, 52, 48), scale.label_plain, Role.NAME),
        ("mention", content.mention, layout.lane(2, 40, FLOOR), scale.small, Role.CREDIT),
    )
    for index, (name, words, slot, style, role) in enumerate(rows):
        if words:
            is_name = name == "nom 1"
            close = replace(style, leading=CLOSE)
            yield slot.text(lane[index], name, words, close, role=role, is_name=is_name)
