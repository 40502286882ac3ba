"""Read → examined → what each audience may be shown → planned: all that is told before anything is
made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ceremonie import deck, media, rights
from ceremonie.audiences import Audience
from ceremonie.diagnostics import (
    Diagnostic,
    NodePath,
    Severity,
    StoryboardError,
    UsageError,
    errors,
    in_order,
)
from ceremonie.edition import manifest, origin
from ceremonie.edition.appearance import Source
from ceremonie.edition.outputs import Part
from ceremonie.edition.parts import Made
from ceremonie.edition.report import film_facts
from ceremonie.formats import Screen, Shape
from ceremonie.media import Examined, Means
from ceremonie.media.material import Materials
from ceremonie.messages import abridged, problem
from ceremonie.order import Order, Survey
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.planning.staging import Viewing
from ceremonie.progress import Step
from ceremonie.rights import Showing
from ceremonie.storyboard import Reading
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.unchanged import Digests

CHECKED = 0.5
"""Part of the layout after which it is known what is wrong with it; with the copies of the media it
is made again.
"""


@dataclass(frozen=True)
class Verified:
    """A storyboard with its media examined, what each audience is shown of it, and everything that
    is to be told of them. `film` tells how long that of the first audience is.
    """

    media: Examined
    showings: tuple[Showing, ...]
    diagnostics: tuple[Diagnostic, ...]
    template: deck.Template | None = None
    film: Mapping[str, Any] | None = None

    @property
    def screen(self) -> Screen | None:
        """The shape of slides that the template asks for."""
        return self.template.screen if self.template else None


@dataclass(frozen=True)
class Version:
    """What an audience is given: its part of the storyboard, its plan, what is made of it."""

    showing: Showing
    planned: Plan
    materials: Materials
    made: Made

    @property
    def audience(self) -> Audience:
        return self.showing.audience

    @property
    def viewing(self) -> Viewing:
        """How it watches the film."""
        return _viewing(self.audience)

    @property
    def mastering(self) -> MasterOptions:
        """How the film for the technician is written."""
        assert self.showing.storyboard is not None
        return self.showing.storyboard.film.master

    @property
    def shown(self) -> tuple[Showing, Materials]:
        """What it is given, and the media of that."""
        return self.showing, self.materials


def verify(reading: Reading, order: Order, means: Means) -> Survey:
    """Everything that is to be told of a storyboard and of what it names; nothing is made."""
    seen = verified(reading, order, means)
    means.progress(Step.PLAN, 1.0)
    return Survey(abridged(seen.diagnostics), seen.film)


def prepared(reading: Reading, order: Order, means: Means) -> Version:
    """The plan that film and deck of the first audience are made of, with copies of the media.
    Raises StoryboardError as `versions` does.
    """
    return versions(verified(reading, order, means), order, means)[0]


def verified(reading: Reading, order: Order, means: Means) -> Verified:
    """Read → examined → planned with what the media are, and drawn nowhere."""
    examined = media.examine(reading, means, draft=order.draft)
    template, remarks = _template(examined)
    showings = tuple(_showing(examined, audience) for audience in order.audiences)
    screen = template.screen if template else None
    words: tuple[Diagnostic, ...] = ()
    film = None
    if reading.storyboard is not None:
        means.progress(Step.PLAN, 0.0)
        plans = [_supposed(examined, showing, order, screen) for showing in showings]
        words = all_of(
            *(_located(one, showing) for one, showing in zip(plans, showings, strict=True))
        )
        film = film_facts(plans[0])
        means.progress(Step.PLAN, CHECKED)
    unread = (*media.unread(examined, showings), *_undescribed(showings))
    located = reading.source.located((*words, *remarks, *rights.told(showings), *unread))
    taken = _taken(reading, order)
    diagnostics = all_of(reading.diagnostics, examined.diagnostics, located, taken)
    return Verified(examined, showings, diagnostics, template, film)


def versions(verified: Verified, order: Order, means: Means) -> tuple[Version, ...]:
    """The plan of each audience, with copies of its media, and all that is to be told of it. Raises
    StoryboardError with every problem, before anything is copied where that is possible.
    """
    reading = verified.media.reading
    if errors(verified.diagnostics) or reading.storyboard is None:
        tried = media.rehearse(verified.media, means)
        raise StoryboardError(*abridged(all_of(verified.diagnostics, tried)))
    count = len(verified.showings)
    each = [
        _version(verified, showing, order, means.shared(number, count))
        for number, showing in enumerate(verified.showings)
    ]
    means.progress(Step.PLAN, 1.0)
    diagnostics = all_of(verified.diagnostics, *(one.planned.diagnostics for one in each))
    if errors(diagnostics):
        raise StoryboardError(*abridged(diagnostics))
    return tuple(
        replace(one, planned=replace(one.planned, diagnostics=diagnostics)) for one in each
    )


def made_for(audience: Audience, reading: Reading, order: Order) -> Made:
    """What is made for an audience; the deck is the hall's, and shows the wide film."""
    only = order.only if audience.is_hall else Part.FILM
    return Made(only, _shapes(audience, reading, order), order.draft)


