"""What photos, clips, sound and names tell beside what they show stays in the house: it is taken
out, or the edition is not made.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ceremonie.control import Sought, privacy, walk
from ceremonie.diagnostics import CeremonieError, CheckError
from ceremonie.order import Edition
from ceremonie.production import produce
from ceremonie.tools import ffmpeg

from ..control.leaks import XMP, exif

pytestmark = pytest.mark.slow

PHOTO, CLIP, TUNE = "Durand_Ines_3eB.jpg", "VID_20231128_cour.mov", "Petit_Jean_2023.mp3"
SECRET = "Klaxonville"
"""Stands in all that is beside pixels and sound."""

STORYBOARD = f"""\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie: {{date: 2023-12-01, lieu: Salle des fêtes}}
audiodescription:
  raison: Tout ce qui se voit est dit.
publication: {{debut: 2023-12-02, fin: 2024-12-02}}
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - fichier: {PHOTO}
            alt: Deux élèves en garde
            personnes: [P001]
          - fichier: {CLIP}
            alt: Une course dans la cour
            personnes: aucune
            sous_titres: mots.srt
musique: {{fichier: {TUNE}}}
droits:
  - personne: P001
    mineur: non
    signataires: [elle-même]
    portees: [salle]
    nom: non
    debut: 2023-01-01
    fin: 2024-12-31
