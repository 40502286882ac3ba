"""Frames as pictures: what is where, in which colour, at which frame.

Colours go through 8-bit YUV and back: they are compared within 3 of 255 away from edges.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.painting.stills import Image, paint
from ceremonie.formats import FORMATS, Bounds, Shape
from ceremonie.media.material import Picture, SubtitleCue
from ceremonie.planning.camera import zoom
from ceremonie.planning.drawing import (
    Anchor,
    Area,
    Box,
    Caption,
    Disc,
    Element,
    Fit,
    Flame,
    Photo,
    Pictogram,
    Stroke,
    Text,
)
from ceremonie.planning.entrances import (
    AT_ONCE,
    Cascade,
    Follow,
    Grow,
    Rise,
    Show,
    Slide,
    run,
)
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.palette import HOUSE, Colour, Palette
from ceremonie.theme.type import Scale
from ceremonie.theme.typeface import width

from .conftest import drawing

SCALE = Scale()

MakePicture = Callable[..., Picture]


def is_colour(image: Image, colour: Colour) -> np.ndarray:
    """Where the picture has this colour, within 3 of 255 in each channel; so not within 3 px
    of an edge, where chroma at half resolution mixes both sides.
    """
    return np.asarray((np.abs(image.astype(int) - HOUSE.rgb(colour)) <= 3).all(axis=2))


def extent(mask: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is set; right and bottom excluded."""
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def box(**more: object) -> Box:
    given = {
        "name": "boîte",
        "x": 100,
        "y": 200,
        "width": 400,
        "height": 300,
        "colour": Colour.BRIGHT,
    }
    return Box(**{**given, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", list(Colour))
def test_a_field_has_its_colour(colour: Colour) -> None:
    assert is_colour(paint(drawing(field=colour)), colour).all()


OTHER = Palette(paper="FDF6FF", bright="9BE7C4", middle="D98CB3", deep="5B2A86", ink="1A0B2E")
"""A town's own colours."""


def test_shapes_and_field_wear_the_colours_of_the_event() -> None:
    image = paint(replace(drawing(box()), palette=OTHER))
    left, top, *_ = extent(is_colour(paint(drawing(box())), Colour.BRIGHT))
    for where, colour in (((top + 9, left + 9), Colour.BRIGHT), ((1070, 1910), Colour.DEEP)):
        assert np.abs(image[where].astype(int) - OTHER.rgb(colour)).max() <= 3


@pytest.mark.parametrize("shape", list(Shape))
def test_a_drawing_fills_the_canvas_of_its_format(shape: Shape) -> None:
    canvas = FORMATS[shape]
    corner = box(x=canvas.width - 60, y=canvas.height - 90, width=60, height=90)
    whole = replace(drawing(corner), format=canvas)
    assert paint(whole).shape == (canvas.height, canvas.width, 3)
    edges = canvas.width - 60, canvas.height - 90, canvas.width, canvas.height
    assert extent(is_colour(paint(whole), Colour.BRIGHT)) == pytest.approx(edges, abs=4)
    assert paint(whole, reduction=3).shape == (canvas.height // 3, canvas.width // 3, 3)


def test_a_box_is_where_it_was_planned() -> None:
    left, top, right, bottom = extent(is_colour(paint(drawing(box())), Colour.BRIGHT))
    assert (left, top, right, bottom) == pytest.approx((100, 200, 500, 500), abs=2)


def test_a_disc_and_its_ring_cover_their_area() -> None:
    disc = Disc(
        name="disque",
        x=960,
        y=540,
        radius=200,
        colour=Colour.BRIGHT,
        ring=Colour.INK,
        ring_width=20,
    )
    image = paint(drawing(disc))
    assert is_colour(image, Colour.BRIGHT).sum() == pytest.approx(math.pi * 188**2, rel=0.02)
    ring = math.pi * (209**2 - 191**2)
    assert is_colour(image, Colour.INK).sum() == pytest.approx(ring, rel=0.1)


def test_a_stroke_is_as_wide_as_its_pen_and_ends_square() -> None:
    course = tuple((300.0 + 10 * i, 540.0) for i in range(51))
    lane = Stroke(name="couloir", course=course, width=96, colour=Colour.BRIGHT)
    assert extent(is_colour(paint(drawing(lane)), Colour.BRIGHT)) == pytest.approx(
        (300, 492, 800, 588), abs=2
    )


def test_a_line_round_a_corner_keeps_its_width() -> None:
    """A star of four sharp points, lined with a pen 20 px wide."""
    turns = [math.pi / 4 * i for i in range(8)]
    star = tuple(
        (960 + r * math.cos(a), 540 + r * math.sin(a))
        for a, r in zip(turns, [400, 200] * 4, strict=True)
    )
    area = Area(
        name="étoile", outlines=(star,), colour=Colour.DEEP, line=Colour.BRIGHT, line_width=20
    )
    around = sum(math.dist(p, q) for p, q in zip(star, (*star[1:], star[0]), strict=True))
    y = ShotPainter(drawing(area)).frame(0)[:1080].astype(float)
    field, pen = (
        ShotPainter(drawing(field=c)).frame(0)[0, 0] for c in (Colour.DEEP, Colour.BRIGHT)
    )
    inked = ((y - float(field)) / (float(pen) - float(field))).sum()
    assert inked == pytest.approx(around * 20, rel=0.01)


def test_an_area_leaves_its_holes_open() -> None:
    outer = ((100.0, 100.0), (900.0, 100.0), (900.0, 900.0), (100.0, 900.0))
    inner = ((400.0, 400.0), (600.0, 400.0), (600.0, 600.0), (400.0, 600.0))
    image = paint(drawing(Area(name="commune", outlines=(outer, inner), colour=Colour.BRIGHT)))
    assert is_colour(image, Colour.BRIGHT)[200, 200]
    assert is_colour(image, Colour.DEEP)[500, 500]


@pytest.mark.parametrize("anchor", list(Anchor))
def test_text_stands_on_its_ink(anchor: Anchor) -> None:
    text = Text(
        name="texte",
        lines=("Égalité",),
        x=900,
        baseline=500,
        style=SCALE.body.at(120),
        colour=Colour.PAPER,
        ground=Colour.DEEP,
        anchor=anchor,
    )
    left, _, right, bottom = extent(is_colour(paint(drawing(text)), Colour.PAPER))
    wide = width("Égalité", text.style)
    start = {Anchor.START: 900.0, Anchor.MIDDLE: 900 - wide / 2, Anchor.END: 900 - wide}[anchor]
    assert left == pytest.approx(start, abs=3)
    assert right == pytest.approx(start + wide, abs=3)
    assert bottom == pytest.approx(500 + 0.24 * 120, abs=8)  # the g goes below the line


def test_lines_stand_their_leading_apart_and_capitals_their_height() -> None:
    text = Text(
        name="texte",
        lines=("H", "H"),
        x=100,
        baseline=400,
        style=SCALE.body.at(200),
        colour=Colour.PAPER,
        ground=Colour.DEEP,
    )
    _, top, _, bottom = extent(is_colour(paint(drawing(text)), Colour.PAPER))
    assert top == pytest.approx(400 - CAP_HEIGHT * 200, abs=3)
    assert bottom == pytest.approx(400 + text.style.line_height, abs=3)


def test_large_zeros_are_plain() -> None:
    def middle(plain: bool) -> bool:
        zero = Text(
            name="zéro",
            lines=("0",),
            x=500,
            baseline=700,
            style=SCALE.figure,
            colour=Colour.PAPER,
            ground=Colour.DEEP,
            plain_zero=plain,
        )
        eye = is_colour(paint(drawing(zero)), Colour.PAPER)
        y = round(700 - SCALE.figure.size * 0.334)
        return bool(eye[y, round(500 + width("0", SCALE.figure) / 2)])

    assert middle(plain=False)
    assert not middle(plain=True)


def test_flame_and_pictogram_are_drawn_in_their_place() -> None:
    flame = Flame(name="flamme", x=500, y=500, radius=90)
    ball = Pictogram(name="ballon", symbol="basket", x=1000, y=300, size=400, colour=Colour.INK)
    image = paint(drawing(flame, ball))
    left, top, right, bottom = extent(is_colour(image, Colour.MIDDLE))
    assert (left, top, right, bottom) == pytest.approx((410, 320, 590, 590), abs=4)
    assert is_colour(image, Colour.PAPER)[500, 500]
    ink = is_colour(image, Colour.INK)
    assert 1000 < extent(ink)[0] < extent(ink)[2] < 1400
    assert ink.sum() > 0.3 * 400 * 400


def test_subtitles_are_white_on_a_black_band() -> None:
    """Of 92 % opacity (charter): 8 % of what lies below is still seen."""
    image = caption("Bonjour", "à tous.")
    left, top, right, bottom = extent(image.max(axis=2) < 40)
    assert (left + right) / 2 == pytest.approx(960, abs=2)
    assert bottom == pytest.approx(1026, abs=2)
    inside = image[top:bottom, left:right]
    assert is_colour(inside, Colour.WHITE).any()
    below, band = image[10, 10].astype(int), inside[8, 8].astype(int)
    assert band == pytest.approx(0.08 * below, abs=3)
    assert below.max() > 80


@pytest.mark.parametrize("words", ["Merci ^_^", "2^10", "^ en haut ^"])
def test_a_caret_in_subtitles_is_seen_and_raises_nothing(words: str) -> None:
    seen = caption(words)
    assert (seen != caption(words.replace("^", ""))).any()
    assert (seen == caption(words.replace("^", "\u02c6"))).all()


def caption(*lines: str) -> Image:
    cue = SubtitleCue(10, 20, lines)
    return paint(drawing(Caption(name="sous-titre", style=SCALE.subtitle, cue=cue)), 15)


def gradient(wide: int = 400, high: int = 300) -> np.ndarray:
    """Red grows to the right, green downwards."""
    x, y = np.meshgrid(np.linspace(0, 250, wide), np.linspace(0, 250, high))
    return np.dstack([x, y, np.full_like(x, 60)]).astype(np.uint8)


def photo(picture: Picture, **more: object) -> Photo:
    given = {"name": "photo", "x": 200, "y": 100, "width": 800, "height": 600}
    return Photo(**{"picture": picture, **given, **more})  # type: ignore[arg-type]


def test_a_photo_fills_its_box_in_its_own_colours(make_picture: MakePicture) -> None:
    image = paint(drawing(photo(make_picture(gradient()))))
    assert is_colour(image, Colour.DEEP)[:, 1002:].all()
    assert image[400, 600].astype(int) == pytest.approx((125, 125, 60), abs=4)
    assert image[104, 204].astype(int) == pytest.approx((1, 1, 60), abs=6)


def test_a_photo_is_cut_by_its_mask_and_covered_by_what_follows(
    make_picture: MakePicture,
) -> None:
    triangle = ((200.0, 100.0), (1000.0, 100.0), (200.0, 700.0))
    image = paint(
        drawing(
            photo(make_picture(gradient()), mask=triangle),
            box(x=250, y=150, width=100, height=100),
        )
    )
    assert is_colour(image, Colour.DEEP)[650, 950]
    assert is_colour(image, Colour.BRIGHT)[200, 300]
    assert not is_colour(image, Colour.DEEP)[150, 500]


def test_the_focus_point_decides_what_a_crop_keeps(make_picture: MakePicture) -> None:
    wide = gradient(1200, 300)
    shown = [
        paint(drawing(photo(make_picture(wide, f"{x}.png", focus=(x, 0.5)))))[400, 600, 0]
        for x in (0.0, 0.5, 1.0)
    ]
    assert shown[0] < shown[1] - 30 < shown[2] - 60


def test_a_drift_grows_about_the_focus(make_picture: MakePicture) -> None:
    dot = np.full((900, 1200, 3), 20, np.uint8)
    dot[445:456, 295:306] = 250
    picture = make_picture(dot, focus=(0.25, 0.5))
    move = zoom(picture, Bounds(0, 0, 1200, 600), 1.1, 50)
    element = photo(picture, x=0, y=0, width=1200, camera=move)
    painter = ShotPainter(drawing(element, frames=50))

    def centre(number: int) -> float:
        luma = painter.frame(number)[:1080].astype(float) - 40
        luma[luma < 0] = 0
        return float(
            (luma[:600, :1200].sum(axis=0) * np.arange(1200)).sum() / luma[:600, :1200].sum()
        )

    assert centre(0) == pytest.approx(centre(50), abs=3)


def test_a_logo_keeps_its_transparency(make_picture: MakePicture) -> None:
    logo = np.zeros((100, 300, 4), np.uint8)
    logo[:, :150] = (*HOUSE.rgb(Colour.INK), 255)
    element = photo(
        make_picture(logo, alpha=True), x=300, y=300, width=600, height=600, fit=Fit.CONTAIN
    )
    image = paint(drawing(element))
    assert is_colour(image, Colour.INK)[600, 400]
    assert is_colour(image, Colour.DEEP)[600, 800]
    assert is_colour(image, Colour.DEEP)[350, 400]


@pytest.mark.parametrize(
    "entrance",
    [Show(10), run(10, 10), Slide(10, 10, dx=-48), Grow(10, 10), Slide(10, 10, dy=60, wipe=False)],
    ids=str,
)
def test_an_entrance_begins_with_nothing_and_ends_at_rest(entrance: object) -> None:
    course = tuple((300.0 + 10 * i, 540.0) for i in range(51))
    lane = Stroke(
        name="couloir",
        course=course,
        width=96,
        colour=Colour.BRIGHT,
        entrance=entrance,  # type: ignore[arg-type]
    )
    moving, rested = drawing(lane), drawing(Stroke(**{**vars(lane), "entrance": AT_ONCE}))
    assert is_colour(paint(moving, 9), Colour.DEEP).all()
    assert (paint(moving, 20) == paint(rested, 0)).all()


def test_a_lane_is_drawn_from_its_start() -> None:
    course = tuple((300.0 + 10 * i, 540.0) for i in range(51))
    lane = Stroke(
        name="couloir", course=course, width=96, colour=Colour.BRIGHT, entrance=run(0, 20)
    )
    seen = [extent(is_colour(paint(drawing(lane), n), Colour.BRIGHT)) for n in (5, 10, 15)]
    assert all(left == pytest.approx(300, abs=2) for left, *_ in seen)
    assert seen[0][2] < seen[1][2] < seen[2][2]
    assert seen[1][2] == pytest.approx(550, abs=3)


def test_a_wipe_opens_from_the_edge_it_comes_from() -> None:
    arriving = box(entrance=Slide(0, 20, dx=-48))
    left, _, right, _ = extent(is_colour(paint(drawing(arriving), 2), Colour.BRIGHT))
    assert left == pytest.approx(100, abs=3)
    assert right < 495


def test_what_follows_moves_along_its_course_and_rests_at_its_end() -> None:
    course = ((100.0, 500.0), (1100.0, 500.0))
    head = Disc(
        name="tête",
        x=1100,
        y=500,
        radius=50,
        colour=Colour.BRIGHT,
        entrance=Follow(course, run(0, 20)),
    )
    places = [extent(is_colour(paint(drawing(head), n), Colour.BRIGHT))[0] for n in (10, 20)]
    assert places == pytest.approx([550, 1050], abs=3)


def test_an_element_is_gone_from_its_last_frame_on() -> None:
    passing = box(until=30)
    assert is_colour(paint(drawing(passing), 29), Colour.BRIGHT).any()
    assert not is_colour(paint(drawing(passing), 30), Colour.BRIGHT).any()


def everything(make_picture: MakePicture) -> tuple[Element, ...]:
    picture = make_picture(gradient())
    move = zoom(picture, Bounds(200, 100, 1000, 700), 1.04, 100)
    return (
        box(entrance=Slide(5, 14, dx=-48)),
        photo(picture, camera=move, entrance=Slide(2, 18, dx=-1)),
        Disc(name="disque", x=500, y=500, radius=90, colour=Colour.BRIGHT, entrance=Grow(8)),
        box(name="passage", until=25),
    )


def test_a_frame_depends_on_its_number_alone(make_picture: MakePicture) -> None:
    elements = everything(make_picture)
    in_order = ShotPainter(drawing(*elements))
    forwards = [in_order.frame(n).copy() for n in range(40)]
    for number in (39, 3, 24, 25, 10):
        assert (ShotPainter(drawing(*elements)).frame(number) == forwards[number]).all()
        assert (in_order.frame(number) == forwards[number]).all()


def test_a_draft_is_the_same_picture_smaller(make_picture: MakePicture) -> None:
    whole = drawing(*everything(make_picture))
    large, small = paint(whole, 60), paint(whole, 60, 3)
    reduced = large.reshape(360, 3, 640, 3, 3).mean(axis=(1, 3))
    assert np.abs(reduced - small).mean() < 2


def test_a_picture_grows_about_its_middle_and_follows_a_course(make_picture: MakePicture) -> None:
    """As the flame does, which an event's own emblem may stand for."""
    pixels = np.full((100, 100, 4), (*HOUSE.rgb(Colour.PAPER), 255), np.uint8)
    picture = make_picture(pixels, alpha=True)
    there = {"x": 800, "y": 400, "width": 100, "height": 100, "fit": Fit.CONTAIN}
    growing = Photo(name="emblème", picture=picture, entrance=Grow(0, 10), **there)  # type: ignore[arg-type]
    course = ((450.0, 450.0), (850.0, 450.0))
    follow = Follow(course, run(0, 10))
    led = Photo(name="emblème", picture=picture, entrance=follow, **there)  # type: ignore[arg-type]
    seen = [
        extent(is_colour(paint(drawing(shape), frame), Colour.PAPER))
        for shape, frame in ((growing, 0), (growing, 10), (led, 5), (led, 10))
    ]
    small, whole, halfway, arrived = seen
    assert small[0] + small[2] == pytest.approx(1700, abs=4)
    assert small[2] - small[0] == pytest.approx(100 * Grow(0, 10).progress(0), abs=4)
    assert whole == pytest.approx((800, 400, 900, 500), abs=2)
    assert halfway == pytest.approx((600, 400, 700, 500), abs=2)
    assert arrived == pytest.approx((800, 400, 900, 500), abs=2)


def test_a_quote_is_uncovered_line_by_line() -> None:
    style = SCALE.body.at(96)
    quote = Text(
        name="mots", lines=("AAAA", "BBBB"), x=200, baseline=400, style=style,
        colour=Colour.PAPER, ground=Colour.DEEP, entrance=Cascade(0, 2, lag=6, dx=-48),
    )  # fmt: skip
    painter = ShotPainter(drawing(quote))
    blank = ShotPainter(drawing()).frame(0)
    seen = [np.abs(painter.frame(n)[:1080].astype(int) - blank[:1080]).sum(axis=1) for n in (4, 40)]
    below = slice(int(400 + style.line_height) - 60, 600)
    assert seen[0][300:410].any()
    assert not seen[0][below].any()
    assert seen[1][below].any()


def test_a_ribbon_rises_without_a_step_or_a_gap() -> None:
    """Two lanes side by side on a hump: where they meet, no field is seen at any time."""
    x = np.linspace(-20, 1940, 200)
    hump = 300 * np.exp(-(((x - 960) / 200) ** 2))
    lanes = [
        Stroke(
            name=f"couloir {n}", width=80, colour=colour, entrance=Rise(run(-6, 12), 4, 24),
            course=tuple((float(a), 800 + 80 * n - float(b)) for a, b in zip(x, hump, strict=True)),
        )
        for n, colour in enumerate((Colour.BRIGHT, Colour.PAPER))
    ]  # fmt: skip
    painter = ShotPainter(drawing(*lanes))
    field, tops = painter.frame(0)[0, 960], []
    for number in range(8, 32, 4):
        seen = painter.frame(number)[:1080, 960] != field
        tops.append(int(seen.argmax()))
        assert seen[tops[-1] : tops[-1] + 150].all()
    assert tops == sorted(tops, reverse=True)
    assert tops[0] > 740
    assert tops[-1] < 480
