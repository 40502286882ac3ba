"""The way of a corrected deck, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ceremonie.deck.received import Received, receive
from ceremonie.diagnostics import (
    Diagnostic,
    Severity,
    StoryboardError,
    UsageError,
    errors,
    in_order,
)
from ceremonie.edition.outputs import DECK
from ceremonie.media.material import Materials
from ceremonie.messages import abridged, problem
from ceremonie.rereading.correction import FILE, Corrections, corrections, in_lines
from ceremonie.rereading.expected import expected
from ceremonie.rereading.photos import NewPhoto
from ceremonie.rereading.searching import changed_since, storyboard_of
from ceremonie.rights import Showing
from ceremonie.storyboard import Reading, editing, location, read
from ceremonie.storyboard.editing import Passage, Refusal, Revision, Set
from ceremonie.text import quotable


@dataclass(frozen=True)
class Reread:
    """What a corrected deck changes in the storyboard at `path`; `slides` says which slide a line
    (from 1) was corrected on. `diagnostics` are what is left to do by hand.
    """

    path: Path
    revision: Revision
    photos: tuple[NewPhoto, ...]
    slides: Mapping[int, int]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def empty(self) -> bool:
        return self.revision.empty

    @property
    def difference(self) -> str:
        return editing.difference(self.revision, self.path.name)

    @property
    def passages(self) -> tuple[tuple[Passage, int | None], ...]:
        """What changes, in the order of the text, and the slide on which it was corrected, if that
        is one.
        """
        return tuple((one, self._slide(one)) for one in editing.passages(self.revision))

    def _slide(self, passage: Passage) -> int | None:
        lines = range(passage.first, passage.last + 1)
        return next((self.slides[line] for line in lines if line in self.slides), None)

    def as_json(self) -> dict[str, Any]:
        return {
            "storyboard": str(self.path),
            "corrections": [
                {"ligne": p.first, "diapositive": slide, "avant": p.before, "apres": p.after}
                for p, slide in self.passages
            ],
            "photos": [photo.name for photo in self.photos],
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }

    def apply(self) -> None:
        """The new photos, then the storyboard, whole. Raises OSError as the system does; where it
        was changed meanwhile, nothing is written and StoryboardError is raised.
        """
        for photo in self.photos:
            photo.save()
        try:
            editing.write(self.revision, self.path)
        except BaseException as error:
            for photo in self.photos:  # each under a name that was free
                photo.file.unlink(missing_ok=True)
            if isinstance(error, editing.RefusedError):
                words = problem("relire-refuse", words=self.path.name, why=error)
                raise StoryboardError(words) from error
            raise


def reread(
    deck: Path,
    storyboard: Path | str | None,
    shown_of: Callable[[Reading], tuple[Showing, Materials]],
) -> Reread:
    """`shown_of` gives what the hall is shown of a storyboard that has been read, and its media.

    Raises UsageError for a deck that cannot be read or is not that storyboard's, StoryboardError
    for a storyboard with errors.
    """
    deck = deck / DECK if deck.is_dir() else deck
    received = receive(deck)
    path = location.found(storyboard) if storyboard else storyboard_of(deck, received.edition)
    reading = read(path)
    if reading.storyboard is None:
        raise StoryboardError(*errors(reading.diagnostics))
    _check_edition(received, reading.storyboard.edition)
    if reading.storyboard.theme.template:
        raise UsageError(problem("relire-gabarit", name=deck.name))
    data = path.read_bytes()
    pages = expected(*shown_of(reading))
    found = corrections(reading, pages, received)
    if not found.matched:
        raise UsageError(problem("relire-etranger", name=deck.name))
    return _revised(reading, data, found, changed_since(deck, reading))


def _check_edition(received: Received, ours: str) -> None:
    if received.edition and received.edition != ours:
        raise UsageError(problem("relire-autre-edition", theirs=received.edition, ours=ours))


def _revised(
    reading: Reading, data: bytes, found: Corrections, since: tuple[Diagnostic, ...]
) -> Reread:
    revision = editing.edit(data, found.changes, reading.path)
    refused = {one.change.path for one in revision.refused}
    told = reading.source.located([_refusal(one) for one in revision.refused])
    kept = {path: new for path, new in found.photos.items() if (*path, FILE) not in refused}
    diagnostics = abridged(in_order((*(since if not revision.empty else ()), *found.told, *told)))
    return Reread(
        reading.path,
        revision,
        tuple(kept.values()),
        in_lines(found, reading),
        tuple(replace(one, severity=Severity.WARNING) for one in diagnostics),
    )


def _refusal(refusal: Refusal) -> Diagnostic:
    change = refusal.change
    words = quotable(change.value) if isinstance(change, Set) else str(change.path[-1])
    why = refusal.problems[0].message if refusal.problems else refusal.why
    return problem("relire-refuse", path=change.path, words=words, why=why)
