"""Files to begin with: storyboards of the tests, subtitles of every form, short media, a deck."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pptx import Presentation

from ceremonie.tools import ffmpeg
from tests.sheets.books import excel, open_document

STORYBOARDS = Path(__file__).parents[1] / "storyboards"

SUBTITLES = (
    "1\n00:00:00,000 --> 00:00:02,500\nBonjour.\n\n2\n00:00:03,000 --> 00:00:05,500\nMerci\n",
    "1\n00:00:01,000 --> 00:00:02,000\nUn\n2\n00:00:02,000 --> 00:00:03,000\nDeux\n",
    "WEBVTT\nKind: captions\n\nNOTE rien\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 line:1\n"
    "<v Léa><i>Oui</i> &amp; non</v>\n",
    "WEBVTT\n\n00:00:00.080 --> 00:00:02.270 align:start\n \nbon<00:00:00.400><c> jour</c>\n\n"
    "00:00:02.270 --> 00:00:02.280\nbon jour\n \n",
    "3\nbientôt\nPerdu\n\n4\n00:00:09 --> 00:00:08\n{\\an8}a < b\u00a0\u2028\u200e\n",
)

_RING = "[[4.88,45.76,170],[4.9,45.76],[4.9,45.78],[4.88,45.76]]"
_HOLE = "[[4.89,45.765],[4.892,45.765],[4.892,45.767]]"

CONTOURS = (
    '{"type":"FeatureCollection","name":"Une ville","features":[{"type":"Feature","properties":'
    f'{{"nom":"Cusset","code":12}},"geometry":{{"type":"Polygon","coordinates":[{_RING},{_HOLE}]}}'
    "}]}",
    '{"type":"Feature","properties":{"L_QU":"Buers"},"geometry":{"type":"GeometryCollection",'
    f'"geometries":[{{"type":"MultiPolygon","coordinates":[[{_RING}],[{_HOLE}]]}},'
    '{"type":"Point","coordinates":[4,45]}]}}',
)

_MOVING = ("-f", "lavfi", "-i", "testsrc2=size=64x36:rate=25:duration=0.4")
_HEARD = ("-f", "lavfi", "-i", "sine=frequency=440:duration=0.4")
_ONE = ("-frames:v", "1", "-update", "1")

MEDIA: dict[str, tuple[str, ...]] = {
    ".mp4": (*_MOVING, *_HEARD, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    ".mov": (*_MOVING, "-c:v", "libx264", "-timecode", "01:00:00:00"),
    ".mkv": (*_MOVING, *_HEARD, "-c:v", "mjpeg", "-c:a", "flac"),
    ".avi": (*_MOVING, "-c:v", "mpeg4"),
    ".mpg": (*_MOVING, "-c:v", "mpeg2video"),
    ".mp3": (*_HEARD, "-c:a", "libmp3lame"),
    ".m4a": (*_HEARD, "-c:a", "aac"),
    ".ogg": (*_HEARD, "-c:a", "libopus"),
    ".wav": _HEARD,
    ".flac": _HEARD,
    ".jpg": (*_MOVING, *_ONE),
    ".png": (*_MOVING, *_ONE, "-pix_fmt", "rgba"),
    ".webp": (*_MOVING, *_ONE, "-c:v", "libwebp"),
}
"""What ffmpeg makes of each ending; each file has a few kilobytes."""


def of(name: str) -> Iterator[bytes]:
    """Those of a target that takes bytes alone."""
    known = {
        "subtitles": subtitles,
        "storyboard": storyboards,
        "deck": decks,
        "table": tables,
        "contours": contours,
    }
    return known[name]()


def contours() -> Iterator[bytes]:
    for text in CONTOURS:
        yield text.encode()


def storyboards() -> Iterator[bytes]:
    for file in sorted(STORYBOARDS.rglob("*.yaml")):
        yield file.read_bytes()


def subtitles() -> Iterator[bytes]:
    for text in SUBTITLES:
        yield text.encode()
        yield text.encode("utf-16")
        yield text.encode("cp1252", "replace")
    for file in sorted(STORYBOARDS.rglob("*.srt")):
        yield file.read_bytes()


TABLES = (
    "Jour;Titre;Commune;Photo;Description de la photo\n2024-11-28;Boxe;Orly;a.jpg;Un ring\n",
    'Exemple\n\nDate,Atelier,Ville,Texte\n28/11/2024,"Judo : un\nou deux",Créteil,=1+1\n',
    "Identifiant\tMineur\tSigné par\tUsages\tDu\tAu\nP012\tx\tmère\tsalle\t45292\t1/2/2025\n",
)


def tables() -> Iterator[bytes]:
    for text in TABLES:
        yield text.encode()
        yield text.encode("cp1252")
        yield text.encode("utf-16")
    with TemporaryDirectory() as folder:
        rows = [["Jour", "Titre", "Commune"], ["28/11/2024", "Escrime", "Orly"]]
        yield excel(Path(folder, "a.xlsx"), {"Ateliers": rows}).read_bytes()
        yield open_document(Path(folder, "a.ods"), "Ateliers", rows).read_bytes()


def media(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Ending and bytes; `folder` takes the files for a moment."""
    for ending, arguments in MEDIA.items():
        file = folder / f"graine{ending}"
        ffmpeg.run((*arguments, ffmpeg.file_output(file)))
        yield ending, file.read_bytes()
        file.unlink()


BOARD = """\
edition: essai
titre: Essai
organisateur: Préfecture   # qui invite
ceremonie: {date: 2024-12-06, lieu: Salle}
jours: [{date: 2024-11-28, ateliers: [{titre: Boxe, commune: Créteil, texte: On se met en garde.}]}]
temoignages:
  - {citation: On a joué tous ensemble., auteur: Une collégienne}
  - {citation: Je reviendrai., auteur: Un senior}
""".encode()
"""The storyboard with which received decks are compared."""

SLIDE = "ppt/slides/slide1.xml"


def decks() -> Iterator[bytes]:
    """A deck of one slide, and that slide's markup as corrected in several ways."""
    yield deck(_slide("titre", ("titre", "Essai")))
    yield _slide("titre", ("titre", "Essai corrigé"))
    yield _slide("", ("Forme 1", "On a joué tous dehors."), ("Forme 2", "Une collégienne"))
    yield _slide("temoignage-2", ("citation", "Je\u00a0reviendrai…"), ("ajout", "Bravo !"))


def deck(slide: bytes) -> bytes:
    """A package with this markup in its one slide, stored as it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in _parts().items():
            package.writestr(name, slide if name == SLIDE else data)
    return target.getvalue()


def _slide(name: str, *texts: tuple[str, str]) -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide._element.cSld.set("name", name)
    for called, words in texts:
        box = slide.shapes.add_textbox(0, 0, 900_000, 900_000)
        box.name, box.text_frame.text = called, words
    return bytes(slide.part.blob)


@lru_cache(maxsize=1)
def _parts() -> dict[str, bytes]:
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[6])
    saved = io.BytesIO()
    presentation.save(saved)
    with zipfile.ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}
