"""Credits: every block of the storyboard and the author of every medium, as many as one screen
takes at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.media.entries import mediums
from ceremonie.planning import signs
from ceremonie.planning.columns import Column, Entry, entries, flow
from ceremonie.planning.content import Block, EndCredits
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import skimmed
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry as Written

COLUMNS, DEPTH = 3, 15
"""Columns of a screen, and rows of a column."""

SIGNS = 30
"""Usual signs in a row of a column."""

SECONDS = 7


def moments(script: Script) -> tuple[Moment, ...]:
    screens = _screens(_blocks(script), script.language)
    return tuple(_moment(script, i, screen, len(screens)) for i, screen in enumerate(screens))


def _moment(script: Script, index: int, blocks: tuple[Block, ...], total: int) -> Moment:
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
    heard = dict.fromkeys(entry.credit for entry in board.tracks if entry.credit)
    if music := tuple(credit for credit in heard if credit not in said):
        blocks.append((language.music, music))
    if _invents(board) and "illustrati" not in said.lower():
        blocks.append(language.illustrative_credit)
    return tuple(Block(french(title), tuple(map(french, lines))) for title, lines in blocks)


def _media_credits(board: Storyboard) -> tuple[str, ...]:
    """Every credit that a media entry names, once, in the order of the storyboard."""
    return tuple(dict.fromkeys(entry.credit for _, entry in mediums(board) if entry.credit))


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
