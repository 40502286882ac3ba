"""What an audience is given of photos and clips: as they are, blurred, replaced, or not at all."""

from __future__ import annotations

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Severity
from ceremonie.rights import showing
from ceremonie.treatment import Key, Treatment

from .boards import board, clip, files, line, photo, read, shown, slugs, workshop

HALL, INTERNAL, WEB, SOCIAL = Audience
PATH = ("jours", 0, "ateliers", 0, "medias", 0)
HALL_ONLY = line("P1", portees=["captation", "salle"])
BOX = {"x": 0.4, "y": 0.2, "largeur": 0.1, "hauteur": 0.2}


def test_a_child_who_agreed_to_the_hall_is_in_the_hall_and_nowhere_else() -> None:
    data = board(workshop(photo("P1"), photo(fichier="b.jpg")), register=[HALL_ONLY])
    assert files(shown(data)) == ["photo.jpg", "b.jpg"]
    for audience in (INTERNAL, WEB, SOCIAL):
        one = shown(data, audience)
        assert files(one) == ["b.jpg"]
        assert one.origin((*PATH, "fichier")) == (*PATH[:-1], 1, "fichier")
        (remark,) = one.diagnostics
        assert (remark.slug, remark.severity) == ("media-retire", Severity.WARNING)
        assert f"« P1 » (accord sans « {audience} »)" in remark.message
        (left,) = one.left_out
        assert (left.person, left.done, left.path) == ("P1", "retiré", PATH)


def test_what_is_refused_is_told_at_the_person_and_shown_to_nobody() -> None:
    data = board(
        workshop(photo("P1")), register=[HALL_ONLY], publication={"sinon": {"internet": "refuser"}}
    )
    one = shown(data, WEB)
    (told,) = one.diagnostics
    assert (told.slug, told.severity) == ("droits-portee", Severity.ERROR)
    assert told.path == (*PATH, "personnes", 0)
    assert "la publication sur internet" in told.message
    assert files(one) == []


def test_a_face_is_blurred_by_its_boxes_and_else_the_whole_picture() -> None:
    boxed = photo("P1", sinon="flouter", flous=[{"personne": "P1", "boites": [BOX]}])
    data = board(workshop(photo("P1", sinon="flouter")), register=[HALL_ONLY])
    assert shown(data, WEB).treatments == {PATH: Treatment(whole=True)}
    one = shown(board(workshop(boxed), register=[HALL_ONLY]), WEB)
    assert one.treatments == {PATH: Treatment(regions=((Key(0, 0.4, 0.2, 0.1, 0.2),),))}
    assert shown(board(workshop(boxed), register=[HALL_ONLY])).treatments == {}
    assert files(one) == ["photo.jpg"]


def test_the_whole_picture_is_blurred_where_one_of_two_faces_has_no_box() -> None:
    two = photo("P1", "P2", sinon="flouter", flous=[{"personne": "P1", "boites": [BOX]}])
    data = board(workshop(two), register=[HALL_ONLY, {**HALL_ONLY, "personne": "P2"}])
    assert shown(data, WEB).treatments[PATH].whole


def test_a_box_of_nobody_is_blurred_always_and_that_of_somebody_where_they_are_not_seen() -> None:
    always = photo(flous=[{"boites": [BOX]}])
    assert shown(board(workshop(always))).treatments[PATH].regions
    theirs = photo("P1", flous=[{"personne": "P1", "boites": [BOX]}])
    data = board(workshop(theirs), register=[HALL_ONLY])
    assert shown(data).treatments == {}
    assert files(shown(data, WEB)) == []


def test_another_image_takes_the_place_and_says_where_it_stands() -> None:
    other = {"fichier": "ballon.jpg", "alt": "Un ballon", "personnes": "aucune"}
    entry = photo("P1", sinon="remplacer", remplacement=other, legende="Léa au départ")
    one = shown(board(workshop(entry), register=[HALL_ONLY]), WEB)
    assert one.storyboard is not None
    (medium,) = one.storyboard.days[0].workshops[0].media
    assert (medium.file, medium.alternative, medium.caption) == ("ballon.jpg", "Un ballon", None)
    assert one.origin(PATH) == (*PATH, "remplacement")
    assert slugs(one.diagnostics) == ["media-remplace"]


