"""An edition that commands find when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from . import kills

DECK = ("--seulement", "diaporama")
"""A film would take longer than all the rest."""

NO_OFFICE = "nulle-part"
"""And so would starting LibreOffice."""

SCENARIOS = {one.name: one for one in kills.scenarios(*DECK)}


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nobody changes anything in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", NO_OFFICE)
        yield kills.home(tmp_path_factory.mktemp("base") / "maison", *DECK)
