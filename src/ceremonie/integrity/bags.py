"""A BagIt bag (RFC 8493): every file against its lists, the lists against each other, and whether
what lies in it opens.

Of the list of tag files nothing tells whether it is as it was written, but its form and what it
says: what it tells wrongly by a sign or two is its own fault, and what we write into each bag has
to stand in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ceremonie.archiving import bag, layout
from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.edition import manifest
from ceremonie.files import near
from ceremonie.integrity import editions, fixity
from ceremonie.integrity.baglists import BagList, bag_list, is_of_list, list_of
from ceremonie.integrity.editions import Advance, Checked
from ceremonie.integrity.fixity import Difference, Kind, Present
from ceremonie.integrity.opening import BrokenError, demand_whole
from ceremonie.messages import problem

OWN = (bag.DECLARATION, bag.INFO, bag.MANIFEST, layout.README, layout.SLIP)
"""What each bag of ours has beside its payload, and its list of that has to name."""


def checked(folder: Path, advance: Advance, *, thorough: bool) -> Checked:
    """Every byte is read; `thorough` decodes films too."""
    place = near(folder.absolute())
    there, unread = editions.present(folder, place, advance, _digest)
    lists = [bag_list(folder, place, name) for name in (bag.MANIFEST, bag.TAG_MANIFEST)]
    promised = {
        name: one for part in lists for name, one in part.files.items() if name not in unread
    }
    held = {name: one for name, one in there.items() if name != bag.TAG_MANIFEST}
    every = fixity.differences(promised, held)
    misled = [one for one in every if is_of_list(one, promised, held)]
    differing = [one for one in every if one not in misled]
    faulty = {list_of(one.name, lists) for one in misled}
    faulty |= {one.name for one in lists if one.faults}
    faulty |= {bag.TAG_MANIFEST} if _unlisted(lists[1], held) else set()
    faulty |= {one.name for one in differing if one.name == bag.MANIFEST and _is_known(one)}
    told = (
        *_of_lists(lists, faulty, place),
        *unread.values(),
        *_of_files(folder, place, [one for one in differing if not _is_told(one, faulty, lists)]),
        *(() if every or unread or faulty else _of_sum(folder, place, held)),
        *_of_editions(
            folder, place, held, {name for one in every for name in _names(one)}, thorough=thorough
        ),
    )
    return Checked(folder, len(there), sum(one.size for one in there.values()), told)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha512").hexdigest()


def _unlisted(tags: BagList, held: Mapping[str, Present]) -> bool:
    return any(name in held and name not in tags.files for name in OWN)


def _of_lists(lists: list[BagList], faulty: set[str], place: Path) -> Iterator[Diagnostic]:
    for one in lists:
        yield from one.faults
        if one.name in faulty and not one.faults:
            yield problem("controle-sac-liste", place=Place(str(place / one.name), line=0))


def _is_known(one: Difference) -> bool:
    """Whether a list names it."""
    return one.kind is not Kind.ADDED


def _is_told(one: Difference, faulty: set[str], lists: list[BagList]) -> bool:
    """Of a list itself it is said already; what a damaged one does not name was hardly added."""
    if _is_known(one):
        return one.name in faulty
    return list_of(one.name, lists) in faulty


def _of_files(folder: Path, place: Path, differing: list[Difference]) -> Iterator[Diagnostic]:
    for one in differing:
        at = Place(str(place / one.name), line=0)
        match one.kind:
            case Kind.MISSING:
                yield problem("controle-sac-manquant", place=at)
            case Kind.RENAMED:
                yield problem("controle-sac-renomme", place=at, other=one.other, name=one.name)
            case Kind.SWAPPED:
                yield problem("controle-sac-echange", place=at, other=one.other)
            case Kind.ADDED if one.name.startswith(f"{bag.PAYLOAD}/"):
                yield problem("controle-sac-ajoute", place=at)
            case Kind.ADDED:
                yield problem("controle-sac-a-cote", place=at, severity=Severity.NOTE)
            case Kind.CHANGED:
                yield _changed(folder / (one.other or one.name), at)


def _changed(file: Path, at: Place) -> Diagnostic:
    try:
        demand_whole(file)
    except BrokenError as error:
        return problem("controle-sac-abime", place=at, cause=error)
    except OSError as error:
        return problem("controle-illisible", place=at, cause=error.strerror or error)
    return problem("controle-sac-change", place=at)


def _of_sum(folder: Path, place: Path, held: Mapping[str, Present]) -> Iterator[Diagnostic]:
    """`Payload-Oxum`: bytes and files of the payload (RFC 8493, 2.2.2)."""
    payload = [one.size for name, one in held.items() if name.startswith(f"{bag.PAYLOAD}/")]
    line = f"Payload-Oxum: {sum(payload)}.{len(payload)}"
    if line not in (folder / bag.INFO).read_text("utf-8", "replace").splitlines():
        yield problem("controle-sac-somme", place=Place(str(place / bag.INFO), line=0))


def _of_editions(
    folder: Path, place: Path, held: Mapping[str, Present], differing: set[str], *, thorough: bool
) -> Iterator[Diagnostic]:
    """What was sealed is as it was sealed, whatever its own manifest says: that it opens is what
    remains to be looked at. Sources are such as people have them.
    """
    start = f"{layout.EDITION}/"
    inside = {name.removeprefix(start): one for name, one in held.items() if name.startswith(start)}
    said = {name.removeprefix(start) for name in differing if name.startswith(start)}
    inside.pop(manifest.NAME, None)
    edition = folder / layout.EDITION
    for one in editions.contents(edition, place / layout.EDITION, inside, said, thorough=thorough):
        yield replace(one, remedy=_AGAIN) if one.slug == "controle-ne-souvre-pas" else one


_AGAIN = problem("controle-sac-manquant").remedy


def _names(one: Difference) -> tuple[str, ...]:
    return one.name, one.other
