"""Thanks to the volunteers: their names in columns, rolling in the film, on slides as pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from ceremonie.planning import signs
from ceremonie.planning.content import Names
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import Length, skimmed
from ceremonie.planning.typography import closed, french
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.stage import Volunteers
from ceremonie.units import frames

SECONDS = 6

ALONE = 4
"""Names that stand below each other, one column of them."""

SLIM, WIDE, CLASSIC = 16, 24, 20
"""Usual signs in a row of three columns, and of two, on wide slides and on narrow ones: at 24 pt,
in whatever font.
"""

DEPTH, BESIDE_MESSAGE = 12, 10
"""Rows of a column of a slide, and below a message."""

ROLLING_SIGNS, ACROSS, AT_ONCE = 20, 2, 13
"""Usual signs of a row, names in it and rows at once, in the narrowest shape of the film."""

PASSING, STANDING = 56 / 75, 4.3
"""Seconds that a row takes to pass, and those in which the first and the last ones stand."""

UNHURRIED, HURRIED = 45, 0.35
"""Seconds that rows may take at their usual pace; of what they would take beyond, they have so
much: three hundred names pass in little more than a minute, and are still read.
"""

QUICK, SLOW = 0.6, 1.5
"""Of its usual length: so short and so long may the shot be where that is asked for, of it or of
the whole film.
"""

Pages = tuple[tuple[str, ...], ...]


def moments(script: Script) -> tuple[Moment, ...]:
    """A single shot, if the film moves at all; slides are pages."""
    thanked = script.storyboard.volunteers
    if thanked is None:
        return ()
    whole = _whole(thanked)
    pages = _pages(whole.names, bool(whole.message), narrow=script.has_narrow_slides)
    slides = tuple(_page(script, thanked, pages, index) for index in range(len(pages)))
    if script.storyboard.theme.motion == "reduit":
        return tuple(
            replace(moment, screen=slide, slide=slide, length=_standing(slide))
            for moment, slide in slides
        )
    length = _passing(whole)
    first, *others = (replace(moment, slide=slide) for moment, slide in slides)
    rolling = replace(whole, frames=length.usual)
    return (replace(first, screen=rolling, length=length), *others)


def _whole(thanked: Volunteers) -> Names:
    names = tuple(map(french, thanked.names))
    return Names(french(thanked.title), french(thanked.message or ""), names)


def _page(script: Script, thanked: Volunteers, pages: Pages, index: int) -> tuple[Moment, Names]:
    """The moment of a slide, and what that shows."""
    title, names = french(thanked.title), pages[index]
    every = [name for page in pages for name in page]
    columns = _Page.of(every, narrow=script.has_narrow_slides).columns
    moment = Moment(
        id="benevoles" if index == 0 else f"benevoles-suite-{index}",
        kind="benevoles",
        section=Section.VOLUNTEERS,
        title=title if len(pages) == 1 else f"{title} ({index + 1}/{len(pages)})",
        path=("benevoles",),
        notes=_notes(script, thanked, names, first=index == 0),
    )
    return moment, Names(title, french(thanked.message or ""), names, columns=columns)


def _notes(script: Script, thanked: Volunteers, names: Sequence[str], *, first: bool) -> Notes:
    """Who presents thanks them all, and finds every name of the slide."""
    listed = script.language.names.format(names=", ".join(names))
    if not first:
        return Notes(know=(listed,))
    return Notes(
        say=items(closed(thanked.title), thanked.message), know=items(listed, thanked.notes)
    )


@dataclass(frozen=True)
class _Page:
    """How many columns a slide has, and the usual signs of a row in them."""

    columns: int
    signs: int

    @classmethod
    def of(cls, names: Sequence[str], *, narrow: bool) -> _Page:
        """Three columns where all names are short and slides are not narrow."""
        if len(names) <= ALONE:
            return cls(1, WIDE)
        if narrow:
            return cls(2, CLASSIC)
        return cls(3, SLIM) if max(map(signs.breadth, names)) <= SLIM else cls(2, WIDE)


def _pages(names: Sequence[str], has_message: bool, *, narrow: bool) -> Pages:
    """As few as can be, filled alike."""
    page = _Page.of(names, narrow=narrow)
    rows = [signs.rows(name, page.signs) for name in names]
    least = max(rows)
    deepest = max(BESIDE_MESSAGE if has_message else DEPTH, least)
    fewest = len(_filled(names, rows, page.columns, deepest))
    fills = (_filled(names, rows, page.columns, depth) for depth in count(least))
    return next(pages for pages in fills if len(pages) <= fewest)


def _filled(names: Sequence[str], rows: Sequence[int], columns: int, depth: int) -> Pages:
    """Down the columns of each page, which are so many rows deep."""
    pages: list[list[str]] = [[]]
    column = filled = 0
    for name, high in zip(names, rows, strict=True):
        if filled + high > depth:
            column, filled = column + 1, 0
        if column == columns:
            pages.append([])
            column = 0
        pages[-1].append(name)
        filled += high
    return tuple(map(tuple, pages))


def _passing(whole: Names) -> Length:
    """As long as the rows take to pass, or to be found where they stand."""
    across = [whole.names[i : i + ACROSS] for i in range(0, len(whole.names), ACROSS)]
    rows = sum(max(signs.rows(name, ROLLING_SIGNS) for name in row) for row in across)
    passing = STANDING + PASSING * max(0, rows - AT_ONCE)
    hurried = min(passing, UNHURRIED + HURRIED * max(0, passing - UNHURRIED))
    usual = max(frames(hurried), _standing(whole).usual)
    return Length(max(_standing(whole).least, int(QUICK * usual)), usual, int(SLOW * usual))


def _standing(shown: Names) -> Length:
    return skimmed(SECONDS, shown.title, shown.message, *shown.names)
