"""Whatever a storyboard says is shown in the hall, or said in the notes, or told."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Box, Photo, Text
from ceremonie.planning.slot import READ
from ceremonie.units import FRAME_RATE

from .materials import day, film, photos, planned, slide, texts, told, workshop

PAGE = "jour-1-atelier-1"
MEDIAS = ("jours", 0, "ateliers", 0, "medias")


def captioned(size: str, caption: str) -> dict[str, Any]:
    return {"fichier": f"{caption[:20]}-{size}.jpg", "alt": "Une vue", "legende": caption}


@pytest.mark.parametrize("size", ["1600x1200", "1200x1600", "1400x1400"])
def test_the_caption_of_a_single_photo_is_on_the_film_the_slide_and_in_the_notes(size: str) -> None:
    made = planned(jours=day(workshop(captioned(size, "Le record du jour"))))
    assert "Le record du jour" in texts(film(made, PAGE))
    assert "Le record du jour" in texts(slide(made, PAGE))
    assert "Photo\u00a0: Le record du jour." in next(p.notes for p in made.pages if p.id == PAGE)
    assert made.diagnostics == ()


def test_so_is_that_of_a_performance_and_of_an_athlete() -> None:
    made = planned(
        spectacle=[
            {
                "titre": "Chorale",
                "media": captioned("1600x1200", "La répétition"),
                "film": "oui",
            }
        ],
        athletes=[
            {"nom": "Une judoka", "discipline": "Judo", "photo": captioned("900x900", "En finale")}
        ],
    )
    assert "La répétition" in texts(film(made, "spectacle-1"))
    assert "En finale" in next(p.notes for p in made.pages if p.id == "athlete-1")
    assert made.diagnostics == ()


def test_a_shot_lasts_until_its_caption_is_read() -> None:
    caption = "Au sommet, la classe de sixième et ses accompagnateurs après deux heures de montée"
    with_words = film(planned(jours=day(workshop(captioned("1600x1200", caption)))), PAGE)
    without = film(planned(jours=day(workshop("vue-1600x1200.jpg"))), PAGE)
    assert with_words.frames > without.frames
    assert with_words.frames >= FRAME_RATE * (len(caption) / 20)


LONG = "Une légende de cent soixante signes, " * 4


@pytest.mark.parametrize("sizes", [("1600x1200",), ("1200x1600",), ("1600x1200",) * 4])
def test_a_caption_too_long_for_its_picture_is_in_the_notes(sizes: tuple[str, ...]) -> None:
    medias = [captioned(size, f"{i} {LONG}"[:150]) for i, size in enumerate(sizes)]
    made = planned(jours=day(workshop(*medias)))
    notes = next(p.notes for p in made.pages if p.id == PAGE)
    assert all(m["legende"].strip() in notes for m in medias)
    assert made.diagnostics == ()


@pytest.mark.parametrize("screen", ["16:9", "16:10", "4:3"])
@pytest.mark.parametrize("size", ["1600x1200", "1200x1600"])
def test_a_plate_holds_the_words_of_a_photo_beside_it(size: str, screen: str) -> None:
    days = day(workshop(captioned(size, "Le relais")))
    drawing = slide(planned(jours=days, diaporama={"format": screen}), PAGE)
    plates = [e for e in drawing.elements if e.name == "plaque, légende"]
    texts = [e for e in drawing.elements if isinstance(e, Text) and e.name == "légende"]
    assert len(plates) == len(texts) == (0 if (size, screen) == ("1200x1600", "4:3") else 1)
    (photo,) = photos(drawing)
    for plate, text in zip(plates, texts, strict=True):
        assert isinstance(plate, Box)
        assert plate.fixed
        assert text.room
        assert text.style.size >= READ
        assert drawing.format.safe.holds(text.room, 1)
        assert _bounds(plate).holds(text.room, 1)
        assert not _overlap(photo, plate)


@pytest.mark.parametrize("count", [2, 4])
def test_the_captions_of_several_photos_are_in_the_notes(count: int) -> None:
    made = planned(jours=day(workshop(*(captioned("16x12", f"Vue {i}") for i in range(count)))))
    notes = next(p.notes for p in made.pages if p.id == PAGE)
    assert "Photos\u00a0: " + " ; ".join(f"Vue {i}" for i in range(count)) in notes.replace(
        "\u202f;", " ;"
    )
    assert made.diagnostics == ()


@pytest.mark.parametrize("first", ["1600x1200", "1200x1600"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_slide_shows_up_to_four_photos_whatever_the_first_is(first: str, count: int) -> None:
    names = [f"0-{first}.jpg", *(f"{i}-1600x1200.jpg" for i in range(1, count))]
    made = planned(jours=day(workshop(*names)))
    shown = list(photos(slide(made, PAGE)))
    assert [p.picture.digest for p in shown] == names
    assert not any(_overlap(one, other) for one in shown for other in shown if one is not other)
    assert made.diagnostics == ()


def _bounds(box: Box) -> Bounds:
    return Bounds(box.x, box.y, box.x + box.width, box.y + box.height)


def _overlap(one: Photo | Box, other: Photo | Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_portraits_stand_side_by_side_and_landscapes_above_each_other() -> None:
    def places(size: str) -> list[float]:
        made = planned(jours=day(workshop(f"a-{size}.jpg", f"b-{size}.jpg")))
        return [p.x for p in photos(slide(made, PAGE))]

    left, right = places("900x1600")
    assert left < right
    above, below = places("1600x900")
    assert above == below


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (9, "la photo « 8-1600x1200.jpg », en trop"),
        (10, "les photos « 8-1600x1200.jpg » et « 9-1600x1200.jpg », en trop"),
        (16, "« 8-1600x1200.jpg », « 9-1600x1200.jpg », « 10-1600x1200.jpg » et 5 autres, en trop"),
    ],
)
def test_photos_after_the_eighth_are_told_once_where_no_slide_has_them(
    count: int, names: str
) -> None:
    crowd = (f"{i}-1600x1200.jpg" for i in range(count))
    made = planned(jours=day(workshop(*crowd)), diaporama={"sauf": ["jours"]})
    assert told(made.diagnostics) == [("photo-de-trop", (*MEDIAS, 8, "fichier"))]
    assert made.diagnostics[0].message.startswith("ne sera pas montré : ")
    assert names in made.diagnostics[0].message


@pytest.mark.parametrize(("count", "shares"), [(4, [4]), (5, [4, 1]), (10, [4, 4, 2])])
def test_all_photos_of_a_workshop_are_on_its_slides(count: int, shares: list[int]) -> None:
    made = planned(jours=day(workshop(*(f"{i}-1600x1200.jpg" for i in range(count)))))
    assert made.diagnostics == ()
    slides = [page for page in made.pages if page.kind == "atelier"]
    assert [len([*photos(page.drawing)]) for page in slides] == shares


def test_each_workshop_has_its_own_eight_photos() -> None:
    crowd = [f"{i}-1600x1200.jpg" for i in range(9)]
    days = day(workshop(*crowd), workshop(*crowd[:8]), workshop(*crowd[::-1]))
    made = planned(jours=days, diaporama={"sauf": ["jours"]})
    paths = [path for _, path in told(made.diagnostics)]
    assert paths == [("jours", 0, "ateliers", w, "medias", 8, "fichier") for w in (0, 2)]


def test_clips_take_no_place_from_photos() -> None:
    names = ["a-1280x720.mp4", *(f"{i}-1600x1200.jpg" for i in range(4)), "b-1280x720.mp4"]
    assert planned(jours=day(workshop(*names))).diagnostics == ()


def test_the_same_photo_without_a_word_twice_is_no_fault() -> None:
    entry = {"fichier": "vue-1600x1200.jpg"}
    assert planned(jours=day(workshop(entry), workshop(entry))).diagnostics == ()


def test_a_caption_that_nothing_shows_is_told_at_its_line() -> None:
    logo = captioned("600x400", "Notre logo")
    made = planned(theme={"logo": logo}, partenaires=[{"nom": "Un club", "logo": logo}])
    assert told(made.diagnostics) == [
        ("pas-montre", ("theme", "logo", "legende")),
        ("pas-montre", ("partenaires", 0, "logo", "legende")),
    ]
    assert made.diagnostics[0].message == ("ne sera pas montré : « Notre logo » (clé « legende »)")


RICH = {"texte": "On nage.", "lieu": "piscine", "participants": "seniors", "notes": "Saluer."}


def test_what_only_slides_say_is_told_where_the_slides_are_left_out() -> None:
    made = planned(jours=day(workshop(**RICH)), diaporama={"sauf": ["jours"]})
    keys = {path[-1] for _, path in told(made.diagnostics) if path}
    assert {d.slug for d in made.diagnostics} == {"pas-montre"}
    assert keys == set(RICH)
    assert all("retirez « jours » de « diaporama: sauf »" in d.remedy for d in made.diagnostics)


def test_a_key_that_is_shown_nowhere_at_all_is_told_once() -> None:
    made = planned(jours=day(*(workshop(**RICH) for _ in range(4))), diaporama={"sauf": ["jours"]})
    first = ("jours", 0, "ateliers", 0)
    assert sorted(map(str, told(made.diagnostics))) == sorted(
        str(("pas-montre", (*first, key))) for key in RICH
    )
    assert "la clé « texte », écrite 4 fois" in " ".join(d.message for d in made.diagnostics)


QUOTES = {"temoignages": [{"citation": "On joue.", "auteur": "Une élève", "notes": "Sourire."}]}


@pytest.mark.parametrize(
    ("keys", "path", "why"),
    [
        (
            {**QUOTES, "film": {"sauf": ["temoignages"]}, "diaporama": {"sauf": ["temoignages"]}},
            ("temoignages",),
            "écartent",
        ),
        ({"deroule": ["titre", "cloture"]}, ("jours",), "« deroule » ne nomme pas"),
        (
            {
                "cloture": {"titre": "À bientôt", "message": "Merci."},
                "film": {"sauf": ["cloture"]},
                "diaporama": {"sauf": ["cloture", "film"]},
            },
            ("cloture",),
            "écartent",
        ),
    ],
    ids=["sauf", "deroule", "cloture"],
)
def test_a_part_that_is_nowhere_is_told_as_one(
    keys: dict[str, Any], path: tuple[str, ...], why: str
) -> None:
    made = planned(**{"jours": day(workshop(**RICH)), **keys})
    assert told(made.diagnostics) == [("partie-ecartee", path)]
    assert why in made.diagnostics[0].message


def test_a_part_that_only_the_default_fills_is_not_told() -> None:
    away = {"sauf": ["cloture"]}
    assert planned(film=away, diaporama=away).diagnostics == ()


def test_credits_that_nobody_sees_are_told() -> None:
    photo = {"fichier": "a-1600x1200.jpg", "alt": "Une vue", "credit": "Une photographe"}
    away = {"sauf": ["generique"]}
    made = planned(jours=day(workshop(photo)), film=away, diaporama=away)
    assert told(made.diagnostics) == [("pas-montre", (*MEDIAS, 0, "credit"))]
    assert "« generique »" in made.diagnostics[0].remedy


def test_a_medium_that_is_not_there_is_told_by_nobody_twice() -> None:
    assert planned(jours=day(workshop(captioned("absente", "Une légende")))).diagnostics == ()


@pytest.mark.parametrize("who", ["seniors", "seniors et collégiens de tout le département"])
def test_the_participants_of_a_workshop_are_on_its_slide_or_in_its_notes(who: str) -> None:
    text = "Un long texte de quelques phrases, comme on en écrit le soir. " * 4
    made = planned(jours=day(workshop(lieu="piscine", participants=who, texte=text[:240])))
    page = next(p for p in made.pages if p.id == PAGE)
    assert who in page.notes
    assert made.diagnostics == ()
