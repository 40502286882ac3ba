"""`tableau: …`: what colleagues wrote joins the storyboard, and what is wrong is told by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import errors
from ceremonie.rights import showing
from ceremonie.sheets import reading
from ceremonie.storyboard import read

from .books import HEADS, ROW, Rows, board, excel, open_document, told, where, workshops
from .books import text as delimited

DAY = dt.date(2024, 12, 3)
LIST = [HEADS, ROW, ("Le grand jour", "Danse", "Ivry-sur-Seine", 12, "Santé")]
MEANT = [(1, "Boxe", "Créteil"), (2, "Danse", "Ivry-sur-Seine")]

FORMS: dict[str, Callable[[Path], Path]] = {
    "excel": lambda folder: excel(folder / "tableau.xlsx", {"Ateliers": LIST}),
    "macros": lambda folder: excel(folder / "tableau.xlsm", {"Ateliers": LIST}),
    "open": lambda folder: open_document(folder / "tableau.ods", "Ateliers", LIST),
    "french excel": lambda folder: delimited(folder / "ateliers.csv", LIST),
    "utf-8": lambda folder: delimited(folder / "ateliers.csv", LIST, ",", "utf-8"),
    "mark": lambda folder: delimited(folder / "ateliers.csv", LIST, "\t", "utf-8-sig"),
    "unicode text": lambda folder: delimited(folder / "liste.csv", LIST, "\t", "utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_rows_join_the_days_that_they_name_whatever_the_program(tmp_path: Path, form: str) -> None:
    table = FORMS[form](tmp_path)
    reading = read(board(tmp_path, table.name))
    assert workshops(reading) == MEANT
    assert reading.storyboard is not None
    assert reading.storyboard.days[1].workshops[0].participants == "12"


def test_rows_come_after_those_of_the_storyboard(tmp_path: Path) -> None:
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, (DAY, "Boxe", "Créteil")]})
    path = board(tmp_path)
    own = "titre: Bouger, ateliers: [{titre: Judo, commune: Orly}]"
    path.write_text(path.read_text("utf-8").replace("titre: Bouger", own), "utf-8")
    assert workshops(read(path)) == [(1, "Judo", "Orly"), (1, "Boxe", "Créteil")]


def test_every_list_may_be_a_sheet_and_the_consents_too(tmp_path: Path) -> None:
    """Heads in any order and by near names; numbers, yes and no and lists as people leave them."""
    workshop = ("Boxe", "Créteil", "Boxe.jpg", "Deux élèves", "P012", "Club A ; Club B", DAY, "x")
    sheets: dict[str, Rows] = {
        "Liste des stands": [
            ("Intitulé", "Commune du stand", "Photos", "Description photo", "Personnes",
             "Porté par", "Date", "Illustratif ?"),
            workshop,
        ],
        "Feuil2": [("Verbatim", "Qui parle"), ("On a joué.", "Une élève")],
        "Invités": [("N°", "Sport", "Nom"), (8, "Natation", "Une nageuse")],
        "Orateurs": [("Nom", "Temps de parole", "LSF"), ("La maire", 2.5, "oui")],
        "Récompenses": [("Prix", "Gagnant"), ("Prix du jeu", "La 5e B")],
        "Sponsors": [("Organisme", "Rang"), ("Club nautique", 1)],
        "Droit à l'image": [
            ("Identifiant", "Mineure", "Signé par", "Usages", "Du", "Au"),
            ("P012", "oui", "mère, père", "Captation et salle", "1er septembre 2024", 45992),
        ],
    }  # fmt: skip
    excel(tmp_path / "tableau.xlsx", sheets)
    reading = read(board(tmp_path))
    assert reading.storyboard is not None, [one.render() for one in reading.diagnostics]
    told_of, (consent,) = reading.storyboard, reading.storyboard.rights
    (boxing,) = told_of.days[0].workshops
    assert (boxing.partners, boxing.illustrative) == (("Club A", "Club B"), True)
    assert [(one.file, one.people) for one in boxing.media] == [("Boxe.jpg", ("P012",))]
    assert (told_of.athletes[0].number, told_of.speeches[0].on_stage) == ("8", 150)
    assert told_of.speeches[0].signed
    assert (told_of.testimonies[0].author, told_of.prizes[0].winner) == ("Une élève", "La 5e B")
    assert told_of.partners[0].rank == 1
    assert (consent.signatories, consent.minor) == (("mère", "père"), True)
    assert consent.scopes == ("captation", "salle")
    assert (consent.start, consent.end) == (dt.date(2024, 9, 1), dt.date(2025, 12, 1))


@pytest.mark.parametrize(
    "written",
    [DAY, "3 décembre 2024", "mardi 3 décembre", "03/12/24", "3/12", "2024-12-03", "Mardi", "J1",
     "Jour 1", 1, 45629, "bouger"],
)  # fmt: skip
def test_a_day_may_be_written_as_people_do(tmp_path: Path, written: object) -> None:
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, (written, "Boxe", "Créteil")]})
    assert workshops(read(board(tmp_path))) == [(1, "Boxe", "Créteil")]


def test_pictures_have_columns_of_their_own_or_share_a_cell(tmp_path: Path) -> None:
    heads = (*HEADS[:3], "Photo", "Description", "Photo 2", "Description photo 2", "Texte")
    rows = [
        (DAY, "Boxe", "Créteil", "a.jpg ; b.jpg", "Un ; Deux", "c.jpg", "Trois"),
        (DAY, "Judo", "Créteil", None, None, "d.jpg", "Quatre"),
    ]
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [heads, *rows]})
    reading = read(board(tmp_path))
    assert reading.storyboard is not None
    boxing, judo = reading.storyboard.days[0].workshops
    said = [(one.file, one.alternative) for one in (*boxing.media, *judo.media)]
    assert said == [("a.jpg", "Un"), ("b.jpg", "Deux"), ("c.jpg", "Trois"), ("d.jpg", "Quatre")]


def test_forty_rows_with_ten_mistakes_are_told_at_their_cells_in_one_run(tmp_path: Path) -> None:
    heads = (*HEADS, "Picto", "Photo", "Personnes", "Illustratif")
    rows = [(DAY, f"Atelier {n}", "Créteil", "tous", "sport") for n in range(40)]
    wrong = {
        2: ("12/12/2024", "Atelier 2", "Créteil"),
        5: (DAY, None, "Créteil", "tous"),
        8: (DAY, "Atelier 8", None, "tous"),
        11: (DAY, "Atelier 11", "Créteil", "tous", "spotr"),
        14: (DAY, "Atelier 14", "Créteil", "tous", "sport", "bxe"),
        17: (DAY, "Atelier 17", "Créteil", "tous", "sport", "", "a.jpg", "P099"),
        20: (DAY, "Atelier 20", "Créteil", "tous", "sport", "", "", "", "peut-être"),
        23: (DAY, "Atelier 22", "Créteil", "tous"),
        26: (None, "Atelier 26", "Créteil"),
        29: (DAY, "A" * 200, "Créteil"),
    }
    listed = [wrong.get(number, row) for number, row in enumerate(rows)]
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [("Nos ateliers",), (), heads, *listed]})
    reading = read(board(tmp_path))
    shown = reading.source.located(showing(reading, Audience.HALL).diagnostics)
    assert {(one.slug, where(one)) for one in (*reading.diagnostics, *shown)} == {
        ("tableau-jour-inconnu", "Ateliers A6"),
        ("cle-vide", "Ateliers B9"),
        ("commune-manquante", "Ateliers C12"),
        ("thematique-inconnue", "Ateliers E15"),
        ("pictogramme-inconnu", "Ateliers F18"),
        ("droits-inconnus", "Ateliers H21"),
        ("oui-non", "Ateliers I24"),
        ("element-double", "Ateliers B27"),
        ("tableau-jour-absent", "Ateliers B30"),
        ("texte-demesure", "Ateliers B33"),
    }


def test_a_problem_shows_the_sheet_the_cell_and_what_stands_in_it(tmp_path: Path) -> None:
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, (*ROW[:4], "spotr")]})
    (one,) = read(board(tmp_path)).diagnostics
    head, excerpt, remedy = one.render().splitlines()
    assert head.startswith(f"{tmp_path / 'tableau.xlsx'}, feuille Ateliers, E2  erreur ")
    assert excerpt == "   E2 | spotr"
    assert "sport" in remedy
    told_as = {"feuille": "Ateliers", "case": "E2", "contenu": "spotr", "ligne": 2, "colonne": 5}
    assert one.as_json().items() >= told_as.items()


ODDITIES: dict[str, Rows] = {
    "tableau-colonne-double C1": [(*HEADS[:2], "Intitulé", "Commune"), ("J1", "Boxe", "", "Orly")],
    "tableau-colonne-inconnue F1": [(*HEADS, "Remarques"), (*ROW, "à voir")],
    "tableau-colonne-sans-titre F2": [HEADS, (*ROW, "à voir")],
    "tableau-colonne-absente A1": [("Jour", "Commune"), ("J1", "Orly")],
    "tableau-titres-absents A1": [("J1", "Boxe", "Orly")],
    "tableau-formule-texte B2": [HEADS, ("J1", "=cmd|' /C calc'!A0", "Orly")],
    "tableau-formule-rompue D2": [HEADS, ("J1", "Boxe", "Orly", "#REF!")],
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_what_a_sheet_leaves_unclear_is_told_where_it_stands(tmp_path: Path, oddity: str) -> None:
    slug, cell = oddity.split()
    excel(tmp_path / "tableau.xlsx", {"Ateliers": ODDITIES[oddity]})
    assert told(board(tmp_path)) == {(slug, f"Ateliers {cell}")}


UNREAD: dict[str, tuple[str, Rows]] = {
    "a title like the example": ("Ateliers", [HEADS, ("J1", "Exemple : un débat", "Orly")]),
    "the example, half written over": (
        "Ateliers",
        [HEADS, ("J1", "Exemple : boxe éducative", "Orly")],
    ),
    "a first cell like the help": (
        "Invités",
        [("Club", "Nom", "Sport"), ("Aide : tous", "Ana", "Judo")],
    ),
}


@pytest.mark.parametrize("case", UNREAD)
def test_no_row_that_looks_like_help_or_example_goes_unread_in_silence(
    tmp_path: Path, case: str
) -> None:
    sheet, rows = UNREAD[case]
    excel(tmp_path / "tableau.xlsx", {sheet: rows})
    slugs = {slug for slug, _ in told(board(tmp_path))}
    assert slugs == {"tableau-ligne-passee", "tableau-vide"}


def test_words_of_help_and_example_in_other_cells_are_those_of_an_entry(tmp_path: Path) -> None:
    heads = (*HEADS[:3], "Notes", "Texte")
    rows = [("J1", "Boxe", "Créteil", "Aide : deux bénévoles", "Exemple : on esquive.")]
    more = [("J2", "Aide : aux devoirs", "Orly"), (None, "Aide : ici", "Orly")]
    excel(tmp_path / "tableau.xlsx", {"J1": [heads, *rows, *more]})
    assert [title for _, title, _ in workshops(read(board(tmp_path)))] == [
        "Boxe",
        "Aide : ici",
        "Aide : aux devoirs",
    ]


CONSENT = ("Identifiant", "Mineur", "Signé par", "Usages", "Du", "Au")
GIVEN = ("P012", "non", "la personne elle-même", "salle", "1/9/2024", "31/08/2025")


@pytest.mark.parametrize("head", ["Révoqué le", "Révocation", "Annulé le", "Retiré le"])
def test_a_consent_withdrawn_in_whatever_words_is_read_as_such(tmp_path: Path, head: str) -> None:
    excel(tmp_path / "tableau.xlsx", {"Accords": [(*CONSENT, head), (*GIVEN, "2/12/2024")]})
    reading = read(board(tmp_path))
    assert reading.storyboard is not None
    assert reading.storyboard.rights[0].withdrawn == dt.date(2024, 12, 2)


@pytest.mark.parametrize("head", ["Refus", "Refusé", "Opposition", "Remarques", None])
def test_no_one_is_shown_before_all_of_the_consents_is_read(
    tmp_path: Path, head: str | None
) -> None:
    excel(tmp_path / "tableau.xlsx", {"Accords": [(*CONSENT, head), (*GIVEN, "oui")]})
    reading = read(board(tmp_path))
    slug = "tableau-colonne-inconnue" if head else "tableau-colonne-sans-titre"
    assert [one.slug for one in errors(reading.diagnostics)] == [slug]
    assert reading.storyboard is None
    excel(tmp_path / "tableau.xlsx", {"Accords": [(*CONSENT, head), GIVEN]})
    assert told(board(tmp_path)) == set()


@pytest.mark.parametrize("name", ["a\\0b.xlsx", "a" * 300 + ".xlsx", "a" * 300 + "/b.xlsx"])
def test_a_name_that_no_file_can_have_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    (one,) = read(board(tmp_path, f'"{name}"')).diagnostics
    assert (one.slug, one.place and one.place.line) == ("tableau-introuvable", 4)


def test_a_day_merged_beside_its_workshops_counts_for_each(tmp_path: Path) -> None:
    rows = [HEADS, (None, "Boxe", "Créteil"), (None, "Judo", "Orly"), (), ("J2", "Relais", "Ivry")]
    excel(tmp_path / "tableau.xlsx", {"Ateliers": rows}, {"A2:A3": "J1", "B5:C5": "Relais"})
    assert ("tableau-cases-fusionnees", "Ateliers B5") in told(board(tmp_path))
    excel(tmp_path / "tableau.xlsx", {"Ateliers": rows}, {"A2:A3": "J1"})
    assert list(workshops(read(board(tmp_path))))[:2] == [
        (1, "Boxe", "Créteil"),
        (1, "Judo", "Orly"),
    ]


def test_what_is_merged_down_counts_no_further_than_the_last_row(tmp_path: Path) -> None:
    rows = [HEADS, (None, "Boxe", "Créteil"), (None, "Judo", "Orly")]
    excel(tmp_path / "tableau.xlsx", {"Ateliers": rows}, {"A2:A3000": "J1"})
    (sheet,) = reading.read(tmp_path / "tableau.xlsx").sheets
    assert [row[0].row for row in sheet.rows] == [1, 2, 3]


def test_sheets_that_nobody_sees_or_knows_are_told_and_left_alone(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Ateliers": [HEADS, ROW], "Budget": [("Poste",), ("Bus",)]}
    excel(tmp_path / "tableau.xlsx", sheets)
    assert told(board(tmp_path)) == {("tableau-feuille-inconnue", "Budget A1")}


def test_the_same_thing_in_sheet_and_storyboard_is_told_with_the_line(tmp_path: Path) -> None:
    excel(tmp_path / "tableau.xlsx", {"Invités": [("Nom", "Sport"), ("Une nageuse", "Natation")]})
    more = "athletes:\n  - nom: Une nageuse\n    discipline: Natation\n"
    (one,) = read(board(tmp_path, more=more)).diagnostics
    assert (one.slug, where(one)) == ("element-double", "Invités A2")
    assert "ligne 10" in one.message
