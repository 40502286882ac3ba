"""A finished folder and the plan that it was made of → what is to be said of its accessibility.

Only the making of an edition can measure some of it: words against what is behind them, and motion.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ceremonie import cache_names
from ceremonie.audiences import Audience
from ceremonie.control.accessibility import (
    DeckMeasures,
    FilmMeasures,
    Measures,
    ShotMeasures,
    SlideMeasures,
    examine,
    films,
)
from ceremonie.control.accessibility.measures import read
from ceremonie.edition import walk_in
from ceremonie.edition.annex import MEASURES, OUTCOMES
from ceremonie.edition.outputs import (
    ANNEX_FACTS,
    DECK,
    FILMS,
    LIGHT,
    REPORT_FACTS,
    WELCOME_DECK,
)
from ceremonie.files import appearing
from ceremonie.film import legibility
from ceremonie.film.legibility import Legibility
from ceremonie.film.sound import mastering
from ceremonie.film.work.segments import renderer
from ceremonie.planning import cropping
from ceremonie.planning.drawing import Drawing, Photo
from ceremonie.planning.model import Plan
from ceremonie.seal import opened, sealed
from ceremonie.storyboard.access import AudioDescription
from ceremonie.unchanged import digest_of
from ceremonie.units import FRAME_RATE, seconds
from ceremonie.verifying import Version

SECOND = int(FRAME_RATE)


def facts(version: Version, folder: Path, former: Path, cache: Path) -> dict[str, Any]:
    """What the report, or the annex, holds of what an audience is given in `folder`: each criterion
    and what was found, and what was measured. Of a draft nothing is told.

    What was not made anew has the measures of the report in `former`. `cache` keeps what was
    measured of a drawing and of a sound.
    """
    if version.made.draft:
        return {}
    measures = _measures(version, folder, _former(former, version.audience), cache)
    outcomes = examine(folder, measures, hall=version.audience.is_hall)
    return {OUTCOMES: [one.as_json() for one in outcomes], MEASURES: measures.as_json()}


def _former(folder: Path, audience: Audience) -> Measures:
    """What was measured the last time; nothing where the report cannot be read."""
    try:
        return read(folder / (REPORT_FACTS if audience.is_hall else ANNEX_FACTS))
    except (OSError, ValueError):
        return Measures({}, {})


def _measures(version: Version, folder: Path, former: Measures, cache: Path) -> Measures:
    """Of what was made of this plan; of the rest what is known of it."""
    plan, in_folder, decks = version.planned, dict(former.films), dict(former.decks)
    if version.made.has_film:
        made = {FILMS[film.format.shape]: film for film in plan.in_each_shape}
        made |= walk_in.films(plan) if version.audience.is_hall else {}
        for name, film in {**made, LIGHT: plan}.items():
            if (folder / name).is_file():
                in_folder[name] = _film(film, folder / name, cache)
    if version.made.has_deck:
        deck = DeckMeasures(digest_of(folder / DECK), tuple(_slides(plan, cache)))
        decks[DECK] = deck
    if version.audience.is_hall and plan.welcome:
        slides = tuple(_slides(plan.welcome.loop, cache))
        decks[WELCOME_DECK] = DeckMeasures(digest_of(folder / WELCOME_DECK), slides)
    assert version.showing.storyboard is not None
    described = _described(version.showing.storyboard.description)
    return Measures(in_folder, decks, spoken=bool(plan.subtitles), described=described)


def _described(description: AudioDescription | None) -> str:
    """How those who do not see the film are told what it shows."""
    if description is None:
        return ""
    forms = [
        "textes lus par l’appareil" if description.texts else "",
        "voix enregistrée" if description.recording else "",
        f"sans, parce que : {description.reason}" if description.reason else "",
    ]
    return ", ".join(filter(None, forms))


def _film(plan: Plan, film: Path, cache: Path) -> FilmMeasures:
    key = films.sound_digest(film)
    loudness, peak = _kept(key, lambda: films.heard(film), cache)
    return FilmMeasures(digest_of(film), tuple(_shots(plan, cache)), loudness, peak)


def _shots(film: Plan, cache: Path) -> Iterator[ShotMeasures]:
    for shot in film.shots:
        worst = _legible(shot.drawing, cache)
        words, contrast = (worst.words, round(worst.contrast, 2)) if worst else ("", None)
        yield ShotMeasures(float(seconds(shot.span.start)), words, contrast, _zoom(shot.drawing))


def _slides(plan: Plan, cache: Path) -> Iterator[SlideMeasures]:
    for number, page in enumerate(plan.pages, 1):
        worst = _legible(page.drawing.at_rest(), cache)
        words, contrast = (worst.words, round(worst.contrast, 2)) if worst else ("", None)
        yield SlideMeasures(number, words, contrast)


def _zoom(drawing: Drawing) -> float:
    """By how many per cent the fastest of its pictures grows or shrinks within a second, once it
    has come to its place.
    """
    rates = [0.0]
    for photo in drawing.elements:
        if isinstance(photo, Photo) and photo.camera:
            view = cropping.move(photo).view
            scales = [view(frame).scale for frame in range(photo.loose, drawing.frames)]
            rates += [abs(b / a - 1) * 100 for a, b in zip(scales, scales[SECOND:], strict=False)]
    return round(max(rates), 2)


def _legible(drawing: Drawing, cache: Path) -> Legibility | None:
    """The words of a drawing that are read worst."""
    made_of = repr((drawing.digest, drawing.frames, renderer()))
    kept = _kept(made_of, lambda: _plain(legibility.legibility(drawing)), cache)
    return Legibility(*kept) if kept else None


def _plain(worst: Legibility | None) -> list[Any]:
    return [worst.words, worst.contrast] if worst else []


def _kept(made_of: str, measure: Callable[[], Any], cache: Path) -> Any:
    """What is measured, as JSON keeps it; from an earlier run where what it is `made_of` and this
    code are the same.
    """
    key = hashlib.sha256(f"{made_of} {_recipe()}".encode()).hexdigest()
    path = cache_names.measure(cache / cache_names.MEASURES, key)
    kept = _read(path)
    if kept is not None:
        return json.loads(kept)
    value = measure()
    path.parent.mkdir(parents=True, exist_ok=True)
    with appearing(path, there=path.is_file) as partial_file:
        partial_file.write_bytes(sealed(json.dumps(value).encode()))
    return value


@lru_cache(maxsize=1)
def _recipe() -> str:
    """This code measures what is kept."""
    sources = (legibility.__file__, films.__file__, mastering.__file__)
    return hashlib.sha256(b"".join(Path(one).read_bytes() for one in sources)).hexdigest()


def _read(path: Path) -> bytes | None:
    """Which counts as used now; None where it is not there as it was written."""
    try:
        data = opened(path.read_bytes())
        os.utime(path)
    except FileNotFoundError:
        return None
    return data
