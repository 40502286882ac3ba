"""The deck's slides for the recap film: the one on which it plays, and a hidden spare one."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.media.material import Picture
from ceremonie.planning.content import Screening, SpareScreening
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.typography import french
from ceremonie.storyboard.programme import Section

SPARE = "film-secours"
"""The id and the kind of the slide that is there should the film fail."""

PICTURES = 6
"""As many as one sees at once."""


def moments(script: Script) -> tuple[Moment, ...]:
    words = script.language
    title, pictures = words.parts[Section.FILM], _spread(tuple(_best(script)), PICTURES)
    film = Moment(
        id="film",
        kind="film",
        section=Section.FILM,
        title=title,
        path=("titre",),
        slide=Screening(title, french(script.storyboard.title), pictures),
        notes=Notes(do=(words.click_film,), know=(words.let_film_run,)),
        film=True,
    )
    spare = Moment(
        id=SPARE,
        kind=SPARE,
        section=Section.FILM,
        title=words.place_to_film,
        path=("titre",),
        slide=SpareScreening(words.place_to_film, words.film_by_hand, next(iter(pictures), None)),
        notes=Notes(do=(words.film_by_hand,)),
        hidden=True,
    )
    return film, spare


def _best(script: Script) -> Iterator[Picture]:
    """Of each workshop the picture with most pixels, one that lies rather than one that stands."""
    for day in script.storyboard.days:
        for workshop in day.workshops:
            media = (script.materials.of(entry) for entry in workshop.media)
            photos = [one for one in media if isinstance(one, Picture) and not one.alpha]
            if photos:
                yield max(photos, key=lambda one: (not one.portrait, one.width * one.height))


def _spread(pictures: tuple[Picture, ...], most: int) -> tuple[Picture, ...]:
    """So many at most, each once, from the whole length of the event."""
    different = tuple(dict.fromkeys(pictures))
    count = min(most, len(different))
    return tuple(different[index * len(different) // count] for index in range(count))
