"""What of a picture a box shows: the focus near its middle, and no edge through a head."""

from __future__ import annotations

from itertools import product

import pytest

from ceremonie.formats import Bounds
from ceremonie.media.examination import Face
from ceremonie.media.material import Picture
from ceremonie.planning.cropping import severed, window

WIDE = (1600, 900)
UPRIGHT = (600, 900)
LETTERBOX = (1600, 300)


def picture(*faces: Face, size: tuple[int, int] = (1500, 1000), x: float = 0.5) -> Picture:
    return Picture("photo", *size, "", focus=(x, 0.5), faces=faces)


def test_without_heads_the_focus_is_in_the_middle_as_far_as_the_edges_allow() -> None:
    places = [window(picture(x=x), 500, 1000).left for x in (0, 0.5, 0.6, 1)]
    assert places == pytest.approx([0, 1 / 3, 0.6 - 1 / 6, 2 / 3])


@pytest.mark.parametrize(
    ("box", "x", "y"), list(product((WIDE, UPRIGHT, LETTERBOX), (0, 0.2, 0.85), (0, 0.4, 0.85)))
)
def test_a_head_stays_whole_wherever_it_is(box: tuple[int, int], x: float, y: float) -> None:
    head = (x, y, x + 0.15, y + 0.15)
    assert window(picture(head), *box).holds(Bounds(*head), 1e-6)


def test_two_heads_that_fit_together_are_both_shown() -> None:
    """The focus alone would cut the one on the left."""
    left, right = (0.3, 0.3, 0.4, 0.5), (0.7, 0.3, 0.8, 0.5)
    assert severed(picture(left, right, x=0.65), window(picture(left, right, x=0.65), 900, 1000)) \
        == pytest.approx(0, abs=1e-9)  # fmt: skip


def test_where_not_all_heads_fit_the_edges_still_cut_none() -> None:
    """The small one in the middle of the way is left out whole, or shown whole."""
    heads = ((0.02, 0.2, 0.22, 0.5), (0.38, 0.4, 0.43, 0.5), (0.8, 0.2, 1, 0.5))
    part = window(picture(*heads, x=0.3), 600, 1000)
    cut = [h for h in heads if h[0] < part.left < h[2] or h[0] < part.right < h[2]]
    assert not cut
    assert any(part.holds(Bounds(*head), 1e-6) for head in heads)


def test_a_face_larger_than_the_box_is_cut_at_both_sides_alike() -> None:
    part = window(picture((0.1, 0.1, 0.7, 0.9), x=0.9), 300, 1000)
    assert (part.left + part.right) / 2 == pytest.approx(0.4)


def test_a_head_comes_clear_of_what_lies_over_the_box() -> None:
    """The right half of the box is covered."""
    head = (0.45, 0.3, 0.55, 0.5)
    part = window(picture(head), 1000, 1000, clear=Bounds(0, 0, 0.5, 1))
    assert head[2] <= part.left + part.width / 2 + 1e-6


def test_a_closer_picture_shows_less_and_the_head_still() -> None:
    head = (0.7, 0.1, 0.9, 0.4)
    part = window(picture(head, x=0.8), 1000, 1000, zoom=2)
    assert (part.width, part.height) == pytest.approx((1 / 3, 0.5))
    assert part.holds(Bounds(*head), 1e-6)
