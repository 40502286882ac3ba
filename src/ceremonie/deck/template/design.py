"""Pages → layouts: what is alike on all pages of a kind, and places for what differs.

Each page's ground (`Element.fixed`) goes into its layout, and so does the place of each text,
picture, clip and table. Pages share a layout where their ground is equal and where what they both
show has its place in common; otherwise a variant is made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.template import foot, names
from ceremonie.deck.template.place import Place
from ceremonie.formats import Format
from ceremonie.planning.drawing import Drawing, Element, Fit, Footage, Photo, Role, Text
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.model import Page
from ceremonie.planning.tables import Table
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.type import Scale, Style

TITLE = "Titre de la diapositive"
"""The name of a title that is read, not seen."""

HIDDEN_TOP = -120
"""px: above the slide, where PowerPoint's own command « hidden title » puts it."""

FIRST_NUMBERS: Mapping[Role, int] = {
    Role.SUBTITLE: 100,
    Role.KICKER: 200,
    Role.BODY: 300,
    Role.PLACE: 400,
    Role.NAME: 500,
    Role.FIGURE: 600,
    Role.CREDIT: 700,
    Role.LABEL: 800,
    Role.TITLE: 900,
}
"""The `idx` of the first placeholder of each role; that of titles beside the slide's own."""

SLIM = 0.7
"""Width over height below which a place is for a photo that stands upright."""

PICTURES, CLIPS, TABLES = 1000, 1100, 1200
"""The `idx` of the first placeholder of each."""


@dataclass(frozen=True)
class Layout:
    """`places` begin with the title's; `footed` has footer and slide number below."""

    name: str
    field: Colour
    format: Format
    ground: tuple[Element, ...]
    places: tuple[Place, ...]
    footed: bool = False


@dataclass(frozen=True)
class Design:
    """The layouts of a deck, and for each page (by id) its own: an index into `layouts`, and the
    places of its elements by their names.
    """

    layouts: tuple[Layout, ...]
    used: Mapping[str, int]
    places: Mapping[str, Mapping[str, Place]]


@dataclass
class _Draft:
    """A layout that pages still add places to."""

    kind: str
    first: Page
    ground: tuple[Element, ...]
    places: dict[str, Place]
    pages: list[Page]

    def takes(self, places: Mapping[str, Place]) -> bool:
        """Whether a page's places agree with these, and hide none of them."""
        common = self.places.keys() & places.keys()
        if any(self.places[name] != places[name] for name in common):
            return False
        mine = [place for name, place in self.places.items() if name not in common]
        new = [place for name, place in places.items() if name not in common]
        return not any(
            one.frame.grown(-1).bounds.meets(other.frame.grown(-1).bounds)
            for one in mine
            for other in new
        )


def design(pages: Sequence[Page], titles: Mapping[str, Text], scale: Scale) -> Design:
    """The layouts in the order in which their pages come, the one for free use last. `titles` are
    the drawn texts that are their slides' titles, by page.
    """
    numbers = _numbers(pages, titles)
    drafts: list[_Draft] = []
    used: dict[str, int] = {}
    places: dict[str, Mapping[str, Place]] = {}
    by_key: defaultdict[object, list[int]] = defaultdict(list)
    for page in pages:
        own = _places(page, titles.get(page.id), numbers)
        ground = _ground(page.drawing)
        candidates = by_key[_key(page, ground, own)]
        index = next((i for i in candidates if drafts[i].takes(own)), len(drafts))
        if index == len(drafts):
            candidates.append(index)
            drafts.append(_Draft(page.kind, page, ground, {}, []))
        drafts[index].places |= own
        drafts[index].pages.append(page)
        used[page.id], places[page.id] = index, own
    named = names.distinct([_traits(draft) for draft in drafts])
    layouts = [_layout(draft, name) for draft, name in zip(drafts, named, strict=True)]
    return Design((*layouts, free(pages, scale)), used, places)


def _key(page: Page, ground: tuple[Element, ...], places: Mapping[str, Place]) -> object:
    """What pages on one layout have in common; pictures and clips are not optional."""
    shown = frozenset(name for name, place in places.items() if not place.holds_words)
    hidden = TITLE in places
    return page.kind, page.drawing.field, page.drawing.format, ground, shown, hidden


def _traits(draft: _Draft) -> names.Traits:
    pictures = [place for place in draft.places.values() if place.kind == "pic"]
    return names.Traits(
        kind=draft.kind,
        field=draft.first.drawing.field,
        days=frozenset(day for page in draft.pages if (day := _day(page)) is not None),
        pictures=len(pictures),
        slim=len(pictures) == 1 and pictures[0].frame.width < SLIM * pictures[0].frame.height,
        hidden=TITLE in draft.places,
    )


def _day(page: Page) -> int | None:
    """The day that a page belongs to, counted from 1; None outside the days."""
    match page.path:
        case ("jours", int(index), *_):
            return index + 1
    return None


