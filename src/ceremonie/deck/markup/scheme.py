"""What the theme names: seven colours, two font families, a placeholder for each role."""

from __future__ import annotations

from typing import NamedTuple

from ceremonie.deck.markup.xml import Node, node
from ceremonie.planning.drawing import Role
from ceremonie.theme.faces import FAMILY, Family
from ceremonie.theme.palette import Colour, Palette
from ceremonie.theme.type import Style

THEME_NAME = "Le départ décalé"
LANGUAGE = "fr-FR"

SLOTS: dict[str, Colour] = {
    "dk1": Colour.INK,
    "lt1": Colour.PAPER,
    "dk2": Colour.DEEP,
    "lt2": Colour.WHITE,
    "accent1": Colour.MIDDLE,
    "accent2": Colour.BRIGHT,
    "accent3": Colour.DEEP,
    "accent4": Colour.INK,
    "accent5": Colour.PAPER,
    "accent6": Colour.BLACK,
    "hlink": Colour.DEEP,
    "folHlink": Colour.INK,
}
"""The theme's colours; the first three accents are the lanes, in their order."""

SCHEME: dict[Colour, str] = {
    Colour.INK: "tx1",
    Colour.PAPER: "bg1",
    Colour.WHITE: "bg2",
    Colour.MIDDLE: "accent1",
    Colour.BRIGHT: "accent2",
    Colour.DEEP: "accent3",
    Colour.BLACK: "accent6",
}
"""The names under which shapes call the colours, so that a changed theme changes them all."""

HEADING_FAMILY = f"{FAMILY} ExtraBold"
"""What the fonts' own name tables say (name 1): ExtraBold is a family of its own for programs
that know regular and bold only; Regular and Bold share the plain name."""

HEADING_WEIGHT = 800


def colour(value: Colour) -> Node:
    """`a:schemeClr`: the theme's name for the role, so that another theme changes it."""
    return node("a:schemeClr", val=SCHEME[value])


def fill(value: Colour | None) -> Node:
    """`a:solidFill` of the role, or `a:noFill`."""
    return node("a:noFill") if value is None else node("a:solidFill", colour(value))


def background(field: Colour) -> Node:
    """`p:bg` in one colour."""
    return node("p:bg", node("p:bgPr", fill(field), node("a:effectLst")))


def latin(weight: int) -> Node:
    """Headings are ExtraBold, the theme's major font; the rest is the minor one."""
    return node("a:latin", typeface="+mj-lt" if weight >= HEADING_WEIGHT else "+mn-lt")


def typefaces(weight: int, fallback: str = "") -> tuple[Node, ...]:
    """Which fonts draw a run: the theme's, or for letters that it lacks a family of ours by name;
    `cs` is what programs take for Arabic and Hebrew.
    """
    if not fallback:
        return (latin(weight),)
    name = family(weight, fallback)
    return node("a:latin", typeface=name), node("a:cs", typeface=name)


def family(weight: int, plain: str) -> str:
    """What programs that know regular and bold only call a family of this weight."""
    return f"{plain} ExtraBold" if weight >= HEADING_WEIGHT else plain


def bold(style: Style) -> bool:
    """600 is set in Bold: a third family would not survive a machine without our fonts. Headings
    have a family of their own, or the bold of a user's that goes no further.
    """
    if style.weight < HEADING_WEIGHT:
        return style.weight >= 600
    own = style.family.file(style.weight)
    return own is not None and own.bold


def colour_scheme(palette: Palette) -> Node:
    """`a:clrScheme` of a palette: the theme's twelve colours."""
    slots = [
        node(f"a:{slot}", node("a:srgbClr", val=palette.hex(value)))
        for slot, value in SLOTS.items()
    ]
    return node("a:clrScheme", *slots, name=THEME_NAME)


def font_scheme(family: Family) -> Node:
    """`panose` asks for a sans serif of the same weight where the font is missing."""
    heading, plain = family.file(HEADING_WEIGHT), family.file(400)
    return node(
        "a:fontScheme",
        _font(
            "a:majorFont", heading.typeface if heading else HEADING_FAMILY, "020B0704020202020204"
        ),
        _font("a:minorFont", plain.typeface if plain else FAMILY, "020B0604020202020204"),
        name=THEME_NAME,
    )


def _font(tag: str, family: str, panose: str) -> Node:
    return node(
        tag,
        node("a:latin", typeface=family, panose=panose),
        node("a:ea", typeface=""),
        node("a:cs", typeface=""),
    )


class Slot(NamedTuple):
    """A placeholder: its number (`idx`) never changes, so that slides find it on any layout."""

    number: int
    kind: str
    prompt: str


PLACEHOLDERS: dict[Role, Slot] = {
    Role.TITLE: Slot(0, "title", "Titre"),
    Role.SUBTITLE: Slot(10, "body", "Sous-titre"),
    Role.KICKER: Slot(20, "body", "Surtitre"),
    Role.BODY: Slot(30, "body", "Texte"),
    Role.PLACE: Slot(40, "body", "Lieu"),
    Role.NAME: Slot(50, "body", "Nom"),
    Role.FIGURE: Slot(60, "body", "Chiffre"),
    Role.CREDIT: Slot(70, "body", "Mention"),
}
"""Labels and decorations are free text boxes."""

REPEATS = 10
"""A role may stand this many times on a layout; the n-th adds n to its index."""


def slot(role: Role, nth: int) -> Slot | None:
    """The placeholder of the nth text (from 0) of a role, None where it is a free text box."""
    first = PLACEHOLDERS.get(role)
    if first is None or nth >= (1 if role is Role.TITLE else REPEATS):
        return None
    return Slot(
        first.number + nth, first.kind, f"{first.prompt} {nth + 1}" if nth else first.prompt
    )
