"""The second sample edition: a town's sports day. One day, no relay, no music, nobody named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ceremonie import check, produce
from ceremonie.media.entries import entries
from ceremonie.planning.drawing import Text
from ceremonie.storyboard import read
from ceremonie.storyboard.model import Storyboard

from .planned import EXAMPLE as EDITION
from .planned import planned

LARGEST = 600_000
ROLE = r"(Une?|L'équipe) [a-zéè]+"


@pytest.fixture(scope="module")
def board() -> Storyboard:
    reading = read(EDITION / "storyboard.yaml")
    assert reading.storyboard is not None
    return reading.storyboard


def test_there_is_nothing_to_tell_of_it(tmp_path: Path) -> None:
    assert check(EDITION, cache=tmp_path) == ()


def test_it_is_what_the_large_sample_is_not(board: Storyboard) -> None:
    assert len(board.days) == 1
    assert board.relay is None
    assert board.music is None
    shown = [len(w.media) for w in board.days[0].workshops]
    assert len(shown) == 3
    assert set(shown) == {0, 1}


def test_it_names_nobody_and_says_what_is_invented(board: Storyboard) -> None:
    assert board.opening is not None
    people = [t.author for t in board.testimonies] + [a.name for a in board.athletes]
    for name in (*people, board.opening.speaker or ""):
        assert re.fullmatch(ROLE, name)
    assert "illustration" in (board.opening.mention or "")
    assert all(w.illustrative for w in board.days[0].workshops)
    assert all(t.illustrative for t in board.testimonies)
    assert all(a.illustrative for a in board.athletes)


def test_its_pictures_are_small_credited_and_all_used(board: Storyboard) -> None:
    credited = (EDITION / "CREDITS.md").read_text("utf-8")
    used = {entry.file: entry for _, entry in entries(board)}
    pictures = {p.relative_to(EDITION).as_posix() for p in (EDITION / "images").iterdir()}
    assert pictures == set(used)
    assert all(name in credited for name in pictures)
    for entry in used.values():
        assert entry.alternative
        assert "CC0" in (entry.credit or "")
        assert entry.people == "aucune"
    assert sum(p.stat().st_size for p in EDITION.rglob("*") if p.is_file()) < LARGEST


@pytest.mark.slow
def test_it_becomes_a_film_and_a_deck(tmp_path: Path) -> None:
    edition = produce(EDITION, draft=True, output=tmp_path / "output", cache=tmp_path / "cache")
    assert edition.diagnostics == ()
    assert {"film.mp4", "diaporama.pptx"} <= {file.name for file in edition.files}


def test_its_only_day_has_no_number() -> None:
    plan = planned(EDITION)
    drawings = [*(shot.drawing for shot in plan.shots), *(page.drawing for page in plan.pages)]
    said = [e.text for d in drawings for e in d.elements if isinstance(e, Text)]
    said += [text for page in plan.pages for text in (page.title, page.notes)]
    said += [shot.title for shot in plan.shots]
    assert any("14\u00a0juin" in text for text in said)
    assert not [text for text in said if re.search(r"\bjour\s1\b", text, re.IGNORECASE)]
