"""What was measured while an edition was made, and is written into its report: nobody can see in a
finished film where words stood, and behind them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ceremonie.edition.annex import MEASURES
from ceremonie.unchanged import digest_of


@dataclass(frozen=True)
class ShotMeasures:
    """`start` in seconds; `contrast` is the ratio of the words that are read worst, None where
    there are none; `zoom` is how fast its fastest picture grows or shrinks, in per cent a second.
    """

    start: float
    words: str
    contrast: float | None
    zoom: float = 0.0


@dataclass(frozen=True)
class FilmMeasures:
    """Of the film with this SHA-256: its integrated loudness in LUFS, its true peak in dBTP (None
    where nothing is heard), its shots.
    """

    digest: str
    shots: tuple[ShotMeasures, ...]
    loudness: float | None = None
    peak: float | None = None


@dataclass(frozen=True)
class SlideMeasures:
    number: int
    words: str
    contrast: float | None


@dataclass(frozen=True)
class DeckMeasures:
    """Of the deck with this SHA-256."""

    digest: str
    slides: tuple[SlideMeasures, ...]


@dataclass(frozen=True)
class Measures:
    """By the names of the files. `described` says how the film is told to those who do not see it:
    « textes », « enregistrement », the reason why nothing is, or nothing; `spoken` whether somebody
    speaks in it.
    """

    films: Mapping[str, FilmMeasures]
    decks: Mapping[str, DeckMeasures]
    spoken: bool = False
    described: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read(report: Path) -> Measures:
    """Those of a report; nothing where it holds none. Raises ValueError where it is broken."""
    facts = json.loads(report.read_text("utf-8")).get(MEASURES)
    if facts is None:
        return Measures({}, {})
    try:
        return Measures(
            {name: _film(one) for name, one in facts["films"].items()},
            {name: _deck(one) for name, one in facts["decks"].items()},
            bool(facts["spoken"]),
            str(facts["described"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not the measures of an edition") from error


def _film(facts: Mapping[str, Any]) -> FilmMeasures:
    shots = tuple(ShotMeasures(**one) for one in facts["shots"])
    return FilmMeasures(facts["digest"], shots, facts["loudness"], facts["peak"])


def _deck(facts: Mapping[str, Any]) -> DeckMeasures:
    return DeckMeasures(facts["digest"], tuple(SlideMeasures(**one) for one in facts["slides"]))


def of_this(path: Path, measures: FilmMeasures | DeckMeasures | None) -> bool:
    """Whether they are those of the file as it is now."""
    return measures is not None and digest_of(path) == measures.digest
