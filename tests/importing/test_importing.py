"""`ceremonie importer`: what a colleague's spreadsheet changes in a storyboard."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremonie.desk import import_table
from ceremonie.desk import table as write_table
from ceremonie.diagnostics import Severity, StoryboardError, UsageError
from ceremonie.storyboard import read
from ceremonie.storyboard.compose import Composed, compose
from ceremonie.storyboard.lines import Lines
from tests.importing.tables import BOARD, HEADS, board, slugs, table, taken_over, workshops
from tests.sheets.books import Rows, excel, open_document


def data_of(folder: Path) -> Any:
    return read(folder / "storyboard.yaml").source.data


def test_a_table_is_shown_first_and_written_where_it_is_asked_for(
    tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    file = board(tmp_path)
    rows = (
        ("28/11/2023", "boxe  EDUCATIVE", "Créteil", "Salle des sports", ""),
        ("Mardi sportif", "Escrime", "Vincennes", "", "Une phrase : ceci,\net cela"),
        ("29 nov. 2023", "Natation", "Choisy-le-Roi", "Piscine", ""),
    )
    path = workshops(tmp_path, *rows)
    shown = ceremonie("importer", path)
    assert shown.code == 0
    assert file.read_text("utf-8") == BOARD
    assert "Ateliers : 2 à ajouter, 1 à changer\n" in shown.out
    assert "  + « Escrime » (feuille ateliers, ligne 3)\n" in shown.out
    assert "      Lieu : « Gymnase » → « Salle des sports »\n" in shown.out
    assert "1 hors du tableau, sans changement dans le storyboard : « Judo »" in shown.out
    assert (
        "ligne 14\n  -         lieu: 'Gymnase'   # à vérifier\n  +         lieu: 'Salle"
        in shown.out
    )
    assert "--appliquer" in shown.out
    assert ceremonie("importer", path, "--appliquer").code == 0
    assert file.read_text("utf-8") == BOARD.replace("'Gymnase'", "'Salle des sports'").replace(
        "      - {titre: Judo, commune: Orly}\n  - date: 2023-11-29\n",
        "      - {titre: Judo, commune: Orly}\n"
        "      - titre: Escrime\n        commune: Vincennes\n        texte: |-\n"
        "          Une phrase : ceci,\n          et cela\n"
        "  - date: 2023-11-29\n    ateliers:\n"
        "      - titre: Natation\n        commune: Choisy-le-Roi\n        lieu: Piscine\n",
    )
    again = ceremonie("importer", path, "--appliquer")
    assert again.out.splitlines()[2] == "Ateliers : 3 déjà à jour"
    assert "Rien à importer" in again.out


WORDS = st.text("aeé'\"«»:#,[]{}&*-!%|>?@\\…=0 \n😀\u00a0’", min_size=1, max_size=24)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_a_second_import_changes_nothing_whatever_people_write(
    rows: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    board(tmp_path)
    path = workshops(tmp_path, *(("28/11/2023", a, "Orly", b, c) for a, b, c in rows))
    found = import_table(path)
    if found.wrong:
        return
    found.apply()
    again = import_table(path)
    assert again.empty
    assert all(not part.added and not part.changed for part in again.parts)


MISTAKES = {
    3: ("A", "12/12/2023", "A3", "tableau-jour-inconnu"),
    5: ("C", "", "C5", "commune-manquante"),
    8: ("B", "", "B8", "cle-vide"),
    11: ("B", "Très long " * 40, "B11", "texte-demesure"),
    14: ("E", "#REF!", "E14", "tableau-formule-rompue"),
    17: ("A", "", "B17", "tableau-jour-absent"),
    20: ("E", "x" * 700, "E20", "texte-demesure"),
    25: ("F", "peut-être", "F25", "oui-non"),
    30: ("A", "Jour 9", "A30", "tableau-jour-inconnu"),
    35: ("B", "Stand 4", "B35", "importer-ligne-double"),
}
"""Row of the sheet → the column and what is wrong in it, the cell where it is told, and how."""


def test_ten_mistakes_in_forty_rows_are_told_in_one_run_and_nothing_is_written(
    tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    file, rows = board(tmp_path), []
    for number in range(2, 42):
        row = ["28/11/2023", f"Stand {number}", "Orly", "", f"Texte {number}", "oui"]
        if number in MISTAKES:
            column, value, _, _ = MISTAKES[number]
            row["ABCDEF".index(column)] = value
        rows.append(row)
    path = table(tmp_path, (*HEADS, "Illustratif"), *rows)
    found = import_table(path)
    wrong = [one for one in found.diagnostics if one.severity is Severity.ERROR]
    told = [(one.place.cell, one.slug) for one in wrong if one.place]
    assert told == [(cell, slug) for _, _, cell, slug in MISTAKES.values()]
    done = ceremonie("importer", path, "--appliquer")
    assert done.code == 1
    assert "feuille ateliers, B8  erreur [cle-vide]" in done.err
    assert "Rien n'est écrit" in done.out
    assert file.read_text("utf-8") == BOARD


def test_a_row_is_found_again_by_its_title_and_by_its_town_where_two_have_it(
    tmp_path: Path,
) -> None:
    board(
        tmp_path,
        BOARD.replace("{titre: Judo, commune: Orly}", "{titre: Boxe éducative, commune: Orly}"),
    )
    path = workshops(
        tmp_path,
        ("28/11/2023", "Boxe éducative", "Orly", "Dojo", ""),
        ("28/11/2023", "Boxe éducative", "Créteil", "", "Une phrase"),
    )
    taken_over(path)
    first, second = data_of(tmp_path)["jours"][0]["ateliers"]
    assert (first["commune"], first["lieu"], first["texte"]) == ("Créteil", "Gymnase", "Une phrase")
    assert (second["commune"], second["lieu"]) == ("Orly", "Dojo")


def test_a_workbook_with_several_lists_and_days_of_all_forms_is_taken_over(tmp_path: Path) -> None:
    """As Excel keeps them: a day as a date, as a number that was one, by its name."""
    board(tmp_path)
    rows: Rows = [
        ["Suivi des ateliers"],
        HEADS,
        [dt.date(2023, 11, 29), "Natation", "Orly", "Piscine"],
        [45259, "Voile", "Choisy-le-Roi"],
        ["Mardi sportif", "Escrime", "Orly"],
    ]
    sheets: dict[str, Rows] = {
        "Liste des ateliers": rows,
        "Partenaires": [["Nom", "Rang"], ["Club", 1]],
    }
    file = excel(tmp_path / "suivi.xlsm", sheets)
    taken_over(file)
    first, second = data_of(tmp_path)["jours"]
    assert [one["titre"] for one in first["ateliers"]] == ["Boxe éducative", "Judo", "Escrime"]
    assert [one["titre"] for one in second["ateliers"]] == ["Natation", "Voile"]
    assert data_of(tmp_path)["partenaires"] == [{"nom": "Club", "rang": 1}]
    assert import_table(open_document(tmp_path / "s.ods", "Ateliers", rows[1:])).empty


@pytest.mark.parametrize("name", ["2023", "exemples/fete-du-sport"])
def test_the_table_that_the_program_writes_itself_has_nothing_to_import(
    name: str, tmp_path: Path
) -> None:
    edition = Path(__file__).parents[2] / "assets" / name
    shutil.copy(next(edition.glob("*.yaml")), tmp_path)
    write_table(tmp_path)
    found = import_table(tmp_path)
    assert found.empty
    assert found.diagnostics == ()
    assert sum(part.same for part in found.parts) > 10
    assert not any(part.absent for part in found.parts)


def test_a_quote_that_was_corrected_after_its_first_words_stays_one(tmp_path: Path) -> None:
    board(tmp_path)
    heads = ("Citation", "Auteur", "Fonction")
    words = "On a joué tous ensemble, et on recommencera."
    path = table(tmp_path, heads, (words, "Une collégienne", "Boxe"), name="temoignages")
    taken_over(path)
    assert data_of(tmp_path)["temoignages"] == [
        {"citation": words, "auteur": "Une collégienne", "fonction": "Boxe"}
    ]


def test_a_name_that_is_almost_the_same_is_asked_about_and_never_taken_for_it(
    tmp_path: Path,
) -> None:
    board(tmp_path)
    found = taken_over(workshops(tmp_path, ("28/11/2023", "Jodo", "Orly", "", "")))
    assert slugs(found) == ["importer-proche"]
    assert "« Judo » (ligne 15)" in found.diagnostics[0].message
    assert found.diagnostics[0].place
    assert found.diagnostics[0].place.cell == "B2"
    assert [one["titre"] for one in data_of(tmp_path)["jours"][0]["ateliers"]][1:] == [
        "Judo",
        "Jodo",
    ]


def test_a_workshop_in_another_town_never_takes_the_place_of_one(tmp_path: Path) -> None:
    board(tmp_path)
    path = workshops(tmp_path, ("28/11/2023", "Judo", "Vitry-sur-Seine", "", ""))
    found = taken_over(path)
    assert slugs(found) == ["importer-proche"]
    assert "« Judo, Vitry-sur-Seine »" in found.diagnostics[0].message
    assert "« Judo, Orly » (ligne 15)" in found.diagnostics[0].message
    towns = [one["commune"] for one in data_of(tmp_path)["jours"][0]["ateliers"]]
    assert towns == ["Créteil", "Orly", "Vitry-sur-Seine"]
    assert import_table(path).empty


def test_a_town_that_is_named_in_full_is_the_same(tmp_path: Path) -> None:
    board(tmp_path, BOARD.replace("commune: Orly", "commune: Vitry"))
    found = taken_over(workshops(tmp_path, ("28/11/2023", "Judo", "Vitry-sur-Seine", "", "")))
    assert slugs(found) == []
    towns = [one["commune"] for one in data_of(tmp_path)["jours"][0]["ateliers"]]
    assert towns == ["Créteil", "Vitry-sur-Seine"]


@pytest.mark.parametrize(("several", "more"), [(21, "+ et 1 autre\n"), (23, "+ et 3 autres\n")])
def test_what_is_not_named_of_many_rows_is_counted(
    several: int, more: str, tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    board(tmp_path)
    rows = (("28/11/2023", f"Stand {n}", "Orly", "", "") for n in range(several))
    assert more in ceremonie("importer", workshops(tmp_path, *rows)).out


def test_an_empty_cell_a_missing_row_and_typography_change_nothing(tmp_path: Path) -> None:
    board(tmp_path)
    path = table(
        tmp_path,
        ("Citation", "Auteur"),
        ("On a joué tous ensemble, et l’on recommencera demain.", "Une collégienne"),
        name="temoignages",
    )
    assert import_table(path).empty
    assert import_table(workshops(tmp_path, ("28/11/2023", "Judo", "Orly", "", ""))).empty


def test_what_a_partner_injects_stays_text(tmp_path: Path) -> None:
    board(tmp_path)
    evil = "=cmd|' /C calc'!A0"
    found = taken_over(workshops(tmp_path, ("28/11/2023", "Judo", "Orly", "", evil)))
    assert slugs(found) == ["tableau-formule-texte"]
    assert data_of(tmp_path)["jours"][0]["ateliers"][1]["texte"] == evil
    assert f'texte: "{evil}"' in (tmp_path / "storyboard.yaml").read_text("utf-8")


def test_consents_may_come_after_the_photos_that_need_them(tmp_path: Path) -> None:
    """The errors that a storyboard has without its spreadsheet are no obstacle to it."""
    photo = "medias: [{fichier: a.jpg, alt: Un judoka, personnes: [P012]}]"
    board(tmp_path, BOARD.replace("commune: Orly}", f"commune: Orly, {photo}}}"))
    heads = ("Identifiant", "Mineur", "Signé par", "Usages", "Du", "Au")
    row = ("P012", "oui", "mère ; père ; enfant", "captation, Salle", "1/9/2023", "31/08/2024")
    taken_over(table(tmp_path, heads, row, name="Droits"))
    assert data_of(tmp_path)["droits"] == [
        {
            "personne": "P012",
            "mineur": "oui",
            "signataires": ["mère", "père", "enfant"],
            "portees": ["captation", "salle"],
            "debut": "2023-09-01",
            "fin": "2024-08-31",
        }
    ]
    assert read(tmp_path / "storyboard.yaml").storyboard is not None


def test_a_photo_joins_those_of_its_workshop_and_is_known_by_its_name(tmp_path: Path) -> None:
    there = "medias: [{fichier: a.jpg, alt: A, personnes: aucune}]"
    board(tmp_path, BOARD.replace("commune: Orly}", f"commune: Orly, {there}}}"))
    heads = (
        "Jour",
        "Titre",
        "Commune",
        "Photo",
        "Description de la photo",
        "Personnes de la photo",
    )
    path = table(
        tmp_path,
        heads,
        ("28/11/2023", "Judo", "Orly", "b.jpg", "B", "aucune"),
        ("28/11/2023", "Boxe éducative", "Créteil", "c.jpg", "C", "foule"),
        name="ateliers",
    )
    taken_over(path)
    boxing, judo = data_of(tmp_path)["jours"][0]["ateliers"]
    assert [one["fichier"] for one in judo["medias"]] == ["a.jpg", "b.jpg"]
    assert boxing["medias"] == [{"fichier": "c.jpg", "alt": "C", "personnes": "foule"}]
    assert import_table(path).empty


def test_the_result_can_be_read_by_another_program(
    tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    board(tmp_path)
    path = workshops(tmp_path, ("28/11/2023", "Judo", "Orly", "Dojo", ""))
    told = json.loads(ceremonie("importer", path, "--json").out)
    value = {"cle": "lieu", "case": "D2", "avant": None, "apres": "Dojo"}
    assert told["listes"][0]["changes"][0]["valeurs"] == [value]
    assert told["corrections"][0]["apres"] == ["      - {titre: Judo, commune: Orly, lieu: Dojo}"]
    assert told["diagnostics"] == []


@pytest.mark.parametrize("name", ["ateliers.csv", "Ateliers.CSV", "./ateliers.csv"])
def test_a_table_that_the_storyboard_reads_by_itself_is_not_imported(
    name: str, tmp_path: Path
) -> None:
    board(tmp_path, BOARD + f"tableau: {name}\n")
    path = workshops(tmp_path, ("28/11/2023", "Judo", "Orly", "Dojo", ""))
    with pytest.raises(UsageError, match="importer-deja-lu"):
        import_table(path)


def test_errors_of_another_table_that_the_storyboard_reads_are_no_obstacle(tmp_path: Path) -> None:
    board(tmp_path, BOARD + "tableau: prix.csv\n")
    table(tmp_path, ("Prix", "Lauréat"), ("Prix du fair-play", ""), name="prix")
    found = taken_over(workshops(tmp_path, ("28/11/2023", "Escrime", "Orly", "", "")))
    assert slugs(found) == []
    bad = import_table(workshops(tmp_path, ("28/11/2023", "Escrime", "Orly", "", "x" * 700)))
    assert [one.place.cell for one in bad.diagnostics if one.place] == ["E2"]


def test_the_storyboard_must_be_known_whole_and_unchanged(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    path = workshops(tmp_path, ("28/11/2023", "Judo", "Orly", "Dojo", ""))
    with pytest.raises(UsageError, match="importer-quel-storyboard"):
        import_table(path)
    edition = tmp_path / "assets" / "2023"
    edition.mkdir(parents=True)
    file = board(edition)
    found = import_table(path)
    assert found.path.samefile(file)
    file.write_text(BOARD + "# plus\n", "utf-8")
    with pytest.raises(StoryboardError, match="importer-entre-temps"):
        found.apply()
    board(edition, BOARD.replace("titre: Journées", "titre: Les: Journées"))
    with pytest.raises(StoryboardError, match="yaml-deux-points"):
        import_table(path)


def test_what_cannot_be_written_alone_is_told_at_its_cell(tmp_path: Path) -> None:
    board(
        tmp_path,
        BOARD.replace("lieu: 'Gymnase'", "lieu: &ici Gymnase").replace(
            "commune: Orly}", "commune: Orly, lieu: *ici}"
        ),
    )
    found = import_table(
        workshops(tmp_path, ("28/11/2023", "Boxe éducative", "Créteil", "Dojo", ""))
    )
    assert slugs(found) == ["importer-refuse"]
    assert found.diagnostics[0].place
    assert found.diagnostics[0].place.cell == "D2"
    with pytest.raises(StoryboardError):
        found.apply()


def test_a_longer_table_is_not_read_and_written_more_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand rows are written at once: the text is parsed as often as for ten."""
    calls: list[int] = []

    def counted(lines: Lines) -> Composed:
        calls.append(len(lines.texts))
        return compose(lines)

    monkeypatch.setattr("ceremonie.storyboard.source.compose", counted)
    counts = []
    for several in (3, 60):
        board(tmp_path)
        rows = (("28/11/2023", f"Stand {n}", "Orly", "Dojo", "x") for n in range(several))
        calls.clear()
        taken_over(workshops(tmp_path, *rows))
        rows = (("28/11/2023", f"Stand {n}", "Orly", "Dojo 2", "y") for n in range(several))
        taken_over(workshops(tmp_path, *rows))
        counts.append(len(calls))
    assert counts[0] == counts[1] == 4
