"""Partners by rank: three lanes, the first rank starts farthest ahead, cells share the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Fit, Photo, Role, Stroke
from ceremonie.planning.lanes import Bundle, lines
from ceremonie.planning.reading import skimmed
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import Measure, fit, ladder
from ceremonie.planning.typography import french, in_words
from ceremonie.planning.words import block, placed, setting
from ceremonie.storyboard.model import Partner
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import BAR, MARGIN_X, RIGHT
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR, LOWER_THIRD, Style

PITCH = 216
TOP = 264
STAGGER = math.pi / 2 * PITCH
STARTS = (MARGIN_X + 2 * STAGGER, MARGIN_X + STAGGER, float(MARGIN_X))
SIZES = (92, 64, 52)
"""Largest size of a name in each rank, px."""

FIELD = Colour.PAPER
LEGIBLE = 44
"""A name is set smaller, px, only where a wall of its own would not help it."""


def scenes(stage: Stage) -> tuple[Scene, ...]:
    partners = stage.storyboard.partners
    ranks = [[p for p in partners if p.rank == rank] for rank in (1, 2, 3)]
    walls = _walls(ranks)
    total = len(partners)
    return tuple(
        _scene(stage, wall, [_share(r, wall, walls) for r in ranks], total) for wall in range(walls)
    )


def _walls(ranks: Sequence[Sequence[Partner]]) -> int:
    """As few as let every name be read from the last row."""
    most = max((len(rank) for rank in ranks), default=0)
    return next((n for n in range(1, most) if _legible(ranks, n)), most)


def _legible(ranks: Sequence[Sequence[Partner]], walls: int) -> bool:
    shares = [(k, _share(r, n, walls)) for k, r in enumerate(ranks) for n in range(walls)]
    sizes = [
        _common_size([french(p.name) for p in share if not p.logo], k, _cell(k, share) - 48)
        for k, share in shares
        if share
    ]
    return min(sizes, default=LEGIBLE) >= LEGIBLE


def _cell(k: int, rank: Sequence[Partner]) -> float:
    """Width of a cell: the lane from its start on, shared equally."""
    return ((RIGHT if k < 2 else 1760) - STARTS[k]) / len(rank)


def _share(rank: Sequence[Partner], wall: int, walls: int) -> Sequence[Partner]:
    """The partners of a rank are spread evenly over the walls."""
    size = math.ceil(len(rank) / walls)
    return rank[wall * size : (wall + 1) * size]


def _scene(stage: Stage, wall: int, ranks: Sequence[Sequence[Partner]], total: int) -> Scene:
    drawing = _draw(stage, ranks, total)
    said = "\n".join(f"– {p.name}" for rank in ranks for p in rank)
    return Scene(
        f"partenaires-{wall + 1}",
        "partenaires",
        Section.PARTNERS,
        "Nos partenaires" if wall == 0 else f"Nos partenaires ({wall + 1})",
        ("partenaires",),
        shot=drawing,
        page=drawing,
        notes=french(f"Remercier les partenaires :\n{said}"),
    )


def _draw(stage: Stage, ranks: Sequence[Sequence[Partner]], total: int) -> Drawing:
    start = stage.lead
    track = Track((-40, TOP + 3 * PITCH), 0, (Straight(1740), Bend(120, 90), Straight(600)))
    bundle = Bundle(track, PITCH, (None, None, None), -3 * PITCH, Colour.INK, line_px=6)
    elements: list[Element] = [*_starts(start), *lines(bundle, start)]
    for k, rank in enumerate(ranks):
        elements += _cells(stage, k, rank, start + motion.LANE // 2 + k * 6)
    heading = f"Avec nos {in_words(total)} partenaires" if total > 1 else "Avec notre partenaire"
    elements.append(
        block(
            "titre",
            heading,
            MARGIN_X,
            168,
            ladder(LOWER_THIRD, (104, 1), (88, 1)),
            1728,
            Colour.INK,
            FIELD,
            role=Role.TITLE,
            entrance=motion.text(start),
        )
    )
    names = [p.name for rank in ranks for p in rank]
    return Drawing(FIELD, tuple(elements), start + skimmed(8, *names))


def _starts(start: int) -> list[Element]:
    shapes: list[Element] = []
    for k, (x, colour) in enumerate(zip(STARTS, LANE_COLOURS, strict=True)):
        y = TOP + (k + 0.5) * PITCH
        shapes += [
            Stroke(
                name=f"couloir {k + 1}",
                course=((-10.0, y), (x, y)),
                width=PITCH,
                colour=colour,
                entrance=motion.lane(start, k),
            ),
            Stroke(
                name=f"départ {k + 1}",
                course=((x - BAR, y), (x, y)),
                width=PITCH,
                colour=Colour.INK,
                entrance=motion.bar(start + motion.LANE, k),
            ),
        ]
    return shapes


def _cells(stage: Stage, k: int, rank: Sequence[Partner], start: int) -> list[Element]:
    if not rank:
        return []
    left, cell = STARTS[k], _cell(k, rank)
    y = TOP + k * PITCH
    shapes: list[Element] = []
    size = _common_size([french(p.name) for p in rank if not p.logo], k, cell - 48) or FLOOR
    for i, partner in enumerate(rank):
        x = left + i * cell
        if i:
            shapes.append(
                Box(
                    name=f"séparation {k + 1}.{i}",
                    x=x - 2,
                    y=y + 36,
                    width=4,
                    height=PITCH - 72,
                    colour=Colour.INK,
                    entrance=motion.appear(start),
                )
            )
        shapes.append(_mark(stage, partner, (k, i), (x + 24, y, cell - 48), size, start + 3 * i))
    return shapes


def _measures(k: int) -> Sequence[tuple[float, int]]:
    return [(s, lines) for s in range(SIZES[k], 34, -4) for lines in (1, 2, 3)]


def _common_size(names: Sequence[str], k: int, room: float) -> float:
    """Names of one rank stand in one size, the largest that suits them all."""
    settings = [fit(name, _ladder(SIZES[k], k), room) for name in names]
    return min((s.style.size if s.fits else 0 for s in settings), default=SIZES[k])


def _ladder(largest: float, k: int) -> tuple[Measure, ...]:
    style = Style(SIZES[k], 800, 1.06)
    steps = [(s, n) for s, n in _measures(k) if s <= largest and s * 1.06 * n <= PITCH - 40]
    return ladder(style, *steps)


def _mark(
    stage: Stage,
    partner: Partner,
    cell: tuple[int, int],
    box: tuple[float, float, float],
    size: float,
    start: int,
) -> Element:
    """The partner's logo, or the name set as a wordmark."""
    (k, i), (x, y, room) = cell, box
    logo = stage.materials.of(partner.logo)
    if isinstance(logo, Picture):
        return Photo(
            name=f"logo {k + 1}.{i + 1}",
            picture=replace(logo, alternative=logo.alternative or partner.name),
            x=x,
            y=y + 36,
            width=room,
            height=PITCH - 72,
            fit=Fit.CONTAIN,
            entrance=motion.rise(start, 24),
        )
    words = setting(french(partner.name), _ladder(size, k), room, is_name=True)
    first = y + PITCH / 2 + words.style.size * 0.34 - words.height / 2
    return placed(
        f"partenaire {k + 1}.{i + 1}",
        words,
        x + room / 2,
        first,
        Colour.INK,
        FIELD,
        role=Role.LABEL,
        anchor=Anchor.MIDDLE,
        entrance=motion.rise(start, 24),
    )
