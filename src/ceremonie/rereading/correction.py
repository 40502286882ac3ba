"""What a corrected deck says otherwise than the storyboard: changes of it, and what is left to do
by hand, each at its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremonie.deck.received import Received, Shape, Slide
from ceremonie.deck.slide import pictures
from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.kinds import Kind
from ceremonie.media.kinds import of as kind_of
from ceremonie.messages import problem
from ceremonie.planning.compositions.screening import STILL
from ceremonie.planning.last_minute import LAST_MINUTE
from ceremonie.rereading import last_minute, moving, photos
from ceremonie.rereading.expected import Expected, Piece, value, without
from ceremonie.rereading.matching import Matched, fitted, matched
from ceremonie.rereading.photos import NewPhoto
from ceremonie.rereading.provenance import Value, origins
from ceremonie.rereading.wording import Edit, UnclearError, edits, merged
from ceremonie.signs import same
from ceremonie.storyboard import Reading
from ceremonie.storyboard.editing import Change, Reorder, Set
from ceremonie.text import quotable

FILE = "fichier"
INTERLUDES: NodePath = ("moments",)


@dataclass(frozen=True)
class Corrections:
    """`changes` in the order in which they are to be made; `photos` are those of media entries;
    `slides` says on which slide each value was corrected; `told` is what is left to do by hand.
    Nothing is `matched` where not one slide is of this storyboard.
    """

    matched: bool
    changes: tuple[Change, ...]
    photos: Mapping[NodePath, NewPhoto]
    slides: Mapping[NodePath, int]
    told: tuple[Diagnostic, ...]


@dataclass
class _Gathered:
    """What was found on the slides so far."""

    edits: dict[Value, list[tuple[Edit, Slide, Piece, Shape]]] = field(default_factory=dict)
    photos: dict[NodePath, NewPhoto] = field(default_factory=dict)
    data: dict[NodePath, bytes] = field(default_factory=dict)
    slides: dict[NodePath, int] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)

    def tell(self, slug: str, path: NodePath | None, **values: Any) -> None:
        self.told.append(problem(slug, path=path, severity=Severity.WARNING, **values))


def corrections(reading: Reading, pages: Sequence[Expected], deck: Received) -> Corrections:
    """Nothing where the deck is as it was made, whichever program has saved it since."""
    assert reading.storyboard is not None
    typed, slides = last_minute.parted(deck.slides, pages)
    pages = [one for one in pages if one.page.kind != LAST_MINUTE]
    there, gathered = matched(slides, pages), _Gathered()
    for one in typed:
        gathered.tell("relire-derniere-minute", INTERLUDES, **one.said)
    for slide, page in _with_film(there.found):
        _read(slide, page, reading.path.parent, gathered)
    _leave_in_table(reading, gathered)
    changes: list[Change] = list(_written(_texts(gathered), reading, gathered))
    changes += [Set((*path, FILE), new.name) for path, new in gathered.photos.items()]
    moves = moving.moves(
        reading.storyboard, [one.page for one in pages], [one.page for _, one in there.found]
    )
    _tell_slides(there, moves, gathered)
    return Corrections(
        bool(there.found),
        (*changes, *_written(moves.changes, reading, gathered)),
        gathered.photos,
        gathered.slides,
        reading.source.located(gathered.told),
    )


def _with_film(found: Sequence[tuple[Slide, Expected]]) -> Iterator[tuple[Slide, Expected]]:
    """Where the deck has its film, a frame of it stands for the photo that the storyboard gives."""
    has_film = any(slide.plays and one.page.film for slide, one in found)
    for slide, one in found:
        yield slide, without(one, STILL) if has_film else one


def _written(changes: Iterable[Change], reading: Reading, gathered: _Gathered) -> Iterator[Change]:
    """Without those of values that the storyboard has from a spreadsheet, which are told."""
    for change in changes:
        cell = _cell_of(change, reading)
        if cell is None:
            yield change
        elif isinstance(change, Set):
            slide, words = gathered.slides.pop(change.path, 0), quotable(change.value)
            gathered.tell("relire-tableau", cell, slide=slide, words=words)
        else:
            gathered.tell("relire-tableau-ordre", cell)


def _cell_of(change: Change, reading: Reading) -> NodePath | None:
    """What a change would have to change in a spreadsheet, if anything."""
    paths: tuple[NodePath, ...] = (change.path,)
    if isinstance(change, Reorder):
        paths = tuple((*change.path, number) for number in change.order)
    return next((path for path in paths if reading.source.from_table(path)), None)


def _leave_in_table(reading: Reading, gathered: _Gathered) -> None:
    """Photos whose names stand in a spreadsheet are not replaced: that is told."""
    for path in [path for path in gathered.photos if reading.source.from_table(path)]:
        name = quotable(gathered.photos.pop(path).name)
        slide = gathered.slides.pop((*path, FILE))
        gathered.told = [one for one in gathered.told if one.path != (*path, FILE)]
        gathered.tell("relire-photo-a-la-main", (*path, FILE), slide=slide, name=name)


def _read(slide: Slide, expected: Expected, folder: Path, gathered: _Gathered) -> None:
    pieces = fitted(slide, expected)
    for piece, shape in pieces.pairs:
        if piece.photo is not None and shape.picture is not None:
            _read_photo(slide, expected, piece, shape, folder, gathered)
        elif not same(piece.words, shape.words):
            _read_words(slide, expected, piece, shape, gathered)
    if expected.page.film:
        return
    for piece in pieces.missing:
        what = quotable(piece.words) if piece.photo is None else piece.name
        gathered.tell("relire-retire", expected.page.path, slide=slide.number, what=what)
    for shape in pieces.added:
        words = quotable(shape.words)
        gathered.tell("relire-ajoute", expected.page.path, slide=slide.number, words=words)
    for shape in pieces.pictures:
        name = quotable(shape.name)
        gathered.tell("relire-image-ajoutee", expected.page.path, slide=slide.number, name=name)


def _read_words(
    slide: Slide, expected: Expected, piece: Piece, shape: Shape, gathered: _Gathered
) -> None:
    told = [value(one) for one in piece.told if not one.medium]
    try:
        found = edits(piece.words, shape.words, origins(piece.words, told, expected.values))
    except UnclearError:
        _by_hand(slide, expected.page.path, piece, shape, gathered)
        return
    for edit in found:
        gathered.edits.setdefault(edit.value, []).append((edit, slide, piece, shape))


def _by_hand(slide: Slide, path: NodePath, piece: Piece, shape: Shape, gathered: _Gathered) -> None:
    where = next((one.path for one in piece.told if not one.medium), path)
    before, after = quotable(piece.words), quotable(shape.words)
    gathered.tell("relire-a-la-main", where, slide=slide.number, before=before, after=after)


def _texts(gathered: _Gathered) -> Iterator[Change]:
    for one, found in gathered.edits.items():
        try:
            words = merged(one.text, (edit for edit, *_ in found))
        except UnclearError:
            for _, slide, piece, shape in found:
                _by_hand(slide, one.path, piece, shape, gathered)
            continue
        gathered.slides[one.path] = found[0][1].number
        yield Set(one.path, words)


def _read_photo(
    slide: Slide,
    expected: Expected,
    piece: Piece,
    shape: Shape,
    folder: Path,
    gathered: _Gathered,
) -> None:
    assert piece.photo is not None
    assert shape.picture is not None
    if not photos.changed(shape.picture, pictures.stored(piece.photo)):
        return
    medium = next((one for one in piece.told if one.medium), None)
    former = gathered.data.get(medium.path) if medium else None
    if former == shape.picture:
        return
    if medium is None or former is not None or not _is_photo(medium.text, shape.picture):
        what = medium.text if medium else piece.name
        path = medium.path if medium else expected.page.path
        gathered.tell("relire-photo-a-la-main", path, slide=slide.number, name=what)
        return
    taken = {new.name for new in gathered.photos.values()}
    new = photos.beside(medium.text, folder, shape.picture, taken)
    gathered.photos[medium.path], gathered.data[medium.path] = new, shape.picture
    gathered.slides[*medium.path, FILE] = slide.number
    gathered.tell(
        "relire-photo", (*medium.path, FILE), slide=slide.number, former=medium.text, new=new.name
    )


def _is_photo(name: str, data: bytes) -> bool:
    return kind_of(name) is Kind.PICTURE and bool(photos.ending(data))


def _tell_slides(there: Matched, moves: moving.Moves, gathered: _Gathered) -> None:
    number = {one.page.id: slide.number for slide, one in there.found}
    for one in there.lost:
        gathered.tell("relire-diapositive-retiree", one.page.path, title=quotable(one.page.title))
    for slide, one in there.copies:
        title = quotable(one.page.title)
        gathered.tell("relire-diapositive-copiee", one.page.path, slide=slide.number, title=title)
    for slide in there.new:
        gathered.tell("relire-diapositive-ajoutee", None, slide=slide.number, words=_first(slide))
    for page in moves.stray:
        title = quotable(page.title)
        gathered.tell("relire-diapositive-deplacee", page.path, slide=number[page.id], title=title)


def _first(slide: Slide) -> str:
    return quotable(next((s.words for s in slide.shapes if s.words.strip()), "sans texte"))


def in_lines(corrected: Corrections, reading: Reading) -> Mapping[int, int]:
    """On which slide what stands in a line of the storyboard was corrected; lines from 1."""
    return {reading.source.place(path).line: n for path, n in corrected.slides.items()}
