"""Files of other bytes are told apart as people would."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from ceremonie.rebuilding.packages import canonical
from ceremonie.rebuilding.verdicts import compared
from ceremonie.tools import ffmpeg


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A second of a picture with sound, encoded as is asked for."""
    folder = tmp_path_factory.mktemp("films")

    def make(name: str, *, word: str = "Boxe", quality: int = 18, volume: float = 1.0) -> Path:
        picture = Image.linear_gradient("L").resize((960, 540)).convert("RGB")
        ImageDraw.Draw(picture).text((40, 40), word, fill="white", font_size=24)
        picture.save(folder / f"{name}.png")
        seen = ("-loop", "1", "-t", "1", *ffmpeg.file_input(folder / f"{name}.png"))
        heard = ("-f", "lavfi", "-i", f"sine=r=48000:d=1,volume={volume}")
        coded = ("-c:v", "libx264", "-crf", str(quality), "-pix_fmt", "yuv420p", "-c:a", "aac")
        ffmpeg.run((*seen, *heard, *coded, ffmpeg.file_output(folder / f"{name}.mp4")))
        return folder / f"{name}.mp4"

    return make


def test_another_encoding_is_the_same_film_another_word_is_not(film: Callable[..., Path]) -> None:
    first = film("un")
    assert compared(first, film("deux", quality=26)).alike
    other = compared(first, film("trois", word="Judo"))
    assert (other.alike, "écart local" in other.why) == (False, True)


def test_a_film_that_is_louder_is_another(film: Callable[..., Path]) -> None:
    louder = compared(film("un"), film("fort", volume=1.5))
    assert (louder.alike, "LU" in louder.why) == (False, True)


def test_a_picture_is_compared_as_it_is_seen(film: Callable[..., Path], tmp_path: Path) -> None:
    film("un")
    source = film("un").with_suffix(".png")
    film("trois", word="Judo")
    pictures = {}
    for name, quality in (("a", 95), ("b", 85)):
        pictures[name] = tmp_path / f"{name}.jpg"
        Image.open(source).save(pictures[name], quality=quality)
    other = tmp_path / "c.jpg"
    Image.open(source.with_name("trois.png")).save(other, quality=95)
    assert compared(pictures["a"], pictures["b"]).alike
    assert not compared(pictures["a"], other).alike


def _deck(path: Path, slide: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("ppt/slides/slide3.xml", slide)
    return path


def test_a_deck_is_compared_by_what_its_xml_means(tmp_path: Path) -> None:
    first = _deck(tmp_path / "a.pptx", '<p:sld xmlns:p="u"><p:t a="1" b="2">Boxe</p:t></p:sld>')
    same = _deck(tmp_path / "b.pptx", "<x:sld xmlns:x='u'><x:t b='2' a='1'>Boxe</x:t></x:sld>")
    other = _deck(tmp_path / "c.pptx", '<p:sld xmlns:p="u"><p:t a="1" b="2">Judo</p:t></p:sld>')
    assert compared(first, same).alike
    told = compared(first, other)
    assert (told.alike, told.why) == (False, "ce qui diffère : diapositives 3")


def test_media_that_are_called_by_their_digest_are_compared_as_they_are_seen(
    film: Callable[..., Path], tmp_path: Path
) -> None:
    def deck(name: str, shown: Path) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as package:
            package.write(shown, f"ppt/media/{shown.stem}.mp4")
            package.writestr("ppt/slides/_rels/slide3.xml.rels", f'<r t="{shown.stem}.mp4"/>')
        return path

    first = deck("a.pptx", film("un"))
    assert compared(first, deck("b.pptx", film("deux", quality=26))).alike
    other = compared(first, deck("c.pptx", film("trois", word="Judo")))
    assert (other.alike, ".mp4" in other.why) == (False, True)


def test_canonical_xml_keeps_what_is_said() -> None:
    assert canonical(b'<?xml version="1.0"?><a  b="1"/>') == canonical(b"<a b='1'></a>")
    assert canonical(b"<a>x</a>") != canonical(b"<a>y</a>")


@pytest.mark.parametrize(
    ("name", "first", "second", "alike"),
    [
        ("page.html", "<html><p>Un  <b>mot</b></p></html>", "<html><p>Un <b>mot</b></p></html>", 1),
        ("page.html", "<p>Film</p><i>12 Mo</i>", "<p>Film</p><i>13 Mo</i>", 1),
        ("page.html", "<p>Film</p>", "<p>Filme</p>", 0),
        ("page.html", '<img alt="une">', '<img alt="deux">', 0),
        ("rapport.json", '{"fichiers": {"a": 1}, "b": 1}', '{"b": 1, "fichiers": {"a": 2}}', 1),
        ("rapport.json", '{"b": 1}', '{"b": 2}', 0),
        ("film.srt", "1\r\nBonjour\r\n", "1\nBonjour\n", 1),
        ("film.srt", "1\nBonjour\n", "1\nBonsoir\n", 0),
    ],
)
def test_documents_are_compared_by_what_they_say(
    tmp_path: Path, name: str, first: str, second: str, alike: int
) -> None:
    for folder, text in (("a", first), ("b", second)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8", newline="")
    assert compared(tmp_path / "a" / name, tmp_path / "b" / name).alike == bool(alike)


def test_nothing_is_said_of_what_nobody_can_compare(tmp_path: Path) -> None:
    for name, data in (("a.ttf", b"x"), ("b.ttf", b"y")):
        (tmp_path / name).write_bytes(data)
    assert not compared(tmp_path / "a.ttf", tmp_path / "b.ttf").alike
    shutil.copy(tmp_path / "a.ttf", tmp_path / "c.ttf")
