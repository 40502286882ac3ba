"""`ceremonie accords`: who is missing what, for whom, and the papers that ask for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from ceremonie.arguments import GrammarError, parse
from tests.sheets.books import text as delimited

Run = Callable[..., Any]

BOARD = """\
edition: essai
titre: Journées de l'égalité
organisateur: Collège Jean-Moulin
publication: {{debut: 2024-12-09, fin: 2025-12-09}}
ceremonie: {{date: 2024-12-05, lieu: Salle des fêtes}}
jours:
  - date: 2024-12-03
    titre: Bouger
    ateliers:
      - titre: Boxe
        commune: Créteil
        medias:
          - {{fichier: a.jpg, alt: "Deux élèves aux gants <rouges>", personnes: [P012, P099, P016]}}
          - {{fichier: b.mp4, alt: Une élève parle, personnes: [P013, P014]}}
          - {{fichier: d.jpg, alt: Le banc}}
temoignages: [{{citation: On a joué tous ensemble, auteur: Une élève, qui: P013}}]
droits:
{rights}"""
LINE = (
    "  - {{personne: {0}, mineur: {1}, signataires: [{2}], portees: [captation, salle, {3}],"
    " debut: 2024-11-01, fin: {4}{5}}}\n"
)
RIGHTS = (
    LINE.format("P012", "oui", "mère", "interne", "2025-06-30", "")
    + LINE.format("P013", "non", "elle-même", "internet", "2026-06-30", "")
    + LINE.format("P014", "non", "elle-même", "internet", "2026-06-30", ", voix: oui")
    + LINE.format("P015", "non", "elle-même", "internet", "2026-06-30", "")
    + LINE.format("P016", "non", "elle-même", "internet", "2026-06-30", ", retrait: 2024-12-01")
)
NAMES = [("identifiant", "nom", "prénom"), ("P012", "Zygmunt", "Ola"), ("P013", "Qwerty", "Uma")]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "assets" / "essai"
    folder.mkdir(parents=True)
    folder.joinpath("storyboard.yaml").write_text(BOARD.format(rights=RIGHTS), "utf-8")
    delimited(folder / "clef.csv", NAMES)
    return folder


def test_who_is_missing_what_is_told_by_identifier_for_each_audience(
    edition: Path, ceremonie: Run
) -> None:
    done = ceremonie("accords", str(edition), "--avant", "2025-12-31")
    assert done.code == 0, done.err
    hall, web = done.out.split("\n\n")[:2]
    assert "la projection en salle, le 5 décembre 2024" in hall
    assert "du 9 décembre 2024 au 9 décembre 2025" in web
    assert "P012 (mineur)  manque la signature d'un parent et de l'enfant\n" in hall
    assert "accord sans « internet » ; accord jusqu'au 2025-06-30" in web
    assert "P013  accord sans « voix » ; accord sans « nom »" in hall
    assert "P099  pas au registre" in hall
    assert "P012  vue : a.jpg (ligne 13)" in done.out
    assert "P013  nommée : « On a joué tous ensemble » (ligne 16)" in done.out
    assert "P012  jusqu'au 30 juin 2025" in done.out
    assert "complets : P014\n" in done.out
    assert "sans paraître nulle part : P015\n" in done.out
    assert "à ne pas redemander : P016\n" in done.out
    assert "1 média ne dit pas" in done.out
    assert not [name for name in ("Zygmunt", "Qwerty", "Ola", "Uma") if name in done.out + done.err]


def test_other_programs_are_told_the_same(edition: Path, ceremonie: Run) -> None:
    done = ceremonie("accords", str(edition), "--public", "reseaux", "--json")
    told = json.loads(done.out)
    people = {one["personne"]: one for one in told["personnes"]}
    assert told["a_demander"] == ["P012", "P013", "P014", "P099"]
    assert people["P014"]["manque"] == {"reseaux": ["accord sans « reseaux »"]}
    assert people["P013"]["ou"][-1]["maniere"] == "nommée"
    assert "P015" not in people


def test_a_register_with_errors_is_told_beside_what_is_known(edition: Path, ceremonie: Run) -> None:
    board = edition / "storyboard.yaml"
    board.write_text(board.read_text("utf-8").replace("fin: 2025-06-30", "fin: 30/06/2025"))
    done = ceremonie("accords", str(edition))
    assert done.code == 1
    assert "[date-forme]" in done.err
    assert "P099  pas au registre" in done.out


class _Words(HTMLParser):
    """The words of a page, and the labels of what is ticked."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.said, self.labels = "", list[str]()
        self.feed(page.read_text("utf-8"))
        self.said = self.said.replace("\u00a0", " ")

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.labels += [str(value) for key, value in attrs if key == "aria-label"]


