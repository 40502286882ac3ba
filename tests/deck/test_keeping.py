"""What one run keeps for the next: slides and layouts that need no painting again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard

import pytest

from ceremonie import cache_names
from ceremonie.deck import write
from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Element, Photo, Text
from ceremonie.planning.model import Plan
from ceremonie.progress import silent
from tests.deck import sample


def made(plan: Plan, folder: Path, cache: Path | None) -> bytes:
    target = folder / "diaporama.pptx"
    write(plan, target, film=None, progress=silent, cache=cache)
    return target.read_bytes()


def kept(cache: Path) -> set[Path]:
    """The files that hold finished slides and layouts."""
    return set((cache / cache_names.SLIDES).glob("*.diapositive"))


def changed(plan: Plan, number: int, change: Callable[[Element], Element]) -> Plan:
    """The plan with another slide of this number."""
    page = plan.pages[number]
    elements = tuple(map(change, page.drawing.elements))
    other = replace(page, drawing=replace(page.drawing, elements=elements))
    return replace(plan, pages=(*plan.pages[:number], other, *plan.pages[number + 1 :]))


def with_room(plan: Plan) -> Plan:
    """As compositions do: the place of the words does not depend on them."""
    room = Bounds(140, 300, 1300, 700)

    def roomy(element: Element) -> Element:
        return replace(element, room=room) if is_message(element) else element

    return changed(plan, 2, roomy)


def is_message(element: Element) -> TypeGuard[Text]:
    return isinstance(element, Text) and element.name == "message"


def said(element: Element) -> Element:
    if is_message(element):
        return replace(element, lines=("Le sport rapproche.",), said="Le sport rapproche.")
    return element


def described(element: Element) -> Element:
    if isinstance(element, Photo):
        return replace(element, picture=replace(element.picture, alternative="Un match"))
    return element


@pytest.mark.parametrize(("number", "change"), [(2, said), (5, described)])
def test_one_word_changed_paints_one_slide_anew(
    tmp_path: Path, number: int, change: Callable[[Element], Element]
) -> None:
    cache, plan = tmp_path / "cache", with_room(sample.whole(tmp_path))
    former = made(plan, tmp_path, cache)
    before = kept(cache)
    assert len(before) > len(plan.pages)
    other = changed(plan, number, change)
    assert made(other, tmp_path, cache) == made(other, tmp_path, None) != former
    assert len(kept(cache) - before) == 1


def test_slides_that_only_move_are_not_painted_again(tmp_path: Path) -> None:
    cache, plan = tmp_path / "cache", sample.whole(tmp_path)
    made(plan, tmp_path, cache)
    before = kept(cache)
    moved = replace(plan, pages=(*plan.pages[1:4], plan.pages[0], *plan.pages[4:]))
    assert made(moved, tmp_path, cache) == made(moved, tmp_path, None)
    assert kept(cache) == before


def test_kept_slides_that_a_disk_has_damaged_are_made_again(tmp_path: Path) -> None:
    cache, plan = tmp_path / "cache", sample.whole(tmp_path)
    former = made(plan, tmp_path, cache)
    for path in kept(cache):
        path.write_bytes(path.read_bytes().replace(b"<", b"[", 1))
    assert made(plan, tmp_path, cache) == former
