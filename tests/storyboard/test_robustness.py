"""Whatever the file holds, the reader answers with diagnostics, in French, and never raises."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ceremonie.diagnostics import NodePath, errors
from ceremonie.storyboard import suggestions, vocabulary
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.source import parse
from ceremonie.storyboard.wording import WORDINGS
from ceremonie.text import plain

from .boards import MINIMAL, VALID, reading, slugs

COMPLETE = yaml.load((VALID / "complet.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
WRONG: tuple[Any, ...] = (
    None, True, -1, 0.5, 10**12, "", "  ", "texte", "2023-02-30", "28/11/2023", "x" * 700,
    [], {}, ["texte"], [None], [[]], {"cle": "valeur"}, float("nan"),
)  # fmt: skip
ENGLISH = re.compile(r"(?i)\b(should|input|valid|must|value|string|field|required|found|the)\b")


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"a: \x85b\xc2\x85c")
@example("a: [\u2028]".encode())
@settings(max_examples=200, deadline=None)
def test_any_bytes(data: bytes) -> None:
    assert errors(reading(data).diagnostics)


@given(st.text("abé:-#[]{}&*!|>'\"%@`, \n\t?<~0.\\u\u00a0\ufeff\u2028🏃", max_size=60))
@example('"\\UFFFFFFFF"')
@example('"\\ud800": x')
@example("? [a]\n: b")
@example("&a [*a]")
@example("[" * 1100)
@example("- " * 3000)
@example("a: " + "9" * 5000)
@settings(max_examples=400, deadline=None)
def test_any_text(text: str) -> None:
    found = reading(text).diagnostics
    assert errors(found)
    for diagnostic in found:
        assert diagnostic.render().encode()
        assert diagnostic.place is not None


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_storyboard_with_one_slip_of_the_keyboard(data: st.DataObject) -> None:
    text = (VALID / "complet.yaml").read_text("utf-8")
    at = data.draw(st.integers(0, len(text) - 1))
    typed = data.draw(st.sampled_from([*":-#'\"[{\t *&!%", "", "\n", "  "]))
    for diagnostic in reading(text[:at] + typed + text[at + 1 :]).diagnostics:
        assert diagnostic.place is not None
        assert diagnostic.slug != "valeur-refusee"
        assert diagnostic.remedy


@pytest.mark.parametrize("deep", ["[" * 2000, "{" * 2000, "[" * 2000 + "]" * 2000])
def test_brackets_without_end_are_told_as_too_deep_and_nothing_else(deep: str) -> None:
    source, diagnostics = parse(f"a: {deep}\n".encode(), "storyboard.yaml")
    assert source.root is None
    assert [one.slug for one in diagnostics] == ["yaml-profondeur"]
    _, diagnostics = parse(f"b: [\na: {deep}\n".encode(), "storyboard.yaml")
    assert [one.slug for one in diagnostics] == ["yaml-crochet", "yaml-profondeur"]


def _paths(node: Any, path: NodePath = ()) -> list[NodePath]:
    children = node.items() if isinstance(node, dict) else enumerate(node)
    found: list[NodePath] = [path] if path else []
    for step, value in children if isinstance(node, dict | list) else ():
        found += _paths(value, (*path, step)) if isinstance(value, dict | list) else [(*path, step)]
    return found


def _changed(node: Any, path: NodePath, value: Any) -> Any:
    if not path:
        return value
    copy: Any = dict(node) if isinstance(node, dict) else list(node)
    copy[path[0]] = _changed(node[path[0]], path[1:], value)
    return copy


@pytest.mark.parametrize("path", _paths(COMPLETE), ids=lambda path: ".".join(map(str, path)))
def test_every_wrong_value_of_every_key_is_told_in_french(path: NodePath) -> None:
    for value in WRONG:
        text = yaml.dump(_changed(COMPLETE, path, value), allow_unicode=True, sort_keys=False)
        found = reading(text).diagnostics
        for diagnostic in found:
            assert diagnostic.slug != "valeur-refusee", diagnostic.render()
            assert diagnostic.place
            assert not ENGLISH.search(diagnostic.message), diagnostic.message
            assert diagnostic.remedy, diagnostic.render()


def _kinds(node: Any) -> set[str]:
    """Every kind of node of pydantic's own description of the model."""
    if isinstance(node, dict):
        own = {node["type"]} if isinstance(node.get("type"), str) else set()
        return own.union(*map(_kinds, node.values()))
    if isinstance(node, list | tuple):
        return set().union(*map(_kinds, node))
    return set()


