"""What a slide promises to who changes its words: the same layout has the same rooms, each a place
of its own, on every screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import combinations
from typing import Any

import pytest

from ceremonie.formats import SCREENS, Bounds, Screen
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.compositions import compose
from ceremonie.planning.compositions.screening import FILM, STILL
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Box, Drawing, Element, Footage, Photo, Role, Text
from ceremonie.planning.map_content import Route
from ceremonie.planning.pictured_content import Sheet, Subject
from ceremonie.planning.slot import READ
from ceremonie.planning.staging import ROOM, Look, Staging
from ceremonie.planning.tables import Table
from ceremonie.theme.type import FLOOR

from .composed import prose
from .contents import CONTENTS, LOOKS, LYING, UPRIGHT, make_clip, playing

FILMED = frozenset({"route", "lineup", "credit_roll", "story", "countdown"})
"""Kinds that stand on no slide: a relay is told there leg by leg, every workshop and its story by
its own, credits stand still, and nobody counts on a slide.
"""

AS_LONG = {"number": 4, "written": 9, "word": 16}
"""Signs of what is never a sentence, by the field of its content."""

KEPT = {"symbol", "small"}
LENGTHS = {"short": 8, "longest": 160}


def worded(value: Any, signs: int, field: str = "") -> Any:
    """The value with other words of about so many signs wherever it has some."""
    if isinstance(value, str):
        most = AS_LONG.get(field, signs)
        return prose(min(most, signs))[:-1] if value and field not in KEPT else value
    if isinstance(value, tuple):
        return tuple(worded(one, signs, field) for one in value)
    if isinstance(value, Subject | Picture | Clip | Route) or not is_dataclass(value):
        return value
    changed = {f.name: worded(getattr(value, f.name), signs, f.name) for f in fields(value)}
    return replace(value, **changed)  # type: ignore[type-var]


def sheets() -> dict[str, Content]:
    """A slide of a workshop with each number of pictures, and without partners."""
    sheet = CONTENTS["sheet"]
    assert isinstance(sheet, Sheet)
    pictures = {
        "sheet-symbol": (),
        "sheet-upright": (UPRIGHT,),
        "sheet-two": (LYING, UPRIGHT),
        "sheet-three": (UPRIGHT, UPRIGHT, LYING),
        "sheet-four": (LYING, UPRIGHT, UPRIGHT, LYING),
    }
    several: dict[str, Content] = {
        name: replace(sheet, pictures=some, captions=("Une légende",) * len(some))
        for name, some in pictures.items()
    }
    return several | {
        "sheet-alone": replace(sheet, partners=""),
        "sheet-captioned": replace(sheet, captions=("Le relais",)),
        "sheet-captioned-upright": replace(sheet, pictures=(UPRIGHT,), captions=("Le mur",)),
        "sheet-two-upright": replace(sheet, pictures=(UPRIGHT,) * 2, captions=("", "")),
    }


SHEETS = sheets()
KINDS = sorted({*CONTENTS, *SHEETS, "framed-clip", "framed-clip-upright", "played"} - FILMED)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Content]:
    clip = make_clip(tmp_path_factory.mktemp("extrait") / "extrait.mp4")
    upright = replace(clip, width=clip.height, height=clip.width)
    tall = {f"{kind}-upright": content for kind, content in playing(upright).items()}
    return CONTENTS | SHEETS | playing(clip) | tall


@pytest.mark.parametrize("kind", KINDS)
def test_a_slide_gives_the_same_rooms_to_any_words(kind: str, contents: dict[str, Content]) -> None:
    amiss = {screen: found for screen in Screen if (found := list(_faults(contents[kind], screen)))}
    assert amiss == {}


def test_the_promise_is_broken_by_a_composition_for_the_film() -> None:
    staging = Staging(SCREENS[Screen.WIDE])
    filmed = [compose(worded(CONTENTS["quote"], signs), staging) for signs in LENGTHS.values()]
    assert list(_shifting(filmed))


def _faults(content: Content, screen: Screen) -> Iterator[str]:
    for name, look in LOOKS.items():
        drawings = [_slide(content, screen, look)]
        drawings += [_slide(worded(content, s), screen, look) for s in LENGTHS.values()]
        yield from (f"{name}: {fault}" for fault in _shifting(drawings))
        for drawing in drawings:
            for find in (_loose, _roomless, _small, _shared, _over_pictures):
                yield from (f"{name}: {find.__name__[1:]}: {fault}" for fault in find(drawing))


def _slide(content: Content, screen: Screen, look: Look) -> Drawing:
    return compose(content, Staging(SCREENS[screen], look, viewing=ROOM)).at_rest()


def _shifting(drawings: list[Drawing]) -> Iterator[str]:
    """Texts of which the room, or the size of few words, is not the same on the same layout."""
    known: dict[tuple[Any, ...], Any] = {}
    for drawing in drawings:
        ground = tuple(e for e in drawing.elements if e.fixed)
        pictures = tuple(sorted(e.name for e in drawing.elements if isinstance(e, Photo)))
        for text in _texts(drawing):
            full = text.full.size if text.full else None
            place = (text.room, text.hang, text.anchor, full)
            if known.setdefault((ground, pictures, text.name), place) != place:
                yield f"shifting: {text.name}"


def _loose(drawing: Drawing) -> Iterator[str]:
    """Neither of the ground, nor a placeholder, nor in a group."""
    tables = [e.members for e in drawing.elements if isinstance(e, Table)]
    members = frozenset[str]().union(*tables)
    for element in drawing.elements:
        is_placeholder = isinstance(element, Photo | Footage | Table) or _is_read(element)
        is_placeholder |= _keeps_a_place(element)
        if not (element.fixed or element.group or is_placeholder or element.name in members):
            yield element.name


def _keeps_a_place(element: Element) -> bool:
    """What the film, or a frame of it, takes the place of: none is in a deck as it is."""
    return isinstance(element, Box) and element.name in (FILM, STILL)


def _roomless(drawing: Drawing) -> Iterator[str]:
    for text in _texts(drawing):
        if not text.room or not drawing.format.safe.holds(text.room, 1):
            yield text.name


def _small(drawing: Drawing) -> Iterator[str]:
    """Texts that begin below what is read from the last row, or in a room too low for a line."""
    for text in _texts(drawing):
        full, least = text.full, FLOOR if text.role is Role.CREDIT else READ
        if not full or full.size < least or not text.room or text.room.height < full.size:
            yield text.name


def _shared(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(_texts(drawing), 2):
        if one.room and other.room and one.room.meets(other.room):
            yield f"{one.name} and {other.name}"


def _over_pictures(drawing: Drawing) -> Iterator[str]:
    pictures = [
        e
        for e in drawing.elements
        if isinstance(e, Photo | Footage) or (isinstance(e, Box) and e.name == STILL)
    ]
    for text in _texts(drawing):
        for e in pictures:
            box = Bounds(e.x, e.y, e.x + e.width, e.y + e.height)
            if text.room and text.room.meets(box):
                yield f"{text.name} over {e.name}"


def _texts(drawing: Drawing) -> list[Text]:
    """Those that a placeholder holds."""
    tables = [e.members for e in drawing.elements if isinstance(e, Table)]
    members = frozenset[str]().union(*tables)
    return [
        e
        for e in drawing.elements
        if isinstance(e, Text) and _is_read(e) and not e.group and e.name not in members
    ]


def _is_read(element: Element) -> bool:
    return isinstance(element, Text) and element.role is not Role.DECORATION
