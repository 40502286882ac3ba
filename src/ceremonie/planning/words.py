"""Texts as elements: measured, broken into lines, placed on the ink."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.planning.drawing import AT_ONCE, Anchor, Entrance, Role, Text
from ceremonie.planning.typesetting import Measure, Setting, settle
from ceremonie.planning.typography import raised
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style


def line(
    name: str,
    text: str,
    x: float,
    baseline: float,
    style: Style,
    colour: Colour,
    ground: Colour,
    *,
    role: Role = Role.LABEL,
    anchor: Anchor = Anchor.START,
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
) -> Text:
    """One line, as it is."""
    return Text(
        name=name,
        lines=(raised(text, style.size),),
        x=x,
        baseline=baseline,
        style=style,
        colour=colour,
        ground=ground,
        role=role,
        anchor=anchor,
        entrance=entrance,
        until=until,
    )


def block(
    name: str,
    text: str,
    x: float,
    baseline: float,
    measures: Sequence[Measure],
    room: float,
    colour: Colour,
    ground: Colour,
    *,
    role: Role = Role.LABEL,
    anchor: Anchor = Anchor.START,
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
) -> Text:
    """A text of one or more lines at the largest measure that fits; the first on `baseline`."""
    return placed(
        name,
        setting(text, measures, room),
        x,
        baseline,
        colour,
        ground,
        role=role,
        anchor=anchor,
        entrance=entrance,
        until=until,
    )


def setting(
    text: str, measures: Sequence[Measure], room: float, *, is_name: bool = False
) -> Setting:
    """The text at the largest measure that fits, else smaller, down to the floor; a name is parted
    by a hyphen only where nothing else helps.
    """
    return settle(text, measures, room, is_name=is_name)


def placed(
    name: str,
    words: Setting,
    x: float,
    baseline: float,
    colour: Colour,
    ground: Colour,
    *,
    role: Role = Role.LABEL,
    anchor: Anchor = Anchor.START,
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
) -> Text:
    """A text that was set before, because its height decides where it goes."""
    return Text(
        name=name,
        lines=words.lines,
        x=x,
        baseline=baseline,
        style=words.style,
        colour=colour,
        ground=ground,
        role=role,
        anchor=anchor,
        entrance=entrance,
        until=until,
        most=words.most,
    )
