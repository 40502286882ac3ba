"""Names on a slide: columns filled alike, each a text whose lines may be changed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import credits_head
from ceremonie.planning.compositions.credits_head import FIELD, LANE
from ceremonie.planning.content import Names
from ceremonie.planning.drawing import Drawing, Hang, Role, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.slot import READ, Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import wrap

TITLE, BASELINE, LANES = (54, 170), 146, 180
"""Heights of the title's room, of its line, and of the first lane."""

MESSAGE = 108
"""px that the words for all of them take."""

GAP = 44
"""px between two columns."""

LEADING = 1.2

APART = 0.3
"""Of a line, between two names: one that takes two lines is not taken for two."""

SIZES = (96, 80, 72, 64, 56, 52, READ)
"""px of the names: all columns of a slide have one."""


@dataclass(frozen=True)
class _Columns:
    """The names of each, and its room."""

    names: tuple[tuple[str, ...], ...]
    rooms: tuple[Bounds, ...]

    def setting(self, staging: Staging) -> tuple[float, float]:
        """The largest size at which all of them stand, apart if they can, and how far apart."""
        wished = [(size, APART) for size in SIZES]
        return next((one for one in wished if self._stand(*one, staging)), (READ, 0.0))

    def _stand(self, size: float, apart: float, staging: Staging) -> bool:
        style = staging.scale.style(size, 600, LEADING)
        for own, room in self._filled():
            free = apart * style.line_height * (len(own) - 1)
            words = Slot(replace(room, bottom=room.bottom - free), size).settled(
                "\n".join(own), style
            )
            if not words.fits or words.style.size != size:
                return False
        return True

    def _filled(self) -> Iterator[tuple[tuple[str, ...], Bounds]]:
        yield from zip(self.names, self.rooms, strict=False)

    def texts(self, staging: Staging) -> Iterator[Text]:
        size, apart = self.setting(staging)
        style = staging.scale.style(size, 600, LEADING)
        for number, (own, room) in enumerate(self._filled(), 1):
            hang = Hang.MIDDLE if len(self.rooms) == 1 else Hang.TOP
            words, slot = "\n".join(own), Slot(room, size, hang)
            text = slot.text(pen_on(FIELD), f"noms {number}", words, style, role=Role.BODY)
            yield replace(text, full=style.at(SIZES[0]), apart=apart)


def compose(content: Names, staging: Staging) -> Drawing:
    safe = staging.format.safe
    title = credits_head.title(
        content.title, Bounds(safe.left, TITLE[0], safe.right, TITLE[1]), BASELINE, staging
    )
    lanes = ground(*credits_head.lanes(LANES, staging))
    top = LANES + 3 * LANE + 20
    message = tuple(_message(content, Bounds(safe.left, top, safe.right, top + MESSAGE), staging))
    room = Bounds(safe.left, top + MESSAGE * len(message), safe.right, safe.bottom)
    columns = _columns(content, room, staging)
    return staging.drawing(FIELD, (title, *lanes, *message, *columns.texts(staging)))


def _message(content: Names, room: Bounds, staging: Staging) -> Iterator[Text]:
    if content.message:
        style = staging.scale.style(48, 400, 1.0)
        yield Slot(room, 48).text(pen_on(FIELD), "message", content.message, style, role=Role.BODY)


def _columns(content: Names, room: Bounds, staging: Staging) -> _Columns:
    count = content.columns
    wide = (room.width - GAP * (count - 1)) / count
    lefts = [room.left + n * (wide + GAP) for n in range(count)]
    rooms = tuple(Bounds(left, room.top, left + wide, room.bottom) for left in lefts)
    return _Columns(_shared(content.names, count, wide, staging), rooms)


def _shared(
    names: Sequence[str], columns: int, wide: float, staging: Staging
) -> tuple[tuple[str, ...], ...]:
    """In so many columns, none of them deeper than it must be."""
    style = staging.scale.style(READ, 600, LEADING)
    rows = [len(wrap(name, style, wide)) for name in names]
    flows = (_flow(names, rows, depth) for depth in count(max(rows)))
    return next(flow for flow in flows if len(flow) <= columns)


def _flow(names: Sequence[str], rows: Sequence[int], depth: int) -> tuple[tuple[str, ...], ...]:
    columns: list[list[str]] = [[]]
    filled = 0
    for name, high in zip(names, rows, strict=True):
        if filled + high > depth:
            columns.append([])
            filled = 0
        columns[-1].append(name)
        filled += high
    return tuple(map(tuple, columns))
