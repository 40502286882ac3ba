"""`ceremonie comparer`: two editions in figures, which name nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ceremonie.comparing import Content, Entry, Presence, Record, written
from ceremonie.diagnostics import ExitCode
from ceremonie.edition import manifest
from ceremonie.edition.outputs import RECORD

from ..conftest import Outcome

WELCOME = Entry("accueil", 1, "Bienvenue", ("Bonsoir à tous",), "a")
FOOTBALL = Entry("j1-a1", 2, "Football", ("Chacun joue au ballon",), "b")
SPOKEN = Entry("temoin", 3, "Zoé Quatremer", ("Quel beau jour",), "c")
SPOKEN = replace(SPOKEN, people=(Presence("P012", "nommée"),))
FENCING = Entry("j1-a1", 2, "Escrime", ("Le fer croise le fer",), "d")


def edition(folder: Path, *slides: Entry, year: str = "", frames: int = 0) -> Path:
    """A folder with what an edition tells and records of itself."""
    folder.mkdir(parents=True)
    shots = tuple(replace(one, length=frames) for one in slides[:1] if frames)
    record = Record(Content("Cérémonie", frames, slides, shots))
    (folder / RECORD).write_text(written(record), "utf-8")
    told = json.dumps({manifest.EDITION: year or folder.name})
    (folder / manifest.NAME).write_text(told, "utf-8")
    return folder


@pytest.fixture
def years(tmp_path: Path) -> Path:
    edition(tmp_path / "2023", WELCOME, FOOTBALL, SPOKEN, frames=250)
    edition(tmp_path / "2024", WELCOME, FENCING, frames=500)
    return tmp_path


def test_two_years_are_told_in_figures_the_same_first_and_nobody_is_named(
    years: Path, ceremonie: Callable[..., Outcome]
) -> None:
    outcome = ceremonie("comparer", "2023", "2024", "--sortie", years)
    assert outcome.code == ExitCode.DONE
    told = outcome.out.splitlines()
    assert told[:4] == [
        "De « 2023 » à « 2024 »",
        "Diapositives : 1 sans changement ; en tout 2 (avant : 3)",
        "  ajouts : 2",
        "  retraits (anciens numéros) : 2, 3",
    ]
    assert told[-1] == "Personnes du registre : 0 (avant : 1)"
    assert not any(word in outcome.out for word in ("Quatremer", "P012", "Football", "Escrime"))


def test_two_builds_of_one_year_know_a_slide_by_its_place(
    tmp_path: Path, ceremonie: Callable[..., Outcome]
) -> None:
    now = edition(tmp_path / "2023", WELCOME, FENCING)
    former = edition(tmp_path / ".anciennes" / "2023" / "0001", WELCOME, FOOTBALL, year="2023")
    outcome = ceremonie("comparer", former, now, "--json")
    facts = json.loads(outcome.out)
    assert facts["editions"] == ["0001", "2023"]
    assert facts["diapositives"]["differences"] == {"texte": [2]}
    assert facts["diapositives"]["identiques"] == 1


def test_a_film_that_only_one_has_is_said(years: Path, ceremonie: Callable[..., Outcome]) -> None:
    edition(years / "2025", WELCOME)
    outcome = ceremonie("comparer", "2024", "2025", "--sortie", years)
    assert "Plans du film : rien à comparer, le film n’est pas dans « 2025 »" in outcome.out


def test_what_is_no_edition_and_one_without_a_record_are_refused_with_a_remedy(
    years: Path, ceremonie: Callable[..., Outcome]
) -> None:
    missing = ceremonie("comparer", "2023", "1999", "--sortie", years)
    assert missing.code == ExitCode.USAGE
    assert "comparer-introuvable" in missing.err
    (years / "2024" / RECORD).write_text("{", "utf-8")
    unread = ceremonie("comparer", "2023", "2024", "--sortie", years)
    assert unread.code == ExitCode.USAGE
    assert "comparer-sans-releve" in unread.err
