"""What the control room sees of a finished folder: every byte at a place that can be told."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from ceremonie.control import Form, Piece, at_time, finding, pieces, walk
from ceremonie.control.finding import Measured


def by_place(folder: Path) -> dict[str, Piece]:
    return {piece.whole.at: piece for piece in walk(folder)}


def archive(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return written.getvalue()


def test_the_notes_of_a_slide_have_its_number(tmp_path: Path) -> None:
    (tmp_path / "diaporama.pptx").write_bytes(
        archive(
            **{
                "ppt/slides/slide7.xml": b"<p:sld/>",
                "ppt/slides/_rels/slide7.xml.rels": b'<R Target="../notesSlides/notesSlide2.xml"/>',
                "ppt/notesSlides/notesSlide2.xml": b"<p:notes>mots</p:notes>",
            }
        )
    )
    notes = by_place(tmp_path)["diaporama.pptx, diapositive 7 (ppt/notesSlides/notesSlide2.xml)"]
    assert notes.text == "<p:notes>mots</p:notes>"


def test_an_archive_in_an_archive_is_looked_into(tmp_path: Path) -> None:
    inner = archive(**{"xl/sharedStrings.xml": b"mots"})
    (tmp_path / "tout.zip").write_bytes(archive(**{"tableau.xlsx": inner}))
    assert by_place(tmp_path)["tout.zip, tableau.xlsx / xl/sharedStrings.xml"].text == "mots"


def test_a_broken_archive_is_still_a_file(tmp_path: Path) -> None:
    (tmp_path / "tout.zip").write_bytes(archive(a=b"mots")[:-30])
    assert [piece.form for piece in walk(tmp_path)] == [Form.ARCHIVE]


@pytest.mark.parametrize("compressed", [True, False])
def test_the_text_of_a_png_is_unpacked(compressed: bool, tmp_path: Path) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Comment", "prise à Nantes", zip=compressed)
    Image.new("RGB", (4, 4)).save(tmp_path / "photo.png", pnginfo=told)
    texts = [bytes(piece.data) for piece in walk(tmp_path)]
    assert any("prise à Nantes".encode() in text for text in texts)


def test_the_small_picture_beside_a_photo_is_a_picture_of_its_own(tmp_path: Path) -> None:
    small = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(small, "JPEG")
    exif = b"Exif\0\0MM\0*" + bytes(30) + small.getvalue()
    Image.new("RGB", (64, 64)).save(tmp_path / "photo.jpg", exif=exif)
    _, thumbnail = walk(tmp_path)
    assert thumbnail.form is Form.JPEG
    assert Image.open(io.BytesIO(thumbnail.data)).size == (16, 16)
    assert thumbnail.whole.at == "photo.jpg, segment APP1"


def test_a_byte_has_the_place_of_its_segment_box_or_line(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (32, 32, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "photo.jpg", comment="mots")
    box = struct.pack(">I4s", 12, b"free") + b"mots"
    udta = struct.pack(">I4s", 8 + len(box), b"udta") + box
    film = struct.pack(">I4s", 16, b"ftyp") + b"isomiso2"
    film += struct.pack(">I4s", 8 + len(udta), b"moov") + udta
    (tmp_path / "film.mp4").write_bytes(film)
    (tmp_path / "page.html").write_text("<p>\n<b>é</b> mots", "utf-8")
    places = {
        piece.file: piece.at(bytes(piece.data).index(b"mots")).at
        for piece in walk(tmp_path)
        if not piece.part
    }
    at = bytes((tmp_path / "photo.jpg").read_bytes()).index(b"mots")
    assert places == {
        "film.mp4": f"film.mp4, boîte moov/udta/free, octet {film.index(b'mots')}",
        "page.html": "page.html:2:10",
        "photo.jpg": f"photo.jpg, segment COM, octet {at}",
    }


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_what_ends_anywhere_is_walked_to_its_end(cut: int, tmp_path: Path) -> None:
    png = io.BytesIO()
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "mots " * 9, zip=True)
    Image.new("RGB", (4, 4)).save(png, "PNG", pnginfo=told)
    (tmp_path / "photo.png").write_bytes(png.getvalue()[: len(png.getvalue()) - cut])
    assert next(pieces(tmp_path, "photo.png")).form is Form.PNG
    assert list(walk(tmp_path))


def test_a_text_without_end_is_not_unpacked(tmp_path: Path) -> None:
    body = b"Comment\0\0" + zlib.compress(bytes(30_000_000))
    chunk = struct.pack(">I4s", len(body), b"zTXt") + body + bytes(4)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    _, text = walk(tmp_path)
    assert len(text.data) < 11_000_000


def test_a_finding_says_where_how_much_and_who_says_so() -> None:
    measured = Measured("3,9:1", "4,5:1", "RGAA 4.1, critère 3.2")
    told = finding("fuite-gps", at_time("film.mp4", 62.44), measured=measured, what="EXIF")
    facts = told.as_json()
    assert told.diagnostic.render().startswith("film.mp4, 1:02,4  erreur [fuite-gps]  ")
    assert (facts["fichier"], facts["endroit"], facts["ligne"]) == ("film.mp4", "1:02,4", None)
    assert (facts["mesure"], facts["seuil"]) == ("3,9:1", "4,5:1")
    assert facts["source"] == "RGAA 4.1, critère 3.2"
