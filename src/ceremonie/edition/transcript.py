"""transcription.html: all that the film shows and says, for whoever cannot see or hear it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ceremonie.edition.page import element, page
from ceremonie.planning.drawing import Caption, Drawing, Footage, Photo, Role, Text
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Plan, Shot
from ceremonie.units import clock


def transcript(plan: Plan) -> str:
    """The HTML of `transcription.html`: what is read, seen and said in the film, by parts."""
    heard = dict.fromkeys(cue.source.credit or "sans crédit" for cue in plan.music)
    body = [element("p", f"Musique : {credit}") for credit in heard]
    for section, shots in groupby(plan.shots, key=lambda shot: shot.section):
        body.append(element("h2", FRENCH.parts[section]))
        for shot in shots:
            body += _shot(shot)
    return page(
        plan,
        f"Transcription du film – {plan.title}",
        "Le texte de chaque plan, ce que montrent ses images, ce que l’on y entend.",
        body,
    )


def _shot(shot: Shot) -> Iterator[str]:
    yield element("h3", f"{clock(shot.span.start)} – {shot.title}")
    words = [w for w in _words(shot.drawing) if not _is_told(w, shot)]
    if words:
        yield element("p", "\n".join(words))
    for description in dict.fromkeys(_seen(shot.drawing)):
        yield element("p", f"À l’image : {description}")
    for said in _said(shot.drawing):
        yield element("p", f"Sous-titre : {said}")


def _is_told(words: str, shot: Shot) -> bool:
    """By the heading; a figure is always told again, with what it counts."""
    figures = (e for e in shot.drawing.elements if isinstance(e, Text) and e.role is Role.FIGURE)
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", shot.title)
    return whole is not None and words not in {figure.text for figure in figures}


def _words(drawing: Drawing) -> Iterator[str]:
    """The title first, then what stays in the order in which it is drawn, then what passes: words
    that go together are one line. Numbers on their way to a figure are not words.
    """
    texts = [e for e in drawing.elements if isinstance(e, Text) and e.role is not Role.DECORATION]
    staying = [text for text in texts if text.until is None]
    yield from _whole(sorted(staying, key=lambda text: text.role is not Role.TITLE))
    passing = [text for text in texts if text.until and text.role is not Role.FIGURE]
    for _, together in groupby(passing, key=lambda text: text.until):
        yield ", ".join(_whole(together))


def _whole(texts: Iterable[Text]) -> Iterator[str]:
    """Each text; a name that goes on in the next one after its hyphen is put together."""
    begun = ""
    for text in texts:
        begun += text.text.replace("^", "")
        if not begun.endswith("-"):
            yield begun
            begun = ""
    if begun:
        yield begun


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