def test_an_image_that_may_not_be_shown_itself_replaces_nothing() -> None:
    other = {"fichier": "c.jpg", "alt": "Une autre", "personnes": ["P1"]}
    entry = photo("P1", sinon="remplacer", remplacement=other)
    one = shown(board(workshop(entry), register=[HALL_ONLY]), WEB)
    assert files(one) == []
    assert "le remplacement ne peut être montré" in one.diagnostics[0].message


def test_a_medium_that_says_nobody_is_an_error_only_where_anybody_may_see_it() -> None:
    entry = photo()
    del entry["personnes"]
    for audience in Audience:
        (told,) = shown(board(workshop(entry)), audience).diagnostics
        strict = audience in (WEB, SOCIAL)
        assert told.slug == "personnes-absentes"
        assert told.severity is (Severity.ERROR if strict else Severity.WARNING)


def test_a_crowd_that_is_heard_has_to_say_so_where_anybody_may_hear_it() -> None:
    crowd = {**clip(), "personnes": "foule"}
    for audience in Audience:
        told = shown(board(workshop(crowd)), audience).diagnostics
        assert slugs(told) == ["voix-absentes"] * (audience in (WEB, SOCIAL))
        assert all(one.severity is Severity.ERROR for one in told)
    for quiet in ({"voix": "aucune"}, {"son": "coupé"}, {"fichier": "photo.jpg"}):
        assert shown(board(workshop({**crowd, **quiet})), WEB).diagnostics == ()


@pytest.mark.parametrize("wanted", ["retirer", "flouter"])
def test_a_voice_that_may_not_be_heard_leaves_a_clip_without_its_sound(wanted: str) -> None:
    data = board(
        workshop(clip("P1", sinon=wanted, sous_titres="a.srt")),
        register=[line("P1", voix="non")],
    )
    one = shown(data, WEB)
    assert one.treatments == {PATH: Treatment(muted=True)}
    assert slugs(one.diagnostics) == ["media-muet"]
    assert one.storyboard is not None
    assert one.storyboard.days[0].workshops[0].media[0].subtitles == "a.srt"


def test_who_is_not_covered_at_all_is_not_quoted_by_subtitles() -> None:
    heard = clip("P2", voix=["P1"], sous_titres="a.srt")
    one = shown(board(workshop(heard), register=[HALL_ONLY, line("P2")]), WEB)
    assert one.storyboard is not None
    assert one.storyboard.days[0].workshops[0].media[0].subtitles is None
    assert one.treatments == {PATH: Treatment(muted=True)}


def test_a_voice_is_refused_unless_nobody_hears_it() -> None:
    register = [line("P1", voix="non")]
    assert slugs(shown(board(workshop(clip("P1")), register=register)).diagnostics) == [
        "droits-voix"
    ]
    for quiet in ({"voix": "aucune"}, {"son": "coupé"}, {"fichier": "photo.jpg"}):
        one = shown(board(workshop(clip("P1", **quiet)), register=register))
        assert slugs(one.diagnostics) == []


def test_near_identifiers_of_people_are_never_proposed() -> None:
    (told,) = shown(board(workshop(photo("P001")), register=[line("P002")])).diagnostics
    assert told.slug == "droits-inconnus"
    assert "P002" not in told.render()


def test_people_may_be_known_by_numbers() -> None:
    data = board(workshop({**photo(), "personnes": [12]}))
    assert slugs(shown(data).diagnostics) == ["droits-inconnus"]
    data = board(workshop({**photo(), "personnes": [12]}), register=[{**line("x"), "personne": 12}])
    assert slugs(shown(data).diagnostics) == []


def test_a_register_that_could_not_be_read_accuses_nobody() -> None:
    reading = read(board(workshop(photo("P1")), droits="registre.xlsx", titre=[]))
    assert reading.storyboard is None
    assert showing(reading, HALL).diagnostics == ()
