"""Compositions at their door: drawn in any shape, with words of any length."""

from __future__ import annotations

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.staging import Staging

PROSE = (
    "La pratique sportive, ouverte à toutes et à tous, crée des liens durables entre les "
    "générations, brise les barrières et fait grandir le respect de chacun. "
) * 5


def prose(signs: int) -> str:
    """French words, `signs` of them at most, that end with a stop."""
    return PROSE[: signs - 1].rsplit(" ", 1)[0].rstrip(" ,.") + "."


def composed(content: Content, shape: Shape) -> Drawing:
    return compose(content, Staging(FORMATS[shape], lead=12))


def words(drawing: Drawing, name: str) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text) and e.name == name]
