"""What a bag tells of the edition in it: from what it was made, how, and what of that is there."""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ceremonie.archiving import layout
from ceremonie.archiving.subject import entered
from ceremonie.audiences import Audience
from ceremonie.diagnostics import UsageError
from ceremonie.edition import instruments, manifest, origin
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.formats import Shape
from ceremonie.integrity.listing import is_inside
from ceremonie.messages import problem
from ceremonie.order import Codec
from ceremonie.storyboard import Reading, location, read
from ceremonie.withdrawal import holding

CODE = ".py"
EPOCH = "SOURCE_DATE_EPOCH"
"""The moment that files tell (reproducible-builds.org)."""

_CREATED = "{http://purl.org/dc/terms/}created"
_INSTANT = re.compile(r"[0-9]{1,11}")
"""Seconds since 1970, up to the year 5138."""

_NOON = dt.time(12)


@dataclass(frozen=True)
class Asked:
    """How the edition is made again."""

    audiences: tuple[Audience, ...]
    shapes: tuple[Shape, ...]
    draft: bool
    only: str | None
    master: Codec | None
    code_local: bool


@dataclass(frozen=True)
class Bagged:
    """`root` is the bag's folder, `home` the name of its storyboard's. `missing` are names of what
    the edition was made from and the bag does not hold, `keys` those of keys to people's names,
    which it never holds; without them, `nameless` are audiences that cannot be made again.
    """

    root: Path
    facts: Mapping[str, Any]
    home: str
    reading: Reading
    missing: tuple[str, ...]
    keys: tuple[str, ...]
    nameless: tuple[Audience, ...]

    @property
    def edition(self) -> Path:
        return self.root / layout.EDITION

    @property
    def name(self) -> str:
        return str(self.facts[manifest.EDITION])

    @property
    def sources(self) -> Mapping[str, Path]:
        """Their paths in `data/sources` → the files."""
        names = [one for one in entered(self.facts) if one not in (*self.missing, *self.keys)]
        base = f"{layout.SOURCES}/"
        placed = (layout.of_source(name, self.home) for name in names)
        return {one.removeprefix(base): self.root / one for one in placed}

    @property
    def storyboard(self) -> str:
        """Its path in `data/sources`."""
        return f"{self.home}/{self.reading.path.name}"

    @property
    def code(self) -> tuple[str, ...]:
        return tuple(one for one in entered(self.facts) if one.lower().endswith(CODE))

    @property
    def instant(self) -> str | None:
        """SOURCE_DATE_EPOCH as it was when the edition was made, by its manifest, or, before that
        told it, by the deck; None where it was not set.
        """
        environment = self.facts.get(instruments.ENVIRONMENT)
        if isinstance(environment, dict):
            told = environment.get(EPOCH)
            return told if isinstance(told, str) and _INSTANT.fullmatch(told) else None
        created = _created(self.edition / DECK)
        board = self.reading.storyboard
        usual = board and dt.datetime.combine(board.ceremony.date, _NOON, dt.UTC)
        if created is None or created == usual:
            return None
        return str(int(created.timestamp()))

    @property
    def asked(self) -> Asked:
        """As it was asked for last; of what came along from runs before, all that is there."""
        told = self.facts.get(manifest.ORDER)
        order: Mapping[str, Any] = told if isinstance(told, dict) else {}
        made = holding.making(holding.Holding(self.edition, holding.Kind.BAG, self.facts))
        master = [one for one in Codec if one == order.get("regie")]
        return Asked(
            made.audiences,
            self._shapes(made.shapes),
            made.draft,
            made.only,
            master[0] if master else None,
            bool(order.get("code_local")),
        )

    def _shapes(self, asked: tuple[Shape, ...]) -> tuple[Shape, ...]:
        board = self.reading.storyboard
        usual = asked or (board.film.shapes if board else ())
        names = manifest.made(self.edition)
        there = {shape for shape, name in FILMS.items() if name in names}
        return asked if there <= {*usual} else tuple(s for s in Shape if s in {*usual, *there})

    @property
    def unmakeable(self) -> tuple[Audience, ...]:
        """Whom the edition was made for and who cannot be served again without the key to names."""
        return tuple(one for one in self.asked.audiences if one in self.nameless)

    def without(self, audiences: tuple[Audience, ...]) -> Asked:
        asked = self.asked
        return replace(asked, audiences=tuple(a for a in asked.audiences if a not in audiences))


def bagged(root: Path, given: Path) -> Bagged:
    """Raises UsageError where no edition and no storyboard is in it that we could have sealed."""
    facts = manifest.contents(root / layout.EDITION)
    if not entered(facts) or not _is_plain(facts.get(manifest.EDITION)):
        why = "il n'y a pas d'édition, ou son manifeste ne dit pas de quoi elle est faite"
        raise UsageError(problem("refaire-sac", name=given, why=why))
    described = _described(root)
    path = _storyboard(root, facts, described, given)
    home = path.parent.name
    keys = tuple(one for one in entered(facts) if is_key(one))
    absent = [one for one in entered(facts) if not _is_there(root, one, home)]
    return Bagged(
        root,
        facts,
        home,
        read(path),
        tuple(one for one in absent if one not in keys),
        keys,
        tuple(_nameless(described)) if keys else (),
    )


def _is_plain(name: object) -> bool:
    """Whether it is the name of something that lies in a folder, and leads nowhere else."""
    return isinstance(name, str) and "/" not in name and is_inside(name)


def is_key(name: str) -> bool:
    """Whether a source of this name is the key to people's names, as `archiver` left it out."""
    return "/" not in name and location.is_key_name(name)


def _described(root: Path) -> Mapping[str, Any]:
    """Empty in bags of before."""
    try:
        told = json.loads(root.joinpath(layout.REBUILDING).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _nameless(described: Mapping[str, Any]) -> Iterator[Audience]:
    told = described.get(layout.NAMELESS)
    names = told if isinstance(told, list) else []
    yield from (one for one in Audience if str(one) in names)


def _is_there(root: Path, name: str, home: str) -> bool:
    place = layout.of_source(name, home)
    inside = place.startswith(f"{layout.SOURCES}/") and ".." not in place.split("/")
    return inside and (root / place).is_file()


def _storyboard(
    root: Path, facts: Mapping[str, Any], described: Mapping[str, Any], given: Path
) -> Path:
    """Where the bag says that it is; in one of before, in the folder whose name the edition tells,
    or in the only one with such a file.
    """
    sources = root / layout.SOURCES
    folders = sorted(one for one in sources.iterdir() if one.is_dir()) if sources.is_dir() else []
    told = described.get(layout.BOARD)
    if isinstance(told, str):
        named = [one / told for one in folders if _is_plain(told) and (one / told).is_file()]
    else:
        named = [path for one in folders if (path := location.found(one)).is_file()]
    source = facts.get(manifest.ORIGIN)
    wanted = source.get(origin.FOLDER) if isinstance(source, dict) else None
    same = [path for path in named if origin.folder_of(path) == wanted]
    if same or len(named) == 1:
        return (same or named)[0]
    raise UsageError(problem("refaire-sac", name=given, why="il n'y a pas de storyboard"))


def _created(deck: Path) -> dt.datetime | None:
    try:
        with zipfile.ZipFile(deck) as package:
            core = ElementTree.fromstring(package.read("docProps/core.xml"))
        return dt.datetime.fromisoformat(core.findtext(_CREATED) or "").astimezone(dt.UTC)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, ElementTree.ParseError):
        return None
