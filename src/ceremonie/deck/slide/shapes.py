"""Each element of a drawing as a native shape: one painter per type, none per kind of slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch
from itertools import count
from typing import TypeGuard

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import Frame, frame_of, freeform, preset
from ceremonie.deck.markup.scheme import fill
from ceremonie.deck.markup.text import clean, plain
from ceremonie.deck.markup.xml import Node, extension, find, node
from ceremonie.deck.package.media import Media
from ceremonie.deck.package.parts import IMAGE, SLIDE, Relations
from ceremonie.deck.slide import pictures, tables, video
from ceremonie.deck.slide.pictures import Stored
from ceremonie.deck.slide.reading_order import is_read
from ceremonie.deck.slide.timing import Playing
from ceremonie.deck.template.place import Place
from ceremonie.deck.template.placeholders import mark
from ceremonie.planning.compositions.screening import FILM
from ceremonie.planning.drawing import (
    Area,
    Box,
    Caption,
    Disc,
    Element,
    Fit,
    Flame,
    Footage,
    Lines,
    Photo,
    Pictogram,
    Stroke,
    Text,
)
from ceremonie.planning.tables import Table
from ceremonie.theme import flame, pictogram
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline
from ceremonie.units import EMU_PER_PIXEL, emu

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@dataclass(frozen=True)
class Target:
    """Where a click on a shape leads: the id of a page, and its title."""

    page: str
    title: str


@dataclass(frozen=True)
class Canvas:
    """A slide or a layout being painted. `relations` gathers what it points at, `media` are its
    package's (a layout has none); `spoken` names the texts that the slide's hidden title already
    says; `playing` gathers the videos for the timing tree.
    """

    media: Media | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    links: Mapping[str, Target] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()
    ids: Iterator[int] = field(default_factory=lambda: count(2))
    playing: list[Playing] = field(default_factory=list)
    relations: Relations = field(default_factory=Relations)

    def properties(self, element: Element, alternative: str = "") -> Node:
        """`p:cNvPr`: name, alternative text or the mark of a decoration, the click."""
        target = self.links.get(element.name)
        alone = not element.group and not _says(element)
        to = f"Aller à\u00a0: {target.title}" if target and alone else ""
        description = alternative or _seen(element) or to
        decorative = not description and (not is_read(element) or element.name in self.spoken)
        return self.own(element.name, description, decorative=decorative, target=target)

    def own(
        self,
        name: str,
        description: str = "",
        *,
        decorative: bool = False,
        target: Target | None = None,
    ) -> Node:
        """`p:cNvPr` of this name."""
        return node(
            "p:cNvPr",
            self.click(target) if target else None,
            extension(_DECORATIVE, node("adec:decorative", val=True), "a") if decorative else None,
            id=next(self.ids),
            name=clean(name),
            descr=clean(description) if description or decorative else None,
        )

    def image(self, stored: Stored) -> str:
        """The relationship to a picture; the same one is stored once."""
        assert self.media
        return self.relations.to(IMAGE, self.media.picture(stored))

    def click(self, target: Target) -> Node:
        """`a:hlinkClick` to another slide."""
        return node(
            "a:hlinkClick",
            r_id=self.relations.to(SLIDE, target.page),
            action="ppaction://hlinksldjump",
            tooltip=clean(target.title),
        )


@singledispatch
def paint(element: Element, canvas: Canvas) -> Node | None:
    """The element as a shape; None for what belongs to the film only."""
    raise TypeError(f"no painter for {type(element).__name__}")


@paint.register
def _(element: Caption, canvas: Canvas) -> None:
    """Subtitles are burned into the film; a slide's video carries its own."""


def _shape(
    canvas: Canvas, element: Element, frame: Frame, geometry: Node, inside: Node, line: Node | None
) -> Node:
    if line is None:
        line = node("a:ln", node("a:noFill"))
    return node(
        "p:sp",
        node("p:nvSpPr", canvas.properties(element), node("p:cNvSpPr"), node("p:nvPr")),
        node("p:spPr", frame.transform(), geometry, inside, line),
    )


def _line(colour: Colour, width: float) -> Node:
    """A butt-ended pen with round joins, as the film draws it."""
    return node("a:ln", fill(colour), node("a:round"), w=emu(width), cap="flat")


