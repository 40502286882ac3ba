"""An event's three to five colours, given to the roles of the palette by how light they are.

Every text must be read (`PAIRS`), every field be told from the next (`ALIKE`). Roles that the event
has no colour for take a tint or a shade of what it has. Where its own colours cannot do it, the
nearest ones that can are found: the same hues, some lighter or darker.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ceremonie.theme.lightness import at_luminance
from ceremonie.theme.palette import (
    HOUSE,
    MINIMUM_CONTRAST,
    RGB,
    Colour,
    Palette,
    contrast_of,
    difference,
    luminance_of,
    rgb_of,
)

LADDER = (Colour.PAPER, Colour.BRIGHT, Colour.MIDDLE, Colour.DEEP, Colour.INK)
"""The roles from the lightest to the darkest."""

PAIRS = (
    (Colour.MIDDLE, Colour.INK),
    (Colour.BRIGHT, Colour.INK),
    (Colour.PAPER, Colour.INK),
    (Colour.BRIGHT, Colour.DEEP),
    (Colour.PAPER, Colour.DEEP),
)
"""What is written on what, in either direction."""

ALIKE = 15.0
"""ΔE*ab (CIE 1976) under which two fields side by side look like one from the last row."""

LEVELS: Mapping[Colour, tuple[float, float]] = {
    Colour.PAPER: (0.90, 1.0),
    Colour.BRIGHT: (0.54, 0.58),
    Colour.MIDDLE: (0.24, 0.32),
    Colour.DEEP: (0.05, 0.075),
    Colour.INK: (0.0, 0.008),
}
"""Relative luminances at which any hues will do: each pair reaches 4.5:1, and the lightness of
neighbours alone (L* of CIELAB) differs by more than `ALIKE`.
"""

PAPER_CHROMA, INK_CHROMA = 0.03, 0.06
"""Chroma (OKLab) at the most of a paper or an ink that is made for an event: those of the house."""

SHADES = 12
"""Steps in which a colour is moved towards the luminances that will do."""

_ROLES: Mapping[int, tuple[tuple[Colour, ...], ...]] = {
    3: (LADDER[1:4], (LADDER[0], *LADDER[2:4]), (LADDER[0], LADDER[1], LADDER[3])),
    4: (LADDER[:4], LADDER[1:]),
    5: (LADDER,),
}
"""Number of colours → the roles that they may take, lightest first: three are the fields, or paper
and two fields where one is nearly white.
"""


@dataclass(frozen=True)
class Clash:
    """Two colours (RRGGBB) that cannot do what their roles ask: too little contrast for text, or
    hardly any difference.
    """

    one: str
    other: str
    contrast: float
    alike: bool


@dataclass(frozen=True)
class Unfit:
    """Why no palette can be made of an event's colours, and the nearest colours that can, in the
    order in which its own were written.
    """

    clashes: tuple[Clash, ...]
    suggestion: tuple[str, ...]


@lru_cache(maxsize=16)
def assigned(colours: tuple[str, ...]) -> Palette | Unfit:
    """The palette of three to five colours (RRGGBB, in any order)."""
    values = [rgb_of(colour) for colour in colours]
    order = sorted(range(len(values)), key=lambda i: luminance_of(values[i]), reverse=True)
    own = tuple(values[i] for i in order)
    palettes = [_filled(dict(zip(roles, own, strict=True))) for roles in _ROLES[len(own)]]
    fit = next((palette for palette in palettes if _fits(palette)), None)
    return _palette(fit) if fit else _unfit(own, order, palettes)


Roles = Mapping[Colour, RGB]


def _filled(given: dict[Colour, RGB]) -> Roles:
    """With a colour for every role: the first that fits, else the last that was tried."""
    filled = given.copy()
    for role in (Colour.DEEP, Colour.MIDDLE, Colour.BRIGHT, Colour.INK, Colour.PAPER):
        if role not in filled:
            candidates = _candidates(role, given)
            fitting = (c for c in candidates if not [*_clashes({**filled, role: c})])
            filled[role] = next(fitting, candidates[-1])
    return filled


def _candidates(role: Colour, given: dict[Colour, RGB]) -> list[RGB]:
    """A tint or a shade of the event's colours, from the nearest role on (the darker of two: it has
    more colour); then the house's own, black or white.
    """
    place, (low, high) = _step(role), LEVELS[role]
    near = sorted(given, key=lambda other: (abs(_step(other) - place), -_step(other)))
    level = {Colour.PAPER: low, Colour.INK: high}.get(role, (low + high) / 2)
    most = {Colour.PAPER: PAPER_CHROMA, Colour.INK: INK_CHROMA}.get(role, 1.0)
    tints = [at_luminance(given[other], level, most) for other in near]
    extreme = {Colour.PAPER: [(255, 255, 255)], Colour.INK: [(0, 0, 0)]}.get(role, [])
    return [*tints, HOUSE.rgb(role), *extreme]


def _step(role: Colour) -> int:
    return LADDER.index(role)


def _fits(roles: Roles) -> bool:
    return not any(_clashes(roles))


def _clashes(roles: Roles) -> Iterator[Clash]:
    """Of the roles that have a colour so far."""
    for one, other in PAIRS:
        if one in roles and other in roles:
            contrast = contrast_of(roles[one], roles[other])
            if contrast < MINIMUM_CONTRAST:
                yield Clash(_hex(roles[one]), _hex(roles[other]), contrast, alike=False)
    for one, other in combinations((role for role in LADDER if role in roles), 2):
        if difference(roles[one], roles[other]) < ALIKE:
            contrast = contrast_of(roles[one], roles[other])
            yield Clash(_hex(roles[one]), _hex(roles[other]), contrast, alike=True)


def _unfit(own: Sequence[RGB], order: Sequence[int], palettes: Sequence[Roles]) -> Unfit:
    ways = (
        (moved, tried)
        for roles, tried in zip(_ROLES[len(own)], palettes, strict=True)
        for moved in _repaired(dict(zip(roles, own, strict=True)))
    )
    nearest, tried = min(ways, key=lambda way: _distance(own, way[0]))
    suggestion = dict(zip(order, map(_hex, nearest), strict=True))
    return Unfit(tuple(_clashes(tried)), tuple(suggestion[i] for i in range(len(own))))


def _repaired(given: dict[Colour, RGB]) -> Iterator[tuple[RGB, ...]]:
    """The colours with some of them moved as little as it takes; with all of them moved as far as
    `LEVELS` say, they always fit.
    """
    for count in range(1, len(given) + 1):
        for moving in combinations(given, count):
            shades = ({**given, **_moved(given, moving, step)} for step in range(1, SHADES + 1))
            if fit := next((one for one in shades if _fits(_filled(one))), None):
                yield tuple(fit.values())


def _moved(given: Roles, moving: Sequence[Colour], step: int) -> Roles:
    return {role: _towards(given[role], LEVELS[role], step / SHADES) for role in moving}


def _towards(colour: RGB, levels: tuple[float, float], part: float) -> RGB:
    """Part of the way to the nearest of the luminances that will do, in steps even to the eye."""
    here = luminance_of(colour)
    there = min(max(here, levels[0]), levels[1])
    if here == there:
        return colour
    return at_luminance(colour, (math.cbrt(here) * (1 - part) + math.cbrt(there) * part) ** 3)


def _distance(own: Sequence[RGB], others: Sequence[RGB]) -> float:
    return sum(difference(one, other) for one, other in zip(own, others, strict=True))


def _palette(roles: Roles) -> Palette:
    return Palette(**{role.value: _hex(colour) for role, colour in roles.items()})


def _hex(colour: RGB) -> str:
    return "".join(f"{channel:02X}" for channel in colour)
