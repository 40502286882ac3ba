"""From a file to its text: what is not a readable UTF-8 text is told, not guessed."""

from __future__ import annotations

import re
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.messages import HIDDEN_ENDING, problem
from ceremonie.storyboard import edition_name
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.location import STORYBOARD
from ceremonie.storyboard.suggestions import did_you_mean, nearest

MAXIMUM_BYTES = 4_000_000
"""A storyboard of 500 entries has about 150 000."""

MAXIMUM_TOLD = 20
"""So many lines with the same fault are told one by one."""

BREAKS = re.compile(r"\r\n|\r|\n")

_OTHER_FORMATS = {
    b"PK\x03\x04": "un document Word, Excel, PowerPoint ou LibreOffice, ou une archive ZIP",
    b"\xd0\xcf\x11\xe0": "un ancien document Word, Excel ou PowerPoint",
    b"{\\rtf": "un document RTF",
    b"%PDF": "un document PDF",
    b"\xff\xd8\xff": "une photo JPEG",
    b"\x89PNG": "une image PNG",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_RARE_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))


class RefusedError(Exception):
    """Reading cannot go on; carries what to tell."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


def content(path: Path) -> bytes:
    """The bytes of the storyboard. Raises RefusedError where there is nothing that can be read."""
    whole = Place(str(path))
    try:
        if path.is_dir():
            raise RefusedError(
                problem("storyboard-dossier", place=whole, name=path, example=_inside(path))
            )
        if path.exists() and not path.is_file():
            raise RefusedError(problem("storyboard-illisible", place=whole, name=path))
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        near = _hidden_ending(path) or did_you_mean(nearest(path.name, _storyboards(path.parent)))
        raise RefusedError(
            problem(
                "storyboard-introuvable",
                place=whole,
                name=path,
                free=_edition(path),
                remedy=near or None,
            )
        ) from None
    except (OSError, ValueError):
        raise RefusedError(problem("storyboard-illisible", place=whole, name=path)) from None
    if len(data) > MAXIMUM_BYTES:
        raise RefusedError(
            problem("storyboard-trop-gros", place=whole, limit=MAXIMUM_BYTES // 1_000_000)
        )
    return data


def _edition(path: Path) -> str:
    """The edition that was meant by a storyboard that is nowhere."""
    name = path.parent.name if path.name == STORYBOARD else path.name
    return edition_name.proposed("" if Path(name).suffix else name)


def _hidden_ending(path: Path) -> str:
    """Windows hides endings: a file that is shown as `storyboard.yaml` may have one more."""
    for ending in (".txt", ".yaml", ".yml"):
        actual = path.with_name(path.name + ending)
        if actual.is_file():
            return HIDDEN_ENDING.format(actual=actual.name, name=path.name)
    return ""


def _storyboards(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(f.name for f in folder.iterdir() if f.suffix in {".yaml", ".yml"})


def _inside(folder: Path) -> Path:
    storyboards = _storyboards(folder)
    return folder / (storyboards[0] if storyboards else "storyboard.yaml")


def text(data: bytes, file: str) -> str:
    """The text, without byte order mark. Raises RefusedError where it is not plain UTF-8 text."""
    for magic, name in _OTHER_FORMATS.items():
        if data.startswith(magic):
            raise RefusedError(problem("storyboard-autre-format", place=Place(file), format=name))
    if data.startswith(_UTF16) or data[:2].count(0) == 1:
        raise RefusedError(problem("encodage-utf16", place=Place(file)))
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(_not_utf8(data, error.start, file)) from None
    decoded = decoded.translate(_RARE_BREAKS)
    if forbidden := _characters(decoded, _CONTROL, "caractere-interdit", file):
        raise RefusedError(*forbidden)
    return decoded


def lines(data: bytes, file: str) -> tuple[str, ...]:
    """The lines without their ends. Raises RefusedError as `text` does."""
    return tuple(BREAKS.split(text(data, file)))


def invisible(decoded: str, file: str) -> tuple[Diagnostic, ...]:
    """Characters that nobody sees and that make two equal words differ."""
    return _characters(decoded, _INVISIBLE, "caractere-invisible", file)


def _not_utf8(data: bytes, offset: int, file: str) -> Diagnostic:
    """The line is shown as Windows-1252 reads it, which is what it most often is."""
    start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    line = BREAKS.sub("\n", data[:offset].decode("cp1252", "replace")).count("\n") + 1
    as_windows = BREAKS.split(data[start:].decode("cp1252", "replace"))[0]
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    place = Place(file, line, column, 1, ((line, as_windows),))
    guess = data[offset : offset + 1].decode("cp1252", "replace")
    return problem("encodage", place=place, byte=f"{data[offset]:02X}", guess=guess)


def _characters(
    decoded: str, wanted: re.Pattern[str], slug: str, file: str
) -> tuple[Diagnostic, ...]:
    if not wanted.search(decoded):
        return ()
    lines = Lines(file, tuple(BREAKS.split(decoded)))
    diagnostics = [
        problem(
            slug, place=lines.place((n, hit.start()), (n, hit.end())), code=f"U+{ord(hit[0]):04X}"
        )
        for n, line in enumerate(lines.texts)
        if (hit := wanted.search(line))
    ]
    return tuple(diagnostics[:MAXIMUM_TOLD])
