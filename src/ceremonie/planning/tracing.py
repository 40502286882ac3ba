"""A storyboard whose every word and medium is marked, to see where a plan shows them.

Words are replaced by marks of seven letters that no plan writes of itself and that typography
leaves alone; pictures and clips by copies whose digest is such a mark. What the plan of the marked
storyboard holds is what the plan of the real one shows: no list of keys has to be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from ceremonie.diagnostics import NodePath
from ceremonie.formats import Format
from ceremonie.media.entries import Medium, mediums, name_of
from ceremonie.media.material import Clip, Material, Materials, Missing, Picture
from ceremonie.planning.drawing import Drawing, Footage, Photo, Text
from ceremonie.planning.model import Plan
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.rewriting import rewritten
from ceremonie.storyboard.stage import CustomScene

LETTERS = "bcdfghjklmnprstv"
"""No vowel, so no mark is a word, and none ends in the i that the closing draws as a flame."""

LENGTH = 5
PREFIX = "xq"
TOWN = "commune"
"""The key of names that are looked for on a map, too."""

MARK = re.compile(f"{PREFIX}[{LETTERS}]{{{LENGTH}}}")


@dataclass(frozen=True)
class Marked:
    """A text of the storyboard, or a medium by the name of its file, and the way to it."""

    path: NodePath
    text: str
    medium: bool = False


@dataclass(frozen=True)
class Trace:
    """`storyboard` and `materials` are marked; `marks` says what each mark stands for, in the order
    of the vocabulary. Media that are not there have no mark: their paths are `missing`.
    """

    storyboard: Storyboard
    materials: Materials
    marks: Mapping[str, Marked]
    missing: tuple[NodePath, ...]


class _Marks(dict[str, Marked]):
    """What the marks handed out so far stand for."""

    def add(self, marked: Marked) -> str:
        digits = (len(self) // len(LETTERS) ** power for power in range(LENGTH))
        mark = PREFIX + "".join(LETTERS[digit % len(LETTERS)] for digit in digits)
        self[mark] = marked
        return mark


def trace(storyboard: Storyboard, materials: Materials) -> Trace:
    """The same storyboard and materials, of the same sizes and lengths, with marks. What was not
    written, but stands there by default, has none.
    """
    marks = _Marks()
    marked = rewritten(storyboard, lambda path, text: marks.add(Marked(path, text)))
    made: dict[Medium, Material] = {}
    missing: list[NodePath] = []
    for (path, entry), (_, twin) in zip(mediums(storyboard), mediums(marked), strict=True):
        material = materials.media[entry]
        if isinstance(material, Missing):
            missing.append(path)
        if twin not in made:  # one file without words is one medium, wherever it is written
            made[twin] = _material(material, twin, path, marks)
    towns = {mark: one.text for mark, one in marks.items() if one.path[-1] == TOWN}
    return Trace(marked, replace(materials, media=made, towns=towns), marks, tuple(missing))


def _material(material: Material, twin: Medium, path: NodePath, marks: _Marks) -> Material:
    if isinstance(material, Missing):
        return material
    caption = None if isinstance(twin, CustomScene) else twin.caption
    return replace(
        material,
        digest=marks.add(Marked(path, name_of(twin), medium=True)),
        alternative=twin.alternative or caption or "",
        caption=caption,
        credit=twin.credit,
    )


def seen(plan: Plan) -> frozenset[str]:
    """The marks that its film, its slides, their notes and all descriptions hold."""
    return frozenset(mark for text in _told(plan) for mark in marks_in(text))


def marks_in(text: str) -> list[str]:
    """In their order, whatever spaces and hyphens typography has put into a word."""
    return MARK.findall(re.sub(r"[^a-z]", "", text.casefold()))


def _told(plan: Plan) -> Iterator[str]:
    for cut in plan.in_each_shape:
        for shot in cut.shots:
            yield shot.title
            yield from _drawn(shot.drawing)
    yield from (plan.undescribed, *(one.text for one in plan.described))
    for page in plan.pages:
        yield from (page.title, page.notes)
    for drawing in _slides(plan):
        yield from _drawn(drawing)


def _drawn(drawing: Drawing) -> Iterator[str]:
    for element in drawing.elements:
        match element:
            case Text():
                yield element.text
            case Photo(picture=medium) | Footage(clip=medium):
                yield f"{medium.digest} {medium.alternative}"


def drawings(plan: Plan) -> Iterable[Drawing]:
    """Those of the film, then those of the slides."""
    shots = (shot.drawing for cut in plan.in_each_shape for shot in cut.shots)
    return chain(shots, _slides(plan))


def _slides(plan: Plan) -> Iterator[Drawing]:
    """Without those of the film: it lies over what they show, which is seen elsewhere too."""
    return (page.drawing for page in plan.pages if page.section is not Section.FILM)


def shown_media(plan: Plan) -> Iterator[tuple[Format, Photo | Footage, Picture | Clip]]:
    """Every element of a plan that shows a medium, with it and the canvas that it is on; not those
    that are the dark ground of one.
    """
    for drawing in drawings(plan):
        for element in drawing.elements:
            match element:
                case Photo(dimmed=True):
                    continue
                case Photo(picture=medium) | Footage(clip=medium):
                    yield drawing.format, element, medium
