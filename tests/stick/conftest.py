"""A finished edition on disk, as its manifest tells it, and sticks that are made of it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pptx import Presentation

from ceremonie.edition import manifest
from ceremonie.tools import ffmpeg, office
from ceremonie.unchanged import digest_of

from ..conftest import Outcome

FONTS = Path(__file__).parents[2] / "src" / "ceremonie" / "data" / "fonts"
FONT = "AtkinsonHyperlegibleNext_700Bold.ttf"

PAPERS = (
    *("conducteur.html", "conducteur.xlsx", "conducteur.csv", "prompteur.html", "noms.html"),
    *("transcription.html", "ce-qui-a-change.html", "fiche-technique.html", "musiques.csv"),
    "planche.jpg",
)
WELCOME = ("accueil.pptx", "accueil.mp4", "decompte.mp4", "carton.png")
MASTER = ("film-regie.mov", "film-musique.wav", "film-parole.wav")
AT_HOME = ("rapport.html", "rapport.json", "film-9x16.mp4", "affiche.jpg", "internet/film.mp4")

PEOPLE = {
    "P012": [
        {
            "public": "salle",
            "fichier": "diaporama.pptx",
            "comment": "vu",
            "partie": "Jour 1",
            "diapositive": 2,
            "source": {"sha256": "0" * 64, "chemin": "photos/lea-dupont.jpg"},
        }
    ]
}


def _deck(path: Path) -> None:
    deck = Presentation()
    for title in ("Bonsoir", "Le film"):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = title
    deck.save(str(path))


def _film(path: Path) -> None:
    sources = ("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=1")
    sound = ("-f", "lavfi", "-i", "sine=r=48000:d=1")
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac")
    ffmpeg.run((*sources, *sound, *coded, ffmpeg.file_output(path)))


def tell(folder: Path, *, draft: bool = False, silent: bool = False) -> None:
    """The manifest of all that lies there now."""
    names = manifest.names(folder)
    facts = {
        "edition": folder.name,
        "entrees": {"photos/lea-dupont.jpg": "0" * 64},
        "origine": {"dossier": "0" * 32, "ceremonie": "2024-12-06"},
        "films": {"film.mp4": {"brouillon": draft, "muet": silent}},
        "sorties": {name: {"sha256": digest_of(folder / name)} for name in names},
        "personnes": PEOPLE,
        "personnes_inconnues": [],
    }
    (folder / manifest.NAME).write_text(json.dumps(facts), "utf-8")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With all that an edition may hold. Its deck and film are real, the rest only has its name."""
    folder = tmp_path_factory.mktemp("maison") / "output" / "2024"
    (folder / "polices").mkdir(parents=True)
    (folder / "internet").mkdir()
    _deck(folder / "diaporama.pptx")
    _film(folder / "film.mp4")
    for name in (*PAPERS, *WELCOME, *MASTER, *AT_HOME):
        (folder / name).write_text(f"{name}\n", "utf-8")
    shutil.copyfile(folder / "diaporama.pptx", folder / "accueil.pptx")
    shutil.copyfile(FONTS / FONT, folder / "polices" / FONT)
    tell(folder)
    return folder.parents[1]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all: the spare film is made once."""
    return tmp_path_factory.mktemp("cache")


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


@dataclass(frozen=True)
class Hall:
    """A house with an edition, and the command that makes sticks of it."""

    house: Path
    run: Callable[..., Outcome]

    @property
    def edition(self) -> Path:
        return self.house / "output" / "2024"

    @property
    def stick(self) -> Path:
        return self.house / "output" / "2024-cle"


@pytest.fixture
def hall(
    finished: Path,
    kept: Path,
    tmp_path: Path,
    ceremonie: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> Hall:
    """Without LibreOffice, which takes its time; it has a test of its own. Locks lie apart."""
    house = tmp_path / "Maison d’été (à nous)"
    shutil.copytree(finished, house)
    monkeypatch.chdir(house)
    monkeypatch.setattr(office, "program", lambda: None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def run(*arguments: str | Path) -> Outcome:
        return ceremonie("cle", *(arguments or ("2024",)), "--cache", kept)

    return Hall(house, run)
