"""What an audience's part of an edition is made from: nothing of what is withheld from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from ceremonie import media, rights, storyboard
from ceremonie.audiences import Audience

WITHHELD = """\
          - fichier: eleve.jpg
            alt: Un élève
            personnes: [P001]
publication: {debut: 2023-12-02, fin: 2024-12-02}
droits:
  - {personne: P001, mineur: non, signataires: [P001], portees: [salle],
     debut: 2023-01-01, fin: 2025-01-01}
deroule:"""


@pytest.mark.parametrize(
    ("audience", "names"),
    [(Audience.HALL, {"photo.jpg", "eleve.jpg"}), (Audience.WEB, {"photo.jpg"})],
)
def test_what_an_audience_may_not_see_is_none_of_its_sources(
    board: Path, tmp_path: Path, audience: Audience, names: set[str]
) -> None:
    Image.radial_gradient("L").resize((1440, 960)).save(board.with_name("eleve.jpg"))
    board.write_text(board.read_text("utf-8").replace("deroule:", WITHHELD), "utf-8")
    reading = storyboard.read(board)
    with media.at_work(tmp_path / "cache") as means:
        examined = media.examine(reading, means)
        shown = media.sources(examined, rights.showing(reading, audience))
    assert {path.name for path in shown} == names
