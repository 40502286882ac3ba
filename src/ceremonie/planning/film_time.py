"""Where the film, or an item of it, cannot be as long as the storyboard asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.material import Materials
from ceremonie.messages import listed, problem
from ceremonie.planning import beats, filming, sequence
from ceremonie.planning.language import spoken
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import duration
from ceremonie.planning.reading import Length
from ceremonie.planning.schedule import Grids, Timed, belongs, schedule
from ceremonie.storyboard.items import asked_seconds
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.units import FRAME_RATE, frames

DURATION: NodePath = ("film", "duree")
SECONDS = "secondes"
MOST_NAMED = 3
"""Parts that are named where the film is too long."""


def check(storyboard: Storyboard, materials: Materials) -> Iterator[Diagnostic]:
    """Warnings: the film is made all the same, as near to what is asked as it can be. Where no time
    is asked for, nothing is looked at.
    """
    wish = filming.wish(storyboard)
    if wish.frames is None and not wish.items:
        return
    moments = sequence.moments(Script(storyboard, materials, spoken(storyboard)))
    filmed, grids = filming.moments(storyboard, moments), beats.grids(materials.music)
    if filmed:
        yield from _whole(storyboard, filmed, grids)
        yield from _items(storyboard, filmed)


def shares(timed: Sequence[Timed]) -> Mapping[Section, int]:
    """Frames of each part of the film, in its order."""
    counted: Counter[Section] = Counter()
    for one in timed:
        counted[one.moment.section] += len(one.span)
    return counted


def _whole(storyboard: Storyboard, filmed: Sequence[Moment], grids: Grids) -> Iterator[Diagnostic]:
    """A length that lies outside of what the shots can be together, by more than a beat."""
    wish = filming.wish(storyboard)
    if wish.frames is None:
        return
    made = schedule(filmed, grids, wish)
    whole = made[-1].span.stop
    values: dict[str, Any] = {"asked": duration(wish.frames), "made": duration(whole)}
    margin = max(grid.beat for grid in grids.values())
    if whole > wish.frames + margin:
        yield _warning("duree-trop-courte", DURATION, parts=_largest(made), **values)
    elif whole < wish.frames - margin:
        yield _warning("duree-trop-longue", DURATION, **values)


def _largest(timed: Sequence[Timed]) -> str:
    """The parts that take most time: « jours (1 min 12) »."""
    largest = Counter(shares(timed)).most_common(MOST_NAMED)
    return listed([f"« {part} » ({duration(count)})" for part, count in largest])


def _items(storyboard: Storyboard, filmed: Sequence[Moment]) -> Iterator[Diagnostic]:
    for path, seconds in asked_seconds(storyboard).items():
        own = [moment.length for moment in filmed if belongs(moment, path)]
        slug = _slug(own, frames(seconds))
        if slug:
            least = sum(length.least for length in own)
            yield _warning(
                slug,
                (*path, SECONDS),
                asked=duration(frames(seconds)),
                least=duration(_whole_seconds(least)),
            )


def _slug(own: Sequence[Length], asked: int) -> str:
    """What is wrong with the time that is asked for; empty where nothing is."""
    least = sum(length.least for length in own)
    if not own:
        return "secondes-sans-plan"
    if asked < least:
        return "secondes-trop-courtes"
    only_clips = all(length.fixed for length in own)
    return "secondes-trop-longues" if only_clips and asked > least + FRAME_RATE else ""


def _whole_seconds(count: int) -> int:
    """As many frames as whole seconds take, rounded up."""
    return int(-(-count // FRAME_RATE) * FRAME_RATE)


def _warning(slug: str, path: NodePath, **values: Any) -> Diagnostic:
    return problem(slug, path=path, severity=Severity.WARNING, **values)
