"""Finished slides in their presentation: numbered, bound to what they point at, listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.opc.package import Part

from ceremonie.deck.package.media import Media
from ceremonie.deck.package.parts import LAYOUT, MAIN, NOTES, NOTES_MASTER, SLIDE, part
from ceremonie.deck.slide.page import Finished
from ceremonie.planning.model import Page


@dataclass(frozen=True)
class Bound:
    """A page's slide, and the part of its layout."""

    page: Page
    finished: Finished
    layout: Any


def bind(presentation: Any, slides: Sequence[Bound], media: Media) -> None:
    """Adds the slides to a presentation of python-pptx in their order, with what they show."""
    master = presentation.part.part_related_by(NOTES_MASTER)
    by_page = {one.page.id: _part("slide", number, one) for number, one in enumerate(slides, 1)}
    for number, one in enumerate(slides, 1):
        slide, notes = by_page[one.page.id], _part("notesSlide", number, one)
        notes.relate_to(master, NOTES_MASTER)
        notes.relate_to(slide, SLIDE)
        for kind, target in one.finished.relations:
            own = {LAYOUT: one.layout, NOTES: notes}.get(kind)
            slide.relate_to(own or by_page.get(target) or media.parts[target], kind)
        identity = presentation.part.relate_to(slide, SLIDE)
        presentation.slides._sldIdLst.add_sldId(identity)


def _part(kind: str, number: int, one: Bound) -> Part:
    blob = one.finished.slide if kind == "slide" else one.finished.notes
    return part(f"ppt/{kind}s/{kind}{number}.xml", f"{MAIN}.{kind}+xml", blob)
