"""The title comes first in reading order, and the picture does not change."""

from __future__ import annotations

from ceremonie.deck.slide.reading_order import drawn_titles, title_first
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Role, Text
from ceremonie.planning.model import Page
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale
from tests.deck.sample import words

SCALE = Scale()


def title(lines: tuple[str, ...] = ("Bonjour",), x: float = 100, name: str = "titre") -> Text:
    return words(name, lines, x, 500, SCALE.statement, Colour.BRIGHT, Role.TITLE)


def box(name: str, x: float, y: float = 400) -> Box:
    return Box(name=name, x=x, y=y, width=800, height=200, colour=Colour.BRIGHT)


def place(x: float) -> Text:
    return words("lieu", ("Créteil",), x, 500, SCALE.statement, Colour.BRIGHT, anchor=Anchor.START)


def page(name: str, told: str, *elements: Element) -> Page:
    return Page(name, "essai", Section.DAYS, told, Drawing(Colour.PAPER, elements), "Notes.")


def test_what_lies_elsewhere_is_read_after_the_title() -> None:
    one = title()
    assert title_first((place(1200), box("fond", 50), one), one) == (
        box("fond", 50), one, place(1200),
    )  # fmt: skip


def test_what_carries_the_title_stays_under_it_with_all_it_lies_on() -> None:
    one = title()
    below, above = box("dessous", 50, 300), box("dessus", 50)
    aside = box("à côté", 1000, 800)
    assert title_first((below, aside, above, one), one) == (below, above, one, aside)


def test_shapes_that_only_touch_may_change_places() -> None:
    one = title()
    beside = words("voisin", ("Voisin",), 860, 500, SCALE.statement, Colour.BRIGHT)
    assert title_first((beside, box("fond", 50), one), one) is not None


def test_a_title_over_words_cannot_come_first() -> None:
    one = title()
    assert title_first((place(100), one), one) is None


def test_the_drawn_title_serves_where_it_says_enough() -> None:
    first, again = title(), title()
    broken = title(("Merc",))
    several = (title(("Deux",), name="a"), title(("mots",), name="b"))
    pages = (
        page("un", "Jour 1, Bonjour", first),
        page("deux", "Jour 2, Bonjour", again),
        page("trois", "Merci", broken),
        page("quatre", "Deux mots", *several),
    )
    assert drawn_titles(pages) == {"un": first}
