"""Every path of the tree leads to its text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.diagnostics import Diagnostic, NodePath, Place
from ceremonie.storyboard import recovery
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.source import Source, parse

TEXT = """\
titre: Égalité
jours:
  - date: 2023-11-28
    ateliers: &a
      - {titre: "Boxe", commune: Créteil}
      - titre: 'Ski'
  - ateliers: *a
    notes: |
      Première ligne
      seconde
    texte: une phrase
      qui continue
vide:
"""


def source(text: str) -> Source:
    return parse(text.encode(), "s.yaml")[0]


def pointed(found: Source, place: Place) -> str:
    return found.lines.text(place.line - 1)[place.column - 1 :][: place.width]


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        (("titre",), 1, "Égalité"),
        (("jours",), 3, "-"),
        (("jours", 0), 3, "date"),
        (("jours", 0, "ateliers", 0), 5, '{titre: "Boxe", commune: Créteil}'),
        (("jours", 0, "ateliers", 0, "commune"), 5, "Créteil"),
        (("jours", 0, "ateliers", 1, "titre"), 6, "'Ski'"),
        (("jours", 1, "ateliers"), 7, "*a"),
        (("jours", 1, "ateliers", 1, "titre"), 6, "'Ski'"),
        (("jours", 1, "notes"), 8, "|"),
        (("jours", 1, "texte"), 11, "une phrase"),
        (("vide",), 13, "vide"),
        (("jours", 0, "absent"), 3, "date"),
        (("absent", "plus", "bas"), 1, "titre"),
    ],
)
def test_place_of_a_value(path: NodePath, line: int, text: str) -> None:
    found = source(TEXT)
    place = found.place(path)
    assert (place.line, pointed(found, place)) == (line, text)


def test_place_of_a_key() -> None:
    found = source(TEXT)
    place = found.place(("jours", 1, "texte"), key=True)
    assert (place.line, pointed(found, place)) == (11, "texte")


def test_excerpt_ends_with_the_line_meant() -> None:
    assert source(TEXT).place(("jours", 0, "date")).excerpt == (
        (2, "jours:"),
        (3, "  - date: 2023-11-28"),
    )


def test_located_fills_only_what_has_no_place() -> None:
    found = source(TEXT)
    there = Place("autre.yaml", 7)
    told = found.located(
        [
            Diagnostic("a", "b", path=("titre",)),
            Diagnostic("a", "b", place=there),
            Diagnostic("a", "b"),
        ]
    )
    assert [d.place.line if d.place else None for d in told] == [1, 7, None]


def test_long_lines_are_shown_where_the_fault_is() -> None:
    found = source(f"a: {'x' * 300}\nb: {{long: {'y' * 200}, ici: non}}\n")
    lines = Diagnostic("a", "b", found.place(("b", "ici"))).render().splitlines()
    assert max(map(len, lines)) < 130
    column = lines[-1].index("^")
    assert lines[-2][column : column + 3] == "non"


names = st.text("abcdefghijklmnopqrstuvwxyzéè_", min_size=1, max_size=8)
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" :#'\"-é🏃"),
    max_size=20,
).map(str.strip)
trees = st.dictionaries(
    names,
    st.recursive(
        words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(trees, st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_was_written_is_read_and_found_again(tree: dict[str, Any], flow: bool) -> None:
    text = yaml.dump(
        tree, allow_unicode=True, default_style='"', default_flow_style=flow, width=10_000
    )
    found = source(text)
    assert found.data == tree
    for path, value in leaves(tree):
        if path and isinstance(value, str):
            assert yaml.safe_load(pointed(found, found.place(path))) == value
            if isinstance(path[-1], str):
                assert yaml.safe_load(pointed(found, found.place(path, key=True))) == path[-1]


@given(trees)
@settings(max_examples=60, deadline=None)
def test_both_readers_see_the_same_places(tree: dict[str, Any]) -> None:
    text = yaml.dump(tree, allow_unicode=True, width=30)
    fast = source(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recovery, "FAST_LOADER", yaml.SafeLoader)
        pure = source(text)
    assert fast.root == pure.root
