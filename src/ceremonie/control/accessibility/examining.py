"""All criteria of a folder, in the order in which a report tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ceremonie.audiences import HALL_LOUDNESS, WEB_LOUDNESS
from ceremonie.control.accessibility import captions, films, pages, slides, told
from ceremonie.control.accessibility.films import Film
from ceremonie.control.accessibility.measures import DeckMeasures, FilmMeasures, Measures, of_this
from ceremonie.control.accessibility.opened import deck_slides
from ceremonie.control.accessibility.outcome import Outcome


def examine(folder: Path, measures: Measures, *, hall: bool) -> tuple[Outcome, ...]:
    """Of the files that lie in the folder itself; `hall` says for whose ears the film is. What is
    in folders inside it belongs to others.
    """
    return tuple(_outcomes(folder, measures, hall=hall))


def _outcomes(folder: Path, measures: Measures, *, hall: bool) -> Iterator[Outcome]:
    films_there, words = _names(folder, ".mp4"), _names(folder, ".vtt", ".srt")
    for deck in _names(folder, ".pptx"):
        shown = deck_slides(folder, deck)
        yield from _of(deck, slides.outcomes(shown, _deck_measures(folder, deck, measures)))
    target = HALL_LOUDNESS if hall else WEB_LOUDNESS
    for name in films_there:
        film = Film(folder, name, target, _film_measures(folder, name, measures))
        yield from _of(name, films.outcomes(film))
    if films_there:
        yield from _of("Pour qui n’entend ou ne voit pas", told.outcomes(folder, measures))
    if words:
        read = [captions.captions(folder, name) for name in words]
        yield from _of("Les sous-titres", captions.outcomes(read))
    if texts := _names(folder, ".html"):
        looked_at = [pages.page(name, (folder / name).read_text("utf-8")) for name in texts]
        yield from _of("Les pages", pages.outcomes(looked_at))


def _of(subject: str, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    for one in outcomes:
        yield replace(one, subject=subject)


def _names(folder: Path, *endings: str) -> list[str]:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return [path.name for path in files if path.suffix.lower() in endings]


def _film_measures(folder: Path, name: str, measures: Measures) -> FilmMeasures | None:
    made = measures.films.get(name)
    return made if of_this(folder / name, made) else None


def _deck_measures(folder: Path, name: str, measures: Measures) -> DeckMeasures | None:
    made = measures.decks.get(name)
    return made if of_this(folder / name, made) else None
