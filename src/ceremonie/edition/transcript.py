"""transcription.html: all that the film shows and says, for whoever cannot see or hear it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ceremonie.edition.page import element, page
from ceremonie.edition.running_order import clock
from ceremonie.plan.drawing import Caption, Drawing, Footage, Photo, Role, Text
from ceremonie.plan.model import Plan, Shot
from ceremonie.plan.sequence import NAMES


def transcript(plan: Plan) -> str:
    body: list[str] = []
    for section, shots in groupby(plan.shots, key=lambda shot: shot.section):
        body.append(element("h2", NAMES[section]))
        for shot in shots:
            body += _shot(shot)
    return page(
        f"Transcription du film – {plan.title}",
        "Le texte de chaque plan, ce que montrent ses images, ce que l’on y entend.",
        body,
    )


def _shot(shot: Shot) -> Iterator[str]:
    yield element("h3", f"{clock(shot.span.start)} – {shot.title}")
    words = list(dict.fromkeys(_words(shot.drawing)))
    if words:
        yield element("p", "\n".join(words))
    for told in dict.fromkeys(_seen(shot.drawing)):
        yield element("p", f"À l’image : {told}")
    for said in _said(shot.drawing):
        yield element("p", f"Sous-titre : {said}")


def _words(drawing: Drawing) -> Iterator[str]:
    for item in drawing.at_rest().elements:
        if isinstance(item, Text) and item.role is not Role.DECORATION:
            yield item.text.replace("^", "")


def _seen(drawing: Drawing) -> Iterator[str]:
    for item in drawing.elements:
        if isinstance(item, Photo) and item.picture.alternative:
            yield item.picture.alternative
        if isinstance(item, Footage) and item.clip.alternative:
            yield item.clip.alternative


def _said(drawing: Drawing) -> Iterator[str]:
    for item in drawing.elements:
        if isinstance(item, Caption):
            yield " ".join(item.cue.lines)
