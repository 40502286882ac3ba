"""Transitions: each is a function of its frame, from one shot to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from ceremonie.film.painting.colour import empty, planes
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.painting.stills import still
from ceremonie.film.painting.transitions import painted
from ceremonie.formats import Bounds, Shape
from ceremonie.media.material import Picture
from ceremonie.planning import camera, motion
from ceremonie.planning.drawing import Element, Photo, Stroke, Text
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.model import Shot
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.planning.transitions import BEND, CAMERA, between, joined
from ceremonie.theme.palette import HOUSE, Colour
from ceremonie.theme.track import circle
from ceremonie.theme.type import Style

from .conftest import drawing
from .plans import shot

MakePicture = Callable[..., Picture]

OLD, LINE, LANE, NEW = 30, 60, 120, 200
"""Luma of both shots, of the lane between them and of its lines: no mixture of two that touch is
the old shot's or the new one's.
"""

SIZES = {Shape.WIDE: (640, 360), Shape.SQUARE: (360, 360), Shape.TALL: (360, 640)}
GREY, DARK = (121, 121, 121), (51, 51, 51)
"""What is painted as LANE and LINE."""

SWEEPING = Transition(Move.BEND, BEND, colour=GREY, line=DARK)
GOING_DOWN = Transition(Move.DESCENT, CAMERA, colour=GREY, line=DARK, about=(0.745, 2.426))
GOING_ALONG = Transition(Move.TRAVEL, CAMERA, heights=(0.8, 0.8), zoom=0.6)
MIXING = Transition(Move.DISSOLVE, 12)
MOVING = (SWEEPING, GOING_DOWN, GOING_ALONG)


def flat(luma: int, shape: Shape = Shape.WIDE) -> np.ndarray:
    frame = empty(*SIZES[shape])
    for plane, value in zip(planes(frame), (luma, 128, 128), strict=True):
        plane[:] = value
    return frame


def lumas(transition: Transition, shape: Shape = Shape.WIDE) -> list[np.ndarray]:
    """Of every frame of a transition between two even pictures."""
    old, new = flat(OLD, shape), flat(NEW, shape)
    frames = (painted(transition, n, old, new) for n in range(transition.frames))
    return [planes(frame)[0] for frame in frames]


def shares(transition: Transition, luma: int, shape: Shape = Shape.WIDE) -> list[float]:
    """How much of each frame shows exactly this."""
    return [float((frame == luma).mean()) for frame in lumas(transition, shape)]


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("transition", MOVING, ids=lambda t: t.move)
def test_the_old_shot_gives_way_to_the_new_one_and_never_comes_back(
    transition: Transition, shape: Shape
) -> None:
    old, new = shares(transition, OLD, shape), shares(transition, NEW, shape)
    assert all(before >= after for before, after in pairwise(old))
    assert all(before <= after for before, after in pairwise(new))
    assert old[0] > 0.9
    assert new[-1] > 0.9
    middle = transition.frames // 2
    assert new[middle] > 0.2


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("transition", MOVING, ids=lambda t: t.move)
def test_an_empty_lane_never_fills_the_screen(transition: Transition, shape: Shape) -> None:
    empty_part = [
        1 - a - b
        for a, b in zip(shares(transition, OLD, shape), shares(transition, NEW, shape), strict=True)
    ]
    assert max(empty_part) < 0.5


def test_the_bend_is_one_bowed_lane_with_its_two_lines() -> None:
    """In each row of its middle frames: the new picture, a line, the lane, a line, the old one."""
    for frame in lumas(SWEEPING)[6:11]:
        for row in frame[120:340:20]:
            steps = [int(v) for v in row if v in (OLD, NEW, LANE, LINE)]
            order = [a for a, b in pairwise([*steps, -1]) if a != b]
            assert order == [NEW, LINE, LANE, LINE, OLD]
        fronts = [int((row == OLD).argmax()) for row in frame]
        assert fronts[295] == max(fronts), "the axis of the low lanes is ahead"
        assert fronts[0] < fronts[295] - 60, "and the top far behind"


def test_edges_move_between_pixels_without_a_jump() -> None:
    """What a frame shows of the new shot grows by parts of a pixel: its edges are softened."""
    for transition in MOVING:
        soft = [
            np.isin(frame, (OLD, NEW, LANE, LINE), invert=True).sum() for frame in lumas(transition)
        ]
        assert min(soft[2:-2]) > 0


def test_the_camera_keeps_the_lanes_whole_where_two_shots_meet() -> None:
    """A lane twice as wide in the old shot: at their meeting it is as wide in both, and as high."""
    old, new = flat(OLD), flat(OLD)
    planes(old)[0][248:328] = planes(new)[0][268:308] = NEW
    going = Transition(Move.TRAVEL, CAMERA, heights=(0.8, 0.8), zoom=0.5)
    for number in range(3, CAMERA - 3):
        luma = planes(painted(going, number, old, new))[0]
        widths = (luma.astype(float) - OLD).sum(axis=0) / (NEW - OLD)
        assert abs(np.diff(widths)).max() < 0.5
        rows = np.arange(360) + 0.5
        middles = rows @ (luma - float(OLD)) / (luma - float(OLD)).sum(axis=0)
        assert abs(middles - 288).max() < 0.3


@pytest.mark.parametrize("transition", [*MOVING, MIXING], ids=lambda t: t.move)
def test_a_frame_of_a_transition_is_the_same_each_time_and_leaves_both_shots_as_they_are(
    transition: Transition,
) -> None:
    noise = np.random.default_rng(7)
    old, new = (noise.integers(16, 236, (270, 320), np.uint8) for _ in range(2))
    copies = old.copy(), new.copy()
    one, other = (painted(transition, 7, old, new) for _ in range(2))
    assert np.array_equal(one, other)
    assert np.array_equal(old, copies[0])
    assert np.array_equal(new, copies[1])


def test_a_cut_shows_the_new_shot_alone() -> None:
    new = flat(NEW)
    assert painted(CUT, 0, flat(OLD), new) is new


def words(text: str, name: str = "titre", baseline: float = 300) -> Text:
    return Text(
        name=name, lines=(text,), x=96, baseline=baseline, style=Style(120, 800),
        colour=Colour.PAPER, ground=Colour.DEEP, entrance=motion.text(motion.HEAD),
    )  # fmt: skip


def lane(width: float = 84, left: float = -20, right: float = 1940, y: float = 884) -> Stroke:
    return Stroke(
        name="couloir", course=((left, y), (right, y)), width=width, colour=Colour.BRIGHT,
        entrance=motion.lane(motion.HEAD), fixed=True,
    )  # fmt: skip


def picture(make_picture: MakePicture, width: float = 1920, height: float = 792) -> Photo:
    made = make_picture(np.full((9, 16, 3), 200, np.uint8))
    return Photo(
        name="photo", picture=made, x=0, y=0, width=width, height=height,
        camera=camera.zoom(made, Bounds(0, 0, width, height), 1.04, 100),
        entrance=motion.row(motion.HEAD),
    )  # fmt: skip


def showing(
    *elements: Element, field: Colour = Colour.DEEP, kind: str = "essai", index: int = 0
) -> Shot:
    return replace(shot(index, index * 100, 100, field, *elements), kind=kind, transition=CUT)


def test_what_two_shots_show_decides_the_transition(make_picture: MakePicture) -> None:
    photo, text = showing(picture(make_picture)), showing(words("Bonjour"))
    arc = circle((1430, 2620), 1830, -130).line(0, 0, 1500)
    day = showing(replace(lane(), course=arc, width=260), kind="chapitre", field=Colour.BRIGHT)
    portrait = showing(picture(make_picture, 336, 336))
    assert between(photo, text).move is Move.BEND, "a picture is swept away"
    assert between(text, photo).move is Move.BEND, "and uncovered"
    assert between(photo, text).colour == HOUSE.rgb(Colour.DEEP), "in the next field's colour"
    assert between(text, text) == between(portrait, text) == CUT
    down = between(photo, day)
    assert down.move is Move.DESCENT
    assert down.about == pytest.approx((1430 / 1920, 2620 / 1080), abs=1e-3)


def test_the_camera_follows_lanes_that_run_out_of_one_shot_and_into_the_next() -> None:
    opening = showing(lane(84), field=Colour.DEEP)
    relay = showing(lane(48, right=700), field=Colour.PAPER)
    along = between(opening, relay)
    assert (along.move, along.zoom) == (Move.TRAVEL, 48 / 84)
    assert along.heights == (884 / 1080, 884 / 1080)
    assert between(relay, opening) == CUT, "its lane ends in the frame"
    elsewhere = showing(lane(48, y=300), field=Colour.PAPER)
    assert between(opening, elsewhere) == CUT


def test_words_have_left_before_a_cut_and_what_both_shots_share_stays_at_rest() -> None:
    one = showing(lane(), words("Une escrimeuse"), words("Rencontre", "surtitre", 120))
    two = showing(lane(), words("Un nageur"), words("Rencontre", "surtitre", 120), index=1)
    old, new = joined((one, two))
    band, name, kicker = old.drawing.elements
    assert band.leaves is kicker.leaves is None
    assert [name.visible(number) for number in (91, 99, 100)] == [True, True, False]
    painter = ShotPainter(new.drawing, 12)
    assert new.drawing.elements[0].presence(0) == new.drawing.elements[2].presence(0) == 1
    assert new.drawing.elements[1].presence(0) < 1, "other words come in"
    rest = drawing(*(e for e in new.drawing.elements if e.name != "titre"))
    assert np.array_equal(painter.frame(0)[60:80], ShotPainter(rest, 12).frame(50)[60:80])


def test_words_leave_in_the_running_direction_and_never_backwards() -> None:
    shown, after = joined((showing(lane(), words("Bonjour")), showing(index=1)))
    (ink,) = (e for e in shown.drawing.elements if isinstance(e, Text))
    seen = drawing(replace(ink, colour=Colour.WHITE), field=Colour.BLACK)
    painter = ShotPainter(seen, 4)
    lumas = [painter.frame(number)[:270].astype(float) - 16 for number in range(90, 101)]
    amounts = [luma.sum() for luma in lumas]
    lefts = [int((luma.max(axis=0) > 9).argmax()) for luma in lumas[:-1]]
    assert amounts[0] == amounts[1] > amounts[2], "eight frames before the cut it begins"
    assert all(before > after for before, after in pairwise(amounts[1:]))
    assert all(before <= after for before, after in pairwise(lefts))
    assert amounts[-1] == 0
    assert after.drawing.elements == ()


def test_a_lane_that_makes_way_for_its_picture_runs_on_before_the_shot_ends() -> None:
    """Its tail follows; whatever comes next changes nothing in that."""
    course = ((0.0, 500.0), (1920.0, 500.0))
    lane = Stroke(
        name="couloir", course=course, width=96, colour=Colour.PAPER, leaves=motion.outrun(20)
    )
    old, _ = joined((showing(lane, words("Jour 1")), showing(index=1)))
    assert old.drawing.elements[0].leaves == lane.leaves
    assert old.drawing.staying().elements[0].leaves == lane.leaves
    painter = ShotPainter(replace(old.drawing, elements=(lane,)), 4)
    rows = [planes(painter.frame(number))[0][125] for number in range(20, 46)]
    lefts = [int((row > 200).argmax()) for row in rows if row.max() > 200]
    assert all(row[-1] > 200 for row in rows[: len(lefts)])
    assert lefts[0] == 0
    assert lefts[5:] == sorted(set(lefts[5:]))
    assert len(lefts) == lane.leaves.stop - 20 if lane.leaves else False


def test_nothing_leaves_what_the_bend_takes_away_nor_the_last_shot(
    make_picture: MakePicture,
) -> None:
    shots = (showing(picture(make_picture), words("Photo")), showing(words("Fin"), index=1))
    swept, last = joined(shots)
    assert last.transition.move is Move.BEND
    assert not [e for s in (swept, last) for e in s.drawing.elements if e.leaves]


def test_the_bend_uncovers_a_picture_that_is_there(make_picture: MakePicture) -> None:
    """Never a rectangle of its own."""
    _, new = joined((showing(words("Jour 1")), showing(picture(make_picture), index=1)))
    assert new.drawing.elements[0].entrance == AT_ONCE


def test_a_still_of_a_shot_shows_what_leaves_it() -> None:
    shown, _ = joined((showing(words("Bonjour")), showing(index=1)))
    assert still(shown, 12).max() > 200
    assert not shown.drawing.abrupt().elements[0].leaves
    assert shown.drawing.motion(101)[-1].stop == 101, "the frame on which it is gone is a new one"
