"""What a run is to make of what: the version of each audience, what stays of the edition before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ceremonie import deck, verifying
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.edition import manifest, parts, remaining, standing, technician
from ceremonie.edition.appearance import Source
from ceremonie.edition.parts import Made
from ceremonie.edition.publishing import Published
from ceremonie.edition.remaining import Remaining
from ceremonie.formats import Shape
from ceremonie.media import Examined, Means
from ceremonie.order import Order
from ceremonie.planning.model import Plan
from ceremonie.planning.recipe import composed
from ceremonie.storyboard import Reading
from ceremonie.verifying import Version


@dataclass(frozen=True)
class Task:
    """What is to be made of what, and where: `versions` by audience; `entered` are the names and
    digests of the files that it is made from, `around` is that of `standing`. `left` are audiences
    that are not asked for; `sources` are the files of media by the path of their entries, `shown`
    the digests of all that each version is made from.
    """

    order: Order
    reading: Reading
    versions: tuple[Version, ...]
    target: Path
    template: deck.Template | None
    entered: Mapping[str, str]
    around: str | None
    left: Remaining
    sources: Mapping[NodePath, Source]
    shown: Mapping[Audience, tuple[str, ...]]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.versions[0].planned.diagnostics

    @property
    def made_from(self) -> str:
        """A digest of inputs and programs."""
        return manifest.recipe(self.entered)

    @property
    def hall(self) -> Version | None:
        """What lies in the edition's own folder, where it is made."""
        return next((one for one in self.versions if one.audience.is_hall), None)


def task_of(reading: Reading, order: Order, means: Means) -> Task:
    assert order.output is not None
    seen = verifying.verified(reading, order, means)
    each = verifying.versions(seen, order, means)
    target = order.output / each[0].planned.edition
    digests = means.workspace.digests
    entered = manifest.inputs(reading.path, verifying.inputs(seen, digests))
    made_from = manifest.recipe(entered)
    return Task(
        order,
        reading,
        tuple(_without_barred(_beside(one, target, order), target) for one in each),
        target,
        seen.template,
        entered=entered,
        around=_around(seen.media, target, means.cache),
        left=remaining.remaining(target, order.audiences, made_from, draft=order.draft),
        sources=verifying.sources(seen, digests),
        shown={v.audience: verifying.shown(seen, v.showing, digests) for v in each},
    )


def _beside(version: Version, target: Path, order: Order) -> Version:
    """With what stays of the former films that are not made."""
    showing, former = version.showing, target / version.audience.folder
    assert showing.storyboard is not None
    made = parts.beside(
        showing.storyboard, version.materials, version.viewing, former, version.made
    )
    if version.audience.is_hall:
        made = replace(made, waiting=parts.waiting(version.planned, former, made))
    if version.audience.is_hall and not order.master:
        made = replace(made, mastered=_mastered(version, former, made))
    return replace(version, made=made)


def _mastered(version: Version, former: Path, made: Made) -> tuple[str, ...]:
    """What stays of what the technician was given."""
    board = version.showing.storyboard
    assert board is not None

    def film_in(shape: Shape) -> Plan:
        films = {film.format.shape: film for film in version.planned.in_each_shape}
        if shape in films:
            return films[shape]
        return composed(board, version.materials, (shape,), version.viewing).in_each_shape[0]

    return technician.staying(former, film_in, board.film.master, made)


def _without_barred(version: Version, target: Path) -> Version:
    """Without the part that is not made, where somebody in it may not be shown any more."""
    made, folder = version.made, version.audience.folder
    if made.only is None:
        return version
    people = parts.barred(target, folder, made, version.showing.may_be)
    return replace(version, made=replace(made, barred=people))


def _around(examined: Examined, target: Path, cache: Path) -> str | None:
    """Names count only where one does not simply lead to its file."""
    base = examined.reading.path.resolve().parent
    return "" if examined.literal else standing.around(base, target, (cache,))


def places(task: Task, version: Version, folder: Path) -> tuple[Path, Path]:
    """Where a version lies in the former edition, and where in the new one."""
    return task.target / version.audience.folder, folder / version.audience.folder


def published(task: Task, folder: Path) -> list[Published]:
    """What leaves the house."""
    return [
        Published(v.audience, v.planned, v.made, folder=place, former=former)
        for v in task.versions
        if not v.audience.is_hall
        for former, place in [places(task, v, folder)]
    ]
