"""The sample edition: complete, free, small, true to the facts it tells."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from ceremonie.media.entries import entries
from ceremonie.media.material import Clip, Picture
from ceremonie.production import check
from ceremonie.storyboard import Reading, read
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.schema import schema_text
from ceremonie.units import frames

from .planned import SAMPLE as EDITION
from .planned import material, planned

MEDIA = {".jpg", ".mp4", ".ogg", ".srt"}
LARGEST = 15_000_000
SHORTEST_FILM = 150
LONGEST_FILM = 180
LICENCES = r"CC BY 4\.0|CC BY 3\.0|CC0|domaine public"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(EDITION / "storyboard.yaml")


@pytest.fixture(scope="module")
def board(reading: Reading) -> Storyboard:
    assert reading.storyboard is not None
    return reading.storyboard


def media_files() -> list[Path]:
    return [p for p in EDITION.rglob("*") if p.suffix in MEDIA]


@pytest.mark.slow
def test_all_that_is_to_be_said_of_it_is_that_one_clip_is_small(tmp_path: Path) -> None:
    """722 × 406 px on the whole screen: free footage of a town at night is rare."""
    told = [(d.slug, d.path) for d in check(EDITION, cache=tmp_path)]
    assert told == [("photo-petite", ("temoignages", 1, "extrait", "fichier"))]


def test_its_texts_fit_and_its_film_has_the_length_of_a_recap() -> None:
    made = planned(EDITION)
    assert made.diagnostics == ()
    assert frames(SHORTEST_FILM) <= made.shots[-1].span.stop <= frames(LONGEST_FILM)
    without = {Section.CUSTOM, Section.PRIZES}  # no code runs here; no prize of 2023 is known
    others = {Section.SPEECHES, Section.MAP, Section.INTERLUDES, Section.VOLUNTEERS}
    assert {page.section for page in made.pages} == set(Section) - without - others


def test_its_workshops_show_every_composition(board: Storyboard) -> None:
    workshops = [w for day in board.days for w in day.workshops]
    made = [[material(EDITION, entry) for entry in w.media] for w in workshops]
    single = [found[0] for found in made if len(found) == 1]
    assert [] in made
    assert any(isinstance(m, Clip) for m in single)
    assert any(isinstance(m, Picture) and m.portrait for m in single)
    assert any(isinstance(m, Picture) and not m.portrait for m in single)
    assert any(len(found) >= 3 for found in made)
    assert any(len(day.workshops) >= 6 for day in board.days)


def test_it_names_a_schema_that_is_current() -> None:
    first = (EDITION / "storyboard.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=storyboard.schema.json"
    assert (EDITION / "storyboard.schema.json").read_text("utf-8") == schema_text()


def test_it_is_as_rich_as_the_edition_was(board: Storyboard) -> None:
    assert [day.date for day in board.days] == [dt.date(2023, 11, d) for d in (28, 29, 30)]
    assert sum(len(day.workshops) for day in board.days) == 20
    assert board.ceremony.date == dt.date(2023, 12, 1)
    assert board.relay is not None
    assert len(board.relay.stages) >= 6
    assert board.opening is not None
    assert board.opening.speaker == "Sophie Thibault"
    kinds = [Path(entry.file).suffix for _, entry in entries(board)]
    assert kinds.count(".jpg") >= 12
    assert kinds.count(".mp4") >= 2


def test_what_is_invented_says_so(board: Storyboard) -> None:
    assert all(w.illustrative for day in board.days for w in day.workshops)
    assert all(t.illustrative for t in board.testimonies)
    assert all(a.illustrative for a in board.athletes)
    assert all(p.illustrative for p in board.performances)
    assert board.relay is not None
    assert "illustratif" in (board.relay.mention or "")
    assert any("illustratifs" in line for block in board.credits for line in block.lines)


def test_its_media_are_small_credited_and_all_used(board: Storyboard) -> None:
    files = media_files()
    assert sum(p.stat().st_size for p in EDITION.rglob("*") if p.is_file()) < LARGEST
    credited = (EDITION / "CREDITS.md").read_text("utf-8")
    used = {entry.file for _, entry in entries(board)}
    used |= {entry.subtitles for _, entry in entries(board) if entry.subtitles}
    used |= {music.file for music in board.tracks}
    for path in files:
        name = path.relative_to(EDITION).as_posix()
        assert name in credited
        assert name in used
    for _, entry in entries(board):
        assert entry.alternative
        assert entry.credit
        assert entry.people in {"aucune", "foule"}


def test_a_credit_says_the_licence_that_the_list_says(board: Storyboard) -> None:
    listed = (EDITION / "CREDITS.md").read_text("utf-8").splitlines()
    for _, entry in entries(board):
        row = next(row for row in listed if entry.file in row)
        told = re.findall(LICENCES, entry.credit or "")
        assert len(told) == 1, entry.file
        assert told[0] in row, entry.file


FORBIDDEN = r"marianne|bloc.marque|phryge|mascotte|anneaux|paris[ -]2024|emblème"
"""Nothing that belongs to the State or to the Games, in a word or in the name of a file."""


def test_it_carries_no_emblem() -> None:
    names = " ".join(p.name for p in EDITION.rglob("*"))
    texts = [(EDITION / name).read_text("utf-8") for name in ("storyboard.yaml", "CREDITS.md")]
    for text in (names, *texts):
        assert re.search(FORBIDDEN, text.casefold()) is None


def test_it_tells_the_facts(board: Storyboard) -> None:
    assert (board.title, board.organiser, board.ceremony.place) == (
        "Journées départementales de l'égalité des chances",
        "Préfecture du Val-de-Marne",
        "salle des fêtes de la préfecture",
    )
    assert [f.value for f in board.figures] == [30, 20, 21]
    assert board.figures[2].label == "juillet 2024"
    named = " ".join(p.name for p in board.partners)
    for partner in ("Éducation nationale", "santé", "CDOS 94", "handisport 94", "Pôle emploi"):
        assert partner in named


def test_whoever_is_invented_is_a_role_and_not_a_name(board: Storyboard) -> None:
    invented = [t.author for t in board.testimonies] + [a.name for a in board.athletes]
    for name in invented:
        assert re.fullmatch(r"Une? [a-zé]+", name)
