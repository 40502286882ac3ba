"""Partners by rank, on as few walls as let every name be read and every logo be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from ceremonie.media.material import Picture
from ceremonie.planning import signs
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import Length, skimmed
from ceremonie.planning.typography import french
from ceremonie.planning.wall_rows import Ranks, are_read, fewest_rows, walls
from ceremonie.storyboard.model import Partner
from ceremonie.storyboard.programme import Section

RANKS = (1, 2, 3)

BREADTH = (41, 54, 65)
"""Usual signs that stand in a row of a slide from the start of each rank's lane to its end, where
they are large enough for the last row of the hall.
"""

BETWEEN = 2
"""Usual signs between two names side by side."""

SLIDE_ROWS, SLIDE_LINES = 6, 2
"""Rows of all ranks on a slide, and of a name in its cell."""

SLIDE_ACROSS = (2, 3, 4)
"""Partners of each rank side by side on a slide."""

SECONDS = 5

Wallful = Ranks[Supporter]
"""The partners of each rank that are seen together."""


def moments(script: Script) -> tuple[Moment, ...]:
    """Walls of the film, and slides, on each of which as many ranks stand whole as are legible."""
    ranks = tuple(_rank(script, rank) for rank in RANKS)
    shown = (_titled(script, ranks, walls(ranks, fits)) for fits in (are_read, _fit_on_a_slide))
    return tuple(
        _moment(script, index, wall, slide)
        for index, (wall, slide) in enumerate(zip_longest(*shown))
    )


def _rank(script: Script, rank: int) -> tuple[Supporter, ...]:
    partners = script.chosen(script.storyboard.partners)
    return tuple(_supporter(script, partner) for _, partner in partners if partner.rank == rank)


def _supporter(script: Script, partner: Partner) -> Supporter:
    logo = script.materials.of(partner.logo)
    return Supporter(french(partner.name), logo if isinstance(logo, Picture) else None)


def _fit_on_a_slide(ranks: Wallful) -> bool:
    rows = map(_slide_rows, ranks, SLIDE_ACROSS, BREADTH)
    return sum(rows) <= SLIDE_ROWS


def _slide_rows(rank: Sequence[Supporter], across: int, breadth: int) -> int:
    names = [partner.name for partner in rank if not partner.logo]

    def fits(beside: int) -> bool:
        return all(_stands(name, breadth / beside - BETWEEN) for name in names)

    return fewest_rows(len(rank), across, fits)


def _stands(name: str, breadth: float) -> bool:
    longest = max(signs.breadth(word.rstrip()) for word in signs.words(name))
    return longest <= breadth and signs.rows(name, breadth) <= SLIDE_LINES


def _titled(script: Script, ranks: Wallful, walls: Sequence[Wallful]) -> list[Wall]:
    """Each says what it shows; where a rank goes over several, the first alone says it anew."""
    titled: list[Wall] = []
    said = ""
    for wall in walls:
        heading = _heading(script, ranks, wall)
        language = script.language
        titled.append(Wall(language.going_on(heading) if heading == said else heading, wall, 0))
        said = heading
    return titled


def _heading(script: Script, ranks: Wallful, wall: Wallful) -> str:
    """By the ranks that a wall shows, all of them or a part."""
    whole = [rank if shown else () for rank, shown in zip(ranks, wall, strict=True)]
    count, language = sum(map(len, whole)), script.language
    if count == sum(map(len, ranks)):
        return language.with_partners(count)
    if whole[0]:
        return language.with_principal_partners(count)
    if whole[1] and not whole[2]:
        return language.supporting
    return language.accompanying if count > 1 else language.helping


def _moment(script: Script, index: int, wall: Wall | None, slide: Wall | None) -> Moment:
    language = script.language
    length = skimmed(SECONDS, *_names(wall)) if wall else Length()
    alone = [f"partenaire-{number + 1}" for number in script.items or ()] if script.single else []
    return Moment(
        id=next(iter(alone), f"partenaires-{index + 1}"),
        kind="partenaires",
        section=Section.PARTNERS,
        title=language.part(language.parts[Section.PARTNERS], index),
        path=("partenaires",),
        screen=wall and replace(wall, frames=length.usual),
        slide=slide,
        length=length,
        notes=Notes(say=tuple(_listed(_names(slide or wall))), do=(language.thank_partners,)),
    )


def _names(wall: Wall | None) -> list[str]:
    return [partner.name for rank in wall.ranks for partner in rank] if wall else []


def _listed(names: Sequence[str]) -> list[str]:
    return [f"– {name}" for name in names]
