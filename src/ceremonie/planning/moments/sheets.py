"""A text that is longer than one slide holds goes on on the next; so do many pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning.content import Content
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import passages
from ceremonie.planning.pictured_content import Cell, Framed, Mosaic, Sheet

READ_AT_MOST = 185
"""Signs of a text on one slide: as many as stand at 24 pt and more above the partners, on the
narrowest column (16:10) and in the widest font that may stand for ours.
"""

PICTURES = 4
"""So many pictures of a workshop are shown on each of its slides."""

Captioned = tuple[Picture, str]


def sheets(moment: Moment, sheet: Sheet, language: Language) -> Iterator[Moment]:
    """The moment with its slide, then a slide for each further passage of the text, then those of
    the pictures that the first has no room for.
    """
    pairs = list(zip(sheet.pictures, sheet.captions, strict=True))
    first, *others = passages(sheet.text, READ_AT_MOST)
    head = replace(
        sheet, text=first, pictures=sheet.pictures[:PICTURES], captions=sheet.captions[:PICTURES]
    )
    noted = captions.noted(head.pictures, language)
    told = replace(
        moment.notes,
        say=(*moment.notes.say, *items(first)),
        know=(*items(noted), *moment.notes.know),
    )
    yield replace(moment, slide=head, notes=told)
    further = [*_passages(head, others), *_pictures(sheet, pairs[PICTURES:], language)]
    for number, (content, notes) in enumerate(further, 1):
        yield _going_on(moment, number, content, notes, language)


def _going_on(
    moment: Moment, number: int, content: Content, notes: Notes, language: Language
) -> Moment:
    return Moment(
        id=f"{moment.id}-suite-{number}",
        kind=moment.kind,
        section=moment.section,
        title=language.part(moment.title, number),
        path=moment.path,
        slide=content,
        notes=notes,
    )


def _passages(head: Sheet, others: Sequence[str]) -> Iterator[tuple[Content, Notes]]:
    for passage in others:
        yield replace(head, text=passage), Notes(say=(passage,))


def _pictures(
    sheet: Sheet, rest: Sequence[Captioned], language: Language
) -> Iterator[tuple[Content, Notes]]:
    """As many together as a slide takes; one that is left alone fills its own."""
    for first in range(0, len(rest), PICTURES):
        together = rest[first : first + PICTURES]
        noted = captions.noted([picture for picture, _ in together], language)
        yield _gallery(sheet, together), Notes(know=items(noted))


def _gallery(sheet: Sheet, together: Sequence[Captioned]) -> Content:
    if len(together) == 1:
        ((picture, caption),) = together
        return Framed(sheet.heading, sheet.place, sheet.subject, picture, caption)
    cells = tuple(Cell(picture, said, sheet.subject, noted=True) for picture, said in together)
    return Mosaic(sheet.heading, (sheet.place,), cells, frames=0)
