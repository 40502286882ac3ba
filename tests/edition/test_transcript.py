"""The transcript tells every figure that the film shows."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from ceremonie import storyboard
from ceremonie.edition.transcript import transcript
from ceremonie.media.material import Materials
from ceremonie.planning import plan

from ..conftest import BOARD

FIGURES: dict[str, list[tuple[int | str, str]]] = {
    "small ones": [(1, "flamme"), (2, "communes"), (3, "journées")],
    "parts of the title": [(20, "clubs"), (94, "médailles"), (2023, "élèves")],
    "equal ones": [(30, "clubs"), (30, "écoles"), (30, "associations")],
    "words": [("20 %", "de femmes"), ("1,5 million", "d’euros"), ("+ 12", "ateliers")],
}


@pytest.mark.parametrize("kind", FIGURES)
def test_every_figure_is_told_with_what_it_counts(tmp_path: Path, kind: str) -> None:
    lines = [f"  - {{valeur: {value!r}, libelle: {label!r}}}" for value, label in FIGURES[kind]]
    text = BOARD.replace("[titre, jours", "[titre, chiffres, jours")
    text = re.sub(r"        medias:\n(.*\n)*?deroule", "deroule", text)
    path = tmp_path / "storyboard.yaml"
    path.write_text(text + "chiffres:\n" + "\n".join(lines) + "\n", "utf-8")
    reading = storyboard.read(path)
    assert reading.storyboard is not None, reading.diagnostics
    told = html.unescape(transcript(plan(reading.storyboard, Materials({}))))
    told = told.replace("\u202f", " ").replace("\xa0", " ").replace("’", "'")
    part = told[told.index("En chiffres") :]
    part = part[: part.index("<h2>") if "<h2>" in part else None]
    rows = part[part.index("<p>") + 3 : part.index("</p>")].split("\n")
    for value, label in FIGURES[kind]:
        written = f"{value:,}".replace(",", " ") if isinstance(value, int) else value
        assert written in rows
        assert any(label.replace("’", "'") in row for row in rows), rows
    assert len(rows) >= 6
