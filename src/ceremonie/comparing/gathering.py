"""The content of a plan, as its edition records it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.comparing.content import Content, Entry, Evening
from ceremonie.planning.cues import CueSheet, Speaker
from ceremonie.planning.drawing import Drawing, Footage, Photo, Text
from ceremonie.planning.model import Page, Plan, Shot
from ceremonie.theme.letters import SOFT_HYPHEN


def content_of(plan: Plan) -> Content:
    """Slides, and the shots of the film in the plan's own shape."""
    return Content(
        plan.title,
        plan.frames,
        tuple(_slides(plan)),
        tuple(_of_shot(number, shot) for number, shot in enumerate(plan.shots, 1)),
        _evening(plan.evening),
    )


def _evening(sheet: CueSheet) -> Evening:
    start = f"{sheet.start:%H:%M}" if sheet.start else ""
    return Evening(sheet.presenter, start, round(sheet.seconds))


def _slides(plan: Plan) -> Iterator[Entry]:
    speakers = {number: row.speakers for row in plan.evening.rows for number in row.slides}
    for number, page in enumerate(plan.pages, 1):
        told = tuple(map(_speaker, speakers.get(number, ())))
        yield replace(_of_slide(number, page), speakers=told)


def _speaker(one: Speaker) -> str:
    """« Sophie Thibault, préfète », and how that is said, where it is told."""
    told = ", ".join(filter(None, (one.name, one.position)))
    return f"{told} ({one.told})" if one.pronunciation else told


def _of_slide(number: int, page: Page) -> Entry:
    texts = (_written(e) for e in page.drawing.elements if isinstance(e, Text))
    words = tuple(filter(None, texts))
    drawing = _apart_from_the_film(page) if page.film else page.drawing
    media, digest = tuple(_media(drawing)), drawing.digest
    return Entry(page.id, number, page.title, words, digest, page.notes, media)


def _apart_from_the_film(page: Page) -> Drawing:
    """What the film shows is told by its shots."""
    others = (e for e in page.drawing.elements if not isinstance(e, Photo | Footage))
    return replace(page.drawing, elements=tuple(others))


def _written(text: Text) -> str:
    """Its words, wherever its lines break: these change with a word before them."""
    words = text.said or text.text.replace("\n", " ")
    return words.replace(SOFT_HYPHEN, "")


def _of_shot(number: int, shot: Shot) -> Entry:
    return Entry(
        id=shot.id,
        number=number,
        title=shot.title,
        words=tuple(t for one in shot.told for t in (one.text, one.beside) if t),
        drawing=shot.drawing.digest,
        media=tuple(_media(shot.drawing)),
        start=shot.span.start,
        length=len(shot.span),
    )


def _media(drawing: Drawing) -> Iterator[str]:
    """Each once, in the order in which they are painted."""
    digests = []
    for element in drawing.elements:
        if isinstance(element, Photo):
            digests.append(element.picture.digest)
        elif isinstance(element, Footage):
            digests.append(element.clip.digest)
    yield from dict.fromkeys(digests)
