"""`ceremonie tableau`: a spreadsheet to be filled in by others, which reads back as it was."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremonie.storyboard import read
from ceremonie.storyboard.model import Storyboard

from ..conftest import Outcome
from .books import board, told, workshops

Run = Callable[..., Outcome]
SAMPLE = Path("assets/2023/storyboard.yaml").resolve()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from ceremonie.desk import table

    folder = tmp_path_factory.mktemp("edition")
    shutil.copy(SAMPLE, folder)
    return table(folder)


def test_what_the_storyboard_says_reads_back_as_it_was(table: Path, tmp_path: Path) -> None:
    """But for what has no column: the framing of a photo, the ends of an extract."""
    written = read(SAMPLE).storyboard
    assert written is not None
    shutil.copy(table, tmp_path)
    days = "".join(f"  - {{date: {day.date}}}\n" for day in written.days)
    path = board(tmp_path)
    text = path.read_text("utf-8").partition("jours:")[0].replace("2024-12-05", "2023-12-01")
    path.write_text(f"{text}jours:\n{days}", "utf-8")
    reading = read(path)
    assert reading.storyboard is not None, [one.render() for one in reading.diagnostics]
    assert told(reading) <= {("personnes-absentes", "")}
    assert _lists(reading.storyboard) == _lists(written)


def _lists(said: Storyboard) -> list[object]:
    apart: Any = {"media": {"__all__": {"focus", "start", "stop", "subtitles"}}, "seconds": True}
    lists = [day.workshops for day in said.days]
    entries = [*(one for day in lists for one in day), *said.athletes, *said.partners, *said.rights]
    return [one.model_dump(exclude=apart) for one in entries]


def test_a_table_that_is_there_is_never_replaced(ceremonie: Run, tmp_path: Path) -> None:
    path = board(tmp_path, "autre.xlsx")
    assert ceremonie("tableau", tmp_path).code == 0
    before = (tmp_path / "tableau.xlsx").read_bytes()
    refused = ceremonie("tableau", path)
    assert refused.code == 2
    assert "--vers tableau-2.xlsx" in refused.err
    assert (tmp_path / "tableau.xlsx").read_bytes() == before
    assert ceremonie("tableau", tmp_path, "--vers", "tableau-2.xlsx").code == 0
    assert ceremonie("tableau", tmp_path, "--vers", "../x.xlsx").code == 2


def test_nothing_is_joined_of_a_table_that_nobody_has_filled_in(
    ceremonie: Run, tmp_path: Path
) -> None:
    """The help and the examples are for people."""
    path = board(tmp_path, "vide.xlsx")
    ceremonie("tableau", path, "--vers", "vide.xlsx")
    reading = read(path)
    assert list(workshops(reading)) == []
    assert [one.slug for one in reading.diagnostics] == ["tableau-vide"]


def test_heads_are_locked_cells_are_free_and_days_and_topics_are_lists(table: Path) -> None:
    with zipfile.ZipFile(table) as package:
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
        styles = package.read("xl/styles.xml").decode()
        texts = package.read("xl/sharedStrings.xml").decode()
    formats = re.findall(r"<xf [^>]*/>|<xf .*?</xf>", styles.partition("<cellXfs")[2])
    unlocked = [number for number, one in enumerate(formats) if 'locked="0"' in one]
    looks = dict(re.findall(r'<c r="(\w+)" s="(\d+)"', sheet))
    assert int(looks["B1"]) not in unlocked
    assert int(looks["B4"]) in unlocked
    assert re.search(r"<sheetProtection(?![^>]*password)[^>]*sheet=\"1\"", sheet)
    assert sheet.count('type="list"') >= 4
    assert '<pane xSplit="2" ySplit="2"' in sheet
    assert "mardi 28 novembre 2023" in texts
    assert "insertion professionnelle" in texts


def test_a_text_with_the_form_of_a_formula_is_written_as_a_text(tmp_path: Path) -> None:
    from ceremonie.desk import table

    more = "athletes:\n  - {nom: \"=cmd|' /C calc'!A0\", discipline: '@SUM(1)'}\n"
    board(tmp_path, "tableau.xlsx", more)
    with zipfile.ZipFile(table(tmp_path)) as package:
        sheets = [package.read(n).decode() for n in package.namelist() if "worksheets/" in n]
        texts = package.read("xl/sharedStrings.xml").decode()
    assert not any("<f>" in sheet for sheet in sheets)
    assert "=cmd|" in texts
