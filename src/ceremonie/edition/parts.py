"""The two parts of an edition, which can be made alone, and the film's shapes: what is not made
again comes along as it is, as long as it still tells the truth.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest, walk_in
from ceremonie.edition.appearance import BLURRED, FILE, HOW, How, People
from ceremonie.edition.outputs import (
    BARRED,
    DECK,
    FILM,
    FILMS,
    MASTER,
    OF_ALL_FILMS,
    OUT_OF_DATE,
    SHEETS,
    TAKEN_AWAY,
    WELCOME_FILMS,
    Part,
)
from ceremonie.files import link_or_copy
from ceremonie.formats import Shape
from ceremonie.media.material import Materials
from ceremonie.messages import listed, problem
from ceremonie.messages.evening import GONE, NOT_YET
from ceremonie.planning.model import Plan
from ceremonie.planning.recipe import composed
from ceremonie.planning.staging import Viewing
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.model import Storyboard
from ceremonie.unchanged import digest_of

CONTENT, SILENT = "contenu", "muet"


@dataclass(frozen=True)
class Made:
    """What a run makes: all or one part, the film in `shapes`, as a draft or not; and the shapes of
    the former film that `stay` beside it. `barred` are people who appear in the other part, and may
    no longer: then it does not come along. `waiting` names the films of the walk-in that stay,
    `mastered` the files for the technician that do.
    """

    only: Part | None
    shapes: tuple[Shape, ...]
    draft: bool = False
    stay: tuple[Shape, ...] = ()
    barred: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    mastered: tuple[str, ...] = ()

    @property
    def has_film(self) -> bool:
        return self.only is not Part.DECK

    @property
    def has_deck(self) -> bool:
        return self.only is not Part.FILM


def along(former: Path, made: Made) -> tuple[str, ...]:
    """What comes along from the edition that is there."""
    shapes: Iterable[Shape] = made.stay if made.has_film or made.barred else Shape
    names = [name for shape in shapes for name in (FILMS[shape], SHEETS[shape])]
    names += () if made.barred else _other_part(made)
    names += (*made.waiting, *made.mastered)
    return tuple(name for name in names if (former / name).is_file())


def _other_part(made: Made) -> tuple[str, ...]:
    """What belongs to the part that is not made, but the films of each shape."""
    return (*(() if made.has_film else OF_ALL_FILMS), *(() if made.has_deck else (DECK,)))


def barred(former: Path, folder: str, made: Made, may_be: Callable[..., bool]) -> tuple[str, ...]:
    """The people in the part that is not made, of the edition in `former` and there of an audience
    in its `folder`, who may not be shown as they are there: by `may_be` they are asked whether they
    may be seen, `named` or `heard`.
    """
    names = {str(PurePosixPath(folder, name)) for name in _files_of_the_other_part(made)}
    told = manifest.contents(former).get(manifest.PEOPLE)
    people: People = told if isinstance(told, dict) else {}
    return tuple(
        person
        for person, places in people.items()
        if any(place[FILE] in names and not _may_stay(person, place, may_be) for place in places)
    )


def _files_of_the_other_part(made: Made) -> tuple[str, ...]:
    every = () if made.has_film else (*FILMS.values(), *SHEETS.values())
    same = {name for shape in made.stay for name in (FILMS[shape], SHEETS[shape])}
    return tuple(name for name in (*every, *_other_part(made)) if name not in same)


def _may_stay(person: str, place: Mapping[str, Any], may_be: Callable[..., bool]) -> bool:
    """A face that is blurred may stay blurred."""
    how = place[HOW]
    if how == How.SEEN and place.get(BLURRED):
        return True
    return may_be(person, named=how == How.NAMED, heard=how == How.HEARD)


def keep(former: Path, folder: Path, made: Made) -> None:
    """Copy what comes along; what may be as large as all else together has two names for a while
    where the system can do that.
    """
    for name in along(former, made):
        if name in made.mastered:
            link_or_copy(former / name, folder / name)
        else:
            shutil.copy2(former / name, folder / name)


def others(former: Path, made: Made) -> tuple[Shape, ...]:
    """The shapes of films that an earlier run made there and this one does not."""
    outputs = manifest.made(former)
    return tuple(
        shape
        for shape, name in FILMS.items()
        if shape not in made.shapes and name in outputs and (former / name).is_file()
    )


def beside(
    storyboard: Storyboard, materials: Materials, viewing: Viewing, former: Path, made: Made
) -> Made:
    """The same, with the shapes of the film in `former` that still are what they would be now."""
    there = others(former, made)
    if not there:
        return made
    films = composed(storyboard, materials, there, viewing).in_each_shape
    draft = made.draft or not made.has_film
    return replace(made, stay=staying(films, former, draft=draft))


def waiting(plan: Plan, former: Path, made: Made) -> tuple[str, ...]:
    """The films of the walk-in in `former` that are what they would be now, and are not made."""
    if made.has_film:
        return ()
    facts = manifest.films(former)
    return tuple(
        name
        for name, film in walk_in.films(plan).items()
        if facts.get(name, {}).get(CONTENT) == content(film) and (former / name).is_file()
    )


def staying(films: Iterable[Plan], former: Path, *, draft: bool) -> tuple[Shape, ...]:
    """The shapes of `films`, as they would be made now, whose files in `former` show and say just
    that; a draft stays beside drafts only.
    """
    facts = manifest.films(former)
    shapes = {film.format.shape: content(film) for film in films}
    return tuple(
        shape
        for shape, content in shapes.items()
        if facts.get(FILMS[shape], {}).get(CONTENT) == content
        and (draft or not facts[FILMS[shape]].get(manifest.DRAFT))
    )


def has_finished_film(edition: Path) -> bool:
    """Whether a run has made a film there, for whichever audience, that is no draft."""
    folders = {edition / audience.folder for audience in Audience}
    return any(
        name in FILMS.values() and facts.get(manifest.DRAFT) is False and (folder / name).is_file()
        for folder in folders
        for name, facts in manifest.films(folder).items()
    )


def film_facts(plan: Plan, former: Path, made: Made) -> dict[str, dict[str, Any]]:
    """What the manifest tells of each film: whether it is a draft, whether it is silent, and a
    digest of all that it shows and says, from which another plan can be told; of the deck, whether
    the film in it is a draft.
    """
    facts = _each_film(plan, former, made)
    facts.pop(DECK, None)
    return facts | _of_the_deck_film(facts, former, made)


def _of_the_deck_film(
    facts: Mapping[str, Any], former: Path, made: Made
) -> dict[str, dict[str, Any]]:
    """A deck that comes along still carries the film of its time."""
    before = manifest.films(former)
    if made.has_deck:
        carried = facts.get(FILM)
    else:
        carried = before.get(DECK, before.get(FILM)) if DECK in along(former, made) else None
    return {DECK: {manifest.DRAFT: bool(carried.get(manifest.DRAFT))}} if carried else {}


def _each_film(plan: Plan, former: Path, made: Made) -> dict[str, dict[str, Any]]:
    facts = manifest.films(former)
    if made.has_film:
        facts = _staying_facts(facts, made)
        for film in plan.in_each_shape:
            facts[FILMS[film.format.shape]] = _facts(film, made)
        for name, film in walk_in.films(plan).items():
            facts[name] = _facts(film, made)
        return facts
    there = _staying_facts(facts, made) if made.barred else facts
    gone = {*WELCOME_FILMS, MASTER} - {*made.waiting}
    waiting = {name: facts[name] for name in made.waiting}
    return {name: of_one for name, of_one in there.items() if name not in gone} | waiting


def _facts(film: Plan, made: Made) -> dict[str, Any]:
    return {manifest.DRAFT: made.draft, CONTENT: content(film), SILENT: film.is_silent}


def _staying_facts(facts: dict[str, dict[str, Any]], made: Made) -> dict[str, dict[str, Any]]:
    return {name: facts[name] for shape in made.stay if (name := FILMS[shape]) in facts}


def content(film: Plan) -> str:
    """A digest of all that a film shows and says."""
    shots = [
        (s.chapter, s.title, s.span, s.transition, s.fade, s.drawing.digest, s.told)
        for s in film.shots
    ]
    heard = (film.music, film.speech, film.narration)
    content = repr((film.title, shots, *heard, film.subtitles, film.described))
    return hashlib.sha256(content.encode()).hexdigest()


def told(
    plan: Plan, former: Path, folder: Path, made: Made, *, within: str = ""
) -> Iterator[Diagnostic]:
    """What making one part, or some shapes, alone does to the rest of what lies in `folder`, that
    of an audience `within` the edition or the edition's own.
    """
    if made.barred:
        yield _of_people(made, within)
    for shape in () if made.barred else others(former, made):
        if shape not in made.stay and not is_foreign(former / FILMS[shape]):
            slug = TAKEN_AWAY if made.has_film else OUT_OF_DATE
            name = str(PurePosixPath(within, FILMS[shape]))
            yield problem(slug, severity=Severity.WARNING, name=name, format=shape)
    if not made.has_film and not within:
        yield from _of_the_walk_in(plan, former, made)
    shows_film = any(page.film for page in plan.pages)
    if fault := _of_the_deck(plan, former, folder, made) if shows_film else None:
        yield problem(fault, severity=Severity.WARNING)


def _of_the_walk_in(plan: Plan, former: Path, made: Made) -> Iterator[Diagnostic]:
    there = manifest.made(former)
    for name in walk_in.films(plan):
        if name not in made.waiting:
            state = GONE if name in there else NOT_YET
            yield problem("accueil-a-refaire", severity=Severity.WARNING, name=name, state=state)


def _of_people(made: Made, within: str) -> Diagnostic:
    name = str(PurePosixPath(within, DECK if made.has_film else FILM))
    people = listed([f"« {identifiers.shown(person)} »" for person in made.barred])
    warning, only = Severity.WARNING, str(made.only)
    return problem(BARRED, severity=warning, name=name, people=people, only=only)


def is_foreign(film: Path) -> bool:
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
    if is_foreign(former / FILM):
        return "film-etranger"
    return None if made.has_film else _of_the_former_film(plan, former)


def _of_the_former_film(plan: Plan, former: Path) -> str | None:
    facts: Mapping[str, Any] = manifest.films(former).get(FILM, {})
    if facts.get(manifest.DRAFT):
        return "film-brouillon"
    return None if facts.get(CONTENT) == content(plan) else "film-perime"
