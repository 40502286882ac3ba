"""Partners by rank, on as few walls as let every name be read and every logo be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.media.material import Picture
from ceremonie.planning import signs
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import skimmed
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Partner
from ceremonie.storyboard.programme import Section

RANKS = (1, 2, 3)
MOST = (3, 5, 6)
"""Partners of each rank on one wall: a logo keeps its place, and a narrow shape shows them on two
pages at the most.
"""

BREADTH = (41, 54, 65)
"""Usual signs that stand in a row from the start of each rank's lane to its end, where they are
large enough for the last row of the hall.
"""

BETWEEN = 2
"""Usual signs between two names side by side."""

ROWS = 3
"""Rows that a name may take in its lane."""

SLIDE_ROWS, SLIDE_LINES = 6, 2
"""Rows of all ranks on a slide, and of a name in its cell: larger than on a wall of the film, for a
slide is read as long as its partners are named.
"""

SLIDE_ACROSS = (2, 3, 4)
"""Partners of each rank side by side on a slide."""

SECONDS = 5

Group = tuple[Partner, ...]
Wallful = Sequence[Group]
"""The partners of each rank that are seen together."""


@dataclass(frozen=True)
class _Lane:
    """What stands side by side in the lane of a rank: `most` partners, `breadth` usual signs."""

    most: int
    breadth: int

    def takes(self, group: Group) -> bool:
        """Whether all of them are read; whoever stands alone has all the room there is."""
        room = self.breadth / max(1, len(group)) - BETWEEN
        names = [french(partner.name) for partner in group if not partner.logo]
        legible = len(group) <= self.most and all(_stands(name, room) for name in names)
        return legible or len(group) <= 1

    def filled(self, rank: Group) -> list[Group]:
        """As few groups as can be, each taking as many as it can."""
        groups: list[Group] = []
        for partner in rank:
            if groups and self.takes((*groups[-1], partner)):
                groups[-1] = (*groups[-1], partner)
            else:
                groups.append((partner,))
        return groups

    def spread(self, rank: Group, walls: int) -> list[Group]:
        """Evenly over the walls; where a long name forbids that, as it comes."""
        size = math.ceil(len(rank) / max(1, walls))
        even = [rank[wall * size : (wall + 1) * size] for wall in range(walls)]
        if all(map(self.takes, even)):
            return even
        filled = self.filled(rank)
        return [*filled, *[()] * (walls - len(filled))]


def moments(script: Script) -> tuple[Moment, ...]:
    """Walls of the film; their slides are the same, or one for all where that is legible."""
    partners = script.storyboard.partners
    ranks = [tuple(p for p in partners if p.rank == rank) for rank in RANKS]
    lanes = [_Lane(most, breadth) for most, breadth in zip(MOST, BREADTH, strict=True)]
    walls = max(len(lane.filled(rank)) for lane, rank in zip(lanes, ranks, strict=True))
    shares = [lane.spread(rank, walls) for lane, rank in zip(lanes, ranks, strict=True)]
    walls_shown = list(zip(*shares, strict=True))
    slides = _slides(ranks, walls_shown)
    return tuple(
        _moment(script, index, wall, slide)
        for index, (wall, slide) in enumerate(zip(walls_shown, slides, strict=True))
    )


def _slides(ranks: Sequence[Group], walls: Sequence[Wallful]) -> list[Wallful | None]:
    """What the slide of each wall shows: on one slide partners of a rank stand together."""
    rows = sum(_rows(rank, *room) for rank, *room in zip(ranks, SLIDE_ACROSS, BREADTH, strict=True))
    if len(walls) < 2 or rows > SLIDE_ROWS:
        return list(walls)
    return [tuple(ranks), *[None] * (len(walls) - 1)]


def _rows(rank: Group, across: int, breadth: int) -> int:
    """As few as let every name of a rank stand in its cell."""
    names = [french(partner.name) for partner in rank if not partner.logo]
    for rows in range(math.ceil(len(rank) / across), len(rank)):
        room = breadth / math.ceil(len(rank) / rows) - BETWEEN
        if all(_stands(name, room, SLIDE_LINES) for name in names):
            return rows
    return len(rank)


def _stands(name: str, breadth: float, most: int = ROWS) -> bool:
    longest = max(signs.breadth(word.rstrip()) for word in signs.words(name))
    return longest <= breadth and signs.rows(name, breadth) <= most


def _moment(script: Script, wall: int, ranks: Wallful, slide: Wallful | None) -> Moment:
    language = script.language
    length = skimmed(SECONDS, *_names(ranks))
    title = language.parts[Section.PARTNERS]
    return Moment(
        id=f"partenaires-{wall + 1}",
        kind="partenaires",
        section=Section.PARTNERS,
        title=language.part(title, wall),
        path=("partenaires",),
        screen=_wall(script, ranks, length.usual),
        slide=_wall(script, slide, length.usual) if slide else None,
        length=length,
        notes=Notes(say=tuple(_listed(_names(slide or ranks))), do=(language.thank_partners,)),
    )


def _wall(script: Script, ranks: Wallful, frames: int) -> Wall:
    heading = script.language.with_partners(len(script.storyboard.partners))
    supporters = tuple(tuple(_supporter(script, one) for one in rank) for rank in ranks)
    return Wall(heading, supporters, frames)


def _names(ranks: Wallful) -> list[str]:
    return [partner.name for rank in ranks for partner in rank]


def _listed(names: Sequence[str]) -> list[str]:
    return [f"– {name}" for name in names]


def _supporter(script: Script, partner: Partner) -> Supporter:
    logo = script.materials.of(partner.logo)
    return Supporter(french(partner.name), logo if isinstance(logo, Picture) else None)
