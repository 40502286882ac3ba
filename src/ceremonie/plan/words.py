"""Texts as elements: measured, broken into lines, placed on the ink."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.plan.drawing import AT_ONCE, Anchor, Entrance, Role, Text
from ceremonie.plan.typesetting import Measure, Setting, fit
from ceremonie.plan.typography import raised
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style

RAISED_FROM = 60
"""Ordinals are raised from this size up; the raised letter stays above the floor of 36 px."""


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
        lines=(raised(text) if style.size >= RAISED_FROM else text,),
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
    )


def setting(text: str, measures: Sequence[Measure], room: float) -> Setting:
    if measures[-1].style.size >= RAISED_FROM:
        text = raised(text)
    return fit(text, measures, room)


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
        fits=words.fits,
    )
