"""Where storyboards speak of a person, by identifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import NodePath, Place
from ceremonie.files import near
from ceremonie.storyboard import Reading, location, read
from ceremonie.storyboard.query import EACH, find, leaves, mappings_with

REGISTER = ("droits",)
WITHDRAWALS = ("publication", "retraits")
PERSON, WITHDRAWN = "personne", "retrait"
NAMING = {PERSON, "personnes", "qui", "voix"}
"""The keys whose values are identifiers of the register."""


@dataclass(frozen=True)
class Mention:
    """A place that speaks of the person: `key` is what it is, `file` the medium that it is about,
    if it is one.
    """

    place: Place
    key: str
    file: str = ""


@dataclass(frozen=True, eq=False)
class Board:
    """A storyboard, and where it speaks of a person. `agreement` leads to their line in a register
    that it holds itself, None where that is in a file or nowhere; `is_withdrawn` says that it is
    written already. `silent` counts the media that do not say who is seen in them.
    """

    reading: Reading
    edition: str
    mentions: tuple[Mention, ...]
    agreement: NodePath | None
    is_withdrawn: bool
    silent: int

    @property
    def path(self) -> Path:
        return self.reading.path

    def is_own(self, place: Place) -> bool:
        """Whether a place lies in the storyboard itself, not in a file beside it."""
        return Path(place.file).name == self.path.name


def boards(roots: Iterable[Path], person: str) -> tuple[Board, ...]:
    """Every storyboard in the folders of editions, each once."""
    files = dict.fromkeys(file.resolve() for file in _files(roots))
    return tuple(_board(read(near(file)), person) for file in files)


def _files(roots: Iterable[Path]) -> Iterator[Path]:
    for root in roots:
        folders = sorted(root.iterdir()) if root.is_dir() else []
        for file in (location.found(one) for one in folders if one.is_dir()):
            if file.is_file():
                yield file


def _board(reading: Reading, person: str) -> Board:
    data = reading.source.data
    edition = next((str(value) for _, value in find(data, "edition")), "")
    written = [path for path in _places(data, person) if path[: len(REGISTER)] == REGISTER]
    elsewhere = reading.register or any(map(reading.source.from_table, written))
    own = [] if elsewhere else [path[:-1] for path in written]
    return Board(
        reading,
        edition,
        tuple(_mention(reading, path) for path in _places(data, person)),
        own[0] if own else None,
        _is_withdrawn(data, person),
        sum(1 for _, entry in mappings_with(data, "fichier") if _is_silent(entry)),
    )


def _places(data: Any, person: str) -> Iterator[NodePath]:
    for path, value in leaves(data):
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if key in NAMING and value is not None and str(value).strip() == person:
            yield path


def _mention(reading: Reading, path: NodePath) -> Mention:
    steps = [step for step in path if isinstance(step, str)]
    holder = path[: len(path) - 1 - isinstance(path[-1], int)]
    names = (value for _, value in find(reading.source.data, *holder, "fichier"))
    register = path[: len(REGISTER)] == REGISTER
    key = REGISTER[0] if register else steps[-2] if steps[-1] == PERSON else steps[-1]
    return Mention(reading.source.place(path), key, next(map(str, names), ""))


def _is_withdrawn(data: Any, person: str) -> bool:
    """By the line of the register, or by a withdrawal of its own."""
    lines = [entry for _, entry in find(data, *REGISTER, EACH) if _is_of(entry, person)]
    own = any(_is_of(entry, person) for _, entry in find(data, *WITHDRAWALS, EACH))
    return own or (bool(lines) and all(entry.get(WITHDRAWN) for entry in lines))


def _is_of(entry: Any, person: str) -> bool:
    return isinstance(entry, dict) and str(entry.get(PERSON, "")).strip() == person


def _is_silent(entry: dict[str, Any]) -> bool:
    return entry.get("personnes") is None and ("alt" in entry or "legende" in entry)
