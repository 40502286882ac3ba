"""The film in several shapes at once, and what becomes of a shape that is not asked for again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from ceremonie import cache_names, storyboard
from ceremonie.film.coding.encode import DRAFT
from ceremonie.film.painting.stills import still
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.entries import mediums
from ceremonie.media.material import Materials, Missing
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.production import Edition, Part, check, produce

pytestmark = pytest.mark.slow

Make = Callable[..., Edition]
ALL = tuple(Shape)
FILMS = {Shape.WIDE: "film.mp4", Shape.SQUARE: "film-1x1.mp4", Shape.TALL: "film-9x16.mp4"}
SHEETS = {
    Shape.WIDE: "planche.jpg",
    Shape.SQUARE: "planche-1x1.jpg",
    Shape.TALL: "planche-9x16.jpg",
}

SAID = """\
temoignages:
  - citation: On a compris que le sport est pour tout le monde.
    auteur: Une élève de quatrième
  - citation: Je ne savais pas que l'on pouvait faire de l'escrime assis.
    auteur: Un élève de troisième
musique: {fichier: musique.wav, titre: Essai, auteur: Essai, licence: CC0}
film: {sauf: [jours]}
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that each test renders only what is new."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def said(board: Path) -> Path:
    """A small edition whose film says two sentences over a sound that is never still."""
    import wave

    text = board.read_text("utf-8").replace("film, cloture", "film, temoignages, cloture")
    board.write_text(text + SAID, "utf-8")
    noise = np.random.default_rng(7).integers(-9000, 9000, 48_000 * 20, np.int16)
    with wave.open(str(board.parent / "musique.wav"), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(noise.tobytes())
    return board


@pytest.fixture
def make(said: Path, tmp_path: Path, cache: Path) -> Make:
    """Makes the edition as a draft."""

    def made(*shapes: str, only: Part | None = None) -> Edition:
        where = {"output": tmp_path / "sortie", "cache": cache}
        return produce(said, shapes=shapes, only=only, draft=True, **where)  # type: ignore[arg-type]

    return made


def names(edition: Edition) -> set[str]:
    return {path.name for path in edition.files}


def slugs(edition: Edition) -> list[str]:
    return [diagnostic.slug for diagnostic in edition.diagnostics]


def packets(film: Path, kind: str) -> list[bytes]:
    with av.open(str(film)) as opened:
        return [bytes(p) for p in opened.demux(opened.streams.get({kind: 0})[0]) if p.size]


def planned(board: Path) -> Plan:
    found = storyboard.read(board).storyboard
    assert found is not None
    nothing = Materials({entry: Missing("") for _, entry in mediums(found)})
    return plan(found, nothing, ALL)


def test_each_shape_is_a_film_of_its_size_as_long_as_the_others_with_the_same_sound(
    make: Make,
) -> None:
    edition = make(*ALL)
    assert {*FILMS.values(), *SHEETS.values()} <= names(edition)
    lengths, sounds = set(), set()
    for shape, name in FILMS.items():
        film = edition.folder / name
        with av.open(str(film)) as opened:
            context = opened.streams.video[0].codec_context
            assert (context.width, context.height) == FORMATS[shape].reduced(DRAFT.reduction)
            lengths.add((opened.duration, sum(1 for _ in opened.decode(video=0))))
        sounds.add(b"".join(packets(film, "audio")))
    assert len(lengths) == len(sounds) == 1
    assert min(map(len, sounds)) > 10_000, "the sound is there"


def test_every_shape_shows_its_own_composition(make: Make, said: Path) -> None:
    """Frames of the files against stills that are painted here."""
    edition = make(*ALL)
    for cut in planned(said).in_each_shape:
        shot = cut.shots[0]
        number = min(shot.drawing.settled(), len(shot.span) - 1)
        with av.open(str(edition.folder / FILMS[cut.format.shape])) as opened:
            frames = [frame.to_ndarray(format="rgb24") for frame in opened.decode(video=0)]
        wanted = still(shot, DRAFT.reduction)
        assert frames[number + DRAFT.stride].shape == wanted.shape
        assert np.abs(frames[number + DRAFT.stride].astype(int) - wanted).mean() < 4


def test_a_contact_sheet_shows_cells_of_the_films_shape(make: Make) -> None:
    edition = make(*ALL)
    sizes = {Image.open(edition.folder / name).size for name in SHEETS.values()}
    assert len(sizes) == len(SHEETS)


def test_the_sound_of_all_shapes_is_mixed_and_kept_once(said: Path, tmp_path: Path) -> None:
    produce(said, shapes=ALL, draft=True, only=Part.FILM, output=tmp_path, cache=tmp_path / "cache")
    heard = 0
    for piece in (tmp_path / "cache" / cache_names.PIECES).glob("*.mp4"):
        with av.open(str(piece)) as opened:
            heard += bool(opened.streams.audio)
    assert heard == 1


def test_the_storyboard_names_the_shapes_and_the_command_line_wins(make: Make, said: Path) -> None:
    text = said.read_text("utf-8").replace("film: {sauf", "film: {format: [1:1, 9:16], sauf")
    said.write_text(text, "utf-8")
    assert names(make()) & set(FILMS.values()) == {"film-1x1.mp4", "film-9x16.mp4"}
    said.write_text(text.replace("Une élève", "Une autre élève"), "utf-8")
    assert names(make("16:9")) & set(FILMS.values()) == {"film.mp4"}


def test_a_shape_that_still_tells_the_truth_stays_with_its_sheet(make: Make) -> None:
    first = make("16:9", "9:16")
    before = (first.folder / "film-9x16.mp4").read_bytes()
    again = make("16:9")
    assert slugs(again) == []
    assert {"film.mp4", "film-9x16.mp4", "planche-9x16.jpg"} <= names(again)
    assert (again.folder / "film-9x16.mp4").read_bytes() == before
    told = json.loads((again.folder / "manifeste.json").read_text("utf-8"))
    assert set(told["films"]) == {"film.mp4", "film-9x16.mp4", "diaporama.pptx"}
    assert "film-9x16.mp4" in told["sorties"]
    assert slugs(make("16:9")) == [], "it goes on staying"


def test_a_shape_that_no_longer_tells_the_truth_leaves_and_is_told(make: Make, said: Path) -> None:
    make(*ALL)
    said.write_text(said.read_text("utf-8").replace("Une élève", "Une autre élève"), "utf-8")
    edition = make("16:9")
    assert slugs(edition) == ["film-retire", "film-retire"]
    assert "film-9x16.mp4" in edition.diagnostics[1].message
    assert not names(edition) & {"film-1x1.mp4", "film-9x16.mp4", "planche-9x16.jpg"}
    assert slugs(make("16:9")) == [], "what is gone is told once"


def test_a_shape_that_a_person_changed_is_never_lost(make: Make, said: Path) -> None:
    folder = make("16:9", "9:16").folder
    own = (folder / "film-9x16.mp4").read_bytes() + b"\0\0\0\x08free"
    (folder / "film-9x16.mp4").write_bytes(own)
    said.write_text(said.read_text("utf-8").replace("Une élève", "Une autre élève"), "utf-8")
    assert slugs(make("16:9")) == ["fichier-modifie"]
    assert (folder / "film-9x16 (modifié).mp4").read_bytes() == own


def test_a_tall_film_alone_leaves_the_deck_without_one_and_says_so(make: Make) -> None:
    edition = make("9:16")
    assert names(edition) & set(FILMS.values()) == {"film-9x16.mp4"}
    assert "planche.jpg" not in names(edition)
    assert slugs(edition) == ["film-autre-format"]


def test_a_tall_film_added_later_leaves_the_deck_its_film(make: Make) -> None:
    make("16:9")
    edition = make("9:16")
    assert slugs(edition) == []
    assert {"film.mp4", "film-9x16.mp4", "planche.jpg"} <= names(edition)


def test_a_deck_that_never_showed_the_film_is_not_told_to_show_an_old_one(make: Make) -> None:
    make("9:16")
    assert "diaporama-ancien-film" not in slugs(make("9:16", only=Part.FILM))


def test_the_deck_alone_keeps_every_film_and_tells_what_is_outdated(make: Make, said: Path) -> None:
    make("16:9", "9:16")
    said.write_text(said.read_text("utf-8").replace("Une élève", "Une autre élève"), "utf-8")
    edition = make(only=Part.DECK)
    assert {"film.mp4", "film-9x16.mp4"} <= names(edition)
    assert set(slugs(edition)) == {"film-format-perime", "film-brouillon"}


def test_what_is_verified_is_the_shape_that_is_asked_for(said: Path, cache: Path) -> None:
    assert check(said, shapes=("9:16",), cache=cache) == ()
    with pytest.raises(ValueError, match="4:3"):
        check(said, shapes=("4:3",), cache=cache)