def _layout(draft: _Draft, name: str) -> Layout:
    drawing = draft.first.drawing
    places = sorted(draft.places.values(), key=lambda place: place.number != 0)
    footed = draft.kind not in foot.WITHOUT and foot.is_free(draft.ground, drawing.format)
    return Layout(name, drawing.field, drawing.format, draft.ground, tuple(places), footed)


def _ground(drawing: Drawing) -> tuple[Element, ...]:
    """What is alike on all pages, without its motion. Pictures stay on their slides."""
    fixed = (e for e in drawing.at_rest().elements if e.fixed and not isinstance(e, Photo))
    return tuple(replace(e, entrance=AT_ONCE, until=None, page=None) for e in fixed)


def standing(drawing: Drawing) -> tuple[Element, ...]:
    """What a page shows beside its ground; what a table holds is in the table."""
    elements = drawing.at_rest().elements
    tables = [e for e in elements if isinstance(e, Table)]
    held = frozenset[str]().union(*(table.members for table in tables))
    return tuple(
        e for e in elements
        if e.name not in held and (not e.fixed or isinstance(e, Photo))
    )  # fmt: skip


def _places(
    page: Page, title: Text | None, numbers: Mapping[tuple[str, int, str], int]
) -> dict[str, Place]:
    made = {}
    for element in standing(page.drawing):
        first = _first_number(element, title)
        if first is not None:
            number = numbers.get((page.kind, first, element.name), 0)
            made[element.name] = _place(element, number, page.drawing.format)
    if title is None:
        made[TITLE] = _hidden_title(page)
    return made


def _numbers(
    pages: Iterable[Page], titles: Mapping[str, Text]
) -> Mapping[tuple[str, int, str], int]:
    """(Kind, first number, element) → `idx`: the same on all layouts of a kind, so that words find
    their place again when a slide changes its layout.
    """
    groups: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for page in pages:
        for element in standing(page.drawing):
            first = _first_number(element, titles.get(page.id))
            if first:
                groups[page.kind, first].add(element.name)
    return {
        (kind, first, name): first + nth
        for (kind, first), names_of in groups.items()
        for nth, name in enumerate(sorted(names_of, key=_natural))
    }


def _natural(name: str) -> list[tuple[int, str]]:
    """« partie 2 » before « partie 10 »."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name)]


def _first_number(element: Element, title: Text | None) -> int | None:
    """The `idx` that an element's kind of placeholder begins with; None where it fills none."""
    match element:
        case Element(group=name) if name:
            return None
        case Text():
            own = title is not None and element.name == title.name
            return 0 if own else FIRST_NUMBERS.get(element.role)
        case Photo():
            return PICTURES if element.fit is Fit.COVER else None
        case Footage() | Table():
            return CLIPS if isinstance(element, Footage) else TABLES
    return None


def _place(element: Element, number: int, canvas: Format) -> Place:
    name = element.name
    match element:
        case Text():
            kind = "body" if number else "title"
            return Place(name, number, kind, typesetting.room(element), typesetting.sample(element))
        case Photo():
            cut = (element.mask,) if element.mask else ()
            return Place(name, number, "pic", _box(element), cut=cut)
        case Footage():
            return Place(name, number, "media", _box(element))
        case Table():
            return Place(name, number, "tbl", _table_room(element, canvas))
    raise TypeError(f"no placeholder for {type(element).__name__}")


def _box(element: Photo | Footage) -> Frame:
    return Frame(element.x, element.y, element.width, element.height)


def _table_room(table: Table, canvas: Format) -> Frame:
    """Down to where words may stand: it is as high as its rows are many."""
    first = table.rows[0].ground
    return Frame(first.x, first.y, first.width, canvas.safe.bottom - first.y)


def _hidden_title(page: Page) -> Place:
    safe, field = page.drawing.format.safe, page.drawing.field
    frame = Frame(safe.left, HIDDEN_TOP, safe.width, -HIDDEN_TOP - 20)
    return Place(TITLE, 0, "title", frame, _sample(TITLE, Scale().body, Role.TITLE, field))


def _sample(words: str, style: Style, role: Role, field: Colour) -> Text:
    return Text(
        name=words, lines=("",), x=0, baseline=0, style=style, colour=ink_on(field), ground=field,
        role=role,
    )  # fmt: skip


def free(pages: Sequence[Page], scale: Scale) -> Layout:
    """A title and a text on plain paper."""
    canvas = pages[0].drawing.format
    safe = canvas.safe
    title = Frame(safe.left, safe.top, safe.width, 200)
    text = Frame(safe.left, safe.top + 230, safe.width, safe.height - 230)
    heading = _sample("titre", scale.statement, Role.TITLE, Colour.PAPER)
    words = _sample("texte", scale.body, Role.BODY, Colour.PAPER)
    places = (
        Place("titre", 0, "title", title, heading),
        Place("texte", FIRST_NUMBERS[Role.BODY], "body", text, words),
    )
    return Layout(names.FREE, Colour.PAPER, canvas, (), places, footed=True)
