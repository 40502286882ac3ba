"""Whether a file opens, and is whole, as far as its own form can tell: no manifest is asked."""

from __future__ import annotations

import csv
import json
import warnings
import zipfile
import zlib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from ceremonie.media.fault import UnusableError
from ceremonie.theme import fontfile

MOST_UNPACKED = 600_000_000
"""Bytes of all that is compressed in a document: beyond that it is a trap."""

MARKUP = (".xml", ".rels")
"""Parts of a package that must be XML."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""Elements that hold nothing (HTML Living Standard, 13.1.2)."""

OPTIONAL = frozenset({
    "li", "dt", "dd", "p", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
})  # fmt: skip
"""Elements that need no end (HTML Living Standard, 13.1.2.4)."""


class BrokenError(Exception):
    """A file that does not open to its end; the text says what is wrong, in French."""


def demand_whole(file: Path) -> None:
    """Raises BrokenError where the file is not what its ending says, or stops too early; OSError as
    the system does. Of endings that are not known nothing is demanded.
    """
    if not file.stat().st_size:
        raise BrokenError("il est vide")
    reader = _READERS.get(file.suffix.lower())
    if reader:
        reader(file)


def _package(file: Path) -> None:
    """Every part is read: its checksum (CRC-32) says whether it is what was written."""
    try:
        with zipfile.ZipFile(file) as archive:
            if _unpacked(archive) > MOST_UNPACKED:
                raise BrokenError("il se déploie en bien plus que ce qu'un document contient")
            if broken := archive.testzip():
                raise BrokenError(f"sa partie « {broken} » est abîmée")
            for name in archive.namelist():
                if name.endswith(MARKUP):
                    ElementTree.fromstring(archive.read(name))
    except ElementTree.ParseError as error:
        raise BrokenError("une de ses parties n'est plus du XML") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise BrokenError("il ne s'ouvre plus, ou s'arrête avant sa fin") from error
    except (ValueError, LookupError) as error:
        raise BrokenError("son sommaire est abîmé") from error


def _unpacked(archive: zipfile.ZipFile) -> int:
    """Bytes of what is compressed; films and pictures are not."""
    entries = archive.infolist()
    return sum(one.file_size for one in entries if one.compress_type != zipfile.ZIP_STORED)


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenError("ce n'est plus un texte en UTF-8") from error
    if "\0" in text:
        raise BrokenError("il contient des octets nuls")
    return text


def _plain(file: Path) -> None:
    _text(file)


def _facts(file: Path) -> None:
    try:
        json.loads(_text(file))
    except (ValueError, RecursionError) as error:
        raise BrokenError("ce n'est plus du JSON") from error


def _table(file: Path) -> None:
    """Each row has as many cells as the first."""
    lines = _text(file).splitlines(keepends=True)
    try:
        widths = {len(row) for row in csv.reader(lines, delimiter=";", strict=True) if row}
    except csv.Error as error:
        raise BrokenError("une cellule n'est pas fermée") from error
    if len(widths) > 1:
        raise BrokenError("une ligne n'a pas toutes ses colonnes")


def _page(file: Path) -> None:
    text = _text(file)
    if not text.rstrip().lower().endswith("</html>"):
        raise BrokenError("la page s'arrête avant sa fin")
    page = _Balance()
    try:
        page.feed(text)
        page.close()
    except AssertionError as error:  # of a declaration that HTML does not have
        raise BrokenError("ce n'est plus une page") from error
    if page.unbalanced or page.open:
        raise BrokenError(f"l'élément « {page.unbalanced or page.open[-1]} » n'est pas fermé")


class _Balance(HTMLParser):
    """Elements that are open, from the outside in; the first end that closes none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.unbalanced = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Nothing is left open, as in the drawings that pages hold."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unbalanced = self.unbalanced or tag


def _captions(file: Path) -> None:
    from ceremonie.media.subtitles import read

    try:
        faults = read(file, file.name, ()).diagnostics
    except UnusableError as error:
        raise BrokenError("il n'a plus de sous-titres qui se lisent") from error
    if faults:
        raise BrokenError(faults[0].message)


def _picture(file: Path) -> None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture bomb
            with Image.open(file) as picture:
                picture.load()
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise BrokenError("l'image ne se décode pas jusqu'au bout") from error


def _font(file: Path) -> None:
    if not fontfile.is_whole(file.read_bytes()):
        raise BrokenError("la police s'arrête avant sa fin")


def _film(file: Path) -> None:
    from ceremonie.film import soundness

    if cause := soundness.structure(file):
        raise BrokenError(cause)


_READERS: dict[str, Callable[[Path], None]] = {
    **dict.fromkeys((".pptx", ".ppsx", ".potx", ".xlsx", ".docx", ".zip"), _package),
    **dict.fromkeys((".html",), _page),
    **dict.fromkeys((".srt", ".vtt"), _captions),
    **dict.fromkeys((".jpg", ".jpeg", ".png"), _picture),
    **dict.fromkeys((".mp4", ".mov", ".wav"), _film),
    **dict.fromkeys((".ttf", ".otf"), _font),
    ".csv": _table,
    ".json": _facts,
    ".txt": _plain,
}
FILMS = frozenset({".mp4", ".mov", ".wav"})
