"""In which order officials speak: a hint, where a custom of ceremonies says another.

Sources: decree no. 89-655 of 13 September 1989, article 3 (ranks in the departments) and article 19
(speeches are given in the reverse order of ranks); by article 9 the authority that invites comes
right after the State's, so the hint asks and never asserts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.rows import entries
from ceremonie.planning.cues import CueRow, Speaker
from ceremonie.storyboard.model import Storyboard

_RANKS = tuple(
    re.compile(rf"(?:(?:la|le|les|m\.|mme|madame|monsieur)\s+|l\u2019)*(?:{function})\b")
    for function in (
        "préf(?:et|ète)",
        "députée?(?! europ)",
        "sénat(?:eur|rice)",
        "députée? europ",
        "présidente? (?:du conseil régional|de (?:la )?région)",
        "présidente? du (?:conseil départemental|département)",
        "maire",
    )
)
"""The first seven of article 3, the highest first, by the word that begins a function; of the fifth
the assemblies of Corsica are left out.
"""

_LESSER = re.compile(
    r"adjoint|délégué|ancien|\bvice|représent|honoraire|suppléant|enfants|jeunes|junior"
)
"""Functions that have the word of a rank and not the rank itself."""


def check(board: Storyboard, rows: Sequence[CueRow]) -> Iterator[Diagnostic]:
    """One remark, at the first after whom somebody of a lower rank speaks."""
    staged = entries(board)
    spoken = (one for row in rows for one in row.speakers if people.speaks(staged[one.path[:-1]]))
    officials = [(rank, one) for one in spoken if (rank := _rank(one)) is not None]
    for (rank, earlier), (following, later) in pairwise(officials):
        if following > rank:
            yield problem(
                "ordre-protocole",
                path=earlier.path,
                also=(later.path,),
                severity=Severity.NOTE,
                first=_named(earlier),
                then=_named(later),
            )
            return


def _rank(speaker: Speaker) -> int | None:
    """That of the highest function; who has none may be called by it (« Le préfet »)."""
    text = unicodedata.normalize("NFC", _named(speaker)).casefold()
    functions = re.split(r",| et ", text)
    ranks = (_rank_of(function.strip()) for function in functions)
    return min((rank for rank in ranks if rank is not None), default=None)


def _rank_of(function: str) -> int | None:
    if _LESSER.search(function):
        return None
    return next((rank for rank, words in enumerate(_RANKS) if words.match(function)), None)


def _named(speaker: Speaker) -> str:
    return speaker.position or speaker.name
