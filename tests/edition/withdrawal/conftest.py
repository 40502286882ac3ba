"""An edition with two people of the register, made once for all tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ...conftest import Outcome

Run = Callable[..., Outcome]

BOARD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie:
  date: 2023-12-01
  lieu: Salle des fêtes
publication: {debut: 2023-12-02, fin: 2024-06-30, sinon: {salle: retirer}}
audiodescription: {raison: Tout ce qui se voit est dit.}
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - fichier: photos/groupe.jpg
            alt: Deux élèves en garde
            personnes: [P012, P013]
          - fichier: photos/seule.jpg
            alt: Une élève court
            personnes: [P013]
temoignages:
  - citation: On a joué tous ensemble.
    auteur: Ada Lovelace
    qui: P012
    portrait:
      fichier: photos/portrait.jpg
      alt: Une élève sourit
      personnes: [P012]
droits:
  - personne: P012
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle, interne, internet]
    nom: oui
    debut: 2023-01-01
    fin: 2025-01-01
  - personne: P013
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle, interne, internet]
    debut: 2023-01-01
    fin: 2025-01-01
deroule: [titre, jours, temoignages, film, cloture]
film: {sauf: [jours]}
"""


def _place(folder: Path, text: str = BOARD) -> Path:
    photos = folder / "assets" / "2023" / "photos"
    photos.mkdir(parents=True)
    for turn, name in enumerate(("groupe", "seule", "portrait")):
        picture = Image.linear_gradient("L").rotate(90 * turn).resize((1440, 960))
        picture.convert("RGB").save(photos / f"{name}.jpg")
    (photos.parent / "storyboard.yaml").write_text(text, "utf-8")
    key = "identifiant;nom\nP012;Lovelace Ada\nP013;Curie Marie\n"
    (photos.parent / "clef.csv").write_text(key, "utf-8")
    return folder


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A storyboard and its edition for the hall and the web, made once for all tests."""
    from ceremonie.production import produce

    place = _place(tmp_path_factory.mktemp("place"))
    produce(
        place / "assets" / "2023",
        draft=True,
        audiences=("salle", "internet"),
        output=place / "output",
        cache=place / "cache",
    )
    return place


@pytest.fixture
def place(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def manifest_of(place: Path) -> dict[str, Any]:
    told = json.loads((place / "output" / "2023" / "manifeste.json").read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def appearances_of(place: Path, person: str) -> set[tuple[str, str, str, int | None]]:
    return {
        (one["public"], one["fichier"], one["comment"], one.get("diapositive"))
        for one in manifest_of(place)["personnes"].get(person, ())
    }


RETRAIT = ("retrait", "P012", "--cache", "cache")
APPLY = (*RETRAIT, "--appliquer", "--date", "2023-11-30")


def storyboard_of(place: Path) -> Path:
    return place / "assets" / "2023" / "storyboard.yaml"


def never(*_: object, **__: object) -> None:
    raise AssertionError("nothing was to be made")


def untouched(place: Path) -> dict[Path, tuple[int, int]]:
    files = (path for path in place.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in files}
