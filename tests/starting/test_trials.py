"""`docs/essais.md`: half an hour of what only a person with the hall's machines can try."""

from __future__ import annotations

import re
from pathlib import Path

from ceremonie.edition import outputs
from ceremonie.starting.launchers import LAUNCHERS

TEXT = (Path(__file__).parents[2] / "docs" / "essais.md").read_text("utf-8")
TRIAL = re.compile(r"(?m)^\| ☐ \| (\d+) \| (.+?) \| (.+?) \|$")
ELSEWHERE = {"verifier-cette-cle.bat"}
"""What the stick alone holds."""

HALF_AN_HOUR = 30


def test_it_takes_half_an_hour_as_its_parts_say() -> None:
    for heading, part in re.findall(r"(?ms)^## \d\. [^\n]*— (\d+) minutes\n(.*?)(?=^## )", TEXT):
        assert sum(int(minutes) for minutes, _, _ in TRIAL.findall(part)) == int(heading)
    assert sum(int(minutes) for minutes, _, _ in TRIAL.findall(TEXT)) == HALF_AN_HOUR


def test_each_line_is_an_action_and_what_should_be_seen() -> None:
    boxes = [
        line for line in TEXT.splitlines() if line.startswith("| ☐ | ") and "| min |" not in line
    ]
    trials = TRIAL.findall(TEXT)
    assert len(trials) == len(boxes)
    assert all(action.endswith(".") and seen.endswith(".") for _, action, seen in trials)


def test_the_files_that_it_names_are_those_that_are_made() -> None:
    made = {value for value in vars(outputs).values() if isinstance(value, str)}
    made |= {*outputs.FILMS.values(), *outputs.SHEETS.values(), *LAUNCHERS, *ELSEWHERE}
    named = set(re.findall(r"`([\w-]+\.\w+)`", TEXT))
    assert named
    assert named <= made
