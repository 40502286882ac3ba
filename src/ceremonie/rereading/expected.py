"""What the deck would hold if it were made now: the words and pictures of each page, by name, and
the values of the storyboard that each of them shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ceremonie.deck.received import Cell
from ceremonie.deck.template.design import TITLE
from ceremonie.diagnostics import NodePath
from ceremonie.formats import Shape
from ceremonie.media.material import Materials
from ceremonie.planning import recipe, tracing
from ceremonie.planning.drawing import Element, Photo, Text
from ceremonie.planning.model import Page
from ceremonie.planning.tables import Table
from ceremonie.planning.tracing import Marked, Trace
from ceremonie.rereading.provenance import Value
from ceremonie.rights import Showing
from ceremonie.signs import clean

_SHAPES = (Shape.WIDE,)
"""Slides are the same, whatever the shapes of the film."""


@dataclass(frozen=True)
class Piece:
    """A text or a photo of a page; `told` are the values that it shows, in their order.
    One that is `optional` may lie in the layout, or be there to be read only.
    """

    name: str
    words: str = ""
    cell: Cell | None = None
    photo: Photo | None = None
    told: tuple[Marked, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Expected:
    """A page's pieces, and the values that others of its pieces show."""

    page: Page
    pieces: tuple[Piece, ...]
    values: tuple[Value, ...]


def without(expected: Expected, name: str) -> Expected:
    """A page of which the pieces of a name are not read."""
    return replace(expected, pieces=tuple(p for p in expected.pieces if p.name != name))


@dataclass
class _Traced:
    """The marks of the traced pages: of each piece, and of each storyboard node."""

    pieces: dict[tuple[str, str, Cell | None], tuple[Marked, ...]] = field(default_factory=dict)
    nodes: dict[NodePath, dict[Marked, None]] = field(default_factory=dict)


def expected(showing: Showing, materials: Materials) -> tuple[Expected, ...]:
    """In the order of the deck of what an audience is shown; paths are those of the source."""
    assert showing.storyboard is not None
    trace = tracing.trace(showing.storyboard, materials)
    pages = recipe.composed(showing.storyboard, materials, _SHAPES).pages
    marked = recipe.composed(trace.storyboard, trace.materials, _SHAPES).pages
    traced = _traced(_placed(marked, showing), _marks_of(trace, showing))
    return tuple(_expected(page, traced) for page in _placed(pages, showing))


def _placed(pages: Iterable[Page], showing: Showing) -> list[Page]:
    return [replace(page, path=showing.origin(page.path)) for page in pages]


def _marks_of(trace: Trace, showing: Showing) -> dict[str, Marked]:
    return {
        mark: replace(marked, path=showing.origin(marked.path))
        for mark, marked in trace.marks.items()
    }


def _expected(page: Page, traced: _Traced) -> Expected:
    pieces = tuple(
        replace(one, told=traced.pieces.get((page.id, one.name, one.cell), ()))
        for one in _pieces(page)
    )
    beside = traced.nodes.get(page.path, {})
    return Expected(page, pieces, tuple(value(one) for one in beside if not one.medium))


def value(marked: Marked) -> Value:
    return Value(marked.path, clean(marked.text))


def _traced(pages: Sequence[Page], marks_of: Mapping[str, Marked]) -> _Traced:
    traced = _Traced()
    for page in pages:
        for piece in _pieces(page):
            marks = tuple(_marks(piece, marks_of))
            traced.pieces[page.id, piece.name, piece.cell] = marks
            traced.nodes.setdefault(page.path, {}).update(dict.fromkeys(marks))
    return traced


def _marks(piece: Piece, marks: Mapping[str, Marked]) -> Iterator[Marked]:
    written = piece.photo.picture.digest if piece.photo else piece.words
    for mark in tracing.marks_in(written):
        if mark in marks:
            yield marks[mark]


def _pieces(page: Page) -> Iterator[Piece]:
    """All that a slide may hold by a name; the ground may lie in its layout, a film is no photo."""
    elements = page.drawing.at_rest().elements
    held = frozenset[str]().union(*(e.members for e in elements if isinstance(e, Table)))
    yield Piece(TITLE, page.title, optional=True)
    for element in elements:
        if element.name not in held:
            yield from (replace(one, optional=element.fixed) for one in _of(element))


def _of(element: Element) -> Iterator[Piece]:
    match element:
        case Text():
            yield Piece(element.name, element.text)
        case Photo():
            yield Piece(element.name, photo=element)
        case Table():
            for row, cells in enumerate(element.rows):
                for column, cell in enumerate(cells.cells):
                    yield Piece(element.name, cell.text, (row, column))
