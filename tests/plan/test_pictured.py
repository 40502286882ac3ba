"""Pictures, clips and cards in every shape: words of any length are read, nothing is cut."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.deck.markup import fitting
from ceremonie.formats import FORMATS, Bounds, Screen, Shape
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.planning import cropping, motion
from ceremonie.planning.content import Content, Played
from ceremonie.planning.drawing import (
    Box,
    Caption,
    Disc,
    Drawing,
    Element,
    Footage,
    Photo,
    Stroke,
    Text,
)
from ceremonie.planning.entrances import changing
from ceremonie.planning.moments.sheets import READ_AT_MOST
from ceremonie.planning.pictured_content import (
    Captioned,
    Card,
    Cell,
    Framed,
    Mosaic,
    Sheet,
    Subject,
)
from ceremonie.planning.slot import READ
from ceremonie.planning.typography import french
from ceremonie.storyboard import programme
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.units import FRAME_RATE

from . import measures
from .composed import composed, prose, words
from .conftest import MakePlan, clip, picture, workshop
from .materials import day, planned
from .materials import workshop as at_the_pool
from .measures import faults

WORD = "Intergénérationnelles"
LENGTHS = {"word": WORD, "usual": "Football à cinq", "long": prose(75), "longest": prose(160)}
PLACES = {"usual": "Jour 1, Saint-Maur-des-Fossés", "longest": f"Jour 1, {prose(160)}"}
LYING, UPRIGHT = picture("a"), picture("b", 1600, 2400)
PANORAMA, TOWER = picture("c", 5000, 900), picture("d", 600, 2400)


def subject(
    symbol: str = "handball", day: int = 0, topic: programme.Topic | None = programme.SPORT
) -> Subject:
    return Subject(symbol, Section.DAYS, day, topic)


def spoken(clip: Clip, *lines: str) -> Clip:
    return Clip(
        clip.digest, clip.width, clip.height, 100, True, clip.poster, "",
        subtitles=(SubtitleCue(5, 60, lines),),
    )  # fmt: skip


def mosaic(heading: str, *labels: str, noted: bool = True, detail: str = "Créteil") -> Mosaic:
    pictures = (LYING, UPRIGHT, PANORAMA, TOWER)
    cells = [
        Cell(picture, label, subject(day=2), noted)
        for picture, label in zip(pictures, labels, strict=False)
    ]
    return Mosaic(heading, ("Jour 3", detail), tuple(cells), 300)


def headed(heading: str, detail: str) -> dict[str, Content]:
    return {
        "landscape": Framed(heading, detail, subject(), LYING, "Au sommet, après la montée"),
        "portrait": Framed(heading, detail, subject(day=1), UPRIGHT, prose(80)),
        "card": Card(heading, detail, subject(day=2, topic=programme.HEALTH)),
        "wheelchair": Card(heading, detail, subject("fauteuil", topic=programme.HANDISPORT)),
    }


KINDS = ("landscape", "portrait", "card", "wheelchair")
PICTURED: dict[str, Content] = {
    f"{kind} {title} {place}": content
    for title, heading in LENGTHS.items()
    for place, detail in PLACES.items()
    for kind, content in headed(heading, detail).items()
} | {
    "nothing but a heading": Framed("Danse", "", subject(), TOWER),
    "clip": Framed("Cinéma", "Créteil", subject(topic=None), spoken(clip("x"), "Bonjour.")),
    "two": mosaic("Jardin et cuisine", "Semer", prose(90)),
    "three": mosaic("Jardin", "Semer", "Cueillir", "Goûter au jardin partagé"),
    "four": mosaic("Danse", *(prose(80),) * 4),
    "four, long heading": mosaic(prose(160), *("Semer",) * 4, detail=prose(160)),
    "workshops": mosaic("Quatre ateliers", *(prose(70),) * 4, noted=False),
}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("content", PICTURED.values(), ids=PICTURED)
def test_words_beside_pictures_are_read_in_every_shape(content: Content, shape: Shape) -> None:
    assert faults(composed(content, shape)) == {}


SYLLABLES = st.text("aeiorstnélgmàfjqpÉ’-", min_size=1, max_size=14)
TITLES = st.lists(SYLLABLES, min_size=1, max_size=14).map(lambda words: " ".join(words)[:160])


@settings(max_examples=15, deadline=None)
@given(
    TITLES, st.sampled_from(Shape), st.sampled_from(("landscape", "portrait", "card", "wheelchair"))
)
def test_no_heading_crosses_a_lane(heading: str, shape: Shape, kind: str) -> None:
    assert faults(composed(headed(heading, "Jour 1, Créteil")[kind], shape)) == {}


MEDIA = [LYING, UPRIGHT, PANORAMA, TOWER, replace(LYING, faces=((0.1, 0.7, 0.3, 0.95),))]


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("medium", [*MEDIA, clip("x"), clip("portrait")], ids=lambda m: m.digest)
def test_a_picture_has_the_whole_canvas_before_words_come(
    shape: Shape, medium: Picture | Clip
) -> None:
    drawing = composed(Framed("Danse", "Créteil", subject(), medium), shape)
    seen = [e for e in drawing.elements if e.visible(motion.YIELD - 1)]
    assert all(isinstance(e, Photo | Footage | Caption) for e in seen)
    pictures = [e for e in seen if isinstance(e, Photo | Footage)]
    assert FORMATS[shape].whole in [bounds(e) for e in pictures]
    words = [e for e in drawing.elements if isinstance(e, Text)]
    assert {e.name for e in words} >= {"titre", "lieu"}
    assert all(e.entrance.progress(motion.YIELD + motion.BEAT) > 0.5 for e in words)


@pytest.mark.parametrize("shape", Shape)
def test_lanes_and_words_run_on_out_of_a_clip_and_what_is_said_stays(shape: Shape) -> None:
    """Four seconds after they came; of a short one they stay to the end."""
    said = spoken(clip("x"), "Bonjour à toutes et à tous.")
    content = Framed("Danse", "Créteil", subject(), said)
    long, short = (composed(replace(content, frames=n), shape) for n in (260, 100))
    over = [e for e in long.elements if not isinstance(e, Footage | Photo | Caption)]
    assert all(e.visible(motion.YIELD + motion.STAYING - 1) for e in over)
    assert not any(e.visible(260 - 50) for e in over)
    assert not any(e.leaves for e in short.elements)
    assert captions(long) == captions(short)
    assert not any(e.leaves for e in long.at_rest().elements)


def captions(drawing: Drawing) -> list[Element]:
    return [e for e in drawing.elements if isinstance(e, Caption)]


SMALL = picture("f", 160, 107)
HIGH = [
    replace(picture(f"high {number}", 2400, 1500), focus=(0.5, y))
    for number, y in ((4, 0.7), (6, 0.3))
]
"""The camera may go up or down in them, and they make room."""


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize(
    "medium", [*MEDIA, picture("e", 3600, 600), SMALL, *HIGH], ids=lambda m: m.digest
)
def test_nothing_is_seen_beyond_the_edges_of_a_picture(
    shape: Shape, still: bool, medium: Picture
) -> None:
    """But below the lanes, and where it is seen to its own edges."""
    moving = composed(Framed("Danse", "Créteil", subject(), medium, frames=140), shape)
    drawing = moving.still() if still else moving
    lanes = min(e.course[0][1] for e in drawing.elements if isinstance(e, Stroke))
    for photo in photos(drawing):
        for frame in (n for n in range(140) if photo.visible(n) and n >= photo.loose):
            view = cropping.move(photo).view(frame)
            foot = lanes if still or frame > motion.YIELD + motion.RIBBON else math.inf
            assert view.x <= 0.5
            assert view.y <= 0.5
            assert view.x + view.scale * photo.picture.width >= photo.width - 0.5
            bottom = view.y + view.scale * photo.picture.height
            assert bottom >= min(photo.height, foot - photo.y) - 0.5


@pytest.mark.parametrize("shape", Shape)
def test_a_panorama_stands_in_the_middle_until_it_makes_room(shape: Shape) -> None:
    drawing = composed(Framed("Danse", "", subject(), picture("e", 3600, 600)), shape)
    strip = photos(drawing)[-1]
    view = cropping.move(strip).view(motion.YIELD - 1)
    middle = strip.y + view.y + view.scale * 300
    assert middle == pytest.approx(FORMATS[shape].whole.centre[1], abs=1)


def test_pictures_of_one_workshop_push_each_other_aside_behind_the_heading() -> None:
    following = tuple(Captioned(p, f"Vue {p.digest}") for p in (UPRIGHT, PANORAMA))
    content = Framed("Danse", "Créteil", subject(), LYING, "Vue", following, frames=300)
    drawing = composed(content, Shape.WIDE)
    for frame, digest in ((0, "a"), (115, "a"), (145, "b"), (205, "b"), (299, "c")):
        seen = [e for e in drawing.elements if e.visible(frame) and isinstance(e, Photo)]
        assert {e.picture.digest for e in seen} == {f"digest of {digest}"}
        captions = [e for e in drawing.elements if e.name.startswith("légende")]
        assert len([e for e in captions if e.visible(frame)]) == (frame > motion.YIELD)
    still = drawing.still()
    assert UPRIGHT in {e.picture for e in photos(still) if e.visible(160)}
    assert all(not cropping.move(e).spans for e in photos(still))


def test_in_a_draft_a_picture_covers_the_one_before_from_its_first_frame() -> None:
    following = tuple(Captioned(picture(name)) for name in "fg")
    content = Framed("Danse", "Créteil", subject(), LYING, "", following, frames=300)
    draft = composed(content, Shape.WIDE).abrupt()
    for photo in photos(draft):
        view = cropping.move(photo).view(max(0, changing(photo.entrance)[0]))
        assert view.x <= 0.01
        assert view.x + view.scale * photo.picture.width >= photo.width - 0.01


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_pictures_of_a_mosaic_cover_the_canvas_and_not_each_other(
    shape: Shape, count: int
) -> None:
    drawing = composed(mosaic("Jardin", *("Semer",) * count), shape)
    boxes = [bounds(photo) for photo in photos(drawing)]
    assert len(boxes) == count
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert sum(map(area, boxes)) > 0.95 * area(FORMATS[shape].whole)


@pytest.mark.parametrize("heading", ["Jardin", prose(160)], ids=["circle", "bend"])
def test_the_pictures_of_a_mosaic_are_there_at_once(heading: str) -> None:
    for shape in Shape:
        drawing = composed(mosaic(heading, *("Semer",) * 4), shape)
        assert all(photo.presence(0) == 1 for photo in photos(drawing))


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_each_label_stands_on_its_own_picture_beside_the_circle(shape: Shape, count: int) -> None:
    drawing = composed(mosaic("Jardin", *("Semer au jardin partagé",) * count), shape)
    circle = next(e for e in drawing.elements if isinstance(e, Disc))
    plates = {e.name: bounds(e) for e in drawing.elements if isinstance(e, Box)}
    for number, photo in enumerate(photos(drawing), 1):
        plate = plates[f"plaque {number}"]
        assert bounds(photo).holds(plate)
        x = min(max(circle.x, plate.left), plate.right)
        y = min(max(circle.y, plate.top), plate.bottom)
        assert (circle.x - x) ** 2 + (circle.y - y) ** 2 > circle.radius**2


def test_each_picture_of_a_mosaic_has_its_turn() -> None:
    for shape in Shape:
        drawing = composed(mosaic("Jardin", *("Semer",) * 4), shape)
        lit = [e for e in drawing.elements if e.name.startswith("quart allumé")]
        for frame in (30, 110, 180, 250):
            assert len([e for e in lit if e.visible(frame)]) == 1
        assert lit[-1].visible(311)


@pytest.mark.parametrize("shape", Shape)
def test_labels_of_a_mosaic_come_with_their_light_and_never_in_the_colour_of_their_plate(
    shape: Shape,
) -> None:
    cells = tuple(
        Cell(LYING, "Semer", subject(day=2, topic=topic))
        for topic in [*programme.HOUSE_TOPICS, None][-4:]
    )
    drawing = composed(Mosaic("Jardin", ("Jour 3", "Créteil"), cells, 300), shape)
    named = {e.name: e for e in drawing.elements}
    for number in range(1, 5):
        light = named[f"quart allumé {number}"]
        for name in ("plaque", "étiquette", "case", "pictogramme"):
            assert named[f"{name} {number}"].entrance == light.entrance
        badge = named[f"case {number}"]
        assert isinstance(badge, Box)
        assert badge.colour not in (Colour.PAPER, Colour.BRIGHT)
        assert named[f"photo {number}"].visible(0)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("upright", [False, True])
def test_what_a_clip_says_is_inside_the_safe_area_and_covers_no_words(
    shape: Shape, upright: bool
) -> None:
    medium = spoken(
        clip("portrait" if upright else "x"),
        "Sous l’eau, chacun trouve son souffle,",
        "à son propre rythme et sans se presser.",
    )
    drawing = composed(Framed("Plongée", "Jour 2, Créteil", subject(), medium), shape)
    (caption,) = (e for e in drawing.elements if isinstance(e, Caption))
    (band,) = measures.line_boxes(caption)
    assert FORMATS[shape].safe.holds(band)
    assert faults(drawing) == {}
    assert " ".join(caption.cue.lines) == " ".join(medium.subtitles[0].lines)


def test_speakers_keep_lines_of_their_own() -> None:
    said = (
        "– Et toi, tu reviens l’année prochaine\u202f?",
        "– Oui, avec toute la classe de sixième\u202f!",
    )
    drawing = composed(Framed("Plongée", "", subject(), spoken(clip("x"), *said)), Shape.SQUARE)
    (caption,) = (e for e in drawing.elements if isinstance(e, Caption))
    assert len([line for line in caption.cue.lines if line.startswith("–")]) == len(said)


@pytest.mark.parametrize("shape", Shape)
def test_a_scene_of_ones_own_is_whole_in_every_shape(shape: Shape) -> None:
    elements = composed(Played(clip("vague.py")), shape).elements
    (footage,) = [element for element in elements if isinstance(element, Footage)]
    box, canvas = bounds(footage), FORMATS[shape].whole
    assert canvas.holds(box)
    assert box.width / box.height == pytest.approx(16 / 9, abs=0.01)
    assert box.width == canvas.width


def sheet(heading: str, text: str, *pictures: Picture) -> Sheet:
    return Sheet(
        heading=heading,
        kicker="Jour 3, insertion professionnelle",
        place="Créteil, gymnase Nelson-Paillou",
        participants="collégiens et seniors",
        text=text,
        partners="Avec CDOS 94, comité départemental handisport 94",
        subject=subject(day=1),
        pictures=pictures,
        captions=("Une vue",) * len(pictures),
    )


@pytest.mark.parametrize("pictures", [(), (LYING,), (UPRIGHT,), (LYING, UPRIGHT, PANORAMA, TOWER)])
def test_a_slide_says_all_and_shows_each_picture(pictures: tuple[Picture, ...]) -> None:
    drawing = composed(sheet("Football à cinq", prose(250), *pictures), Shape.WIDE)
    assert faults(drawing) == {}
    assert words(drawing, "texte") == [prose(250)]
    assert len(photos(drawing)) == len(pictures)


@pytest.mark.parametrize("heading", LENGTHS.values(), ids=LENGTHS)
@pytest.mark.parametrize("pictures", [(), (LYING,)], ids=["symbol", "photo"])
def test_a_slide_holds_a_long_text_below_any_heading(
    heading: str, pictures: tuple[Picture, ...]
) -> None:
    drawing = composed(sheet(heading, prose(READ_AT_MOST), *pictures), Shape.WIDE)
    assert faults(drawing) == {}
    assert words(drawing, "texte") == [prose(READ_AT_MOST)]


@pytest.mark.parametrize("screen", list(Screen))
def test_a_text_of_any_length_stands_at_24_pt_on_every_slide_in_any_font(
    screen: Screen, make_plan: MakePlan
) -> None:
    for signs in (300, 400, 500, 600):
        texts: dict[str, Any] = {"texte": prose(signs), "partenaires": ["Un club"]}
        days = [{"date": "2023-11-28", "ateliers": [workshop("Boccia", **texts)]}]
        plan = make_plan(jours=days, diaporama={"format": screen.value})
        slides = [page.drawing for page in plan.pages if page.kind == "atelier"]
        sizes = [shown(e) for d in slides for e in d.elements if e.name == "texte"]
        assert len(sizes) >= math.ceil(len(texts["texte"]) / READ_AT_MOST)
        assert min(sizes) >= READ


def shown(element: Element) -> float:
    """px at which the deck has it, whatever the font."""
    assert isinstance(element, Text)
    assert element.room
    assert element.full
    room = fitting.Room(element.room.width, element.room.height)
    return fitting.scale((element.text,), element.full, room) * element.full.size


def test_a_text_of_600_signs_goes_on_on_the_next_slide(make_plan: MakePlan) -> None:
    days = [{"date": "2023-11-28", "ateliers": [workshop("Boccia", texte=prose(600))]}]
    plan = make_plan(jours=days)
    assert [d for d in plan.diagnostics if d.slug == "texte-trop-long"] == []
    slides = [page for page in plan.pages if page.kind == "atelier"]
    passages = [text for page in slides for text in words(page.drawing, "texte")]
    assert len(slides) == len(passages) > 1
    assert " ".join(passages) == french(prose(600))
    assert len([shot for shot in plan.shots if shot.kind == "atelier"]) == 1


def test_a_one_day_event_numbers_no_day(make_plan: MakePlan) -> None:
    workshops = [workshop(f"Atelier {i}", "a.jpg", *("b.jpg",) * (i == 0)) for i in range(6)]
    workshops += [workshop("Cinéma", "extrait.mp4"), workshop("Boccia"), workshop("Judo")]
    plan = make_plan(jours=[{"date": "2023-11-28", "ateliers": workshops}])
    said = [page.title for page in plan.pages] + [page.notes for page in plan.pages]
    said += [shot.title for shot in plan.shots]
    drawings = [shot.drawing for shot in plan.shots] + [page.drawing for page in plan.pages]
    said += [e.text for drawing in drawings for e in drawing.elements if isinstance(e, Text)]
    assert not [text for text in said if "Jour" in text.replace("Journées", "")]
    slide = next(page for page in plan.pages if page.id == "jour-1-atelier-1")
    assert (slide.title, words(slide.drawing, "surtitre")) == ("Atelier 0, Créteil", ["Sport"])
    assert next(s.title for s in plan.shots if s.kind == "ateliers") == "Deux autres ateliers"


@pytest.mark.parametrize(("count", "filmed"), [(2, 2), (6, 6), (20, 8)])
def test_photos_of_a_workshop_follow_each_other_in_one_shot_and_all_are_on_slides(
    count: int, filmed: int
) -> None:
    medias = [{"fichier": f"{i}-1600x1200.jpg", "legende": f"Vue {i}"} for i in range(count)]
    medias[0]["legende"] = "Une légende de plus de vingt-quatre signes"
    made = planned(jours=day(at_the_pool(*medias)))
    (shot,) = (s for s in made.shots if s.kind == "atelier")
    names = [f"{i}-1600x1200.jpg" for i in range(count)]
    shown = [photo for photo in photos(shot.drawing) if not photo.dimmed]
    assert [photo.picture.digest for photo in shown] == names[:filmed]
    captions = [e for e in shot.drawing.elements if e.name.startswith("légende ")]
    assert len(captions) == filmed
    starts = [changing(e.entrance)[0] for e in captions[1:]]
    assert all(after - before >= 1.5 * FRAME_RATE for before, after in pairwise(starts))
    slides = [photo for page in made.pages for photo in photos(page.drawing)]
    assert {photo.picture.digest for photo in slides} >= {*names}
    assert len(shot.span) <= 25 * 25
    assert made.diagnostics == ()


def test_a_few_photos_that_lie_and_are_said_in_a_word_share_a_mosaic() -> None:
    def kinds(size: str, caption: str | None) -> int:
        medias = [{"fichier": f"{i}-{size}.jpg", "legende": caption} for i in range(3)]
        (shot,) = (s for s in planned(jours=day(at_the_pool(*medias))).shots if s.kind == "atelier")
        return sum(e.name.startswith("quart allumé") for e in shot.drawing.elements)

    assert kinds("1600x1200", "Semer") == 3
    assert kinds("1600x1200", prose(60)) == kinds("1600x1200", None) == 0
    assert kinds("1200x1600", "Semer") == 0


def test_every_caption_that_may_be_shown_counts_for_the_length_of_a_shot() -> None:
    def frames(caption: str) -> int:
        medias = [{"fichier": f"{i}-1600x1200.jpg", "legende": caption} for i in range(4)]
        (shot,) = (s for s in planned(jours=day(at_the_pool(*medias))).shots if s.kind == "atelier")
        return len(shot.span)

    assert frames(prose(150)) > frames(prose(120)) > frames(prose(60))


def photos(drawing: Drawing) -> list[Photo]:
    return [e for e in drawing.elements if isinstance(e, Photo)]


def bounds(element: Photo | Footage | Box) -> Bounds:
    right, bottom = element.x + element.width, element.y + element.height
    return Bounds(element.x, element.y, right, bottom)


def area(box: Bounds) -> float:
    return box.width * box.height
