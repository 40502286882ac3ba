"""Slides that were moved, as another order of `deroule`, where it names single items."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.formats import Shape
from ceremonie.media.material import Materials
from ceremonie.planning import recipe
from ceremonie.planning.model import Page
from ceremonie.rereading.moving import Moves, moves
from ceremonie.storyboard.editing import Reorder
from ceremonie.storyboard.model import Storyboard

TITLE, ORDER = "titre", ("deroule",)


def board(*order: str) -> Storyboard:
    names = ("nageuse", "judoka", "archère")
    return Storyboard.model_validate(
        {
            "edition": "essai",
            "titre": "Fête du sport",
            "organisateur": "Ville de Bron",
            "ceremonie": {"date": "2024-12-06", "lieu": "Espace Albert-Camus"},
            "jours": [{"date": "2024-12-03"}],
            "athletes": [{"nom": n, "discipline": "Sport", "id": f"id-{n[0]}"} for n in names],
            "temoignages": [{"citation": "On joue.", "auteur": n} for n in ("Léa", "Tom")],
            "deroule": [TITLE, *order],
        }
    )


def moved(storyboard: Storyboard, *ids: str) -> Moves:
    pages = recipe.composed(storyboard, Materials({}), (Shape.WIDE,)).pages
    named = {page.id: page for page in pages}
    found: Sequence[Page] = [*pages[:2], *(named[one] for one in ids)]
    return moves(storyboard, pages, found)


def test_a_single_item_moves_as_its_entry_does() -> None:
    one = board("id-j", "temoignages", "athletes")
    result = moved(one, "temoignage-1", "temoignage-2", "athlete-2", "athlete-1", "athlete-3")
    assert result == Moves((Reorder(ORDER, (0, 2, 1, 3)),))


def test_those_of_its_list_change_places_around_it() -> None:
    one = board("id-j", "temoignages", "athletes")
    result = moved(one, "athlete-2", "temoignage-1", "temoignage-2", "athlete-3", "athlete-1")
    assert result == Moves((Reorder(("athletes",), (2, 1, 0)),))


def test_a_list_whose_items_are_named_by_number_keeps_its_order() -> None:
    one = board("athletes 2", "temoignages", "athletes")
    result = moved(one, "athlete-2", "temoignage-1", "temoignage-2", "athlete-3", "athlete-1")
    assert result.changes == ()
    assert [page.id for page in result.stray] == ["athlete-3"]
