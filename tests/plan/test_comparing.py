"""What differs between two editions is told: all of it, and nothing else."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.comparing import (
    Content,
    Entry,
    Evening,
    Kind,
    Presence,
    Record,
    Weight,
    content_of,
    differences,
    lines,
    ranked,
    recorded,
    written,
)
from ceremonie.comparing.wording import Fate, runs
from tests.plan.conftest import MakePlan, board

FOOTBALL = "Jour\u00a01, Football à cinq, Créteil"
"""The title of its slide."""


@pytest.fixture
def days() -> list[dict[str, Any]]:
    return copy.deepcopy(board()["jours"])


@pytest.fixture
def before(make_plan: MakePlan) -> Content:
    return content_of(make_plan())


def told(before: Content, after: Content) -> dict[str, tuple[Kind, ...]]:
    """Title of each slide that differs, as it is now or was → what became of it."""
    slides = differences(before, after).slides
    return {entry.title: one.kinds for one in slides if (entry := one.after or one.before)}


def test_two_builds_of_one_storyboard_differ_in_nothing(
    make_plan: MakePlan, before: Content
) -> None:
    likened = differences(before, content_of(make_plan()))
    assert likened.none
    assert lines(likened) == ("Rien n’a changé.",)


def test_a_changed_word_is_told_on_its_slide_and_in_the_film(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0]["texte"] = "Chacune joue."
    likened = differences(before, content_of(make_plan(jours=days)))
    assert [(one.kinds, one.after and one.after.title) for one in likened.slides] == [
        ((Kind.REWORDED, Kind.NOTED), FOOTBALL)
    ]
    text = "\n".join(lines(likened))
    assert f"« {FOOTBALL} » : texte modifié, notes modifiées." in text
    assert "[-Chacun-]{+Chacune+} joue." in text
    assert not likened.renumbered


def test_a_replaced_photo_is_told_as_a_picture_wherever_it_is_shown(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0]["medias"][0]["fichier"] = "autre.jpg"
    after = content_of(make_plan(jours=days))
    places = (
        "Jour\u00a01, les ateliers du jour",
        FOOTBALL,
        "Place au film",
    )
    assert told(before, after) == dict.fromkeys(places, (Kind.PICTURED,))


def test_a_slide_that_came_is_told_and_those_behind_it_are_only_counted(
    make_plan: MakePlan, before: Content
) -> None:
    more = [*board()["temoignages"], {"citation": "Quel beau jour !", "auteur": "Un père"}]
    after = content_of(make_plan(temoignages=more))
    came = differences(before, after)
    gone = differences(after, before)
    assert [one.kinds for one in came.slides if one.before is None] == [(Kind.ADDED,)]
    assert [one.kinds for one in gone.slides if one.after is None] == [(Kind.REMOVED,)]
    assert not any(Kind.MOVED in one.kinds for one in (*came.slides, *gone.slides))
    assert came.renumbered
    assert lines(came)[-2].startswith("Changent seulement de numéro")


def test_a_workshop_carried_to_another_place_is_told_as_moved_and_not_as_others_reworded(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    workshops = days[0]["ateliers"]
    workshops.insert(0, workshops.pop())
    slides = told(before, content_of(make_plan(jours=days)))
    carried = [title for title, kinds in slides.items() if Kind.MOVED in kinds]
    assert carried == ["Jour\u00a01, Boccia, Créteil"]
    reworded = [title for title, kinds in slides.items() if Kind.REWORDED in kinds]
    assert reworded == ["Jour\u00a01, les ateliers du jour"]


def entry(id_: str, number: int, **more: Any) -> Entry:
    return replace(Entry(id_, number, id_, (id_,), id_), **more)


def content(*ids: str) -> Content:
    return Content("", 0, tuple(entry(id_, n) for n, id_ in enumerate(ids, 1)), ())


def test_what_was_carried_to_another_place_is_told_and_not_all_that_it_passed() -> None:
    likened = differences(content(*"abcde"), content(*"eabcd"))
    assert [(d.kinds, d.after and d.after.id) for d in likened.slides] == [((Kind.MOVED,), "e")]
    assert likened.renumbered == 4
    assert lines(likened)[0] == "Diapositive 1, « e » : déplacée, avant : Diapositive 5."


def test_a_slide_under_another_id_is_found_by_what_it_says() -> None:
    words = ("Un tournoi de football entre les centres",)
    old = Content("", 0, (entry("a", 1, title="Football", words=words),), ())
    new = Content("", 0, (entry("b", 1, title="Football à cinq", words=words),), ())
    assert [one.kinds for one in differences(old, new).slides] == [(Kind.REWORDED,)]


IDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True)


@given(IDS, IDS)
def test_the_differences_explain_the_newer_edition(old: list[str], new: list[str]) -> None:
    """Take away what is gone or moved, put in what came or moved: what is there is the newer."""
    before, after = content(*old), content(*new)
    slides = differences(before, after).slides
    lifted = {d.before.id for d in slides if d.before}
    placed = {d.after.number: d.after.id for d in slides if d.after}
    row = [id_ for id_ in old if id_ not in lifted]
    for number in sorted(placed):
        row.insert(number - 1, placed[number])
    assert row == new


TEXTS = st.text(alphabet="ab é’'_-\n1", max_size=30)


@given(TEXTS, TEXTS)
def test_runs_of_words_hold_both_texts_whole(before: str, after: str) -> None:
    parts = runs(before, after)
    assert "".join(p.text for p in parts if p.fate is not Fate.COME) == before
    assert "".join(p.text for p in parts if p.fate is not Fate.GONE) == after


def test_a_record_is_read_as_it_was_written_and_a_damaged_one_is_none(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0]["texte"] = "Chacune joue."
    seen = replace(before.slides[3], people=(Presence("P1", "vu", True),), sources=("d",))
    former = replace(before, slides=(*before.slides[:3], seen, *before.slides[5:]))
    after = content_of(make_plan(jours=days))
    record = Record(after, differences(former, after), pictures={"d": "data:"})
    assert record.changes
    assert {one.after is None for one in record.changes.slides} == {False}
    text = written(record)
    assert recorded(text) == record
    for damaged in ("", "[]", "{}", text[:-9], text.replace('"version": 1', '"version": 99')):
        assert recorded(damaged) is None
    assert recorded(text.replace('"number": 1,', '"number": "1",')) is None
    assert recorded(re.sub(r'"after": \d+', '"after": 999', text)) is None


def test_what_matters_to_whoever_runs_the_evening_comes_first(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0]["texte"] = "Chacune joue."
    days[1]["ateliers"][2]["medias"][0]["fichier"] = "autre.jpg"
    words = {**board()["ouverture"], "orateur": "Un orateur"}
    more = [*board()["temoignages"], {"citation": "Quel beau jour !", "auteur": "Un père"}]
    after = content_of(make_plan(jours=days, ouverture=words, temoignages=more))
    changes = ranked(differences(before, after))
    weights = [change.weight for change in changes]
    assert weights == sorted(weights)
    spoken = next(one for one in changes if one.weight is Weight.PEOPLE)
    assert spoken.main.after
    assert spoken.main.after.speakers == ("Un orateur, préfète",)
    assert spoken.slide
    assert spoken.shot


def test_places_that_changed_alike_are_told_once(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0]["medias"][0]["fichier"] = "autre.jpg"
    pictured, *others = ranked(differences(before, content_of(make_plan(jours=days))))
    assert pictured.main.after
    assert pictured.main.after.title == FOOTBALL
    assert len(pictured.also) == 2
    assert all(one.weight > Weight.PICTURES for one in others)


def test_nothing_is_compared_with_a_film_that_was_not_there(before: Content) -> None:
    alone = replace(before, shots=(), frames=0)
    likened = differences(alone, before)
    assert not likened.shots
    assert not likened.none
    assert differences(before, replace(before, evening=Evening(start="18:30"))).slides == ()


def test_between_two_years_another_workshop_in_the_same_place_is_no_rewording(
    make_plan: MakePlan, before: Content, days: list[dict[str, Any]]
) -> None:
    days[0]["ateliers"][0] |= {"titre": "Escrime", "texte": "Le fer croise le fer, sans haine."}
    after = content_of(make_plan(jours=days))
    years = differences(before, after, by_place=False)
    fates = {one.kinds[0] for one in years.slides if FOOTBALL in {one.before and one.before.title}}
    came = {one.after.title for one in years.slides if one.after and one.before is None}
    assert fates == {Kind.REMOVED}
    assert "Jour\u00a01, Escrime, Créteil" in came
    assert differences(before, before, by_place=False).none
