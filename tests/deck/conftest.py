from __future__ import annotations

from pathlib import Path

import pytest

from ceremonie.deck import write
from ceremonie.deck.package.unpacked import Opened
from ceremonie.progress import silent
from tests.deck import sample


@pytest.fixture(scope="session")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample plan as a deck, without the film."""
    folder = tmp_path_factory.mktemp("deck")
    target = folder / "diaporama.pptx"
    write(sample.whole(folder), target, film=None, progress=silent)
    return target


@pytest.fixture(scope="session")
def opened(deck: Path) -> Opened:
    return Opened(deck)
