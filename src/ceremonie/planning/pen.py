"""A pen sets words in one ink on one ground: measured, broken into lines, placed on the ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Anchor, Hang, Role, Text
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.typesetting import Measure, Setting, settle
from ceremonie.planning.typography import raised
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.type import Style


@dataclass(frozen=True)
class Pen:
    """Every text that it sets enters as `entrance` says and is gone at `until`; `page` as in
    `Element`.
    """

    ink: Colour
    ground: Colour
    entrance: Entrance = AT_ONCE
    until: int | None = None
    page: int | None = None

    def line(
        self,
        name: str,
        text: str,
        at: tuple[float, float],
        style: Style,
        *,
        role: Role = Role.LABEL,
        anchor: Anchor = Anchor.START,
        angle: float = 0,
        room: Bounds | None = None,
        hang: Hang = Hang.TOP,
    ) -> Text:
        """One line, as it is, at (x, baseline): its ink begins, has its middle or ends at x."""
        words = Setting((raised(text, style.size),), style, fits=True)
        return self._text(name, words, at, role, anchor, angle=angle, room=room, hang=hang)

    def block(
        self,
        name: str,
        text: str,
        room: Bounds,
        baseline: float,
        measures: Sequence[Measure],
        *,
        role: Role = Role.LABEL,
        anchor: Anchor = Anchor.START,
        is_name: bool = False,
        hang: Hang = Hang.TOP,
    ) -> Text:
        """One or more lines at the largest measure that fits across `room`, the first on
        `baseline`; a name is parted by a hyphen only where nothing else helps.
        """
        words = settle(text, measures, room.width, is_name=is_name)
        return self.set(name, words, room, baseline, role=role, anchor=anchor, hang=hang)

    def set(
        self,
        name: str,
        words: Setting,
        room: Bounds,
        baseline: float,
        *,
        role: Role = Role.LABEL,
        anchor: Anchor = Anchor.START,
        hang: Hang = Hang.TOP,
    ) -> Text:
        """Words that were settled before, because their height decides where they go."""
        x = {Anchor.START: room.left, Anchor.MIDDLE: room.centre[0], Anchor.END: room.right}[anchor]
        return self._text(name, words, (x, baseline), role, anchor, room=room, hang=hang)

    def _text(
        self,
        name: str,
        words: Setting,
        at: tuple[float, float],
        role: Role,
        anchor: Anchor,
        *,
        angle: float = 0,
        room: Bounds | None = None,
        hang: Hang = Hang.TOP,
    ) -> Text:
        return Text(
            name=name,
            lines=words.lines,
            x=at[0],
            baseline=at[1],
            style=words.style,
            colour=self.ink,
            ground=self.ground,
            role=role,
            anchor=anchor,
            angle=angle,
            most=words.most,
            room=room,
            hang=hang,
            full=words.full or words.style,
            said=words.said,
            entrance=self.entrance,
            until=self.until,
            page=self.page,
        )


def pen_on(
    ground: Colour,
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
    page: int | None = None,
) -> Pen:
    """The pen whose ink is read on this ground."""
    return Pen(ink_on(ground), ground, entrance, until, page)
