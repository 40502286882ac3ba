"""How long each shot is, and where it stands: the film's time, shared out in whole beats.

Every cut falls on a beat. Shots before a day's chapter grow by whole bars where these are short
enough, so that it stays on a bar; what is left over (a clip has the length it has) is taken by the
shot before the chapter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from ceremonie.diagnostics import NodePath
from ceremonie.planning.beats import HOUSE, Grid
from ceremonie.planning.moment import CHAPTER, Moment
from ceremonie.planning.sharing import Place, filling, paced, shared
from ceremonie.storyboard.programme import Section
from ceremonie.units import FrameSpan

NOTHING = Fraction(0)

Grids = Mapping[Section | None, Grid]


@dataclass(frozen=True)
class Wish:
    """What is asked of the film's time: its `pace`, or so many `frames` in all; those of single
    items by the way to them.
    """

    pace: Fraction = Fraction(1)
    frames: int | None = None
    items: Mapping[NodePath, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Timed:
    """A moment of the film over `span`. Its drawing is made for `frames` frames, which depend on
    nothing but what it says and the tempo; `span` has as many, or one more.
    """

    moment: Moment
    span: FrameSpan
    frames: int


@dataclass(frozen=True)
class _Seat:
    """A moment on its grid, which `begins` with it or before."""

    moment: Moment
    place: Place
    begins: bool

    @property
    def bar(self) -> int:
        return self.place.grid.bar

    @property
    def is_chapter(self) -> bool:
        return self.moment.kind == CHAPTER and not self.begins


def schedule(moments: Sequence[Moment], grids: Grids, wish: Wish) -> tuple[Timed, ...]:
    """Each moment of the film in order, on whole beats. Where the film cannot be as long as it is
    wished for, it comes as near as it can.
    """
    seats = _as_asked(tuple(_seats(moments, grids)), wish.items)
    places = [seat.place for seat in seats]
    beats = paced(places, wish.pace) if wish.frames is None else filling(places, wish.frames)
    beats = _with_chapters_on_bars(seats, beats)
    if wish.frames is not None:
        beats = _filled_up(seats, beats, wish.frames)
    return tuple(_timed(seats, beats))


def _seats(moments: Sequence[Moment], grids: Grids) -> Iterator[_Seat]:
    """Each moment on the grid of its music, which begins with the first moment of a part. The first
    of a grid has what lies before its first whole bar.
    """
    grid, begun = grids.get(None, HOUSE), set[Section]()
    last = max((i for i, moment in enumerate(moments) if moment.kind == CHAPTER), default=0)
    for index, moment in enumerate(moments):
        enters = moment.section not in begun and moment.section in grids
        grid = grids[moment.section] if enters else grid
        begun.add(moment.section)
        begins = index == 0 or enters
        phase = grid.first if begins else NOTHING
        place = Place(moment.length, grid, phase, barred=index < last)
        yield _Seat(moment, place, begins)


def _as_asked(seats: tuple[_Seat, ...], items: Mapping[NodePath, int]) -> tuple[_Seat, ...]:
    """With the beats of the items whose time is asked for."""
    result = list(seats)
    for path, frames in items.items():
        own = [i for i, seat in enumerate(seats) if belongs(seat.moment, path)]
        for i, beats in zip(own, shared([seats[i].place for i in own], frames), strict=True):
            result[i] = replace(seats[i], place=replace(seats[i].place, asked=beats))
    return tuple(result)


def belongs(moment: Moment, path: NodePath) -> bool:
    """Whether the item at this path is what a shot tells, alone."""
    return moment.path[: len(path)] == path


def _with_chapters_on_bars(seats: Sequence[_Seat], beats: Sequence[int]) -> list[int]:
    """What is left over of a bar before a chapter is given to, or taken from, the shots before it,
    the nearest first: none is then too short to be read, or longer than it may be. Where they
    cannot, the chapter comes on a beat within its bar.
    """
    result = list(beats)
    for start, stop in _stretches(seats):
        over = _position(seats, result, stop) % seats[start].bar
        if over and seats[stop].is_chapter:
            changed = [
                other
                for beats_more in (-over, seats[start].bar - over)
                if (other := _changed(seats, result, range(start, stop), beats_more))
            ]
            result = min(changed, key=lambda other: _disturbance(other, result), default=result)
    return result


def _stretches(seats: Sequence[_Seat]) -> Iterator[tuple[int, int]]:
    """From each chapter or beginning of a grid to before the next."""
    heads = [i for i, seat in enumerate(seats) if seat.begins or seat.is_chapter]
    return pairwise(heads)


def _position(seats: Sequence[_Seat], beats: Sequence[int], index: int) -> int:
    """The beat of its grid at which a shot begins."""
    first = max(i for i in range(index) if seats[i].begins)
    return sum(beats[first:index])


def _disturbance(one: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """How far from the end the first shot is that has another length, and by how many beats all
    differ: a chapter is the business of the shot before it.
    """
    changes = {i: abs(a - b) for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b}
    return -min(changes), sum(changes.values())


def _changed(
    seats: Sequence[_Seat], beats: Sequence[int], among: range, more: int
) -> list[int] | None:
    """So many beats more (or fewer, below 0), the last shot first; None where there is no room."""
    result, left = list(beats), more
    for index in reversed(among):
        step = _within(left, *_room(seats[index].place, beats[index]))
        result[index] += step
        left -= step
    return None if left else result


def _room(place: Place, beats: int) -> tuple[int, int]:
    """By how many beats a shot may change: at most fewer, at most more."""
    return min(0, place.least - beats), max(0, place.most - beats)


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))


def _filled_up(seats: Sequence[_Seat], beats: list[int], wanted: int) -> list[int]:
    """The beats that are left over, or too many, are those of the last shots: after the last
    chapter, so that all of them stay on their bars.
    """
    if not seats:
        return beats
    last = max(i for i, seat in enumerate(seats) if seat.begins or seat.is_chapter)
    among = range(last, len(seats))
    frames = sum(seat.place.frames(count) for seat, count in zip(seats, beats, strict=True))
    fewer, more = zip(*(_room(seats[i].place, beats[i]) for i in among), strict=True)
    missing = round((wanted - frames) / seats[-1].place.grid.beat)
    return _changed(seats, beats, among, _within(missing, sum(fewer), sum(more))) or beats


def _timed(seats: Sequence[_Seat], beats: Sequence[int]) -> Iterator[Timed]:
    grid, start, beat = HOUSE, 0, 0
    for seat, count in zip(seats, beats, strict=True):
        if seat.begins:
            grid, beat = seat.place.grid.from_frame(start), 0
        beat += count
        stop = grid.frame(beat)
        yield Timed(seat.moment, FrameSpan(start, stop), seat.place.own(count))
        start = stop
