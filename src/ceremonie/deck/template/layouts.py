"""One layout per page kind of the plan, with a placeholder for every role that its pages use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import Slot, slot
from ceremonie.planning.drawing import Role, Text
from ceremonie.planning.model import Page
from ceremonie.theme.grid import BOTTOM, MARGIN_X, RIGHT
from ceremonie.theme.palette import MINIMUM_CONTRAST, Colour, Palette, ink_on
from ceremonie.theme.type import Scale, Style

GENERIC = "Titre et texte"

TITLE_ROOM = Frame(MARGIN_X, 64, RIGHT - MARGIN_X, 200)
TEXT_ROOM = Frame(MARGIN_X, 300, RIGHT - MARGIN_X, BOTTOM - 300)
"""Where a person's own title and text go."""


@dataclass(frozen=True)
class Layout:
    """`slots` pairs each placeholder with the text that shows its place and style; `rooms` gives
    the box of those, by number, that is not measured on that text.
    """

    name: str
    ground: Colour
    slots: tuple[tuple[Slot, Text], ...]
    rooms: Mapping[int, Frame] = field(default_factory=dict)


def slotted(texts: Iterable[Text]) -> Iterator[tuple[Slot, Text]]:
    """The texts that fill placeholders, each with its own; the rest are free text boxes."""
    seen: Counter[Role] = Counter()
    for text in texts:
        place = slot(text.role, seen[text.role])
        seen[text.role] += 1
        if place:
            yield place, text


def layouts(pages: Iterable[Page], scale: Scale) -> tuple[Layout, ...]:
    """Named after the kinds, in order of appearance; the one for free use comes last."""
    made: dict[str, Layout] = {}
    for page in pages:
        name = layout_name(page.kind)
        layout = made.get(name, Layout(name, page.drawing.field, ()))
        indices = {place.number for place, _ in layout.slots}
        texts = [e for e in page.drawing.at_rest().elements if isinstance(e, Text)]
        added = tuple(pair for pair in slotted(texts) if pair[0].number not in indices)
        palette = page.drawing.palette
        legible = tuple((place, _legible(text, layout.ground, palette)) for place, text in added)
        made[name] = replace(layout, slots=layout.slots + legible)
    return (*(_titled(layout, scale) for layout in made.values()), _generic(scale))


def layout_name(kind: str) -> str:
    """A kind in full letters, as PowerPoint's menu of layouts shows it."""
    return _NAMES.get(kind) or kind[:1].upper() + kind[1:]


_NAMES = {
    "deroule": "Déroulé",
    "flamme": "La Flamme en relais",
    "extrait": "Extrait vidéo",
    "chiffres": "En chiffres",
    "temoignage": "Témoignage",
    "athlete": "Athlète",
    "mosaique": "Mosaïque",
    "sur-mesure": "Sur mesure",
    "cloture": "Clôture",
    "generique": "Générique",
}
"""Kinds whose French name needs more than a capital."""


def _titled(layout: Layout, scale: Scale) -> Layout:
    """Every layout has a title; where the pages draw theirs otherwise, it stands at the top."""
    if any(place.number == 0 for place, _ in layout.slots):
        return layout
    title = slot(Role.TITLE, 0)
    assert title
    sample = _sample("Titre", scale.statement, Role.TITLE)
    text = replace(sample, colour=ink_on(layout.ground), ground=layout.ground)
    rooms = {**layout.rooms, title.number: TITLE_ROOM}
    return replace(layout, slots=((title, text), *layout.slots), rooms=rooms)


def _legible(text: Text, ground: Colour, palette: Palette) -> Text:
    """As it is written on the bare field: a layout has no lanes under its texts."""
    enough = palette.contrast(text.colour, ground) >= MINIMUM_CONTRAST
    return replace(text, colour=text.colour if enough else ink_on(ground), ground=ground)


def _generic(scale: Scale) -> Layout:
    texts = (
        _sample("Titre", scale.statement, Role.TITLE),
        _sample("Texte", scale.body, Role.BODY),
    )
    slots = tuple(slotted(texts))
    rooms = {place.number: TITLE_ROOM if place.number == 0 else TEXT_ROOM for place, _ in slots}
    return Layout(GENERIC, Colour.PAPER, slots, rooms)


def _sample(words: str, style: Style, role: Role) -> Text:
    return Text(
        name=words,
        lines=(words,),
        x=MARGIN_X,
        baseline=0,
        style=style,
        colour=Colour.INK,
        ground=Colour.PAPER,
        role=role,
    )
