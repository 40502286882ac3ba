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

SECONDS = 8

Group = tuple[Partner, ...]


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
    partners = script.storyboard.partners
    ranks = [tuple(p for p in partners if p.rank == rank) for rank in RANKS]
    lanes = [_Lane(most, breadth) for most, breadth in zip(MOST, BREADTH, strict=True)]
    walls = max(len(lane.filled(rank)) for lane, rank in zip(lanes, ranks, strict=True))
    shares = [lane.spread(rank, walls) for lane, rank in zip(lanes, ranks, strict=True)]
    return tuple(_moment(script, *wall) for wall in enumerate(zip(*shares, strict=True)))


def _stands(name: str, breadth: float) -> bool:
    longest = max(signs.breadth(word.rstrip()) for word in signs.words(name))
    return longest <= breadth and signs.rows(name, breadth) <= ROWS


def _moment(script: Script, wall: int, ranks: Sequence[Group]) -> Moment:
    language = script.language
    names = [partner.name for rank in ranks for partner in rank]
    frames = skimmed(SECONDS, *names)
    content = Wall(
        language.with_partners(len(script.storyboard.partners)),
        tuple(tuple(_supporter(script, partner) for partner in rank) for rank in ranks),
        frames,
    )
    title = language.parts[Section.PARTNERS]
    return Moment(
        id=f"partenaires-{wall + 1}",
        kind="partenaires",
        section=Section.PARTNERS,
        title=language.part(title, wall),
        path=("partenaires",),
        screen=content,
        slide=content,
        frames=frames,
        notes=Notes(say=tuple(_listed(names)), do=(language.thank_partners,)),
    )


def _listed(names: Sequence[str]) -> list[str]:
    return [f"– {name}" for name in names]


def _supporter(script: Script, partner: Partner) -> Supporter:
    logo = script.materials.of(partner.logo)
    return Supporter(french(partner.name), logo if isinstance(logo, Picture) else None)
