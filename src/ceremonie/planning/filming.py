"""Which moments are in the film, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ceremonie.media.material import Track
from ceremonie.planning import beats, schedule, sequence
from ceremonie.planning.moment import Moment
from ceremonie.planning.schedule import Timed, Wish, belongs
from ceremonie.storyboard.items import asked_seconds, out_of_film
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import frames

PACES = {"posé": Fraction(2), "normal": Fraction(1), "vif": Fraction(1, 4)}
"""How much of the time beyond reading time each `rythme` takes."""


def moments(storyboard: Storyboard, ceremony: Iterable[Moment]) -> tuple[Moment, ...]:
    """Those with a shot whose part and whose item are in the film, in its order."""
    out = out_of_film(storyboard)
    return sequence.filmed(
        [
            moment
            for moment in ceremony
            if moment.screen
            and moment.section not in storyboard.film.without
            and not any(belongs(moment, path) for path in out)
        ]
    )


def timed(
    storyboard: Storyboard, filmed: Sequence[Moment], tracks: Sequence[Track]
) -> tuple[Timed, ...]:
    return schedule.schedule(filmed, beats.grids(tracks), wish(storyboard))


def wish(storyboard: Storyboard) -> Wish:
    """What the storyboard asks of the film's time."""
    film = storyboard.film
    return Wish(
        pace=PACES[film.pace],
        frames=None if film.duration is None else frames(film.duration),
        items={path: frames(seconds) for path, seconds in asked_seconds(storyboard).items()},
    )
