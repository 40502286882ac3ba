"""The film cut up: every frame once, nothing skipped that moves, nothing made again that is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie import storyboard
from ceremonie.film import segments
from ceremonie.film.encode import DRAFT, FULL, Quality
from ceremonie.film.painter import ShotPainter
from ceremonie.media.assumption import assumed
from ceremonie.media.material import Picture
from ceremonie.plan import plan
from ceremonie.plan.drawing import Box, Element, Photo, Run, Show, Slide, Stroke
from ceremonie.plan.model import Plan
from ceremonie.theme.palette import Colour

from .plans import plan_of, shot

EDITION = Path(__file__).resolve().parents[2] / "assets" / "2023"
PICTURE = Picture("photo", 960, 540, "")


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    start, frames = draw(st.integers(0, 400)), draw(st.integers(1, 60))
    entrance = Slide(start, frames, dx=30) if draw(st.booleans()) else Show(start)
    until = draw(st.none() | st.integers(start + 1, 500))
    return Box(
        name=f"b{start}", x=0, y=0, width=9, height=9, colour=Colour.SUN,
        entrance=entrance, until=until,
    )  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    shots, start = [], 0
    for index in range(draw(st.integers(1, 4))):
        length = draw(st.integers(8, 500))
        elements: list[Element] = list(draw(st.lists(boxes(), max_size=4)))
        if draw(st.booleans()):
            elements.append(
                Photo(name="p", picture=PICTURE, x=0, y=0, width=960, height=540, drift=1.1)
            )
        shots.append(shot(index, start, length, Colour.SEA, *elements))
        start += length
    return plan_of(*shots)


@settings(deadline=None)
@given(plans(), st.sampled_from([FULL, DRAFT]))
def test_every_frame_is_shown_once_and_in_order(film: Plan, quality: Quality) -> None:
    found = segments.segments(film, quality.stride)
    shown = []
    for segment in found:
        due = [*segment.due(quality), segment.stop]
        assert due[0] == segment.start
        assert segment.start < segment.rest <= segment.stop
        shown += [(segment.shot, n) for n in range(segment.start, segment.stop)]
    assert shown == [(s.id, n) for s in film.shots for n in range(len(s.span))]


@settings(deadline=None)
@given(plans())
def test_what_moves_or_mixes_is_painted_frame_by_frame(film: Plan) -> None:
    found = segments.segments(film)
    for segment in found:
        painted = set(segment.due(FULL))
        length = next(len(s.span) for s in film.shots if s.id == segment.shot)
        moving = {
            n for span in segment.drawing.motion(length) for n in range(span.start, span.stop)
        }
        moving |= set(range(segment.crossfade))
        assert moving & set(range(segment.start, segment.stop)) <= painted


@pytest.fixture(scope="module")
def sample() -> Plan:
    """The sample's film, as far as it needs no file: its flat shapes and words."""
    reading = storyboard.read(EDITION / "storyboard.yaml")
    assert reading.storyboard is not None
    film = plan(reading.storyboard, assumed(reading))
    flat = (
        replace(s, drawing=replace(s.drawing, elements=tuple(filter(_flat, s.drawing.elements))))
        for s in film.shots
    )
    return replace(film, shots=tuple(flat))


def _flat(element: Element) -> bool:
    return not hasattr(element, "picture") and not hasattr(element, "clip")


@pytest.mark.parametrize("abrupt", [False, True], ids=["film", "draft"])
def test_what_rests_does_not_change(sample: Plan, abrupt: bool) -> None:
    """Of every rest of the sample: its first, its middle and its last frame."""
    seen = 0
    for found in sample.shots:
        drawing = found.drawing.abrupt() if abrupt else found.drawing
        painter, length = ShotPainter(drawing, 320, 180), len(found.span)
        spans = [*drawing.motion(length)]
        for span, following in zip(spans, [*spans[1:], None], strict=True):
            end = following.start if following else length
            still = painter.frame(span.stop - 1)
            for number in {span.stop, (span.stop + end) // 2, end - 1}:
                if span.stop <= number < end:
                    assert (painter.frame(number) == still).all(), (found.id, number)
                    seen += 1
    assert seen > 2 * len(sample.shots)


def test_a_draft_shows_each_thing_when_the_film_begins_to(sample: Plan) -> None:
    for found in sample.shots:
        film, draft = found.drawing, found.drawing.abrupt()
        for one, other in zip(film.elements, draft.elements, strict=True):
            starts = [
                next((n for n in range(len(found.span)) if e.entrance.progress(n) > 0), None)
                for e in (one, other)
            ]
            if isinstance(one.entrance, Run) or hasattr(one.entrance, "run"):
                assert starts[1] is None or starts[0] is None or starts[1] >= starts[0]
                assert other.entrance.progress(10_000) == one.entrance.progress(10_000)
            else:
                assert starts[0] == starts[1], (found.id, one.name)


def made(film: Plan) -> dict[str, set[str]]:
    """Shot → the keys of its segments."""
    found: dict[str, set[str]] = {}
    for segment, key in segments.keys(segments.segments(film), FULL).items():
        found.setdefault(segment.shot, set()).add(key)
    return found


def pieces() -> Plan:
    lane = Stroke(name="c", course=((0.0, 9.0), (99.0, 9.0)), width=9, colour=Colour.SUN)
    box = Box(name="b", x=0, y=0, width=9, height=9, colour=Colour.SUN)
    photo = Photo(name="p", picture=PICTURE, x=0, y=0, width=960, height=540, drift=1.1)
    return plan_of(
        shot(0, 0, 90, Colour.FLAME, lane),
        shot(1, 90, 150, Colour.SEA, photo, box),
        shot(2, 240, 50, Colour.NIGHT, box),
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda s: replace(s, elements=(s.elements[0], replace(s.elements[1], width=10))),
        lambda s: replace(s, elements=(replace(s.elements[0], drift=1.2), s.elements[1])),
        lambda s: replace(s, elements=(s.elements[0], replace(s.elements[1], entrance=Show(3)))),
        lambda s: replace(s, field=Colour.IVORY),
        lambda s: replace(
            s,
            elements=(replace(s.elements[0], picture=replace(PICTURE, digest="2")), s.elements[1]),
        ),
    ],
    ids=["shape", "drift", "entrance", "field", "picture"],
)
def test_a_change_renders_its_shot_and_the_crossfade_after_it(change) -> None:  # type: ignore[no-untyped-def]
    film = pieces()
    first, second, third = film.shots
    changed = plan_of(first, replace(second, drawing=change(second.drawing)), third)
    before, after = made(film), made(changed)
    assert before["plan-0"] == after["plan-0"]
    assert not before["plan-1"] & after["plan-1"]
    assert not before["plan-2"] & after["plan-2"]
    assert len(segments.segments(film)) > len(film.shots)


def test_a_long_shot_after_a_changed_one_is_made_again_only_where_it_mixes() -> None:
    film = pieces()
    first, second, third = film.shots
    other = replace(first, drawing=replace(first.drawing, field=Colour.IVORY))
    before, after = made(film), made(plan_of(other, second, third))
    assert len(before["plan-1"]) == 2
    assert len(before["plan-1"] & after["plan-1"]) == 1
    assert before["plan-2"] == after["plan-2"]


def test_a_film_that_is_only_moved_is_not_made_again() -> None:
    film = pieces()
    later = tuple(
        replace(s, title="Autre", id=f"{s.id}-bis", path=("jours", 3)) for s in film.shots
    )
    keys = set().union(*made(film).values())
    assert set().union(*made(replace(film, shots=later)).values()) == keys
