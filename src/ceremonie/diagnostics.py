"""What is wrong, told as values: a slug, a place, a message and a remedy, all in French.

Nothing here prints. The command line turns a raised `CeremonieError` into text and an exit code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

NodePath = tuple[str | int, ...]
"""The way to a node of the storyboard: French keys, and indices from 0."""


class ExitCode(IntEnum):
    DONE = 0
    STORYBOARD = 1
    USAGE = 2
    MACHINE = 3
    RENDERING = 4
    CHECK = 5
    BUSY = 6
    INTERRUPTED = 130


class Severity(StrEnum):
    ERROR = "erreur"
    WARNING = "avertissement"
    NOTE = "remarque"
    """What was chosen for people, who may want to choose otherwise; nothing is wrong."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in a text file: 1-based line and column, the width to underline, and its lines. Where
    in a spreadsheet: the `sheet` and the name of its `cell`, with its row and column. Where in a
    file without lines: what is `within` it, « diapositive 3 », « 0:12,4 », and no line; the file as
    a whole where nothing tells more. `apart` tells that the text is another one than the
    storyboard's.

    `excerpt` holds (line number, text) of the lines to show; the last one is the line meant. That
    of a cell is what it holds. There is none where what stands there is not to be shown.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    excerpt: tuple[tuple[int, str], ...] = ()
    sheet: str = ""
    cell: str = ""
    within: str = ""
    apart: bool = False

    @property
    def at(self) -> str:
        """« storyboard.yaml:12:5 », « tableau.xlsx, feuille Ateliers, C4 », « diaporama.pptx,
        diapositive 3 ».
        """
        if self.cell:
            return f"{self.file}, feuille {self.sheet}, {self.cell}"
        if not self.line:
            return f"{self.file}, {self.within}" if self.within else self.file
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def beside(self) -> str:
        """How a message names another place: « ligne 12 », « case C4, feuille Ateliers »,
        « ligne 12 de registre.yaml ».
        """
        if self.cell:
            return f"case {self.cell}, feuille {self.sheet}"
        name = self.file.replace("\\", "/").rpartition("/")[2]
        return f"ligne {self.line} de {name}" if self.apart else f"ligne {self.line}"


@dataclass(frozen=True)
class Diagnostic:
    """`path` leads from the storyboard's root to the node meant (keys in French, indices from 0);
    `place` is filled in from it once the source text is at hand. `also` leads to further nodes
    that it is about; their lines are then told in its message. `count` tells for how many problems
    of its kind it stands.
    """

    slug: str
    message: str
    place: Place | None = None
    remedy: str = ""
    severity: Severity = Severity.ERROR
    path: NodePath | None = None
    also: tuple[NodePath, ...] = ()
    count: int = 1

    def render(self) -> str:
        """The diagnostic as the contract shows it, without a final line feed."""
        head = f"{self.severity} [{self.slug}]  {self.message}"
        lines = [head]
        if self.place:
            lines = [f"{self.place.at}  {head}".replace("\n", "�"), *_excerpt(self.place)]
        if self.remedy:
            lines.append(f"   aide : {self.remedy}")
        return _OBEYED.sub("�", "\n".join(lines))

    def as_json(self) -> dict[str, Any]:
        place = self.place
        return {
            "gravite": str(self.severity),
            "code": self.slug,
            "message": self.message,
            "aide": self.remedy,
            "nombre": self.count,
            "fichier": place.file if place else None,
            "ligne": place.line or None if place else None,
            "colonne": place.column if place and place.line else None,
            "longueur": place.width if place and place.excerpt else None,
            "feuille": place.sheet if place and place.cell else None,
            "case": place.cell if place and place.cell else None,
            "contenu": place.excerpt[-1][1] if place and place.cell and place.excerpt else None,
            "endroit": place.within or None if place else None,
        }


_OBEYED = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys: a name of a file may hold it."""

EXCERPT_WIDTH = 100
"""Longer lines are shown from where the place comes into view."""


def _excerpt(place: Place) -> list[str]:
    """The lines, and the place underlined; tabs and control characters are made visible."""
    if not place.excerpt:
        return []
    if place.cell:
        return [f"{place.cell:>5} | {_window(place.excerpt[-1][1], 0)}"]
    hidden = max(0, min(place.column + place.width, place.column + 20) - EXCERPT_WIDTH)
    column = place.column - hidden
    underline = max(1, min(place.width, EXCERPT_WIDTH - column + 1))
    lines = [f"{number:>5} | {_window(text, hidden)}" for number, text in place.excerpt]
    return [*lines, "      | " + " " * (column - 1) + "^" * underline]


def _window(text: str, hidden: int) -> str:
    text = "".join("→" if c == "\t" else c if c.isprintable() or c > "\x9f" else "�" for c in text)
    window = text[hidden : hidden + EXCERPT_WIDTH]
    if hidden and text:
        window = "…" + window[1:]
    return window[:-1] + "…" if len(text) > hidden + EXCERPT_WIDTH else window


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(d for d in diagnostics if d.severity is Severity.ERROR)


def remarkable(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without notes: what may be wrong."""
    return tuple(d for d in diagnostics if d.severity is not Severity.NOTE)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By place, those of other files after those of the storyboard's lines; those without a place
    come last.
    """
    return tuple(sorted(diagnostics, key=_rank))


def _rank(diagnostic: Diagnostic) -> tuple[bool, bool, Place, str]:
    place = diagnostic.place
    elsewhere = bool(place and (place.cell or place.apart))
    return place is None, elsewhere, place or Place(""), diagnostic.slug


class CeremonieError(Exception):
    """A run that cannot go on; carries every diagnostic and the exit code that tells the kind."""

    exit_code = ExitCode.RENDERING

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(d.render() for d in diagnostics))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.diagnostics


class StoryboardError(CeremonieError):
    """The storyboard, its media or its rights have errors."""

    exit_code = ExitCode.STORYBOARD


class UsageError(CeremonieError):
    exit_code = ExitCode.USAGE


class MachineError(CeremonieError):
    """The machine lacks something: a program, memory, disk."""

    exit_code = ExitCode.MACHINE


class RenderingError(CeremonieError):
    exit_code = ExitCode.RENDERING


class CheckError(CeremonieError):
    """An output does not hold what the plan promises."""

    exit_code = ExitCode.CHECK


class BusyError(CeremonieError):
    """Another run is at work on the same edition, or on the cache."""

    exit_code = ExitCode.BUSY
