"""Workshops without pictures, in the film: several of a day share a shot, on a lane each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.prepared import Prepared
from ceremonie.planning.pictured_content import Entrant, Lineup
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import capitalised, sentence
from ceremonie.storyboard.programme import Section

LANES = ((24, 6), (30, 5), (44, 4), (70, 3))
"""Signs of the longest title, and how many of them are read in one shot in every shape. A workshop
with a longer one, or a longer town than `TOWN`, has a shot of its own.
"""

TOWN = 30
"""Signs."""

SECONDS = 1.5
"""For each lane to be lit and read."""

Groups = tuple[tuple[Prepared, ...], ...]


def groups(workshops: Sequence[Prepared]) -> Groups:
    """Those of a day that have neither picture nor clip, nor a time of their own, two or more
    together, in order; a single one is told alone.
    """
    bare = [one for one in workshops if _is_bare(one)]
    if len(bare) < 2:
        return ()
    longest = max(len(one.title) for one in bare)
    most = next(lanes for signs, lanes in LANES if longest <= signs)
    count = -(-len(bare) // most)
    edges = [round(len(bare) * part / count) for part in range(count + 1)]
    return tuple(tuple(bare[a:b]) for a, b in pairwise(edges))


def _is_bare(one: Prepared) -> bool:
    workshop = one.workshop
    shared = workshop.seconds is None and workshop.in_film is not False
    named = len(one.title) <= LANES[-1][0] and len(one.film_place) <= TOWN
    return shared and named and not (one.pictures or one.clips or one.compared or one.film_text)


def moments(script: Script, day: int, groups: Groups, *, alone: bool) -> Iterator[Moment]:
    """A shot for each group; `alone` where the day has no other workshops."""
    count = sum(map(len, groups))
    language = script.language
    detail = sentence(script.day_label(day), script.shared_town)
    heading = language.workshops(count, other=not alone)
    for number, group in enumerate(groups):
        name = language.going_on(heading) if number else heading
        yield Moment(
            id=f"jour-{day + 1}-ateliers" + (f"-suite-{number}" if number else ""),
            kind="ateliers",
            section=Section.DAYS,
            title=capitalised(sentence(detail, name[:1].lower() + name[1:])),
            path=("jours", day, "ateliers"),
            screen=_lineup(name, detail, group, (length := _length(group)).usual),
            length=length,
        )


def _lineup(heading: str, detail: str, group: Sequence[Prepared], frames: int) -> Lineup:
    entrants = tuple(Entrant(one.title, one.film_place, one.subject) for one in group)
    return Lineup(heading, detail, entrants, frames)


def _length(group: Sequence[Prepared]) -> Length:
    """The heading needs no reading of its own: the first lane is lit after it."""
    words = [text for one in group for text in (one.title, one.film_place)]
    return readable(SECONDS * len(group), *words)
