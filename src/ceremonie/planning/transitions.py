"""Which transition leads from each shot to the next: what they show decides it."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.planning.moment import Moment
from ceremonie.planning.transition import CUT, Move, Transition


def between(moments: Sequence[Moment], crossfade: int) -> tuple[Transition, ...]:
    """That at the head of each shot. `crossfade` frames of dissolve are all there is where motion
    is reduced; 0 where it is not.
    """
    into = Transition(Move.DISSOLVE, crossfade) if crossfade else CUT
    return (CUT, *(into for _ in moments[1:]))
