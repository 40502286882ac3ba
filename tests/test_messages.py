"""The catalogue of problems as a whole."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

from ceremonie import messages
from ceremonie.messages import PROBLEMS

MODULES = [
    import_module(f"ceremonie.messages.{one.name}") for one in iter_modules(messages.__path__)
]
TABLES = [m.PROBLEMS for m in MODULES if hasattr(m, "PROBLEMS") and m.PROBLEMS is not PROBLEMS]
"""Those of each room, found rather than listed: none can be forgotten."""


def test_no_slug_stands_in_two_tables_and_all_tables_are_in_the_catalogue() -> None:
    slugs = Counter(slug for table in TABLES for slug in table)
    assert len(TABLES) > 9
    assert {slug for slug, count in slugs.items() if count > 1} == set()
    assert slugs.keys() == PROBLEMS.keys()
