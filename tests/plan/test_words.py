"""Words: French typography, breaking into lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.leaning import leans
from ceremonie.planning.typesetting import fit, ladder, wrap
from ceremonie.planning.typography import french, number, period, raised, weekday
from ceremonie.theme.type import Scale
from ceremonie.theme.typeface import width

SCALE = Scale()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui vient ?", "Qui vient\u202f?"),
        ("Bravo!", "Bravo\u202f!"),
        ("Jour 1 : le sport", "Jour\u00a01\u00a0: le sport"),
        ("l'égalité", "l’égalité"),
        ('il dit « oui »', "il dit «\u00a0oui\u00a0»"),
        ("à 18h30", "à 18\u00a0h\u00a030"),
        ("le 28 novembre", "le 28\u00a0novembre"),
        ("1 200 élèves", "1\u202f200 élèves"),
        ("http://exemple.fr", "http://exemple.fr"),
        ("fin...", "fin…"),
        ("M. Roy et Mme Le Goff", "M.\u00a0Roy et Mme\u00a0Le Goff"),
        ("40 minutes, 5 kg", "40\u00a0minutes, 5\u00a0kg"),
        ("a\x07b^c", "abc"),
    ],
)  # fmt: skip
def test_french(typed: str, printed: str) -> None:
    assert french(typed) == printed


@given(st.text(alphabet="aé 1?!:;«»'.hH\u00a0", max_size=40))
def test_setting_in_french_twice_changes_nothing_more(text: str) -> None:
    assert french(french(text)) == french(text)


def test_dates() -> None:
    assert weekday(dt.date(2023, 12, 1)) == "vendredi 1er\u00a0décembre"
    one, two, three = dt.date(2023, 11, 28), dt.date(2023, 11, 30), dt.date(2024, 1, 2)
    assert period(one, two) == "du\u00a028 au\u00a030\u00a0novembre\u00a02023"
    assert period(one, one) == "le\u00a028\u00a0novembre\u00a02023"
    assert (
        period(one, three) == "du\u00a028\u00a0novembre\u00a02023 au\u00a02\u00a0janvier\u00a02024"
    )


def test_ordinals_are_raised() -> None:
    assert raised("3e édition, 1er jour, 20ème") == "3^e^ édition, 1^er^ jour, 20^e^"
    assert number(1234567) == "1\u202f234\u202f567"


words = st.text(alphabet="abcdefghilmnopqrstuvéèàç", min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=30), st.integers(500, 1700))
def test_wrapping_keeps_every_word_and_the_room(text: list[str], room: int) -> None:
    lines = wrap(" ".join(text), SCALE.body, room)
    assert " ".join(lines).split() == text
    assert all(width(line, SCALE.body) <= room or " " not in line for line in lines)


@given(st.lists(words, min_size=1, max_size=12))
def test_a_setting_that_fits_stays_in_its_room(text: list[str]) -> None:
    setting = fit(" ".join(text), ladder(SCALE.headline, (148, 2), (104, 3), (60, 4)), 900)
    if setting.fits:
        assert all(width(line, setting.style) <= 900 for line in setting.lines)
        assert len(setting.lines) <= 4


def test_a_long_name_breaks_at_its_hyphen() -> None:
    assert wrap("Champigny-sur-Marne", SCALE.body, 300) == ("Champigny-", "sur-Marne")


PHRASES = st.lists(
    st.sampled_from(
        ["le", "de", "à", "d’un", "et", "sur", "handibasket", "judo", "ensemble", "20", "Créteil"]
    ),
    min_size=3,
    max_size=9,
)


@given(PHRASES, st.integers(300, 900))
def test_a_line_ends_in_a_small_word_only_where_no_other_break_fits(
    text: list[str], room: int
) -> None:
    lines = wrap(" ".join(text), SCALE.body, room)
    others = combinations(range(1, len(text)), len(lines) - 1)
    settings = [
        [" ".join(text[a:b]) for a, b in pairwise((0, *breaks, len(text)))] for breaks in others
    ]
    fitting = [x for x in settings if all(width(line, SCALE.body) <= room - 2 for line in x)]
    assert _hanging(lines) <= min(map(_hanging, fitting), default=len(text))


def _hanging(lines: Sequence[str]) -> int:
    return sum(leans(line.split(" ")[-1]) for line in lines[:-1])


@pytest.mark.parametrize(
    "lines",
    [
        ("Une journée", "avec les enfants"),
        ("La course", "de 20\u00a0minutes"),
        ("L’art à l’école", "et au club"),
        ("La remise des prix", "par Mme\u00a0Le Goff"),
        ("Fontenay-", "sous-Bois"),
    ],
)
def test_small_words_begin_the_line_of_what_they_lead_to(lines: tuple[str, str]) -> None:
    room = max(width(line, SCALE.body) for line in lines) + 4
    assert wrap(" ".join(lines).replace("- ", "-"), SCALE.body, room) == lines


def test_a_spare_line_keeps_a_small_word_from_the_end_of_another() -> None:
    text, steps = "Apprendre le handibasket", ladder(SCALE.body, (56, 3))
    room = width("Apprendre le", steps[0].style) + 1
    assert fit(text, steps, max(room, width("le handibasket", steps[0].style))).lines == (
        "Apprendre",
        "le handibasket",
    )
