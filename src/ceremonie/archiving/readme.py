"""LISEZMOI.txt: the bag explained to somebody in thirty years."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ceremonie import __version__
from ceremonie import words as numbers
from ceremonie.archiving import layout, wording
from ceremonie.archiving.bag import BagFile, Written
from ceremonie.archiving.subject import Subject
from ceremonie.edition.finding import is_draft
from ceremonie.messages import listed
from ceremonie.stick.checklist import WIDTH

A_MEGABYTE = 1_000_000


def readme(subject: Subject, files: Iterable[Written], by_hand: Iterable[str]) -> BagFile:
    """French, lines that no window breaks, and ends of lines that every editor knows."""
    board = subject.board
    payload = [one for one in files if one.is_payload]
    head = f"{board.title.upper()} – {board.edition}"[:WIDTH]
    text = wording.README.format(
        head=head,
        rule="=" * len(head),
        title=board.title,
        event=wording.of_whole(board).partition(" Durée")[0].partition(" Sort")[0],
        terms=_paragraph(wording.retention(board)),
        folders="\n".join(_folders(payload)),
        notes=_to_know(subject, by_hand),
        shortest=_shortest({one.name for one in payload}),
        home=subject.home,
        storyboard=subject.reading.path.name,
        version=__version__,
    )
    lines = (line for part in text.splitlines() for line in _wrapped(part))
    return BagFile(layout.README, "\r\n".join((*lines, "")).encode("utf-8-sig"))


def _to_know(subject: Subject, by_hand: Iterable[str]) -> str:
    """A chapter, where there is anything; then as without, one line apart from the next."""
    notes = "".join(map(_paragraph, _notes(subject, by_hand)))
    return f"\n{wording.NOTES}{notes}\n" if notes else "\n"


def _paragraph(text: str) -> str:
    return f"  {text}\n" if text else ""


def _wrapped(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)


def _folders(files: Iterable[Written]) -> Iterator[str]:
    every = list(files)
    for folder, (_, purpose) in wording.FOLDERS.items():
        inside = [one for one in every if one.name.startswith(f"{folder}/")]
        if inside:
            size = _size(sum(one.size for one in inside))
            count = numbers.counted(len(inside), "fichier")
            yield f"  {folder} ({count}, {size})"
            yield f"      {purpose}"


def _size(count: int) -> str:
    return numbers.sized(count) if count >= A_MEGABYTE else wording.LITTLE


def _notes(subject: Subject, by_hand: Iterable[str]) -> Iterator[str]:
    if is_draft(subject.facts):
        yield wording.DRAFT
    if own := sorted(by_hand):
        yield wording.BY_HAND.format(files=listed(own))
    if subject.left_out:
        yield wording.LEFT_OUT.format(files=listed(subject.left_out))


def _shortest(names: set[str]) -> str:
    ways = (way for name, way in wording.PAGES_OR_FILM.items() if name in names)
    return f"{' ; '.join(ways)}." if names & set(wording.PAGES_OR_FILM) else wording.EVERYTHING
