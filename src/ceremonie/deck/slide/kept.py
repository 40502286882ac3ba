"""Finished slides, kept from one run to the next: one word changed paints one slide anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ceremonie import cache_names
from ceremonie.deck.package.keeping import keep, kept, key
from ceremonie.deck.package.media import Media
from ceremonie.deck.slide.page import Finished, Sheet, painted
from ceremonie.deck.slide.shapes import Target
from ceremonie.deck.template import foot
from ceremonie.deck.template.design import standing
from ceremonie.planning.drawing import Drawing, Footage, Photo
from ceremonie.planning.model import Page


def slide(
    page: Page, sheet: Sheet, links: Mapping[str, Target], media: Media, folder: Path
) -> Finished:
    """The page's slide, from `folder` where it lies there; else painted, and kept there."""
    path = cache_names.slide(folder, key(*_facts(page, sheet, links)))
    blob = kept(path)
    finished = _read(blob) if blob is not None else None
    if finished is None or not media.has(finished.shown):
        finished = painted(page, sheet, links, media)
        keep(path, _written(finished))
    return finished


def _facts(page: Page, sheet: Sheet, links: Mapping[str, Target]) -> tuple[object, ...]:
    """All that a slide depends on. The ground is its layout's, but for the width that
    it leaves to the foot, and the path to the page's node is
    no part of it: slides move.
    """
    one = sheet.layout
    feet = foot.places(one.format, one.field, one.ground) if one.footed else ()
    layout = replace(one, ground=(), places=feet)
    drawing = replace(page.drawing, elements=standing(page.drawing))
    own = replace(page, path=(), drawing=drawing)
    return own, tuple(_words(drawing)), replace(sheet, layout=layout), links


def _words(drawing: Drawing) -> Iterator[object]:
    """What is told of media: their `repr` leaves it out."""
    for element in drawing.elements:
        if isinstance(element, Photo):
            yield element.picture.alternative
        elif isinstance(element, Footage):
            clip = element.clip
            yield clip.alternative, clip.poster.alternative, clip.subtitles, clip.manner


def _written(finished: Finished) -> bytes:
    facts = (finished.slide.decode(), finished.notes.decode(), finished.relations)
    return json.dumps(facts, ensure_ascii=False).encode()


def _read(blob: bytes) -> Finished:
    slide, notes, relations = json.loads(blob)
    return Finished(slide.encode(), notes.encode(), tuple((kind, to) for kind, to in relations))
