"""A drive that is pulled out, a network that is gone, a folder that nobody may write to any more:
the last good edition is left, French says what to do, and the same command then makes the same.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode

from ..conftest import Outcome
from . import kills
from .conftest import SCENARIOS
from .drives import WRITES_FAIL, Drive, failing
from .kills import CACHE, MADE, TEMPORARY, Scenario

NEVER = 10**9
SILENT = {"disque-absent", "archive-refus"}
REFUSED = {"acces-refuse", "archive-refus", "sortie-impossible"}
FAULTS = (
    (errno.EIO, SILENT, 0.2),
    (errno.ESTALE, SILENT, 0.6),
    (errno.EROFS, REFUSED, 0.3),
)
"""What the system answers, what is told then, and after which part of all that a command does with
its output: before it comes to the shelf, of which what fails is a warning.
"""

Run = Callable[[Path, Scenario, int, int], tuple[Outcome, Drive]]


@pytest.fixture
def run(ceremonie: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, no_office: None) -> Run:
    """A command in this process, while the drive of its output answers with this error."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1733961600")

    def run(place: Path, scenario: Scenario, number: int, first: int) -> tuple[Outcome, Drive]:
        monkeypatch.chdir(place)
        monkeypatch.setattr("tempfile.tempdir", str(place / TEMPORARY))
        name = scenario.name.partition("-")[0]
        with failing(place / MADE[1], number, first) as drive:
            outcome = ceremonie(name, *scenario.words, "--cache", CACHE)
        return outcome, drive

    return run


@pytest.mark.slow
@pytest.mark.parametrize("name", ["produire", "archiver", "archiver-zip"])
def test_a_drive_that_fails_harms_nothing_and_the_same_command_goes_on(
    base: Path, tmp_path: Path, run: Run, name: str
) -> None:
    scenario, place = SCENARIOS[name], tmp_path
    before = kills.begin(base, tmp_path / "sans", scenario)
    outcome, whole = run(tmp_path / "sans", scenario, errno.EIO, NEVER)
    assert outcome.code == ExitCode.DONE
    wanted = kills.contents(tmp_path / "sans")
    for turn, (fault, slugs, part) in enumerate(FAULTS):
        place = tmp_path / str(turn)
        kills.begin(base, place, scenario)
        of = whole.written if fault in WRITES_FAIL else whole.done
        outcome, _ = run(place, scenario, fault, 1 + int(part * (of - 1)))
        assert outcome.code == ExitCode.MACHINE, (fault, part)
        assert any(f"[{slug}]" in outcome.err for slug in slugs), outcome.err
        assert "Traceback" not in outcome.err
        assert kills.harm(place, scenario, before, wanted) == []
    outcome, _ = run(place, scenario, errno.EIO, NEVER)
    assert outcome.code == ExitCode.DONE
    assert kills.lasting(place, wanted) == []
