"""A finished edition on disk with what it was made from, as its manifest tells it, and the command
that seals it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ceremonie.edition import manifest, origin
from ceremonie.tools import ffmpeg, office
from ceremonie.unchanged import digest_of

from ..conftest import Outcome

NAME = ("Zélie", "Quatremère")

BOARD = """\
edition: "2024"
titre: Journées de l'égalité
organisateur: Mairie de Créteil
ceremonie: {date: 2024-12-06, lieu: Salle des fêtes}
jours:
  - date: 2024-12-03
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - {fichier: photos/été à Créteil.jpg, alt: Une garde, personnes: [P012]}
          - {fichier: ../commun/100 %.jpg, alt: Un dégradé, personnes: aucune}
droits:
  - {personne: P012, mineur: non, signataires: [elle-même], portees: [captation, salle],
     debut: 2024-11-01, fin: 2025-12-31}
archive:
  service: Communication
  cote: 1450 W 12
  sujets: [sport, égalité]
  duree_conservation: 10
  regle: APP-00001
  sort_final: conserver
"""

SEEN = {
    "public": "salle",
    "fichier": "diaporama.pptx",
    "comment": "vu",
    "source": {"sha256": "0" * 64, "chemin": "photos/été à Créteil.jpg"},
}


def _film(path: Path) -> None:
    picture = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1")
    sound = ("-f", "lavfi", "-i", "sine=r=48000:d=1")
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac")
    ffmpeg.run((*picture, *sound, *coded, ffmpeg.file_output(path)))


@dataclass(frozen=True)
class House:
    """A house with an edition, its storyboard, and the command that seals it."""

    root: Path
    run: Callable[..., Outcome]

    @property
    def board(self) -> Path:
        return self.root / "assets" / "2024" / "storyboard.yaml"

    @property
    def edition(self) -> Path:
        return self.root / "output" / "2024"

    @property
    def bag(self) -> Path:
        return self.root / "output" / "2024-archive"

    @property
    def photo(self) -> Path:
        return self.board.parent / "photos" / "été à Créteil.jpg"

    def tell(self, **also: Any) -> None:
        """The manifest of all that lies there now."""
        home = self.board.parent
        sources = [path for path in home.parent.rglob("*") if path.is_file()]
        names = manifest.names(self.edition)
        facts = {
            "edition": "2024",
            "entrees": {manifest.name_from(home, one): digest_of(one) for one in sources},
            "origine": {"dossier": origin.folder_of(self.board), "ceremonie": "2024-12-06"},
            "films": {"film.mp4": {"brouillon": False}},
            "sorties": {name: {"sha256": digest_of(self.edition / name)} for name in names},
            "outils": {"ceremonie": "0.1.0", "ffmpeg": "7.0.2-static"},
            "personnes": {"P012": [SEEN]},
            "personnes_inconnues": [],
        }
        told = json.dumps(facts | also, ensure_ascii=False)
        (self.edition / manifest.NAME).write_text(told, "utf-8")

    def hidden(self) -> list[Path]:
        """What runs have left beside the bag."""
        return sorted(self.bag.parent.glob(".2024-archive*"))


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its film is real, the rest only has its name."""
    root = tmp_path_factory.mktemp("maison")
    home, edition = root / "assets" / "2024", root / "output" / "2024"
    for folder in (home / "photos", root / "assets" / "commun", edition / "internet"):
        folder.mkdir(parents=True)
    (home / "storyboard.yaml").write_text(BOARD, "utf-8")
    (home / "photos" / "été à Créteil.jpg").write_bytes(b"une photo")
    (root / "assets" / "commun" / "100 %.jpg").write_bytes(b"une image")
    key = f"Identifiant;Prénom;Nom\nP012;{NAME[0]};{NAME[1]}\n"
    (home / "clef.csv").write_text(key, "utf-8")
    for name in ("diaporama.pptx", "rapport.html", "internet/page.html"):
        (edition / name).write_text(f"{name}\n", "utf-8")
    _film(edition / "film.mp4")
    return root


@pytest.fixture
def house(
    finished: Path,
    tmp_path: Path,
    ceremonie: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> House:
    """Without LibreOffice; on a day that is given."""
    root = tmp_path / "Chez nous (été)"
    shutil.copytree(finished, root)
    monkeypatch.chdir(root)
    monkeypatch.setattr(office, "program", lambda: None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1733500000")  # 2024-12-06

    def run(*arguments: str | Path) -> Outcome:
        return ceremonie("archiver", "2024", *arguments, "--cache", tmp_path / "cache")

    made = House(root, run)
    made.tell()
    return made