@paint.register
def _(element: Area, canvas: Canvas) -> Node:
    frame = frame_of(element.outlines)
    geometry = freeform(element.outlines, frame, closed=True)
    line = _line(element.line, element.line_width) if element.line else None
    return _shape(canvas, element, frame, geometry, fill(element.colour), line)


@paint.register
def _(element: Stroke, canvas: Canvas) -> Node:
    bar = _upright(element)
    if bar:
        return _shape(canvas, element, bar, preset("rect"), fill(element.colour), None)
    frame = frame_of((element.course,))
    geometry = freeform((element.course,), frame, closed=False)
    line = _line(element.colour, element.width)
    return _shape(canvas, element, frame, geometry, fill(None), line)


@paint.register
def _(element: Lines, canvas: Canvas) -> Node:
    frame = frame_of(element.courses)
    geometry = freeform(element.courses, frame, closed=False)
    line = _line(element.colour, element.width)
    return _shape(canvas, element, frame, geometry, fill(None), line)


def _upright(stroke: Stroke) -> Frame | None:
    """A straight stroke along an axis is a rectangle: easier to grasp and to change by hand."""
    box = frame_of((stroke.course,))
    half = stroke.width / 2
    if box.height < 0.01 and box.width:
        return Frame(box.x, box.y - half, box.width, stroke.width)
    if box.width < 0.01 and box.height:
        return Frame(box.x - half, box.y, stroke.width, box.height)
    return None


@paint.register
def _(element: Disc, canvas: Canvas) -> Node:
    side = 2 * element.radius
    frame = Frame(element.x - element.radius, element.y - element.radius, side, side)
    line = _line(element.ring, element.ring_width) if element.ring else None
    return _shape(canvas, element, frame, preset("ellipse"), fill(element.colour), line)


@paint.register
def _(element: Box, canvas: Canvas) -> Node:
    frame = Frame(element.x, element.y, element.width, element.height)
    return _shape(canvas, element, frame, preset("rect"), fill(element.colour), None)


@paint.register
def _(element: Pictogram, canvas: Canvas) -> Node:
    outlines = _at(pictogram.outlines(element.symbol), element.x, element.y, element.size)
    frame = frame_of(outlines)
    geometry = freeform(outlines, frame, closed=True)
    return _shape(canvas, element, frame, geometry, fill(element.colour), None)


def _at(outlines: Sequence[Outline], x: float, y: float, size: float) -> tuple[Outline, ...]:
    return tuple(tuple((x + px * size, y + py * size) for px, py in one) for one in outlines)


@paint.register
def _(element: Flame, canvas: Canvas) -> Node:
    layers = flame.layers(element.x, element.y, element.radius)
    frame = frame_of([outline for outline, _ in layers])
    own = canvas.properties(element)
    parts = [
        paint(Area(name=f"{element.name}, couche {n}", outlines=(one,), colour=colour), canvas)
        for n, (one, colour) in enumerate(layers, 1)
    ]
    return _grouped(own, frame, parts)


def group(name: str, elements: Sequence[Element], canvas: Canvas) -> Node:
    """Elements that are moved together, as one shape of this name. A click that is the group's is
    each member's: PowerPoint knows none on groups.
    """
    target = canvas.links.get(name)
    if target:
        canvas = replace(canvas, links={element.name: target for element in elements})
    read = any(is_read(element) for element in elements)
    own = canvas.own(name, _described(elements), decorative=not read)
    parts = [part for element in elements if (part := paint(element, canvas)) is not None]
    return _grouped(own, _around(parts), parts)


def _described(elements: Sequence[Element]) -> str:
    """What a group says, for programs that ask every group for an alternative text."""
    words = (plain(element.text) for element in elements if _says(element))
    return ", ".join(dict.fromkeys(words))


def _seen(element: Element) -> str:
    """What a drawn shape is to those who do not see it; nothing for one that says nothing."""
    return plain(element.alternative) if isinstance(element, Area | Pictogram) else ""


def _says(element: Element) -> TypeGuard[Text]:
    return isinstance(element, Text) and is_read(element)


def _around(parts: Sequence[Node]) -> Frame:
    """The box around shapes, of which each says where it is."""
    boxes = [_box(part) for part in parts]
    return frame_of([box.outline for box in boxes])


