"""The same storyboard, the same edition and the same bag, in every file.

`scripts/same_bytes.py` tries each way by itself, and makes films too.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .. import workshops
from . import ways
from .ways import Way

ABROAD = Way(
    "abroad",
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711", "HOME": "/"},
    home="L'été : « ailleurs »",
    umask=0o077,
    touched=True,
    backwards=True,
)


@pytest.mark.slow
def test_every_file_is_the_same_wherever_and_however_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "nulle-part")  # starting LibreOffice takes longer than all the rest
    (tmp_path / "sources").mkdir()
    workshops.storyboard(tmp_path / "sources" / "2023")
    options = ("--seulement", "diaporama")
    usual, abroad = (
        ways.made(sys.executable, way, tmp_path / "sources", tmp_path / way.name, options)
        for way in (Way("usual", workers=1), ABROAD)
    )
    assert {"2023/manifeste.json", "2023/diaporama.pptx", "2023/conducteur.xlsx"} <= usual.keys()
    assert "2023-archive/tagmanifest-sha512.txt" in usual
    assert list(ways.differing(usual, abroad)) == []
