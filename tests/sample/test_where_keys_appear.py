"""The guide's table of where each key appears is what a plan and its documents really hold.

`CEREMONIE_REECRIRE=1 pytest tests/sample/test_where_keys_appear.py` writes the table anew; read it
over before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ceremonie.storyboard import model
from ceremonie.storyboard.media import FocusPoint

from .appearances import COLUMNS, full_board, keys, planned, table

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide.md"
HEAD = f"| clé | dans | {' | '.join(COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 2)}\n"
ROWS = re.compile(f"(?<={re.escape(HEAD)})(?:\\|.*\n)+")


@pytest.mark.slow
def test_the_guide_says_where_each_key_appears() -> None:
    text, made = GUIDE.read_text("utf-8"), table() + "\n"
    assert HEAD in text
    if os.environ.get("CEREMONIE_REECRIRE"):
        GUIDE.write_text(ROWS.sub(lambda _: made, text), encoding="utf-8", newline="\n")
        text = GUIDE.read_text("utf-8")
    found = ROWS.search(text)
    assert found
    assert found[0] == made


def test_every_key_of_the_vocabulary_is_in_that_run() -> None:
    written = {str(path[-1]) for path, _ in keys(full_board())}
    for entry in vars(model).values():
        if isinstance(entry, type) and issubclass(entry, BaseModel) and entry is not FocusPoint:
            leaves = {
                field.alias or name
                for name, field in entry.model_fields.items()
                if not _holds_mappings(field.annotation)
            }
            assert leaves <= written, entry.__name__


def _holds_mappings(annotation: object) -> bool:
    parts = getattr(annotation, "__args__", ())
    mapping = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return (mapping and annotation is not FocusPoint) or any(map(_holds_mappings, parts))


def test_of_all_that_can_be_written_only_the_captions_of_logos_are_shown_nowhere() -> None:
    told = planned(full_board()).diagnostics
    assert [d.path for d in told if d.slug == "pas-montre"] == [
        ("theme", "logo", "legende"),
        ("theme", "marque", "legende"),
        ("theme", "embleme", "legende"),
        ("partenaires", 1, "logo", "legende"),
    ]
