"""What pages have in common becomes their layout; words get the size at which they stay in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from ceremonie.deck.markup import fitting
from ceremonie.deck.markup.arcs import Arc, steps
from ceremonie.deck.markup.scheme import SLOTS
from ceremonie.deck.template.design import TITLE, Design, design
from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Box, Drawing, Element, Role, Text, ground
from ceremonie.planning.model import Page
from ceremonie.planning.reserve import SUBSTITUTES
from ceremonie.storyboard.programme import Section
from ceremonie.theme.colouring import assigned
from ceremonie.theme.palette import HOUSE, MINIMUM_CONTRAST, Colour, Palette
from ceremonie.theme.track import circle
from ceremonie.theme.type import Scale
from tests.deck import sample

ROOM = Bounds(96, 100, 1000, 300)
BELOW = Bounds(96, 320, 1000, 500)


def words(name: str, said: str, room: Bounds = ROOM, role: Role = Role.BODY) -> Text:
    style = Scale().body
    return replace(
        sample.words(name, (said,), 96, 200, style, Colour.MIDDLE, role), room=room, full=style
    )


def page(number: int, *elements: Element, field: Colour = Colour.MIDDLE) -> Page:
    band = ground(Box(name="bande", x=0, y=900, width=1920, height=180, colour=Colour.DEEP))
    drawing = Drawing(field, (*band, *elements))
    return Page(str(number), "atelier", Section.DAYS, f"Page {number}", drawing, "Notes.",
                path=("jours", number, "ateliers", 0))  # fmt: skip


def made(*pages: Page) -> Design:
    return design(pages, {}, Scale())


def test_pages_that_agree_share_a_layout_with_a_place_for_all_their_texts() -> None:
    one, two = page(0, words("texte", "Un")), page(0, words("lieu", "Deux", BELOW, Role.PLACE))
    two = replace(two, id="autre")
    layout, free = made(one, two).layouts
    assert [place.name for place in layout.places] == [TITLE, "texte", "lieu"]
    assert [element.name for element in layout.ground] == ["bande"]
    assert free.name == "Titre et texte"


def test_pages_that_put_a_text_elsewhere_get_a_layout_of_their_own() -> None:
    one, two = page(0, words("texte", "Un")), page(0, words("texte", "Un", BELOW))
    two = replace(two, id="autre")
    assert [one.name for one in made(one, two).layouts[:-1]] == [
        "Atelier", "Atelier (2)",
    ]  # fmt: skip


def test_a_text_has_the_same_number_on_all_layouts_of_its_kind() -> None:
    one = page(0, words("texte", "Un"), words("suite", "Deux", BELOW))
    two = page(1, words("texte", "Trois"), field=Colour.BRIGHT)
    result = made(one, two)
    assert [layout.name for layout in result.layouts[:-1]] == ["Atelier, jour 1", "Atelier, jour 2"]
    assert result.places["0"]["texte"].number == result.places["1"]["texte"].number


def test_few_words_stand_at_full_size_and_more_are_shrunk_until_each_font_fits() -> None:
    style, room = Scale().body, fitting.Room(600, 200)
    few = fitting.scale(("Un mot",), style, room)
    more = fitting.scale(("Un mot " * 30,), style, room)
    many = fitting.scale(("Un mot " * 60,), style, room)
    assert few == 1 > more > many


def test_a_long_word_is_shrunk_rather_than_parted() -> None:
    style, long = Scale().statement, "intergouvernementalisation"
    narrow = fitting.Room(700, 1000)
    part = fitting.scale((long,), style, narrow)
    widest = max(font.wide(style.weight) for font in SUBSTITUTES)
    whole = fitting.scale((long,), style, fitting.Room(1e6, 1000))
    assert whole == 1
    assert part < 1 / widest


def test_a_sampled_circle_is_written_as_two_arcs() -> None:
    _, *written = steps(circle((500, 500), 300).line(0), closed=True)
    assert all(isinstance(step, Arc) for step in written)
    assert sum(step.sweep for step in written if isinstance(step, Arc)) == pytest.approx(360)


def test_the_corners_of_a_rectangle_are_no_circle() -> None:
    outline = ((0.0, 0.0), (300.0, 0.0), (300.0, 100.0), (0.0, 100.0))
    assert steps(outline, closed=True) == outline


@pytest.mark.parametrize("colours", [None, ("1B5E20", "FDD835", "FF7043")])
def test_every_text_colour_can_be_read_on_every_ground_that_the_theme_offers(
    colours: tuple[str, ...] | None,
) -> None:
    palette = assigned(colours) if colours else HOUSE
    assert isinstance(palette, Palette)
    for dark, light in product(("dk1", "dk2"), ("lt1", "lt2")):
        assert palette.contrast(SLOTS[dark], SLOTS[light]) >= MINIMUM_CONTRAST
