"""How pictures, and what stands beside them, are told: each by what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.media.material import Clip, Picture
from ceremonie.pictograms import spoken
from ceremonie.planning.content import Scan
from ceremonie.planning.pictured_content import (
    Captioned,
    Card,
    Compared,
    Entrant,
    Framed,
    GroupPhoto,
    Lineup,
    Mosaic,
    Story,
    Subject,
)
from ceremonie.planning.told import Kind, Told
from ceremonie.planning.typography import HARD, sentence
from ceremonie.storyboard.programme import Section
from ceremonie.text import plain


def seen(medium: Picture | Clip) -> Iterator[Told]:
    """What it shows, in the words of its author."""
    yield Told(Kind.SEEN, medium.alternative)


def framed(content: Framed) -> Iterator[Told]:
    """What stands beside the heading of an interlude is a text, of all else a place or a name."""
    is_text = content.subject.section is Section.INTERLUDES
    yield Told(Kind.HEADING, content.heading, "" if is_text else content.detail)
    yield Told(Kind.WORDS, content.detail if is_text else "")
    yield from _captioned(content.medium, content.caption)
    for one in content.following:
        yield from _pair(one)


def card(content: Card) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.heading, "" if content.text else content.detail)
    yield Told(Kind.WORDS, content.detail if content.text else "")
    yield from _pictograms([content.subject])


def story(content: Story) -> Iterator[Told]:
    """The passages of a text are one."""
    yield Told(Kind.HEADING, content.heading, content.detail)
    yield Told(Kind.WORDS, content.text, begun=content.continued)


def group_photo(content: GroupPhoto) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield from seen(content.picture)


def compared(content: Compared) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.heading, content.detail)
    for label, picture in zip(content.labels, (content.before, content.after), strict=True):
        yield Told(Kind.ITEM, f"{label} : {picture.alternative}" if picture.alternative else label)
    yield Told(Kind.WORDS, content.caption)


def mosaic(content: Mosaic) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.heading, sentence(*content.detail))
    for cell in content.cells:
        if cell.picture:
            yield from _captioned(cell.picture, cell.label)
        else:
            yield Told(Kind.ITEM, cell.label)
    yield from _pictograms([cell.subject for cell in content.cells if not cell.picture])


def lineup(content: Lineup) -> Iterator[Told]:
    """A town is said once for all that is in it."""
    yield Told(Kind.HEADING, content.heading, content.detail)
    towns = dict.fromkeys(entrant.town for entrant in content.entrants)
    for town in towns:
        together = [one for one in content.entrants if one.town == town]
        yield Told(Kind.ITEM, _together(together, town))
    yield from _pictograms([entrant.subject for entrant in content.entrants])


def scan(content: Scan) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.heading)
    yield Told(Kind.WORDS, content.text)
    yield Told(Kind.ITEM, f"Code QR : {content.address}")


def _together(entrants: Sequence[Entrant], town: str) -> str:
    *first, last = [entrant.title for entrant in entrants]
    titles = f"{', '.join(first)} et {last}" if first else last
    return sentence(titles, town)


def _pair(one: Captioned) -> Iterator[Told]:
    yield from _captioned(one.picture, one.caption)


def _captioned(medium: Picture | Clip, caption: str) -> Iterator[Told]:
    """One that says what the picture shows is not said again."""
    if plain(caption) != plain(medium.alternative):
        yield Told(Kind.WORDS, caption)
    yield from seen(medium)


def _pictograms(subjects: Sequence[Subject]) -> Iterator[Told]:
    names = dict.fromkeys(spoken(subject.symbol) for subject in subjects if subject.symbol)
    if names:
        noun = "pictogrammes" if len(names) > 1 else "pictogramme"
        yield Told(Kind.SEEN, f"{noun} {', '.join(f'«{HARD}{name}{HARD}»' for name in names)}")
