"""The slide for what happens after the deck was made: hidden, with nothing on it but its title,
for whoever presents to type into.
"""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.diagnostics import NodePath
from ceremonie.planning.content import Blackout, LastMinute
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment
from ceremonie.planning.notes import Notes
from ceremonie.storyboard.programme import Section

LAST_MINUTE = "derniere-minute"
"""Its id and its kind."""

PATH: NodePath = ("deroule",)


def with_last_minute(moments: Sequence[Moment], language: Language) -> tuple[Moment, ...]:
    """The moments of a deck, all of which have a slide, with that one before the closing: shown to
    all, it comes where news is told, and « next » goes on to the closing, not out of the show.
    Without a closing it is the last, but for a black slide.
    """
    if not moments:
        return ()
    place = _place(moments)
    before, beside = moments[max(0, place - 1)], moments[min(place, len(moments) - 1)]
    slide = Moment(
        id=LAST_MINUTE,
        kind=LAST_MINUTE,
        section=before.section,
        title=language.last_minute,
        path=PATH,
        slide=LastMinute(language.last_minute, language.type_here),
        notes=Notes(do=(f"{language.type_here}.", language.show_last_minute)),
        hidden=True,
        part=beside.part,
        step=before.step,
    )
    return (*moments[:place], slide, *moments[place:])


def _place(moments: Sequence[Moment]) -> int:
    closing = (n for n, one in enumerate(moments) if one.section is Section.CLOSING)
    return next(closing, len(moments) - isinstance(moments[-1].slide, Blackout))
