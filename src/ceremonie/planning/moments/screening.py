"""The deck's slide that shows the recap film itself."""

from __future__ import annotations

from ceremonie.planning.content import Screening
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.typography import french
from ceremonie.storyboard.programme import Section


def moments(script: Script) -> tuple[Moment, ...]:
    title = script.language.parts[Section.FILM]
    return (
        Moment(
            id="film",
            kind="film",
            section=Section.FILM,
            title=title,
            path=("titre",),
            slide=Screening(title, french(script.storyboard.title)),
            notes=script.language.click_film,
            film=True,
        ),
    )
