"""A page on a layout of others: their looks, our words; nothing is set that the layout sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ceremonie.deck.foreign.arranging import Arrangement, Paragraphs, Shown
from ceremonie.deck.foreign.content import Content, Words
from ceremonie.deck.foreign.offers import Offer, Slot
from ceremonie.deck.foreign.tables import table
from ceremonie.deck.markup import fitting
from ceremonie.deck.markup.geometry import Frame, preset
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import clean, plain, run
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.slide import pictures
from ceremonie.deck.slide.pictures import Stored
from ceremonie.deck.slide.shapes import Canvas, Target, paint, picture
from ceremonie.deck.template import foot
from ceremonie.deck.template.place import Place
from ceremonie.deck.template.placeholders import mark
from ceremonie.planning.drawing import Fit, Footage, Photo
from ceremonie.planning.tables import Table
from ceremonie.theme.type import Style
from ceremonie.units import emu

INSET = 14.4
"""px on each side of a placeholder's words: 0.1 in, which programs leave where nobody says
otherwise.
"""

_LEADING = 1.2
_BETWEEN = 0.5
"""What programs add between paragraphs, as a part of their size, at most (10 pt at 20 pt)."""

_PART_BETWEEN = 0.7
"""Of that, what is left at the scales at which it counts."""

_INDENT = 54.0
"""px that bullets take: 0.375 in, as in PowerPoint's own templates."""

_COLUMN, _WIDE, _GUTTER = 10, 900.0, 40.0
"""So many paragraphs stand in one column where the box is wide (px); px between columns."""

_TEXT_BOX = 40.0
"""px (20 pt): words that no placeholder holds."""


@dataclass(frozen=True)
class Leading:
    """Where clicks on a canvas lead: to the slides of these pages."""

    canvas: Canvas
    targets: Mapping[str, Target]

    def click(self, words: Words) -> Node | None:
        target = self.targets.get(words.target)
        return self.canvas.click(target) if target else None


def shapes(
    content: Content,
    arrangement: Arrangement,
    offer: Offer,
    canvas: Canvas,
    leading: Leading,
) -> Iterator[Node]:
    """In the order in which they are read."""
    yield _title(content, offer, canvas, leading)
    for one in arrangement.paragraphs:
        yield _paragraphs(one, canvas, leading)
    for shown in arrangement.shown:
        yield from _shown(shown, canvas)


def feet(offer: Offer, canvas: Canvas, footer: str) -> Iterator[Node]:
    """Footer and number where the layout has them."""
    names = {"ftr": "Pied de page", "sldNum": "Numéro"}
    for slot in offer.of(*names):
        place = Place(names[slot.kind], slot.number, slot.kind, slot.frame)
        yield foot.filled(next(canvas.ids), place, footer)


def _title(content: Content, offer: Offer, canvas: Canvas, leading: Leading) -> Node:
    slot = offer.title
    assert slot
    words = (Words(content.title, content.title_name),)
    own = canvas.own(content.title_name, target=leading.targets.get(content.home))
    return _worded(own, slot, node("p:spPr"), _body(words, slot.size, slot.frame, leading))


def _paragraphs(one: Paragraphs, canvas: Canvas, leading: Leading) -> Node:
    own = canvas.own(one.words[0].name)
    placed = node("p:spPr", one.frame.transform()) if one.moved else node("p:spPr")
    if one.slot:
        return _worded(own, one.slot, placed, _body(one.words, one.slot.size, one.frame, leading))
    box = node("p:spPr", one.frame.transform(), preset("rect"), node("a:noFill"))
    properties = (node("p:cNvSpPr", txBox=True), node("p:nvPr"))
    words = _body(one.words, _TEXT_BOX, one.frame, leading, size=_TEXT_BOX)
    return node("p:sp", node("p:nvSpPr", own, *properties), box, words)


def _worded(own: Node, slot: Slot, properties: Node, words: Node) -> Node:
    locked = node("p:cNvSpPr", node("a:spLocks", noGrp=True))
    place = node("p:nvPr", _mark(slot))
    return node("p:sp", node("p:nvSpPr", own, locked, place), properties, words)


def _mark(slot: Slot) -> Node:
    if slot.kind in ("title", "ctrTitle"):
        return node("p:ph", type=slot.kind, idx=slot.number or None)
    return mark(_place("", slot))


def _place(name: str, slot: Slot) -> Place:
    return Place(name, slot.number, slot.kind, slot.frame)


