"""How people are told: what they say and who they are, names with what these people do."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.planning.compositions.signed import SAID
from ceremonie.planning.content import Award, Awards, Person, Quote, Speech
from ceremonie.planning.telling.pictured import seen
from ceremonie.planning.told import Kind, Told
from ceremonie.planning.typography import HARD, sentence, uncapitalised

NUMBER = "dossard"


def speech(content: Speech) -> Iterator[Told]:
    """Its passages are one; who speaks follows them."""
    who = sentence(content.speaker, content.position)
    said_by = f"{who}. {content.mention}" if who and content.mention else who or content.mention
    yield Told(Kind.SPEECH, content.message, said_by, begun=content.continued)
    yield from _seen_of(content)


def quote(content: Quote) -> Iterator[Told]:
    position = " ".join(text for text in (content.position, content.illustration) if text)
    joint = ", " if content.position else " "
    who = joint.join(text for text in (content.author, position) if text)
    yield Told(Kind.QUOTE, content.quote, who, begun=content.continued)
    if content.portrait:
        yield from seen(content.portrait)


def person(content: Person) -> Iterator[Told]:
    number = f"{NUMBER}{HARD}{content.number}" if content.number else ""
    yield Told(Kind.HEADING, f"{content.name} {content.illustration}".strip())
    yield Told(Kind.WORDS, sentence(*content.facts, number))
    yield from _seen_of(content)


def award(content: Award) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    who = sentence(content.winner, uncapitalised(content.presenter))
    yield Told(Kind.WORDS, f"{who} {content.illustration}".strip())
    if content.photo:
        yield from seen(content.photo)


def awards(content: Awards) -> Iterator[Told]:
    """Each cell with the head of its column."""
    yield Told(Kind.HEADING, f"{content.title} {content.illustration}".strip())
    heads, *rows = content.rows
    for row in rows:
        cells = zip(heads, row, strict=True)
        yield Told(Kind.ITEM, " ; ".join(f"{head} : {cell}" for head, cell in cells if cell))


def _seen_of(content: Speech | Person) -> Iterator[Told]:
    if content.portrait:
        yield from seen(content.portrait)
    if content.signed:
        yield Told(Kind.WORDS, SAID)
