"""The cue sheet: its passages, how long they are, who speaks, what those at work do."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ceremonie.planning.cues import CueRow, CueSheet
from ceremonie.storyboard.programme import Section

from .materials import planned, texts

SPEAKERS: list[dict[str, Any]] = [
    {"orateur": "La maire", "fonction": "maire de Bron", "duree": "4 min"},
    {"orateur": "Le préfet", "fonction": "préfet du Rhône", "prononciation": "pré-fé"},
]
ATHLETES = [{"nom": f"Athlète {n}", "discipline": "Judo"} for n in (1, 2)]
QUOTES = [{"citation": "Oui, " * 60, "auteur": "Une élève"}]


def evening(**keys: Any) -> CueSheet:
    return planned(**keys).evening


def row(sheet: CueSheet, name: str) -> CueRow:
    return next(one for one in sheet.rows if one.id == name)


def test_a_passage_is_an_item_of_the_running_order_and_its_slides() -> None:
    plan = planned(
        discours=SPEAKERS,
        temoignages=[{**QUOTES[0], "citation": "Nous avons couru ensemble. " * 22}],
        athletes=ATHLETES,
    )
    rows = {one.id: one for one in plan.evening.rows}
    assert len(rows["temoignage-1"].slides) > 1
    assert {"titre", "deroule", "discours-1", "discours-2", "athlete-1", "athlete-2"} <= set(rows)
    shown = [number for one in plan.evening.rows for number in one.slides]
    assert sorted(shown) == list(range(1, len(plan.pages) + 1))


def test_slides_that_are_passed_over_belong_to_the_day_they_are_reached_from() -> None:
    workshops = [{"titre": f"Atelier {n}", "texte": "Un texte à dire."} for n in range(4)]
    days = [{"date": f"2024-12-0{n}", "ateliers": workshops} for n in (3, 4)]
    rows = [one for one in evening(jours=days).rows if one.path[0] == "jours"]
    assert [(one.path, len(one.slides)) for one in rows] == [(("jours", 0), 6), (("jours", 1), 6)]
    assert not any("Un texte à dire" in text for text in rows[0].say)


def test_a_length_is_the_planned_one_or_follows_from_words_at_the_presenters_pace() -> None:
    slow = evening(discours=SPEAKERS, temoignages=QUOTES, conducteur={"debit": 80})
    fast = evening(discours=SPEAKERS, temoignages=QUOTES, conducteur={"debit": 160})
    assert (row(slow, "discours-1").seconds, row(slow, "discours-1").planned) == (240, True)
    assert row(slow, "discours-2").seconds == 180
    assert row(slow, "temoignage-1").seconds == 50
    assert row(fast, "temoignage-1").seconds == 25
    assert not row(fast, "temoignage-1").planned


@pytest.mark.parametrize("count", [1, 4, 5, 12])
def test_each_prize_takes_the_time_to_hand_it_over_alone_or_in_a_table(count: int) -> None:
    prizes = [{"titre": f"Prix {n}", "laureat": "Une classe"} for n in range(count)]
    rows = [one for one in evening(prix=prizes).rows if one.section is Section.PRIZES]
    assert len(rows) == (count if count < 5 else 1)
    assert 60 * count < sum(one.seconds for one in rows) < 75 * count
    assert not any(one.planned for one in rows)


def test_a_planned_prize_of_a_table_leaves_the_others_their_time() -> None:
    prizes = [{"titre": f"Prix {n}", "laureat": "Une classe"} for n in range(5)]
    (row,) = (
        one
        for one in evening(prix=[{**prizes[0], "duree": "4 min"}, *prizes[1:]]).rows
        if one.section is Section.PRIZES
    )
    assert row.seconds == 240 + 4 * 60


def test_the_film_is_as_long_as_it_is_and_says_its_frames() -> None:
    plan = planned()
    film = row(plan.evening, "film")
    assert film.film == (0, plan.frames - 1)
    assert 0 <= film.seconds - plan.frames / 25 < 1


def test_passages_follow_each_other_and_a_fixed_hour_sets_the_clock_for_those_after_it() -> None:
    speakers = [SPEAKERS[0], {**SPEAKERS[1], "regie": {"heure": "19:00"}}]
    sheet = evening(
        ceremonie={"date": "2024-12-06", "lieu": "Salle", "heure": "18:30"}, discours=speakers
    )
    assert sheet.start == dt.time(18, 30)
    fixed = row(sheet, "discours-2")
    assert (fixed.fixed, fixed.start) == (dt.time(19), 1800)
    for before, after in zip(sheet.rows, sheet.rows[1:], strict=False):
        assert after.start == (1800 if after is fixed else before.stop)


def test_an_hour_after_midnight_belongs_to_the_same_evening() -> None:
    last = {**SPEAKERS[1], "regie": {"heure": "0:15"}}
    ceremony = {"date": "2024-12-06", "lieu": "Salle", "heure": "22:00"}
    assert row(evening(ceremonie=ceremony, discours=[last]), "discours-1").start == 2.25 * 3600


def test_who_has_the_floor_speaks_and_the_presenter_reads_what_is_quoted() -> None:
    conduct = {"presentateur": "Une présentatrice", "micro": "HF 1"}
    sheet = evening(discours=SPEAKERS, temoignages=QUOTES, conducteur=conduct)
    assert row(sheet, "discours-1").voice == "La maire, maire de Bron"
    assert row(sheet, "discours-1").microphone == ""
    quoted = row(sheet, "temoignage-1")
    assert (quoted.voice, quoted.microphone) == ("Une présentatrice", "HF 1")
    assert [one.name for one in quoted.speakers] == ["Une élève"]
    assert any("« Oui, Oui" in text.replace("\u00a0", " ") for text in quoted.say)
    assert (row(sheet, "film").voice, row(sheet, "film").microphone) == ("", "")


def test_everyone_is_named_once_with_how_it_is_said_and_where() -> None:
    conduct = {"prononciations": {"Athlète 2": "a-tlèt deu"}}
    prize = {"titre": "Prix", "laureat": "Une classe", "remis_par": "Le préfet"}
    sheet = evening(discours=SPEAKERS, athletes=ATHLETES, prix=[prize], conducteur=conduct)
    named = {who.name: (who, rows) for who, rows in sheet.names}
    prefect, where = named["Le préfet"]
    assert (prefect.position, prefect.pronunciation) == ("préfet du Rhône", "pré-fé")
    assert where == (row(sheet, "discours-2").number, row(sheet, "prix-1").number)
    assert named["Athlète 2"][0].pronunciation == "a-tlèt deu"


def test_what_the_running_order_says_goes_before_the_items_own_and_is_done_once() -> None:
    speaker = {**SPEAKERS[0], "regie": {"lumiere": "salle", "son": "jingle"}}
    sheet = evening(
        discours=[speaker],
        athletes=ATHLETES,
        conducteur={"colonnes": ["Accessoires"]},
        deroule=[
            {"partie": "discours", "regie": {"lumiere": "plein feu"}},
            {
                "partie": "athletes",
                "regie": {"son": "fanfare", "micro": "HF 2", "colonnes": {"Accessoires": "fleurs"}},
            },
        ],
    )
    speech = row(sheet, "discours-1")
    assert (speech.light, speech.sound) == ("plein feu", "jingle")
    first, second = row(sheet, "athlete-1"), row(sheet, "athlete-2")
    assert (first.sound, first.microphone, first.columns) == ("fanfare", "HF 2", ("fleurs",))
    assert (second.sound, second.microphone, second.columns) == ("", "HF 2", ("",))


def test_a_planned_time_is_one_passage_unless_its_items_have_cues_of_their_own() -> None:
    order = [{"partie": "athletes", "duree": "6 min"}]
    (whole,) = evening(athletes=ATHLETES, deroule=order).rows[1:]
    assert (whole.seconds, whole.planned) == (360, True)
    assert len(whole.slides) - len(whole.hidden) == 2
    assert [one.name for one in whole.speakers] == ["Athlète 1", "Athlète 2"]
    cued = [ATHLETES[0], {**ATHLETES[1], "regie": {"lumiere": "douche"}}]
    shared = evening(athletes=cued, deroule=order).rows[1:]
    assert [one.light for one in shared] == ["", "douche"]
    assert sum(one.seconds for one in shared) == 360


def test_how_a_name_is_said_stands_in_the_notes_of_every_slide_that_says_it() -> None:
    mayor = {"orateur": "Ana Garcês", "fonction": "maire", "prononciation": "gar-sèss"}
    made = planned(
        discours=[mayor],
        temoignages=[{"citation": "On joue.", "auteur": "Une élève"}],
        conducteur={"prononciations": {"Une élève": "comme cela"}},
    )
    told = [page.section for page in made.pages if "Ana Garcês se dit" in page.notes]
    assert told == ["discours"]
    assert [
        page.section for page in made.pages if "se dit «\u00a0comme cela\u00a0»" in page.notes
    ] == ["temoignages"]
    assert all("gar-sèss" not in text for page in made.pages for text in texts(page.drawing))


SAID = {"Prénom Nom": "pré-non"}
NAMED: dict[str, dict[str, Any]] = {
    "athletes": {"athletes": [{"nom": "Prénom Nom", "discipline": "Judo"}]},
    "prix": {"prix": [{"titre": "Fair-play", "laureat": "Prénom Nom"}]},
    "prix remis": {"prix": [{"titre": "Prix", "laureat": "Un club", "remis_par": "Prénom Nom"}]},
    "prix en tableau": {"prix": [{"titre": f"Prix {n}", "laureat": "Prénom Nom"} for n in "abcde"]},
    "ouverture": {"ouverture": {"orateur": "Prénom Nom", "message": "Le sport rassemble."}},
    "spectacle": {"spectacle": [{"titre": "Chorale", "artistes": "Prénom Nom"}]},
    "benevoles": {"benevoles": {"noms": ["Un groupe", "Prénom Nom"]}},
    "partenaires": {"partenaires": [{"nom": "Prénom Nom"}]},
    "moments": {"moments": [{"titre": "Un mot", "texte": "On écoute Prénom Nom."}]},
}


@pytest.mark.parametrize("part", NAMED)
def test_how_a_name_is_said_is_in_the_notes_and_the_row_of_every_part(part: str) -> None:
    made = planned(**NAMED[part], conducteur={"prononciations": SAID})
    section = part.split(maxsplit=1)[0]
    pages = [p for p in made.pages if p.section == section and p.kind != "derniere-minute"]
    assert pages
    assert all("Prénom Nom se dit «\u00a0pré-non\u00a0»" in page.notes for page in pages)
    rows = [one for one in made.evening.rows if one.section == part.split(maxsplit=1)[0]]
    assert all([who.pronunciation for who in one.pronounced] == ["pré-non"] for one in rows)
    numbers = {who.name: numbers for who, numbers in made.evening.names}["Prénom Nom"]
    assert numbers == tuple(one.number for one in rows)


def test_nobody_presents_while_the_hall_fills_so_no_name_is_told_there() -> None:
    made = planned(accueil={}, **NAMED["partenaires"], conducteur={"prononciations": SAID})
    assert made.welcome
    assert all("se dit" not in page.notes for page in made.welcome.loop.pages)


def test_a_name_is_told_in_whole_words_and_in_the_first_way_that_is_written() -> None:
    quotes = [
        {"citation": "On joue.", "auteur": author, "prononciation": said}
        for author, said in (("Ana", "a-na"), ("Anatole", "a-na-tol"), ("Ana", "an-na"))
    ]
    conduct = {"prononciations": {"Ana": "â-na", "Ana-Maria": "a-na ma-ria"}}
    rows = [
        one
        for one in evening(temoignages=quotes, conducteur=conduct).rows
        if one.section == "temoignages"
    ]
    told = [[who.pronunciation for who in one.pronounced] for one in rows]
    assert told == [["a-na"], ["a-na-tol"], ["a-na"]]


def test_partners_are_named_aloud_volunteers_are_thanked_together() -> None:
    sheet = evening(
        partenaires=[{"nom": "Un club"}],
        benevoles={"noms": ["Un groupe", "Une équipe"]},
        conducteur={"prononciations": {"Une équipe": "é-kip"}},
    )
    rows = {one.section: one.number for one in sheet.rows}
    assert {who.name: numbers for who, numbers in sheet.names} == {
        "Un club": (rows[Section.PARTNERS],),
        "Une équipe": (rows[Section.VOLUNTEERS],),
    }


def test_notes_and_running_order_count_words_at_the_same_pace() -> None:
    def length(pace: int) -> str:
        quotes = [{**QUOTES[0], "citation": "Oui, " * 38}]
        made = planned(temoignages=quotes, conducteur={"debit": pace})
        notes = next(page.notes for page in made.pages if page.section == "temoignages")
        return next(line for line in notes.split("\n") if "DURÉE" in line)

    assert length(80).endswith("30\u00a0s")
    assert length(160).endswith("15\u00a0s")
