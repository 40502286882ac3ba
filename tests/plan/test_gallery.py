"""The workshops of a day on one slide: however many, all are read, and each leads to its own."""

from __future__ import annotations

import pytest

from ceremonie.formats import SCREENS, Screen
from ceremonie.planning.compositions import compose
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.pictured_content import Cell, Gallery, Subject
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.storyboard import programme
from ceremonie.storyboard.programme import Section

from .composed import prose
from .contents import LYING, UPRIGHT
from .measures import roomless, shared_rooms

READ = 48
"""px: 24 pt."""

SIGNS = {12: 30, 8: 48, 6: 60, 4: 78, 2: 160}
"""How long the labels of so many cells may be, by the content's own word."""


def gallery(labels: list[str]) -> Gallery:
    subject = Subject("course", Section.DAYS, 1, programme.SPORT)
    pictures = (LYING, None, UPRIGHT)
    cells = (Cell(pictures[i % 3], label, subject) for i, label in enumerate(labels))
    return Gallery("Jour 2", ("Prendre soin de soi",), tuple(cells), 1)


def drawn(labels: list[str], screen: Screen) -> Drawing:
    return compose(gallery(labels), Staging(SCREENS[screen], viewing=ROOM))


def texts(drawing: Drawing) -> list[Text]:
    return [element for element in drawing.elements if isinstance(element, Text)]


@pytest.mark.parametrize("screen", Screen)
@pytest.mark.parametrize("count", range(1, 13))
def test_each_workshop_is_a_group_of_its_own_and_is_read(count: int, screen: Screen) -> None:
    drawing = drawn(["Course d’orientation"] * count, screen)
    groups = {e.group for e in drawing.elements if e.group}
    assert groups == {f"atelier {number}" for number in range(1, count + 1)}
    assert all(text.style.size >= READ and text.fits for text in texts(drawing))
    assert not roomless(drawing)
    assert not shared_rooms(drawing)


@pytest.mark.parametrize("screen", Screen)
@pytest.mark.parametrize(("count", "signs"), SIGNS.items())
def test_long_names_are_read_where_fewer_share_the_slide(
    count: int, signs: int, screen: Screen
) -> None:
    drawing = drawn([prose(signs)] * count, screen)
    labels = [text for text in texts(drawing) if text.group]
    assert all(text.style.size >= READ and text.fits for text in labels)


@pytest.mark.parametrize("count", [3, 7, 12])
def test_other_words_do_not_move_a_picture(count: int) -> None:
    one, other = (drawn([label] * count, Screen.WIDE) for label in ("Boccia", "Natation"))
    assert [e.room for e in texts(one)] == [e.room for e in texts(other)]
