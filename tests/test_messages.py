"""The catalogue of problems as a whole."""

from __future__ import annotations

from collections import Counter

from ceremonie.messages import (
    PROBLEMS,
    deck,
    edition,
    film,
    media,
    plan,
    reading,
    rereading,
    vocabulary,
    whole,
)

TABLES = (deck, edition, film, media, plan, reading, rereading, vocabulary, whole)


def test_no_slug_stands_in_two_tables_and_all_tables_are_in_the_catalogue() -> None:
    slugs = Counter(slug for table in TABLES for slug in table.PROBLEMS)
    assert {slug for slug, count in slugs.items() if count > 1} == set()
    assert slugs.keys() == PROBLEMS.keys()