def withdrawn(reading: Reading) -> frozenset[str]:
    """The people who have taken their agreement back."""
    return frozenset(rights.register(reading.source.data).withdrawn)


def inputs(verified: Verified, digests: Digests) -> dict[Path, str]:
    """The digest of every file that the edition was made from."""
    files = (verified.media.reading.path, *verified.media.sources)
    return {file: digests.source(file) for file in files}


def sources(verified: Verified, digests: Digests) -> dict[NodePath, Source]:
    """The file of each medium, by the path of its entry in the source."""
    base = verified.media.reading.path.resolve().parent
    return {
        path: Source(digests.source(task.file), manifest.name_from(base, task.file.resolve()))
        for path, task in verified.media.tasks.items()
    }


def shown(verified: Verified, showing: Showing, digests: Digests) -> tuple[str, ...]:
    """The digests of the files that an audience's own part of the edition was made from."""
    files = (verified.media.reading.path, *media.sources(verified.media, showing))
    return tuple(digests.source(file) for file in files)


def all_of(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, in the order of the text."""
    return in_order(dict.fromkeys(d for group in groups for d in group))


def _showing(examined: Examined, audience: Audience) -> Showing:
    """What it is given, by the register and by what clips say."""
    reading = examined.reading
    shown = rights.showing(reading, audience)
    return rights.quoting(shown, examined.quotes(shown), reading.source)


def _supposed(examined: Examined, showing: Showing, order: Order, screen: Screen | None) -> Plan:
    materials = replace(examined.materials(showing), screen=screen)
    return _planned(showing, materials, made_for(showing.audience, examined.reading, order))


def _version(verified: Verified, showing: Showing, order: Order, means: Means) -> Version:
    reading = verified.media.reading
    made = made_for(showing.audience, reading, order)
    materials, of_copies = media.gather(verified.media, showing, means)
    materials = replace(materials, screen=verified.screen)
    planned = _planned(showing, materials, made)
    words = reading.source.located(_located(planned, showing))
    return Version(showing, replace(planned, diagnostics=all_of(of_copies, words)), materials, made)


def _planned(showing: Showing, materials: Materials, made: Made) -> Plan:
    assert showing.storyboard is not None
    return plan(showing.storyboard, materials, made.shapes, _viewing(showing.audience))


def _viewing(audience: Audience) -> Viewing:
    return Viewing(subtitled=audience.manner.subtitled, attending=audience.is_hall)


def _located(planned: Plan, showing: Showing) -> Iterator[Diagnostic]:
    """What is told of a plan, with paths in the source."""
    for one in planned.diagnostics:
        also = tuple(map(showing.origin, one.also))
        yield replace(one, path=None if one.path is None else showing.origin(one.path), also=also)


def _template(examined: Examined) -> tuple[deck.Template | None, tuple[Diagnostic, ...]]:
    """The template of others that the deck is made in, and what is wrong with it."""
    named, board = examined.template, examined.reading.storyboard
    if named.file is None:
        return None, ()
    try:
        template = deck.read(named.file, named.name)
    except UsageError as error:
        return None, tuple(replace(one, path=media.TEMPLATE) for one in error.diagnostics)
    if board is None or "screen" not in board.deck.model_fields_set:
        return template, ()
    given, wanted = template.screen, board.deck.screen
    place, mild = ("diaporama", "format"), Severity.WARNING
    remark = problem("gabarit-format", path=place, severity=mild, wanted=wanted, given=given)
    return template, () if given is wanted else (remark,)


def _undescribed(showings: Iterable[Showing]) -> Iterator[Diagnostic]:
    """A film on the web tells what it shows to those who do not see it, or why not (RGAA 4.1,
    criterion 4.5).
    """
    boards = (one.storyboard for one in showings if one.audience is Audience.WEB)
    for board in boards:
        if board is not None and (board.description is None or board.description.is_empty):
            yield problem("audiodescription-absente", path=("audiodescription",))


def _taken(reading: Reading, order: Order) -> tuple[Diagnostic, ...]:
    if order.output is None or order.replace_other:
        return ()
    return origin.taken(reading, order.output)


def _shapes(audience: Audience, reading: Reading, order: Order) -> tuple[Shape, ...]:
    """Those that the film is to be made in."""
    if order.only is Part.DECK or reading.storyboard is None:
        return (Shape.WIDE,)
    usual = audience.manner.shapes or reading.storyboard.film.shapes
    wanted = order.shapes or usual
    return tuple(shape for shape in Shape if shape in wanted)
