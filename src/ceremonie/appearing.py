"""Who appears where in an edition: of what was made for each audience, and of what came along."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.edition import manifest
from ceremonie.edition.appearance import Appearance, Source, by_person, carried, embedded
from ceremonie.edition.appearances import Shown, appearances
from ceremonie.edition.naming import naming
from ceremonie.edition.outputs import DECK, FILM
from ceremonie.mentions import Mentions
from ceremonie.planning.model import Plan
from ceremonie.rights.known import known
from ceremonie.storyboard import Reading
from ceremonie.verifying import Version


def appeared(
    versions: Sequence[Version],
    source: Reading,
    sources: Mapping[NodePath, Source],
    names: Collection[str],
) -> tuple[Appearance, ...]:
    """Everybody in what was made for the audiences of a storyboard, the `source`, in the files
    called `names` from the edition's folder; `sources` are its media.
    """
    everybody = _everybody(source)
    return tuple(
        one
        for version in versions
        for one in appearances(shown(version, source, sources, names, everybody))
    )


def shown(
    version: Version,
    source: Reading,
    sources: Mapping[NodePath, Source],
    names: Collection[str] = (),
    everybody: Mentions | None = None,
) -> Shown:
    """What an audience is given; `everybody` finds all names that are known, where it is there
    already.
    """
    showing, folder = version.showing, version.audience.folder
    assert source.storyboard is not None
    assert showing.storyboard is not None
    return Shown(
        str(version.audience),
        folder,
        version.planned,
        naming(
            showing.storyboard,
            source.storyboard,
            showing.origin,
            _everybody(source) if everybody is None else everybody,
        ),
        sources,
        names,
    )


def _everybody(source: Reading) -> Mentions:
    """What finds the names of all whom the key to the register names, or the storyboard itself
    beside an identifier.
    """
    people = known(source.key, source.source.data)
    return Mentions.of({person: named.spellings for person, named in people.items()})


def told(
    appeared: Sequence[Appearance],
    slides: Plan | None,
    former: Mapping[str, Any],
    along: Collection[str],
) -> dict[str, Any]:
    """As the manifest has it. `former` is what that of the former edition tells, from which the
    files called `along` came; where it tells nothing of people, they may show anybody.
    `slides` is the plan of a deck that was made now.
    """
    known = isinstance(former.get(manifest.PEOPLE), dict)
    people = carried(former[manifest.PEOPLE], along) if known else {}
    unknown = [*along] if not known else [n for n in former.get(manifest.UNKNOWN, ()) if n in along]
    for person, some in by_person(appeared).items():
        people.setdefault(person, []).extend(some)
    if slides:
        holding = [number for number, page in enumerate(slides.pages, 1) if page.film]
        people = embedded(people, FILM, DECK, holding)
    return {manifest.PEOPLE: people, manifest.UNKNOWN: sorted(unknown)}
