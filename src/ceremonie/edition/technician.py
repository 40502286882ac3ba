"""What an earlier run made for the technician: it stays, where another run is not asked for it, as
long as it shows and lets hear just what it would now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.edition.outputs import MASTER, STEM_MUSIC, STEM_SPEECH, TECHNICAL, WITHOUT_MASTER
from ceremonie.edition.parts import CONTENT, Made, content, is_foreign
from ceremonie.formats import Shape
from ceremonie.messages import problem
from ceremonie.planning.model import Plan
from ceremonie.storyboard.evening import MasterOptions

CODEC, SHAPE = "codec", "format"
"""What the manifest tells of the technician's film beside what it tells of every film."""

USUAL = "prores"
"""The codec that is named where a manifest tells none."""


def files(film: Plan) -> tuple[str, ...]:
    """The film itself, and what is heard in it."""
    stems = ((STEM_MUSIC, film.music), (STEM_SPEECH, film.speech))
    return (MASTER, *(name for name, cues in stems if cues))


def staying(
    former: Path, film_in: Callable[[Shape], Plan], options: MasterOptions, made: Made
) -> tuple[str, ...]:
    """The files for the technician in `former` that come along, where none are made: all or none.
    `film_in` gives the film of a shape as it would be made now; what tells of both films is told
    anew where one of them is made.
    """
    facts = manifest.films(former).get(MASTER, {})
    if facts.get(SHAPE) not in {*Shape}:
        return ()
    film = film_in(Shape(facts[SHAPE]))
    names = files(film)
    is_whole = all((former / name).is_file() for name in names)
    if not is_whole or facts.get(CONTENT) != _content(film, options):
        return ()
    return names if made.has_film else (*names, TECHNICAL)


def told_facts(
    film: Plan, options: MasterOptions, codec: str | None, former: Path, made: Made
) -> dict[str, dict[str, Any]]:
    """What the manifest tells of the technician's film: of one that is made now, by its `codec`, or
    of one that stays. Nothing where there is none.
    """
    if codec:
        told = {manifest.DRAFT: False, CONTENT: _content(film, options)}
        return {MASTER: {**told, CODEC: codec, SHAPE: film.format.shape}}
    return {MASTER: manifest.films(former)[MASTER]} if made.mastered else {}


def told(former: Path, codec: str | None, made: Made) -> Iterator[Diagnostic]:
    """That it was taken away, where a run that was not asked for it found it out of date."""
    is_ours = MASTER in manifest.made(former) and (former / MASTER).is_file()
    if codec or made.mastered or not is_ours or is_foreign(former / MASTER):
        return
    before = manifest.films(former).get(MASTER, {}).get(CODEC, USUAL)
    yield problem(WITHOUT_MASTER, severity=Severity.WARNING, name=MASTER, codec=before)


def _content(film: Plan, options: MasterOptions) -> str:
    """A digest of all that it shows and lets hear, and of how it is written."""
    return hashlib.sha256(f"{content(film)} {options!r}".encode()).hexdigest()
