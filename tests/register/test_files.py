"""`droits: registre.xlsx`: the register of consents in a file of its own, whatever its form."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Severity
from ceremonie.rights import showing
from ceremonie.sheets.reading import read as read_table
from ceremonie.storyboard import Reading, read
from tests.sheets.books import Rows, excel, open_document
from tests.sheets.books import text as delimited

BOARD = """\
edition: essai
titre: Journées de l'égalité
organisateur: Préfecture
ceremonie: {date: 2024-12-05, lieu: Salle des fêtes}
jours:
  - date: 2024-12-03
    titre: Bouger
    ateliers: [{titre: Boxe, commune: Créteil, medias: [
      {fichier: a.jpg, alt: Deux élèves, personnes: [P012]}]}]
"""
HEADS = ("Identifiant", "Mineur(e)", "Signé par", "Usages acceptés", "Du", "Au", "Voix")
ROW = ("P012", "non", "elle-même", "captation, salle", "01/11/2024", dt.date(2025, 12, 31), "x")
LIST: Rows = [HEADS, ROW]
AS_TEXT = [HEADS, (*ROW[:5], "31/12/2025", "x")]
YAML = """\
- personne: P012
  mineur: non
  signataires: [elle-même]
  portees: [captation, salle]
  debut: 2024-11-01
  fin: 2025-12-31
  voix: oui
