"""A frame of a shot as a function of its number.

The drawing is cut into layers of flat shapes and the pictures between them. While no shape moves,
all layers are reduced to two images: what is seen whatever the pictures show, and how much of each
picture shows through. A frame is then one resize, one multiplication and one addition per plane.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial

import numpy as np

from ceremonie.film.painting import canvas, photographs
from ceremonie.film.painting.canvas import Box, Extent, Layer, Pixels, Surface
from ceremonie.film.painting.colour import Frame, Plane, empty, halved, planes
from ceremonie.film.painting.composite import (
    Composite,
    Through,
    behind,
    below,
    cover,
    leave_room,
    show,
    trimmed,
    whole,
)
from ceremonie.film.painting.footage import Player
from ceremonie.film.painting.ground import Ground
from ceremonie.film.painting.pasting import gone, paste, spot
from ceremonie.film.painting.patches import Patch, lay, patch
from ceremonie.film.painting.photographs import Prepared
from ceremonie.film.painting.poses import Pose, covered, pose, uncovered
from ceremonie.film.painting.raster import Points
from ceremonie.film.painting.shapes import EVERYWHERE, Fill, fills, flickered
from ceremonie.film.painting.sheet import Sheet
from ceremonie.film.painting.strip import Strip
from ceremonie.planning import cropping
from ceremonie.planning.camera_move import View
from ceremonie.planning.drawing import Drawing, Element, Fit, Flame, Footage, Photo
from ceremonie.planning.entrances import Roll, Slide
from ceremonie.theme.palette import Colour

State = tuple[float | View, ...]
"""How far each element of the drawing has come in, or left, or where the edges of a picture are;
frames with equal states look the same but for what moves inside its pictures."""


def moves_inside(element: Element) -> bool:
    """Whether the element's own pixels change from frame to frame: a photo or a clip."""
    if isinstance(element, Photo):
        return element.fit is Fit.COVER and not element.picture.alpha
    return isinstance(element, Footage)


def flickers(element: Element) -> bool:
    """Whether it is painted in each frame, over all others."""
    return isinstance(element, Flame) and element.flickers


