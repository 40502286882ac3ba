"""An edition that commands find when something goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import kills

DECK = ("--seulement", "diaporama")
"""A film would take longer than all the rest."""

NO_OFFICE = "nulle-part"
"""And so would starting LibreOffice."""

SCENARIOS = {one.name: one for one in kills.scenarios(*DECK)}


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", NO_OFFICE)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody changes anything in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", NO_OFFICE)
        return kills.home(tmp_path_factory.mktemp("base") / "maison", *DECK)
