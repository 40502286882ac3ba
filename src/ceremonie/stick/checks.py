"""What is checked on the hall's computer without installing anything: hashes, and the programs for
Windows, macOS and Linux that compare them.

The programs are templates in `data/cle`; their lists are written here, line by line.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePosixPath

from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.theme import fontfile

HASHES = "empreintes.txt"
BATCH, COMMAND, SHELL = (f"verifier-cette-cle.{ending}" for ending in ("bat", "command", "sh"))
UNFINISHED = "COPIE-INACHEVEE.txt"
"""Lies on a stick while files take their places."""

UNCHECKED = frozenset({HASHES, BATCH, COMMAND, SHELL})
"""What checks all else, and cannot check itself."""

PROGRAMS = {COMMAND, SHELL}
"""What macOS and Linux start by a double-click only where it may be executed."""

_FONTS = {".ttf", ".otf"}
_ODD = re.compile(r"[^A-Za-z0-9 ._+-]")


@dataclass(frozen=True)
class Typeface:
    """How the hall's computer would list an installed font: by the `stem` of its file, by its
    `name`, both in ASCII.
    """

    stem: str
    name: str


def hashes(files: Iterable[StickFile]) -> bytes:
    """As `sha256sum -c` reads them."""
    return "".join(f"{file.digest}  {file.name}\n" for file in files).encode("ascii")


def programs(files: tuple[StickFile, ...], title: str) -> tuple[StickFile, ...]:
    """The hashes of all `files`, and one program a system that compares them; `title` is what their
    window says first.
    """
    faces = tuple(_typefaces(files))
    window = {"TITRE": title, "MARQUE": UNFINISHED}
    return (
        StickFile(HASHES, hashes(files)),
        StickFile(BATCH, _batch(files, faces, window)),
        StickFile(COMMAND, _shell(files, faces, window | {"ATTENDRE": "oui"})),
        StickFile(SHELL, _shell(files, faces, window | {"ATTENDRE": "non"})),
    )


def _shell(files: Iterable[StickFile], faces: Iterable[Typeface], words: dict[str, str]) -> bytes:
    listed = (f"fichier {file.size} {file.digest} '{file.name}'" for file in files)
    fonts = (f"police '{face.stem}' '{face.name}'" for face in faces)
    quoted = words | {"TITRE": words["TITRE"].replace("'", "’")}
    return _filled("verifier.sh", quoted, listed, fonts).encode("utf-8")


def _batch(files: Iterable[StickFile], faces: Iterable[Typeface], words: dict[str, str]) -> bytes:
    """ASCII, and lines that end as Windows wants them: with others, `cmd` loses its labels."""
    listed = (f'call :fichier {f.size} {f.digest} "{_in_windows(f.name)}"' for f in files)
    fonts = (f'call :police "{face.stem}" "{face.name}"' for face in faces)
    plain = words | {"TITRE": _plain(words["TITRE"])}
    text = _filled("verifier.bat", plain, listed, fonts)
    return text.replace("\n", "\r\n").encode("ascii")


def _filled(
    template: str, words: dict[str, str], files: Iterable[str], faces: Iterable[str]
) -> str:
    text = (resources.files("ceremonie") / "data" / "cle" / template).read_text("utf-8")
    lists = {"FICHIERS": "\n".join(files), "POLICES": "\n".join(faces)}
    for name, value in (words | lists).items():
        text = text.replace(f"@{name}@", value)
    return text


def _in_windows(name: str) -> str:
    return name.replace("/", "\\")


def _plain(text: str) -> str:
    """What the window of Windows shows in any code page, without what `cmd` would obey."""
    letters = unicodedata.normalize("NFKD", text)
    return _ODD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def _typefaces(files: Iterable[StickFile]) -> Iterator[Typeface]:
    for file in files:
        path = PurePosixPath(file.name)
        if file.use == Use.FONTS and path.suffix.lower() in _FONTS:
            yield Typeface(path.stem, _full_name(file) or path.stem)


def _full_name(file: StickFile) -> str:
    """Empty where the file tells none."""
    assert isinstance(file.source, Path)
    try:
        names = fontfile.names(fontfile.tables(file.source.read_bytes())[b"name"])
    except (ValueError, KeyError, IndexError, struct.error):
        return ""
    return _plain(names.get(fontfile.FULL_NAME, ""))