deroule: [titre, jours, film, cloture]
"""
SAID = "1\n00:00:00,400 --> 00:00:01,600\nOn a couru ensemble.\n"
KEY = "identifiant;nom\nP001;Inès Durand\n"


@dataclass(frozen=True)
class Place:
    folder: Path

    @property
    def board(self) -> Path:
        return self.folder / "assets" / "2023" / "storyboard.yaml"

    @property
    def edition(self) -> Path:
        return self.folder / "sortie" / "2023"

    def make(self, *audiences: str) -> Edition:
        options: dict[str, Any] = {"draft": True, "workers": 1, "cache": self.folder / "cache"}
        output = self.folder / "sortie"
        return produce(self.board, audiences=audiences, output=output, **options)

    def change(self, old: str, new: str) -> None:
        text = self.board.read_text("utf-8")
        assert old in text
        self.board.write_text(text.replace(old, new), "utf-8")


def write_photo(path: Path) -> None:
    """With a position, a photographer, a camera, a description, and a small copy of itself."""
    tags = exif(gps=True, maker=SECRET, model=SECRET, artist=SECRET, software=SECRET)
    tags[0x010E] = f"{SECRET}, Inès Durand"
    xmp = XMP.format("exif:GPSLatitude").replace("48,51N", SECRET).encode()
    gradient = Image.linear_gradient("L").resize((1440, 960)).convert("RGB")
    gradient.save(path, exif=tags, xmp=xmp, comment=SECRET)


def write_clip(path: Path) -> None:
    sources = ("testsrc=size=320x180:rate=25:duration=3", "sine=frequency=300:duration=3")
    inputs = [argument for one in sources for argument in ("-f", "lavfi", "-i", one)]
    place = "+48.8577+002.295/"
    named = [f"{tag}={SECRET}" for tag in ("make", "artist", "title", "comment")]
    tags = (f"location={place}", f"com.apple.quicktime.location.ISO6709={place}", *named)
    told = [argument for one in tags for argument in ("-metadata", one)]
    flags = ("-movflags", "use_metadata_tags")
    ffmpeg.run((*inputs, *told, *flags, "-shortest", ffmpeg.file_output(path)))


def write_tune(path: Path) -> None:
    told = ("-metadata", f"artist={SECRET}", "-metadata", "title=Inès Durand")
    tone = ("-f", "lavfi", "-i", "sine=frequency=440:duration=30")
    ffmpeg.run((*tone, *told, ffmpeg.file_output(path)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("fuites"))
    folder = place.board.parent
    folder.mkdir(parents=True)
    place.board.write_text(STORYBOARD, "utf-8")
    folder.joinpath("mots.srt").write_text(SAID, "utf-8")
    folder.joinpath("clef.csv").write_text(KEY, "utf-8")
    write_photo(folder / PHOTO)
    write_clip(folder / CLIP)
    write_tune(folder / TUNE)
    place.make("salle", "internet")
    return place


@pytest.fixture
def place(made: Place, tmp_path: Path) -> Place:
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path)


def sought(place: Place) -> Sought:
    return Sought(
        names={"P001": ("Inès Durand",), "P002": (SECRET,)},
        files=(PHOTO, CLIP, TUNE, "mots.srt", "clef.csv"),
        places=(str(place.folder),),
        authors=frozenset({"prefectureduvaldemarne"}),
    )


def everything(folder: Path) -> Iterator[bytes]:
    """All bytes of all files, unpacked where they are packed."""
    return (bytes(piece.data) for piece in walk(folder))


def test_nothing_beside_pixels_and_sound_of_a_source_is_in_an_output(made: Place) -> None:
    house = frozenset(("manifeste.json", "rapport.html", "rapport.json"))
    assert list(privacy.check(made.edition, replace(sought(made), house=house))) == []
    assert list(privacy.check(made.edition / "internet", sought(made))) == []
    assert not any(SECRET.encode() in data for data in everything(made.edition))


def test_no_bytes_of_a_withheld_photo_are_in_what_the_web_is_given(made: Place) -> None:
    photo = made.board.with_name(PHOTO).read_bytes()
    chunks = {photo[at : at + 64] for at in range(2048, len(photo) - 64, 997)}
    assert len(chunks) > 10
    for data in everything(made.edition / "internet"):
        assert not any(chunk in data for chunk in chunks)


def test_what_a_storyboard_lets_slip_stops_the_edition(place: Place) -> None:
    """A name in a title and in subtitles, the name of a file: all told at once, without the name;
    the edition before stays as it was.
    """
    before = {path: path.stat().st_mtime_ns for path in place.edition.rglob("*")}
    place.change("titre: Boxe éducative", "titre: La boxe de DURAND Inès")
    alternative = "alt: Deux élèves en garde"
    place.change(alternative, f"{alternative}\n            legende: Voir VID_20231128_cour")
    words = SAID.replace("On a couru ensemble.", "Bravo Ines Durand !")
    place.board.with_name("mots.srt").write_text(words, "utf-8")
    with pytest.raises(CeremonieError) as stopped:
        place.make("salle", "internet")
    told = str(stopped.value)
    assert "P001" in told
    assert {path: path.stat().st_mtime_ns for path in place.edition.rglob("*")} == before
    if isinstance(stopped.value, CheckError):  # else the rights have refused it before
        slugs = {one.slug for one in stopped.value.diagnostics}
        assert slugs == {"fuite-nom", "fuite-nom-de-fichier"}
        assert "durand" not in told.lower()
        files = {one.place.file for one in stopped.value.diagnostics if one.place}
        assert {"diaporama.pptx", "film.fr.vtt", "internet/film.mp4"} <= files


def test_what_people_put_into_a_folder_that_leaves_the_house_is_looked_at(place: Place) -> None:
    shutil.copy(place.board.with_name(PHOTO), place.edition / "internet" / "affiche-2.jpg")
    place.change("Boxe éducative", "Boxe")
    with pytest.raises(CheckError) as stopped:
        place.make("salle", "internet")
    places = {(d.slug, d.place.file) for d in stopped.value.diagnostics if d.place}
    of_the_photo = {"fuite-gps", "fuite-auteur", "fuite-appareil", "fuite-media"}
    assert {(slug, "internet/affiche-2.jpg") for slug in of_the_photo} <= places
    assert (place.edition / "internet" / "affiche-2.jpg").is_file()
    assert stopped.value.exit_code == 5


def test_what_people_put_beside_what_is_the_halls_is_only_warned_about(place: Place) -> None:
    with zipfile.ZipFile(place.edition / "notes.zip", "w") as packed:
        packed.writestr("liste.txt", "Inès Durand")
    place.change("Boxe éducative", "Boxe")
    told = [d for d in place.make("salle").diagnostics if d.slug.startswith("fuite-")]
    assert [(d.slug, d.severity, d.place.at if d.place else "") for d in told] == [
        ("fuite-nom", "avertissement", "notes.zip, liste.txt")
    ]
