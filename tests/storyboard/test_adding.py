"""Items and keys written into a storyboard: they stand last, and every other byte stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.storyboard.editing import Add, Change, Revision, Set, edit, passages
from ceremonie.storyboard.editing import draft as drafted
from ceremonie.storyboard.reading import read_bytes
from ceremonie.storyboard.source import parse

PATH = Path("storyboard.yaml")
HEAD = """\
edition: "2023"   # entre guillemets
titre: Journées
organisateur: 'Préfecture'
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
jours:
  - date: 2023-11-28
    ateliers: [{titre: Boxe, commune: Créteil}]   # un seul
"""
BELOW = "[{nom: A, discipline: B}]"
LAYOUTS = {
    "not written": "# à la fin\n",
    "a key without a value": "athletes:   # à compléter\n  # - nom: X\ncloture: {titre: Fin}\n",
    "an empty list": "athletes: []   # personne\ncloture: {titre: Fin}\n",
    "nothing, said": "athletes: ~\n# rien de plus\n",
    "dashes": "athletes:\n  - nom: A\n    discipline: B   # bien\n    # film: non\n# après\n",
    "dashes below the key": "athletes:\n- nom: A\n  discipline: B\nprix: []\n",
    "wide dashes": "athletes:\n    -   nom: A\n        discipline: B\n\n# fin",
    "empty lines between": (
        "athletes:\n\n  # --- une\n  - nom: A\n    discipline: B\n\n  - nom: C\n    discipline: D\n"
    ),
    "braces below dashes": "athletes:\n  - {nom: A, discipline: B}\n  - {nom: C, discipline: D}\n",
    "brackets": f"athletes: {BELOW}   # une\n",
    "brackets over lines": (
        "athletes: [\n    {nom: A, discipline: B},  # une\n    {nom: C, discipline: D},\n  ]\n# x\n"
    ),
    "an anchor before the list": "athletes: &tous\n  - nom: A\n    discipline: B\n",
    "a block of text at the end": "athletes:\n  - nom: A\n    club: |\n      B\n\n      C\n\n# x\n",
    "no line feed at the end": "athletes:\n  - discipline: B\n    nom: A",
    "an anchored item": "athletes:\n  - &une\n    nom: A\n    discipline: B\nprix: []\n",
}
WORDS = st.text("aé '\"«»:#,[]{}&*-!%|>?@\\…=\n0é😀\u00a0", min_size=1, max_size=30).filter(
    lambda text: text == text.strip()
)
ATHLETES = st.lists(
    st.fixed_dictionaries({"nom": WORDS, "discipline": WORDS}), min_size=1, max_size=3
)


def data_of(text: bytes) -> Any:
    return read_bytes(text, PATH).source.data


def draft(data: bytes, changes: Sequence[Change], path: Path) -> Revision:
    source, _ = parse(data, str(path))
    return drafted(data, changes, source)


def stays(before: bytes, after: bytes, but: str) -> bool:
    """Whether all lines are still there in their order, but for those that begin so."""
    lines = iter(after.splitlines())
    kept = [line for line in before.splitlines() if not line.startswith(but.encode())]
    return all(line in lines for line in kept if line)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=4, deadline=None)
@given(items=ATHLETES, ends=st.sampled_from(["\n", "\r\n"]))
def test_items_stand_last_whatever_the_list_looks_like(
    layout: str, items: list[dict[str, str]], ends: str
) -> None:
    before = (HEAD + LAYOUTS[layout]).replace("\n", ends).encode()
    revision = draft(before, [Add(("athletes",), tuple(items))], PATH)
    assert revision.refused == ()
    former = data_of(before).get("athletes") or []
    assert data_of(revision.after) == {**data_of(before), "athletes": [*former, *items]}
    flows = "brackets" in layout or "[]" in LAYOUTS[layout] or "~" in LAYOUTS[layout]
    last_grows = "athletes" if layout == "brackets over lines" else "    {nom: C"
    assert stays(before, revision.after, but="athletes: " if flows else last_grows)
    assert revision.after.count(b"#") >= before.count(b"#")
    assert b"\n" not in revision.after.replace(ends.encode(), b"") or ends == "\n"


def test_new_items_look_like_those_that_are_there() -> None:
    item: tuple[Change, ...] = (Add(("athletes",), ({"nom": "E", "discipline": "F: g"},)),)
    written = {
        name: draft((HEAD + text).encode(), item, PATH).after.decode().removeprefix(HEAD)
        for name, text in LAYOUTS.items()
    }
    assert written["empty lines between"].endswith('\n\n  - nom: E\n    discipline: "F: g"\n')
    assert written["braces below dashes"].endswith('\n  - {nom: E, discipline: "F: g"}\n')
    assert written["dashes"].endswith(
        '    # film: non\n  - nom: E\n    discipline: "F: g"\n# après\n'
    )
    assert "\n    -   nom: E\n        discipline:" in written["wide dashes"]
    assert written["brackets"].endswith(', {nom: E, discipline: "F: g"}]   # une\n')
    assert '},\n    {nom: E, discipline: "F: g"},\n  ]\n# x\n' in written["brackets over lines"]
    assert written["an empty list"].startswith("athletes:   # personne\n  - nom: E\n")
    assert written["not written"] == 'athletes:\n  - nom: E\n    discipline: "F: g"\n# à la fin\n'


@settings(max_examples=15, deadline=None)
@given(
    names=st.lists(WORDS, min_size=1, max_size=4),
    former=st.lists(WORDS, min_size=1, max_size=4),
    block=st.booleans(),
)
def test_a_list_of_texts_becomes_another(names: list[str], former: list[str], block: bool) -> None:
    entry = draft(
        HEAD.encode(), [Add(("generique",), ({"titre": "Merci", "lignes": former},))], PATH
    )
    before = entry.after
    if block:
        long = [f"{'x' * 60} {name}" for name in former]
        before = edit(before, [Set(("generique", 0, "lignes"), long)], PATH).after
    revision = draft(before, [Set(("generique", 0, "lignes"), names)], PATH)
    assert revision.refused == ()
    assert data_of(revision.after)["generique"][0]["lignes"] == names


def test_what_both_lists_hold_keeps_its_quotes_and_comments() -> None:
    text = (
        HEAD
        + "generique:\n  - titre: M\n    lignes:\n      - 'A'  # un\n      - B  # deux\n      - C\n"
    )
    after = draft(text.encode(), [Set(("generique", 0, "lignes"), ["A", "C", "D"])], PATH).after
    assert after.decode().endswith("    lignes:\n      - 'A'  # un\n      - C\n      - D\n")


@settings(max_examples=8, deadline=None)
@given(count=st.integers(1, 6), values=st.lists(WORDS, min_size=6, max_size=6))
def test_many_changes_at_once_are_those_one_by_one(count: int, values: list[str]) -> None:
    text = HEAD + LAYOUTS["dashes"] + "temoignages:\n  - {citation: X, auteur: Y}\n"
    every: tuple[Change, ...] = (
        Set(("athletes", 0, "nom"), values[0]),
        Set(("athletes", 0, "club"), values[1]),
        Add(("athletes",), ({"nom": values[2], "discipline": "x"},)),
        Set(("titre",), values[3]),
        Add(("jours", 0, "ateliers"), ({"titre": values[4], "commune": "Orly"},)),
        Set(("temoignages", 0, "fonction"), values[5]),
    )
    changes = every[:count]
    together = draft(text.encode(), changes, PATH)
    alone = text.encode()
    for change in changes:
        alone = draft(alone, [change], PATH).after
    assert together.refused == ()
    assert together.after == alone
    lines, shift = text.split("\n"), 0
    for one in passages(together):
        first = one.first + shift - (1 if one.before else 0)
        lines[first : first + len(one.before)] = one.after
        shift += len(one.after) - len(one.before)
    assert "\n".join(lines).encode() == together.after


def test_one_change_that_cannot_be_written_keeps_no_other_from_being_written() -> None:
    text = HEAD + "athletes: &tous\n  - {nom: A, discipline: B}\nprix: *tous\n"
    bad = Add(("prix",), ({"titre": "P", "laureat": "L"},))
    shared = Add(("athletes",), ({"nom": "C", "discipline": "D"},))
    others = (Set(("titre",), "Autre"), Add(("partenaires",), ({"nom": "P"},)))
    revision = draft(text.encode(), [others[0], bad, shared, others[1]], PATH)
    assert [refusal.change for refusal in revision.refused] == [bad, shared]
    assert data_of(revision.after)["titre"] == "Autre"
    assert revision.after.decode().endswith("prix: *tous\npartenaires:\n  - nom: P\n")


NO_PLACE = {
    "a line with a tab": HEAD.replace("  - date", "\t- date").encode(),
    "no list": f"{HEAD}athletes: rien\n".encode(),
    "nothing": b"",
    "no UTF-8": HEAD.encode("latin-1"),
}


@pytest.mark.parametrize("name", NO_PLACE)
def test_a_text_that_is_no_list_or_no_yaml_is_left_alone(name: str) -> None:
    athlete = Add(("athletes",), ({"nom": "A", "discipline": "B"},))
    revision = edit(NO_PLACE[name], [athlete], PATH)
    assert revision.empty
    assert revision.refused[0].why


def test_an_addition_that_makes_an_error_is_refused_with_its_problem() -> None:
    revision = edit(HEAD.encode(), [Add(("athletes",), ({"nom": "A"},))], PATH)
    assert revision.empty
    assert revision.refused[0].problems[0].slug == "cle-manquante"
