"""LibreOffice writes the same PDF for everybody."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ceremonie.tools import office

STAND_IN = """#!{python}
import os, sys
from pathlib import Path
target = Path(sys.argv[sys.argv.index("--outdir") + 1], Path(sys.argv[-1]).stem + ".pdf")
target.write_text(" ".join(os.environ[name] for name in ("TZ", "LC_ALL")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script that starts by itself")
def test_neither_the_time_zone_nor_the_language_of_the_user_reaches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice writes both into what it makes."""
    stand_in = tmp_path / "soffice"
    stand_in.write_text(STAND_IN.format(python=sys.executable), "utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(stand_in))
    written = set()
    for zone, language in (("Pacific/Kiritimati", "tr_TR.UTF-8"), ("UTC", "C")):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("LC_ALL", language)
        office.write_pdf(tmp_path / "diaporama.pptx", tmp_path / "pages.pdf")
        written.add((tmp_path / "pages.pdf").read_text("utf-8"))
    assert len(written) == 1
