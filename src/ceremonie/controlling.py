"""What was made is looked at before it takes its place: nothing may leave that tells too much."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ceremonie import rights
from ceremonie.audiences import Audience
from ceremonie.control import Finding, Sought, Withheld, privacy
from ceremonie.diagnostics import CheckError, Diagnostic, Severity, errors
from ceremonie.edition import manifest
from ceremonie.edition.outputs import (
    CHANGES,
    DECK,
    OF_THE_TECHNICIAN,
    PAPERS,
    RECORD,
    REPORT,
    SHEETS,
    TRACKS,
    WELCOME,
)
from ceremonie.media import Means
from ceremonie.media.inspection import Inspection, look
from ceremonie.media.withheld import withheld
from ceremonie.messages import abridged
from ceremonie.order import Order
from ceremonie.rights import Showing
from ceremonie.storyboard import Reading
from ceremonie.text import plain

HOUSE = frozenset((manifest.NAME, *REPORT))
"""Papers of the hall's folder that stay in the house: they tell which files there are."""

OF_THE_HALL = frozenset(
    (
        *(DECK, TRACKS, RECORD, CHANGES),
        *(*OF_THE_TECHNICIAN, *PAPERS, *WELCOME, *REPORT, *SHEETS.values()),
    )
)
"""What no other audience is given."""

FEWEST_PARTS = 2
"""Folders in each other, the root among them, of a place that belongs to one machine: « /tmp » and
« C:/Films » are anybody's.
"""

SHORTEST_NODE = 6
"""Signs of a machine's name that is no word."""


def control(folder: Path, reading: Reading, order: Order, means: Means) -> tuple[Diagnostic, ...]:
    """Looks at all that lies in the folder of an edition, for whom it lies there. What people put
    into the hall's own folder is only warned about.

    Raises CheckError with all that must not be there, each at its place.
    """
    run = _Run(folder, reading, look(reading, code_local=True), order, means)
    told = abridged(one.diagnostic for audience in Audience for one in run.findings(audience))
    if faults := errors(told):
        raise CheckError(*faults)
    return told


@dataclass(frozen=True)
class _Run:
    folder: Path
    reading: Reading
    inspection: Inspection
    order: Order
    means: Means

    def findings(self, audience: Audience) -> Iterator[Finding]:
        """In what lies there for an audience, with places that begin in the edition's folder."""
        place = self.folder / audience.folder
        if not place.is_dir():
            return
        sought = self._sought(audience)
        if audience.is_hall:
            made, others = manifest.made(self.folder), [one.folder for one in Audience]
            for one in privacy.check(place, sought, without=filter(None, others)):
                yield one if one.file in made or one.file == manifest.NAME else _milder(one)
        else:
            yield from (_inside(one, audience) for one in privacy.check(place, sought))

    def _sought(self, audience: Audience) -> Sought:
        board = self.reading.storyboard
        assert board is not None
        return Sought(
            names=rights.unnamed(self.reading, audience),
            files=tuple(self._files),
            places=tuple(self._places),
            authors=frozenset({plain(board.organiser)}),
            withheld=tuple(self._withheld(rights.showing(self.reading, audience))),
            house=HOUSE if audience.is_hall else frozenset(),
            elsewhere=self._of_nobody | (frozenset() if audience.is_hall else OF_THE_HALL),
        )

    @property
    def _files(self) -> Iterator[str]:
        """As they are called on the disk, and in the storyboard."""
        for named in self.inspection.named.values():
            yield PurePath(named.name).name
            if named.file:
                yield named.file.name
        yield from (file.name for file in self.inspection.spoken.values())
        yield from (file.name for _, file in self.reading.tables)

    @property
    def _of_nobody(self) -> frozenset[str]:
        """The register and the key stay where they are."""
        names = {PurePath(self.reading.register).name} if self.reading.register else set()
        return frozenset(names | {file.name for file in self.reading.key.files})

    @property
    def _places(self) -> Iterator[str]:
        """The folders of this run and this machine's name, where these tell anything."""
        output = self.order.output or Path()
        for folder in (self.reading.path.parent, output, self.means.cache, Path.home(), Path()):
            where = folder.resolve()
            if len(where.parts) > FEWEST_PARTS:
                yield str(where)
        node = platform.node()
        if len(node) >= SHORTEST_NODE and any(c.isdigit() for c in node):
            yield node

    def _withheld(self, showing: Showing) -> Iterator[Withheld]:
        """What an audience is not given, or not as it is, wherever else it might be from."""
        digests = self.means.workspace.digests
        for named, digest in withheld(showing, self.inspection.named, digests.of):
            yield Withheld(named.name, frozenset({digest}))


def _milder(one: Finding) -> Finding:
    return replace(one, diagnostic=replace(one.diagnostic, severity=Severity.WARNING))


def _inside(one: Finding, audience: Audience) -> Finding:
    """With its place from the edition's folder on."""
    place = one.diagnostic.place
    assert place is not None
    place = replace(place, file=f"{audience.folder}/{place.file}")
    return replace(one, diagnostic=replace(one.diagnostic, place=place))
