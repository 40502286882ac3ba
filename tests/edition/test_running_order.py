"""The running order as a page, a workbook and a table: one evening, read back three ways."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from ceremonie.edition.names import names
from ceremonie.edition.running_order import delimited, running_order, workbook, write
from ceremonie.planning.model import Plan

from ..browser import browser, printed_pages
from ..plan.materials import planned
from ..sample.planned import SAMPLE
from ..sample.planned import planned as edition_plan

CEREMONY = {"date": "2024-12-06", "lieu": "Espace Albert-Camus", "heure": "18:30"}
ROLES = (
    ("La présidente du comité", "présidente du comité départemental handisport"),
    ("Le principal", "principal du collège"),
    ("La proviseure", "proviseure du lycée professionnel"),
    ("L’adjoint aux sports", "adjoint aux sports"),
    ("La maire", "maire de Bron"),
    ("Le conseiller départemental", "conseiller départemental"),
    ("La vice-présidente", "vice-présidente du conseil régional"),
    ("La sénatrice", "sénatrice du Rhône"),
    ("Le député", "député du Rhône"),
    ("La préfète", "préfète du Rhône"),
)
"""Ten speakers, from the lowest rank to the highest: roles, and no persons."""


def evening(**more: Any) -> Plan:
    """Ten speeches, one of which has an hour of its own."""
    speeches: list[dict[str, Any]] = [
        {"orateur": name, "fonction": position, "duree": "3 min"} for name, position in ROLES
    ]
    speeches[0]["regie"] = {"lumiere": "=CMD()", "colonnes": {"Accessoires": "-1 fleur"}}
    speeches[4] |= {"prononciation": "la mair", "regie": {"heure": "19:00", "top": "après le film"}}
    speeches[9]["regie"] = {"micro": "pupitre"}
    keys: dict[str, Any] = {
        "ceremonie": CEREMONY,
        "discours": speeches,
        "temoignages": [{"citation": "On a couru ensemble.", "auteur": "Une élève"}],
        "conducteur": {
            "presentateur": "Une animatrice", "micro": "HF 1", "colonnes": ["Accessoires"],
        },
    }  # fmt: skip
    return planned(**{**keys, **more})


Event = dict[str, str | int | bool]


def imported(data: bytes, custom: tuple[str, ...] = ()) -> list[Event]:
    """The events that Ontime makes of a workbook with its default import map: our reading of its
    rules, which `workbook.py` names.
    """
    sheet = CalamineWorkbook.from_object(io.BytesIO(data)).get_sheet_by_name("event schedule")
    heads: dict[int, str] = {}
    events: list[Event] = []
    known = {
        "time start", "link start", "time end", "duration", "flag", "cue", "title", "skip",
        "count to end", "notes", "colour", "end action", "timer type", "warning time",
        "danger time", "id", *custom,
    }  # fmt: skip
    for row in sheet.to_python(skip_empty_area=False):
        event: Event = {}
        for column, cell in enumerate(row):
            if column in heads:
                event[heads[column]] = _value(heads[column], cell)
            elif isinstance(cell, str) and cell.lower().strip() in known:
                heads[column] = cell.lower().strip()
        if event and event["timer type"] in {"", "count-down", "count-up", "clock", "none"}:
            events.append(event)
    for before, event in pairwise(events):
        if event["link start"]:
            event["time start"] = int(before["time start"]) + int(before["duration"])
    return events


def _value(head: str, cell: Any) -> str | int | bool:
    assert isinstance(cell, str), "a text goes through whatever the time zone is"
    if head in {"time start", "time end", "duration"}:
        return _seconds(cell)
    return cell.lower() not in {"", "false"} if head == "link start" else cell


def _seconds(text: str) -> int:
    hours, minutes, rest = map(int, re.split(r"[\s,:.]+", text))
    return hours * 3600 + minutes * 60 + rest


def rows(plan: Plan) -> list[Mapping[str, str]]:
    text = delimited(plan).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_ontime_makes_the_same_evening_of_the_workbook() -> None:
    plan = evening()
    events = imported(workbook(plan), ("accessoires", "qui parle"))
    start = 18 * 3600 + 30 * 60
    told = [(e["title"], e["time start"], e["duration"]) for e in events]
    assert told == [(r.title, start + r.start, r.seconds) for r in plan.evening.rows]
    by_id = {event["id"]: event for event in events}
    assert by_id["discours-5"]["time start"] == 19 * 3600
    assert [e["link start"] for e in events].count(False) == 2
    assert by_id["discours-1"]["accessoires"] == "-1 fleur"
    assert by_id["discours-10"]["qui parle"] == "La préfète, préfète du Rhône"
    assert "On a couru ensemble." in str(by_id["temoignage-1"]["notes"])
    assert all(re.fullmatch(r"#[0-9A-F]{6}", str(event["colour"])) for event in events)


def test_heads_of_custom_fields_are_labels_that_ontime_takes() -> None:
    plan = evening(conducteur={"colonnes": ["Décor & fleurs", "Œil-de-bœuf"]})
    book = CalamineWorkbook.from_object(io.BytesIO(workbook(plan)))
    heads = [str(head) for head in book.get_sheet_by_name("event schedule").to_python()[0]]
    assert all(re.fullmatch(r"[A-Za-z0-9 ]+", head) for head in heads)
    assert {"Decor fleurs", "Lumiere", "Ecran"} <= set(heads)


def test_the_second_sheet_is_the_films_own_shot_list() -> None:
    plan = evening()
    book = CalamineWorkbook.from_object(io.BytesIO(workbook(plan)))
    assert book.sheet_names == ["event schedule", "film"]
    assert len(book.get_sheet_by_name("film").to_python()) == 1 + len(plan.shots)


def test_the_same_evening_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        write(folder, evening())
    names = {path.name for path in (tmp_path / "a").iterdir()}
    assert names == {"conducteur.html", "conducteur.xlsx", "conducteur.csv"}
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_french_excel_opens_the_table_and_runs_nothing_of_it() -> None:
    data = delimited(evening())
    assert data.startswith(b"\xef\xbb\xbf")
    speech = next(row for row in rows(evening()) if row["Lumière"])
    assert (speech["Lumière"], speech["Accessoires"]) == ("'=CMD()", "'-1 fleur")


def test_all_three_say_the_same_of_each_passage() -> None:
    plan = evening()
    page = re.sub(r"<[^>]*>", "", running_order(plan))
    for row, event in zip(rows(plan), imported(workbook(plan)), strict=True):
        assert row["Passage"] == event["title"]
        assert _seconds(row["Début"]) == event["time start"]
        assert row["À dire"] == event["notes"]
        assert f"{row['N°']}. {row['Passage']}" in page
        assert row["Qui parle"] in page or row["Qui parle"] == "Une animatrice"
    assert "La maire se dit «\u00a0la mair\u00a0»" in page
    assert "« On a couru ensemble. »" in page.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_fixed_hour_is_kept_and_the_wait_before_it_is_told() -> None:
    fixed = next(row for row in rows(evening()) if row["Top"])
    assert fixed["Début"] == "19:00:00"
    assert re.fullmatch(r"1\d min.*d’attente.*", fixed["Remarque"].replace("\u00a0", " "))


def test_slides_beside_those_that_are_seen_are_called_what_they_are() -> None:
    workshops = [{"titre": f"Atelier {n}", "texte": "Un texte."} for n in range(3)]
    days = [{"date": "2024-12-03", "ateliers": workshops}]
    plan = evening(jours=days, accueil={}, deroule=["titre", "jours", "film", "cloture"])
    told = {row["Passage"]: row["Écran"].replace("\u00a0", " ") for row in rows(plan)}
    assert "(noire : 1)" in told[plan.pages[1].title]
    day = next(words for words in told.values() if "ateliers du jour" in words)
    assert re.search(r"\(à un clic des ateliers du jour : \d à \d+ ; carton d’attente : \d+\)", day)
    assert "secours : " in told["Le film de la journée"]
    last = list(told.values())[-1]
    assert "dernière minute : " in last
    assert f"noire : {len(plan.pages)}" in last
    assert not any("masquée" in words for words in told.values())


def test_without_an_hour_times_count_from_nothing_and_one_line_says_so() -> None:
    plan = evening(ceremonie={"date": "2024-12-06", "lieu": "Salle"})
    assert rows(plan)[0]["Début"] == "0:00:00"
    assert running_order(plan).count("Aucune heure n’est donnée") == 1
    assert "Aucune heure" not in running_order(evening())


@pytest.mark.slow
def test_the_sample_and_ten_speakers_print_on_three_pages_and_the_film_apart(
    tmp_path: Path,
) -> None:
    """Slow: a browser starts and prints."""
    written = {"exemple": edition_plan(SAMPLE), "dix": evening()}
    with browser(tmp_path / "profil") as page:
        for name, plan in written.items():
            file = tmp_path / f"{name}.html"
            file.write_text(running_order(plan), "utf-8")
            page.open(file)
            assert page.run(COVERED) == [], name
            assert 0 < printed_pages(page) - _film_pages(page) <= 3, name
        file.write_text(names(evening()), "utf-8")
        page.open(file)
        assert page.run(COVERED_CELLS) == []
        page.send("Emulation.setEmulatedMedia", media="print")
        assert page.run("document.querySelector('.index').offsetHeight") > 0


COVERED = """[...document.querySelectorAll('.regie p')].filter((line) => {
  const words = document.createRange(); words.selectNode(line.lastChild);
  const head = document.createRange(); head.selectNodeContents(line.querySelector('b'));
  return head.getBoundingClientRect().right > words.getBoundingClientRect().left;
}).map((line) => line.textContent)"""
"""What the heads of columns cover of the words beside them."""

COVERED_CELLS = """[...document.querySelectorAll('td')].filter(
  (cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent)"""
"""Cells whose words do not stay in them."""


def test_names_are_found_by_their_letters_with_the_numbers_of_their_passages() -> None:
    prize = {"titre": "Prix", "laureat": "Une classe", "remis_par": "La maire"}
    made = evening(prix=[prize])
    page = names(made)
    numbers = {who.name: where for who, where in made.evening.names}["La maire"]
    assert len(numbers) == 2
    assert f">La maire</a> –\u00a0n°\u00a0{numbers[0]}, {numbers[1]}</li>" in page


def _film_pages(page: Any) -> int:
    """What is printed without the evening itself."""
    page.run("document.querySelectorAll('header, .soiree').forEach((one) => one.remove())")
    return printed_pages(page)


def test_a_film_without_sound_is_called_silent_where_its_sound_would_stand() -> None:
    text = delimited(planned(ceremonie=CEREMONY, deroule=["titre", "film", "cloture"]))
    assert "film muet" in text.decode("utf-8-sig")
    assert "son du film" in delimited(edition_plan(SAMPLE)).decode("utf-8-sig")
