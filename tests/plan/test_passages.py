"""A text too long for one shot is parted where it may be, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.planning.passages import passages

WORDS = st.lists(st.text("abé,.!", min_size=1, max_size=12), min_size=1, max_size=80)


@given(WORDS, st.integers(12, 160))
def test_passages_hold_every_word_in_order_and_none_is_longer_than_allowed(
    words: list[str], most: int
) -> None:
    parts = passages(" ".join(words), most)
    assert " ".join(parts) == " ".join(words)
    assert all(0 < len(part) <= most for part in parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("On joue.", ("On joue.",)),
        (
            "On a joué tous ensemble. Personne n’est resté sur le côté. On reviendra !",
            ("On a joué tous ensemble.", "Personne n’est resté sur le côté.", "On reviendra !"),
        ),
        (
            "Nous avons couru, nous avons sauté, nous avons ri.",
            ("Nous avons couru,", "nous avons sauté, nous avons ri."),
        ),
    ],
)
def test_a_text_is_parted_after_its_sentences_then_its_clauses(
    text: str, parts: tuple[str, ...]
) -> None:
    assert passages(text, 35) == parts


def test_no_passage_is_left_with_a_few_words() -> None:
    parts = passages(" ".join(["mot"] * 42), 150)
    assert [len(part) for part in parts] == [83, 83]