def test_each_person_has_a_paper_that_says_what_for_and_how_to_take_it_back(
    edition: Path, tmp_path: Path, ceremonie: Run
) -> None:
    papers = tmp_path / "à signer"
    done = ceremonie("accords", str(edition), "--fiches", str(papers))
    assert done.code == 0, done.err
    assert sorted(one.name for one in papers.iterdir()) == [
        "a-collecter.html", "accord-P012.html", "accord-P013.html", "accord-P099.html"
    ]  # fmt: skip
    minor, grown, unknown = (_Words(papers / f"accord-P{n}.html") for n in ("012", "013", "099"))
    assert "Nom et prénom : Ola Zygmunt" in minor.said
    assert "Deux élèves aux gants <rouges> (Boxe)" in minor.said
    assert "a.jpg" not in minor.said
    assert "9 décembre 2025" in minor.said
    for words in ("Premier parent", "Second parent", "L'enfant", "référence P012", "CNIL",
                  "Collège Jean-Moulin", "5 décembre 2024", "Courriel :"):  # fmt: skip
        assert words in minor.said, words
    assert len([label for label in minor.labels if label.startswith("oui")]) == 7
    assert "parent" not in grown.said.partition("Vos droits")[0]
    assert "« On a joué tous ensemble »" in grown.said
    assert {"majeure", "mineure"} < set(unknown.labels)
    listing = _Words(papers / "a-collecter.html").said
    assert "Uma Qwerty" in listing
    assert "internet : pas au registre" in listing


def test_papers_are_never_replaced_unasked(edition: Path, tmp_path: Path, ceremonie: Run) -> None:
    papers = tmp_path / "feuilles"
    command = ("accords", str(edition), "--fiches", str(papers))
    assert ceremonie(*command).code == 0
    papers.joinpath("accord-P012.html").write_text("rempli", "utf-8")
    again = ceremonie(*command)
    assert (again.code, "[fiches-existent]" in again.err) == (2, True)
    assert papers.joinpath("accord-P012.html").read_text("utf-8") == "rempli"
    assert ceremonie(*command, "--remplacer").code == 0
    assert "Zygmunt" in papers.joinpath("accord-P012.html").read_text("utf-8")


@pytest.mark.parametrize(
    "place", ["assets/essai/feuilles", "assets/commun/feuilles", "output/feuilles", "output/essai"]
)
def test_papers_lie_neither_in_the_edition_nor_in_what_is_made(
    edition: Path, tmp_path: Path, ceremonie: Run, place: str
) -> None:
    made = tmp_path / "output" / "essai"
    made.mkdir(parents=True)
    made.joinpath("manifeste.json").write_text('{"edition": "essai"}', "utf-8")
    done = ceremonie("accords", str(edition), "--fiches", str(tmp_path / place))
    assert (done.code, "[fiches-dossier]" in done.err) == (2, True)
    assert not list(tmp_path.rglob("*.html"))


def test_the_command_answers_to_other_names() -> None:
    with pytest.raises(GrammarError, match="accords"):
        parse(["consents", "2024"])
    with pytest.raises(GrammarError, match="n'est pas un jour"):
        parse(["accords", "2024", "--avant", "bientôt"])
