"""Letters that the film cannot draw: one message for each alphabet, at its lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.planning.alphabets import name
from ceremonie.production import check

from .conftest import MakePlan, workshop

HEAD = """\
edition: essai
titre: Essai
organisateur: Préfecture
ceremonie: {date: 2024-12-06, lieu: Salle}
deroule: [titre, jours, athletes, cloture]
jours:
  - date: 2024-12-03
    ateliers:
"""


def missing(told: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [d for d in told if d.slug == "caractere-absent"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("王小明", "chinois"),
        ("ひらがな", "japonais"),
        ("한글", "coréennes"),
        ("हिन्दी", "devanagari"),
        ("ไทย", "thaïes"),
        ("★", "signes"),
        ("🏃", "signes"),
        ("Ⴄ", "autre écriture"),
    ],
)
def test_an_alphabet_is_told_by_its_name(words: str, told: str) -> None:
    assert told in name(words[0])


def test_one_message_for_each_alphabet_names_every_line(tmp_path: Path) -> None:
    names = [f"王小{i} et Nina ★" for i in range(12)]
    lines = "".join(f'      - {{titre: "{name}", commune: Créteil}}\n' for name in names)
    (tmp_path / "storyboard.yaml").write_text(HEAD + lines, "utf-8")
    found = missing(check(tmp_path))
    assert len(found) == 2
    assert {d.severity for d in found} == {Severity.WARNING}
    for diagnostic in found:
        assert diagnostic.place is not None
        assert (diagnostic.place.line, diagnostic.place.column) == (9, 17)
        assert "(aussi aux lignes 10, 11, 12, 13, 14, 15, 16, 17 et 3 autres)" in diagnostic.message
        assert "rien ne se verra à leur place" in diagnostic.message


@pytest.mark.parametrize("title", ["Hội Nguyễn", "Χαρά", "سلام", "Київ", "Ɓala Ɗan Ƙano", "x́y̌"])
def test_letters_that_a_fallback_draws_are_not_told(make_plan: MakePlan, title: str) -> None:
    days: Any = [{"date": "2023-11-28", "ateliers": [workshop(title)]}]
    assert make_plan(jours=days).diagnostics == ()


def test_fifty_sentences_in_one_alphabet_give_one_message(make_plan: MakePlan) -> None:
    athletes = [{"nom": f"王{i}", "discipline": f"柔道 {i}"} for i in range(50)]
    (told,) = missing(make_plan(athletes=athletes).diagnostics)
    assert told.path == ("athletes", 0, "nom")
    assert len(told.also) == 99
