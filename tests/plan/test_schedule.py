"""The film's time: every cut on a beat, days on bars, nothing shorter than it is read, the length
that is asked for, and a longer text that leaves all other shots as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.media.material import Sound, Tempo, Track
from ceremonie.planning import beats
from ceremonie.planning.moment import Moment
from ceremonie.planning.reading import Length, lasting, readable
from ceremonie.planning.schedule import Grids, Timed, Wish, schedule
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.programme import Section
from ceremonie.units import SAMPLE_RATE

USUAL_SECONDS = st.integers(2, 9)
WORDS = st.integers(0, 160)


def moment(number: int, length: Length, kind: str = "atelier", day: int = 0) -> Moment:
    path = ("jours", day, "ateliers", number)
    return Moment(f"plan-{number}", kind, Section.DAYS, f"Plan {number}", path, length=length)


def track(tempo: Tempo | None, **entry: object) -> Track:
    sound = Sound("musique", 600 * SAMPLE_RATE, tempo=tempo)
    return Track(sound, Music.model_validate({"fichier": "m.ogg", **entry}), ("musique",))


TEMPI = st.builds(
    Tempo,
    first=st.floats(0, 4),
    period=st.floats(60 / 200, 60 / 60),
    downbeat=st.integers(0, 2),
    bar=st.sampled_from([3, 4]),
)
GRIDS: st.SearchStrategy[Grids] = (st.none() | TEMPI).map(lambda tempo: beats.grids([track(tempo)]))
LENGTHS = st.one_of(
    st.builds(lambda seconds, signs: readable(seconds, "x" * signs), USUAL_SECONDS, WORDS),
    st.builds(
        lambda opening, signs: readable(4, "x" * signs).after(opening), st.integers(0, 60), WORDS
    ),
    st.integers(30, 300).map(lasting),
)


@st.composite
def films(draw: st.DrawFn) -> list[Moment]:
    """Days of shots that are read, and of clips."""
    moments = [moment(0, readable(4, "Un titre"), kind="titre")]
    for day in range(draw(st.integers(1, 4))):
        moments.append(moment(len(moments), readable(3.5, "Un jour"), "chapitre", day))
        for length in draw(st.lists(LENGTHS, max_size=5)):
            moments.append(moment(len(moments), length, day=day))
    for length in draw(st.lists(LENGTHS, max_size=3)):
        moments.append(moment(len(moments), length))
    return moments


def nearest(grid: beats.Grid, frame: int) -> Fraction:
    """How far a cut is from a beat, in frames."""
    away = (frame - grid.first) % grid.beat
    return min(away, grid.beat - away)


WISHES = st.one_of(
    st.builds(Wish, pace=st.sampled_from([Fraction(0), Fraction(1, 4), Fraction(1), Fraction(2)])),
    st.builds(Wish, frames=st.integers(500, 9000)),
)


@settings(max_examples=150, deadline=None)
@given(films(), GRIDS, WISHES)
def test_every_cut_falls_on_a_beat_and_every_shot_is_read(
    moments: list[Moment], grids: Grids, wish: Wish
) -> None:
    film = schedule(moments, grids, wish)
    assert [one.moment for one in film] == moments
    assert film[0].span.start == 0
    assert all(one.span.stop == other.span.start for one, other in pairwise(film))
    for one in film:
        assert nearest(grids[None], one.span.stop) <= Fraction(1, 2)
        assert len(one.span) - one.frames in (0, 1)
        length = one.moment.length
        step = grids[None].beat * (1 if length.fixed else grids[None].grain)
        assert length.least <= one.frames
        assert one.frames <= length.longest or one.frames <= length.least + step


@settings(max_examples=150, deadline=None)
@given(films(), GRIDS, st.integers(500, 9000))
def test_a_film_is_as_long_as_it_is_asked_to_be_within_a_beat(
    moments: list[Moment], grids: Grids, wanted: int
) -> None:
    def length(frames: int) -> int:
        return schedule(moments, grids, Wish(frames=frames))[-1].span.stop

    bars = 3 * grids[None].bar * grids[None].beat
    shortest, longest = round(length(0) + bars), round(length(100_000) - bars)
    if shortest <= longest:
        possible = min(max(shortest, wanted), longest)
        assert abs(length(possible) - possible) <= grids[None].beat + 1


def on_bars(film: Sequence[Timed], grid: beats.Grid) -> bool:
    bars = replace(grid, beat=grid.beat * grid.bar)
    heads = [one.span.start for one in film[1:] if one.moment.kind == "chapitre"]
    return all(nearest(bars, head) <= Fraction(1, 2) for head in heads)


@settings(max_examples=150, deadline=None)
@given(films(), st.floats(60 / 200, 60 / 161), WISHES)
def test_each_day_begins_on_a_bar(moments: list[Moment], period: float, wish: Wish) -> None:
    grids = beats.grids([track(Tempo(0.3, period))])
    assert on_bars(schedule(moments, grids, wish), grids[None])


FAST = beats.grids([track(Tempo(0.21, 60 / 164, downbeat=1))])
"""9.146 frames from beat to beat."""


@settings(max_examples=150, deadline=None)
@given(films(), st.data(), st.integers(1, 60))
def test_a_longer_text_changes_the_length_of_its_own_shot_alone(
    moments: list[Moment], data: st.DataObject, more: int
) -> None:
    read = [i for i, one in enumerate(moments) if not one.length.fixed]
    index = data.draw(st.sampled_from(read))
    longer = moments[index].length.longer(more)
    others = [*moments[:index], replace(moments[index], length=longer), *moments[index + 1 :]]
    before, after = (schedule(film, FAST, Wish()) for film in (moments, others))
    pairs = enumerate(zip(before, after, strict=True))
    assert {i for i, (one, other) in pairs if one.frames != other.frames} <= {index}