@dataclass
class ShotPainter:
    """Paints any frame of a drawing, `reduction` px of its canvas to a px of the frame; keeps what
    it can use again.
    """

    drawing: Drawing
    reduction: int = 1
    _rest: dict[str, tuple[Fill, ...]] = field(default_factory=dict)
    _photos: dict[str, Prepared] = field(default_factory=dict)
    _players: dict[str, Player] = field(default_factory=dict)
    _strips: dict[str, Strip] = field(default_factory=dict)
    _layers: dict[int, tuple[State, Layer | None]] = field(default_factory=dict)
    _seen: dict[str, tuple[float, tuple[canvas.Drawn, Extent]]] = field(default_factory=dict)
    _sheets: dict[int, Sheet] = field(default_factory=dict)
    _comes_to_rest: dict[str, int] = field(default_factory=dict)
    _composite: tuple[State, Composite] | None = None

    @cached_property
    def _ground(self) -> Ground | None:
        breath = self.drawing.breath
        return Ground(self.drawing, breath, self.surface) if breath else None

    @cached_property
    def _flames(self) -> tuple[Flame, ...]:
        return tuple(e for e in self.drawing.elements if isinstance(e, Flame) and e.flickers)

    @cached_property
    def surface(self) -> Surface:
        """The size of the frames, in px of the film."""
        return canvas.surface(self.drawing, self.reduction)

    @property
    def unit(self) -> float:
        """Pixels of the frame to a pixel of the canvas."""
        return self.surface.unit

    def frame(self, number: int) -> Frame:
        """Frame `number` of the shot; numbers past its end go on as the shot ended.

        The result may be handed out again: it must not be written to.
        """
        composite = self._composed(number)
        alive = [patch for flame in self._flames if (patch := self._flickered(flame, number))]
        if not composite.through and not alive:
            return composite.base
        frame = np.empty_like(composite.base) if composite.hidden else composite.base.copy()
        target = planes(frame)
        for through in composite.through:
            picture = self._picture(through, number)
            show(target, picture, through)
        for patch in alive:
            lay(patch, target)
        return frame

    def _flickered(self, flame: Flame, number: int) -> Patch | None:
        return patch(pose(flame, flickered(flame, number), number), self.surface)

    def _picture(self, through: Through, number: int) -> tuple[Plane, Plane, Plane]:
        element = through.element
        if isinstance(element, Ground):
            return element.shown(number)
        if isinstance(element, Footage):
            player = self._players.setdefault(element.name, Player(element.clip, through.box))
            return planes(player.frame(number - element.start))
        prepared = self._photos.get(element.name)
        if prepared is None:
            prepared = self._photos[element.name] = photographs.prepare(element, self.unit)
        return photographs.shown(prepared, cropping.move(element).view(number), through.box)

    def _state(self, number: int, elements: Sequence[Element]) -> State:
        return tuple(_shown(e, number) for e in elements)

    def _composed(self, number: int) -> Composite:
        breathes = bool(self._ground and self._ground.breath.moves(number))
        state = (*self._state(number, self.drawing.elements), float(breathes))
        if self._composite is None or self._composite[0] != state:
            self._composite = (state, self._compose(number))
        return self._composite[1]

    def _compose(self, number: int) -> Composite:
        """Goes up through the drawing: shapes cover, pictures leave room for what they show."""
        frame = empty(self.surface.width, self.surface.height)
        target = planes(frame)
        through: list[Through] = []
        for index, group in enumerate(self._groups()):
            if index == 0 and self._ground and self._ground.breath.moves(number):
                frame[:] = 0
                through.append(whole(self._ground, self.surface))
                continue
            if group and isinstance(group[0].entrance, Roll):
                self._strip(group, group[0].entrance).lay(target, number)
                continue
            if len(group) == 1 and moves_inside(group[0]):
                window = self._window(group[0], number)
                if window:
                    leave_room(target, window)
                    through = [*(below(other, window) for other in through), window]
                continue
            layer = self._layer(index, group, number)
            if layer:
                cover(target, layer, opaque=index == 0)
                through = [behind(window, layer) for window in through]
        return Composite(frame, tuple(trimmed(window) for window in through if window.luma.any()))

    def _groups(self) -> list[list[Element]]:
        """Runs of shapes with single pictures and rolls between them; the first is the field's."""
        depth = self.drawing.breath.depth if self.drawing.breath else 0
        groups: list[list[Element]] = [[*self.drawing.elements[:depth]], []] if depth else [[]]
        for element in self.drawing.elements[depth:]:
            if flickers(element):
                continue
            if moves_inside(element):
                groups += [[element], []]
            elif isinstance(element.entrance, Roll):
                if groups[-1] and groups[-1][0].entrance == element.entrance:
                    groups[-1].append(element)
                else:
                    groups.append([element])
            elif groups[-1] and isinstance(groups[-1][0].entrance, Roll):
                groups.append([element])
            else:
                groups[-1].append(element)
        return groups

    def _strip(self, group: Sequence[Element], roll: Roll) -> Strip:
        name = group[0].name
        if name not in self._strips:
            self._strips[name] = Strip(group, roll, self.surface)
        return self._strips[name]

    def _layer(self, index: int, group: Sequence[Element], number: int) -> Layer | None:
        state = self._state(number, group)
        latest = self._layers.get(index)
        if latest and latest[0] == state:
            return latest[1]
        seen = [e for e in group if e.visible(number)]
        layer = self._paint(index, group, number) if seen or index == 0 else None
        self._layers[index] = (state, layer)
        return layer

    def _paint(self, index: int, group: Sequence[Element], number: int) -> Layer | None:
        """What is at rest is painted once and kept, as long as it may lie below what moves."""
        still, loose = self._parted(group, number)
        sheet = self._sheets.get(index)
        if sheet is None or not sheet.takes([(e.name, self._extent(e, number)) for e in still]):
            sheet = Sheet(self.surface, None if index else self.drawing.field)
            self._sheets[index] = sheet
        for element in still:
            if element.name not in sheet.settled:
                sheet.settle(element.name, partial(self._draw, elements=(element,), number=number))
        if not loose:
            return sheet.at_rest()
        return sheet.under(partial(self._draw, elements=loose, number=number))

    def _parted(self, group: Sequence[Element], number: int) -> tuple[list[Element], list[Element]]:
        """What is seen at a frame: what is at rest, and what moves or lies over something that
        does; both from the back to the front.
        """
        still: list[Element] = []
        loose: list[Element] = []
        moving: list[Extent] = []
        for element in group:
            if not element.visible(number):
                continue
            extent = self._extent(element, number)
            if self._changes(element, number) or any(map(extent.meets, moving)):
                loose.append(element)
                moving.append(extent)
            else:
                still.append(element)
        return still, loose

    def _extent(self, element: Element, number: int) -> Extent:
        """What it covers at most."""
        if isinstance(element, Photo):
            return canvas.filled(
                canvas.evened(spot(element, number, self.surface)[1]), self.surface
            )
        return self._drawn(element, number)[1]

    def _changes(self, element: Element, number: int) -> bool:
        """Whether the element is still on its way in at a frame, or on its way out."""
        if element.leaves and number >= element.leaves.start:
            return number < element.leaves.stop
        name = element.name
        if name not in self._comes_to_rest:
            self._comes_to_rest[name] = Drawing(Colour.BLACK, (element,)).settled()
        return self._comes_to_rest[name] > number

    def _draw(self, pixels: Pixels, elements: Sequence[Element], number: int) -> Box:
        """The box about what was drawn."""
        boxes = []
        for element in elements:
            if not element.visible(number):
                continue
            if isinstance(element, Photo):
                paste(pixels, element, number, self.surface)
            else:
                canvas.draw(pixels, self._drawn(element, number)[0])
            boxes.append(self._extent(element, number).box)
        return canvas.united(boxes)

    def _drawn(self, element: Element, number: int) -> tuple[canvas.Drawn, Extent]:
        """What the element covers, and where that is; while it stands still, both are found
        only once.
        """
        part = element.presence(number)
        latest = self._seen.get(element.name)
        if latest is None or latest[0] != part:
            at_rest = part == 1
            drawn = (
                _at_rest(element, self.surface)
                if at_rest
                else canvas.drawn(self._pose(element, number), self.surface)
            )
            latest = (part, (drawn, canvas.extent(drawn, self.surface)))
            self._seen[element.name] = latest
        return latest[1]

    def _pose(self, element: Element, number: int) -> Pose:
        if element.name not in self._rest:
            self._rest[element.name] = fills(element)
        return pose(element, self._rest[element.name], number)

    def _window(self, element: Element, number: int) -> Through | None:
        """Where a picture shows, before anything lies over it."""
        assert isinstance(element, Photo | Footage)
        if not element.visible(number):
            return None
        seen = _seen_at(element, number)
        x, y = seen.x * self.unit, seen.y * self.unit
        w, h = seen.width * self.unit, seen.height * self.unit
        box = (
            max(0, math.floor(x / 2) * 2),
            max(0, math.floor(y / 2) * 2),
            min(self.surface.width, math.ceil((x + w) / 2) * 2),
            min(self.surface.height, math.ceil((y + h) / 2) * 2),
        )
        if box[2] <= box[0] or box[3] <= box[1]:
            return None
        luma = self._mask(seen, number)[box[1] : box[3], box[0] : box[2]]
        luma = np.ascontiguousarray(luma)
        return Through(element, box, luma, halved(luma))

    def _mask(self, element: Photo | Footage, number: int) -> Plane:
        """Coverage of the element's own outline over the whole frame."""
        corners = _corners(element)
        outline = np.array(element.mask) if element.mask else corners
        entrance = element.entrance
        window = EVERYWHERE
        (left, top), (right, bottom) = outline.min(axis=0), outline.max(axis=0)
        if part := gone(element, number):
            window = covered((left, top, right, bottom), part)
        elif isinstance(entrance, Slide):
            wide, high = self.drawing.format.width, self.drawing.format.height
            inside = (max(left, 0), max(top, 0), min(right, wide), min(bottom, high))
            window = uncovered(entrance, inside, entrance.progress(number))
        return canvas.cut_out(outline, window, self.surface)


@lru_cache(maxsize=256)
def _at_rest(element: Element, surface: Surface) -> canvas.Drawn:
    """Kept from shot to shot: the same words and signs come again."""
    return canvas.drawn(Pose(fills(element)), surface)


def _shown(element: Element, number: int) -> float | View:
    """How far an element has come in or left, or where its edges are."""
    if isinstance(element, Photo) and number < element.loose and element.visible(number):
        return cropping.move(element).view(number)
    return element.presence(number)


def _seen_at(element: Photo | Footage, number: int) -> Photo | Footage:
    """With the box and the mask that it has at a frame."""
    if isinstance(element, Footage) or number >= element.loose:
        return element
    view, picture = cropping.move(element).view(number), element.picture
    return replace(
        element,
        x=element.x + view.x,
        y=element.y + view.y,
        width=picture.width * view.scale,
        height=picture.height * view.scale,
        mask=None,
    )


def _corners(element: Photo | Footage) -> Points:
    x0, y0 = element.x, element.y
    x1, y1 = x0 + element.width, y0 + element.height
    return np.array(((x0, y0), (x1, y0), (x1, y1), (x0, y1)))
