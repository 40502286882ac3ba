"""The two parts of an edition, which can be made alone, and the film's shapes: what is not made
again comes along as it is, as long as it still tells the truth.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.edition.outputs import (
    DECK,
    FILM,
    FILMS,
    OF_ALL_FILMS,
    OUT_OF_DATE,
    SHEETS,
    TAKEN_AWAY,
    Part,
)
from ceremonie.formats import Shape
from ceremonie.media.material import Materials
from ceremonie.messages import problem
from ceremonie.planning.model import Plan
from ceremonie.planning.recipe import composed
from ceremonie.storyboard import Reading
from ceremonie.unchanged import digest_of

DRAFT, CONTENT = "brouillon", "contenu"


@dataclass(frozen=True)
class Made:
    """What a run makes: all or one part, the film in `shapes`, as a draft or not; and the shapes of
    the former film that `stay` beside it.
    """

    only: Part | None
    shapes: tuple[Shape, ...]
    draft: bool = False
    stay: tuple[Shape, ...] = ()

    @property
    def has_film(self) -> bool:
        return self.only is not Part.DECK

    @property
    def has_deck(self) -> bool:
        return self.only is not Part.FILM


def along(former: Path, made: Made) -> tuple[str, ...]:
    """What comes along from the edition that is there."""
    shapes: Iterable[Shape] = made.stay if made.has_film else Shape
    names = [name for shape in shapes for name in (FILMS[shape], SHEETS[shape])]
    names += () if made.has_film else OF_ALL_FILMS
    names += () if made.has_deck else (DECK,)
    return tuple(name for name in names if (former / name).is_file())


def keep(former: Path, folder: Path, made: Made) -> None:
    """Copy what comes along."""
    for name in along(former, made):
        shutil.copy2(former / name, folder / name)


def others(former: Path, made: Made) -> tuple[Shape, ...]:
    """The shapes of films that an earlier run made there and this one does not."""
    outputs = manifest.made(former)
    return tuple(
        shape
        for shape, name in FILMS.items()
        if shape not in made.shapes and name in outputs and (former / name).is_file()
    )


def beside(reading: Reading, materials: Materials, former: Path, made: Made) -> Made:
    """The same, with the shapes of the film in `former` that still are what they would be now."""
    there = others(former, made)
    if not there or reading.storyboard is None:
        return made
    films = composed(reading.storyboard, materials, there).in_each_shape
    draft = made.draft or not made.has_film
    return replace(made, stay=staying(films, former, draft=draft))


def staying(films: Iterable[Plan], former: Path, *, draft: bool) -> tuple[Shape, ...]:
    """The shapes of `films`, as they would be made now, whose files in `former` show and say just
    that; a draft stays beside drafts only.
    """
    facts = manifest.films(former)
    shapes = {film.format.shape: _content(film) for film in films}
    return tuple(
        shape
        for shape, content in shapes.items()
        if facts.get(FILMS[shape], {}).get(CONTENT) == content
        and (draft or not facts[FILMS[shape]].get(DRAFT))
    )


def film_facts(plan: Plan, former: Path, made: Made) -> dict[str, dict[str, Any]]:
    """What the manifest tells of each film: whether it is a draft, and a digest of all that it
    shows and says, from which another plan can be told.
    """
    facts = manifest.films(former)
    if made.has_film:
        facts = {name: facts[name] for shape in made.stay if (name := FILMS[shape]) in facts}
        for film in plan.in_each_shape:
            facts[FILMS[film.format.shape]] = {DRAFT: made.draft, CONTENT: _content(film)}
    return facts


def _content(film: Plan) -> str:
    shots = [
        (s.chapter, s.title, s.span, s.transition, s.fade, s.drawing.digest) for s in film.shots
    ]
    content = repr((film.title, shots, film.music, film.speech, film.subtitles))
    return hashlib.sha256(content.encode()).hexdigest()


def told(plan: Plan, former: Path, folder: Path, made: Made) -> Iterator[Diagnostic]:
    """What making one part, or some shapes, alone does to the rest of the edition in `folder`."""
    for shape in others(former, made):
        if shape not in made.stay and not _is_foreign(former / FILMS[shape]):
            slug = TAKEN_AWAY if made.has_film else OUT_OF_DATE
            yield problem(slug, severity=Severity.WARNING, name=FILMS[shape], format=shape)
    shows_film = any(page.film for page in plan.pages)
    if fault := _of_the_deck(plan, former, folder, made) if shows_film else None:
        yield problem(fault, severity=Severity.WARNING)


def _is_foreign(film: Path) -> bool:
    """Whether a person put it there, or changed it."""
    return manifest.made(film.parent).get(film.name) != digest_of(film)


def _of_the_deck(plan: Plan, former: Path, folder: Path, made: Made) -> str | None:
    """What is wrong with the film that a deck shows, where they were not made together."""
    if not made.has_deck:
        has_film = (former / FILM).is_file() or Shape.WIDE in made.shapes
        outdated = has_film and (folder / DECK).is_file() and Shape.WIDE not in made.stay
        return "diaporama-ancien-film" if outdated else None
    if made.has_film and Shape.WIDE in made.shapes:
        return None
    if not (folder / FILM).is_file():
        return "film-autre-format" if made.has_film else "film-absent"
    if _is_foreign(former / FILM):
        return "film-etranger"
    return None if made.has_film else _of_the_former_film(plan, former)


def _of_the_former_film(plan: Plan, former: Path) -> str | None:
    facts: Mapping[str, Any] = manifest.films(former).get(FILM, {})
    if facts.get(DRAFT):
        return "film-brouillon"
    return None if facts.get(CONTENT) == _content(plan) else "film-perime"
