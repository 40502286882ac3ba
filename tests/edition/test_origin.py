"""An edition's name belongs to one storyboard, until someone says otherwise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode

from ..conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def made(ceremonie: Run, board: Path, tmp_path: Path) -> Path:
    """The folder of outputs, with the deck of the board's edition."""
    output = tmp_path / "output"
    done = ceremonie("produire", board, "--seulement", "diaporama", "--sortie", output)
    assert done.code == ExitCode.DONE, done.err
    return output


def copied(board: Path, name: str, date: str = "2023-12-01") -> Path:
    folder = board.parent.with_name(name)
    shutil.copytree(board.parent, folder)
    copy = folder / board.name
    copy.write_text(copy.read_text("utf-8").replace("2023-12-01", date), "utf-8")
    return copy


@pytest.mark.parametrize(
    ("name", "date", "is_another"),
    [
        ("autre ville", "2023-12-08", True),
        ("édition", "2023-11-29", True),
        ("moved", "2023-12-01", False),
        ("Edition", "2023-12-08", False),
    ],
)
def test_only_a_storyboard_of_another_folder_and_another_day_is_another(
    ceremonie: Run, board: Path, made: Path, name: str, date: str, is_another: bool
) -> None:
    copy = copied(board, name, date)
    outcome = ceremonie("verifier", copy, "--sortie", made)
    assert ("edition-autre" in outcome.out) == is_another
    assert outcome.code == (ExitCode.STORYBOARD if is_another else ExitCode.DONE)
    if is_another:
        assert f"{copy}:1:10" in outcome.out
        assert "--remplacer" in outcome.out


def test_another_storyboard_replaces_an_edition_only_where_that_is_asked_for(
    ceremonie: Run, board: Path, made: Path
) -> None:
    other = copied(board, "autre ville", "2023-12-08")
    before = (made / "2023" / "manifeste.json").read_bytes()
    arguments = ("produire", other, "--seulement", "diaporama", "--sortie", made)
    refused = ceremonie(*arguments)
    assert refused.code == ExitCode.STORYBOARD
    assert "edition-autre" in refused.err
    assert (made / "2023" / "manifeste.json").read_bytes() == before
    assert ceremonie(*arguments, "--remplacer").code == ExitCode.DONE
    assert ceremonie(*arguments).code == ExitCode.DONE


def test_a_copy_that_was_built_once_before_its_day_was_corrected_is_another_storyboard(
    ceremonie: Run, board: Path, made: Path
) -> None:
    copy = copied(board, "l'an prochain")
    arguments = ("produire", copy, "--seulement", "diaporama", "--sortie", made)
    assert ceremonie(*arguments).code == ExitCode.DONE
    copy.write_text(copy.read_text("utf-8").replace("2023-12-01", "2023-12-08"), "utf-8")
    refused = ceremonie(*arguments)
    assert "edition-autre" in refused.err
    assert ceremonie("verifier", board, "--sortie", made).code == ExitCode.DONE


def test_a_folder_that_was_renamed_takes_its_edition_along(
    ceremonie: Run, board: Path, made: Path
) -> None:
    moved = board.parent.rename(board.parent.with_name("renommé")) / board.name
    arguments = ("produire", moved, "--seulement", "diaporama", "--sortie", made)
    assert ceremonie(*arguments).code == ExitCode.DONE
    moved.write_text(moved.read_text("utf-8").replace("2023-12-01", "2023-12-08"), "utf-8")
    assert ceremonie(*arguments).code == ExitCode.DONE


def test_the_manifest_tells_no_folder_by_its_name(board: Path, made: Path) -> None:
    text = (made / "2023" / "manifeste.json").read_text("utf-8")
    assert json.loads(text)["origine"]["ceremonie"] == "2023-12-01"
    assert board.parent.name not in text.replace('"edition": "2023"', "")


def test_an_edition_that_tells_nothing_of_its_storyboard_is_replaced(
    ceremonie: Run, board: Path, made: Path
) -> None:
    manifest = made / "2023" / "manifeste.json"
    told = json.loads(manifest.read_text("utf-8"))
    del told["origine"]
    manifest.write_text(json.dumps(told), "utf-8")
    other = copied(board, "autre ville", "2023-12-08")
    assert "edition-autre" not in ceremonie("verifier", other, "--sortie", made).out