def _body(
    words: Sequence[Words],
    full: float,
    frame: Frame,
    leading: Leading,
    *,
    size: float | None = None,
) -> Node:
    """`p:txBody` at the layout's own size, and the scale at which the words stay in their box."""
    style = Style(full, 400, _LEADING)
    linked = any(one.target for one in words)  # Impress breaks links anywhere
    columns = 2 if len(words) > _COLUMN and frame.width > _WIDE and not linked else 1
    room = _room(words, full, frame, columns)
    part = fitting.scale(tuple(clean(one.text) for one in words), style, room)
    shrunk = None if part == 1 else round(part * 100_000)
    many = len(words) > 1
    return node(
        "p:txBody",
        _properties(shrunk, columns),
        node("a:lstStyle"),
        *(
            _paragraph(one, leading.click(one), bullet=many and one.listed, size=size)
            for one in words
        ),
    )


def _room(words: Sequence[Words], full: float, frame: Frame, columns: int) -> fitting.Room:
    """What is left of a box for letters; columns leave the rest of a paragraph at their foot."""
    between = (len(words) - 1) * _BETWEEN * full
    indent = _INDENT if any(one.listed for one in words) else 0
    width = (frame.width - 2 * INSET - (columns - 1) * _GUTTER) / columns - indent
    height = (frame.height - INSET) * columns - between * _PART_BETWEEN
    return fitting.Room(width, height - (columns - 1) * _LEADING * full)


def _properties(shrunk: int | None, columns: int) -> Node:
    """`a:bodyPr`."""
    fit = node("a:normAutofit", fontScale=shrunk)
    if columns == 1:
        return node("a:bodyPr", fit)
    return node("a:bodyPr", fit, numCol=columns, spcCol=emu(_GUTTER))


def _paragraph(words: Words, click: Node | None, *, bullet: bool, size: float | None) -> Node:
    """Bullets are theirs, and for lists only."""
    bare = None if bullet else node("a:pPr", node("a:buNone"), marL=0, indent=0)
    if not words.text:  # so the layout's prompt is shown
        return node("a:p", bare, node("a:endParaRPr", lang=LANGUAGE))
    line = run(words.text.replace("^", ""))
    properties = line[0]
    if size:
        properties.set("sz", str(round(size * 50)))
    if click is not None:
        properties.append(click)
    return node("a:p", bare, line, node("a:endParaRPr", lang=LANGUAGE))


def _shown(shown: Shown, canvas: Canvas) -> Iterator[Node]:
    match shown.thing:
        case Photo():
            yield _photo(shown, shown.thing, canvas)
        case Footage():
            yield _clip(shown, shown.thing, canvas)
        case Table():
            own = canvas.own(shown.thing.name, shown.thing.alternative)
            yield table(shown.thing, own, shown.frame, _mark(shown.slot) if shown.slot else None)


def stored(arrangement: Arrangement) -> Iterator[Stored]:
    """The pictures of a page, as its slide shows them."""
    for shown in arrangement.shown:
        match shown.thing:
            case Photo():
                yield pictures.stored(_framed(shown, shown.thing))
            case Footage():
                yield pictures.poster(shown.thing)


def _framed(shown: Shown, photo: Photo) -> Photo:
    """Cut to a placeholder for pictures or to a cell of a grid; whole where it stands alone."""
    cut = photo.fit is Fit.COVER and not shown.whole
    fit, frame = Fit.COVER if cut else Fit.CONTAIN, shown.frame
    return replace(photo, width=frame.width, height=frame.height, mask=None, fit=fit)


def _photo(shown: Shown, photo: Photo, canvas: Canvas) -> Node:
    frame, slot = shown.frame, shown.slot
    one = _framed(shown, photo)
    cut = one.fit is Fit.COVER
    description = plain(photo.picture.alternative)
    own = canvas.own(photo.name, description, decorative=not description)
    blip = node("a:blip", r_embed=canvas.image(pictures.stored(one)))
    properties = node("p:nvPr", _mark(slot) if slot else None)
    if slot and cut:
        return picture(own, properties, blip, node("p:spPr"))
    size = (photo.picture.width, photo.picture.height)
    stands = frame if cut else contained(frame, size)
    return picture(own, properties, blip, node("p:spPr", stands.transform(), preset("rect")))


def _clip(shown: Shown, clip: Footage, canvas: Canvas) -> Node:
    """As large as its place allows, without a crop."""
    frame = contained(shown.frame, (clip.clip.width, clip.clip.height))
    placed = replace(clip, x=frame.x, y=frame.y, width=frame.width, height=frame.height, mask=None)
    shape = paint(placed, canvas)
    assert shape is not None
    return shape


def contained(frame: Frame, size: tuple[int, int]) -> Frame:
    """The largest box of this shape in the middle of the frame."""
    part = min(frame.width / size[0], frame.height / size[1])
    width, height = size[0] * part, size[1] * part
    x, y = frame.x + (frame.width - width) / 2, frame.y + (frame.height - height) / 2
    return Frame(x, y, width, height)
