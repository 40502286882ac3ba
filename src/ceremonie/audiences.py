"""For whom an edition is made: what each audience is given, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ceremonie.formats import Shape


class Audience(StrEnum):
    """Who will see it, as the command line and the storyboard say it; the hall comes first."""

    HALL = "salle"
    INTERNAL = "interne"
    WEB = "internet"
    SOCIAL = "reseaux"

    @property
    def is_hall(self) -> bool:
        return self is Audience.HALL

    @property
    def manner(self) -> Manner:
        return _MANNERS[self]

    @property
    def folder(self) -> str:
        """Its own folder in that of the edition; the hall's files lie in the edition's itself."""
        return "" if self.is_hall else str(self)


@dataclass(frozen=True)
class Manner:
    """How an audience is served.

    `loudness` is in LUFS. `subtitled`: what clips say is written into the picture; else it comes as
    a track and as files. `public`: anybody may see it, so that a medium that does not say who is
    seen, a clip without its words and a publication without its days are errors. `shapes` are those
    of its film where nobody asks for others; none where they are those of the storyboard.
    """

    loudness: float
    subtitled: bool
    public: bool
    shapes: tuple[Shape, ...] = ()


HALL_LOUDNESS, WEB_LOUDNESS = -23.0, -16.0
"""LUFS: EBU R128 for the hall; what platforms and browsers play at (AES TD1008 asks for -18 to
-16).
"""

_MANNERS = {
    Audience.HALL: Manner(HALL_LOUDNESS, subtitled=True, public=False),
    Audience.INTERNAL: Manner(WEB_LOUDNESS, subtitled=False, public=False, shapes=(Shape.WIDE,)),
    Audience.WEB: Manner(WEB_LOUDNESS, subtitled=False, public=True, shapes=(Shape.WIDE,)),
    Audience.SOCIAL: Manner(WEB_LOUDNESS, subtitled=True, public=True, shapes=(Shape.TALL,)),
}
