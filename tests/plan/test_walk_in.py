"""What the screen shows before the ceremony, and what a deck has besides: pages, their order, what
they say.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from ceremonie.formats import Screen
from ceremonie.planning.drawing import Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.planning.transition import Move

from .materials import day, planned, told, workshop

FIGURES = [{"valeur": 30, "libelle": "centres"}]
PARTNERS = [{"nom": "Ville de Bron", "rang": 1}, {"nom": "CDOS", "rang": 2}]


def plan_with(photos: int = 3, *, walk_in: bool = True, **keys: Any) -> Plan:
    shown = [workshop(f"{n}-1600x1200.jpg", titre=f"Atelier {n}") for n in range(photos)]
    board = {"jours": day(*shown) or day(workshop()), "chiffres": FIGURES, "partenaires": PARTNERS}
    welcome = {"accueil": {"secondes": 12, "decompte": 130}} if walk_in else {}
    return planned(**{**board, **welcome, **keys})


def kinds(pages: tuple[Page, ...]) -> list[str]:
    return [page.kind for page in pages]


def test_the_walk_in_begins_with_the_title_and_mixes_pictures_and_words() -> None:
    made = plan_with()
    assert made.welcome
    loop = made.welcome.loop
    assert kinds(loop.pages) == [
        "titre", "atelier", "deroule", "atelier", "chiffres", "atelier", "partenaires",
    ]  # fmt: skip
    assert all(page.advance == 12 and not page.links and not page.hidden for page in loop.pages)
    assert [len(shot.span) for shot in loop.shots] == [300] * 7


def test_it_shows_one_picture_of_each_workshop_and_a_dozen_at_most() -> None:
    made = plan_with(photos=30)
    assert made.welcome
    shown = [
        e.picture.digest
        for page in made.welcome.loop.pages
        for e in page.drawing.elements
        if isinstance(e, Photo)
    ]
    assert len(shown) == len(set(shown)) == 12
    numbers = [int(name.split("-")[0]) for name in shown]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 25


def test_its_last_page_leads_into_its_first_as_each_into_the_next() -> None:
    made = plan_with()
    assert made.welcome
    loop = made.welcome.loop
    assert loop.loops
    assert {shot.transition for shot in loop.shots} == {loop.shots[0].transition}
    assert loop.shots[0].transition.move is Move.DISSOLVE


def test_pictures_are_missed_where_there_is_none() -> None:
    made = planned(accueil={})
    assert ("accueil-sans-photo", ("accueil",)) in told(made.diagnostics)
    assert "accueil-sans-photo" not in dict(told(plan_with().diagnostics))


def test_the_music_of_a_film_without_any_is_missed_and_no_other() -> None:
    silent = ("accueil-sans-musique", ("accueil", "musique"))
    assert silent in told(planned(accueil={"musique": True}).diagnostics)
    for music in (False, {"fichier": "attente.mp3"}):
        slugs = dict(told(planned(accueil={"musique": music}).diagnostics))
        assert "accueil-sans-musique" not in slugs


def test_the_bare_key_asks_for_a_walk_in_as_it_is_by_itself() -> None:
    bare, empty = planned(accueil=None), planned(accueil={})
    assert bare.welcome
    assert bare.welcome == empty.welcome
    assert planned().welcome is None


def test_a_deck_is_between_black_slides_and_has_a_hidden_card_after_each_part() -> None:
    pages = plan_with().pages
    assert (pages[0].kind, pages[-1].kind) == ("noir", "noir")
    assert not pages[0].hidden
    for before, after in pairwise(pages[1:-1]):
        if before.kind == "attente":
            assert before.hidden
            assert before.title == f"En attendant : {after.part}"
        else:
            assert before.part in (after.part, "Titre")
    assert "attente" in kinds(pages)


def test_who_presents_is_told_of_the_part_that_follows_and_not_of_the_card() -> None:
    pages = plan_with().pages
    for before, after in pairwise(pages):
        if after.kind == "attente":
            assert "En attendant" not in before.notes
    assert pages[-2].notes.endswith("Écran noir (2)")


def test_a_deck_without_a_walk_in_is_as_it_was() -> None:
    with_it, without = plan_with(), plan_with(walk_in=False)
    assert without.welcome is None
    ours = [page for page in with_it.pages if page.kind not in ("noir", "attente")]
    assert [p.drawing for p in ours] == [p.drawing for p in without.pages]
    assert [p.links for p in ours] == [p.links for p in without.pages]


def test_the_countdown_tells_each_second_once_and_ends_on_the_title() -> None:
    made = plan_with()
    assert made.welcome
    assert made.welcome.countdown
    *counted, last = made.welcome.countdown.shots
    assert [len(shot.span) for shot in counted] == [250, 1500, 1250, 250]
    assert last.span.start == 130 * 25
    assert len(last.span) == 250
    assert last.drawing.elements == made.welcome.loop.shots[0].drawing.elements


@pytest.mark.parametrize("screen", tuple(Screen))
def test_all_of_it_has_the_shape_of_the_deck(screen: Screen) -> None:
    made = plan_with(diaporama={"format": str(screen)})
    assert made.welcome
    assert made.welcome.countdown
    drawings = [
        made.welcome.card,
        *(shot.drawing for shot in made.welcome.loop.shots),
        *(shot.drawing for shot in made.welcome.countdown.shots),
    ]
    assert {drawing.format.screen for drawing in drawings} == {screen}
    assert not [d for d in made.diagnostics if d.slug == "texte-trop-long"]


def test_black_slides_and_cards_are_numbered_and_take_no_time_of_the_evening() -> None:
    with_it, without = plan_with(), plan_with(walk_in=False)
    rows, former = with_it.evening.rows, without.evening.rows
    assert [(r.title, r.start, r.seconds) for r in rows] == [
        (r.title, r.start, r.seconds) for r in former
    ]
    assert rows[0].slides[0] == 1
    numbers = sorted(number for row in rows for number in row.slides)
    assert numbers == [*range(1, len(with_it.pages) + 1)]
