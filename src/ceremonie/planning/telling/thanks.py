"""How the title, the chapters, the thanks and the credits are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.planning.content import (
    Block,
    Chapter,
    CreditRoll,
    EndCredits,
    Farewell,
    Names,
    Supporter,
    Title,
    Wall,
)
from ceremonie.planning.told import Kind, Told
from ceremonie.planning.typography import sentence
from ceremonie.text import plain


def title(content: Title) -> Iterator[Told]:
    """The longer name first, then the words that are shown large."""
    lead_in = content.kicker.removeprefix(content.official).strip()
    large = " ".join(giant.text for giant in content.giants)
    yield Told(Kind.WORDS, content.official)
    yield Told(Kind.WORDS, f"{lead_in} {large}".strip())
    yield from (Told(Kind.WORDS, line) for line in content.foot)


def chapter(content: Chapter) -> Iterator[Told]:
    """It names the chapter of the film."""
    yield Told(Kind.HEADING, sentence(content.name, content.date))
    yield Told(Kind.WORDS, content.theme)


def wall(content: Wall) -> Iterator[Told]:
    """The principal ones first."""
    yield Told(Kind.HEADING, content.heading)
    for rank in content.ranks:
        yield from (Told(Kind.ITEM, _supporter(one)) for one in rank)


def names(content: Names) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield Told(Kind.WORDS, content.message)
    yield Told(Kind.WORDS, ", ".join(content.names))


def farewell(content: Farewell) -> Iterator[Told]:
    """Blocks of the credits stand below the word where there is no message."""
    if not content.continued:
        yield Told(Kind.WORDS, content.word)
    yield Told(Kind.WORDS, content.message, begun=content.continued)
    if not content.message:
        yield from _credits(content.blocks)


def end_credits(content: CreditRoll | EndCredits) -> Iterator[Told]:
    yield Told(Kind.HEADING, content.title)
    yield from _credits(content.blocks)


def _credits(blocks: Sequence[Block]) -> Iterator[Told]:
    for block in blocks:
        yield Told(Kind.CREDIT, f"{block.title} : {' ; '.join(block.lines)}")


def _supporter(one: Supporter) -> str:
    """By its name, whatever else its logo shows."""
    shown = one.logo.alternative if one.logo else ""
    return one.name if plain(one.name) in plain(shown) or not shown else f"{one.name} ({shown})"
