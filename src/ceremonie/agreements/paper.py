"""The paper that one person signs: who asks, for what, until when, and how it is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from ceremonie.agreements import wording
from ceremonie.agreements.collecting import Person
from ceremonie.agreements.sheet import line, sheet, tick
from ceremonie.edition.page import element
from ceremonie.storyboard import dates
from ceremonie.storyboard.query import day, texts
from ceremonie.theme.palette import Palette

MOST_IMAGES = 3
"""So many images are described; a paper has two pages at most."""

LONGEST = 85
"""Signs of a description."""


@dataclass(frozen=True)
class Event:
    """What every paper of an edition says; empty or None where the storyboard does not. `parents`
    sign for a minor, and the `child` too.
    """

    title: str
    organiser: str
    venue: str
    date: dt.date | None
    published_until: dt.date | None
    parents: int
    child: bool
    palette: Palette


def event(data: Any, parents: int, palette: Palette, *, child: bool) -> Event:
    """From the raw tree, be it complete or not."""

    def said(*path: str) -> str:
        return next((text for _, text in texts(data, *path)), "")

    held, until = day(data, "ceremonie", "date"), day(data, "publication", "fin")
    title, organiser = said("titre"), said("organisateur")
    return Event(title, organiser, said("ceremonie", "lieu"), held, until, parents, child, palette)


def paper(person: Person, name: str, about: Event) -> str:
    """An HTML document of two A4 pages at most; `name` may be empty: then there is room for it."""
    lead = about.title
    body = (
        *_asking(about),
        *_concerned(person, name),
        *_images(person),
        *_uses(about),
        *_signatures(person, about),
        *_rights(person, about),
    )
    return sheet(about.palette, wording.TITLE, lead, body)


def _asking(about: Event) -> Iterator[str]:
    held = f" le {dates.said(about.date)}" if about.date else ""
    venue = f" ({about.venue})" if about.venue else ""
    yield element(
        "p",
        wording.ASKING.format(
            organiser=about.organiser or wording.ORGANISER, title=about.title, held=held + venue
        ),
    )


def _concerned(person: Person, name: str) -> Iterator[str]:
    reference = element("span", person.identifier, "reference")
    yield f"{reference}{element('h2', wording.PERSON)}"
    yield f"<p>{escape(wording.NAME)} {escape(name) if name else line()}</p>"
    if person.agreement is None:
        boxes = (f"{tick(word)} {escape(word)}" for word in wording.OF_AGE_OR_NOT)
        yield f"<p>{' &emsp; '.join(boxes)}</p>"
    elif person.minor:
        yield element("p", wording.MINOR)


def _images(person: Person) -> Iterator[str]:
    described = list(dict.fromkeys(one.words for one in person.appearances if one.words))
    if not described:
        return
    yield element("h2", wording.IMAGES)
    shown = [_cut(words) for words in described[:MOST_IMAGES]]
    if more := len(described) - len(shown):
        shown.append(wording.MORE.format(count=more) if more > 1 else wording.ONE_MORE)
    yield f"<ul>{''.join(element('li', words) for words in shown)}</ul>"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _uses(about: Event) -> Iterator[str]:
    yield element("h2", wording.USES_TITLE)
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in wording.HEADS)
    boxes = "".join(f'<th scope="col" class="box">{word}</th>' for word in wording.YES_NO)
    rows = "".join(
        f'<tr>{element("td", use)}<td class="until">{_until(kind, about)}</td>{_boxes(use)}</tr>'
        for use, kind in wording.USES
    )
    yield f"<table><thead><tr>{heads}{boxes}</tr></thead><tbody>{rows}</tbody></table>"


def _boxes(use: str) -> str:
    return "".join(f'<td class="box">{tick(f"{word} : {use}")}</td>' for word in wording.YES_NO)


def _until(kind: wording.Until, about: Event) -> str:
    """The last day of a use, or room to write it."""
    match kind:
        case wording.Until.CEREMONY:
            day = about.date
        case wording.Until.PUBLICATION:
            day = about.published_until
        case _:
            return escape(wording.WITH_USES)
    return escape(dates.said(day)) if day else line(short=True)


def _signatures(person: Person, about: Event) -> Iterator[str]:
    yield element("h2", wording.SIGNATURES)
    who = list(_signing(person, about))
    if person.agreement is None:
        yield element("p", wording.ALONE_OF_AGE)
    elif person.minor:
        yield element("p", wording.GUARDIAN if about.parents > 1 else wording.ONE_PARENT)
    boxes = "".join(_box(title) for title in who)
    yield f'<div class="signatures">{boxes}</div>'
    yield element("p", wording.OVERLEAF, "note")


def _signing(person: Person, about: Event) -> Iterator[str]:
    minor = person.minor or person.agreement is None
    if minor:
        yield from wording.PARENTS[: about.parents]
    if person.agreement is None or not minor:
        yield wording.ONESELF
    elif about.child:
        yield wording.CHILD


def _box(title: str) -> str:
    rows = "".join(element("span", label) for label in wording.TO_SIGN)
    return f'<div class="signature"><b>{escape(title)}</b>{rows}</div>'


def _rights(person: Person, about: Event) -> Iterator[str]:
    """Overleaf, so that the whole first page is what is filled in."""
    organiser = about.organiser or wording.ORGANISER
    yield element("h2", wording.RIGHTS, "overleaf")
    for title, sentences in wording.RIGHTS_SENTENCES:
        yield element("h3", title)
        for sentence in sentences:
            told = sentence.format(organiser=organiser, reference=person.identifier)
            yield element("p", told)
    yield element("h3", wording.ADDRESS)
    rows = "".join(f"<p>{escape(label)} {line()}</p>" for label in wording.ADDRESSES)
    yield f'<div class="address">{element("p", organiser)}{rows}</div>'
