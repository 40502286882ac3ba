"""The content of a plan, as its edition records it."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.comparing.content import Content, Entry
from ceremonie.planning.drawing import Drawing, Footage, Photo, Text
from ceremonie.planning.model import Page, Plan, Shot


def content_of(plan: Plan) -> Content:
    """Slides, and the shots of the film in the plan's own shape."""
    return Content(
        plan.title,
        plan.frames,
        tuple(_of_slide(number, page) for number, page in enumerate(plan.pages, 1)),
        tuple(_of_shot(number, shot) for number, shot in enumerate(plan.shots, 1)),
    )


def _of_slide(number: int, page: Page) -> Entry:
    words = tuple(e.text for e in page.drawing.elements if isinstance(e, Text) and e.text)
    media = tuple(_media(page.drawing))
    digest = page.drawing.digest
    return Entry(page.id, number, page.title, words, digest, page.notes, media)


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
