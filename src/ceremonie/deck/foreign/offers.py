"""Layouts of others as data: what each is called and which places it offers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.deck.foreign import package
from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.xml import find
from ceremonie.diagnostics import UsageError
from ceremonie.formats import SCREENS, Screen
from ceremonie.messages import problem
from ceremonie.units import EMU_PER_PIXEL

TITLES = frozenset({"title", "ctrTitle"})
TEXTS = frozenset({"subTitle", "body", "obj"})
"""Placeholders that take words; « obj » takes all else as well."""

FOOT = frozenset({"ftr", "sldNum"})
_BODY_SIZE = 36.0
"""px (18 pt): what programs set where nobody says otherwise (`defaultTextStyle`)."""


@dataclass(frozen=True)
class Slot:
    """A placeholder: its type and `idx` in the file; where it stands, px of 1/144 in; the size of
    its words, px.
    """

    kind: str
    number: int
    frame: Frame
    size: float = _BODY_SIZE
    upright: bool = False


@dataclass(frozen=True)
class Offer:
    """A layout by its index in the menu. `kind` is what PowerPoint takes it for (« secHead »), or
    empty.
    """

    index: int
    name: str
    kind: str
    slots: tuple[Slot, ...]

    @property
    def title(self) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind in TITLES), None)

    def of(self, *kinds: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind in kinds)

    @property
    def marks(self) -> frozenset[tuple[str, int]]:
        """Types and numbers of its placeholders."""
        return frozenset((slot.kind, slot.number) for slot in self.slots)


@dataclass(frozen=True)
class Template:
    """A template of others. `frame` is its slide, px; `screen` the nearest of our shapes."""

    file: Path
    name: str
    frame: Frame
    offers: tuple[Offer, ...]

    @property
    def screen(self) -> Screen:
        shape = self.frame.width / self.frame.height
        return min(Screen, key=lambda one: abs(_shape(one) - shape))


def _shape(screen: Screen) -> float:
    canvas = SCREENS[screen]
    return canvas.width / canvas.height


def read(file: Path, name: str) -> Template:
    """Raises UsageError, with what to do, where it cannot be used."""
    made = package.presentation(file)
    with package.fitting_together(file):
        size = Frame(0, 0, made.slide_width / EMU_PER_PIXEL, made.slide_height / EMU_PER_PIXEL)
        offers = tuple(_offer(n, one) for n, one in enumerate(package.layouts(made)))
    if not any(offer.title for offer in offers):
        raise UsageError(problem("gabarit-sans-titre", name=file.name))
    return Template(file, name, size, offers)


def _offer(index: int, layout: Any) -> Offer:
    slots = (_slot(one, layout) for one in layout.placeholders)
    kind = layout._element.get("type", "")
    return Offer(index, layout.name, kind, tuple(slot for slot in slots if slot))


def _slot(placeholder: Any, layout: Any) -> Slot | None:
    """None where it has no place, on the layout or on its master."""
    edges = (placeholder.left, placeholder.top, placeholder.width, placeholder.height)
    if None in edges:
        return None
    mark = find(placeholder._element, ".//p:ph")[0]
    kind = mark.get("type", "obj")
    upright = mark.get("orient") == "vert" or bool(
        find(placeholder._element, ".//a:bodyPr[starts-with(@vert,'eaVert')]")
    )
    frame = Frame(*(edge / EMU_PER_PIXEL for edge in edges))
    return Slot(kind, int(mark.get("idx", 0)), frame, _size(placeholder, kind, layout), upright)


def _size(placeholder: Any, kind: str, layout: Any) -> float:
    """Of the first level: the layout's own, else the master's placeholder's, else its style's."""
    master = layout.slide_master._element
    style = "p:titleStyle" if kind in TITLES else "p:bodyStyle"
    alike = "title" if kind in TITLES else "body"
    level, size = "a:lvl1pPr/a:defRPr", "@sz"
    places = (
        (placeholder._element, f"p:txBody/a:lstStyle/{level}/{size}"),
        (master, f".//p:sp[.//p:ph[@type='{alike}']]/p:txBody/a:lstStyle/{level}/{size}"),
        (master, f"p:txStyles/{style}/{level}/{size}"),
    )
    sizes = (found[0] for root, path in places if (found := find(root, path)))
    return int(next(sizes, _BODY_SIZE * 50)) / 50
