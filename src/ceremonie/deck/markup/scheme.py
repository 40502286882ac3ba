"""What the theme names: seven colours, two font families."""

from __future__ import annotations

from ceremonie.deck.markup.xml import Node, node
from ceremonie.planning.reserve import BOLD_FROM
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

HEADING_WEIGHT = 800
"""From here on texts are headings: they are set in the theme's major font."""


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
    """Headings are in the theme's major font, the rest in the minor one."""
    return node("a:latin", typeface="+mj-lt" if weight >= HEADING_WEIGHT else "+mn-lt")


def named(family: str) -> tuple[Node, ...]:
    """A family of ours by name, for letters that the theme lacks; `cs` is what programs take for
    Arabic and Hebrew.
    """
    return node("a:latin", typeface=family), node("a:cs", typeface=family)


def bold(style: Style) -> bool:
    """A third weight would not survive a machine without our fonts."""
    return style.weight >= BOLD_FROM


def colour_scheme(palette: Palette) -> Node:
    """`a:clrScheme` of a palette: the theme's twelve colours."""
    slots = [
        node(f"a:{slot}", node("a:srgbClr", val=palette.hex(value)))
        for slot, value in SLOTS.items()
    ]
    return node("a:clrScheme", *slots, name=THEME_NAME)


def font_scheme(family: Family) -> Node:
    """The plain family for headings too, which are bold: so they stay bold in whatever replaces it.
    `panose` asks for a sans serif where the font is missing.
    """
    plain = family.file(400)
    typeface = plain.typeface if plain else FAMILY
    return node(
        "a:fontScheme",
        _font("a:majorFont", typeface),
        _font("a:minorFont", typeface),
        name=THEME_NAME,
    )


def _font(tag: str, family: str) -> Node:
    return node(
        tag,
        node("a:latin", typeface=family, panose="020B0604020202020204"),
        node("a:ea", typeface=""),
        node("a:cs", typeface=""),
    )
