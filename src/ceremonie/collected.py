"""The agreements that are missing, as lines for people: by identifier, never by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie import command, words
from ceremonie.storyboard import dates
from ceremonie.text import quotable

if TYPE_CHECKING:
    from ceremonie.agreements.collecting import Appearance, Collection, Person
    from ceremonie.audiences import Audience
    from ceremonie.rights.occasion import Occasion

MOST_PLACES = 5
"""So many places are told of a person; the others are counted."""


def lines(found: Collection, papers: Sequence[Path] = ()) -> Iterator[str]:
    """For each audience who is missing what; then where they are, and what else is to be known."""
    if not any(one.appearances for one in found.people):
        yield words.CONSENTS_NOBODY
    for occasion in found.occasions:
        yield "\n".join(_audience(occasion, found)) + "\n"
    if found.before:
        yield "\n".join(_expiring(found)) + "\n"
    if asking := [one for one in found.people if one.asked]:
        yield "\n".join((words.CONSENTS_WHERE, *_places(asking))) + "\n"
    yield from _others(found)
    if papers:
        yield _written(papers)


def _audience(occasion: Occasion, found: Collection) -> Iterator[str]:
    yield words.CONSENTS_FOR.format(audience=occasion.use, days=_days(occasion))
    told = [_lacking(one, occasion.audience) for one in found.missing]
    yield from filter(None, told) if any(told) else iter((words.CONSENTS_NONE,))


def _days(occasion: Occasion) -> str:
    if not occasion.first or not occasion.last:
        return words.CONSENTS_NO_DAYS
    one_day = occasion.first == occasion.last
    sentence = words.CONSENTS_ON if one_day else words.CONSENTS_SPAN
    return sentence.format(first=dates.said(occasion.first), last=dates.said(occasion.last))


def _lacking(person: Person, audience: Audience) -> str:
    if not (why := person.lacks.get(audience)):
        return ""
    minor = words.CONSENTS_MINOR if person.minor else ""
    return words.CONSENTS_LACKING.format(
        person=quotable(person.identifier), minor=minor, why=" ; ".join(why)
    )


def _expiring(found: Collection) -> Iterator[str]:
    assert found.before
    yield words.CONSENTS_EXPIRING.format(before=dates.said(found.before))
    for one in found.expiring:
        assert one.end
        person = quotable(one.identifier)
        yield words.CONSENTS_END.format(person=person, end=dates.said(one.end))
    if not found.expiring:
        yield words.CONSENTS_NO_END


def _places(people: Sequence[Person]) -> Iterator[str]:
    for person in people:
        for one in person.appearances[:MOST_PLACES]:
            yield _place(person, one)
        if more := len(person.appearances[MOST_PLACES:]):
            yield words.IMPORT_MORE.format(more=words.counted(more, words.IMPORT_OTHER))


def _place(person: Person, one: Appearance) -> str:
    what = one.medium or one.words
    return words.CONSENTS_PLACE.format(
        person=quotable(person.identifier), way=one.way, what=quotable(what), where=one.place.beside
    )


def _others(found: Collection) -> Iterator[str]:
    unseen = [one for one in found.people if not one.appearances]
    for sentence, people in (
        (words.CONSENTS_WELL, [one.identifier for one in found.well]),
        (words.CONSENTS_UNSEEN, [one.identifier for one in unseen]),
        (words.CONSENTS_WITHDRAWN, sorted(found.withdrawn)),
    ):
        if people:
            yield sentence.format(people=", ".join(map(quotable, people)))
    if found.unsaid:
        one = found.unsaid == 1
        sentence = words.CONSENTS_UNSAID_ONE if one else words.CONSENTS_UNSAID_MANY
        media = sentence.format(count=found.unsaid)
        yield words.CONSENTS_UNSAID.format(media=media, command=command.name())


def _written(papers: Sequence[Path]) -> str:
    *forms, listing = papers
    count = words.counted(len(forms), "feuille")
    return words.CONSENTS_PAPERS.format(folder=listing.parent, papers=count, list=listing.name)
