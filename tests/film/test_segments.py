"""Segments: every frame once, as it would be painted alone; keys that tell just what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ceremonie.film.coding.encode import DRAFT, FULL, Quality
from ceremonie.film.painting import transitions
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.work import segments
from ceremonie.film.work.segments import LONGEST
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.assembly import tracks
from ceremonie.media.entries import Medium, entries
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, Track
from ceremonie.planning import plan
from ceremonie.planning.drawing import Box, Disc, Drawing, Element, Photo, Stroke, Text
from ceremonie.planning.entrances import Entrance, Grow, Show, Slide, run
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.motion import departure
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.storyboard import read
from ceremonie.storyboard.media import Media
from ceremonie.theme.palette import HOUSE, Colour
from ceremonie.units import SAMPLE_RATE, FrameSpan, frames

from .conftest import drawing
from .plans import plan_of, shot

pytestmark = pytest.mark.slow

EDITION = Path(__file__).resolve().parents[2] / "assets" / "2023"

SMALL = replace(DRAFT, reduction=12, stride=1, settling=3)


@cache
def sample() -> Plan:
    """The film of the sample edition, with its own pictures and clips as they lie there."""
    board = read(EDITION / "storyboard.yaml").storyboard
    assert board is not None
    media: dict[Medium, Material] = {entry: _material(entry) for _, entry in entries(board)}
    music = Sound("music", 120 * SAMPLE_RATE)
    heard = tuple(Track(music, entry, path) for path, entry in tracks(board))
    return plan(board, Materials(media, heard))


def _material(entry: Media) -> Picture | Clip:
    path = EDITION / entry.file
    if entry.file.endswith(".mp4"):
        assert entry.stop is not None
        count = frames(entry.stop - entry.start)
        return Clip(entry.file, 1280, 720, count, True, Picture("", 1280, 720, ""), "", path=path)
    with Image.open(path) as image:
        width, height = image.size
    return Picture(entry.file, width, height, "", path=path)


def alone(plan: Plan) -> Iterator[np.ndarray]:
    """Every frame of the film as its two shots paint it, without a thought for what moves."""
    before: tuple[ShotPainter, int] | None = None
    for shown in plan.shots:
        painter = ShotPainter(shown.drawing, SMALL.reduction)
        for number in range(len(shown.span)):
            frame = painter.frame(number)
            if before and number < shown.transition.frames:
                old = before[0].frame(before[1] + number)
                frame = transitions.painted(shown.transition, number, old, frame)
            if shown.fading:
                frame = transitions.faded(frame, number, shown.fading)
            yield frame
        before = painter, shown.drawing.frames


def in_segments(plan: Plan) -> Iterator[np.ndarray]:
    """Every frame of the film as it is encoded, or held."""
    for segment in segments.segments(plan):
        for frame, times in segments.frames(segment, SMALL):
            yield from [frame] * times


def same_film(plan: Plan) -> None:
    count = 0
    for one, other in zip(alone(plan), in_segments(plan), strict=True):
        assert one is other or np.array_equal(one, other), count
        count += 1
    assert count == plan.frames


def one_of_each_kind(plan: Plan) -> Plan:
    """The first shot of each kind of scene, one after the other."""
    first: dict[str, Shot] = {}
    start = 0
    for shown in plan.shots:
        if shown.kind not in first:
            stop = start + len(shown.span)
            first[shown.kind] = replace(shown, span=FrameSpan(start, stop))
            start = stop
    return plan_of(*first.values())


@pytest.mark.slow
def test_each_scene_of_the_sample_is_painted_as_if_each_frame_were_painted_alone() -> None:
    film = one_of_each_kind(sample())
    assert len(film.shots) >= 13
    same_film(film)


def test_a_frame_that_does_not_move_is_the_frame_before() -> None:
    """At each rest of the sample film: its last frame, from nothing, is the last that moved."""
    rests = 0
    for shown in sample().shots:
        spans = shown.drawing.motion(len(shown.span))
        for moving, following in pairwise((*spans, None)):
            assert moving is not None
            stop = following.start if following else len(shown.span)
            if stop > moving.stop:
                last, rest = (
                    ShotPainter(shown.drawing, SMALL.reduction).frame(number)
                    for number in (moving.stop - 1, stop - 1)
                )
                assert np.array_equal(last, rest), (shown.id, moving)
                rests += 1
    assert rests > 10


STARTS = st.integers(0, 160)
LENGTHS = st.integers(1, 60)
ENTRANCES: st.SearchStrategy[Entrance] = st.one_of(
    st.builds(Show, STARTS),
    st.builds(run, STARTS, LENGTHS),
    st.builds(Slide, STARTS, LENGTHS, st.integers(-60, 60), st.integers(-60, 60), st.booleans()),
    st.builds(Grow, STARTS, LENGTHS),
)


@st.composite
def drawings(draw: st.DrawFn, length: int) -> Drawing:
    """Shapes that come and go when they like, or leave at the end."""
    leaving = st.none() | st.just(departure(length))
    made: list[Element] = []
    for number in range(draw(st.integers(0, 4))):
        name, entrance = f"forme {number}", draw(ENTRANCES)
        until, leaves = draw(st.none() | STARTS), draw(leaving)
        x, y = draw(st.integers(-100, 1900)), draw(st.integers(-100, 1000))
        course = ((float(x), float(y)), (x + 700.0, y + 300.0))
        shape: Element = draw(
            st.sampled_from(
                [
                    Box(name=name, x=x, y=y, width=300, height=200, colour=Colour.BRIGHT),
                    Disc(name=name, x=x, y=y, radius=150, colour=Colour.MIDDLE),
                    Stroke(name=name, course=course, width=60, colour=Colour.INK),
                ]
            )
        )
        made.append(replace(shape, entrance=entrance, until=until, leaves=leaves))
    return drawing(*made, field=draw(st.sampled_from(list(Colour))), frames=length)


MOVES: st.SearchStrategy[Transition] = st.builds(
    Transition,
    st.sampled_from([move for move in Move if move is not Move.CUT]),
    st.integers(1, 25),
    colour=st.just((255, 199, 44)),
    about=st.just((0.75, 2.4)),
    heights=st.just((0.8, 0.7)),
    zoom=st.sampled_from([0.5, 1, 1.5]),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Shots longer than what leads to them; a beat may have given one a frame more."""
    made: list[Shot] = []
    start = 0
    for number in range(draw(st.integers(1, 3))):
        into = draw(st.just(CUT) | MOVES) if start else CUT
        length = draw(st.integers(into.frames + 1, 330))
        span = length + draw(st.integers(0, 1))
        found = shot(number, start, span, Colour.DEEP)
        made.append(replace(found, transition=into, drawing=draw(drawings(length))))
        start += span
    return plan_of(*made)


