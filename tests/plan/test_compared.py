"""Before and after, and the photo of everybody: pictures that are looked at, whole and bare."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from ceremonie.formats import SCREENS, Bounds, Screen, Shape
from ceremonie.media.examination import Face
from ceremonie.media.material import Picture
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.cropping import move, shown
from ceremonie.planning.drawing import Drawing, Photo, Text
from ceremonie.planning.pictured_content import Compared, GroupPhoto, Subject
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames

from . import measures
from .composed import composed, prose, words
from .materials import day, planned, workshop

SUBJECT = Subject("jardin", Section.DAYS, 0)
LENGTH = 230
SIZES = {"lying": (2400, 1600), "upright": (1600, 2400)}
ROW: tuple[Face, ...] = tuple((x / 10, 0.1, x / 10 + 0.08, 0.3) for x in range(1, 9))


def compared(
    size: tuple[int, int], *, faces: tuple[Face, ...] = (), long: bool = False
) -> Compared:
    heading, place, caption = prose(150), prose(90), prose(150)
    if not long:
        heading, place, caption = "La cour", "Créteil", "Six cents mètres carrés de terre"
    before, after = (Picture(name, *size, name) for name in ("avant", "apres"))
    labels = "Avant", "Après"
    before = replace(before, faces=faces)
    return Compared(heading, place, SUBJECT, before, after, labels, caption, LENGTH)


def on_screen(content: Content, shape: Shape) -> Drawing:
    return replace(composed(content, shape), frames=LENGTH)


def photos(drawing: Drawing) -> list[Photo]:
    return [e for e in drawing.elements if isinstance(e, Photo) and not e.dimmed]


def head(photo: Photo, face: Face, frame: int) -> Bounds:
    view, (left, top, right, bottom) = move(photo).view(frame), face
    wide, high = photo.picture.width * view.scale, photo.picture.height * view.scale
    x, y = photo.x + view.x, photo.y + view.y
    return Bounds(x + left * wide, y + top * high, x + right * wide, y + bottom * high)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", Shape)
def test_before_is_looked_at_then_gives_way_to_after_in_the_same_crop(
    shape: Shape, size: str
) -> None:
    drawing = on_screen(compared(SIZES[size]), shape)
    before, after = photos(drawing)
    passing = [frame for frame in range(LENGTH) if 0 < after.presence(frame) < 1]
    assert passing[0] >= frames(3)
    assert LENGTH - passing[-1] >= frames(3)
    assert before.until is not None
    assert before.until > passing[-1]
    assert shown(before) == shown(after)
    assert move(before) == move(after)
    assert words(drawing, "avant") == ["Avant"]
    assert words(drawing, "après") == ["Après"]


@pytest.mark.parametrize(("size", "shape"), [*product(SIZES, Shape)])
def test_long_words_about_both_are_read_in_every_shape(size: str, shape: Shape) -> None:
    assert measures.faults(on_screen(compared(SIZES[size], long=True), shape)) == {}


@pytest.mark.parametrize(("size", "screen"), [*product(SIZES, Screen)])
def test_a_slide_shows_both_side_by_side_with_their_labels(size: str, screen: Screen) -> None:
    staging = Staging(SCREENS[screen], viewing=ROOM)
    drawing = compose(compared(SIZES[size], long=True), staging)
    before, after = photos(drawing)
    assert before.x + before.width < after.x
    assert (before.width, before.height) == (after.width, after.height)
    assert shown(before) == shown(after)
    assert measures.faults(drawing) == {}


def test_labels_go_to_the_other_corner_where_a_head_is() -> None:
    at_left: tuple[Face, ...] = ((0.02, 0.05, 0.12, 0.25),)
    drawing = on_screen(compared(SIZES["lying"], faces=at_left), Shape.WIDE)
    label = next(e for e in drawing.elements if e.name == "après")
    assert isinstance(label, Text)
    assert label.x > 960


def test_without_motion_both_have_their_time() -> None:
    still = on_screen(compared(SIZES["lying"]), Shape.WIDE).still()
    before, after = photos(still)
    assert before.visible(0)
    assert not after.visible(0)
    assert after.visible(LENGTH - 1)


def test_a_workshop_tells_what_was_before_and_after_in_film_slide_and_notes() -> None:
    pair = {
        "avant": {"fichier": "avant-2400x1600.jpg", "alt": "Du bitume", "legende": "En mars"},
        "apres": {"fichier": "apres-2400x1600.jpg", "alt": "Des arbres"},
        "legende": "La cour a reverdi",
    }
    plan = planned(jours=day(workshop("a-2400x1600.jpg", avant_apres=pair)))
    shot = next(shot for shot in plan.shots if shot.kind == "avant-apres")
    page = next(page for page in plan.pages if page.kind == "avant-apres")
    assert [photo.picture.alternative for photo in photos(shot.drawing)] == [
        "Du bitume",
        "Des arbres",
    ]
    assert "La cour a reverdi." in page.notes
    assert "En mars" in page.notes
    assert plan.diagnostics == ()


def test_photos_that_do_not_lie_over_each_other_are_told_at_the_second() -> None:
    pair = {
        "avant": {"fichier": "avant-2400x1600.jpg", "alt": "Du bitume"},
        "apres": {"fichier": "apres-1600x2400.jpg", "alt": "Des arbres"},
    }
    plan = planned(jours=day(workshop("a-2400x1600.jpg", avant_apres=pair)))
    place = ("jours", 0, "ateliers", 0, "avant_apres", "apres", "fichier")
    assert [(d.slug, d.path) for d in plan.diagnostics] == [("avant-apres-sens", place)]


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("size", SIZES)
def test_the_title_of_a_group_photo_lies_over_no_head(size: str, shape: Shape) -> None:
    low: tuple[Face, ...] = ((0.05, 0.75, 0.2, 0.98),)
    picture = Picture("groupe", *SIZES[size], "", faces=ROW + low)
    drawing = on_screen(GroupPhoto("Toutes et tous, réunis", picture, LENGTH), shape)
    (photo,) = photos(drawing)
    plates = [e for e in drawing.elements if isinstance(e, Text)]
    for plate, face, frame in product(plates, picture.faces, (0, 100, LENGTH)):
        assert plate.room
        assert not head(photo, face, frame).meets(plate.room)
    assert measures.faults(drawing) == {}


def test_a_group_photo_with_heads_in_every_corner_has_no_title_over_it() -> None:
    corners: tuple[Face, ...] = tuple(
        (x, y, x + 0.2, y + 0.25) for x, y in product((0.02, 0.78), (0.08, 0.7))
    )
    picture = Picture("groupe", 2400, 1350, "", faces=corners)
    drawing = on_screen(GroupPhoto("Toutes et tous", picture, LENGTH), Shape.WIDE)
    assert not [e for e in drawing.elements if isinstance(e, Text)]


@pytest.mark.parametrize("screen", Screen)
def test_a_slide_shows_everybody_of_a_group_photo(screen: Screen) -> None:
    wide: tuple[Face, ...] = ((0.0, 0.4, 0.08, 0.5), (0.92, 0.4, 1.0, 0.5))
    canvas = SCREENS[screen]
    for size in SIZES.values():
        content = GroupPhoto("Toutes et tous", Picture("groupe", *size, "", faces=wide))
        drawing = compose(content, Staging(canvas, viewing=ROOM))
        (photo,) = photos(drawing)
        part = shown(photo)
        assert part.left <= 0.001
        assert part.right >= 0.999
        assert measures.faults(drawing) == {}


@pytest.mark.parametrize("size", ["1920x1080", "1920x1200", "2400x1600", "1600x1200"])
def test_a_group_photo_in_which_no_head_was_seen_keeps_both_its_ends(size: str) -> None:
    moment = {
        "type": "photo",
        "titre": "Toutes et tous",
        "film": True,
        "media": {"fichier": f"groupe-{size}.jpg", "alt": "Le groupe"},
    }
    for screen in Screen:
        plan = planned(
            moments=[moment], diaporama={"format": str(screen)}, deroule=["titre", "moments"]
        )
        page = next(one for one in plan.pages if one.kind == "photo")
        (photo,) = photos(page.drawing)
        assert (shown(photo).left, shown(photo).right) == pytest.approx((0, 1))
    plan = planned(shapes=tuple(Shape), moments=[moment], deroule=["titre", "moments"])
    for cut in plan.in_each_shape:
        shot = next(one for one in cut.shots if one.kind == "photo")
        photo = next(one for one in photos(shot.drawing) if not one.dimmed)
        assert photo.camera
        for view in (photo.camera.start, photo.camera.end):
            wide = photo.picture.width * view.scale
            assert -view.x / wide <= 0.041
            assert (photo.width - view.x) / wide >= 0.959
