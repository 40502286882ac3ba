"""Which slide is which page, and which shape which piece of it: by name; by what they say where a
program has lost the names (Impress renames placeholders and forgets the names of slides).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ceremonie.deck.received import Shape, Slide
from ceremonie.rereading.expected import Expected, Piece
from ceremonie.signs import dice, keys

ALIKE = 0.4
"""Of the words and names of two slides, so many are the same where they are taken for one."""

COPY = 0.8
"""The same, for a slide that is a copy of another."""

SIMILAR = 0.5
"""Of the words of two texts, so many are the same where one is taken for the other, changed."""


@dataclass(frozen=True)
class Matched:
    """`found` are the slides of pages, in the deck's order; `copies` are further slides of a page;
    `new` are slides of none; `lost` are pages without a slide.
    """

    found: tuple[tuple[Slide, Expected], ...]
    copies: tuple[tuple[Slide, Expected], ...] = ()
    new: tuple[Slide, ...] = ()
    lost: tuple[Expected, ...] = ()


@dataclass
class _Pairs:
    """Slides by number → page ids, as they are found."""

    pages: dict[str, Expected]
    taken: dict[int, str] = field(default_factory=dict)

    def free(self) -> list[Expected]:
        used = set(self.taken.values())
        return [page for id_, page in self.pages.items() if id_ not in used]

    def of(self, slide: Slide) -> Expected:
        return self.pages[self.taken[slide.number]]


def matched(slides: Sequence[Slide], pages: Sequence[Expected]) -> Matched:
    """Each page has one slide at most: of several of its name the most alike."""
    pairs = _Pairs({one.page.id: one for one in pages})
    named = [(slide, pairs.pages[slide.name]) for slide in slides if slide.name in pairs.pages]
    _pair(pairs, named, 0.0)
    left = [slide for slide in slides if slide.number not in pairs.taken]
    _pair(pairs, [(slide, page) for slide in left for page in pairs.free()], ALIKE)
    others = [slide for slide in left if slide.number not in pairs.taken]
    likest = [(slide, _likest(slide, pages)) for slide in others]
    copies = tuple((slide, page) for slide, page in likest if _likeness(slide, page) >= COPY)
    return Matched(
        found=tuple((s, pairs.of(s)) for s in slides if s.number in pairs.taken),
        copies=copies,
        new=tuple(s for s in others if s not in {slide for slide, _ in copies}),
        lost=tuple(pairs.free()),
    )


def _pair(pairs: _Pairs, choices: Iterable[tuple[Slide, Expected]], least: float) -> None:
    """The most alike first; of those that are equally so, the first of the deck."""
    order = {id_: place for place, id_ in enumerate(pairs.pages)}
    rated = [
        (-_likeness(s, p), abs(s.number - 1 - order[p.page.id]), s.number, p) for s, p in choices
    ]
    for likeness, _, number, page in sorted(rated, key=lambda one: one[:3]):
        free = number not in pairs.taken and page.page.id not in pairs.taken.values()
        if free and -likeness >= least:
            pairs.taken[number] = page.page.id


def _likest(slide: Slide, pages: Sequence[Expected]) -> Expected:
    return max(pages, key=lambda page: _likeness(slide, page))


def _likeness(slide: Slide, expected: Expected) -> float:
    """Of words and of those names of shapes that both may have, from 0 to 1, where all are the
    same. A title that is only read counts where it is there.
    """
    mine = Counter(key for shape in slide.shapes for key in keys(shape.words))
    theirs = Counter(key for p in expected.pieces if not p.optional for key in keys(p.words))
    titles = Counter(key for p in expected.pieces if p.optional for key in keys(p.words))
    theirs += titles & (mine - theirs)
    names = {shape.name for shape in slide.shapes if not shape.placed and shape.words.strip()}
    mine.update(names)
    theirs.update(names & {piece.name for piece in expected.pieces})
    return dice(mine, theirs)


@dataclass(frozen=True)
class Fitted:
    """A slide's shapes and the pieces that they are; `added` are words and `pictures` are images
    that no piece has, `missing` are pieces without a shape.
    """

    pairs: tuple[tuple[Piece, Shape], ...]
    added: tuple[Shape, ...]
    missing: tuple[Piece, ...]
    pictures: tuple[Shape, ...] = ()


def fitted(slide: Slide, expected: Expected) -> Fitted:
    """By name, then by the same words or the order of photos, then by words that are alike."""
    pieces = sorted(expected.pieces, key=lambda piece: piece.optional)
    shapes = list(slide.shapes)
    pairs: list[tuple[Piece, Shape]] = []
    for fits in (_named, _same, _photos, _similar):
        for piece in tuple(pieces):
            shape = max((s for s in shapes if fits(piece, s)), key=_rank(piece), default=None)
            if shape is not None:
                pairs.append((piece, shape))
                pieces.remove(piece)
                shapes.remove(shape)
    _last(pieces, shapes, pairs)
    added = tuple(shape for shape in shapes if shape.words.strip())
    missing = tuple(piece for piece in pieces if not piece.optional)
    ours = {element.name for element in expected.page.drawing.at_rest().elements}
    pictures = tuple(one for one in shapes if one.picture is not None and one.name not in ours)
    return Fitted(tuple(pairs), added, missing, pictures)


def _rank(piece: Piece):  # type: ignore[no-untyped-def]
    return lambda shape: _similarity(piece.words, shape.words)


def _named(piece: Piece, shape: Shape) -> bool:
    return (piece.name, piece.cell) == (shape.name, shape.cell) and _kind(piece) == _kind(shape)


def _same(piece: Piece, shape: Shape) -> bool:
    both_text = piece.photo is None and shape.picture is None
    return both_text and bool(shape.words) and keys(piece.words) == keys(shape.words)


def _photos(piece: Piece, shape: Shape) -> bool:
    """Photos that have lost their names keep their order."""
    return piece.photo is not None and shape.picture is not None


def _similar(piece: Piece, shape: Shape) -> bool:
    both_text = piece.photo is None and shape.picture is None
    return both_text and shape.placed and _similarity(piece.words, shape.words) >= SIMILAR


def _similarity(one: str, other: str) -> float:
    return SequenceMatcher(None, keys(one), keys(other), autojunk=False).ratio()


def _kind(one: Piece | Shape) -> bool:
    return (one.photo if isinstance(one, Piece) else one.picture) is not None


def _last(pieces: list[Piece], shapes: list[Shape], pairs: list[tuple[Piece, Shape]]) -> None:
    """One text that is left on both sides is the same, however much of it was changed."""
    texts = [piece for piece in pieces if piece.photo is None and not piece.optional]
    placed = [shape for shape in shapes if shape.picture is None and shape.placed]
    if len(texts) == len(placed) == 1 and placed[0].words.strip():
        pairs.append((texts[0], placed[0]))
        pieces.remove(texts[0])
        shapes.remove(placed[0])
