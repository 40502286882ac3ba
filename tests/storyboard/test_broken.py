"""Broken storyboards, each beside the exact text that the user sees.

A file `name.yaml` has its diagnostics in `name.txt`: what reading and the register of consents find
for the hall. A folder `name/`
has a `storyboard.yaml` with its media and the diagnostics in `attendu.txt`: what reading,
inspecting the media and planning find together.

`CEREMONIE_REECRIRE=1 pytest tests/storyboard/test_broken.py` writes the expected texts anew; read
them over like a French editor before they are committed.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, in_order
from ceremonie.messages import PROBLEMS
from ceremonie.order import Order
from ceremonie.rights import showing
from ceremonie.storyboard import Reading, read

BROKEN = Path(__file__).parents[1] / "storyboards" / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
FOLDERS = sorted(file.parent for file in BROKEN.glob("*/storyboard.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    reading = read(Path(file.name))
    shown = reading.source.located(showing(reading, Audience.HALL).diagnostics)
    _compare(in_order((*reading.diagnostics, *shown)), file.with_suffix(".txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    _compare(_everything(read(Path("storyboard.yaml")), tmp_path), folder / "attendu.txt")


def test_there_are_as_many_as_asked_for() -> None:
    assert len(FILES) + len(FOLDERS) >= 34


def test_no_expected_text_is_left_over() -> None:
    assert {f.stem for f in BROKEN.glob("*.txt")} == {f.stem for f in FILES}


def _compare(found: tuple[Diagnostic, ...], expected: Path) -> None:
    text = "\n\n".join(diagnostic.render() for diagnostic in found) + "\n"
    if os.environ.get("CEREMONIE_REECRIRE"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert found, "a broken storyboard must be told"
    assert text == expected.read_text("utf-8")
    assert {diagnostic.slug for diagnostic in found} <= PROBLEMS.keys()


def _everything(reading: Reading, workspace: Path) -> tuple[Diagnostic, ...]:
    """Reading, media and plan, as far as each lets the next one go."""
    media = importlib.import_module("ceremonie.media")
    verifying = importlib.import_module("ceremonie.verifying")
    with media.at_work(workspace) as means:
        diagnostics: tuple[Diagnostic, ...] = verifying.verified(
            reading, Order(None), means
        ).diagnostics
    return diagnostics
