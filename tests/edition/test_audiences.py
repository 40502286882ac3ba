"""An edition for several audiences: what leaves the house lies whole in folders of its own, and
goes when it no longer is what it would be.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import pytest
from av.stream import Disposition

from ceremonie import cache_names
from ceremonie.diagnostics import UsageError
from ceremonie.order import Edition
from ceremonie.production import Part, produce
from ceremonie.progress import Step
from ceremonie.tools import ffmpeg
from ceremonie.unchanged import digest_of

from ..conftest import BOARD

pytestmark = pytest.mark.slow

SAID = "1\n00:00:00,400 --> 00:00:01,600\nOn a couru ensemble.\n"
CLIP = """\
          - fichier: "cour Zoé Martin.mp4"
            alt: Une course dans la cour
            personnes: aucune
            sous_titres: mots.srt
publication: {debut: 2023-12-02, fin: 2024-12-02}
audiodescription: {raison: Tout ce qui se voit est dit.}
deroule:"""

OF_THE_HALL = {
    "diaporama.pptx", "conducteur.html", "conducteur.xlsx", "conducteur.csv", "prompteur.html",
    "musiques.csv", "noms.html", "planche.jpg", "rapport.html", "rapport.json",
    "contenu.json",
}  # fmt: skip

Progress = list[tuple[Step, float]]


@dataclass(frozen=True)
class Place:
    """A storyboard, where its edition is made, and what is kept. `shared` counts the pieces of wide
    film in the cache, before and after there was an audience more that is given one.
    """

    folder: Path
    told: Progress = field(default_factory=list)
    shared: list[int] = field(default_factory=list)

    @property
    def board(self) -> Path:
        return self.folder / "edition" / "storyboard.yaml"

    @property
    def edition(self) -> Path:
        return self.folder / "sortie" / "2023"

    def make(self, *audiences: str, **options: Any) -> Edition:
        return produce(
            self.board,
            audiences=audiences,
            draft=True,
            output=self.folder / "sortie",
            cache=self.folder / "cache",
            workers=1,
            progress=lambda step, part: self.told.append((step, part)),
            **options,
        )

    def change(self) -> None:
        """Something in the storyboard, be it nothing that anybody sees."""
        self.board.write_text(self.board.read_text("utf-8") + "# relu\n", "utf-8")

    def count(self) -> None:
        pieces = (self.folder / "cache" / cache_names.PIECES).glob("*.mp4")
        self.shared.append(sum(width(piece) == 640 for piece in pieces))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An edition for three audiences, whose film shows a clip with a word said in it."""
    place = Place(tmp_path_factory.mktemp("publics"))
    place.board.parent.mkdir()
    place.board.with_name("mots.srt").write_text(SAID, "utf-8")
    text = BOARD.replace("photo.jpg", "photo.png").replace("deroule:", CLIP)
    place.board.write_text(text, "utf-8")
    sources = ("testsrc=size=320x180:rate=25:duration=3", "sine=frequency=300:duration=3")
    inputs = [argument for one in sources for argument in ("-f", "lavfi", "-i", one)]
    clip, photo = (place.board.with_name(n) for n in ("cour Zoé Martin.mp4", "photo.png"))
    ffmpeg.run((*inputs, "-shortest", ffmpeg.file_output(clip)))
    ffmpeg.run((*inputs[:4], "-frames:v", "1", "-s", "1440x960", ffmpeg.file_output(photo)))
    place.make("internet")
    place.count()
    place.told.clear()
    place.make("salle", "internet", "reseaux")
    place.count()
    return place


