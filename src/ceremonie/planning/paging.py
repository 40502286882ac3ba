"""Moments → pages: each slide composed, its title told apart, its notes with what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ceremonie.planning.compositions import compose
from ceremonie.planning.corners import with_logo, with_mark
from ceremonie.planning.holding import CARD
from ceremonie.planning.last_minute import LAST_MINUTE
from ceremonie.planning.model import Link, Page
from ceremonie.planning.moment import Moment
from ceremonie.planning.notes import worded
from ceremonie.planning.staging import Staging
from ceremonie.planning.way_back import NAME, has_way_back, with_way_back
from ceremonie.storyboard.programme import Section

ASIDE = frozenset({CARD, LAST_MINUTE})
"""Kinds that are nothing that follows."""


def pages(moments: Sequence[Moment], staging: Staging, pace: int) -> tuple[Page, ...]:
    """A slide for each of the moments, which all have one, and a title of its own. Who presents
    says so many words a minute as `pace` tells.
    """
    followed = zip(moments, _following(moments), strict=True)
    return tuple(_page(moment, following, staging, pace) for moment, following in followed)


def _following(moments: Sequence[Moment]) -> list[str]:
    """The title of the slide that « next » leads to from each: hidden ones are passed over, but not
    from one that is hidden itself.
    """
    titles = []
    after, visible = "", ""
    for moment in reversed(moments):
        titles.append(after if moment.hidden else visible)
        if moment.kind not in ASIDE:
            after, visible = moment.title, visible if moment.hidden else moment.title
    return titles[::-1]


def _page(moment: Moment, following: str, staging: Staging, pace: int) -> Page:
    """`following` is the title of the slide that comes next."""
    assert moment.slide is not None
    composed = with_mark(compose(moment.slide, staging).at_rest(), staging)
    last = moment.section is Section.CLOSING
    drawing = with_logo(composed, staging, large=last)
    links = moment.links
    if moment.id != moment.home:
        drawing = with_way_back(drawing)
    if has_way_back(drawing):
        links = (*links, Link(NAME, moment.home))
    return Page(
        id=moment.id,
        kind=moment.kind,
        section=moment.section,
        title=moment.title,
        drawing=drawing,
        notes=worded(moment.notes, following, staging.language, pace),
        links=links,
        film=moment.film,
        path=moment.path,
        hidden=moment.hidden,
        morph=moment.morph,
        builds=moment.builds,
        part=moment.part,
        step=moment.step,
        on_stage=moment.on_stage,
    )


def unique(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Titles told apart by a number where two are equal."""
    seen: dict[str, int] = {}
    result = []
    for one in moments:
        seen[one.title] = count = seen.get(one.title, 0) + 1
        result.append(one if count == 1 else replace(one, title=f"{one.title} ({count})"))
    return tuple(result)
