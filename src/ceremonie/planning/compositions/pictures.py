"""Pictures that fill the canvas, one after the other, before and behind what comes in over them.

A picture that would have to be cut through a head, or enlarged beyond what it has, is shown whole
over its own enlargement, dark and out of focus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Clip, Picture
from ceremonie.planning import camera, motion, reading
from ceremonie.planning.camera import LARGEST, Stage
from ceremonie.planning.camera_move import ALWAYS, CameraMove, Shift, View, resting
from ceremonie.planning.drawing import Element, Footage, Photo
from ceremonie.planning.entrances import AT_ONCE, Easing, Entrance, Slide
from ceremonie.planning.staging import Staging

USUAL = 150
"""Frames of a shot whose length is not set yet, for each picture."""


@dataclass(frozen=True)
class _Turn:
    """When picture `number` of a shot comes, from frame `start` on, and makes way, from `stop` on,
    if another follows.
    """

    number: int
    start: int
    stop: int
    follows: bool
    width: int

    @property
    def entrance(self) -> Entrance:
        """From the right, behind the edge of the one before."""
        if not self.number:
            return AT_ONCE
        return Slide(self.start, motion.PUSH, dx=1, easing=Easing.DRAW)

    @property
    def until(self) -> int | None:
        return self.stop + motion.PUSH if self.follows else None

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """In from the right, out to the left."""
        into = Shift(self.start, motion.PUSH, -self.width)
        out = Shift(self.stop, motion.PUSH, -self.width, out=True)
        return (into,) * bool(self.number) + (out,) * self.follows

    def moved(self, move: CameraMove) -> CameraMove:
        """The move of a picture at rest, pushed in and out."""
        aside = self.width if self.number else 0
        start, end = (replace(view, x=view.x + aside) for view in (move.start, move.end))
        return replace(move, start=start, end=end, shifts=(*move.shifts, *self.shifts))


def sequence(
    pictures: Sequence[Picture],
    begin: Sequence[int],
    seen: Bounds,
    frames: int,
    staging: Staging,
) -> tuple[Photo, ...]:
    """Each picture from its frame of `begin` on; after the opening all that is left is `seen`."""
    opening = motion.YIELD
    turns = _turns(begin, frames, staging.format.width)
    return tuple(
        element
        for picture, turn in zip(pictures, turns, strict=True)
        for element in _one(picture, seen, opening, turn, staging)
    )


def starts(captions: Sequence[str], frames: int) -> tuple[int, ...]:
    """The frames from which the pictures with these captions are shown: the first is alone during
    the opening, then each has its share of the shot, by what there is to read.
    """
    needs = [reading.turn(caption) for caption in captions]
    share = (frames - motion.YIELD) / sum(needs)
    return (0, *(motion.YIELD + int(share * sum(needs[:n])) for n in range(1, len(needs))))


def _turns(begin: Sequence[int], frames: int, width: int) -> Iterator[_Turn]:
    for number, (start, stop) in enumerate(zip(begin, (*begin[1:], frames), strict=True)):
        yield _Turn(number, start, stop, number < len(begin) - 1, width)


def _one(
    picture: Picture, seen: Bounds, opening: int, turn: _Turn, staging: Staging
) -> Iterator[Photo]:
    whole = staging.format.whole
    stage = Stage(
        whole, seen, turn.start, turn.stop, turns=opening + motion.RIBBON, number=turn.number
    )
    if turn.number:
        stage = replace(stage, turns=None, box=replace(whole, bottom=seen.bottom))
    if camera.panned(picture):
        yield from _strip(picture, stage, turn)
    elif camera.fills(picture, stage):
        yield _photo("photo", picture, stage.box, turn, camera.move(picture, stage))
    else:
        yield from _whole(picture, stage, turn, opening)


def _photo(
    name: str, picture: Picture, box: Bounds, turn: _Turn, move: CameraMove, *, loose: int = 0,
    dimmed: bool = False,
) -> Photo:  # fmt: skip
    return Photo(
        name=f"{name} {turn.number + 1}" if turn.number or turn.follows else name,
        picture=picture,
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        camera=turn.moved(move),
        loose=loose,
        dimmed=dimmed,
        entrance=turn.entrance,
        until=turn.until,
        page=turn.number if turn.number or turn.follows else None,
    )


def _strip(picture: Picture, stage: Stage, turn: _Turn) -> Iterator[Photo]:
    """From end to end, no faster than can be followed: less high than the canvas if need be, in its
    middle until it makes room.
    """
    box = camera.strip(picture, stage)
    if box == stage.box:
        yield _photo("photo", picture, box, turn, camera.move(picture, stage))
        return
    yield _ground(picture, stage, turn)
    move = camera.move(picture, replace(stage, box=box, seen=box, turns=None))
    yield _photo("photo", picture, stage.box, turn, _lower(move, box, stage), loose=ALWAYS)


def _lower(move: CameraMove, box: Bounds, stage: Stage) -> CameraMove:
    """A move over a strip in `box`, in the middle of its stage until it goes to `box`."""
    middle = stage.box if stage.turns is not None else box
    first = middle.centre[1] - box.height / 2 - stage.box.top
    start, end = (replace(view, y=view.y + first) for view in (move.start, move.end))
    up = box.top - stage.box.top - first
    shifts = () if stage.turns is None or not up else (
        Shift(motion.YIELD, camera.TURN, 0, up),
    )  # fmt: skip
    return replace(move, start=start, end=end, shifts=shifts)


def _whole(picture: Picture, stage: Stage, turn: _Turn, opening: int) -> Iterator[Photo]:
    """Over its ground; it makes room while the lanes come in."""
    yield _ground(picture, stage, turn)
    room = stage.seen if turn.number else stage.box
    view = whole_in(picture, room)
    end = whole_in(picture, stage.seen)
    move = resting(view) if view == end else CameraMove(
        view, end, camera.TURN, opening, Easing.DRAW
    )  # fmt: skip
    yield _photo("photo", picture, stage.box, turn, move, loose=ALWAYS)


def _ground(picture: Picture, stage: Stage, turn: _Turn) -> Photo:
    """What a picture stands on: itself."""
    zoom = camera.zoom(picture, stage.box, 1 + camera.GENTLE, stage.frames)
    zoom = replace(zoom, first=stage.first)
    return _photo("fond de la photo", picture, stage.box, turn, zoom, dimmed=True)


def whole_in(picture: Picture, room: Bounds) -> View:
    """All of a picture, as large as the room and its own pixels allow, in the middle."""
    scale = min(room.width / picture.width, room.height / picture.height, LARGEST)
    x, y = room.centre
    return View(x - picture.width * scale / 2, y - picture.height * scale / 2, scale)


def footage(clip: Clip, staging: Staging) -> Iterator[Element]:
    """A clip over the whole canvas; what is upright where the canvas lies, or small, whole over its
    first picture.
    """
    box = staging.format.whole
    if not camera.fills(clip.poster, Stage(box, box, 0, clip.frames)):
        yield Photo(
            name="fond de l’extrait", picture=clip.poster, x=0, y=0, width=box.width,
            height=box.height, dimmed=True,
        )  # fmt: skip
        box = _even(clip, box)
    yield Footage(
        name="extrait", clip=clip, x=box.left, y=box.top, width=box.width, height=box.height,
        start=staging.plays,
    )  # fmt: skip


def _even(clip: Clip, room: Bounds) -> Bounds:
    """All of the clip in the middle of the room, on even px."""
    scale = min(room.width / clip.width, room.height / clip.height, LARGEST)
    half_width, half_height = (round(side * scale / 4) * 2 for side in (clip.width, clip.height))
    x, y = (round(at / 2) * 2 for at in room.centre)
    return Bounds(x - half_width, y - half_height, x + half_width, y + half_height)