"""
INDENTED = "droits:\n" + "".join(f"  {line}\n" for line in YAML.splitlines())

FORMS: dict[str, Callable[[Path], Path]] = {
    "any title": lambda to: excel(to / "registre.xlsx", {"Feuil1": LIST}),
    "near title": lambda to: excel(to / "r.xlsm", {"Autorisations 2024": LIST, "Vide": []}),
    "open": lambda to: open_document(to / "registre.ods", "Classe de 5e B", LIST),
    "csv": lambda to: delimited(to / "registre.csv", AS_TEXT),
    "list": lambda to: _written(to / "registre.yaml", YAML),
    "under its key": lambda to: _written(to / "Registre.YML", INDENTED),
}


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def board(folder: Path, rights: str, more: str = "") -> Reading:
    return read(_written(folder / "storyboard.yaml", f"{BOARD}droits: {rights}\n{more}"))


def slugs(reading: Reading) -> dict[str, str]:
    """The code of each problem, and how grave it is."""
    return {one.slug: str(one.severity) for one in reading.diagnostics}


@pytest.mark.parametrize("form", FORMS)
def test_people_are_shown_by_a_register_in_a_file(tmp_path: Path, form: str) -> None:
    reading = board(tmp_path, FORMS[form](tmp_path).name)
    assert reading.storyboard is not None, [one.render() for one in reading.diagnostics]
    (consent,) = reading.storyboard.rights
    assert (consent.person, consent.minor, consent.hear_voice) == ("P012", False, True)
    assert (consent.start, consent.end) == (dt.date(2024, 11, 1), dt.date(2025, 12, 31))
    assert showing(reading, Audience.HALL).diagnostics == ()


def test_a_sheet_of_consents_that_would_stay_unread_is_an_error(tmp_path: Path) -> None:
    other = [("Fait", "À faire"), ("a", "b")]
    sheets = {"Accords": LIST, "Refus": other}
    assert slugs(board(tmp_path, excel(tmp_path / "r.xlsx", sheets).name)) == {
        "tableau-feuille-inconnue": "erreur"
    }
    sheets = {"Ateliers": [("Titre", "Commune"), ("Judo", "Orly")], "Droits 2024": other}
    excel(tmp_path / "t.xlsx", sheets)
    told = slugs(board(tmp_path, "[]", "tableau: t.xlsx"))
    assert told["tableau-feuille-inconnue"] == "erreur"


def test_a_hidden_sheet_of_consents_is_an_error(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(str(tmp_path / "r.xlsx")) as book:
        for title in ("Accords", "Retirés"):
            page = book.add_worksheet(title)
            page.write_row(0, 0, HEADS)
            page.write_row(1, 0, AS_TEXT[1])
        page.hide()
    told = slugs(board(tmp_path, "r.xlsx"))
    assert told["tableau-feuille-masquee"] == "erreur"


def test_a_register_that_cannot_be_read_is_told_once_and_nobody_is_called_unknown(
    tmp_path: Path,
) -> None:
    for name, slug in {
        "nulle-part.xlsx": "registre-introuvable",
        "../ailleurs.csv": "registre-dehors",
        "photo.yaml": "registre-forme",
        "broken.ods": "tableau-abime",
    }.items():
        (tmp_path / "photo.yaml").write_bytes(b"\xff\xd8\xff\xe0")
        (tmp_path / "broken.ods").write_bytes(b"PK\x03\x04 mimetype")
        reading = board(tmp_path, name)
        assert [one.slug for one in reading.diagnostics] == [slug], name
        assert reading.source.unread(("droits",))


def test_the_register_may_be_a_sheet_of_the_spreadsheet_and_consents_have_one_source(
    tmp_path: Path,
) -> None:
    excel(tmp_path / "t.xlsx", {"Accords": LIST})
    shared = board(tmp_path, "t.xlsx", "tableau: t.xlsx")
    assert shared.storyboard is not None
    assert [one.person for one in shared.storyboard.rights] == ["P012"]
    inline = board(tmp_path, "\n" + YAML, "tableau: t.xlsx")
    assert "droits-deux-sources" in slugs(inline)


def _pipe(path: Path) -> None:
    getattr(os, "mkfifo", Path.mkdir)(path)


def _link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("partie.csv"))


@pytest.mark.parametrize("make", [Path.mkdir, _pipe, _link_to_nowhere])
def test_a_key_that_is_no_file_is_an_error_and_nothing_is_published_without_it(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "clef.csv")
    reading = board(tmp_path, "\n" + YAML)
    (told,) = reading.diagnostics
    assert (told.slug, told.severity) == ("clef-pas-un-fichier", Severity.ERROR)
    assert told.place is not None
    assert told.place.file.endswith("clef.csv")
    assert reading.storyboard is None


def test_the_key_to_names_is_read_and_no_message_shows_a_name(tmp_path: Path) -> None:
    names = [
        ("Code", "NOM", "Prénom", "Sans nom"),
        ("P012", "Zygmunt", "Ola", "une nageuse"),
        ("", "Qwerty", "Uma"),
        ("P012", "Xanadu", "Ivo"),
        ("Bao Xylophon", "", ""),
    ]
    delimited(tmp_path / "Clé.csv", names)
    reading = board(tmp_path, "\n" + YAML)
    assert slugs(reading).keys() == {
        "clef-sans-identifiant", "clef-double", "clef-sans-nom", "identifiant-nom"
    }  # fmt: skip
    person = reading.key.people["P012"]
    assert person.spellings == ("Ola Zygmunt", "Zygmunt Ola")
    assert person.nameless == "une nageuse"
    told = repr(reading) + "".join(one.render() + str(one.as_json()) for one in reading.diagnostics)
    words = [word for row in names[1:] for word in " ".join(row).split() if word[0].isalpha()]
    assert not [word for word in words if word in told and word not in {"P012", "une", "nageuse"}]


def test_two_keys_a_key_without_its_columns_and_one_that_leads_elsewhere_are_told(
    tmp_path: Path,
) -> None:
    delimited(tmp_path / "clef.csv", [("Ola Zygmunt", "06 12"), ("Uma Qwerty", "06 13")])
    reading = board(tmp_path, "\n" + YAML)
    assert slugs(reading) == {"clef-colonnes": "erreur"}
    assert "Zygmunt" not in "".join(one.render() for one in reading.diagnostics)
    excel(tmp_path / "clef.xlsx", {"Noms": [("Identifiant", "Nom"), ("P012", "Ola Zygmunt")]})
    assert slugs(board(tmp_path, "\n" + YAML)) == {"clef-deux": "erreur"}
    (tmp_path / "clef.csv").unlink()
    assert slugs(board(tmp_path, "\n" + YAML)) == {}


@pytest.mark.parametrize(
    "more",
    [
        "temoignages: [{citation: a, auteur: b, qui: Ola Zygmunt}]",
        "publication: {retraits: [{personne: Ola Zygmunt, date: 2024-01-01}]}",
        "ouverture: {medias: [{fichier: a.jpg, personnes: foule, voix: [Ola Zygmunt]}]}",
        "fin: {photo: {fichier: a.jpg, personnes: foule, flous: [{personne: Ola Zygmunt}]}}",
    ],
)
def test_a_name_as_identifier_is_told_wherever_one_may_stand(tmp_path: Path, more: str) -> None:
    reading = board(tmp_path, "\n" + YAML, more)
    (one,) = [one for one in reading.diagnostics if one.slug == "identifiant-nom"]
    assert "P013" in one.remedy
    assert "Zygmunt" not in one.message + one.remedy


def test_a_spreadsheet_for_colleagues_holds_no_second_register(
    tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    _written(tmp_path / "registre.yaml", YAML)
    board(tmp_path, "registre.yaml")
    assert ceremonie("tableau", tmp_path / "storyboard.yaml").code == 0
    sheets = {one.name for one in read_table(tmp_path / "tableau.xlsx").sheets}
    assert "Ateliers" in sheets
    assert "Accords" not in sheets


def test_consents_of_a_colleague_are_not_written_into_the_name_of_the_register(
    tmp_path: Path, ceremonie: Callable[..., Any]
) -> None:
    _written(tmp_path / "registre.yaml", YAML)
    board(tmp_path, "registre.yaml")
    before = (tmp_path / "storyboard.yaml").read_text("utf-8")
    table = excel(tmp_path / "recu.xlsx", {"Accords": [HEADS, ("P013", *ROW[1:])]})
    done = ceremonie("importer", table, "--appliquer")
    assert done.code == 1, done.out + done.err
    assert "[importer-registre]" in done.err
    assert (tmp_path / "storyboard.yaml").read_text("utf-8") == before
