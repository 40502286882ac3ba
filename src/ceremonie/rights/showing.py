"""What an audience is shown of a storyboard, and what it is not.

Judged on the raw tree, so that all problems are told at once even where the storyboard has others;
cut out of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.rights import telling
from ceremonie.rights.case import Case
from ceremonie.rights.left_out import LeftOut
from ceremonie.rights.naming import NOBODY, Naming, unnamed
from ceremonie.rights.redaction import redacted
from ceremonie.rights.verdict import Court
from ceremonie.storyboard import Reading
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.source import Source
from ceremonie.treatment import Treatment

SUBTITLES = "sous_titres"


@dataclass(frozen=True)
class Showing:
    """`storyboard` holds only what the audience may see, hear and read; None where the source has
    errors. `treatments` are what is done to copies of media, by the path of their entry in the
    source. `moved` leads from the paths of entries in `storyboard` to those in the source, where
    they are not the same. `naming` finds the names that may not be said, in subtitles too; `court`
    knows of everybody, also of whom nothing is left.
    """

    audience: Audience
    storyboard: Storyboard | None
    treatments: Mapping[NodePath, Treatment] = field(default_factory=dict)
    moved: Mapping[NodePath, NodePath] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    naming: Naming = NOBODY
    court: Court | None = None

    def may_be(self, person: str, *, named: bool = False, heard: bool = False) -> bool:
        """Whether somebody may be seen; be named or heard, where that is asked."""
        if self.court is None:
            return True
        verdict = self.court.verdict(person)
        lacks = (verdict.lacks, verdict.unnamed if named else (), verdict.unheard if heard else ())
        return not verdict.judged or not any(lacks)

    def origin(self, path: NodePath) -> NodePath:
        """Where something of `storyboard` stands in the source."""
        for length in range(len(path), 0, -1):
            if (start := self.moved.get(path[:length])) is not None:
                return (*start, *path[length:])
        return path


def showing(reading: Reading, audience: Audience) -> Showing:
    """What an audience may be shown on its days, by the register of consents."""
    case = Case.of(reading, audience)
    diagnostics = tuple(case.told(reading.source))
    if reading.storyboard is None:
        return Showing(audience, None, left_out=case.left_out, diagnostics=diagnostics)
    board, moved = redacted(reading.storyboard, case.cuts)
    if case.naming.mentions:
        board = unnamed(board, case.naming)
    treatments = dict(case.treatments(reading.storyboard))
    left_out = case.left_out
    return Showing(
        *(audience, board, treatments, moved, left_out, diagnostics),
        naming=case.naming,
        court=case.court,
    )


def told(showings: Iterable[Showing]) -> tuple[Diagnostic, ...]:
    """All that is told of them, each once: what is an error for one audience is no warning too."""
    once: dict[tuple[object, ...], Diagnostic] = {}
    for one in (diagnostic for showing in showings for diagnostic in showing.diagnostics):
        key = one.slug, one.path, one.message
        if key not in once or one.severity is Severity.ERROR:
            once[key] = one
    return tuple(once.values())


def quoting(showing: Showing, quotes: Mapping[NodePath, str], source: Source) -> Showing:
    """With what is told of the subtitles of its clips, by the path of their entry in the source."""
    audience, names = showing.audience, showing.naming
    mentioned = [
        one for path, text in quotes.items() for one in names.within((*path, SUBTITLES), text)
    ]
    told = (d for one in mentioned for d in telling.of_text(one, audience, names, source))
    left = (a for one in mentioned for a in telling.text_left_out(one, audience, names))
    return replace(
        showing,
        diagnostics=(*showing.diagnostics, *told),
        left_out=(*showing.left_out, *left),
    )
