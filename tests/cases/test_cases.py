"""Inputs of people that failed once: `verifier` tells what there is to tell, and `produire`
tells nothing about the storyboard or its media that `verifier` has not told before.

A folder each, with `attendu.txt` beside the storyboard. `CEREMONIE_REECRIRE=1 pytest tests/cases`
writes the expectations anew; read each difference before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Outcome
from tests.truth import both

CASES = Path(__file__).parent
FOLDERS = sorted(file.parent.name for file in CASES.glob("*/storyboard.yaml"))
STILL = {".jpg", ".jpeg", ".png", ".svg", ".webp", ".heic", ".yaml", ".txt", ""}
"""Suffixes of what neither moves nor is heard."""

REWRITE = "CEREMONIE_REECRIRE"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that `produire` finds what `verifier` has found out."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("folder", FOLDERS)
def test_verifier_says_all_there_is_to_say(
    folder: str,
    cache: Path,
    ceremonie: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(CASES)
    outcome = ceremonie("verifier", Path(folder, "storyboard.yaml"), "--cache", cache)
    expected = CASES / folder / "attendu.txt"
    if os.environ.get(REWRITE):
        expected.write_text(outcome.out, "utf-8", newline="\n")
    assert outcome.out == expected.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_produire_tells_nothing_that_verifier_has_not_told(
    folder: str, ceremonie: Callable[..., Outcome], tmp_path: Path
) -> None:
    """The film too where something moves or is heard: a draft, since what differs is told before a
    frame is painted. Of photos alone the film asks nothing that the deck does not ask.
    """
    film = ("--brouillon",) if _moves_or_sounds(CASES / folder) else ()
    told = both(ceremonie, CASES / folder / "storyboard.yaml", tmp_path, *film)
    assert told.unsaid == ()
    assert told.codes in {(0, 0), (1, 1)}


def _moves_or_sounds(folder: Path) -> bool:
    return any(file.suffix.lower() not in STILL for file in folder.rglob("*"))
