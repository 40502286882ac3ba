"""The papers as files: where they may lie, and what is never replaced by mistake."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from pathlib import Path

from ceremonie.agreements import wording
from ceremonie.agreements.collecting import Collection, Person
from ceremonie.agreements.paper import Event, event, paper
from ceremonie.agreements.sheet import sheet, tick
from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest
from ceremonie.edition.page import element
from ceremonie.files import appearing, is_reserved
from ceremonie.messages import listed, problem
from ceremonie.planning.colours import palette
from ceremonie.rights.register import RIGHTS, register
from ceremonie.storyboard import Reading, dates
from ceremonie.storyboard.location import SHARED
from ceremonie.text import unaccented

LIST = "a-collecter.html"


def write(collected: Collection, folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """A paper for each person whose agreement is to be asked for, and the list of them. All of it,
    or nothing.

    Raises UsageError where the folder is one that is published or travels with the edition, or
    where a file is there that `replace` does not allow to be replaced; OSError as the system does.
    """
    _check_place(folder, collected.reading.path)
    pages = dict(_pages(collected))
    there = [name for name in pages if folder.joinpath(name).exists()]
    if there and not replace:
        names = listed([f"« {name} »" for name in there])
        raise UsageError(problem("fiches-existent", names=names, folder=folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        with appearing(folder / name) as partial:
            partial.write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in pages)


def _check_place(folder: Path, storyboard: Path) -> None:
    """Names lie neither in what is made, nor in the folders that are sent from office to office."""
    real, base = Path(os.path.realpath(folder)), Path(os.path.realpath(storyboard)).parent
    own = any(real.is_relative_to(top) for top in (base, base.parent / SHARED))
    if own or any(_is_made(one, base) for one in (real, *real.parents)):
        raise UsageError(problem("fiches-dossier", folder=folder))
    if folder.exists() and not folder.is_dir():
        raise UsageError(problem("fiches-existent", names=f"« {folder.name} »", folder=folder))


def _is_made(folder: Path, base: Path) -> bool:
    """Whether this is an edition that was made, or where editions lie and no storyboards."""
    if manifest.contents(folder):
        return True
    if base.is_relative_to(folder) or not folder.is_dir():
        return False
    return any(manifest.contents(one) for one in folder.iterdir() if one.is_dir())


def _pages(collected: Collection) -> Iterator[tuple[str, str]]:
    reading, about = collected.reading, _event(collected.reading)
    for number, person in enumerate(collected.asked, 1):
        yield _file(person.identifier, number), paper(person, _name(reading, person), about)
    yield LIST, _list(collected, about)


def _event(reading: Reading) -> Event:
    data, board = reading.source.data, reading.storyboard
    asked = register(data, whole=not reading.source.unread((RIGHTS,)))
    colours = palette(board.theme.colours if board else ())
    return event(data, asked.parents, colours, child=asked.child)


def _file(identifier: str, number: int) -> str:
    """« accord-P012.html »; by its number where the identifier cannot be part of a name."""
    plain = "".join(c for c in unaccented(identifier) if c.isalnum() or c in "-_").upper()
    usable = plain and plain == identifier.upper() and not is_reserved(identifier)
    return f"accord-{identifier if usable else f'sans-identifiant-{number}'}.html"


def _name(reading: Reading, person: Person) -> str:
    named = reading.key.people.get(person.identifier)
    return named.name if named else ""


def _list(collected: Collection, about: Event) -> str:
    lead = " · ".join(filter(None, (about.title, about.organiser)))
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in wording.LIST_HEADS)
    rows = "".join(_row(person, _name(collected.reading, person)) for person in collected.asked)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    body = (
        table if rows else element("p", wording.NOBODY),
        element("p", wording.LIST_NOTE, "note"),
    )
    return sheet(about.palette, wording.LIST_TITLE, lead, body)


def _row(person: Person, name: str) -> str:
    signing = wording.SIGNING_MINOR if person.minor else wording.SIGNING_ADULT
    if person.agreement is None:
        signing = wording.SIGNING_UNKNOWN
    lacking = [
        wording.FOR.format(audience=audience, why=", ".join(why))
        for audience, why in person.lacks.items()
    ]
    if person.expires and person.end:
        lacking.append(wording.EXPIRES.format(day=dates.said(person.end)))
    cells = (person.identifier, name, signing)
    told = "".join(element("td", text) for text in cells)
    return (
        f"<tr><td>{tick(wording.LIST_HEADS[0])}</td>{told}"
        f"<td>{'<br>'.join(map(escape, lacking))}</td></tr>"
    )
