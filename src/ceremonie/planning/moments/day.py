"""A day: its chapter, its workshops at a glance, then each of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import chapter, workshop
from ceremonie.planning.moments.workshop import Glimpse
from ceremonie.planning.notes import Notes
from ceremonie.planning.pictured_content import Gallery
from ceremonie.planning.typography import capitalised, sentence
from ceremonie.storyboard.programme import Section

LABELLED = ((30, 12), (48, 8), (60, 6), (78, 4))
"""Signs of the longest name, and how many cells a gallery has that shows it large enough."""

LEAST = 2
"""Cells of a gallery with the longest names."""


def moments(script: Script, index: int) -> tuple[Moment, ...]:
    """Of day `index`, counted from 0."""
    glimpses = workshop.glimpses(script, index)
    together = script.storyboard.deck.mode == "ceremonie" and len(glimpses) > 1
    opening = chapter.moment(script, index, lists=not together)
    workshops = workshop.moments(script, index)
    if together:
        workshops = _behind_galleries(script, index, glimpses, workshops)
    return tuple(replace(moment, part=opening.title) for moment in (opening, *workshops))


def _behind_galleries(
    script: Script, day: int, glimpses: Sequence[Glimpse], workshops: Sequence[Moment]
) -> tuple[Moment, ...]:
    """The workshops in one view or several, then their own slides, hidden and a click away."""
    size = _size(glimpses)
    views = [glimpses[first : first + size] for first in range(0, len(glimpses), size)]
    galleries = tuple(_gallery(script, day, number, view) for number, view in enumerate(views))
    homes = {
        glimpse.path: gallery.id
        for gallery, view in zip(galleries, views, strict=True)
        for glimpse in view
    }
    steps = len(glimpses[0].path)
    own = (
        _hidden(m, homes[m.path[:steps]], script.language) if m.path[:steps] in homes else m
        for m in workshops
    )
    return (*galleries, *own)


def _hidden(moment: Moment, home: str, language: Language) -> Moment:
    notes = replace(moment.notes, do=(*moment.notes.do, language.leads_back))
    return replace(moment, hidden=True, home=home, notes=notes)


def _size(glimpses: Sequence[Glimpse]) -> int:
    """Of each view: as few as can be, about as full."""
    longest = max(len(glimpse.cell.label) for glimpse in glimpses)
    most = next((cells for signs, cells in LABELLED if longest <= signs), LEAST)
    return math.ceil(len(glimpses) / math.ceil(len(glimpses) / most))


def _gallery(script: Script, day: int, number: int, view: Sequence[Glimpse]) -> Moment:
    language, name = script.language, script.day_name(day)
    counted, town = language.workshops(len(view)), script.shared_town
    detail = tuple(filter(None, (counted if name else "", town)))
    title = capitalised(sentence(name, language.workshops_of_the_day))
    return Moment(
        id=f"jour-{day + 1}-tous" + (f"-suite-{number}" if number else ""),
        kind="ateliers",
        section=Section.DAYS,
        title=language.part(title, number),
        path=("jours", day),
        slide=Gallery(
            name or counted,
            detail,
            tuple(glimpse.cell for glimpse in view),
            day,
        ),
        notes=Notes(
            say=tuple(f"– {sentence(glimpse.cell.label, glimpse.place)}" for glimpse in view),
            do=(language.click_workshop,),
        ),
        links=tuple(Link(f"atelier {n}", glimpse.id) for n, glimpse in enumerate(view, 1)),
    )
