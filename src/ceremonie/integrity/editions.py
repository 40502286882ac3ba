"""One edition: its files against its manifest, those of each audience against theirs."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ceremonie import machine
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.edition import manifest
from ceremonie.files import near
from ceremonie.integrity import decks, decoding, fixity, telling
from ceremonie.integrity.fixity import Difference, Kind, Present
from ceremonie.integrity.listing import listing
from ceremonie.integrity.places import files
from ceremonie.messages import problem
from ceremonie.unchanged import digest_of, signature_of

Advance = Callable[[int], None]
"""Is told how many bytes have just been read."""


@dataclass(frozen=True)
class Checked:
    """What was found of a folder; `size` are the bytes of its files."""

    folder: Path
    files: int
    size: int
    diagnostics: tuple[Diagnostic, ...]


def size_of(folder: Path) -> int:
    return sum((folder / name).lstat().st_size for name in files(folder))


def checked(folder: Path, advance: Advance, *, thorough: bool) -> Checked:
    """Every byte is read, whatever is remembered of it; `thorough` decodes films too."""
    place = near(folder.absolute())
    there, unread = present(folder, place, advance, digest_of)
    listed = listing(folder, place)
    promised = {name: one for name, one in listed.files.items() if name not in unread}
    differing = fixity.differences(promised, there) if listed.files else ()
    told = (
        *listed.faults,
        *unread.values(),
        *telling.told(folder, place, differing, listed),
        *_of_audiences(folder, place, there, {*_names(differing), *unread}),
        *contents(folder, place, there, {*_names(_promised(differing))}, thorough=thorough),
    )
    return Checked(folder, len(there), sum(one.size for one in there.values()), told)


def present(
    folder: Path, place: Path, advance: Advance, digest: Callable[[Path], str]
) -> tuple[dict[str, Present], dict[str, Diagnostic]]:
    """What can be read, with its `digest`, and why the rest cannot; links are not followed."""
    names, unread = [], {}
    for name in files(folder):
        if (folder / name).is_symlink():
            unread[name] = problem("controle-lien", place=Place(str(place / name), line=0))
        else:
            names.append(name)
    with ThreadPoolExecutor(machine.cores()) as crew:
        results = dict(
            zip(names, crew.map(lambda name: _read(folder / name, digest), names), strict=True)
        )
    there = {}
    for name, one in results.items():
        if isinstance(one, Present):
            there[name] = one
            advance(one.size)
        else:
            at = Place(str(place / name), line=0)
            unread[name] = problem("controle-illisible", place=at, cause=one.strerror or one)
    return there, unread


def _read(path: Path, digest: Callable[[Path], str]) -> Present | OSError:
    try:
        if not path.is_file():  # a pipe would be waited for without end
            return OSError(errno.EINVAL, "ce n'est pas un fichier")
        size, changed, _ = signature_of(path)
        return Present(digest(path), size, changed)
    except OSError as error:
        return error


def _of_audiences(
    folder: Path, place: Path, present: Mapping[str, Present], said: set[str]
) -> Iterator[Diagnostic]:
    """What an audience's own manifest says, but of files of which it is `said` already."""
    for audience in filter(None, (one.folder for one in Audience)):
        own = {name: one for name, one in present.items() if name.startswith(f"{audience}/")}
        if not own or f"{audience}/{manifest.NAME}" in said:
            continue
        listed = listing(folder / audience, place / audience)
        inside = {name.removeprefix(f"{audience}/"): one for name, one in own.items()}
        inside.pop(manifest.NAME, None)
        differences = [
            one
            for one in (fixity.differences(listed.files, inside) if listed.files else ())
            if not {f"{audience}/{one.name}", f"{audience}/{one.other}"} & said
        ]
        yield from listed.faults
        yield from telling.told(folder / audience, place / audience, differences, listed)


def _names(differing: Iterable[Difference]) -> Iterator[str]:
    for one in differing:
        yield from (one.name, one.other)


def _promised(differing: Iterable[Difference]) -> Iterator[Difference]:
    """Without what nobody promised: nothing is said yet of what that holds."""
    return (one for one in differing if one.kind is not Kind.ADDED)


def contents(
    folder: Path,
    place: Path,
    present: Mapping[str, Present],
    differing: set[str],
    *,
    thorough: bool,
) -> Iterator[Diagnostic]:
    """What files hold that are as promised, or that people have added; equal ones once."""
    seen: set[str] = set()
    for name, one in present.items():
        if name in differing or one.digest in seen:
            continue
        seen.add(one.digest)
        at = Place(str(place / name), line=0)
        broken = telling.broken(folder / name, at)
        yield from broken
        if not broken:
            yield from decks.told(folder / name, at)
            yield from decoding.told(folder, name, at) if thorough else ()
