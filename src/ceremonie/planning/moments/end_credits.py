"""Credits: every block of the storyboard and the author of every medium, as many as one screen
takes at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.media.entries import mediums
from ceremonie.planning import ground, signs
from ceremonie.planning.columns import Column, Entry, entries, flow
from ceremonie.planning.content import Block, CreditRoll, EndCredits
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.credited import grouped, unbroken
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import Length, lasting, skimmed
from ceremonie.planning.typography import french
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry as Written
from ceremonie.units import frames

COLUMNS, DEPTH = 3, 15
"""Columns of a screen, and rows of a column."""

SIGNS = 30
"""Usual signs in a row of a column."""

SECONDS = 7

ROLLING_SIGNS, AT_ONCE, BETWEEN = 46, 15, 0.6
"""Usual signs in a row of the credits that roll in the narrowest shape, the rows that it shows at
once, and those that are free between two blocks.
"""

MAP_SOURCE = "admin express"
"""A block of the storyboard that names it has credited the map already."""

PASSING, STANDING = 46 / 75, 4.3
"""Seconds that a row takes to pass, and those in which the first and the last ones stand."""


def moments(script: Script) -> tuple[Moment, ...]:
    """The film lets them roll, if it moves at all; slides are pages."""
    screens = _screens(_blocks(script), script.language)
    pages = tuple(_page(script, i, screen, len(screens)) for i, screen in enumerate(screens))
    if not pages or script.storyboard.theme.motion == "reduit":
        return pages
    return (_roll(script), *(replace(page, screen=None) for page in pages))


def _roll(script: Script) -> Moment:
    """One shot, as long as its rows take to pass."""
    name = script.language.parts[Section.CREDITS]
    blocks = tuple(_by_author(block) for block in _blocks(script))
    length = _passing(blocks)
    return Moment(
        id="generique",
        kind="generique",
        section=Section.CREDITS,
        title=name,
        path=("generique",),
        screen=CreditRoll(name, blocks, length.usual),
        length=length,
    )


def _by_author(block: Block) -> Block:
    return replace(block, lines=tuple(unbroken(french(line)) for line in grouped(block.lines)))


def _passing(blocks: Sequence[Block]) -> Length:
    """As long as its rows take to pass, or to be found where they stand."""
    texts = [text for block in blocks for text in (block.title, *block.lines)]
    rows = sum(
        BETWEEN + sum(signs.rows(text, ROLLING_SIGNS) for text in (block.title, *block.lines))
        for block in blocks
    )
    passing = frames(STANDING + PASSING * max(0, rows - AT_ONCE))
    return lasting(max(passing, skimmed(SECONDS, *texts).usual))


def _page(script: Script, index: int, blocks: tuple[Block, ...], total: int) -> Moment:
    name = script.language.parts[Section.CREDITS]
    length = skimmed(SECONDS, *(text for b in blocks for text in (b.title, *b.lines)))
    content = EndCredits(name, blocks, length.usual)
    return Moment(
        id=f"generique-{index + 1}",
        kind="generique",
        section=Section.CREDITS,
        title=name if total == 1 else f"{name} ({index + 1}/{total})",
        path=("generique",),
        screen=content,
        slide=content,
        length=length,
        notes=Notes(do=(script.language.leave_credits,)),
    )


def _blocks(script: Script) -> tuple[Block, ...]:
    """Those of the storyboard, then what none of them says."""
    board, language = script.storyboard, script.language
    blocks = [(block.title, block.lines) for block in board.credits]
    said = " ".join(text for _, lines in blocks for text in lines)
    if pictures := tuple(c for c in _media_credits(board) if c not in said):
        blocks.append((language.pictures, pictures))
    heard = dict.fromkeys(entry.credit for entry in _music(board) if entry.credit)
    if music := tuple(credit for credit in heard if credit not in said):
        blocks.append((language.music, music))
    if _shows_our_map(script) and MAP_SOURCE not in said.lower():
        blocks.append(language.map_credit)
    if _invents(board) and "illustrati" not in said.lower():
        blocks.append(language.illustrative_credit)
    return tuple(Block(french(title), tuple(map(french, lines))) for title, lines in blocks)


def _music(board: Storyboard) -> Iterator[Music]:
    """All that is heard on the evening."""
    yield from board.tracks
    if board.welcome and isinstance(board.welcome.music, Music):
        yield board.welcome.music


def _media_credits(board: Storyboard) -> tuple[str, ...]:
    """Every credit that a media entry names, once, in the order of the storyboard."""
    return tuple(dict.fromkeys(entry.credit for _, entry in mediums(board) if entry.credit))


def _shows_our_map(script: Script) -> bool:
    """Contours of one's own have an author of their own."""
    territory = ground.of(script.storyboard, script.materials)
    return territory is not None and bool(territory.codes)


def _invents(value: object) -> bool:
    """Whether any part of a storyboard is marked as an illustration."""
    if isinstance(value, Written):
        return getattr(value, "illustrative", False) or any(_invents(v) for _, v in value)
    return isinstance(value, tuple) and any(_invents(item) for item in value)


def _screens(blocks: Sequence[Block], language: Language) -> list[tuple[Block, ...]]:
    columns = flow(entries(blocks), DEPTH, _rows, language)
    return [
        tuple(_rejoined(columns[first : first + COLUMNS]))
        for first in range(0, len(columns), COLUMNS)
    ]


def _rows(entry: Entry) -> int:
    return signs.rows(entry.text, SIGNS)


def _rejoined(columns: Sequence[Column]) -> Iterator[Block]:
    """The blocks that a screen's columns hold; one that was begun before says its heading again."""
    placed = [p.entry for column in columns for p in column]
    for index in dict.fromkeys(entry.block for entry in placed):
        own = [entry for entry in placed if entry.block == index]
        title = next(entry.text for entry in own if entry.heading)
        yield Block(title, tuple(entry.text for entry in own if not entry.heading))
