"""A new edition reads without a word and builds without a photo."""

from __future__ import annotations

import datetime as dt
import errno
import json
import re
from pathlib import Path

import pytest

from ceremonie import words
from ceremonie.diagnostics import UsageError
from ceremonie.storyboard import read
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.query import mappings_with
from ceremonie.storyboard.schema import schema
from ceremonie.storyboard.template import MODELS, USUAL, first_friday_of_december, new_edition

UNREPLACED = {"a-remplacer", "exemples-du-modele"}
MIDSUMMER = dt.date(2026, 6, 24)


@pytest.mark.parametrize(
    ("edition", "first", "ceremony"),
    [
        ("2023", "2023-11-28", "2023-12-01"),
        ("2024", "2024-12-03", "2024-12-06"),
        ("creteil-jeunes", "2026-12-01", "2026-12-04"),
    ],
)
def test_new_edition(edition: str, first: str, ceremony: str, tmp_path: Path) -> None:
    made = new_edition(edition, tmp_path / "assets", today=MIDSUMMER)
    assert made == tmp_path / "assets" / edition / "storyboard.yaml"
    found = read(made)
    assert {diagnostic.slug for diagnostic in found.diagnostics} == UNREPLACED
    assert found.storyboard is not None
    assert found.storyboard.edition == edition
    assert found.storyboard.days[0].date == dt.date.fromisoformat(first)
    assert found.storyboard.ceremony.date == dt.date.fromisoformat(ceremony)
    assert list(mappings_with(found.source.data, "fichier")) == []


@pytest.mark.parametrize(
    ("model", "edition", "ceremony"),
    [
        ("ville", "fete", "2027-06-12"),  # that of 2026 is over at midsummer
        ("ville", "fete-2029", "2029-06-09"),
        ("ecole", "ecole-2026-2027", "2027-06-18"),
        ("remise-de-prix", "trophees-2025", "2025-06-20"),
    ],
)
def test_each_model_builds_on_the_days_of_the_year_that_is_named_or_comes(
    model: str, edition: str, ceremony: str, tmp_path: Path
) -> None:
    found = read(new_edition(edition, tmp_path, model, MIDSUMMER))
    assert {diagnostic.slug for diagnostic in found.diagnostics} == UNREPLACED
    assert found.storyboard is not None
    assert found.storyboard.ceremony.date == dt.date.fromisoformat(ceremony)
    assert "$" not in found.path.read_text("utf-8").split("\n", 1)[1]


def test_the_command_line_offers_every_model_and_begins_the_usual_one() -> None:
    assert tuple(MODELS) == words.MODELS
    assert words.MODELS[0] == USUAL


def test_words_of_the_model_are_told_until_they_are_replaced(tmp_path: Path) -> None:
    made = new_edition("2024", tmp_path)
    told = {d.message: d for d in read(made).diagnostics}
    organiser = next(m for m in told if "Nom de l'organisateur" in m)
    assert re.search(r"\(aussi ligne \d+\)$", organiser)
    text = made.read_text("utf-8").replace("Nom de l'organisateur", "Ville d'Orly")
    text = re.sub(r"(?m)^(.*(?:texte|citation|message|mention): ).*$", r"\1À nous", text)
    made.write_text(text, "utf-8")
    assert read(made).diagnostics == ()


def test_every_section_is_shown(tmp_path: Path) -> None:
    found = read(new_edition("2024", tmp_path))
    assert set(found.source.data["deroule"]) == set(Section)
    optional = {Section.SPEECHES, Section.MAP, Section.INTERLUDES, Section.VOLUNTEERS}
    assert found.source.data.keys() >= set(Section) - {Section.FILM} - optional
    text = found.path.read_text("utf-8")
    assert "medias:" in text
    assert "droits:" in text
    assert "$" not in text.split("\n", 1)[1]


def test_the_schema_lies_beside_and_is_named(tmp_path: Path) -> None:
    made = new_edition("2024", tmp_path)
    first = made.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./storyboard.schema.json"
    written = (made.parent / "storyboard.schema.json").read_text("utf-8")
    assert json.loads(written) == schema()


