"""Each command that writes, killed where it hurts: `scripts/kill.py` does it at random instants."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from . import kills
from .conftest import SCENARIOS
from .kills import Instant

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system"),
]


def seen(pattern: str) -> Instant:
    """A file of this name is there, under the home."""
    return lambda place, _: any(place.glob(pattern))


def written(place: Path, _: float) -> bool:
    """The storyboard has been changed."""
    return "2024-01-15" in (place / kills.STORYBOARD).read_text("utf-8")


PRODUCED = "output/.2023.*.partiel"
SEALED = "output/.2023-archive.*.partiel/data"
REBUILT = "output/.2023-archive-refaite.*.partiel"
ARCHIVED = "output/.2023-archive.*.ecriture"

INSTANTS: dict[str, tuple[Instant, ...]] = {
    "produire": (seen(f"{PRODUCED}/rapport.html"),),
    "archiver": (
        seen(f"{SEALED}/edition"),
        seen(f"{SEALED}/../bagit.txt"),
    ),
    "archiver-zip": (seen(ARCHIVED),),
    "refaire": (seen(f"{REBUILT}/output/*.partiel/rapport.html"),),
    "retrait": (written, seen(f"{PRODUCED}/rapport.html")),
}


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("name", INSTANTS)
def test_a_command_that_is_killed_leaves_an_edition_and_goes_on_to_the_same_bytes(
    base: Path, tmp_path: Path, name: str
) -> None:
    """Films are killed in `test_killed`."""
    scenario = SCENARIOS[name]
    wanted = kills.undisturbed(base, tmp_path / "sans", scenario)
    place = tmp_path / "maison"
    before = kills.begin(base, place, scenario)
    for instant in INSTANTS[name]:
        assert kills.killed(place, scenario, instant), "it ended before it was killed"
        assert kills.harm(place, scenario, before, wanted) == []
    assert kills.resumed(place, scenario, wanted) == []