@settings(max_examples=200, deadline=None)
@given(plans())
def test_every_frame_is_in_one_segment_in_order(plan: Plan) -> None:
    found = segments.segments(plan)
    told = [(s.shot, number) for s in found for number in range(s.start, s.stop)]
    assert told == [(s.id, number) for s in plan.shots for number in range(len(s.span))]
    assert all(s.start < s.rest <= s.stop for s in found)
    assert max(len(s.due(FULL)) for s in found) <= LONGEST + FULL.settling


@settings(max_examples=200, deadline=None)
@given(plans())
def test_nothing_moves_and_no_transition_goes_on_where_a_segment_rests(plan: Plan) -> None:
    shots = {shown.id: shown for shown in plan.shots}
    for segment in segments.segments(plan):
        shown = shots[segment.shot]
        resting = range(segment.rest, segment.stop)
        spans = shown.drawing.motion(len(shown.span))
        moving = {number for span in spans for number in range(span.start, span.stop)}
        assert not moving & set(resting)
        mixes = segment.start < shown.transition.frames
        if mixes and shown.transition.move is Move.DISSOLVE:
            assert segment.rest == segment.stop or segment.rest > shown.transition.frames
        elif mixes:
            assert segment.rest == segment.stop <= shown.transition.frames
        assert segment.transition == (shown.transition if mixes else CUT)
        assert (segment.before is None) == (not mixes)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_film_is_painted_as_if_each_frame_were_painted_alone(plan: Plan) -> None:
    same_film(plan)


def keys(plan: Plan, quality: Quality = FULL) -> dict[tuple[str, int], str]:
    """By shot and number of the segment's first frame."""
    found = segments.keys(segments.segments(plan), quality)
    return {(segment.shot, segment.start): key for segment, key in found.items()}


def changed(one: Plan, other: Plan) -> set[tuple[str, int]]:
    before, after = keys(one), keys(other)
    assert before.keys() == after.keys()
    return {name for name in before if before[name] != after[name]}


def showing(plan: Plan, *ids: str) -> set[tuple[str, int]]:
    """The segments that show these shots, those that lead from each of them among them."""
    previous = {after.id: before.id for before, after in pairwise(plan.shots)}
    return {
        (s.shot, s.start)
        for s in segments.segments(plan)
        if s.shot in ids or (s.transition.frames and previous[s.shot] in ids)
    }


@pytest.mark.parametrize(
    "other", [{"format": FORMATS[Shape.TALL]}, {"palette": replace(HOUSE, deep="5B2A86")}]
)
def test_the_same_shapes_on_another_canvas_or_in_other_colours_are_another_segment(
    other: dict[str, Any],
) -> None:
    one = plan_of(shot(0, 0, 20, Colour.DEEP))
    shown = one.shots[0]
    assert changed(one, with_shot(one, replace(shown, drawing=replace(shown.drawing, **other))))


def with_shot(plan: Plan, shown: Shot) -> Plan:
    return replace(plan, shots=tuple(shown if s.id == shown.id else s for s in plan.shots))


