"""What lies in a finished folder and tells too much is found, at its place; nothing else is."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ceremonie.control import Finding, Sought, Withheld, privacy
from ceremonie.unchanged import digest_of

from .leaks import XMP, box, chunk, deck, exif, film, jpeg, noise, png, text, wave, webp, write

SOUGHT = Sought(
    names={"P001": ("Inès Durand",), "P002": ("Léa Noé",)},
    files=("Durand_Ines_3eB.jpg", "cour-avant.png", "photo.jpg", "film.mp4", "IMG_20240612.jpg"),
    places=("/donnees/mairie/2024", "D:\\Films\\mairie", "PC-MAIRIE-07"),
    authors=frozenset({"mairiedecreteil"}),
    house=frozenset({"manifeste.json"}),
    elsewhere=frozenset({"diaporama.pptx.html"}),
)
CORE = "<cp:coreProperties><dc:creator>{}</dc:creator></cp:coreProperties>"
NAMES = ("Inès Durand", "DURAND Inès", "durand_ines", "Ine\u0300s\u00a0Durand")


def found(folder: Path, sought: Sought = SOUGHT) -> list[Finding]:
    return list(privacy.check(folder, sought))


TAGGED = b"ID3\4\0\0\0\0\0\x20TPE1\0\0\0\5\0\0\3Lea"
Plant = Callable[[Path], None]

LEAKS: dict[str, tuple[Plant, str, str]] = {
    "a position in a photo": (
        lambda f: jpeg(f / "a.jpg", exif=exif(gps=True)), "fuite-gps", "a.jpg, segment APP1",
    ),
    "a position in the XMP of a photo": (
        lambda f: jpeg(f / "a.jpg", xmp=XMP.format("exif:GPSLatitude").encode()),
        "fuite-gps", "a.jpg, segment APP1",
    ),
    "a position in the XMP of a PNG": (
        lambda f: png(f / "a.png", "XML:com.adobe.xmp", XMP.format("exif:GPSLatitude")),
        "fuite-gps", "a.png, bloc iTXt",
    ),
    "a position in what a PNG holds compressed": (
        lambda f: png(f / "a.png", "Raw", XMP.format("exif:GPSLongitude"), packed=True),
        "fuite-gps", "a.png, bloc iTXt, octet",
    ),
    "a position in a WebP": (
        lambda f: webp(f / "a.webp", exif=exif(gps=True)), "fuite-gps", "a.webp, bloc EXIF",
    ),
    "a position in a film": (
        lambda f: film(f / "f.mp4", box(b"\xa9xyz", b"\0\x12\x15\xc7+48.8577+002.295/")),
        "fuite-gps", "f.mp4, boîte moov/udta/©xyz",
    ),
    "a position by Apple's key in a film": (
        lambda f: film(f / "f.mp4", box(b"meta", bytes(4), box(
            b"keys", b"\0\0\0\0mdtacom.apple.quicktime.location.ISO6709"))),
        "fuite-gps", "f.mp4, boîte moov/udta/meta/keys",
    ),
    "a camera": (
        lambda f: jpeg(f / "a.jpg", exif=exif(maker="Canon", model="EOS 90D")),
        "fuite-appareil", "a.jpg, segment APP1",
    ),
    "a telephone in a film": (
        lambda f: film(f / "f.mp4", box(b"\xa9mod", b"iPhone 15")),
        "fuite-appareil", "f.mp4, boîte moov/udta/©mod",
    ),
    "a photographer": (
        lambda f: jpeg(f / "a.jpg", exif=exif(artist="Jean Petit")),
        "fuite-auteur", "a.jpg, segment APP1",
    ),
    "a photographer in the XMP": (
        lambda f: jpeg(f / "a.jpg", xmp=XMP.format("dc:creator").encode()),
        "fuite-auteur", "a.jpg, segment APP1",
    ),
    "an author of a deck": (
        lambda f: deck(f / "d.pptx", **{"docProps/core.xml": CORE.format("Jean Petit")}),
        "fuite-auteur", "d.pptx, docProps/core.xml",
    ),
    "a person in the tags of a sound": (
        lambda f: write(f / "a.mp3", TAGGED),
        "fuite-auteur", "a.mp3, octet 10",
    ),
    "an artist of a WAV": (
        lambda f: wave(f / "a.wav", (b"LIST", b"INFO" + chunk(b"IART", b"Jean Petit"))),
        "fuite-auteur", "a.wav, bloc IART",
    ),
    "a recorder of a WAV": (
        lambda f: wave(f / "a.wav", (b"LIST", b"INFO" + chunk(b"ISFT", b"Zoom H5"))),
        "fuite-appareil", "a.wav, bloc ISFT",
    ),
    "whence a broadcast wave is": (
        lambda f: wave(f / "a.wav", (b"bext", bytes(256) + b"Zoom H5".ljust(346, b"\0"))),
        "fuite-auteur", "a.wav, bloc bext",
    ),
    "a person in the tags of a WAV": (
        lambda f: wave(f / "a.wav", (b"id3 ", TAGGED)), "fuite-auteur", "a.wav, bloc id3",
    ),
    "a camera in the XMP of a WAV": (
        lambda f: wave(f / "a.wav", (b"_PMX", XMP.format("tiff:Model").encode())),
        "fuite-appareil", "a.wav, bloc _PMX",
    ),
    "a name in a WAV": (
        lambda f: wave(f / "a.wav", (b"LIST", b"INFO" + chunk(b"ICMT", "Léa Noé".encode()))),
        "fuite-nom", "a.wav, bloc",
    ),
    "a folder in a WAV": (
        lambda f: wave(f / "a.wav", (b"iXML", b"<FILE>/home/ines/a.wav</FILE>")),
        "fuite-chemin", "a.wav, bloc iXML",
    ),
    "a telephone in a film of QuickTime": (
        lambda f: write(f / "f.mov", box(b"wide") + box(
            b"moov", box(b"udta", box(b"\xa9mak", b"Apple")))),
        "fuite-appareil", "f.mov, boîte moov/udta/©mak",
    ),
    "a folder in a deck": (
        lambda f: deck(f / "d.pptx", slide='<p:pic descr="C:\\Users\\mairie\\a.png"/>'),
        "fuite-chemin", "d.pptx, diapositive 3 (ppt/slides/slide3.xml)",
    ),
    "a link to a file": (
        text("a.html", "<p>\n<a href='file:///donnees/a.mp4'>"), "fuite-chemin", "a.html:2:10",
    ),
    "a server": (text("a.txt", "voir \\\\serveur\\films\\a.mp4"), "fuite-chemin", "a.txt:1:6"),
    "the folder of this edition": (
        text("a.json", '{"vers": "/donnees/mairie/2024/a"}'), "fuite-chemin", "a.json:1:11",
    ),
    "the name of this machine": (
        text("a.vtt", "NOTE écrit par pc-mairie-07"), "fuite-chemin", "a.vtt:1:16",
    ),
    "a home among the bytes of a film": (
        lambda f: film(f / "f.mp4", samples=b"\1/home/ines/films/a.mov\2"),
        "fuite-chemin", "f.mp4, boîte mdat",
    ),
    "the name of a photo with its ending": (
        text("a.html", "<img alt='cour-avant.png'>"), "fuite-nom-de-fichier", "a.html:1:11",
    ),
    "the name of a photo as only files are called": (
        lambda f: deck(f / "d.pptx", slide='<p:cNvPr descr="Durand_Ines_3eB"/>'),
        "fuite-nom-de-fichier", "d.pptx, diapositive 3 (ppt/slides/slide3.xml)",
    ),
    "the name of a photo in the bytes of a film": (
        lambda f: film(f / "f.mp4", samples="cour-avant.png".encode("utf-16-le")),
        "fuite-nom-de-fichier", "f.mp4, boîte mdat",
    ),
    "a name that files have": (
        text("Inès Durand.txt", "bonjour"), "fuite-nom", "Inès Durand.txt",
    ),
    "a name in two runs of a slide": (
        lambda f: deck(f / "d.pptx", slide="<a:t>Inès</a:t></a:r><a:r><a:t>Durand</a:t>"),
        "fuite-nom", "d.pptx, diapositive 3 (ppt/slides/slide3.xml)",
    ),
    "a name behind entities": (
        text("a.html", "<p>In&egrave;s &#68;urand</p>"), "fuite-nom", "a.html",
    ),
    "a name behind escapes": (
        text("a.json", '["In\\u00e8s Durand"]'), "fuite-nom", "a.json",
    ),
    "a short name": (
        lambda f: film(f / "f.mp4", box(b"\xa9nam", "Léa Noé".encode())),
        "fuite-nom", "f.mp4, boîte moov/udta/©nam",
    ),
    "a file of the hall": (
        text("diaporama.pptx.html", "-"), "fuite-fichier", "diaporama.pptx.html",
    ),
}  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS)
def test_what_tells_too_much_is_found_at_its_place(leak: str, tmp_path: Path) -> None:
    plant, slug, where = LEAKS[leak]
    plant(tmp_path)
    places = [(one.code, one.diagnostic.place) for one in found(tmp_path)]
    assert any(code == slug and at and at.at.startswith(where) for code, at in places), places
    assert {code for code, _ in places} <= {slug, "fuite-nom"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_in_bytes_of_any_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    said = unicodedata.normalize("NFC", name) if encoding == "latin-1" else name
    film(tmp_path / "film.mp4", samples=b"\0B" + said.encode(encoding) + b"\0")
    (one,) = found(tmp_path)
    assert one.code == "fuite-nom"
    assert "P001" in one.diagnostic.message
    assert "urand" not in one.diagnostic.render().lower()


def test_names_are_found_on_either_side_of_what_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ceremonie.control.letters.BLOCK", 64)
    monkeypatch.setattr("ceremonie.control.letters.OVERLAP", 32)
    for before in range(64):
        film(tmp_path / "film.mp4", samples=bytes(before) + "Inès Durand".encode())
        assert [one.code for one in found(tmp_path)] == ["fuite-nom"], before


def test_a_photo_that_is_withheld_is_found_wherever_it_lies(tmp_path: Path) -> None:
    jpeg(tmp_path / "x.jpg", quality=90)
    data = (tmp_path / "x.jpg").read_bytes()
    withheld = (Withheld("classe.jpg", frozenset({digest_of(tmp_path / "x.jpg")})),)
    cover = box(b"covr", box(b"data", b"\0\0\0\x0d\0\0\0\0", data))
    film(tmp_path / "f.mp4", box(b"meta", bytes(4), box(b"ilst", cover)))
    places = {
        one.diagnostic.place.at
        for one in found(tmp_path, Sought(withheld=withheld))
        if one.diagnostic.place and one.code == "fuite-media"
    }
    assert places == {"x.jpg", "f.mp4, boîte moov/udta/meta/ilst/covr/data"}


def test_an_archive_that_nobody_can_read_is_told(tmp_path: Path) -> None:
    deck(tmp_path / "tout.zip")
    whole = (tmp_path / "tout.zip").read_bytes()
    (tmp_path / "tout.zip").write_bytes(whole[:-40])
    assert [(one.code, one.diagnostic.severity) for one in found(tmp_path)] == [
        ("fuite-illisible", "avertissement")
    ]


def test_papers_of_the_house_may_name_files_and_nobody(tmp_path: Path) -> None:
    told = '{"photos/Durand_Ines_3eB.jpg": "", "cour-avant.png": ""}'
    (tmp_path / "manifeste.json").write_text(told, "utf-8")
    assert not found(tmp_path)
    (tmp_path / "manifeste.json").write_text(told + " Durand_Ines", "utf-8")
    assert [one.code for one in found(tmp_path)] == ["fuite-nom"]


SAFE = """\
<p>Photo de la cour avant. Le film : photo, film.mp4, affiche.jpg. Voir https://ville.fr/home/a
et /jeux/2024. Inès et M. Durand ; Inès D. ; 14:30 / 15:00. Léa a dit non. C : \\o/</p>
<meta name="author" content="Mairie de Créteil">
"""


def test_what_says_nothing_of_anybody_is_not_found(tmp_path: Path) -> None:
    """Words that files happen to be called, a title, addresses, first names, random bytes."""
    (tmp_path / "page.html").write_text(SAFE, "utf-8")
    deck(tmp_path / "d.pptx", **{"docProps/core.xml": CORE.format("Mairie de Créteil")})
    film(tmp_path / "film.mp4", box(b"\xa9nam", b"Photo de la cour avant"))
    grain = np.random.default_rng(13).integers(0, 256, 3_000_000, np.uint8).tobytes()
    film(tmp_path / "long.mp4", samples=grain)
    saved = io.BytesIO()
    noise().save(saved, "JPEG", icc_profile=bytes(300))
    (tmp_path / "planche.jpg").write_bytes(saved.getvalue())
    assert [one.diagnostic.render() for one in found(tmp_path)] == []
