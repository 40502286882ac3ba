"""Whether everybody can follow an edition: its deck, its film and its pages, criterion by
criterion.

`examine` takes the folder of an audience as it lies there: what only the making of it could measure
(what stands behind words, what flashes) is read from its report, and believed only of files that
are unchanged since.
"""

from ceremonie.control.accessibility.examining import examine
from ceremonie.control.accessibility.measures import (
    DeckMeasures,
    FilmMeasures,
    Measures,
    ShotMeasures,
    SlideMeasures,
)
from ceremonie.control.accessibility.outcome import Criterion, Outcome, State

__all__ = [
    "Criterion", "DeckMeasures", "FilmMeasures", "Measures", "Outcome", "ShotMeasures",
    "SlideMeasures", "State", "examine",
]  # fmt: skip