def otherwise(element: Element) -> Element:
    """The same element with other pixels, which move as before."""
    match element:
        case Text(lines=lines):
            return replace(element, lines=(lines[0] + ".", *lines[1:]))
        case Photo(picture=picture):
            return replace(element, picture=replace(picture, digest=f"not {picture.digest}"))
        case _:
            return replace(element, name=f"{element.name} ")


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_one_thing_that_is_shown_changes_just_the_segments_that_show_it(
    data: st.DataObject,
) -> None:
    plan = sample()
    shown = data.draw(st.sampled_from(plan.shots))
    elements = list(shown.drawing.elements)
    index = data.draw(st.integers(0, len(elements) - 1))
    elements[index] = otherwise(elements[index])
    other = replace(shown, drawing=replace(shown.drawing, elements=tuple(elements)))
    assert changed(plan, with_shot(plan, other)) == showing(plan, shown.id)


def test_a_photo_that_was_replaced_changes_just_the_segments_that_show_it() -> None:
    plan = sample()
    photos = sorted(
        element.picture.digest
        for shown in plan.shots
        for element in shown.drawing.elements
        if isinstance(element, Photo)
    )
    assert len(photos) >= 12
    digest = photos[5]
    other = plan
    for shown in plan.shots:
        elements = tuple(
            otherwise(e) if isinstance(e, Photo) and e.picture.digest == digest else e
            for e in shown.drawing.elements
        )
        other = with_shot(other, replace(shown, drawing=replace(shown.drawing, elements=elements)))
    users = [
        shown.id
        for shown in plan.shots
        if any(isinstance(e, Photo) and e.picture.digest == digest for e in shown.drawing.elements)
    ]
    assert changed(plan, other) == showing(plan, *users)


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_a_transition_changes_the_segment_that_it_is_seen_in_and_no_other(
    data: st.DataObject,
) -> None:
    plan = sample()
    shown = data.draw(st.sampled_from([s for s in plan.shots if s.transition != CUT]))
    other = with_shot(
        plan, replace(shown, transition=replace(shown.transition, line=(1, 2, 3), zoom=0.9))
    )
    assert changed(plan, other) == {(shown.id, 0)}


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_a_name_or_a_place_in_the_storyboard_changes_nothing(data: st.DataObject) -> None:
    plan = sample()
    shown = data.draw(st.sampled_from(plan.shots))
    other = replace(shown, id="autre", title="Autre titre", path=("ailleurs", 3), kind="autre")
    shots = tuple(other if s is shown else s for s in plan.shots)
    assert list(keys(replace(plan, shots=shots)).values()) == list(keys(plan).values())


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_a_longer_shot_moves_all_others_and_none_of_them_is_painted_again(
    data: st.DataObject,
) -> None:
    """By whole beats, which are not whole frames: others may have a frame more or less."""
    plan = sample()
    index = data.draw(st.integers(0, len(plan.shots) - 1))
    before = set(segments.keys(segments.segments(plan), FULL).values())
    shots, moved = [], 0
    for number, shown in enumerate(plan.shots):
        more = 12 if number == index else data.draw(st.integers(0, 1))
        start, length = shown.span.start + moved, shown.drawing.frames + more
        shots.append(replace(shown, span=FrameSpan(start, start + length)))
        moved += more
    cut = segments.keys(segments.segments(plan_of(*shots)), FULL)
    again = {segment.shot for segment, key in cut.items() if key not in before and len(segment) > 1}
    assert again <= {plan.shots[index].id}


def test_which_shot_follows_changes_only_the_end_of_the_one_before() -> None:
    """Other words leave it, or stay in both."""
    plan = sample()
    shown = next(s for s in plan.shots if s.kind == "athlete")
    elements = list(shown.drawing.elements)
    index = next(i for i, element in enumerate(elements) if element.leaves)
    elements[index] = replace(elements[index], leaves=None)
    other = replace(shown, drawing=replace(shown.drawing, elements=tuple(elements)))
    again = changed(plan, with_shot(plan, other))
    assert again
    assert (shown.id, 0) not in again


OTHER: dict[type, Callable[[Any], Any]] = {
    bool: lambda value: not value,
    str: lambda value: value + "x",
    int: lambda value: value + 2,
    float: lambda value: value + 0.5,
    Fraction: lambda value: value * 2,
}


@pytest.mark.parametrize("name", [field.name for field in fields(Quality)])
def test_whatever_a_quality_says_changes_every_key(name: str) -> None:
    value = getattr(FULL, name)
    other = replace(FULL, **{name: OTHER[type(value)](value)})
    one, two = keys(sample()), keys(sample(), other)
    assert not set(one.values()) & set(two.values())


def test_no_two_segments_of_the_sample_film_share_a_key() -> None:
    found = segments.segments(sample())
    assert len(set(keys(sample()).values())) == len(found) == len(set(found))
