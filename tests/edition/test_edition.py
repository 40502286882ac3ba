"""A whole edition from a small storyboard, at the public doors."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import json
import pickle
import pkgutil
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

import ceremonie as package
from ceremonie.diagnostics import ExitCode, StoryboardError
from ceremonie.edition.documents import WRITTEN
from ceremonie.film.rendering import PAINTED
from ceremonie.media.decoding.container import pictures_in
from ceremonie.production import Edition, Part, produce
from ceremonie.progress import Step

from ..conftest import Outcome

Run = Callable[..., Outcome]

FILES = {
    "affiche.jpg",
    "conducteur.csv",
    "conducteur.html",
    "conducteur.xlsx",
    "contenu.json",
    "diaporama.pptx",
    "film.mp4",
    "manifeste.json",
    "musiques.csv",
    "noms.html",
    "planche.jpg",
    "prompteur.html",
    "rapport.html",
    "rapport.json",
    "transcription.html",
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that each test renders only what is new."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def made(board: Path, tmp_path: Path, cache: Path) -> Edition:
    return produce(board, draft=True, output=tmp_path / "sortie", cache=cache)


class Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.headings: list[str] = []
        self.words: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""

    def handle_data(self, data: str) -> None:
        if re.fullmatch(r"h[1-6]", self._tag) and data.strip():
            self.headings.append(data)
        self.words.append(data)


def texts(path: Path) -> Texts:
    parser = Texts()
    parser.feed(path.read_text("utf-8"))
    return parser


def test_an_edition_holds_every_file(made: Edition) -> None:
    assert {path.name for path in made.files} == FILES
    assert made.folder.name == "2023"
    fonts = {path.suffix for path in (made.folder / "polices").iterdir()}
    assert fonts == {".ttf", ".txt"}


def test_the_film_is_embedded_in_the_deck(made: Edition) -> None:
    deck = Presentation(str(made.folder / "diaporama.pptx"))
    kinds = {part.partname.ext for part in deck.part.package.iter_parts()}
    assert "mp4" in kinds
    assert pictures_in(made.folder / "film.mp4") > 0


def test_the_manifest_holds_the_digest_of_everything(made: Edition) -> None:
    told = json.loads((made.folder / "manifeste.json").read_text("utf-8"))
    for name, facts in told["sorties"].items():
        data = (made.folder / name).read_bytes()
        assert facts == {"octets": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    assert set(told["sorties"]) >= FILES - {"manifeste.json"}
    assert set(told["entrees"]) == {"storyboard.yaml", "photo.jpg"}
    assert str(made.folder.parent) not in json.dumps(told)


def test_documents_are_french_and_tell_the_whole_film(made: Edition) -> None:
    for name in ("transcription.html", "conducteur.html", "rapport.html"):
        page = texts(made.folder / name)
        assert page.language == "fr"
        assert page.headings
        linked = re.findall(r'url\("([^"]+)"\)', (made.folder / name).read_text("utf-8"))
        assert len(linked) == 2
        assert all((made.folder / font).is_file() for font in linked)
    words = " ".join(texts(made.folder / "transcription.html").words)
    for expected in ("Boxe éducative", "Créteil", "À l’image\u00a0: Deux élèves en garde", "Merci"):
        assert expected in words
    report = json.loads((made.folder / "rapport.json").read_text("utf-8"))
    assert report["brouillon"] is True


def test_the_report_lists_credits_and_what_nobody_will_see(
    board: Path, tmp_path: Path, cache: Path
) -> None:
    """This edition has no credits at its end."""
    text = board.read_text("utf-8").replace("en garde", "en garde\n            credit: Une autrice")
    board.write_text(text, "utf-8")
    folder = produce(board, only=Part.DECK, output=tmp_path / "rapport", cache=cache).folder
    report = json.loads((folder / "rapport.json").read_text("utf-8"))
    assert report["credits"] == ["Une autrice"]
    message = "ne sera pas montré : « Une autrice » (clé « credit »)"
    assert message in [one["message"] for one in report["pas_montre"]]
    words = texts(folder / "rapport.html")
    assert "Ce qui n’est pas montré" in words.headings
    assert message in " ".join(words.words)


def test_the_contact_sheet_shows_every_shot(made: Edition) -> None:
    shots = json.loads((made.folder / "rapport.json").read_text("utf-8"))["film"]["plans"]
    with Image.open(made.folder / "affiche.jpg") as poster:
        assert poster.size == (1920, 1080)
    with Image.open(made.folder / "planche.jpg") as sheet:
        rows = -(-shots // 5)
        assert sheet.width > 5 * 480
        assert sheet.height > rows * 270


def test_a_second_run_gives_the_same_bytes(
    made: Edition, board: Path, tmp_path: Path, cache: Path
) -> None:
    again = produce(board, draft=True, output=tmp_path / "encore", cache=cache)
    for path in made.files:
        assert (again.folder / path.name).read_bytes() == path.read_bytes(), path.name


def test_one_part_alone_keeps_the_other(
    made: Edition, board: Path, tmp_path: Path, cache: Path
) -> None:
    film = (made.folder / "film.mp4").read_bytes()
    board.write_text(board.read_text("utf-8").replace("Boxe éducative", "Boxe"), "utf-8")
    told = texts(made.folder / "transcription.html").words
    deck = produce(board, only=Part.DECK, output=tmp_path / "sortie", cache=cache)
    assert {path.name for path in deck.files} == {*FILES, "ce-qui-a-change.html"}
    assert (deck.folder / "film.mp4").read_bytes() == film
    assert texts(deck.folder / "transcription.html").words == told
    slides = (deck.folder / "diaporama.pptx").read_bytes()
    both = produce(board, only=Part.FILM, draft=True, output=tmp_path / "sortie", cache=cache)
    assert (both.folder / "diaporama.pptx").read_bytes() == slides
    assert (both.folder / "film.mp4").read_bytes() != film
    assert [d.slug for d in both.diagnostics] == ["diaporama-ancien-film"]


def test_the_deck_alone_needs_no_film(board: Path, tmp_path: Path, cache: Path) -> None:
    edition = produce(board, only=Part.DECK, output=tmp_path, cache=cache)
    of_the_film = {"affiche.jpg", "film.mp4", "planche.jpg", "transcription.html"}
    assert {path.name for path in edition.files} == FILES - of_the_film
    assert [d.slug for d in edition.diagnostics] == ["film-absent"]


def test_what_people_did_by_hand_survives_and_is_told(
    made: Edition, board: Path, tmp_path: Path, cache: Path
) -> None:
    (made.folder / "discours.txt").write_text("Merci", "utf-8")
    slides = (made.folder / "diaporama.pptx").read_bytes() + b"edited"
    (made.folder / "diaporama.pptx").write_bytes(slides)
    again = produce(board, draft=True, output=tmp_path / "sortie", cache=cache)
    assert (again.folder / "discours.txt").read_text("utf-8") == "Merci"
    assert (again.folder / "diaporama (modifié).pptx").read_bytes() == slides
    assert (again.folder / "diaporama.pptx").read_bytes() != slides
    assert [d.slug for d in again.diagnostics] == ["fichier-modifie"]
    assert "modifié à la main" in " ".join(texts(again.folder / "rapport.html").words)


def test_a_film_without_a_shot_is_refused(board: Path, tmp_path: Path, cache: Path) -> None:
    board.write_text(board.read_text("utf-8") + "film: {sauf: [titre, jours, cloture]}\n", "utf-8")
    with pytest.raises(StoryboardError, match="film-vide"):
        produce(board, output=tmp_path, cache=cache)


def test_progress_tells_every_step_and_only_goes_forwards(
    board: Path, tmp_path: Path, cache: Path
) -> None:
    told: list[tuple[Step, float]] = []
    produce(
        board, draft=True, output=tmp_path, cache=cache, progress=lambda s, p: told.append((s, p))
    )
    others = {  # of other commands
        *(Step.PHOTOS, Step.COPIES, Step.STICK, Step.INSTALLATION, Step.CONTROL, Step.ARCHIVE),
        *(Step.UNPACKING, Step.COMPARISON),
    }
    steps = set(Step) - others
    assert {step for step, _ in told} == steps
    for step in steps:
        parts = [part for seen, part in told if seen is step]
        assert parts == sorted(parts)
    assert _between(told, Step.FILM, PAINTED, 1) >= 3, "the pieces are joined"
    assert _between(told, Step.EDITION, WRITTEN, 1) >= 3, "compared, described, put in its place"


def _between(told: list[tuple[Step, float]], step: Step, least: float, most: float) -> int:
    """How often a step said that such a part of it was done."""
    return sum(seen is step and least <= part < most for seen, part in told)


def test_missing_photos_become_cards_in_a_draft_and_errors_otherwise(
    board: Path, tmp_path: Path, cache: Path
) -> None:
    (board.parent / "photo.jpg").unlink()
    edition = produce(board, draft=True, output=tmp_path, cache=cache)
    assert [d.slug for d in edition.diagnostics if d.slug == "media-introuvable"]
    with pytest.raises(StoryboardError) as caught:
        produce(board, output=tmp_path, cache=cache)
    assert [d.slug for d in caught.value.diagnostics] == ["media-introuvable"]
    place = caught.value.diagnostics[0].place
    assert place is not None
    assert place.line == 13


def test_the_command_prints_what_it_made(
    ceremonie: Run, board: Path, tmp_path: Path, cache: Path
) -> None:
    options = ("--brouillon", "--sortie", tmp_path, "--cache", cache, "--travaux", "1")
    outcome = ceremonie("produire", board, *options)
    assert outcome.code == ExitCode.DONE
    assert "film.mp4" in outcome.out
    assert "rendu du film" in outcome.err
    assert "\x1b" not in outcome.err
    told = json.loads(ceremonie("produire", board, *options, "--json").out)
    assert set(told["sorties"]) == FILES


DOORS = ("check", "load", "plan", "produce")


@pytest.mark.parametrize("door", DOORS)
def test_a_door_is_the_function_whatever_was_imported_before(door: str) -> None:
    for module in pkgutil.walk_packages(package.__path__, "ceremonie."):
        if not module.name.endswith(("__main__", "custom_process")):
            importlib.import_module(module.name)
    assert inspect.isfunction(getattr(package, door))


@pytest.mark.parametrize("door", DOORS)
def test_a_door_goes_to_another_process_and_back(door: str) -> None:
    function = getattr(package, door)
    assert pickle.loads(pickle.dumps(function)) is function


def test_a_storyboard_is_loaded(board: Path) -> None:
    assert package.load(board).storyboard is not None
