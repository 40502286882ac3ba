"""Logos that are lost on the ground on which they will stand: white on cream, black on black."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.material import Materials, Picture
from ceremonie.messages import problem
from ceremonie.planning import colours
from ceremonie.planning.moment import Path
from ceremonie.planning.scenes import partners, title
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.palette import RGB, Colour, difference

DISTINCT = 20.0
"""ΔE*ab from its ground that a colour needs to be seen from the last row: cream is 12 from white,
pale yellow 30.
"""

LOST = 0.9
"""Part of a logo so near to its ground that the rest of it says nothing."""

_DARK = {Colour.DEEP, Colour.INK, Colour.BLACK}


def lost(storyboard: Storyboard, materials: Materials) -> Iterator[Diagnostic]:
    """At each transparent logo of which next to nothing will be seen."""
    palette = colours.palette(storyboard.theme.colours)
    for path, logo, ground in _placed(storyboard):
        material = materials.of(logo)
        if isinstance(material, Picture) and _lost_part(material, palette.rgb(ground)) >= LOST:
            dark = ground in _DARK
            yield problem(
                "logo-invisible",
                path=(*path, "fichier"),
                severity=Severity.WARNING,
                name=logo.file,
                ground="sombre" if dark else "clair",
                wanted="claire" if dark else "en couleurs ou foncée",
            )


def _placed(storyboard: Storyboard) -> Iterator[tuple[Path, Media, Colour]]:
    if logo := storyboard.theme.logo:
        yield ("theme", "logo"), logo, title.FIELD
    for index, partner in enumerate(storyboard.partners):
        if partner.logo:
            yield ("partenaires", index, "logo"), partner.logo, partners.FIELD


def _lost_part(picture: Picture, ground: RGB) -> float:
    return sum(
        part
        for red, green, blue, part in picture.swatches
        if difference((red, green, blue), ground) < DISTINCT
    )
