"""A text that is longer than one slide holds goes on on the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.planning.content import Sheet
from ceremonie.planning.moment import Moment
from ceremonie.planning.passages import passages

READ_AT_MOST = 300
"""Signs of a text on one slide: as many as stand below the longest heading at 36 px and more."""


def sheets(moment: Moment, sheet: Sheet) -> Iterator[Moment]:
    """The moment with its slide, then a slide for each further passage of the text."""
    first, *others = passages(sheet.text, READ_AT_MOST)
    yield replace(moment, slide=replace(sheet, text=first))
    for number, passage in enumerate(others, 1):
        yield Moment(
            id=f"{moment.id}-suite-{number}",
            kind=moment.kind,
            section=moment.section,
            title=moment.title,
            path=moment.path,
            slide=replace(sheet, text=passage),
            notes=passage,
        )
