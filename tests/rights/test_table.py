"""Who is seen, heard and named by whom: a table of agreements, and what an audience is given."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import errors
from ceremonie.rights import Showing, showing

from .boards import END, FAMILY, START, board, clip, files, line, photo, read, shown, workshop

HALL, INTERNAL, WEB, SOCIAL = Audience
ALL, SEEN, NAMED, HEARD, NOTHING = "vep", "v", "vp", "ve", ""
"""v: seen, e: heard, p: called by name."""

CHILD: dict[str, Any] = {"mineur": "oui", "signataires": [*FAMILY]}
SCOPE, ENDED, AHEAD = "droits-portee", "droits-echus", "droits-a-venir"
SIGNED, TAKEN, NOBODY = "droits-signatures", "droits-retires", "droits-inconnus"
NO_DAYS = {"debut": None, "fin": None}


def minor(*signatories: str, **more: Any) -> dict[str, Any]:
    return {**CHILD, "signataires": [*signatories], **more}


def only(*scopes: str, **more: Any) -> dict[str, Any]:
    return {"portees": [*scopes], **more}


Case = tuple[Audience, dict[str, Any], dict[str, Any], str, str]
"""For whom; what the agreement says; what the publication says; what is given; why no more."""

CASES: dict[str, Case] = {
    # An adult, by scope.
    "adult hall": (HALL, {}, {}, ALL, ""),
    "adult internal": (INTERNAL, {}, {}, ALL, ""),
    "adult web": (WEB, {}, {}, ALL, ""),
    "adult social": (SOCIAL, {}, {}, ALL, ""),
    "hall only, hall": (HALL, only("salle"), {}, ALL, ""),
    "hall only, internal": (INTERNAL, only("salle"), {}, NOTHING, SCOPE),
    "hall only, web": (WEB, only("salle"), {}, NOTHING, SCOPE),
    "hall only, social": (SOCIAL, only("salle"), {}, NOTHING, SCOPE),
    "web only, hall": (HALL, only("internet"), {}, NOTHING, SCOPE),
    "web only, web": (WEB, only("internet"), {}, ALL, ""),
    "web only, social": (SOCIAL, only("internet"), {}, NOTHING, SCOPE),
    "social only, social": (SOCIAL, only("reseaux"), {}, ALL, ""),
    "social only, web": (WEB, only("reseaux"), {}, NOTHING, SCOPE),
    "internal only, internal": (INTERNAL, only("interne"), {}, ALL, ""),
    "internal only, hall": (HALL, only("interne"), {}, NOTHING, SCOPE),
    "capture is no showing": (HALL, only("captation"), {}, NOTHING, SCOPE),
    # Dates: the ceremony's for the hall, the whole publication for the web.
    "ends on the day": (HALL, {"fin": "2024-12-06"}, {}, ALL, ""),
    "ends the day before": (HALL, {"fin": "2024-12-05"}, {}, NOTHING, ENDED),
    "begins on the day": (HALL, {"debut": "2024-12-06"}, {}, ALL, ""),
    "begins the day after": (HALL, {"debut": "2024-12-07"}, {}, NOTHING, AHEAD),
    "ends with the publication": (WEB, {"fin": END}, {}, ALL, ""),
    "ends a day too early": (WEB, {"fin": "2025-12-08"}, {}, NOTHING, ENDED),
    "begins with the publication": (WEB, {"debut": START}, {}, ALL, ""),
    "begins a day too late": (WEB, {"debut": "2024-12-10"}, {}, NOTHING, AHEAD),
    "over before the publication": (SOCIAL, {"fin": "2024-12-08"}, {}, NOTHING, ENDED),
    "the hall does not ask for the publication": (HALL, {"fin": "2024-12-08"}, {}, ALL, ""),
    "internal by the publication": (INTERNAL, {"fin": "2025-01-01"}, {}, NOTHING, ENDED),
    "internal by the ceremony": (INTERNAL, {"fin": "2025-01-01"}, NO_DAYS, ALL, ""),
    "past years are judged by their own days": (WEB, {}, {"debut": "2024-02-01"}, ALL, ""),
    # Withdrawn, whenever.
    "withdrawn before": (HALL, {"retrait": "2024-11-01"}, {}, NOTHING, TAKEN),
    "withdrawn after": (HALL, {"retrait": "2025-06-01"}, {}, NOTHING, TAKEN),
    "withdrawn from the web too": (WEB, {"retrait": "2026-06-01"}, {}, NOTHING, TAKEN),
    "withdrawn in the publication": (
        WEB, {}, {"retraits": [{"personne": "P1", "date": "2025-01-01"}]}, NOTHING, TAKEN,
    ),
    "withdrawn by another": (
        WEB, {}, {"retraits": [{"personne": "P2", "date": "2025-01-01"}]}, ALL, "",
    ),
    # Voice and name.
    "no voice, hall": (HALL, {"voix": "non"}, {}, NAMED, "droits-voix"),
    "no voice, web": (WEB, {"voix": "non"}, {}, NAMED, "droits-voix"),
    "no name, hall": (HALL, {"nom": "non"}, {}, HEARD, "droits-nom"),
    "no name, web": (WEB, {"nom": "non"}, {}, HEARD, "droits-nom"),
    "neither, web": (WEB, {"nom": "non", "voix": "non"}, {}, SEEN, "droits-nom"),
    "neither by default": (SOCIAL, {"nom": None, "voix": None}, {}, SEEN, "droits-voix"),
    "a name outside of its scope": (WEB, only("salle", nom="oui"), {}, NOTHING, SCOPE),
    # A child: both parents and the child, or a guardian and the child.
    "child, all signed": (HALL, CHILD, {}, ALL, ""),
    "child, all signed, web": (WEB, CHILD, {}, ALL, ""),
    "child, mother alone": (HALL, minor("mère", "enfant"), {}, NOTHING, SIGNED),
    "child, father alone": (WEB, minor("père", "enfant"), {}, NOTHING, SIGNED),
    "child, parents alone": (HALL, minor("mère", "père"), {}, NOTHING, SIGNED),
    "child alone": (HALL, minor("enfant"), {}, NOTHING, SIGNED),
    "child, one parent asked": (HALL, minor("mère", "enfant"), {"parents": 1}, ALL, ""),
    "child not asked": (HALL, minor("mère", "père"), {"enfant": "non"}, ALL, ""),
    "one parent, nobody else asked": (
        HALL, minor("père"), {"parents": 1, "enfant": "non"}, ALL, "",
    ),
    "child, guardian": (HALL, minor("tutrice", "enfant"), {}, ALL, ""),
    "child, guardian alone": (HALL, minor("tuteur"), {}, NOTHING, SIGNED),
    "child, legal guardian": (WEB, minor("Responsable légale", "l'élève"), {}, ALL, ""),
    "child, two mothers": (HALL, minor("mère", "mère", "elle-même"), {}, ALL, ""),
    "child, numbered parents": (HALL, minor("Parent 1", "Parent 2", "élève"), {}, ALL, ""),
    "child, in one word": (HALL, minor("les parents", "l'enfant"), {}, ALL, ""),
    "child, in small words": (HALL, minor("maman", "papa", "ma fille"), {}, ALL, ""),
    "child, grandmother": (HALL, minor("mère", "grand-mère", "enfant"), {}, NOTHING, SIGNED),
    "child, stepfather": (HALL, minor("mère", "beau-père", "enfant"), {}, NOTHING, SIGNED),
    "child, hall only, web": (WEB, {**CHILD, **only("salle")}, {}, NOTHING, SCOPE),
    "child, ended": (WEB, {**CHILD, "fin": "2025-01-01"}, {}, NOTHING, ENDED),
    "child, withdrawn": (HALL, {**CHILD, "retrait": "2024-12-01"}, {}, NOTHING, TAKEN),
    "child, no voice": (WEB, {**CHILD, "voix": "non"}, {}, NAMED, "droits-voix"),
    "child, no name": (WEB, {**CHILD, "nom": "non"}, {}, HEARD, "droits-nom"),
    "an adult for whom parents signed": (
        HALL, {"signataires": ["mère", "père"]}, {}, NOTHING, SIGNED,
    ),
    "an adult with a guardian": (HALL, {"signataires": ["tuteur"]}, {}, ALL, ""),
    "unknown, hall": (HALL, {"personne": "P9"}, {}, NOTHING, NOBODY),
    "unknown, web": (WEB, {"personne": "P9"}, {}, NOTHING, NOBODY),
}  # fmt: skip


def case(agreement: dict[str, Any], publication: dict[str, Any], otherwise: str) -> dict[str, Any]:
    """P1 in a photo and in a clip, and as an athlete under her name."""
    said = {key: value for key, value in line("P1", **agreement).items() if value is not None}
    return board(
        workshop(photo("P1"), clip("P1")),
        register=[said],
        publication={**publication, "sinon": {str(key): otherwise for key in Audience}},
        athletes=[{"nom": "Inès Durand", "discipline": "Judo", "qui": "P1"}],
    )


def given(one: Showing) -> str:
    """The letters of what is given."""
    clips = [path for path, how in one.treatments.items() if how.muted]
    seen = "v" if "photo.jpg" in files(one) else ""
    heard = "e" if "extrait.mp4" in files(one) and not clips else ""
    return seen + heard + ("p" if "Inès Durand" in repr(one.storyboard) else "")


@pytest.mark.parametrize("name", CASES)
def test_an_audience_is_given_what_an_agreement_covers_and_no_more(name: str) -> None:
    audience, agreement, publication, expected, slug = CASES[name]
    one = shown(case(agreement, publication, "retirer"), audience)
    assert given(one) == expected
    assert errors(one.diagnostics) == ()
    assert bool(one.left_out) is (expected != ALL)
    refused = shown(case(agreement, publication, "refuser"), audience)
    assert {d.slug for d in errors(refused.diagnostics)} >= ({slug} if slug else set())
    assert bool(errors(refused.diagnostics)) is (expected != ALL)


def test_there_are_as_many_as_asked_for() -> None:
    assert len(CASES) >= 60


GROUP = [line(f"P{n}", **CHILD) for n in range(1, 26)]


@pytest.mark.parametrize(
    ("change", "slug"),
    [
        (None, NOBODY),
        (minor("mère", "enfant"), SIGNED),
        (only("salle"), SCOPE),
        ({"fin": "2025-01-01"}, ENDED),
        ({"retrait": "2025-01-01"}, TAKEN),
    ],
)
def test_one_child_of_a_class_is_enough_to_keep_its_photo_away(
    change: dict[str, Any] | None, slug: str
) -> None:
    people = [one["personne"] for one in GROUP]
    assert files(shown(board(workshop(photo(*people)), register=GROUP), WEB)) == ["photo.jpg"]
    others = [one for one in GROUP if one["personne"] != "P17"]
    register = others if change is None else [*others, {**GROUP[16], **change}]
    data = board(workshop(photo(*people)), register=register)
    assert files(shown(data, WEB)) == []
    data["publication"]["sinon"] = {"internet": "refuser"}
    (told,) = shown(data, WEB).diagnostics
    assert (told.slug, told.path) == (
        slug,
        ("jours", 0, "ateliers", 0, "medias", 0, "personnes", 16),
    )


def test_the_web_demands_the_days_of_the_publication() -> None:
    data = board(workshop(photo("P1")), register=[line("P1")])
    data["publication"] = {}
    assert [d.slug for d in shown(data, HALL).diagnostics] == []
    for audience in (WEB, SOCIAL):
        (told,) = shown(data, audience).diagnostics
        assert told.slug == "publication-absente"
        assert "« debut » et « fin »" in told.message
        assert not re.search(r"\d", told.remedy), "days of ours would be copied as they are"
    data["publication"] = {"debut": END, "fin": START}
    assert [d.slug for d in errors(shown(data, HALL).diagnostics)] == ["publication-inversee"]


def test_a_withdrawal_of_nobody_is_told() -> None:
    publication = {"retraits": [{"personne": "P12", "date": "2025-01-01"}]}
    (told,) = shown(board(register=[line("P1")], publication=publication)).diagnostics
    assert told.slug == "retrait-inconnu"
    assert told.path == ("publication", "retraits", 0, "personne")


def test_consents_are_judged_beside_the_errors_of_a_storyboard() -> None:
    data = board(workshop(photo("P1"), inconnu="x"), register=[line("P1", retrait="2024-01-01")])
    reading = read(data)
    assert reading.storyboard is None
    assert [d.slug for d in showing(reading, HALL).diagnostics] == [TAKEN]
