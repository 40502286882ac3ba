"""One of two editions that are compared: what it recorded of itself, and who may be told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ceremonie import rights
from ceremonie.audiences import Audience
from ceremonie.comparing import Record
from ceremonie.diagnostics import Diagnostic, Severity, StoryboardError, UsageError
from ceremonie.edition import beside, changes, manifest
from ceremonie.edition.changes import Withholding
from ceremonie.edition.finding import found, home_of
from ceremonie.media.inspection import look
from ceremonie.media.withheld import withheld
from ceremonie.mentions import Mentions
from ceremonie.messages import problem
from ceremonie.storyboard import Reading, location, read
from ceremonie.unchanged import digest_of


@dataclass(frozen=True)
class Places:
    """Where editions are looked for by their names, and where the storyboards behind them."""

    output: Path
    assets: Path


@dataclass(frozen=True)
class Side:
    """`reading` is the storyboard of the edition as it is today; None where it is not found."""

    folder: Path
    edition: str
    record: Record
    reading: Reading | None

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        if self.reading is None:
            where = self.folder.as_posix()
            yield problem("comparer-sans-registre", severity=Severity.WARNING, name=where)

    @property
    def unnamed(self) -> dict[str, tuple[str, ...]]:
        """The names that may not be told today, by identifier."""
        return rights.unnamed(self.reading, Audience.HALL) if self.reading else {}

    def withholding(self, names: Mentions) -> Withholding:
        """What may not be told of it: whoever may not be shown by its own register, `names`, and
        files that the hall is not given any more, be it for what is known of them since today.
        """
        if self.reading is None or self.reading.storyboard is None:
            return Withholding(names=names)
        showing = rights.showing(self.reading, Audience.HALL)
        named = look(self.reading, code_local=True).named
        files = frozenset(digest for _, digest in withheld(showing, named, digest_of))
        return Withholding(showing.may_be, names, files)

    def without(self, names: Mentions) -> Side:
        """The same, with the name of the edition for a title that calls somebody by one of these:
        no slide is withheld for that, but the page begins with it.
        """
        content = self.record.content
        if not any(names.within(content.title)):
            return self
        untitled = replace(content, title=self.edition)
        return replace(self, record=replace(self.record, content=untitled))


def side(given: Path | str, places: Places) -> Side:
    """The edition that is `given` by its folder, or by its name.

    Raises UsageError where there is none or it has no record that can be read, StoryboardError
    where its storyboard cannot be read at all.
    """
    folder = found(given, places.output, "comparer-introuvable")
    facts = manifest.contents(folder)
    record = changes.former(folder).record
    if record is None:
        raise UsageError(problem("comparer-sans-releve", name=folder.as_posix()))
    path = home_of(facts, (places.assets, _editions_beside(folder.resolve())))
    return Side(folder, str(facts[manifest.EDITION]), record, _reading(path) if path else None)


def _editions_beside(folder: Path) -> Path:
    """Where storyboards usually lie: beside the folder of outputs, be the edition a former one."""
    edition = beside.edition_of(folder) if beside.is_former(folder) else folder
    return edition.parent.parent / location.EDITIONS


def _reading(path: Path) -> Reading:
    reading = read(path)
    if reading.source.root is None:
        raise StoryboardError(*reading.diagnostics)
    return reading