def test_commented_examples_are_valid_once_their_marks_are_gone(tmp_path: Path) -> None:
    text = new_edition("2024", tmp_path).read_text("utf-8")
    head, body = text.split("\nedition:")
    opened = tmp_path / "ouvert.yaml"
    opened.write_text(f"{head}\nedition:{_uncommented(body)}", "utf-8")
    found = read(opened)
    assert {diagnostic.slug for diagnostic in found.diagnostics} == UNREPLACED
    assert len(list(mappings_with(found.source.data, "fichier"))) == 4
    assert len(found.source.data["droits"]) == 1


def _uncommented(text: str) -> str:
    """Lines such as « # musique: » and « #   fichier: … » without their mark."""
    return re.sub(r"(?m)^( *)# ((?: {2,}|- )*[a-z_]+:(?: |$))", r"\1\2", text)


@pytest.mark.parametrize("name", ["CON", "aux", "lpt1"])
def test_a_name_that_windows_keeps_for_itself_is_answered_with_one_that_is_free(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        new_edition(name, tmp_path)
    (told,) = caught.value.diagnostics
    assert told.remedy == f"Windows garde ce nom pour lui : ceremonie nouvelle {name}-2"
    assert new_edition(f"{name}-2", tmp_path).is_file()


@pytest.mark.parametrize("name", ["../x", "a/b", "con", "COM1", "", "a b", "-x", ".", "x" * 41])
def test_impossible_names(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        new_edition(name, tmp_path)
    assert [d.slug for d in caught.value.diagnostics] == ["edition-nom"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("Édition d'été 2025", "Édition-d-été-2025"),
        ("2023/2024", "2023-2024"),
        ("../x", "x"),
        ("con", "con-2"),
        ("…", "2024"),
        ("x" * 39 + " y", "x" * 39),
    ],
)
def test_the_name_that_is_proposed_instead_can_be_used(
    name: str, free: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        new_edition(name, tmp_path)
    assert caught.value.diagnostics[0].remedy.endswith(f"ceremonie nouvelle {free}")
    assert new_edition(free, tmp_path).is_file()


def test_the_command_that_is_proposed_keeps_the_model(tmp_path: Path) -> None:
    for name in ("Nos prix", "con"):
        with pytest.raises(UsageError) as caught:
            new_edition(name, tmp_path, "remise-de-prix")
        assert caught.value.diagnostics[0].remedy.endswith(" --modele remise-de-prix")


def test_a_prize_giving_begins_with_an_hour_and_what_the_technicians_do(tmp_path: Path) -> None:
    board = read(new_edition("2026", tmp_path, "remise-de-prix")).storyboard
    assert board
    assert board.ceremony.hour == dt.time(18, 30)
    assert board.conduct.presenter
    assert board.speeches[0].cue


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    made = new_edition("2024", tmp_path)
    made.write_text("le mien", "utf-8")
    with pytest.raises(UsageError) as caught:
        new_edition("2024", tmp_path)
    assert [d.slug for d in caught.value.diagnostics] == ["edition-existante"]
    assert made.read_text("utf-8") == "le mien"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "assets").write_text("a file", "utf-8")
    with pytest.raises(UsageError) as caught:
        new_edition("2024", tmp_path / "assets")
    assert [d.slug for d in caught.value.diagnostics] == ["edition-impossible"]


def test_a_storyboard_for_which_there_is_no_room_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_text

    def half(self: Path, data: str, *how: str, **named: str) -> int:
        write(self, data[:100], *how, **named)
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", half)
        with pytest.raises(UsageError, match="edition-impossible"):
            new_edition("2024", tmp_path)
    made = new_edition("2024", tmp_path)
    assert [p.name for p in tmp_path.rglob("*.yaml")] == [made.name]
    assert read(made).storyboard
    json.loads(made.with_name("storyboard.schema.json").read_text("utf-8"))


@pytest.mark.parametrize(("year", "day"), [(2023, 1), (2024, 6), (2025, 5), (2026, 4), (2028, 1)])
def test_first_friday(year: int, day: int) -> None:
    assert first_friday_of_december(year) == dt.date(year, 12, day)