@pytest.fixture
def place(made: Place, tmp_path: Path) -> Place:
    """A copy of it."""
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def manifest(folder: Path) -> dict[str, Any]:
    told = json.loads((folder / "manifeste.json").read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def slugs(edition: Edition) -> list[str]:
    """Of what a run did to the edition before; nothing of what is said of the storyboard."""
    about = ("public-", "fichier-", "film-", "diaporama-")
    return [d.slug for d in edition.diagnostics if d.slug.startswith(about)]


def width(film: Path) -> int:
    """px; none where there is no picture."""
    with av.open(str(film)) as opened:
        return opened.streams.video[0].width if opened.streams.video else 0


def streams(film: Path) -> list[tuple[str, str | None]]:
    """Of each track of a film that is seen or heard, its kind and the language of words."""
    with av.open(str(film)) as opened:
        tracks = (s for s in opened.streams if not s.disposition & Disposition.attached_pic)
        kinds = [(s.type, s.language if s.type == "subtitle" else None) for s in tracks]
    return [one for one in kinds if one[0] != "data"]  # its chapters


def test_what_leaves_the_house_lies_whole_beside_what_is_the_halls(made: Place) -> None:
    web, social = made.edition / "internet", made.edition / "reseaux"
    common = {"page.html", "film-leger.mp4", "affiche.jpg", "transcription.html", "manifeste.json"}
    assert common | {"film.mp4", "film.fr.srt", "film.fr.vtt"} <= names(web)
    assert common | {"film-9x16.mp4", "film.fr.srt"} <= names(social)
    assert {"film.mp4", "film.fr.srt", "film.fr.vtt", *OF_THE_HALL} <= names(made.edition)
    for folder in (web, social):
        assert not names(folder) & OF_THE_HALL
        assert any((folder / "polices").iterdir())
    assert "film.fr.vtt" not in names(social)
    assert "film-leger.mp4" not in names(made.edition)


def test_what_is_said_is_a_track_where_it_is_not_in_the_picture(made: Place) -> None:
    films = {"": "film.mp4", "reseaux": "film-9x16.mp4"}
    for folder, name in films.items():
        assert streams(made.edition / folder / name) == [("video", None), ("audio", None)]
    for name in ("film.mp4", "film-leger.mp4"):
        with av.open(str(made.edition / "internet" / name)) as opened:
            (track,) = opened.streams.subtitles
            assert (track.codec_context.name, track.language) == ("mov_text", "fra")
            assert track.disposition & 1, "players show it without being asked"
            said = [bytes(p)[2:].decode() for p in opened.demux(track) if p.size > 2]
        assert said == ["On a couru ensemble."]
        assert b"ftab" in (made.edition / "internet" / name).read_bytes(), "its head is whole"
    assert "On a couru ensemble." in (made.edition / "internet/transcription.html").read_text()


def test_what_is_published_names_its_sources_by_digest_alone(made: Place) -> None:
    told = (made.edition / "internet" / "manifeste.json").read_text("utf-8")
    for name in ("Zoé", "Martin", "photo.png", "storyboard", str(made.folder)):
        assert name not in told
    facts = json.loads(told)
    photo, board = (digest_of(made.board.with_name(n)) for n in ("photo.png", made.board.name))
    assert {photo, board} <= set(facts["sources"])
    for name, output in facts["sorties"].items():
        file = made.edition / "internet" / name
        assert output == {"sha256": digest_of(file), "octets": file.stat().st_size}
    assert set(facts["sorties"]) == {
        path.relative_to(made.edition / "internet").as_posix()
        for path in (made.edition / "internet").rglob("*")
        if path.is_file() and path.name != "manifeste.json"
    }
    assert "internet/manifeste.json" in manifest(made.edition)["sorties"]


def test_the_report_tells_of_every_audience_and_its_files(made: Place) -> None:
    report = json.loads((made.edition / "rapport.json").read_text("utf-8"))
    assert set(report["publics"]) == {"internet", "reseaux"}
    assert "diaporama.pptx" in report["fichiers"]
    assert "film-9x16.mp4" in report["publics"]["reseaux"]["fichiers"]
    assert report["publics"]["internet"]["film"]["images"] == report["film"]["images"]
    page = (made.edition / "rapport.html").read_text("utf-8")
    assert "Pour internet" in page
    assert "film-9x16.mp4" in page


def test_progress_never_goes_back(made: Place) -> None:
    for step in Step:
        parts = [part for one, part in made.told if one is step]
        assert parts == sorted(parts), step


def test_of_the_wide_film_only_what_shows_its_words_is_made_twice(made: Place) -> None:
    alone, both = made.shared
    assert alone > 6
    assert 1 <= both - alone <= 3


def test_what_is_not_asked_for_stays_as_it_is_with_what_is_told_of_it(place: Place) -> None:
    assert place.make("salle", "internet", "reseaux").unchanged
    (place.edition / "reseaux" / "film.fr.srt").unlink()
    before = {p: p.read_bytes() for p in place.edition.rglob("*") if p.is_file()}
    edition = place.make("internet")
    assert not edition.unchanged
    assert slugs(edition) == []
    after = {p: p.read_bytes() for p in place.edition.rglob("*") if p.is_file()}
    different = {path.name for path in after if before.get(path) != after[path]}
    assert before.keys() == after.keys()
    assert different <= {"rapport.json", "rapport.html", "manifeste.json"}
    report = json.loads((place.edition / "rapport.json").read_text("utf-8"))
    assert set(report["publics"]) == {"internet", "reseaux"}
    assert report["diaporama"]["diapositives"] > 2
    assert set(manifest(place.edition)["publics"]) == {"salle", "internet", "reseaux"}
    assert place.make("internet").unchanged


def test_what_is_not_asked_for_leaves_with_what_it_was_made_from(place: Place) -> None:
    place.change()
    edition = place.make("internet")
    assert slugs(edition) == ["public-perime", "public-perime"]
    again = [str(d.remedy) for d in edition.diagnostics if d.slug == "public-perime"]
    assert "produire edition --public salle" in again[0]
    assert "produire edition --public reseaux" in again[1]
    assert names(place.edition) == {"rapport.html", "rapport.json", "manifeste.json"}
    assert not (place.edition / "reseaux").exists()
    assert "film.mp4" in names(place.edition / "internet")
    assert slugs(place.make("internet")) == [], "what is gone is told once"


def test_what_people_did_in_an_audiences_folder_is_never_lost(place: Place) -> None:
    (place.edition / "internet" / "LISEZ-MOI.txt").write_text("à moi", "utf-8")
    (place.edition / "internet" / "film.fr.srt").write_text("corrigé", "utf-8")
    edition = place.make("internet")
    assert slugs(edition) == ["fichier-modifie"]
    assert (place.edition / "internet" / "LISEZ-MOI.txt").read_text("utf-8") == "à moi"
    kept = place.edition / "internet" / "film.fr (modifié).srt"
    assert kept.read_text("utf-8") == "corrigé"


@pytest.mark.parametrize(
    "order", [{"draft": True}, {"only": "diaporama"}, {"audiences": ["internet"]}]
)
def test_the_technicians_film_is_refused_where_the_halls_is_not_made(
    place: Place, order: dict[str, Any]
) -> None:
    with pytest.raises(UsageError) as refused:
        produce(place.board, master="prores", output=place.folder / "sortie", **order)
    assert [one.slug for one in refused.value.diagnostics] == ["regie-sans-film"]


def test_the_deck_alone_is_the_halls_alone(place: Place) -> None:
    with pytest.raises(UsageError) as refused:
        place.make("internet", only=Part.DECK)
    assert refused.value.diagnostics[0].slug == "diaporama-sans-salle"
    before = (place.edition / "internet" / "film.mp4").read_bytes()
    edition = place.make("salle", "internet", only=Part.DECK)
    assert "public-perime" not in slugs(edition)
    assert (place.edition / "internet" / "film.mp4").read_bytes() == before


def test_a_shape_that_is_asked_for_is_that_of_the_lighter_film_too(place: Place) -> None:
    edition = place.make("internet", shapes=("1:1",))
    web = place.edition / "internet"
    assert {"film-1x1.mp4", "film.mp4"} <= names(web), "the wide one still tells the truth"
    assert width(web / "film-leger.mp4") == width(web / "film-1x1.mp4") == 360
    assert slugs(edition) == []
