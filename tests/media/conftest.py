from __future__ import annotations

from pathlib import Path

import pytest

from tests.media.editions import Edition


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    folder = tmp_path / "2023"
    folder.mkdir()
    return Edition(folder, tmp_path / "cache")
