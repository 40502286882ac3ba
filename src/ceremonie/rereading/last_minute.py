"""What was typed on the slide for the last minute: the storyboard has no place for it yet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.deck.received import Slide
from ceremonie.planning.last_minute import LAST_MINUTE
from ceremonie.planning.model import Page
from ceremonie.rereading.expected import Expected
from ceremonie.signs import same
from ceremonie.text import quotable


@dataclass(frozen=True)
class Typed:
    """Of the slide of this number: its title, and all other words on it."""

    slide: int
    title: str
    words: str

    @property
    def entry(self) -> str:
        """A line of `moments` that says the same: in flow style, where YAML reads JSON's texts."""
        texts = {"titre": self.title, "texte": self.words}
        pairs = (f"{key}: {json.dumps(x, ensure_ascii=False)}" for key, x in texts.items() if x)
        return f"- {{type: texte, {', '.join(pairs)}}}"

    @property
    def said(self) -> dict[str, Any]:
        """The values of its message."""
        words = quotable(self.words or self.title)
        return {"slide": self.slide, "words": words, "entry": self.entry}


def parted(
    slides: Sequence[Slide], pages: Sequence[Expected]
) -> tuple[tuple[Typed, ...], tuple[Slide, ...]]:
    """What was typed on slides for the last minute, of which people may have made more; and all
    other slides.
    """
    page = next((one.page for one in pages if one.page.kind == LAST_MINUTE), None)
    if page is None:
        return (), tuple(slides)
    ours = [slide for slide in slides if _is_of(slide, page)]
    typed = tuple(one for slide in ours for one in _typed(slide, page))
    return typed, tuple(slide for slide in slides if slide not in ours)


def _is_of(slide: Slide, page: Page) -> bool:
    """By its name; by its title where a program has lost the names."""
    named = slide.name == page.id
    return named or (not slide.name and same(_title(slide), page.title))


def _typed(slide: Slide, page: Page) -> Iterator[Typed]:
    title = _title(slide) or page.title
    words = "\n".join(
        shape.words.strip() for shape in slide.shapes if not shape.title and shape.words.strip()
    )
    if words or not same(title, page.title):
        yield Typed(slide.number, title, words)


def _title(slide: Slide) -> str:
    return next((shape.words.strip() for shape in slide.shapes if shape.title), "")