def test_every_kind_of_fault_has_its_wording() -> None:
    """A new kind of field in the model must bring its wordings here."""
    raised = {
        "str": {"string_type", "string_too_short", "string_too_long", "string_pattern_mismatch"},
        "int": {"int_type", "int_parsing", "int_from_float", "int_parsing_size"},
        "float": {"float_type", "float_parsing", "finite_number", "greater_than"},
        "tuple": {"tuple_type", "too_short", "too_long"},
        "enum": {"enum"},
        "literal": {"literal_error"},
        "model": {"model_type"},
        "model-fields": {"extra_forbidden", "missing"},
        "function-after": {"edition_reserved"},
        "dict": {"dict_type"},
        "function-before": {
            "hour_form",
            "date_form",
            "date_impossible",
            "yes_or_no",
            "figure_form",
        },
    }
    silent = {
        "default", "nullable", "union", "model-field", "definitions", "definition-ref", "bool",
        "date", "time", "no-info",
    }  # fmt: skip
    kinds = _kinds(Storyboard.__pydantic_core_schema__)
    assert kinds - silent <= raised.keys()
    assert set().union(*raised.values()) <= WORDINGS.keys()


FREE = {"colonnes", "prononciations"}
"""Blocks whose keys are the user's own words."""


def _all_keys() -> list[tuple[NodePath, str]]:
    """Where each key of the complete storyboard stands, and the key."""
    return sorted(
        {(path[:i], str(path[i])) for path, _ in leaves(COMPLETE) for i in range(len(path))
         if isinstance(path[i], str) and not FREE & set(path[:i])},
        key=str,
    )  # fmt: skip


@given(st.sampled_from(_all_keys()), st.data())
@settings(max_examples=300, deadline=None)
def test_a_key_with_one_slip_is_proposed(where: tuple[NodePath, str], data: st.DataObject) -> None:
    path, key = where
    slip = _slip(key, data)
    entry = vocabulary.entry_at(path)
    assert entry is not None
    siblings = vocabulary.fields(entry)
    if plain(slip) in {plain(k) for k in siblings} or vocabulary.homes(slip):
        return
    found = suggestions.nearest(slip, siblings)
    near = [k for k in siblings if abs(len(k) - len(slip)) <= 1]
    short = len(key) <= 2 and len(near) > suggestions.SUGGESTIONS
    assert key in found or short, (slip, key, found)


def _slip(key: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(key) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyzé"))
    edits = (
        key[:at] + letter + key[at:],
        key[:at] + letter + key[at + 1 :],
        key[:at] + key[at + 1 :] or letter,
        key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
    )
    return data.draw(st.sampled_from(edits))


def test_of_five_hundred_faults_of_a_kind_a_hundred_are_told_and_the_others_counted() -> None:
    stages = "".join(f"      - titre: Atelier {n}\n        comune: Créteil\n" for n in range(500))
    told = reading(MINIMAL.split("      - titre")[0] + stages).diagnostics
    assert [d.slug for d in told] == ["cle-inconnue"] * 101
    assert [d.count for d in told] == [1] * 100 + [400]
    assert "400 autres « cle-inconnue »" in told[-1].message


@pytest.mark.parametrize(
    ("text", "slug", "count"),
    [
        ("".join(f"k{n}: 1\n" for n in range(50_000)), "cle-inconnue", 50_000),
        ("titre: a\n" + "titre: b\n" * 30_000, "cle-double", 30_000),
        ("jours:\n" + "- date: demain\n" * 7_000, "date-forme", 7_000),
        ("droits:\n" + "- personne: P1\n" * 9_000, "droits-doubles", 8_999),
    ],
)
def test_tens_of_thousands_of_faults_are_compared_a_few_times_only(
    text: str, slug: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    nearest = suggestions.nearest

    def counting(word: str, known: Any) -> tuple[str, ...]:
        compared.append(word)
        return nearest(word, known)

    monkeypatch.setattr("ceremonie.storyboard.wording.nearest", counting)
    alike = [d for d in reading(text).diagnostics if d.slug == slug]
    assert len(alike) == 101
    assert sum(d.count for d in alike) == count
    assert len(compared) <= 1000


def test_a_file_of_hundreds_of_thousands_of_keys_is_no_storyboard() -> None:
    assert slugs("".join(f"k{n}: 1\n" for n in range(300_000))) == {"yaml-demesure"}


def test_expanded_aliases_are_bounded_but_ordinary_ones_are_not() -> None:
    shared = "a: &a [x, y]\nb: [" + ", ".join(["*a"] * 500) + "]\n"
    source, told = parse(shared.encode(), "s.yaml")
    assert not told
    assert len(source.data["b"]) == 500


def test_a_fault_without_wording_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(WORDINGS, "string_type")
    (told,) = reading(MINIMAL.replace("Bouger ensemble", "[a]")).diagnostics
    assert told.slug == "valeur-refusee"
    assert told.remedy