def _box(part: Node) -> Frame:
    off, ext = find(part, ".//a:off | .//p:xfrm/a:off")[0], find(part, ".//a:ext[@cx]")[0]
    values = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    return Frame(*(int(value) / EMU_PER_PIXEL for value in values))


def _grouped(own: Node, frame: Frame, parts: Sequence[Node]) -> Node:
    return node(
        "p:grpSp",
        node("p:nvGrpSpPr", own, node("p:cNvGrpSpPr"), node("p:nvPr")),
        node("p:grpSpPr", _group_transform(frame)),
        *parts,
    )


def _group_transform(frame: Frame) -> Node:
    """Children keep the canvas's own coordinates."""
    transform = frame.transform()
    off, ext = transform
    transform.append(node("a:chOff", **dict(off.attrib)))
    transform.append(node("a:chExt", **dict(ext.attrib)))
    return transform


@paint.register
def _(element: Text, canvas: Canvas) -> Node:
    place = canvas.places.get(element.name)
    if place:
        return _placed(element, place, canvas)
    frame = typesetting.room(element)
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            canvas.properties(element),
            node("p:cNvSpPr", txBox=True),
            node("p:nvPr"),
        ),
        node("p:spPr", frame.transform(element.angle), preset("rect"), fill(None)),
        typesetting.body(element),
    )


def _placed(text: Text, place: Place, canvas: Canvas) -> Node:
    """Words in a placeholder: nothing but words."""
    return node(
        "p:sp",
        node(
            "p:nvSpPr",
            canvas.properties(text),
            node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
            node("p:nvPr", mark(place)),
        ),
        node("p:spPr"),
        typesetting.filling(text, place.frame),
    )


@paint.register
def _(element: Table, canvas: Canvas) -> Node:
    own = canvas.properties(element, plain(element.alternative))
    return tables.frame(element, own, canvas.places.get(element.name))


@paint.register
def _(element: Photo, canvas: Canvas) -> Node:
    frame = Frame(element.x, element.y, element.width, element.height)
    if element.fit is Fit.CONTAIN:
        width, height = pictures.contained_size(element.picture, element.width, element.height)
        x, y = element.x + (element.width - width) / 2, element.y + (element.height - height) / 2
        frame = Frame(x, y, width, height)
    blip = node("a:blip", r_embed=canvas.image(pictures.stored(element)))
    own = canvas.properties(element, plain(element.picture.alternative))
    place = canvas.places.get(element.name)
    if place:
        return picture(own, node("p:nvPr", mark(place)), blip, node("p:spPr"))
    shape = node("p:spPr", frame.transform(), _cut(element, frame))
    return picture(own, node("p:nvPr"), blip, shape)


def _cut(element: Photo, frame: Frame) -> Node:
    """The mask as the picture's own shape: it can be moved and changed by hand."""
    return freeform((element.mask,), frame, closed=True) if element.mask else preset("rect")


@paint.register
def _(element: Footage, canvas: Canvas) -> Node:
    clip = element.clip
    frame = Frame(element.x, element.y, element.width, element.height)
    own = canvas.properties(element, plain(clip.alternative) or "Vidéo")
    own.insert(0, node("a:hlinkClick", r_id="", action="ppaction://media"))
    canvas.playing.append(
        Playing(int(own.get("id")), clip.frames, element.name == FILM, muted=clip.manner == "coupé")
    )
    blip = node("a:blip", r_embed=canvas.image(pictures.poster(element)))
    assert canvas.media
    properties = video.properties(canvas.relations, clip, canvas.media)
    place = canvas.places.get(element.name)
    if place:
        properties.insert(0, mark(place))
    shape = node("p:spPr") if place else node("p:spPr", frame.transform(), preset("rect"))
    return picture(own, properties, blip, shape, video.crop(clip, frame))


def picture(own: Node, properties: Node, blip: Node, shape: Node, crop: Node | None = None) -> Node:
    """`p:pic` of these parts; `shape` is its `p:spPr`."""
    return node(
        "p:pic",
        node(
            "p:nvPicPr",
            own,
            node("p:cNvPicPr", node("a:picLocks", noChangeAspect=True)),
            properties,
        ),
        node("p:blipFill", blip, crop, node("a:stretch", node("a:fillRect"))),
        shape,
    )
