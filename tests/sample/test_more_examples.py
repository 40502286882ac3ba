"""Three further example editions: a town's stands, a school's prizes, a region's meetings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ceremonie import produce
from ceremonie.diagnostics import remarkable
from ceremonie.media.entries import entries
from ceremonie.storyboard import read
from ceremonie.storyboard.model import Storyboard

from .planned import ASSETS, storyboard

EXAMPLES = ASSETS / "exemples"
TOWN, SCHOOL, REGION = (
    EXAMPLES / name
    for name in ("stands-du-finistere", "prix-de-l-ecole", "rencontres-de-normandie")
)
ALL = (TOWN, SCHOOL, REGION)
LARGEST = 3_000_000
"""Bytes of all three with the photos that they share."""

ROLE = re.compile(r"(Une?|La|Le|L'|Les|Deux) ?[a-zéè]+")


@pytest.fixture(scope="module")
def boards() -> dict[Path, Storyboard]:
    return {edition: storyboard(edition) for edition in ALL}


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.name)
def test_they_are_read_without_a_word(edition: Path) -> None:
    assert [d.render() for d in read(edition / "storyboard.yaml").diagnostics] == []


def test_they_name_nobody_and_say_what_is_invented(boards: dict[Path, Storyboard]) -> None:
    for board in boards.values():
        assert board.opening
        speakers = [board.opening.speaker or "", *(one.speaker for one in board.speeches)]
        people = [*speakers, *(t.author for t in board.testimonies)]
        people += [*(a.name for a in board.athletes), *(p.winner for p in board.prizes)]
        assert [name for name in people if not ROLE.match(name)] == []
        assert "illustration" in (board.opening.mention or "")
        told = [w for day in board.days for w in day.workshops]
        told += [*board.testimonies, *board.athletes, *board.prizes, *board.performances]  # type: ignore[list-item]
        assert all(one.illustrative for one in told)
        assert any("inventés" in line for block in board.credits for line in block.lines)


def test_they_show_what_the_first_examples_do_not(boards: dict[Path, Storyboard]) -> None:
    town, school, region = (boards[edition] for edition in ALL)
    assert town.table == "tableau.xlsx"
    assert [len(day.workshops) for day in town.days] == [9]
    assert town.map
    assert town.map.departments == ("29",)
    assert [day.date for day in school.days] == [None, None]
    assert {one.kind for one in school.interludes} == {"entracte", "photo", "lien"}
    assert len(school.prizes) > 4
    assert any(w.comparison for day in school.days for w in day.workshops)
    assert {figure.shape for figure in school.figures} == {"nombre", "anneau", "barres"}
    assert region.map
    assert region.map.region == "Normandie"
    assert len(region.speeches) == 2
    assert region.volunteers


def test_their_pictures_are_few_credited_and_described(boards: dict[Path, Storyboard]) -> None:
    shared = (EXAMPLES / "commun" / "LISEZMOI.md").read_text("utf-8")
    used = set()
    for edition, board in boards.items():
        credited = (edition / "CREDITS.md").read_text("utf-8")
        for _, entry in entries(board):
            assert entry.file in credited
            assert entry.alternative
            assert entry.credit
            assert entry.people in {"aucune", "foule"}
            used.add((edition / entry.file).resolve())
    pictures = {p for folder in ("commun", *ALL) for p in (EXAMPLES / folder).rglob("*.[jp][pn]g")}
    assert {p.resolve() for p in pictures} == used
    assert all(p.name in shared for p in (EXAMPLES / "commun").glob("*.jpg"))
    files = (p for folder in ("commun", *ALL) for p in (EXAMPLES / folder).rglob("*"))
    assert sum(p.stat().st_size for p in files if p.is_file()) < LARGEST


@pytest.mark.slow
@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.name)
def test_they_become_a_film_and_a_deck(edition: Path, tmp_path: Path) -> None:
    made = produce(edition, draft=True, output=tmp_path / "output", cache=tmp_path / "cache")
    assert remarkable(made.diagnostics) == ()
    assert {"film.mp4", "diaporama.pptx"} <= {file.name for file in made.files}
